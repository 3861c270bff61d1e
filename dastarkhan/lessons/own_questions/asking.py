"""Twelve sentences about oneself, four on a screen; every one may be passed over."""

from abc import abstractmethod
from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.own_questions import Item, items, steps
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.own_questions.code import read_code
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged

ON_A_SCREEN = 4
PASS = -1


class OwnQuestions(Staged):
    """One form: its answers, and in the first one the code. A subclass says when it is asked and what is shown then."""

    @abstractmethod
    def first(self) -> tuple[ipywidgets.Widget, ...]:
        """What stands before the sentences."""

    @abstractmethod
    def end(self) -> tuple[ipywidgets.Widget, ...]:
        """What stands after them."""

    def minutes(self) -> int:
        """How long it takes one person."""
        return 4

    def summary(self) -> str:
        """One line in words."""
        return self._("{n} of {total} sentences answered.", n=len(self.state["answers"]), total=len(items(self._)))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved answers, without sentences and steps that are not known."""
        answers, allowed = part(saved.get("answers")), [PASS, *steps(self._)]
        found = {one.key: one_of(answers.get(one.key), allowed) for one in items(self._)}
        return {
            "at": whole(saved.get("at"), 0, self._last()),
            "answers": {key: value for key, value in found.items() if value is not None},
            "code": read_code(saved.get("code")) or "",
        }

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Take four quiet minutes. There are no right answers."),
            pair=_("Each for themselves, at the same time, back to back."),
            room=_("Everybody on their own phone or sheet. The trainer stands where no screen can be seen."),
            call=_("Cameras and microphones off for four minutes."),
        )

    def show(self) -> None:
        """Show the screen of now."""
        at = self.state["at"]
        shown = self.first() if not at else self.end() if at == self._last() else self._sentences(at)
        self.stage.children = (card(*shown),)

    def go(self, at: int) -> None:
        """Go to another screen."""
        self.remember(at=at, done=at == self._last())
        self.show()

    def _last(self) -> int:
        return len(items(self._)) // ON_A_SCREEN + 1

    def _sentences(self, at: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        here = items(_)[(at - 1) * ON_A_SCREEN : at * ON_A_SCREEN]
        place = _("Page {n} of {total}", n=at, total=self._last() - 1)
        told = _("How far is it true for you today? Pass over whatever you like.")
        head = html(f"<p class='dk-small'>{escape(place)}</p><p>{escape(told)}</p>")
        ways = [button(_("Go on"), lambda: self.go(at + 1)), button(_("Back"), lambda: self.go(at - 1), css="dk-quiet")]
        return (head, *(self._sentence(one) for one in here), buttons(*ways))

    def _sentence(self, one: Item) -> ipywidgets.Widget:
        _ = self._
        options = [*((word, value) for value, word in steps(_).items()), (_("I pass"), PASS)]
        value = self.state["answers"].get(one.key)
        return choice(one.text, options, value, lambda new: self._answer(one, new), row=True)

    def _answer(self, one: Item, value: int) -> None:
        self.remember(answers={**self.state["answers"], one.key: value})

    def thanks(self, told: str) -> tuple[ipywidgets.Widget, ...]:
        """A kind word, and the way back to the sentences."""
        return (html(note(told)), button(self._("Look once more"), lambda: self.go(1), css="dk-quiet"))
