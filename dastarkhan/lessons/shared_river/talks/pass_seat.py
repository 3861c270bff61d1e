"""Two people at one screen: before the screen is handed on, nothing of anybody's sheet is on it."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, card, html
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.talk_words import package_list
from dastarkhan.lessons.shared_river.year_words import seal
from simulations.table import Case


def hand_over(
    case: Case, side: str, offer: Mapping[str, Any] | None, taken: Callable[[], None], _: Words
) -> tuple[ipywidgets.Widget, ...]:
    """A screen that says who should take it, and what lies open for both.

    Parameters
    ----------
    case : Case
    side : str
        Whose turn it is.
    offer : mapping or None
        The offer on the table, with ``side`` and ``package``; both may look at it.
    taken : callable
        Called when that side has the screen.
    """
    name = side_name(case, side, _)
    heading = escape(_("Hand the screen over"))
    told = escape(_("Now it is the turn of {side}. The other side looks away.", side=name))
    return (
        *(_open_offer(case, offer, _) if offer else ()),
        card(
            html(f"<h3>{heading}</h3><p>{seal(case, side, _)}</p><p>{told}</p>"),
            button(_("I am {side}: show my side", side=name), taken),
        ),
    )


def _open_offer(case: Case, offer: Mapping[str, Any], _: Words) -> tuple[ipywidgets.Widget, ...]:
    heading = escape(_("{side} offers", side=side_name(case, offer["side"], _)))
    told = escape(_("You may both look at it, and talk."))
    return (card(html(f"<h3>{heading}</h3>{package_list(case, offer['package'], _)}<p>{told}</p>")),)


def hide_again(case: Case, side: str, hidden: Callable[[], None], _: Words) -> ipywidgets.Button:
    """One tap that takes everything private off the screen."""
    name = side_name(case, side, _)
    return button(_("Hide what belongs to {side}", side=name), hidden, css="dk-quiet")
