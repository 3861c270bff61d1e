"""Which kind of help fits on which of the nine steps: a row for each kind, a bar over its steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet, wrap
from dastarkhan.pictures.stairs_picture import GROUNDS, WIDTH
from dastarkhan.pictures.tokens import colour

_LEFT, _WIDE, _TOP, _BAR, _SIZE = 8.0, 36.0, 30.0, 15.0, 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpMark:
    """One kind of help: its name, and the first and the last step on which it fits."""

    name: str
    first: int
    last: int


def help_picture(
    marks: Sequence[HelpMark], _: Words, *, title: str, step: int | None = None, key: str | None = None
) -> str:
    """Draw the ranges.

    Parameters
    ----------
    marks : sequence of HelpMark
        The lightest first; they are drawn from the ground up.
    step : int, optional
        A step to look at: a band goes through all rows.
    """
    rows = [(mark, wrap(mark.name, _SIZE, WIDTH - 2 * _LEFT)) for mark in reversed(marks)]
    heights = [len(lines) * 17 + _BAR + 11 for _mark, lines in rows]
    floor = _TOP + sum(heights)
    sheet = Sheet(WIDTH, floor + 6, direction=_.direction, mirrored=_.direction == "rtl")
    if step:
        x = _LEFT + (step - 1) * _WIDE
        sheet.rectangle(x - 1, 0, _WIDE + 1, floor + 4, fill=colour("line"), round=6)
    for at in range(9):
        x = _LEFT + at * _WIDE
        sheet.rectangle(x, 4, _WIDE - 1, 20, fill=colour(GROUNDS[at // 3]))
        sheet.text(x + _WIDE / 2, 19, _.number(at + 1), size=14, bold=at + 1 == step, anchor="middle")
    y = _TOP
    for (mark, lines), high in zip(rows, heights, strict=True):
        sheet.lines(_LEFT, y + 14, lines, size=_SIZE, leading=1.3)
        top = y + 17 * len(lines) + 5
        sheet.line(
            [(_LEFT, top + _BAR / 2), (_LEFT + 9 * _WIDE, top + _BAR / 2)], ink=colour("edge"), stroke=1, dashes=(1, 5)
        )
        left, long = _LEFT + (mark.first - 1) * _WIDE, (mark.last - mark.first + 1) * _WIDE
        sheet.rectangle(left, top, long, _BAR, fill=colour("river"), round=7)
        y += high
    told = "; ".join(
        _("{name}: steps {first} to {last}", name=mark.name, first=mark.first, last=mark.last) for mark in marks
    )
    return sheet.svg(title=title, description=told, key=key, widest=460)
