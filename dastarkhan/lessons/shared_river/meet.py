"""Meet the river: the basin as a network, and four questions that it answers."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, card, html, side_by_side
from dastarkhan.lessons.question import Question, QuestionCard
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.shared_river.river_questions import river_questions
from dastarkhan.pictures import basin_map


class MeetRiver(Activity):
    """Look at the network and find out who meets the water first, why it is kept, and what a canal loses."""

    key = "meet_river"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who lives on this river?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        solved = sum(question.solved(self._answer(question.key)) for question in self.questions())
        return self._("{n} of {total} questions answered.", n=solved, total=len(self.questions()))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without questions that this version does not ask."""
        questions, answers = self.questions(), part(saved.get("answers"))
        return {
            "at": whole(saved.get("at"), 0, len(questions)),
            "answers": {one.key: one.clean(answers[one.key]) for one in questions if one.key in answers},
        }

    def questions(self) -> tuple[Question, ...]:
        """What is asked about the river."""
        return river_questions(self.lesson)

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Whose river it is, the map, and beside it one question after the other."""
        about = html(f"<p>{escape(self.lesson.text('about'))}</p>")
        picture = html(basin_map(self.lesson.case, self._, key="meet-river"))
        self.asked = ipywidgets.VBox()
        self.asked.add_class("dk-hands-over")
        self._ask()
        return (about, card(side_by_side(picture, self.asked)))

    def _ask(self) -> None:
        _, questions, at = self._, self.questions(), self.state["at"]
        if at >= len(questions):
            told = _("You have gone down the whole river. Go on to the year below, or look once more.")
            self.asked.children = (
                html(f"<p class='dk-note'>{escape(told)}</p>"),
                button(_("Look once more"), lambda: self._go(0), css="dk-quiet"),
            )
            return
        question = questions[at]
        place = html(f"<p class='dk-small'>{escape(_('Question {n} of {total}', n=at + 1, total=len(questions)))}</p>")
        asked = QuestionCard(question, self._answer(question.key), lambda state: self._answered(question, state), _)
        forward = button(_("Go on"), lambda: self._go(at + 1), css="dk-quiet")  # a second tap goes no further
        self.asked.children = (place, asked.box, forward)

    def _answered(self, question: Question, state: dict[str, Any]) -> None:
        self.remember(answers={**self.state["answers"], question.key: state})

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(self.questions()))
        self._ask()

    def _answer(self, key: str) -> Mapping[str, Any]:
        return part(self.state["answers"].get(key))
