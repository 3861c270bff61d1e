"""Tables of a room among all that was possible: dots without labels, and one table's way of offers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.agreement_marks import DISC, draw_number
from dastarkhan.pictures.agreement_words import QUIET_DOT
from dastarkhan.pictures.dots import draw_dot, draw_dots
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.plane import Plane, draw_edges, number_room, plane_around
from dastarkhan.pictures.sheet import Point, Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

WIDTH = 340.0
_AXIS_SIZE = 12.5
_TOP, _RIGHT, _UNDER = 40.0, 16.0, 46.0  # pixels above, beside and under the plane
_TABLE, _OWN = 8.0, 14.0  # radius of a table's dot, and of the ring around one's own
_APART = 5.0  # dots on the same place move so far apart, that each can be seen


def tables_picture(
    possible: "Pairs | Sequence[Sequence[float]]",
    looks: Sequence[PartyLook],
    axes: Sequence[str],
    _: Words,
    *,
    title: str,
    alone: Sequence[float],
    tables: Sequence[Sequence[float]] = (),
    own: int | None = None,
    way: Sequence[Sequence[float]] = (),
    key: str | None = None,
) -> str:
    """Draw tables, or one table's offers, in the plane of two sides' points.

    Parameters
    ----------
    possible
        Points of every possible agreement, shape (n, 2).
    looks, axes
        The looks of the two sides, and what their axes are called; the first goes along, the second goes up.
    alone
        Points of both sides without an agreement.
    tables
        A pair of points for each table; no dot says which table it is.
    own
        Which of `tables` gets a ring; None for none.
    way
        A pair of points for each offer, in their order; the last one is larger.
    key
        Prefix of all ids in the SVG.

    Returns
    -------
    str
        SVG text.
    """
    import numpy as np

    pairs = np.asarray(possible, dtype=float).reshape(-1, 2)
    base = (float(alone[0]), float(alone[1]))
    shown = [(float(x), float(y)) for x, y in (*tables, *way)]
    everything = np.vstack([pairs, [base], *([shown] if shown else [])])
    room = number_room(float(everything[:, 1].min()), float(everything[:, 1].max()), base[1], _) + 10
    plane = plane_around(everything, room, _TOP, WIDTH - room - _RIGHT)
    sheet = Sheet(WIDTH, plane.bottom + _UNDER, direction=_.direction, mirrored=_.direction == "rtl")
    draw_ground(sheet, plane, base)
    draw_dots(sheet, np.unique(plane.places(pairs), axis=0), *QUIET_DOT)
    draw_edges(sheet, plane, base, _)
    draw_axis_names(sheet, plane, looks, axes)
    _draw_tables(sheet, [plane.at(pair) for pair in tables], own)
    draw_way(sheet, [plane.at(pair) for pair in way], _)
    description = _("Each large dot is a table. Where both lines cross, every side is as well off as alone.")
    if way:
        description = _(
            "Numbers are offers in their order. Where both lines cross, every side is as well off as alone."
        )
    return sheet.svg(title=title, description=description, key=key, widest=560)


def draw_ground(sheet: Sheet, plane: Plane, base: Point) -> None:
    """Shade the corner that is better for both, and draw the lines on which one side is as well off as alone."""
    x, y = plane.at(base)
    sheet.rectangle(x, plane.top, plane.right - x, y - plane.top, fill=colour("saffron-soft"))
    for line in ([(plane.left, y), (plane.right, y)], [(x, plane.top), (x, plane.bottom)]):
        sheet.line(line, ink=colour("ink-soft"), stroke=1.2, dashes=(5, 4))


def draw_axis_names(sheet: Sheet, plane: Plane, looks: Sequence[PartyLook], axes: Sequence[str]) -> None:
    for look, words, y, at_start in (
        (looks[1], axes[1], 15.0, True),
        (looks[0], axes[0], plane.bottom + 37.0, False),
    ):
        room = WIDTH - 22
        width = text_width(words, _AXIS_SIZE, bold=True)
        sign = 2.0 if at_start else room - min(width, room) + 2
        sheet.rectangle(sign, y - 11, 12, 12, round=3, **look.fill)
        place = sign + 18 if at_start else WIDTH - 2
        size = _AXIS_SIZE * min(1.0, room / width)  # a long language writes a little smaller
        sheet.text(place, y, words, size=size, bold=True, anchor="start" if at_start else "end")


def spread_out(places: Sequence[Point]) -> tuple[Point, ...]:
    """Move dots that share a place apart, so that as many are seen as there are tables.

    Examples
    --------
    >>> spread_out([(10, 10), (50, 50), (10, 10)])
    ((5.0, 10), (50.0, 50), (15.0, 10))
    """
    shown = []
    for number, (x, y) in enumerate(places):
        same = [other for other, place in enumerate(places) if place == (x, y)]
        shown.append((x + _APART * (2 * same.index(number) - len(same) + 1) * 1.0, y))
    return tuple(shown)


def _draw_tables(sheet: Sheet, places: Sequence[Point], own: int | None) -> None:
    spread = spread_out(places)
    if own is not None:
        sheet.circle(*spread[own], _OWN, edge=colour("ink"), stroke=2.5)
    for x, y in spread:
        draw_dot(sheet, (x, y), _TABLE, "cloth")
        sheet.circle(x, y, _TABLE - 1.5, fill=colour("saffron"), edge=colour("ink"), stroke=1.8)


def draw_way(sheet: Sheet, places: Sequence[Point], _: Words) -> None:
    if len(places) > 1:
        sheet.line(places, ink=colour("ink"), stroke=1.6)
    for number, place in enumerate(places, start=1):
        if number == len(places):
            sheet.circle(*place, DISC + 4, edge=colour("ink"), stroke=2)
        draw_number(sheet, place, _.number(number))


def gains_picture(
    rows: Sequence[tuple[str, Sequence[float]]],
    _: Words,
    *,
    title: str,
    own: int | None = None,
    way: bool = False,
    key: str | None = None,
) -> str:
    """Draw one line for each side of three and more: how far each table, or each offer, is from acting alone.

    Parameters
    ----------
    rows
        A side's name, and its points above those alone, one for each table or offer.
    own
        Which table gets a ring; None for none.
    way
        Whether the numbers are offers in their order instead of tables.
    """
    least = min(0.0, *(min(gains, default=0.0) for _name, gains in rows))
    most = max(1.0, *(max(gains, default=0.0) for _name, gains in rows))
    left, right, y = 20.0, WIDTH - 20.0, 26.0
    scale = (right - left) / (most - least)
    names = [wrap(name, _AXIS_SIZE, WIDTH - 4, bold=True) for name, _gains in rows]
    height = sum(17.0 * len(name) + 36.0 for name in names) + 32.0
    sheet = Sheet(WIDTH, height, direction=_.direction, mirrored=_.direction == "rtl")
    zero = left + (0 - least) * scale
    sheet.text(zero, 14, _("as alone"), size=12, ink="ink-soft", anchor="start" if zero < WIDTH / 2 else "end")
    sheet.line([(zero, 20), (zero, height - 6)], ink=colour("ink-soft"), stroke=1.2, dashes=(5, 4))
    for name, (_name, gains) in zip(names, rows, strict=True):
        y = sheet.lines(2, y + 12, name, size=_AXIS_SIZE, leading=17 / _AXIS_SIZE, bold=True)
        places = [(left + (gain - least) * scale, y + 6.0) for gain in gains]
        sheet.line([(left, y + 6), (right, y + 6)], ink=colour("line"), stroke=2)
        if way:
            draw_way(sheet, places[-1:], _) if len(places) == 1 else _draw_last(sheet, places, _)
        else:
            _draw_tables(sheet, places, own)
        y += 24
    told = _("Each line is a side. To the end of the line it has more than alone.")
    return sheet.svg(title=title, description=told, key=key, widest=560)


def _draw_last(sheet: Sheet, places: Sequence[Point], _: Words) -> None:
    """Draw small dots for the offers before, and the newest one with its number."""
    for place in places[:-1]:
        draw_dot(sheet, place, 4, "edge")
    draw_number(sheet, places[-1], _.number(len(places)))
