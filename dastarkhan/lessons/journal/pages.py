"""All that a person wrote, lesson by lesson; single texts can be left out of the portfolio."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, card, html
from dastarkhan.lessons.journal.gathered import Chapter, Piece, chapters, clean_portfolio
from dastarkhan.lessons.reflection import note


class Pages(Activity):
    """The person's own texts, each under what was asked."""

    key = "pages"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What have I written so far?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        texts = sum(len(one.pieces) for one in chapters(self.lesson.language))
        return self._.n("{n} text of your own.", "{n} texts of your own.", texts)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Which texts stay out of the portfolio, and which nameless ones stand in it."""
        return clean_portfolio(saved)

    def body(self) -> Sequence[ipywidgets.Widget]:
        """A card for each lesson."""
        _, found = self._, chapters(self.lesson.language)
        told = _("Only you see this. Take the tick away from what should not stand in your portfolio.")
        if not any(one.pieces for one in found):
            told = _("Nothing is written yet. What you write in a lesson comes together here.")
        return (html(note(told)), *(self._chapter(one) for one in found if one.pieces))

    def _chapter(self, one: Chapter) -> ipywidgets.VBox:
        _, parts = self._, [html(f"<h3>{escape(one.title)}</h3>")]
        for piece in one.pieces:
            text = escape(piece.written.text)
            parts.append(
                html(
                    f"<div class='dk-slip'><b>{escape(piece.written.ask)}</b>"
                    f"<p class='dk-clause' dir='auto'>{text}</p></div>"
                )
            )
            tick = ipywidgets.Checkbox(
                value=piece.in_portfolio(self.state), description=_("In my portfolio"), indent=False
            )
            tick.observe(lambda change, piece=piece: self._take(piece, change["new"]), names="value")
            parts.append(tick)
        return card(*parts)

    def _take(self, piece: Piece, taken: bool) -> None:
        nameless = piece.written.nameless
        name = "taken_in" if nameless else "left_out"
        others = set(self.state[name]) - set(piece.keys)
        self.remember(done=True, **{name: sorted(others | (set(piece.keys) if taken is nameless else set()))})
