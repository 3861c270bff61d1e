"""Six moments of a meeting: what would you say next, and what happens then."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.leading.meetings import Moment, moments
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, whole


class Meetings(Activity):
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
        each, chosen = moments(self._), part(saved.get("chosen"))
        known = {one.key: [reply.key for reply in one.replies] for one in each}
        return {
            "at": whole(saved.get("at"), 0, len(each)),
            "chosen": {key: chosen[key] for key in known if one_of(chosen.get(key), known[key]) is not None},
            "own": clean_reflection(saved.get("own"), 0),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The sentence that the person would like to say next time."""
        _ = lesson.words
        return own_words(_("One sentence that I would like to say in my next meeting:"), state.get("own"))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One moment after the other."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self._show()
        return (self.stage,)

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= len(moments(self._)))
        self._show()

    def _choose(self, moment: Moment, reply: str) -> None:
        self.remember(chosen={**self.state["chosen"], moment.key: reply})
        self.told.value = self._told(moment)

    # --- what the screen shows

    def _show(self) -> None:
        each, at = moments(self._), self.state["at"]
        shown = self._moment(each[at], at, len(each)) if at < len(each) else self._end()
        self.stage.children = (card(*shown),)

    def _moment(self, moment: Moment, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        place = escape(_("Moment {n} of {total}", n=at + 1, total=total))
        head = html(f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(moment.text)}</p>")
        options = [(one.say, one.key) for one in moment.replies]
        chosen = self.state["chosen"].get(moment.key)
        asked = choice(_("You say next:"), options, chosen, lambda key: self._choose(moment, key))
        self.told = html(self._told(moment), live=True)
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (head, asked, self.told, buttons(*steps))

    def _told(self, moment: Moment) -> str:
        _, chosen = self._, self.state["chosen"].get(moment.key)
        found = next((one for one in moment.replies if one.key == chosen), None)
        if found is None:
            return ""
        css = "dk-note" if found.opens else "dk-note-warn"
        then = f"<p><b>{escape(_('Then:'))}</b> {escape(found.then)}</p>"
        return f"{then}<p class='{css}'>{escape(found.why)}</p>"

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
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
        again = button(_("Look once more"), lambda: self._go(0), css="dk-quiet")
        return (html(f"{told}<p class='dk-small'>{invented}</p>"), words, again)
