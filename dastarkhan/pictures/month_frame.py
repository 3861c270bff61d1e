"""The ground of one small picture of a year: months along, amounts up, and words that stand on their marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook, missing_fill
from dastarkhan.pictures.sheet import Sheet, text_width
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Numbers = Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]]

WIDTH, HEIGHT = 320, 172
_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 6.0, 50.0, 24.0
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBars:
    """What somebody got month by month, shape (n_months,), and what was asked (None: nothing was)."""

    name: str
    got: "Numbers"
    look: PartyLook
    asked: "Numbers | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A line over the months, such as what a reservoir holds or the most a bank bears.

    `limit` makes it dashed. `full` is for what has a scale of its own, such as a reservoir: the line becomes a soft
    ground behind the bars, as high as the panel when the store is full.
    """

    name: str
    values: "Numbers"
    limit: bool = False
    full: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPanel:
    """One small picture: a title, one number or word that sums it up, bars (at most two side by side), lines.

    `flood` is water above the banks, shape (n_months,), drawn on top of everything in pomegranate. `top` keeps the
    scale of the amounts when pictures are compared; without it the highest mark says it.
    """

    title: str
    summary: str
    bars: tuple[MonthBars, ...] = ()
    lines: tuple[MonthLine, ...] = ()
    flood: "Numbers | None" = None
    flood_name: str = ""
    top: float | None = None


def has_flood(panel: YearPanel) -> bool:
    return panel.flood is not None and max(map(float, panel.flood)) > 0


def _top_value(panel: YearPanel) -> float:
    """Give the top of the scale, with room above the highest mark for the words that stand on it."""
    shown = [bars.got for bars in panel.bars] + [bars.asked for bars in panel.bars if bars.asked is not None]
    shown += [line.values for line in panel.lines if line.full is None]
    shown += [panel.flood] if panel.flood is not None else []
    return 1.28 * max([panel.top or 1e-9, *(float(value) for values in shown for value in values)])


def _step(top_value: float) -> float:
    """Give a round distance between scale lines, so that two or three fit.

    >>> _step(23.0), _step(140.0)
    (10.0, 50.0)
    """
    size = 1e-3
    while True:
        for factor in (1, 2, 5):
            if top_value / (size * factor) <= 3.2:
                return round(size * factor, 6)
        size *= 10


def _peak(values: "Numbers") -> int:
    """Give the month with the largest value."""
    return max(range(_MONTHS), key=lambda i: float(values[i]))


