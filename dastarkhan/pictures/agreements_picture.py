"""Every possible agreement as a dot: what it is worth to both sides, and where one's own stands among them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.agreement_marks import Mark, draw_marks, marks_on_sheet
from dastarkhan.pictures.agreement_words import (
    BETTER_DOT,
    QUIET_DOT,
    SHEET_WIDTH,
    Legend,
    alone_words,
    name_corners,
    quiet_lines,
    told_of,
)
from dastarkhan.pictures.dots import draw_dots
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.plane import Plane, draw_edges, number_room, plane_around
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet, text_width
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

_AXIS_SIZE = 12.5
_CROWD = 5.0  # dots nearer than these pixels are one crowd to a label that looks for free room
_TOP, _RIGHT, _UNDER = 40.0, 16.0, 42.0  # pixels above, beside and under the plane


def agreements_picture(
    dots: "Pairs | Sequence[Sequence[float]]",
    looks: Sequence[PartyLook],
    _: Words,
    *,
    title: str,
    alone: Sequence[float],
    marks: Sequence[Mark] = (),
    key: str | None = None,
) -> str:
    """Draw all possible agreements in the plane of both sides' points, and the corner that is better for both.

    Parameters
    ----------
    dots
        Points a year of the first and the second side for every package, shape (n, 2); equal ones are drawn once.
    looks
        The looks of the two sides; the first goes along, the second goes up.
    title
        What the picture shows, in the reader's words.
    alone
        Points of both sides without an agreement, shape (2,).
    marks
        The reader's own agreements (up to six, numbered when there are several; none is well too), fair ones, and
        at most one of kind "alone", whose name then replaces "without agreement".
    key
        Prefix of all ids in the SVG.

    Returns
    -------
    str
        SVG text in which every mark can be reached by keyboard.
    """
    import numpy as np

    pairs = np.asarray(dots, dtype=float).reshape(-1, 2)
    base = (float(alone[0]), float(alone[1]))
    marks = marks if any(mark.kind == "alone" for mark in marks) else (*marks, _alone_mark(base, _))
    everything = np.vstack([pairs, [base], [[float(point) for point in mark.points] for mark in marks]])
    plane = _window(everything, base, _)
    told = [told_of(mark, base, looks, _) for mark in marks]
    shown = marks_on_sheet(marks, [plane.at(mark.points) for mark in marks], told, _)
    better = (pairs > np.array(base)).all(axis=1)
    legend = Legend(int(better.sum()), len(pairs), [one for one in shown if one.number], _)
    rest = _("Each dot is one possible agreement. Touch a mark, or press Tab, to read about it.")
    below = plane.bottom + _UNDER + legend.height
    strip = reading_strip([(one.name, one.told) for one in shown], rest, top=below, width=SHEET_WIDTH)
    sheet = Sheet(SHEET_WIDTH, below + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    _ground(sheet, plane, base)
    places = plane.places(pairs)
    draw_dots(sheet, np.unique(places[~better], axis=0), *QUIET_DOT)
    draw_dots(sheet, np.unique(places[better], axis=0), *BETTER_DOT)
    _outer_edge(sheet, plane, pairs)
    draw_edges(sheet, plane, base, _)
    _axis_names(sheet, plane, looks, _)
    dotted = np.unique(places, axis=0)
    taken = name_corners(sheet, plane, base, dotted, looks, _)
    legend.draw(sheet, plane.bottom + _UNDER)
    strip.rest(sheet, rest)
    crowds = np.unique(np.round(dotted / _CROWD) * _CROWD, axis=0)
    avoid = (*taken, *map(tuple, crowds.tolist()), *quiet_lines(plane, base))
    draw_marks(sheet, shown, strip, avoid, (plane.left + 2, plane.top, plane.right, plane.bottom - 2))
    said = _("{n} of {all} possible agreements are better for both sides.", n=int(better.sum()), all=len(pairs))
    description = f"{said} {alone_words(base, looks, _)}"
    return sheet.svg(title=title, description=description, key=key, widest=560)


def _alone_mark(base: Point, _: Words) -> Mark:
    return Mark(name=_("without agreement"), points=base, kind="alone")


def _window(everything: "Pairs", base: Point, _: Words) -> Plane:
    """Give the window on the plane, beside the room that the numbers on its left need."""
    room = number_room(float(everything[:, 1].min()), float(everything[:, 1].max()), base[1], _) + 10
    return plane_around(everything, room, _TOP, SHEET_WIDTH - room - _RIGHT)


def _ground(sheet: Sheet, plane: Plane, base: Point) -> None:
    """Shade the corner that is better for both, and draw the lines on which one side is as well off as alone."""
    x, y = plane.at(base)
    sheet.rectangle(x, plane.top, plane.right - x, y - plane.top, fill=colour("saffron-soft"))
    for line in ([(plane.left, y), (plane.right, y)], [(x, plane.top), (x, plane.bottom)]):
        sheet.line(line, ink=colour("ink-soft"), stroke=1.2, dashes=(5, 4))


def _outer_edge(sheet: Sheet, plane: Plane, pairs: "Pairs") -> None:
    """Join the agreements that nobody can better without a loss for the other side."""
    from simulations.bargaining.dominance import undominated

    edge = pairs[undominated(pairs)]
    if len(edge):
        sheet.line(plane.places(edge[edge[:, 0].argsort()]), ink=colour("ink"), stroke=1.8)


def _axis_names(sheet: Sheet, plane: Plane, looks: Sequence[PartyLook], _: Words) -> None:
    """Say at each arrow whose points grow that way."""
    for look, y, at_start in ((looks[1], 15.0, True), (looks[0], plane.bottom + 35.0, False)):
        words = _("{side}: points a year on average", side=look.name)
        room = SHEET_WIDTH - 22
        width = text_width(words, _AXIS_SIZE, bold=True)
        size = _AXIS_SIZE * min(1.0, room / width)  # a long language writes a little smaller
        sign = 2.0 if at_start else room - min(width, room) + 2
        sheet.rectangle(sign, y - 11, 12, 12, round=3, **look.fill)
        # At the end the words are held at their end: a browser's own letters may be a little wider than ours.
        place = sign + 18 if at_start else SHEET_WIDTH - 2
        sheet.text(place, y, words, size=size, bold=True, anchor="start" if at_start else "end")
