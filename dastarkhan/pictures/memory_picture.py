"""Two memories of the same days as two threads side by side: where a side is silent, its thread is broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Sheet, wrap
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_TOP, _ROW, _SIDE, _DOT, _SIZE = 34.0, 44.0, 44.0, 10.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentMark:
    """One day: what each side tells of it, nothing where it is silent."""

    when: str
    first: str
    second: str


def memory_picture(
    days: Sequence[MomentMark], names: tuple[str, str], _: Words, *, title: str, key: str | None = None
) -> str:
    """Draw two memories.

    Parameters
    ----------
    days : sequence of MomentMark
        The earliest first.
    names : tuple of two str
        Over the left thread with round dots, and over the right one with square dots.
    """
    rest = _("Touch a day, or press Tab, to read what each side tells.")
    told = [(day.when, _told(day, names, _)) for day in days]
    high = _TOP + _ROW * len(days)
    strip = reading_strip(told, rest, top=high + 4, width=WIDTH)
    sheet = Sheet(WIDTH, high + 4 + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    for side, name in enumerate(names):
        sheet.text(_x(side), 16, name, size=13, bold=True, anchor="middle")
        _thread(sheet, days, side)
    strip.rest(sheet, rest)
    for number, day in enumerate(days):
        with sheet.part(". ".join(told[number])):
            y = _y(number)
            with sheet.shown_when_pointed_at("ring"):
                sheet.rectangle(4, y - 20, WIDTH - 8, 40, round=10, fill=colour("saffron-soft"))
            sheet.rectangle(4, y - 20, WIDTH - 8, 40, fill=colour("cloth"), opacity=0)
            _day(sheet, day, y)
            strip.tell(sheet, told[number])
    described = " ".join(f"{when}: {words}" for when, words in told)
    return sheet.svg(title=title, description=described, key=key, widest=460)


def _x(side: int) -> float:
    return _SIDE if side == 0 else WIDTH - _SIDE


def _y(number: int) -> float:
    return _TOP + _ROW * (number + 0.5)


def _told(day: MomentMark, names: tuple[str, str], _: Words) -> str:
    silent = _("Silence.")
    return " ".join(f"{name}: {text or silent}" for name, text in zip(names, (day.first, day.second), strict=True))


def _thread(sheet: Sheet, days: Sequence[MomentMark], side: int) -> None:
    """Draw a thread through the days that a side tells, and dots where it goes on without a word."""
    said = [n for n, day in enumerate(days) if (day.first, day.second)[side]]
    ink = colour(("river", "apricot")[side])
    for one, other in pairwise(said):
        ends = [(_x(side), _y(one)), (_x(side), _y(other))]
        if other == one + 1:
            sheet.line(ends, ink=ink, stroke=3)
        else:
            sheet.line(ends, ink=ink, stroke=2, dashes=(1, 6))


def _day(sheet: Sheet, day: MomentMark, y: float) -> None:
    lines = wrap(day.when, _SIZE, WIDTH - 4 * _SIDE)[:2]
    sheet.lines(WIDTH / 2, y + 4 - 7.5 * (len(lines) - 1), lines, leading=1.25, size=_SIZE, anchor="middle")
    for side, text in enumerate((day.first, day.second)):
        full = ("river", "apricot")[side]
        fill, edge = (full, full) if text else ("cloth", "edge")
        look: dict[str, Any] = {
            "fill": colour(fill),
            "edge": colour(edge),
            "stroke": 2,
            "dashes": () if text else (3, 3),
        }
        if side == 0:
            sheet.circle(_x(side), y, _DOT, **look)
        else:
            sheet.rectangle(_x(side) - _DOT + 1, y - _DOT + 1, 2 * _DOT - 2, 2 * _DOT - 2, **look)
