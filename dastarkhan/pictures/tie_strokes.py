"""Strokes of a relation map: every kind of line has a pattern of its own, so that no colour is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Point, Sheet, wrap
from dastarkhan.pictures.tokens import colour

PATTERNS = ("whole", "double", "dots", "zigzag", "dashes")
INKS = {"whole": "sage", "double": "sage", "dots": "ink-soft", "zigzag": "pomegranate", "dashes": "pomegranate"}
"""Ink of each pattern where a map stands alone; two maps together are told apart by their sides' inks."""
QUESTION_MARKS = {"ltr": "?", "rtl": "؟"}
"""What a guess carries, by the direction of reading."""
_TOOTH, _HIGH, _APART = 5.5, 4.0, 2.2
_BADGE = 7.5
_KEY = 460.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One line between two people.

    Attributes
    ----------
    pattern : str
        One of `PATTERNS`.
    ink : str
        A token; the pattern's own when empty.
    guessed : bool
        Whether it carries a question mark.
    badge : str
        ``"round"``, ``"square"``, ``"both"`` or nothing: whose map it stands on.
    """

    pattern: str
    ink: str = ""
    guessed: bool = False
    badge: str = ""


def draw_stroke(
    sheet: Sheet, start: Point, end: Point, stroke: Stroke, *, aside: float = 0, badge_at: float = 0.5
) -> None:
    """Draw one line from point to point, `aside` pixels beside the straight way, its badge so far along it."""
    start, end = shifted(start, end, aside)
    ink = colour(stroke.ink or INKS[stroke.pattern])
    draw = {"whole": _whole, "double": _double, "dots": _dots, "zigzag": _zigzag, "dashes": _dashes}[stroke.pattern]
    draw(sheet, start, end, ink)
    at = between(start, end, badge_at)
    if stroke.badge:
        draw_badge(sheet, at, stroke.badge)
    if stroke.guessed:
        _question(sheet, between(start, end, badge_at + 0.14 if stroke.badge else badge_at))


def between(start: Point, end: Point, share: float) -> Point:
    """Return the point so far along a line."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def shifted(start: Point, end: Point, aside: float) -> tuple[Point, Point]:
    """Return a line beside a line."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    dx, dy = -(end[1] - start[1]) / length * aside, (end[0] - start[0]) / length * aside
    return (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)


def draw_badge(sheet: Sheet, at: Point, badge: str) -> None:
    """Draw whose map a line stands on: a ring, a square, or both."""
    x, y = at
    if badge == "both":
        sheet.rectangle(x - 2 * _BADGE, y - _BADGE, 4 * _BADGE, 2 * _BADGE, round=_BADGE, fill=colour("cloth"))
        _round(sheet, (x - 0.95 * _BADGE, y))
        _square(sheet, (x + 0.95 * _BADGE, y))
    elif badge == "round":
        _round(sheet, at)
    else:
        _square(sheet, at)


def _round(sheet: Sheet, at: Point) -> None:
    sheet.circle(*at, _BADGE - 1.5, fill=colour("river-soft"), edge=colour("river"), stroke=2)


def _square(sheet: Sheet, at: Point) -> None:
    side = 2 * _BADGE - 4
    sheet.rectangle(
        at[0] - side / 2, at[1] - side / 2, side, side, fill=colour("apricot-soft"), edge=colour("apricot"), stroke=2
    )


def _question(sheet: Sheet, at: Point) -> None:
    sheet.circle(*at, 8, fill=colour("cloth"), edge=colour("ink-soft"), stroke=1)
    sheet.text(at[0], at[1] + 4.4, QUESTION_MARKS[sheet.direction], size=12, bold=True, ink="ink", anchor="middle")


def _whole(sheet: Sheet, start: Point, end: Point, ink: str) -> None:
    sheet.line([start, end], ink=ink, stroke=4)


def _double(sheet: Sheet, start: Point, end: Point, ink: str) -> None:
    for aside in (-_APART, _APART):
        sheet.line(shifted(start, end, aside), ink=ink, stroke=1.6)


def _dots(sheet: Sheet, start: Point, end: Point, ink: str) -> None:
    sheet.line([start, end], ink=ink, stroke=3.4, dashes=(0.1, 7))


def _dashes(sheet: Sheet, start: Point, end: Point, ink: str) -> None:
    sheet.line([start, end], ink=ink, stroke=2.6, dashes=(10, 9))


def _zigzag(sheet: Sheet, start: Point, end: Point, ink: str) -> None:
    sheet.line(teeth(start, end), ink=ink, stroke=2)


def teeth(start: Point, end: Point) -> Sequence[Point]:
    """Return a zigzag from point to point."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    many = max(2, round(length / _TOOTH))
    found = [start]
    for n in range(1, many):
        at = between(start, end, n / many)
        found.append(shifted(at, end, _HIGH if n % 2 else -_HIGH)[0])
    return [*found, end]


def stroke_sample(pattern: str, name: str) -> str:
    """Draw one short line, for the key beside a map and on paper."""
    sheet = Sheet(64, 18)
    draw_stroke(sheet, (3, 9), (61, 9), Stroke(pattern=pattern))
    return sheet.svg(title=name, description=name, widest=64)


def strokes_key(names: Sequence[tuple[str, str]], _: Words, *, title: str) -> str:
    """Draw all kinds of lines under each other with their names, for paper; `names` are patterns and words."""
    broken = [(pattern, wrap(name, 11.5, _KEY - 104)) for pattern, name in names]
    sheet = Sheet(_KEY, sum(9 + 15 * len(words) for _pattern, words in broken), direction=_.direction)
    y = 15.0
    for pattern, words in broken:
        draw_stroke(sheet, (4, y), (84, y), Stroke(pattern=pattern, ink="ink"))
        right = _.direction == "rtl"
        sheet.lines(
            _KEY - 4 if right else 98, y + 4, words, leading=15 / 11.5, size=11.5, anchor="end" if right else "start"
        )
        y += 9 + 15 * len(words)
    return sheet.svg(title=title, description=_.listed([name for _pattern, name in names]), widest=460)
