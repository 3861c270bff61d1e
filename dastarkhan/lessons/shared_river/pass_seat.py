"""Two people at one screen: before the screen is handed on, nothing of anybody's sheet is on it."""

from collections.abc import Callable
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, card, html
from dastarkhan.lessons.shared_river.year_words import seal
from simulations.table import Case


def hand_over(case: Case, side: str, taken: Callable[[], None], _: Words) -> tuple[ipywidgets.Widget, ...]:
    """A screen that says only who should take it.

    Parameters
    ----------
    case : Case
    side : str
        Whose turn it is.
    taken : callable
        Called when that side has the screen.
    """
    name = _.case(case, f"sides.{side}.name")
    heading = escape(_("Hand the screen over"))
    told = escape(_("Now it is the turn of {side}. The other side looks away, or pours the tea.", side=name))
    return (
        card(
            html(f"<h3>{heading}</h3><p>{seal(case, side, _)}</p><p>{told}</p>"),
            button(_("I am {side}: show my side", side=name), taken),
        ),
    )


def hide_again(case: Case, side: str, hidden: Callable[[], None], _: Words) -> ipywidgets.Button:
    """One tap that takes everything private off the screen."""
    name = _.case(case, f"sides.{side}.name")
    return button(_("Hide what belongs to {side}", side=name), hidden, css="dk-quiet")
