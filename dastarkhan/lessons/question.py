"""A question with a reason for every answer and hints that come one at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, choice, html
from dastarkhan.lessons.saved import one_of, part, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to choose.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    text : str
        What the person reads.
    why : str
        What is said when it is chosen: never only right or wrong.
    right : bool
        Whether it fits the model.
    """

    key: str
    text: str
    why: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about the kit's own model, never about a person's opinion.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    ask : str
        The question.
    answers : tuple of Answer
        In the order shown.
    hints : tuple of str
        From a nudge to nearly the answer.
    """

    key: str
    ask: str
    answers: tuple[Answer, ...]
    hints: tuple[str, ...] = ()

    def solved(self, state: Mapping[str, Any]) -> bool:
        """Whether the answer checked in `state` is right."""
        return any(answer.right and answer.key == state.get("checked") for answer in self.answers)

    def clean(self, saved: object) -> dict[str, Any]:
        """A saved state with nothing in it that this question does not know."""
        known, found = [answer.key for answer in self.answers], part(saved)
        return {
            "choice": one_of(found.get("choice"), known),
            "checked": one_of(found.get("checked"), known),
            "hints": whole(found.get("hints"), 0, len(self.hints)),
        }


class QuestionCard:
    """A question on the screen.

    Parameters
    ----------
    question : Question
        What is asked.
    state : Mapping
        What the person has chosen, checked and opened so far.
    changed : callable
        Called with the new state after every step.
    _ : Words
        The language of the buttons.
    """

    def __init__(
        self, question: Question, state: Mapping[str, Any], changed: Callable[[dict[str, Any]], None], _: Words
    ) -> None:
        self.question, self._changed, self._ = question, changed, _
        self.state = question.clean(state)
        options = [(answer.text, answer.key) for answer in question.answers]
        self.choice = choice(question.ask, options, self.state["choice"], self._choose)
        self.check = button(_("Check"), self._check)
        self.hint = button(_("Show a hint"), self._hint, css="dk-quiet")
        self.hints = html(css="dk-hint", live=True)
        self.reason = html(live=True)
        self.box = ipywidgets.VBox([self.choice, buttons(self.check, self.hint), self.hints, self.reason])
        self.box.add_class("dk-question")
        self._show()

    def _choose(self, key: str | None) -> None:
        self._step(choice=key, checked=None)

    def _check(self) -> None:
        self._step(checked=self.state["choice"])

    def _hint(self) -> None:
        self._step(hints=min(self.state["hints"] + 1, len(self.question.hints)))

    def _step(self, **changes: object) -> None:
        self.state |= changes
        self._changed(dict(self.state))
        self._show()

    def _show(self) -> None:
        _, shown = self._, self.state["hints"]
        left = len(self.question.hints) - shown
        self.check.disabled = self.state["choice"] is None
        self.hint.layout.display = None if left else "none"
        self.hint.description = _("Show a hint") if not shown else _("Show another hint")
        self.hints.value = "".join(f"<p>{escape(hint)}</p>" for hint in self.question.hints[:shown])
        self.reason.value = reason(self.question.answers, self.state["checked"], _)


def reason(answers: Sequence[Answer], checked: object, _: Words) -> str:
    """The note that answers a checked choice; empty when nothing is checked."""
    for answer in answers:
        if answer.key == checked:
            opening = _("Yes.") if answer.right else _("Look again.")
            css = "dk-note" if answer.right else "dk-note-warn"
            return f"<p class='{css}'><b>{escape(opening)}</b> {escape(answer.why)}</p>"
    return ""
