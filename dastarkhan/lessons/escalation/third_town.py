"""What a quarrel of two does to a third town, when moods are carried over: three lines and three numbers."""

from collections.abc import Callable
from functools import lru_cache
from html import escape

import ipywidgets

from dastarkhan.content.escalation.spread import (
    CARRIED,
    GARBLED,
    about_the_third,
    three_walk,
    town_letters,
    town_names,
)
from dastarkhan.content.escalation.walks import FIRST_PAIR, HIGH, N_WALKS, assumed
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html, side_by_side
from dastarkhan.lessons.reflection import note
from dastarkhan.pictures.three_picture import three_picture

WAY = FIRST_PAIR[1]


@lru_cache(maxsize=len(CARRIED))
def walked(carried: float) -> dict[tuple[str, str], int]:
    """How many walks end high on each of the three lines."""
    return dict(three_walk(WAY, carried))


class ThirdTown:
    """A picture, and one number to change.

    Parameters
    ----------
    at : int
        Which of the chances to carry a mood over.
    changed : callable
        Called with the new one.
    _ : Words
    """

    def __init__(self, at: int, changed: Callable[[int], None], _: Words) -> None:
        self.at, self._changed, self._ = at, changed, _
        joins, mood, slide, reaches = about_the_third(_)
        self.names = (_("never"), _("now and then"), _("often"))
        which = ipywidgets.IntSlider(
            value=at, min=0, max=len(CARRIED) - 1, readout=False, continuous_update=False, description=slide
        )
        which.observe(lambda change: self._choose(change["new"]), names="value")
        self.picture, self.said = html(), html(live=True)
        taken = _(
            "Assumed: all three let three of ten hard words pass. Of ten calm words {n} arrives garbled. "
            "The number on a line: so many of {all} walks end on step {step} or above.",
            n=round(10 * GARBLED), all=N_WALKS, step=HIGH,
        )  # fmt: skip
        controls = ipywidgets.VBox([which, self.said])
        self.box = ipywidgets.VBox(
            [
                html(f"<p>{escape(joins)} {escape(mood)}</p>"),
                side_by_side(self.picture, controls),
                html(f"<p class='dk-small'>{escape(taken)} {escape(assumed(_)[0])}</p>{note(reaches)}"),
            ]
        )
        self._draw()

    def _choose(self, at: int) -> None:
        self.at = at
        self._changed(at)
        self._draw()

    def _draw(self) -> None:
        _, towns = self._, town_names(self._)
        high = walked(CARRIED[self.at])
        self.picture.value = three_picture(
            towns, town_letters(_), high, N_WALKS, _, title=_("Three towns"), key="third"
        )
        said = "".join(f"<li>{escape(towns[a])} – {escape(towns[b])}: {_.number(n)}</li>" for (a, b), n in high.items())
        self.said.value = f"<p><b>{escape(self.names[self.at])}</b></p><ul>{said}</ul>"
