"""Many years in rows: how wet each one was, where an agreement held, and where it broke and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.pictures.dots import draw_dot
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.reading_strip import ReadingStrip, reading_strip
from dastarkhan.pictures.sheet import Point, Sheet, text_width
from dastarkhan.pictures.tokens import colour

_MARGIN, _GAP = 28.0, 3.0  # room for the year's number; a gap after every five years, so that they can be counted
_NARROW, _CELL = 340.0, 11.6
_FLAG, _GLASS = 19.0, 20.0
_BARE_ROW, _FLAG_ROOM = 36.0, 21.0  # pixels of a row without flags, and of a line of flags over it
_LEVELS = 5
_LEGEND_LINE = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StripYear:
    """One year of the strip.

    Parameters
    ----------
    card_level
        How wet the year was, from 0 (very dry) to 4 (wet).
    kept
        Whether the agreement was in force in this year; a year in which it broke may be told either way.
    broken_by
        The look of the side for which it broke in this year, or None.
    label
        What is read about a year in which it broke, in the reader's words.
    """

    card_level: int
    kept: bool
    broken_by: PartyLook | None = None
    label: str = ""


def years_strip(
    years: Sequence[StripYear],
    looks: Sequence[PartyLook],
    _: Words,
    *,
    key: str | None = None,
    title: str,
    per_row: int = 25,
) -> str:
    """Draw years as glasses of water in rows; a line runs under the years in which the agreement held.

    Parameters
    ----------
    years
        In their order; the first is year 1.
    looks
        The sides that are named in the legend, each if the agreement broke for it.
    title
        What the picture shows, in the reader's words.
    per_row
        Years in a row: 25 fit a phone, 50 a projector.

    Returns
    -------
    str
        SVG text in which every break can be reached by keyboard and says its label.
    """
    rows = _Rows([year.broken_by is not None for year in years], per_row)
    breaks = [i for i, year in enumerate(years) if year.broken_by is not None]
    broken = [look for look in looks if any(years[i].broken_by == look for i in breaks)]
    bottom = rows.height + 10
    legend = _Legend(rows.width, any(not year.kept for year in years), broken, _)
    n_kept = sum(year.kept and year.broken_by is None for year in years)
    if breaks:
        rest = _("Touch a sign, or press Tab, to read when it broke, and why.")
    else:
        rest = _.n("It held in this {n} year.", "It held in all {n} years.", len(years))
    told = [("", years[i].label) for i in breaks]
    strip = reading_strip(told, rest, top=bottom + legend.height, width=rows.width)
    sheet = Sheet(rows.width, strip.top + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    for row in range(len(rows.floors)):
        first = per_row * row
        sheet.text(_MARGIN - 6, rows.floors[row] - 5, _.number(first + 1), size=11, ink="ink-soft", anchor="end")
        _ground(sheet, rows, row, min(per_row, len(years) - first))
    _water(sheet, rows, years)
    _held(sheet, rows, years)
    legend.draw(sheet, bottom)
    strip.rest(sheet, rest)
    _breaks(sheet, rows, years, breaks, strip)
    said = _("The agreement held to the end in {n} of {all} years.", n=n_kept, all=len(years))
    return sheet.svg(title=title, description=said, key=key, widest=int(rows.width * 1.6))


class _Rows:
    """Where a year stands; rows with flags are taller, and flags too close together stand on two levels."""

    def __init__(self, broke: Sequence[bool], per_row: int) -> None:
        self.per_row = per_row
        gaps = _GAP * ((per_row - 1) // 5)
        self.cell = max(_CELL, (_NARROW - _MARGIN - gaps) / per_row) if per_row <= 25 else _CELL
        self.width = _MARGIN + gaps + self.cell * per_row
        self.levels = self._levels([i for i, one in enumerate(broke) if one])
        self.floors: list[float] = []
        self.height = 0.0
        for row in range(-(-len(broke) // per_row)):
            lines = max((1 + level for i, level in self.levels.items() if i // per_row == row), default=0)
            self.height += _BARE_ROW + _FLAG_ROOM * lines
            self.floors.append(self.height - 12)

    def _levels(self, breaks: Sequence[int]) -> dict[int, int]:
        levels: dict[int, int] = {}
        for i in breaks:
            beside = levels.get(i - 1) if i % self.per_row else None
            levels[i] = 1 if beside == 0 else 0
        return levels

    def left(self, i: int) -> float:
        column = i % self.per_row
        return _MARGIN + self.cell * column + _GAP * (column // 5)

    def floor(self, i: int) -> float:
        """Give the bottom of a year's glass."""
        return self.floors[i // self.per_row]

    def flag(self, i: int) -> Point:
        """Give the middle of the flag over a year."""
        up = _GLASS + _FLAG / 2 + 3 + _FLAG_ROOM * self.levels[i]
        return round(2 * self.left(i) + self.cell) / 2, self.floor(i) - up

    def glass(self, i: int, share: float, inset: float = 0.8) -> list[Point]:
        """The corners of the lowest `share` of a year's glass."""
        left, floor = self.left(i) + inset, self.floor(i)
        right, top = left + self.cell - 2 * inset, floor - _GLASS * share
        return [(left, floor), (left, top), (right, top), (right, floor), (left, floor)]


def _tone(level: int) -> str:
    """Give the colour of a level of water: one hue, from light to dark."""
    light, dark = (_channels(colour(name)) for name in ("river-soft", "river-deep"))
    share = 0.25 + 0.75 * level / (_LEVELS - 1)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(light, dark, strict=True))


