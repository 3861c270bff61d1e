"""Six moments of a meeting: what would you say next, and what happens then."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.leading.meetings import Moment, moments
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, html
from dastarkhan.lessons.choosing import Choosing
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection


class Meetings(Choosing[Moment]):
    """A reply, what may come of it, and why; no reply is stupid, and more than one may be tried."""

    key = "safe"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What would you say next?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} moments are answered.", n=n, total=len(moments(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Try all three replies. Who says nothing after each of them?"),
            pair=_("One reads the moment. The other replies first in own words, then looks at the three."),
            room=_("Read the moment, and count to five in silence. Tables choose, then hear what happens."),
            call=_("One, two or three in the chat. Then read aloud what happens, and ask who has another reply."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, choices and words that this version knows."""
        return {**super().clean(saved), "own": clean_reflection(saved.get("own"), 0)}

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The sentence that the person would like to say next time."""
        _ = lesson.words
        return own_words(_("One sentence that I would like to say in my next meeting:"), state.get("own"))

    def each(self) -> Sequence[Moment]:
        """Six moments."""
        return moments(self._)

    def options(self, one: Moment) -> Sequence[tuple[str, str]]:
        """Three replies."""
        return [(reply.say, reply.key) for reply in one.replies]

    def head(self, one: Moment, at: int, total: int) -> str:
        """What has just been said."""
        place = escape(self._("Moment {n} of {total}", n=at + 1, total=total))
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p>"

    def ask(self) -> str:
        """What is asked of each moment."""
        return self._("You say next:")

    def answer(self, one: Moment, key: str) -> str:
        """What may happen then, and why."""
        found = next(reply for reply in one.replies if reply.key == key)
        css = "dk-note" if found.opens else "dk-note-warn"
        then = f"<p><b>{escape(self._('Then:'))}</b> {escape(found.then)}</p>"
        return f"{then}<p class='{css}'>{escape(found.why)}</p>"

    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """Why the first ten seconds count, and a sentence of one's own."""
        _ = self._
        told = note(
            _("People speak when a mistake, a question or a no costs them nothing. A leader pays the first one.")
        )
        invented = escape(_("What happens after each reply is invented. In your group it may go otherwise."))
        words = reflection(
            _("One sentence that I would like to say in my next meeting:"),
            (),
            self.state["own"],
            lambda new: self.remember(own=new),
        )
        again = button(_("Look once more"), lambda: self.go(0), css="dk-quiet")
        return (html(f"{told}<p class='dk-small'>{invented}</p>"), words, again)
