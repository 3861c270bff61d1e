"""What is around people on the phone line, in a few strokes each: water, a tractor, plates, a loudspeaker, wind."""

from collections.abc import Callable, Mapping
from math import pi, sin
from types import MappingProxyType

from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

_STROKE = 1.8


def draw_symbol(sheet: Sheet, name: str, centre: Point) -> None:
    """Draw a symbol of `SYMBOLS` into a circle of 16 pixels around a point."""
    SYMBOLS[name](sheet, *centre)


def _line(sheet: Sheet, x: float, y: float, *points: Point) -> None:
    sheet.line([(x + a, y + b) for a, b in points], ink=colour("ink"), stroke=_STROKE)


def _waves(sheet: Sheet, x: float, y: float) -> None:
    for row in (-6, 0, 6):
        _line(sheet, x, y, *((a, row + 2.2 * sin(a * pi / 5.5)) for a in range(-11, 12)))


def _tractor(sheet: Sheet, x: float, y: float) -> None:
    _line(sheet, x, y, (-9, 2), (-9, -9), (0, -9), (2, -3), (10, -3), (10, 3))
    _line(sheet, x, y, (6, -3), (6, -9))
    sheet.circle(x - 5, y + 5, 6, fill=colour("cloth"), edge=colour("ink"), stroke=_STROKE)
    sheet.circle(x + 8, y + 7, 3.6, fill=colour("cloth"), edge=colour("ink"), stroke=_STROKE)


def _plates(sheet: Sheet, x: float, y: float) -> None:
    for n in range(4):
        _line(sheet, x, y, (-10, 5 - 4 * n), (-6, 8 - 4 * n), (6, 8 - 4 * n), (10, 5 - 4 * n))


def _loudspeaker(sheet: Sheet, x: float, y: float) -> None:
    _line(sheet, x, y, (-11, -3), (-6, -3), (1, -9), (1, 9), (-6, 3), (-11, 3), (-11, -3))
    _line(sheet, x, y, (5, -4), (6.5, 0), (5, 4))
    _line(sheet, x, y, (8.5, -8), (11.5, 0), (8.5, 8))


def _wind(sheet: Sheet, x: float, y: float) -> None:
    _line(sheet, x, y, (-11, -4), (4, -4), (7, -6), (6, -9), (3, -9))
    _line(sheet, x, y, (-11, 1), (9, 1), (11, 4), (9, 7), (6, 6))
    _line(sheet, x, y, (-9, 6), (0, 6), (2, 8), (0, 10))


def _stall(sheet: Sheet, x: float, y: float) -> None:
    _line(sheet, x, y, (-11, -3), (-8, -9), (8, -9), (11, -3))
    _line(sheet, x, y, (-11, -3), (-7, 0), (-3.6, -3), (0, 0), (3.6, -3), (7, 0), (11, -3))
    _line(sheet, x, y, (-9, 0), (-9, 10))
    _line(sheet, x, y, (9, 0), (9, 10))
    _line(sheet, x, y, (-9, 5), (9, 5))


def _phone(sheet: Sheet, x: float, y: float) -> None:
    sheet.rectangle(x - 6.5, y - 11, 13, 22, round=3, fill=colour("cloth"), edge=colour("ink"), stroke=_STROKE)
    _line(sheet, x, y, (-3, -5), (3, -5))
    _line(sheet, x, y, (-3, -1), (2, -1))
    for a in (-3, 0, 3):
        sheet.circle(x + a, y + 5, 0.9, fill=colour("ink"))


def _field(sheet: Sheet, x: float, y: float) -> None:
    for a in (-7, 0, 7):
        _line(sheet, x, y, (a, 9), (a, -4))
        _line(sheet, x, y, (a, 0), (a - 3.4, -4))
        _line(sheet, x, y, (a, -3), (a + 3.4, -8))
    _line(sheet, x, y, (-11, 9), (11, 9))


SYMBOLS: Mapping[str, Callable[[Sheet, float, float], None]] = MappingProxyType(
    {
        "waves": _waves,
        "tractor": _tractor,
        "plates": _plates,
        "loudspeaker": _loudspeaker,
        "wind": _wind,
        "stall": _stall,
        "phone": _phone,
        "field": _field,
    }
)
"""Name -> how it is drawn."""
