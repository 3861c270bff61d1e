"""The first negotiation: one price, an alternative and a zone to compute, then a talk."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.negotiation.price_questions import limit_question, price_questions
from dastarkhan.lessons.negotiation.table_talks import TableTalks, case_named
from dastarkhan.lessons.question import Question, QuestionCard
from dastarkhan.lessons.saved import part, whole


class OneIssue(TableTalks):
    """Compute what you have without an agreement; then agree on one price."""

    key = "one_issue"
    CASES = ("cart",)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you have if you do not agree?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 12

    def ways(self) -> Ways:
        """How it is done by one, by two, by a room and on a call."""
        _ = self._
        return Ways(
            alone=_("Answer the four questions, then bargain with a partner of your choice."),
            pair=_("Answer together. Then sit on two sides and pass the screen."),
            room=_("Pairs bargain for five minutes. Nobody tells prices before the cards are down."),
            call=_("One reads the question, the other answers. For the talks share one screen."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved talks, and the questions that this version asks."""
        questions, answers = price_questions(self._), part(saved.get("answers"))
        return {
            **super().clean(saved),
            "at": whole(saved.get("at"), 0, len(questions)),
            "answers": {one.key: one.clean(answers[one.key]) for one in questions if one.key in answers},
            "limit": self._clean_limit(part(saved.get("limit"))),
        }

    def _clean_limit(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """What was answered about one's own limit, by side."""
        case = case_named(self.CASES[0])
        asked = {side: limit_question(case, side, self._) for side in case.sides}
        return {side: asked[side].clean(saved[side]) for side in asked if side in saved}

    def show(self) -> None:
        """A question, or the talks."""
        questions, at = price_questions(self._), self.state["at"]
        if at >= len(questions):
            super().show()
            self._ask_limit()
            return
        self.build += 1
        self.stage.children = tuple(self._question(questions[at], at, len(questions)))

    def _question(self, question: Question, at: int, total: int) -> Sequence[ipywidgets.Widget]:
        _ = self._
        place = html(f"<p class='dk-small'>{escape(_('Question {n} of {total}', n=at + 1, total=total))}</p>")

        def answered(state: dict[str, Any]) -> None:
            self.remember(answers={**self.state["answers"], question.key: state})

        asked = QuestionCard(question, part(self.state["answers"].get(question.key)), answered, _)
        steps = [button(_("Go on"), lambda: self.step(at=at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self.step(at=at - 1), css="dk-quiet"))
        return (card(place, asked.box, buttons(*steps)),)

    def _ask_limit(self) -> None:
        """Over the talks of one person: where do I say no? It stays until one's first offer."""
        meeting = self.meeting()
        if meeting is None or not meeting.talking or len(meeting.people) > 1:
            return
        side = meeting.people[0]
        question = limit_question(meeting.case, side, self._)
        if meeting.mine(side):
            return

        def answered(state: dict[str, Any]) -> None:
            self.remember(limit={**self.state["limit"], side: state})

        asked = QuestionCard(question, part(self.state["limit"].get(side)), answered, self._)
        self.stage.children = (*self.stage.children[:1], card(asked.box), *self.stage.children[1:])
