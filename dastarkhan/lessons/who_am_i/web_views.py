"""Ways to look at the web: one card's ties, ties across, what joins the sides, who connects, and what is assumed."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import ipywidgets

from dastarkhan.content.who_am_i import identities, portraits
from dastarkhan.lessons.activity import card, choice, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.who_am_i.shared_web import SharedWeb, card_told, shared_words
from simulations.contact.joining import SMALLEST_CELL

if TYPE_CHECKING:
    from dastarkhan.lessons.who_am_i.web import WebOfAll

VIEWS = ("card", "across", "joins", "connectors", "before")


class WebViews:
    """What stands under the picture.

    Parameters
    ----------
    activity : WebOfAll
    web : SharedWeb
        With three cards or more.
    """

    def __init__(self, activity: "WebOfAll", web: SharedWeb) -> None:
        self.activity, self.web, self._ = activity, web, activity._

    def shown(self) -> tuple[ipywidgets.Widget, ...]:
        """The choice of a view, and the view."""
        _, state = self._, self.activity.state
        views = [
            (_("One card"), "card"),
            (_("Unexpected ties"), "across"),
            (_("What joins"), "joins"),
            (_("Connectors"), "connectors"),
            (_("Before and after"), "before"),
        ]
        which = choice(_("What do you want to look at?"), views, state["view"], self.activity.take_view, row=True)
        made = {
            "card": self._card,
            "across": self._across,
            "joins": self._joins,
            "connectors": self._connectors,
            "before": self._before,
        }
        return (card(*self._who_sees(), which, *made[state["view"]]()),)

    def _who_sees(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if self.activity.invented:
            return ()
        options = [(_("A whole room, on a wall"), True), (_("Only those whose cards are here"), False)]
        ask = _("Who can see this screen?")
        return (choice(ask, options, self.activity.state["wall"], self.activity._take_wall, row=True),)

    def _card(self) -> tuple[ipywidgets.Widget, ...]:
        _, look = self._, str(self.activity.state["look"])
        chosen = look if look in self.web.cards else None
        options = [(_.number(int(key)), key) for key in self.web.cards]
        which = choice(_("Which card?"), options, chosen, self.activity.look_at, row=True)
        if chosen is None:
            return (which,)
        return (which, html(self._ties(chosen), live=True))

    def _ties(self, key: str) -> str:
        _ = self._
        head = f"<p><b>{escape(self.activity.name(key))}.</b> {escape(card_told(self.web, key, _))}</p>"
        if self.activity.on_wall:
            return head + self._not_on_wall()
        if self.activity.invented and key != self.activity.me:
            head += f"<p class='dk-scene'>{escape(portraits(_)[int(key) - 1])}</p>"
        return head + _list([self._shares(key, other) for other in self.web.ties_of(key)])

    def _shares(self, one: str, other: str) -> str:
        _, name = self._, self.activity.name
        things = shared_words(self.web, one, other, _)
        return _("{one} and {other} share: {things}.", one=name(one), other=name(other), things=things)

    def _not_on_wall(self) -> str:
        _ = self._
        told = _("What two cards share is not on a wall. Let the two find out by asking each other.")
        return note(told)

    def _across(self) -> tuple[ipywidgets.Widget, ...]:
        _, web = self._, self.web
        pairs = web.unexpected()
        many = _.n("{n} line crosses to the other shape.", "{n} lines cross to the other shape.", web.crossing)
        head = f"<p>{escape(many)}</p>"
        if self.activity.on_wall:
            return (html(head + self._not_on_wall()),)
        if self.activity.me:
            mine = [(self.activity.me, other) for other in web.ties_of(self.activity.me) if self._crosses(other)]
            pairs = (*mine, *[pair for pair in pairs if self.activity.me not in pair])
        return (html(head + _list([self._shares(one, other) for one, other in pairs])),)

    def _crosses(self, other: str) -> bool:
        return self.web.sides[other] != self.web.sides[self.activity.me]

    def _joins(self) -> tuple[ipywidgets.Widget, ...]:
        _, names = self._, identities(self._)
        smallest = SMALLEST_CELL if self.activity.on_wall else 2
        found = self.web.joining(smallest=smallest)
        rows = [_("{thing}: {n} people", thing=names[one.identity], n=one.n_people) for one in found]
        rest = _("Only what five people and more share stands here.") if self.activity.on_wall else ""
        if not rows:
            rest = _("Nothing is shared by enough people yet. More cards will help.")
        return (html(_list(rows) + note(rest)),)

    def _connectors(self) -> tuple[ipywidgets.Widget, ...]:
        _, web = self._, self.web
        if self.activity.on_wall:
            told = _("Who connects is not on a wall. Each card can be asked: whom would you like to introduce?")
            return (html(note(told)),)
        keys = self.activity.connectors(web)
        rows = [
            _("{card}: of 100 shortest ways between the shapes, {n} lead through it.",
              card=self.activity.name(key), n=round(100 * web.found.between[key]))
            for key in keys
        ]  # fmt: skip
        rows += [
            _("Without the line between {one} and {other} the web falls into more pieces.",
              one=self.activity.name(one), other=self.activity.name(other))
            for one, other in (sorted(bridge, key=int) for bridge in web.found.bridges)
        ]  # fmt: skip
        if not rows:
            rows = [_("No card and no line carries this web alone.")]
        told = _("A connector is not better than others. Others need it: so ask first, and thank.")
        return (html(_list(rows) + note(told)),)

    def _before(self) -> tuple[ipywidgets.Widget, ...]:
        _, web = self._, self.web
        total = web.graph.number_of_edges()
        here = round(100 * web.crossing / total) if total else 0
        rows = [
            _("{across} of {total} lines cross. That is {here} of 100.", across=web.crossing, total=total, here=here),
            _("If nobody looked at shapes, about {n} of 100 would cross.", n=web.by_chance),
        ]
        told = _(
            "Before is assumed: each knows two of their own shape. After is counted from your choices. "
            "Whether anybody likes anybody more is not in this picture."
        )
        return (html(_list(rows) + self._index() + note(told)),)

    def _index(self) -> str:
        """How much lines stay on their side, for those who like numbers."""
        _, found = self._, self.web.before_after
        if found.before is None or found.after is None:
            return ""
        summary = _("For those who like numbers")
        numbers = _(
            "Side assortativity: before {before}, after {after}.",
            before=_.number(round(found.before, 2)), after=_.number(round(found.after, 2)),
        )  # fmt: skip
        means = _("At 1 all lines stay on their side. At 0 they fall as if nobody looked at shapes.")
        return f"<details><summary>{escape(summary)}</summary><p>{escape(numbers)} {escape(means)}</p></details>"


def _list(rows: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>" if rows else ""
