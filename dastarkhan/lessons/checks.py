"""The guide's questions to check, one a screen, each with its reason."""

from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.content.pieces import Ways
from dastarkhan.guides.guide import CheckQuestion
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.staged import Staged


class Checks(Staged):
    """What the lesson showed, asked once more; guide and lesson have one set of questions."""

    key = "checks"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you keep from this?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        solved = sum(one.solved(part(self.state["answers"].get(one.key))) for one in self.questions())
        return self._("{n} of {total} questions answered.", n=solved, total=len(self.questions()))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say your answer aloud before you tap, and read the reason, whichever you chose."),
            pair=_("Answer together. If you differ, each says why before you look."),
            room=_("The trainer reads aloud, pairs point with their fingers. Then one voice reads the reason."),
            call=_("Write the letter in the chat, all at once after three."),
        )

    def questions(self) -> tuple[Question, ...]:
        """The guide's questions, in the person's language."""
        asked = self.lesson.guide.check_questions
        return tuple(self._question(f"q{number}", one) for number, one in enumerate(asked, start=1))

    def _question(self, key: str, asked: CheckQuestion) -> Question:
        _ = self._
        why = _.marked(asked.why, context="check_questions.why")
        answers = tuple(
            Answer(
                key=letter,
                text=_.marked(text, context=f"check_questions.choices.{letter}"),
                why=why,
                right=letter == asked.correct,
            )
            for letter, text in asked.choices.items()
        )
        return Question(key=key, ask=_.marked(asked.q, context="check_questions.q"), answers=answers)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without questions that this version does not ask."""
        questions, answers = self.questions(), part(saved.get("answers"))
        return {
            "at": whole(saved.get("at"), 0, len(questions)),
            "answers": {one.key: one.clean(answers[one.key]) for one in questions if one.key in answers},
        }

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(self.questions()))
        self.show()

    def _answered(self, question: Question, state: dict[str, Any]) -> None:
        self.remember(answers={**self.state["answers"], question.key: state})

    def show(self) -> None:
        """Put the screen of now on the stage."""
        _, questions, at = self._, self.questions(), self.state["at"]
        if at >= len(questions):
            told = note(_("These were all. If one made you think, ask somebody what they think."))
            self.stage.children = (card(html(told), button(_("Look once more"), lambda: self._go(0), css="dk-quiet")),)
            return
        question = questions[at]
        place = html(f"<p class='dk-small'>{escape(_('Question {n} of {total}', n=at + 1, total=len(questions)))}</p>")
        state = part(self.state["answers"].get(question.key))
        asked = QuestionCard(question, state, lambda new: self._answered(question, new), _)
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        self.stage.children = (card(place, asked.box, buttons(*steps)),)
