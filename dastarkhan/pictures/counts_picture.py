"""What was counted, round by round: a row of bars for each sign; and what a threshold for an alarm does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import missing_fill
from dastarkhan.pictures.sheet import Sheet, text_width, wrap
from dastarkhan.pictures.stairs_picture import WIDTH
from dastarkhan.pictures.tokens import colour

_EDGE, _SIZE, _LINE, _BARS = 8.0, 13.0, 17.0, 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One row: what was counted, its counts, and whether it stands out."""

    name: str
    counts: tuple[int, ...]
    marked: bool = False


def counts_picture(rows: Sequence[CountRow], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw the rows under each other, all to one scale."""
    most = max(max(row.counts) for row in rows)
    named = [(row, wrap(row.name, _SIZE, WIDTH - 2 * _EDGE)) for row in rows]
    heights = [_LINE * len(lines) + _BARS + 10 for _row, lines in named]
    sheet = Sheet(WIDTH, sum(heights) + 6, direction=_.direction, mirrored=_.direction == "rtl")
    y = 0.0
    for (row, lines), high in zip(named, heights, strict=True):
        sheet.lines(_EDGE, y + 14, lines, size=_SIZE, leading=_LINE / _SIZE, bold=row.marked)
        _bars(sheet, row, y + high - 6, _BARS / max(most, 1))
        y += high
    told = "; ".join(f"{row.name}: {_.listed(map(_.number, row.counts))}" for row in rows)
    return sheet.svg(title=title, description=told, key=key, widest=460)


def _bars(sheet: Sheet, row: CountRow, floor: float, scale: float) -> None:
    wide = (WIDTH - 2 * _EDGE) / len(row.counts)
    look: dict[str, Any] = {"fill": colour("river")}
    if row.marked:
        look = {"fill": colour("cloth"), "edge": colour("ink"), "stroke": 1.2}
    for at, count in enumerate(row.counts):
        if count:
            sheet.rectangle(_EDGE + at * wide + 2, floor - count * scale, wide - 4, count * scale, **look)
    sheet.line([(_EDGE, floor), (WIDTH - _EDGE, floor)], ink=colour("ink"), stroke=1.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """Walks of one kind: in how many something was done well, in how many not, and what both are called."""

    name: str
    good: tuple[str, int]
    bad: tuple[str, int]


def alarm_picture(rows: Sequence[AlarmRow], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a bar for each row: what went well is plain, what did not is striped, and both have words and a number."""
    room = WIDTH - 2 * _EDGE
    each = 104.0
    sheet = Sheet(WIDTH, each * len(rows), direction=_.direction, mirrored=_.direction == "rtl")
    for at, row in enumerate(rows):
        y, whole = at * each, max(row.good[1] + row.bad[1], 1)
        sheet.text(_EDGE, y + 16, row.name, size=_SIZE, bold=True)
        split = room * row.good[1] / whole
        sheet.rectangle(_EDGE, y + 24, split, 22, fill=colour("sage"))
        sheet.rectangle(_EDGE + split, y + 24, room - split, 22, **missing_fill())
        sheet.rectangle(_EDGE, y + 24, room, 22, edge=colour("ink"), stroke=1.4)
        for line, (name, many), look in ((64, row.good, {"fill": colour("sage")}), (84, row.bad, missing_fill())):
            sheet.rectangle(_EDGE, y + line - 10, 12, 12, edge=colour("ink"), stroke=1, **look)
            number = _.number(many)
            sheet.text(_EDGE + 19, y + line, number, size=_SIZE, bold=True)
            sheet.text(_EDGE + 19 + text_width(number, _SIZE, bold=True) + 7, y + line, name, size=_SIZE)
    told = "; ".join(f"{row.name}: {name} {_.number(many)}" for row in rows for name, many in (row.good, row.bad))
    return sheet.svg(title=title, description=told, key=key, widest=460)
