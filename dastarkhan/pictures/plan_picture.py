"""Tasks that wait for each other, as rows from the first day down to the last: what must not slip has a double edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dastarkhan.languages import Words
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_COLUMNS, _EDGE, _GAP = 3, 8.0, 12.0
_HIGH, _BETWEEN, _SIZE = 68.0, 24.0, 12.0
_WIDE = (WIDTH - 2 * _EDGE - (_COLUMNS - 1) * _GAP) / _COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMark:
    """One task in the drawing.

    Attributes
    ----------
    key : str
    name, when, who : str
        What it is called, on which days it can be done, and who does it ("" for nobody yet).
    told : str
        What is read about it.
    row, column : int
    after : tuple of str
        Keys of the tasks that it waits for.
    critical : bool
        Whether it must not slip.
    """

    key: str
    name: str
    when: str
    who: str
    told: str
    row: int
    column: int
    after: tuple[str, ...]
    critical: bool


def plan_picture(marks: Sequence[TaskMark], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a plan; the chain that must not slip is drawn double, so that no colour is needed.

    Parameters
    ----------
    marks : sequence of TaskMark
        At most one in a place.
    """
    rest = _("Touch a task, or press Tab, to read what it waits for.")
    rows = max(mark.row for mark in marks) + 1
    top = _EDGE + rows * (_HIGH + _BETWEEN)
    strip = reading_strip([(mark.name, mark.told) for mark in marks], rest, top=top, width=WIDTH)
    sheet = Sheet(WIDTH, top + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    known = {mark.key: mark for mark in marks}
    for mark in marks:
        for before in mark.after:
            _wait(sheet, known[before], mark, marks)
    strip.rest(sheet, rest)
    for mark in marks:
        with sheet.part(f"{mark.name}. {mark.told}"):
            _task(sheet, mark)
            strip.tell(sheet, (mark.name, mark.told))
    return sheet.svg(title=title, description=_described(marks, _), key=key, widest=460)


def _described(marks: Sequence[TaskMark], _: Words) -> str:
    chain = _.listed(mark.name for mark in marks if mark.critical)
    return _("A double edge marks what must not slip: {tasks}.", tasks=chain)


def _corner(mark: TaskMark) -> Point:
    return _EDGE + mark.column * (_WIDE + _GAP), _EDGE + mark.row * (_HIGH + _BETWEEN)


def _task(sheet: Sheet, mark: TaskMark) -> None:
    x, y = _corner(mark)
    fill = colour("river-soft" if mark.who else "cloth")
    with sheet.shown_when_pointed_at("ring"):
        sheet.rectangle(x - 4, y - 4, _WIDE + 8, _HIGH + 8, edge=colour("saffron"), stroke=5, round=12)
    sheet.rectangle(x, y, _WIDE, _HIGH, fill=fill, edge=colour("ink"), stroke=2.2 if mark.critical else 1, round=9)
    if mark.critical:
        sheet.rectangle(x + 4, y + 4, _WIDE - 8, _HIGH - 8, edge=colour("ink"), stroke=1, round=6)
    middle = x + _WIDE / 2
    lines = list(_lines(mark))
    high = y + _HIGH / 2 - 7.5 * (len(lines) - 1) + 4
    for text, size, bold in lines:
        sheet.text(middle, high, text, size=size, bold=bold, ink="ink", anchor="middle")
        high += 15


def _lines(mark: TaskMark) -> Iterator[tuple[str, float, bool]]:
    """A name in one or two lines, smaller where a language needs more room, then the days and who."""
    room = _WIDE - 14
    size = _SIZE
    while size > 9 and max(text_width(word, size, bold=True) for word in mark.name.split()) > room:
        size -= 0.5
    for line in wrap(mark.name, size, room, bold=True)[:2]:
        yield line, size, True
    yield mark.when, 11, False
    if mark.who:
        yield mark.who, 11, False


def _wait(sheet: Sheet, before: TaskMark, after: TaskMark, marks: Sequence[TaskMark]) -> None:
    """Draw an arrow down; where another task would lie under it, it runs along the edge of the sheet."""
    x, y = _corner(before)
    end_x, end_y = _corner(after)
    start, end = (x + _WIDE / 2, y + _HIGH), (end_x + _WIDE / 2, end_y)
    both = before.critical and after.critical
    hidden = any(before.row < one.row < after.row and one.column == before.column for one in marks)
    points = [start, end]
    if hidden:
        side = WIDTH - 2.5 if before.column else 2.5
        points = [(x + _WIDE - 10, y + _HIGH), (side, y + _HIGH + 12), (side, end_y - 12), (end_x + _WIDE - 10, end_y)]
    sheet.line(points, ink=colour("ink" if both else "edge"), stroke=3.2 if both else 1.4)
    _head(sheet, points[-2], points[-1])


def _head(sheet: Sheet, start: Point, end: Point) -> None:
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    back = (end[0] - along[0] * 9, end[1] - along[1] * 9)
    side = (-along[1] * 4.5, along[0] * 4.5)
    points = [end, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    sheet.shape(points, fill=colour("ink"), edge=colour("ink"), stroke=1)
