"""Every package as a dot, rings for those that nothing beats, offers in their order, arrows to better ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.agreement_words import QUIET_DOT
from dastarkhan.pictures.dots import draw_dot, draw_dots
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.plane import draw_edges, number_room, plane_around
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tables_picture import WIDTH, draw_axis_names, draw_ground, draw_way
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

_TOP, _RIGHT, _UNDER = 40.0, 16.0, 46.0
_HEAD = 5.0  # pixels: half the width of an arrow's head


def dominance_picture(
    possible: "Pairs | Sequence[Sequence[float]]",
    looks: Sequence[PartyLook],
    axes: Sequence[str],
    _: Words,
    *,
    title: str,
    alone: Sequence[float],
    best: Sequence[int],
    way: Sequence[Sequence[float]] = (),
    arrows: Sequence[tuple[Sequence[float], Sequence[float]]] = (),
    key: str | None = None,
) -> str:
    """Draw the dominance digraph's ends, the path of offers, and a few of its arrows.

    Parameters
    ----------
    possible : array-like, shape (n, 2)
        Points of every package.
    looks, axes
        The looks of the two sides, and what their axes are called.
    alone
        Points of both sides without an agreement.
    best
        Rows of `possible` that no arrow of the digraph leaves: they get a ring.
    way
        A pair of points for each offer, in their order.
    arrows
        Pairs of places: from a package to one that is better for somebody and worse for nobody.

    Returns
    -------
    str
        SVG text.
    """
    import numpy as np

    pairs = np.asarray(possible, dtype=float).reshape(-1, 2)
    base = (float(alone[0]), float(alone[1]))
    everything = np.vstack([pairs, [base]])
    room = number_room(float(everything[:, 1].min()), float(everything[:, 1].max()), base[1], _) + 10
    plane = plane_around(everything, room, _TOP, WIDTH - room - _RIGHT)
    sheet = Sheet(WIDTH, plane.bottom + _UNDER, direction=_.direction, mirrored=_.direction == "rtl")
    draw_ground(sheet, plane, base)
    draw_dots(sheet, np.unique(plane.places(pairs), axis=0), *QUIET_DOT)
    for place in best:
        x, y = plane.at((float(pairs[place, 0]), float(pairs[place, 1])))
        draw_dot(sheet, (x, y), 3.5, "cloth")
        sheet.circle(x, y, 4.5, edge=colour("ink"), stroke=1.6)
    draw_edges(sheet, plane, base, _)
    draw_axis_names(sheet, plane, looks, axes)
    draw_way(sheet, [plane.at(pair) for pair in way], _)
    for start, end in arrows:
        _arrow(sheet, plane.at(start), plane.at(end))
    told = _("Rings: packages that nothing beats for both. Numbers: offers in their order. Arrows lead to better ones.")
    return sheet.svg(title=title, description=told, key=key, widest=560)


def _arrow(sheet: Sheet, start: Point, end: Point) -> None:
    """Draw a dashed line with a head at its end; nothing where both ends are one place."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length < 1:
        return
    ux, uy = dx / length, dy / length
    sheet.line([start, end], ink=colour("saffron"), stroke=2, dashes=(4, 3))
    back = (end[0] - 2 * _HEAD * ux, end[1] - 2 * _HEAD * uy)
    wings = [(back[0] - _HEAD * uy, back[1] + _HEAD * ux), (back[0] + _HEAD * uy, back[1] - _HEAD * ux)]
    sheet.shape([end, *wings], fill=colour("saffron"), edge=colour("ink"), stroke=0.8)
