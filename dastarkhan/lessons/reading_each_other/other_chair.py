"""A moment of one's own, told from the other chair. Nobody reads it but the person."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.reading_each_other.giving_back import (
    other_chair_asks,
    other_chair_checks,
    other_chair_example,
)
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.staged import Staged

TICKED_AT = "other"
"""The checks belong to the other person's view."""


class OtherChair(Staged):
    """Three short texts: what a camera would have shown, the other's own words, and what one could ask."""

    key = "other_chair"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How does it look from the other chair?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        n = sum(bool(one["text"].strip()) for one in self.state["own"].values())
        return self._("{n} of {total} texts are written.", n=n, total=len(other_chair_asks(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Move to another chair before you write the second text. It does help."),
            pair=_("Write alone. Then tell the other only what you would ask now, and nothing of the moment."),
            room=_("Six quiet minutes. Nothing is read aloud, and nobody collects it."),
            call=_("Cameras off for six minutes. Nothing goes into the chat."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, texts and ticks that this version knows."""
        words = part(saved.get("own"))
        many = len(other_chair_checks(self._))
        return {
            "at": whole(saved.get("at"), 0, 1),
            "own": {
                key: clean_reflection(words[key], many if key == TICKED_AT else 0)
                for key, _ask in other_chair_asks(self._)
                if key in words
            },
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The three texts."""
        words = part(state.get("own"))
        return tuple(one for key, ask in other_chair_asks(lesson.words) for one in own_words(ask, words.get(key), key))

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at == 1)
        self.show()

    def _keeper(self, key: str) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(own={**self.state["own"], key: dict(state)})

        return keep

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        self.stage.children = (card(*(self._slip() if self.state["at"] else self._page())),)

    def _page(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Take something small. If a real wrong was done to you, it is no misreading: take another moment.")
        kept = _("It stays in your own file. Write no names; “a friend” or “somebody at work” is enough.")
        fields = [
            reflection(
                ask,
                other_chair_checks(_) if key == TICKED_AT else (),
                self.state["own"].get(key, {}),
                self._keeper(key),
            )
            for key, ask in other_chair_asks(_)
        ]
        head = html(f"<p>{escape(told)}</p><p class='dk-small'>{escape(kept)}</p>")
        return (head, self._example(), *fields, buttons(button(_("Go on"), lambda: self._go(1))))

    def _example(self) -> ipywidgets.Widget:
        summary, asks = escape(self._("What somebody else has written")), dict(other_chair_asks(self._))
        lines = "".join(
            f"<p class='dk-small'>{escape(asks[key])}</p><p>{escape(text)}</p>"
            for key, text in other_chair_example(self._).items()
        )
        return html(f"<details><summary>{summary}</summary>{lines}</details>")

    def _slip(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        texts = [one.text for one in self.written(self.lesson, self.state)]
        lines = "".join(f"<p dir='auto' class='dk-clause'>{escape(text)}</p>" for text in texts)
        shown = f"<div class='dk-slip'>{lines}</div>" if lines else ""
        told = note(_("You do not know whether it was like that. Now you know what you could ask."))
        return (html(shown + told), buttons(button(_("Write on"), lambda: self._go(0), css="dk-quiet")))
