"""Before the talks: on which side one sits, and with whom."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.languages.near_home import near_home
from dastarkhan.lessons.activity import button, card, choice, html
from dastarkhan.lessons.shared_river.partner_words import MANNERS, card_words
from dastarkhan.lessons.shared_river.played import river, rivers
from dastarkhan.lessons.shared_river.seating import deciding_seats

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.negotiate import Negotiate

TWO = "two"


def begin_screen(visit: "Negotiate") -> Sequence[ipywidgets.Widget]:
    """Choose a partner and a side; two people at one screen take a side each."""
    _, state = visit.lesson.words, visit.state
    begin = button(_("Sit down at the table"), visit.once(visit.begin))

    def ready() -> None:
        two = state["opposite"] == TWO
        sides.layout.display = "none" if two else None
        begin.disabled = not two and (state["side"] is None or state["opposite"] is None)
        about.value = f"<p class='dk-small'>{escape(_how(state['opposite'], _))}</p>"

    def sit_opposite(chosen: str) -> None:
        visit.remember(opposite=chosen)
        ready()

    def sit_down(side: str) -> None:
        visit.remember(side=side)
        ready()

    partners = [(card_words(partner, _), partner) for partner in MANNERS]
    two = _("Two people at this screen. You pass it on, and everybody's sheet stays hidden from the other.")
    opposite = choice(_("Who sits opposite you?"), [*partners, (two, TWO)], state["opposite"], sit_opposite)
    sides = choice(
        _("On which side do you sit? Take the one that is least like home."),
        [(side_words(visit, side), side) for side in _by_name(visit)],
        state["side"],
        sit_down,
    )
    about = html(live=True)
    ready()
    return (card(html(_welcome(visit, _)), opposite, sides, _which_river(visit, _), about, begin),)


def _which_river(visit: "Negotiate", _: Words) -> ipywidgets.VBox:
    """The lesson's own river first; whom it is too near to is said under it, for the trainer."""
    names = sorted(rivers(), key=lambda name: (name != visit.lesson.case.id, _.case(river(name), "title")))
    told = [(f"{_.case(river(name), 'title')}. {_.case(river(name), 'about')}", name) for name in names]
    chosen = choice(_("Which river? The first is the one that you know."), told, visit.case.id, visit.choose_river)
    warning = near_home(visit.case, _)
    chosen.children = (
        *chosen.children,
        html(f"<p class='dk-small'>{escape(_('For trainers:'))} {escape(warning)}</p>" if warning else ""),
    )
    return chosen


def side_words(visit: "Negotiate", side: str) -> str:
    """A side on its card: its name and what its deciding seat is for."""
    seat = deciding_seats(visit.case)[side]
    _ = visit.lesson.words
    return f"{_.case(visit.case, f'sides.{side}.name')}. {_.case(visit.case, f'seats.{seat}.brief')}"


def _by_name(visit: "Negotiate") -> tuple[str, ...]:
    _, case = visit.lesson.words, visit.case
    return tuple(sorted(deciding_seats(case), key=lambda side: _.case(case, f"sides.{side}.name")))


def _welcome(visit: "Negotiate", _: Words) -> str:
    years = int(visit.case.data["years"])
    told = (
        _("Every autumn the two sides meet before anybody knows what the year will bring."),
        _.n(
            "There is {n} year. You may stop after it.",
            "There are {n} years. You may stop after each. Every year more can be agreed.",
            years,
        ),
        _("You need no experience. Look at your sheet, offer something, listen, and try again."),
    )
    kept = len(visit.state["earlier"])
    before = _.n("{n} earlier game is kept.", "{n} earlier games are kept.", kept) if kept else ""
    return f"<p>{escape(' '.join(told))}</p>" + (f"<p class='dk-small'>{escape(before)}</p>" if before else "")


def _how(opposite: str | None, _: Words) -> str:
    if opposite == TWO:
        return _("Decide who sits on which side. The screen will say whose turn it is.")
    return _("A whole table may sit on one side together: talk first, then one of you taps.")
