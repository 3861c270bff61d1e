"""The words on the picture of all agreements: its four parts, its legend, and what is read about a mark."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.agreement_marks import DISC, Mark, Shown, draw_number
from dastarkhan.pictures.dots import draw_dot
from dastarkhan.pictures.labels import Box
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.plane import Plane
from dastarkhan.pictures.sheet import Anchor, Point, Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

SHEET_WIDTH = 340.0
QUIET_DOT, BETTER_DOT = ("edge", 3.4), ("ink-soft", 4.8)
"""Ink and width, in pixels, of a dot that is not and one that is better for both."""

_WORD_LINE = 16.0


def name_corners(
    sheet: Sheet, plane: Plane, alone: Point, dotted: "Pairs", looks: Sequence[PartyLook], _: Words
) -> tuple[Point, ...]:
    """Name the four parts of the plane where there is room; give points over the words, which labels keep off."""
    x, y = plane.at(alone)
    left, right, top, bottom = plane.left, plane.right, plane.top, plane.bottom
    first, second = (_("better only for {side}", side=look.name) for look in looks[:2])
    named = [
        (_("better for both"), (x, top, right, y), "end"),
        (second, (left, top, x, y), "start"),
        (first, (x, y, right, bottom), "end"),
        (_("worse for both"), (left, y, x, bottom), "start"),
    ]
    taken: list[Point] = []
    with sheet.words():
        for words, part, outer in named:
            bold = part[:2] == (x, top)
            taken += _word_in(sheet, words, part, dotted, 14.0 if bold else 12.5, bold=bold, outer=outer)
    return (*taken, *_arrow(sheet, plane, (x, y)))


def _arrow(sheet: Sheet, plane: Plane, alone: Point) -> list[Point]:
    """Point into the corner that is better for both, where there is room; give points over the arrow."""
    x, y = plane.right - 14, plane.top + 34
    if x - alone[0] < 110 or alone[1] - y < 90:
        return []
    tail = (x - 36, y + 36)
    sheet.line([tail, (x - 4, y + 4)], ink=colour("saffron"), stroke=7)
    sheet.shape([(x, y), (x - 17, y + 2), (x - 2, y + 17)], fill=colour("saffron"), edge=colour("saffron"), stroke=4)
    return _over(tail[0] - 4, y - 4, 44, 44)


def _word_in(
    sheet: Sheet, words: str, part: Box, dotted: "Pairs", size: float, *, bold: bool, outer: str
) -> list[Point]:
    """Write the name of a part of the plane in that one of its corners where it hides the fewest dots."""
    left, top, right, bottom = part
    lines = wrap(words, size, max(40.0, right - left - 14), bold=bold)
    width = max(text_width(line, size, bold=bold) for line in lines)
    height = _WORD_LINE * len(lines)
    if not bold and (width > right - left - 10 or height > bottom - top - 8):
        return []
    sides: list[tuple[Anchor, float]] = [("start", left + 7), ("end", right - 7 - width)]
    sides = sides if outer == "start" else sides[::-1]
    spots = [(side, x, y) for side, x in sides for y in (top + 5, bottom - 5 - height)]
    spots = spots if top < sheet.height / 4 else [(side, x, y) for side, x, y in spots[1::2] + spots[::2]]
    side, x, y = min(spots, key=lambda spot: _hidden(dotted, (spot[1], spot[2], spot[1] + width, spot[2] + height)))
    at = x if side == "start" else x + width
    ink = "ink" if bold else "ink-soft"
    sheet.lines(at, y + 12, lines, size=size, leading=_WORD_LINE / size, bold=bold, ink=ink, anchor=side)
    return _over(x, y, width, height)


def _hidden(dotted: "Pairs", box: Box) -> int:
    """Count the dots under a box."""
    x, y = dotted[:, 0], dotted[:, 1]
    return int(((x > box[0] - 2) & (x < box[2] + 2) & (y > box[1] - 2) & (y < box[3] + 2)).sum())


def _over(x: float, y: float, width: float, height: float) -> list[Point]:
    """Give points over a box, close enough together that no label fits between them."""
    columns, rows = max(2, int(width // 6)), max(2, int(height // 5))
    return [(x + width * i / (columns - 1), y + height * j / (rows - 1)) for i in range(columns) for j in range(rows)]


def quiet_lines(plane: Plane, alone: Point) -> list[Point]:
    """Give points along the two quiet lines, which labels had better not cross."""
    x, y = plane.at(alone)
    along = [(plane.left + 8 * k, y) for k in range(int((plane.right - plane.left) // 8))]
    return along + [(x, plane.top + 8 * k) for k in range(int((plane.bottom - plane.top) // 8))]


class Legend:
    """What each kind of mark means, beside its sign, and the names of numbered agreements."""

    def __init__(self, n_better: int, n_dots: int, numbered: Sequence[Shown], _: Words) -> None:
        both = _.n("{n} agreement is better for both", "{n} agreements are better for both", n_better)
        others = _.n("{n} other is not better for both", "{n} others are not better for both", n_dots - n_better)
        edge = _("the outer edge: more for one means less for the other")
        self.rows = [(sign, wrap(words, 12, SHEET_WIDTH - 34)) for sign, words in enumerate((both, others, edge))]
        self.names: list[tuple[float, int, Shown]] = []
        x, row = 2.0, 0
        for one in numbered:
            width = 2 * DISC + 8 + text_width(one.name, 12) + 14
            if x > 2 and x + width > SHEET_WIDTH:
                x, row = 2.0, row + 1
            self.names.append((x, row, one))
            x += width
        self.words_height = sum(17.0 * len(lines) + 3 for _sign, lines in self.rows)
        self.height = self.words_height + (26.0 * (row + 1) if numbered else 0.0) + 6

    def draw(self, sheet: Sheet, top: float) -> None:
        y = top + 17
        for sign, lines in self.rows:
            if sign == 2:
                sheet.line([(4, y - 4), (22, y - 4)], ink=colour("ink"), stroke=1.8)
            else:
                ink, width = (BETTER_DOT, QUIET_DOT)[sign]
                draw_dot(sheet, (13, y - 4), width / 2 + 0.8, ink)
            y = sheet.lines(30, y, lines, size=12, leading=17 / 12) + 3
        for x, row, one in self.names:
            base = top + self.words_height + 26 * row + 14
            draw_number(sheet, (x + DISC + 1, base), one.number)
            sheet.text(x + 2 * DISC + 8, base + 4.4, one.name, size=12)


def told_of(mark: Mark, alone: Point, looks: Sequence[PartyLook], _: Words) -> str:
    """Say what a pair of points means to each side."""
    if mark.kind == "alone":
        return alone_words(alone, looks, _)
    return " ".join(_gain(look.name, float(mark.points[k]), alone[k], _) for k, look in enumerate(looks[:2]))


def _gain(side: str, points: float, alone: float, _: Words) -> str:
    more = round(points) - round(alone)
    got = _.isolate(_.number(round(points)))
    if more == 0:
        return _("{side}: {points} points a year, as many as alone.", side=side, points=got)
    n = _.isolate(_.number(abs(more)))
    if more > 0:
        return _("{side}: {points} points a year, {n} more than alone.", side=side, points=got, n=n)
    return _("{side}: {points} points a year, {n} fewer than alone.", side=side, points=got, n=n)


def alone_words(alone: Point, looks: Sequence[PartyLook], _: Words) -> str:
    """Say what both sides have without an agreement."""
    first, second = looks[:2]
    return _(
        "Every side for itself: {one} {n} points a year, {other} {m}.",
        one=first.name,
        n=_.isolate(_.number(round(alone[0]))),
        other=second.name,
        m=_.isolate(_.number(round(alone[1]))),
    )
