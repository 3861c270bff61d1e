"""A plane of two sides' points: where a pair of numbers stands on the sheet, and round numbers along its edges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Point, Sheet, text_width
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pair = Sequence[float] | np.ndarray[tuple[int], np.dtype[np.float64]]
    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

_NUMBER_SIZE = 11.5
_LEAST_SPAN = 40.0  # points, so that a lone dot does not become a world
_MARGIN = 0.06  # of what is shown, so that no dot stands on an edge


def round_step(span: float, most: int) -> float:
    """Give a round distance, so that at most `most` steps of it fit into `span`.

    >>> round_step(440, 5), round_step(3, 5)
    (100.0, 1.0)
    """
    size = 1e-3
    while True:
        for factor in (1, 2, 5):
            if span / (size * factor) <= most:
                return round(size * factor, 6)
        size *= 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A window on the plane: `low` and `high` are pairs of points, `left` ... `bottom` pixels of the sheet."""

    low: Point
    high: Point
    left: float
    top: float
    right: float
    bottom: float

    def at(self, points: "Pair") -> Point:
        """Give the place of a pair of points on the sheet."""
        across = (float(points[0]) - self.low[0]) / (self.high[0] - self.low[0])
        up = (float(points[1]) - self.low[1]) / (self.high[1] - self.low[1])
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def places(self, points: "Pairs") -> "Pairs":
        """Give the places of many pairs, shape (n, 2), to half a pixel."""
        import numpy as np

        if not len(points):
            return points
        low, high = np.array(self.low), np.array(self.high)
        size = np.array([self.right - self.left, self.top - self.bottom])
        found: Pairs = np.round(2 * (np.array([self.left, self.bottom]) + (points - low) / (high - low) * size)) / 2
        return found


def plane_around(points: "Pairs", left: float, top: float, width: float) -> Plane:
    """Give a window that holds every pair; both axes share one scale unless that were a very flat or tall window."""
    low, high = points.min(axis=0), points.max(axis=0)
    spans = [max(_LEAST_SPAN, float(high[k] - low[k])) for k in (0, 1)]
    middles = [float(high[k] + low[k]) / 2 for k in (0, 1)]
    edges = [(middles[k] - (0.5 + _MARGIN) * spans[k], middles[k] + (0.5 + _MARGIN) * spans[k]) for k in (0, 1)]
    height = width * min(1.08, max(0.8, spans[1] / spans[0]))
    return Plane(
        low=(edges[0][0], edges[1][0]),
        high=(edges[0][1], edges[1][1]),
        left=left,
        top=top,
        right=left + width,
        bottom=top + height,
    )


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Give the round numbers between two ends.

    >>> ticks(-216, 223)
    [-200.0, -100.0, 0.0, 100.0, 200.0]
    """
    step = round_step(high - low, most)
    first = -(-low // step)
    count = int((high - first * step) // step) + 1
    return [round((first + i) * step, 6) + 0.0 for i in range(count)]


def draw_edges(sheet: Sheet, plane: Plane, alone: Point, _: Words) -> None:
    """Draw both axes with arrowheads, few round numbers, and in bold what each side has alone."""
    floor, wall = plane.bottom, plane.left
    for x in _spaced(plane, ticks(plane.low[0], plane.high[0]), alone, _, axis=0):
        place = plane.at((x, 0))[0]
        sheet.line([(place, floor), (place, floor + 4)], ink=colour("edge"))
        sheet.text(place, floor + 16, _.number(x), size=_NUMBER_SIZE, ink="ink-soft", anchor="middle")
    for y in _spaced(plane, ticks(plane.low[1], plane.high[1]), alone, _, axis=1):
        place = plane.at((0, y))[1]
        sheet.line([(wall - 4, place), (wall, place)], ink=colour("edge"))
        sheet.text(wall - 6, place + 4, _.number(y), size=_NUMBER_SIZE, ink="ink-soft", anchor="end")
    x, y = plane.at(alone)
    sheet.text(x, floor + 16, _.number(round(alone[0])), size=_NUMBER_SIZE, bold=True, anchor="middle")
    sheet.text(wall - 6, y + 4, _.number(round(alone[1])), size=_NUMBER_SIZE, bold=True, anchor="end")
    sheet.line([(wall, plane.top - 6), (wall, floor), (plane.right + 6, floor)], ink=colour("ink"), stroke=1.4)
    sheet.shape([(wall - 4.5, plane.top - 4), (wall, plane.top - 13), (wall + 4.5, plane.top - 4)], fill=colour("ink"))
    tip = plane.right + 13
    sheet.shape([(tip - 9, floor - 4.5), (tip, floor), (tip - 9, floor + 4.5)], fill=colour("ink"))


def _spaced(plane: Plane, numbers: Sequence[float], alone: Point, _: Words, *, axis: int) -> list[float]:
    """Leave out the round numbers that would touch the number of the side alone."""
    kept = []
    for number in numbers:
        pair = (number, number)
        far = abs(plane.at(pair)[axis] - plane.at(alone)[axis])
        widths = [text_width(_.number(round(each)), _NUMBER_SIZE, bold=True) for each in (number, alone[axis])]
        if far > (sum(widths) / 2 + 6 if axis == 0 else 13):
            kept.append(number)
    return kept


def number_room(plane_low: float, plane_high: float, alone: float, _: Words) -> float:
    """Give the width that the numbers of the upright axis need."""
    shown = [*ticks(plane_low, plane_high), round(alone)]
    return max(text_width(_.number(each), _NUMBER_SIZE, bold=True) for each in shown)
