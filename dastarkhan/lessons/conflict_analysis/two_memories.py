"""One spring told twice: first one's own side, then the other, then both days beside days."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.conflict_analysis import SIDES, Moment
from dastarkhan.lessons.activity import button, buttons, card, html, side_by_side
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel, other_side, shapes, side_of
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import whole
from dastarkhan.lessons.staged import Staged
from dastarkhan.pictures.memory_picture import MomentMark, memory_picture

LAST = 2


class TwoMemories(OfQuarrel, Staged):
    """Each memory to its end, without the other in sight; silence is shown, and explained by nobody."""

    key = "memories"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("On which day does each story begin?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        both = sum(one.told_by == "both" for one in self.quarrel.moments)
        return self._("Of {total} moments, both sides tell {n}.", total=len(self.quarrel.moments), n=both)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and words."""
        return {"at": whole(saved.get("at"), 0, LAST), "begins": clean_reflection(saved.get("begins"), 0)}

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """Where each story begins, in the person's words."""
        _ = lesson.words
        return own_words(_("Each story begins with another day. What does that change?"), state.get("begins"))

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at == LAST)
        self.show()

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at, own = self.state["at"], side_of(self.lesson)
        shown = self._both() if at == LAST else self._one(own if at == 0 else other_side(own), at)
        self.stage.children = (card(*shown),)

    def _one(self, side: str, at: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = [(one.when, getattr(one, side)) for one in self.quarrel.moments if getattr(one, side)]
        head = escape(_("As the side of the card “{shape}” tells it:", shape=shapes(_)[side]))
        days = "".join(f"<p><b>{escape(when)}.</b> {escape(text)}</p>" for when, text in told)
        on = _("Now the other memory") if at == 0 else _("Both side by side")
        steps = [button(on, lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (html(f"<p>{head}</p><div class='dk-slip'>{days}</div>"), buttons(*steps))

    def _both(self) -> tuple[ipywidgets.Widget, ...]:
        _, moments = self._, self.quarrel.moments
        first, second = (shapes(_)[side] for side in SIDES)
        days = [MomentMark(when=one.when, first=one.mill, second=one.willow) for one in moments]
        picture = html(memory_picture(days, (first, second), _, title=_("Two memories"), key="memory"))
        told = note(_("Where a thread is broken, a side is silent. Wait for three breaths. Nobody has to explain."))
        asked = reflection(
            _("Each story begins with another day. What does that change?"), (), self.state["begins"],
            lambda new: self.remember(begins=new),
        )  # fmt: skip
        summary = escape(_("All days in words"))
        rows = "".join(self._day(one) for one in moments)
        words = html(f"<details><summary>{summary}</summary>{rows}</details>")
        again = button(_("Look once more"), lambda: self._go(0), css="dk-quiet")
        return (side_by_side(picture, ipywidgets.VBox([html(told), asked])), words, buttons(again))

    def _day(self, one: Moment) -> str:
        _ = self._
        silent = _("Silence.")
        told = "".join(f"<p>{escape(shapes(_)[side])}: {escape(getattr(one, side) or silent)}</p>" for side in SIDES)
        return f"<h3>{escape(one.when)}</h3>{told}"
