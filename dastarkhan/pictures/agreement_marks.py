"""Marks on the picture of all agreements: a person's own, fair ones, and standing alone; with labels apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, dist, pi, sin
from typing import TYPE_CHECKING, Any, Literal

from dastarkhan.languages import Words
from dastarkhan.pictures.dots import draw_dot
from dastarkhan.pictures.labels import Box, place_labels
from dastarkhan.pictures.reading_strip import ReadingStrip, Told
from dastarkhan.pictures.sheet import Anchor, Point, Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pair = Sequence[float] | np.ndarray[tuple[int], np.dtype[np.float64]]

Kind = Literal["own", "fair", "alone"]

_LABEL_SIZE, _LABEL_LINE, _LABEL_WIDTH = 12.5, 15.5, 104.0
_STAR, _SMALL_STAR, _DIAMOND, _RING = 13.0, 7.5, 7.0, 6.5
DISC = 10.0
_APART = 3.0  # between one label and the next
_SAME_PLACE = 5.0  # nearer than this, fair marks share one diamond


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A named pair of points.

    Parameters
    ----------
    name
        What it is called, in the reader's words, such as "your agreement" or "equal gain".
    points
        Points a year of the first and the second side, shape (2,).
    kind
        "own": an agreement of the reader's; "fair": what a rule of fairness gives; "alone": every side for itself.
    """

    name: str
    points: "Pair"
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One mark on the sheet; `number` is that of an own agreement among several, as it is written.

    `reach` is half the size of the mark, in pixels.
    """

    kind: Kind
    centre: Point
    name: str
    told: str
    reach: float
    number: str = ""


def marks_on_sheet(marks: Sequence[Mark], places: Sequence[Point], told: Sequence[str], _: Words) -> tuple[Shown, ...]:
    """Put marks in the order in which they are drawn; fair ones on the same place become one.

    Parameters
    ----------
    places, told
        For each mark its place on the sheet, and what is read about it.
    """
    n_own = sum(mark.kind == "own" for mark in marks)
    found: list[Shown] = []
    for kind in ("alone", "fair", "own"):
        for mark, place, words in zip(marks, places, told, strict=True):
            if mark.kind != kind:
                continue
            number = _.number(1 + sum(one.kind == "own" for one in found)) if kind == "own" and n_own > 1 else ""
            reach = {"alone": _RING, "fair": _DIAMOND, "own": _SMALL_STAR if number else _STAR}[kind]
            shown = Shown(kind=mark.kind, centre=place, name=mark.name, told=words, reach=reach, number=number)
            twin = next((i for i, one in enumerate(found) if _are_one(one, shown)), None)
            if twin is None:
                found.append(shown)
            else:
                found[twin] = _joined(found[twin], shown, _)
    own = [one for one in found if one.kind == "own"]
    return tuple(_looking_out(one, own) for one in found)


def _are_one(one: Shown, other: Shown) -> bool:
    return one.kind == other.kind == "fair" and dist(one.centre, other.centre) < _SAME_PLACE


def _joined(one: Shown, other: Shown, _: Words) -> Shown:
    """Give one mark for two on the same place; what they bring differs by less than can be seen."""
    return replace(one, name=_.listed(dict.fromkeys((one.name, other.name))))


def _looking_out(one: Shown, own: Sequence[Shown]) -> Shown:
    """Let a diamond grow that an own star would hide."""
    over = [star.reach for star in own if dist(one.centre, star.centre) <= star.reach]
    return replace(one, reach=max(over) + 9) if one.kind == "fair" and over else one


def draw_marks(sheet: Sheet, shown: Sequence[Shown], strip: ReadingStrip, avoid: tuple[Point, ...], frame: Box) -> None:
    """Draw every mark as a part that can be pointed at, with its label beside it.

    Parameters
    ----------
    avoid
        Points that labels keep off.
    frame
        Left, top, right, bottom of the room for labels.
    """
    lines = [() if one.number else wrap(one.name, _LABEL_SIZE, _LABEL_WIDTH, bold=True) for one in shown]
    widths = [max((text_width(line, _LABEL_SIZE, bold=True) for line in each), default=2 * DISC) for each in lines]
    sizes = [(width, _LABEL_LINE * len(each) or 2 * DISC) for width, each in zip(widths, lines, strict=True)]
    rooms = tuple(((width + 2 * _APART, height + 2 * _APART),) for width, height in sizes)
    reaches = tuple((one.reach, one.reach) for one in shown)
    placed = place_labels(tuple(one.centre for one in shown), reaches, rooms, avoid, frame)
    for one, (box, _side, _way) in zip(shown, placed, strict=True):
        if one.number:
            sheet.line([one.centre, _middle(box)], ink=colour("ink"), stroke=2)
    for one, each, (box, side, _way) in zip(shown, lines, placed, strict=True):
        told: Told = (one.name, one.told)
        with sheet.part(f"{one.name}. {one.told}"):
            draw_dot(sheet, one.centre, 24, "cloth", opacity=0.004)  # room for a finger, hardly a mark
            with sheet.shown_when_pointed_at("ring"):
                _ring(sheet, one)
            _draw(sheet, one)
            if one.number:
                draw_number(sheet, _middle(box), one.number)
            strip.tell(sheet, told)
        _label(sheet, each, box, side)


def draw_number(sheet: Sheet, centre: Point, number: str) -> None:
    """Draw the disc with the number of one of several own agreements."""
    x, y = centre
    sheet.circle(x, y, DISC, fill=colour("saffron"), edge=colour("ink"), stroke=1.8)
    sheet.text(x, y + 4.4, number, size=12, bold=True, anchor="middle")


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _label(sheet: Sheet, lines: Sequence[str], box: Box, side: Anchor) -> None:
    x = {"start": box[0] + _APART, "middle": _middle(box)[0], "end": box[2] - _APART}[side]
    with sheet.words():
        leading = _LABEL_LINE / _LABEL_SIZE
        sheet.lines(x, box[1] + _APART + 12, lines, size=_LABEL_SIZE, leading=leading, bold=True, anchor=side)


def _ring(sheet: Sheet, one: Shown) -> None:
    """Draw the ring of a mark that is pointed at or has the keyboard."""
    for stroke, ink in ((9, "ink"), (5, "saffron")):
        sheet.circle(*one.centre, one.reach + 5, edge=colour(ink), stroke=stroke)


def _draw(sheet: Sheet, one: Shown) -> None:
    x, y = one.centre
    ink: dict[str, Any] = {"edge": colour("ink"), "stroke": 2.0}
    if one.kind == "own":
        sheet.shape(_star(x, y, one.reach + 3.5), fill=colour("cloth"))
        sheet.shape(_star(x, y, one.reach), fill=colour("saffron"), **ink)
    elif one.kind == "alone":
        for radius, name in ((one.reach + 3, "cloth"), (one.reach + 1, "ink"), (one.reach - 1, "cloth"), (2.2, "ink")):
            draw_dot(sheet, one.centre, radius, name)
    else:
        for size, edge in ((one.reach + 3, "cloth"), (one.reach, "ink")):
            corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
            sheet.shape(corners, fill=colour("cloth"), edge=colour(edge), stroke=2)


def _star(x: float, y: float, radius: float) -> list[Point]:
    """Give the ten corners of a star."""
    radii = [radius if k % 2 == 0 else 0.45 * radius for k in range(10)]
    return [(x + r * sin(pi * k / 5), y - r * cos(pi * k / 5)) for k, r in enumerate(radii)]