def _channels(hexadecimal: str) -> tuple[int, ...]:
    return tuple(int(hexadecimal[i : i + 2], 16) for i in (1, 3, 5))


def _ground(sheet: Sheet, rows: _Rows, row: int, n_years: int) -> None:
    """Draw the empty glasses of a row, five by five."""
    points: list[Point] = []
    for start in range(0, n_years, 5):
        left = rows.left(start) + 0.8
        right = rows.left(min(start + 4, n_years - 1)) + rows.cell - 0.8
        floor = rows.floors[row]
        points += [(left, floor), (left, floor - _GLASS), (right, floor - _GLASS), (right, floor), (left, floor)]
    sheet.shape(points, codes=[1, 2, 2, 2, 79] * (len(points) // 5), fill=colour("paper"))


def _water(sheet: Sheet, rows: _Rows, years: Sequence[StripYear]) -> None:
    """Fill the glasses, all years of a kind as one path; without an agreement the water is only an outline."""
    for level in range(_LEVELS):
        for kept in (True, False):
            found = [i for i, year in enumerate(years) if year.card_level == level and year.kept == kept]
            inset = 0.8 if kept else 1.3
            share = (level + 1) / _LEVELS
            points = [point for i in found for point in rows.glass(i, share, inset)]
            empty: dict[str, Any] = {"fill": colour("cloth"), "edge": colour("edge"), "stroke": 1.0}
            if points:
                sheet.shape(points, codes=[1, 2, 2, 2, 79] * len(found), **({"fill": _tone(level)} if kept else empty))


def _held(sheet: Sheet, rows: _Rows, years: Sequence[StripYear]) -> None:
    """Draw the line under the years in which the agreement held; it ends where the agreement does."""
    points: list[Point] = []
    for i, year in enumerate(years):
        floor = rows.floor(i) + 5
        if not year.kept:
            continue
        if i % rows.per_row == 0 or not years[i - 1].kept or years[i - 1].broken_by is not None:
            points.append((rows.left(i) + 2, floor))
        last = i + 1 == len(years) or (i + 1) % rows.per_row == 0
        if last or not years[i + 1].kept or year.broken_by is not None:
            points.append((rows.left(i) + rows.cell - 2, floor))
    if points:
        drawn = sheet.shape(points, codes=[1, 2] * (len(points) // 2), edge=colour("ink"), stroke=3.5)
        drawn.get_path().should_simplify = False  # type: ignore[attr-defined]  # else separate lines become one


def _breaks(sheet: Sheet, rows: _Rows, years: Sequence[StripYear], breaks: Sequence[int], strip: ReadingStrip) -> None:
    """Draw a flag over every year in which the agreement broke; it can be pointed at and says its label."""
    for i in breaks:
        look = years[i].broken_by
        if look is None:
            continue
        x, y = rows.flag(i)
        floor = rows.floor(i)
        half = min([24.0, *(abs(rows.flag(j)[0] - x) / 2 for j in breaks if j != i and rows.floor(j) == floor)])
        with sheet.part(years[i].label):
            room: dict[str, Any] = {"fill": colour("cloth"), "opacity": 0.004}  # for a finger, hardly a mark
            sheet.rectangle(x - half, y - _FLAG / 2 - 3, 2 * half, floor - y + _FLAG / 2 + 11, **room)
            with sheet.shown_when_pointed_at("ring"):
                draw_dot(sheet, (x, y), 16.8, "ink")
                draw_dot(sheet, (x, y), 14.6, "saffron")
            sheet.rectangle(x - rows.cell / 2, y, rows.cell, floor - y, edge=colour("ink"), stroke=1.8)
            _flag(sheet, (x, y), look)
            strip.tell(sheet, ("", years[i].label))


def _flag(sheet: Sheet, centre: Point, look: PartyLook) -> None:
    """Draw a side's seal: its pattern around its letter."""
    x, y = centre
    sheet.rectangle(x - 10.5, y - 10.5, 21, 21, round=6, fill=colour("cloth"))
    sheet.rectangle(x - _FLAG / 2, y - _FLAG / 2, _FLAG, _FLAG, round=5, **look.fill)
    draw_dot(sheet, (x, y), 7.2, look.colour_name)
    down = 4.0 if sheet.direction == "ltr" else 2.0  # Arabic letters hang below their line
    sheet.text(x, y + down, look.letter, size=11, bold=True, ink="on-colour", anchor="middle")


class _Legend:
    """What glasses, line and signs mean, in words beside them."""

    def __init__(self, width: float, has_without: bool, broken: Sequence[PartyLook], _: Words) -> None:
        self.ends = (_("a very dry year"), _("a wet year"))
        self.items: list[tuple[str | PartyLook, str]] = [("held", _("the agreement holds"))]
        self.items += [("without", _("a year without it"))] if has_without else []
        self.items += [(look, _("it broke for {side}", side=look.name)) for look in broken]
        self.places: list[tuple[float, int]] = []
        x, row = 0.0, 1
        for _sign, words in self.items:
            needs = 30 + text_width(words, 12) + 16
            if x > 0 and x + needs > width:
                x, row = 0.0, row + 1
            self.places.append((x, row))
            x += needs
        self.height = _LEGEND_LINE * (row + 1) + 8

    def draw(self, sheet: Sheet, top: float) -> None:
        dry, wet = self.ends
        sheet.text(2, top + 14, dry, size=12)
        x = text_width(dry, 12) + 10
        for level in range(_LEVELS):
            sheet.rectangle(x, top, 10, 18, fill=colour("paper"))
            height = 18 * (level + 1) / _LEVELS
            sheet.rectangle(x, top + 18 - height, 10, height, fill=_tone(level))
            x += 12
        sheet.text(x + 6, top + 14, wet, size=12)
        for (sign, words), (left, row) in zip(self.items, self.places, strict=True):
            base = top + _LEGEND_LINE * row + 14
            self._sign(sheet, sign, left + 12, base - 4)
            sheet.text(left + 28, base, words, size=12)

    def _sign(self, sheet: Sheet, sign: str | PartyLook, x: float, y: float) -> None:
        if isinstance(sign, PartyLook):
            _flag(sheet, (x, y), sign)
        elif sign == "held":
            sheet.line([(x - 9, y), (x + 9, y)], ink=colour("ink"), stroke=3.5)
        else:
            sheet.rectangle(x - 4.5, y - 3, 9, 11, fill=colour("cloth"), edge=colour("edge"), stroke=1)
