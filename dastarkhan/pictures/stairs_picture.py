"""Nine steps from the left up to the right, with a crowd on every step: where many walks stand after a round."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.dots import draw_dot, draw_dots
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Sheet, wrap
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

WIDTH = 340.0
GROUNDS = ("river-soft", "saffron-soft", "pomegranate-soft")
"""Of the three levels, which also have their names below."""
_LEFT, _WIDE, _LOW, _RISE = 8.0, 36.0, 24.0, 12.0
_ACROSS, _APART, _DOT = 6, 5.4, 4.4
_ABOVE = 34.0
"""Room above a crowd, for whoever is followed and for a number."""
_SMALL = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """One step.

    Attributes
    ----------
    name : str
        What is read when it is pointed at.
    told : str
        What is read under the name.
    many : int
        How many stand on it.
    sign : str
        What is written above those who stand there.
    """

    name: str
    told: str
    many: int
    sign: str


def stairs_picture(
    steps: Sequence[StepMark],
    levels: Sequence[str],
    _: Words,
    *,
    title: str,
    a_dot: int = 10,
    room: int = 0,
    followed: int | None = None,
    on_paper: bool = False,
    key: str | None = None,
) -> str:
    """Draw the stairs; a level has a ground of its own and its name below, so that no colour is needed.

    Parameters
    ----------
    steps : sequence of StepMark
        The lowest first.
    levels : sequence of str
        Names of the levels; each has as many steps as the others.
    a_dot : int
        How many stand behind one dot; a few are still one dot.
    room : int
        For how many there is room on the highest step, so that the stairs stay where they are when a crowd moves.
    followed : int, optional
        Number of the step, from nought, on which the walk stands that the reader follows.
    on_paper : bool
        Without what is read when a step is pointed at.
    """
    rest = _("Touch a step, or press Tab, to read who stands there.")
    floor = _floor(steps, a_dot, room)
    top = floor + 8 + 15 * max(len(_lines(level, levels)) for level in levels)
    strip = reading_strip([(step.name, step.told) for step in steps], rest, top=top, width=WIDTH)
    height = top if on_paper else top + strip.height
    sheet = Sheet(WIDTH, height, direction=_.direction, mirrored=_.direction == "rtl")
    _level_names(sheet, levels, len(steps), floor)
    if not on_paper:
        strip.rest(sheet, rest)
    for at, step in enumerate(steps):
        with nullcontext() if on_paper else sheet.part(f"{step.name}. {step.told}"):
            _step(sheet, at, floor, GROUNDS[at * len(levels) // len(steps)], _.number(at + 1))
            _crowd(sheet, at, _top(at, floor), step, a_dot, followed == at)
            if not on_paper:
                _ring(sheet, at, floor)
                strip.tell(sheet, (step.name, step.told))
    told = "; ".join(f"{step.name}: {step.sign or _.number(0)}" for step in steps)
    return sheet.svg(title=title, description=told, key=key, widest=460)


def _floor(steps: Sequence[StepMark], a_dot: int, room: int) -> float:
    """Put the floor so low that every crowd has room above its step."""
    highest = len(steps) - 1
    crowds = [(at, step.many) for at, step in enumerate(steps)] + [(highest, room)]
    return max(_LOW + at * _RISE + _rows(many, a_dot) * _APART + _ABOVE for at, many in crowds)


def _rows(many: int, a_dot: int) -> int:
    return ceil(ceil(many / a_dot) / _ACROSS)


def _top(at: int, floor: float) -> float:
    return floor - _LOW - at * _RISE


def _step(sheet: Sheet, at: int, floor: float, ground: str, number: str) -> None:
    x, top = _LEFT + at * _WIDE, _top(at, floor)
    sheet.rectangle(x, top, _WIDE, floor - top, fill=colour(ground))
    sheet.line([(x, floor), (x, top), (x + _WIDE, top)], ink=colour("ink"), stroke=1.6)
    if at == 8:
        sheet.line([(x + _WIDE, top), (x + _WIDE, floor)], ink=colour("ink"), stroke=1.6)
    sheet.line([(x, floor), (x + _WIDE, floor)], ink=colour("ink"), stroke=1.6)
    sheet.text(x + _WIDE / 2, floor - 7, number, size=14, bold=True, anchor="middle")


def _ring(sheet: Sheet, at: int, floor: float) -> None:
    x, top = _LEFT + at * _WIDE, _top(at, floor)
    with sheet.shown_when_pointed_at("ring"):
        sheet.rectangle(x + 2, top + 2, _WIDE - 4, floor - top - 4, edge=colour("saffron"), stroke=4)


def _crowd(sheet: Sheet, at: int, top: float, step: StepMark, a_dot: int, followed: bool) -> None:
    draw_dots(sheet, _places(at, top, ceil(step.many / a_dot)), "river", _DOT)
    middle = _LEFT + (at + 0.5) * _WIDE
    y = top - 3 - _rows(step.many, a_dot) * _APART
    if followed:
        draw_dot(sheet, (middle, y - 6), 6.5, "ink")
        draw_dot(sheet, (middle, y - 6), 4.4, "saffron")
        y -= 14
    if step.sign:
        sheet.text(middle, y - 3, step.sign, size=_SMALL, bold=True, anchor="middle")


def _places(at: int, top: float, many: int) -> "Pairs":
    """Put dots in rows on a step; a single row stands in the middle, a last one begins on the left."""
    import numpy as np

    number = np.arange(many)
    left = _LEFT + (at + 0.5) * _WIDE - (min(many, _ACROSS) - 1) / 2 * _APART
    return np.column_stack([left + number % _ACROSS * _APART, top - 4 - number // _ACROSS * _APART])


def _lines(level: str, levels: Sequence[str]) -> tuple[str, ...]:
    return wrap(level, _SMALL, 9 * _WIDE / len(levels) - 8)


def _level_names(sheet: Sheet, levels: Sequence[str], many: int, floor: float) -> None:
    each = many * _WIDE / len(levels)
    for number, level in enumerate(levels):
        left = _LEFT + number * each
        sheet.line([(left + 3, floor + 5), (left + each - 3, floor + 5)], ink=colour("ink-soft"), stroke=1.4)
        sheet.lines(left + each / 2, floor + 19, _lines(level, levels), size=_SMALL, leading=1.25, anchor="middle")