class MonthFrame:
    """The plot's ground inside a panel: months along, amounts up; remembers where words already stand."""

    def __init__(self, sheet: Sheet, panel: YearPanel) -> None:
        self.sheet = sheet
        self.top_value = _top_value(panel)
        self.column = (WIDTH - _LEFT - _RIGHT) / _MONTHS
        self.floor = HEIGHT - _BOTTOM
        self.peaks = [self.floor] * _MONTHS
        self.taken: list[tuple[float, float, float]] = []
        self.kept: tuple[int, float, str] | None = None

    def y(self, value: float) -> float:
        return self.floor - (self.floor - _TOP) * value / self.top_value

    def rise(self, month: int, y: float) -> None:
        self.peaks[month] = min(self.peaks[month], y)

    def scale_lines(self, _: Words, unit: str) -> None:
        """Draw few quiet lines with their numbers; the unit stands once, above them."""
        step = _step(self.top_value)
        value = 0.0
        while value <= self.top_value * 0.86:
            y = self.y(value)
            self.sheet.line([(_LEFT, y), (WIDTH - _RIGHT, y)], ink=colour("edge" if value == 0 else "line"))
            self.sheet.text(_LEFT - 5, y + 4, _.number(value), size=11, ink="ink-soft", anchor="end")
            value += step
        if unit:
            self.sheet.text(2, 34, unit, size=11, ink="ink-soft")

    def months(self, _: Words, first_month: int) -> None:
        """Name the months under the columns; where one short name is too wide, by their first letters."""
        names = [_.month((first_month - 1 + i) % _MONTHS + 1, short=True) for i in range(_MONTHS)]
        if max(text_width(name, 11) for name in names) > self.column - 1:
            names = [name[:1] for name in names]
        for i, name in enumerate(names):
            x = _LEFT + self.column * (i + 0.5)
            self.sheet.text(x, self.floor + 16, name, size=11, ink="ink-soft", anchor="middle")

    def bars(self, bars: MonthBars, place: int, n_places: int) -> None:
        """Draw what came in the party's pattern, what is missing as stripes, what was wanted as a line over both."""
        width = (self.column - 5) / n_places
        for i, got in enumerate(map(float, bars.got)):
            x = _LEFT + self.column * i + 2.5 + width * place
            asked = got if bars.asked is None else float(bars.asked[i])
            self._one(x, width, got, max(asked, got), bars)
            if bars.asked is not None and asked > 0:
                y = self.y(asked)
                self.sheet.line([(x - 0.5, y), (x + width + 0.5, y)], ink=colour("ink"), stroke=2)
            self.rise(i, self.y(max(asked, got)) - 2)

    def _one(self, x: float, width: float, got: float, asked: float, bars: MonthBars) -> None:
        least = 0.004 * self.top_value
        inner = width - 1 if width > 12 else width
        if asked - got > least:
            self.sheet.rectangle(
                x,
                self.y(asked),
                inner,
                self.y(got) - self.y(asked),
                **missing_fill(),
            )
        if got > least:
            y = self.y(got)
            self.sheet.rectangle(x, y, inner, self.floor - y, **bars.look.fill)

    def flood(self, values: "Numbers", name: str, n_places: int) -> None:
        """Draw water over the banks as crossed columns beside the bars."""
        width = (self.column - 5) / n_places
        for i, value in enumerate(map(float, values)):
            if value <= 0.004 * self.top_value:
                continue
            x, y = _LEFT + self.column * i + 2.5 + width * (n_places - 1), self.y(value)
            self.sheet.rectangle(
                x,
                y,
                width,
                self.floor - y,
                fill=colour("pomegranate"),
                pattern="crossed",
                pattern_ink=colour("pomegranate-soft"),
            )
            self.rise(i, y)
        if max(map(float, values)) > 0:
            self.word(_peak(values), name, ink="pomegranate")

    def store(self, line: MonthLine, full: float) -> None:
        """Draw what is kept as a soft ground behind everything, on a scale of its own."""
        height = self.floor - _TOP - 14
        heights = [height * min(1.0, float(value) / full) for value in line.values]
        points = [(_LEFT, self.floor - heights[0])]
        points += [(_LEFT + self.column * (i + 0.5), self.floor - kept) for i, kept in enumerate(heights)]
        points += [(WIDTH - _RIGHT, self.floor - heights[-1])]
        ground = [(_LEFT, self.floor), *points, (WIDTH - _RIGHT, self.floor)]
        self.sheet.shape(ground, fill=colour("river-soft"))
        self.sheet.line(points, ink=colour("river"), stroke=1.6)
        month = _peak(line.values)
        self.kept = (month, self.floor - heights[month], line.name)

    def line(self, line: MonthLine) -> None:
        """Draw a line through the months: a limit is dashed."""
        points = [(_LEFT + self.column * (i + 0.5), self.y(float(value))) for i, value in enumerate(line.values)]
        if line.limit:
            points = [(_LEFT, points[0][1]), *points, (WIDTH - _RIGHT, points[-1][1])]
        self.sheet.line(points, ink=colour("cloth"), stroke=5)
        ink = "pomegranate" if line.limit else "ink"
        self.sheet.line(points, ink=colour(ink), stroke=2, dashes=(6, 4) if line.limit else ())
        for i, value in enumerate(line.values):
            self.rise(i, self.y(float(value)) - 2)

    def words(self, panel: YearPanel, _: Words) -> None:
        """Write what a mark is on the mark itself, where there is room; what is missing comes first."""
        for bars in panel.bars:
            missing = [0.0] * _MONTHS
            if bars.asked is not None:
                missing = [float(asked) - float(got) for asked, got in zip(bars.asked, bars.got, strict=True)]
            if max(missing) > 0.01 * self.top_value:
                worst = _peak(missing)
                self.word(worst, _("missing {n}", n=_.number(round(missing[worst], 1))), ink="pomegranate")
        if self.kept is not None:
            month, y, name = self.kept
            self.rise(month, y)
            self.word(month, name, ink="river-deep")
        for line in (line for line in panel.lines if line.full is None):
            self.word(_peak(line.values), line.name, ink="pomegranate" if line.limit else "ink")
        for bars in panel.bars:
            self.word(_peak(bars.got), bars.name, ink=bars.look.colour_name)
        asked = [bars.asked for bars in panel.bars if bars.asked is not None]
        if asked:
            self.word(_peak(asked[0]), _("wanted"), ink="ink")

    def word(self, month: int, text: str, *, ink: str) -> None:
        """Write above a month's highest mark, shifted inside the frame; leave it out where another word stands."""
        width = text_width(text, 12, bold=True)
        centre = _LEFT + self.column * (month + 0.5)
        for shift in (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0):
            x = min(max(centre + shift * self.column, _LEFT + width / 2), WIDTH - 2 - width / 2)
            first = max(0, int((x - width / 2 - _LEFT) / self.column))
            last = min(_MONTHS - 1, int((x + width / 2 - _LEFT) / self.column))
            y = min(self.peaks[first : last + 1]) - 4
            start, end = x - width / 2 - 5, x + width / 2 + 5
            free = all(abs(y - other) > 13 or right < start or left > end for left, right, other in self.taken)
            if free and y > 30:
                self.taken.append((x - width / 2, x + width / 2, y))
                self.sheet.text(x, y, text, size=12, bold=True, ink=ink, anchor="middle")
                return
