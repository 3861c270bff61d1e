"""Before the talks: on which river and on which side one sits, and with whom."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.languages.near_home import near_home
from dastarkhan.lessons.activity import button, card, choice, html
from dastarkhan.lessons.shared_river.choose_river import RiverChoice
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.talks.fold import fold
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS, card_words, name_of
from dastarkhan.lessons.shared_river.talks.seating import deciding_seats

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.talks.negotiate import Negotiate

TWO = "two"
FIRST_PARTNER = "conceder"


def begin_screen(activity: "Negotiate") -> Sequence[ipywidgets.Widget]:
    """Choose a side; the river that one knows and a gentle partner are there already, others behind a button."""
    return (_Begin(activity).card,)


class _Begin:
    """The card, and what on it follows each choice without a new screen, so that the keyboard stays where it is."""

    def __init__(self, activity: "Negotiate") -> None:
        self.activity, self._ = activity, activity.lesson.words
        _ = self._
        self.river, self.warning, self.sides = html(live=True), html(), ipywidgets.VBox()
        self.opposite, self.about = html(live=True), html()
        self.begin = button(_("Sit down at the table"), activity.once(activity.begin))
        self.welcome = html()
        self._new_river()
        other = RiverChoice(activity.lesson, self._take_river, self.warning).box
        partners = self._partners()
        self._ready()
        self.card = card(self.welcome, self.river, other, self.sides, self.opposite, partners, self.about, self.begin)

    # --- which river; whom it is too near to stands folded under it, for the trainer

    def _take_river(self, name: str) -> None:
        try:
            self.activity.choose_river(name)
        finally:
            self._new_river()
            self.partner.value = self.activity.state["opposite"]
            self._ready()

    def _new_river(self) -> None:
        _, activity = self._, self.activity
        self.welcome.value = _welcome(activity, _)
        title = escape(_("You talk about: {river}.", river=_.case(activity.case, "title")))
        take = escape(_("Take the river that is least like home."))
        self.river.value = f"<p><b>{title}</b> <span class='dk-small'>{take}</span></p>"
        warning = escape(near_home(activity.case, _))
        heading = escape(_("For trainers"))
        self.warning.value = f"<details><summary>{heading}</summary><p>{warning}</p></details>" if warning else ""
        told = [(side_words(activity, side), side) for side in sides_by_name(activity.case, _)]
        ask = _("On which side do you sit?")
        self.sides.children = (choice(ask, told, activity.state["side"], self._sit_down),)

    # --- who sits there

    def _partners(self) -> ipywidgets.VBox:
        _, state = self._, self.activity.state
        partners = [(card_words(partner, _), partner) for partner in MANNERS]
        two = _("Two people at this screen. You pass it on, and everybody's sheet stays hidden from the other.")
        ask = _("Who sits opposite you?")
        chosen = choice(ask, [*partners, (two, TWO)], state["opposite"], self._sit_opposite)
        self.partner = chosen.children[1]
        show, hide = _("Another partner, or two people"), _("Close the list of partners")
        return fold(show, hide, chosen, opened=state["opposite"] is None)

    def _sit_opposite(self, chosen: str) -> None:
        if chosen != self.activity.state["opposite"]:  # not when another river brings its own partner
            self.activity.remember(opposite=chosen)
        self._ready()

    def _sit_down(self, side: str) -> None:
        if side in self.activity.case.sides:  # not a late tap for another river's side
            self.activity.remember(side=side)
            self._ready()

    def _ready(self) -> None:
        _, state = self._, self.activity.state
        two = state["opposite"] == TWO
        self.sides.layout.display = "none" if two else None
        self.begin.disabled = not two and (state["side"] is None or state["opposite"] is None)
        self.opposite.value = _opposite(state["opposite"], _)
        self.about.value = f"<p class='dk-small'>{escape(_how(state['opposite'], _))}</p>"


def side_words(activity: "Negotiate", side: str) -> str:
    """A side on its card: its name and what its deciding seat is for."""
    seat = deciding_seats(activity.case)[side]
    _ = activity.lesson.words
    return f"{side_name(activity.case, side, _)}. {_.case(activity.case, f'seats.{seat}.brief')}"


def _welcome(activity: "Negotiate", _: Words) -> str:
    years = int(activity.case.data["years"])
    told = (
        _("Every autumn the two sides meet before anybody knows what the year will bring."),
        _.n(
            "There is {n} year. You may stop after it.",
            "There are {n} years. You may stop after each. Every year more can be agreed.",
            years,
        ),
        _("You need no experience. Look at your sheet, offer something, listen, and try again."),
    )
    kept = len(activity.state["earlier"])
    before = _.n("{n} earlier game is kept.", "{n} earlier games are kept.", kept) if kept else ""
    return f"<p>{escape(' '.join(told))}</p>" + (f"<p class='dk-small'>{escape(before)}</p>" if before else "")


def _opposite(opposite: str | None, _: Words) -> str:
    """Who sits there, and how it is."""
    if opposite is None:
        return ""
    if opposite == TWO:
        return f"<p><b>{escape(_('You are two people at this screen.'))}</b></p>"
    named = escape(_("You sit opposite “{partner}”.", partner=name_of(opposite, _)))
    return f"<p><b>{named}</b> <span class='dk-small'>{escape(_.marked(MANNERS[opposite].about))}</span></p>"


def _how(opposite: str | None, _: Words) -> str:
    if opposite == TWO:
        return _("Decide who sits on which side. The screen will say whose turn it is.")
    return _("A whole table may sit on one side together: talk first, then one of you taps.")
