"""Programmes: lessons in a row with clock times, made from the plans of their guides."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dastarkhan.guides.guide import Guide
from dastarkhan.guides.plans import INTERPRETED, Plan, plan, plan_names
from dastarkhan.guides.programme_data import DayEntries, Entry, Pause, clock, load, read_entries
from dastarkhan.guides.reading import read_guide
from dastarkhan.languages.paths import House, own_house
from simulations.errors import KitError

DEMANDING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a day, with minutes from midnight; a lesson that has no guide yet has no plan either."""

    start: int
    end: int
    lesson: str | None = None
    pause: Pause | None = None
    guide: Guide | None = None
    plan: Plan | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Lines one after the other, without a gap."""

    lines: tuple[Line, ...]

    @property
    def lesson_min(self) -> int:
        """Minutes of all lessons."""
        return sum(line.minutes for line in self.lines if line.lesson)

    @property
    def debrief_min(self) -> int:
        """Minutes of talk afterwards, of the lessons that have a guide."""
        return sum(line.plan.debrief_min for line in self.lines if line.plan)

    @property
    def pause_min(self) -> int:
        """Minutes of everything between and after the lessons."""
        return sum(line.minutes for line in self.lines if line.pause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Days of lines, with the guides in English; whoever shows them says their texts in a language.

    Attributes
    ----------
    id : str
        Its name in the file.
    online, interpreted : bool
        Whether people meet on a screen, and whether somebody interprets.
    days : tuple of Day
    left_out : tuple of str
        Lessons for which there is no time with an interpreter.
    """

    id: str
    online: bool
    interpreted: bool
    days: tuple[Day, ...]
    left_out: tuple[str, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all days."""
        return tuple(line for day in self.days for line in day.lines)

    @property
    def guides(self) -> dict[str, Guide]:
        """The guide of each lesson that has one, in order."""
        return {line.lesson: line.guide for line in self.lines if line.lesson and line.guide}

    @property
    def missing(self) -> tuple[str, ...]:
        """Lessons that have no guide yet."""
        return tuple(line.lesson for line in self.lines if line.lesson and not line.guide)


def read_programme(
    name: str, *, interpreted: bool = False, file: Path | None = None, house: House | None = None
) -> Programme:
    """Lay out a programme from its data and the guides.

    Parameters
    ----------
    name : str
        One of `programme_names`.
    interpreted : bool
        Take the interpreted plans: on days of their own where the programme has such, else on the same days.
    file : Path, optional
        The kit's own ``programmes.toml`` when left out.
    house : House, optional
        The kit; the one that is running when left out.

    Raises
    ------
    KitError
        ``programme.*`` with file, key, value and what is allowed.
    """
    house = house or own_house()
    file = file or _file(house)
    read = read_entries(name, file)
    maker = _Maker(file=str(file), interpreted=interpreted, house=house, met=set())
    entries = read.interpreted if interpreted and read.interpreted else read.days
    days = tuple(Day(lines=tuple(maker.day(day))) for day in entries)
    planned = (str(entry.lesson) for day in read.days for entry in day.entries if entry.lesson)
    left_out = tuple(lesson for lesson in planned if lesson not in maker.met)
    return Programme(id=name, online=read.online, interpreted=interpreted, days=days, left_out=left_out)


def programme_names(house: House | None = None) -> tuple[str, ...]:
    """Names that `read_programme` knows.

    Raises
    ------
    KitError
        ``programme.unreadable``.
    """
    return tuple(load(_file(house or own_house())))


def _file(house: House) -> Path:
    return house.guides / "programmes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    file: str
    interpreted: bool
    house: House
    met: set[str]

    def day(self, day: DayEntries) -> Iterator[Line]:
        now = day.start
        for entry in day.entries:
            line = self._pause(entry, now) if entry.pause else self._lesson(entry, now)
            yield line
            now = line.end
        if now > day.end:
            code = "programme.interpreted_too_long" if self.interpreted else "programme.day_too_long"
            self._refuse(code, f"{day.key}.end", clock(now), clock(day.end))

    def _pause(self, entry: Entry, now: int) -> Line:
        return Line(start=now, end=now + entry.minutes, pause=entry.pause)

    def _lesson(self, entry: Entry, now: int) -> Line:
        lesson, first = str(entry.lesson), not self.met
        if lesson in self.met:
            self._refuse("programme.lesson_twice", entry.key, lesson, "–")
        self.met.add(lesson)
        guide = self._guide(lesson)
        if guide is None:
            return Line(start=now, end=now + entry.minutes, lesson=lesson)
        if first and max(guide.complexity, guide.emotional_load) >= DEMANDING:
            self._refuse("programme.demanding_first", entry.key, lesson, f"< {DEMANDING}")
        laid = self._plan(guide, entry)
        return Line(start=now, end=now + laid.slot_min, lesson=lesson, guide=guide, plan=laid)

    def _plan(self, guide: Guide, entry: Entry) -> Plan:
        kind = INTERPRETED if self.interpreted else ""
        name = f"{kind}{entry.minutes}"
        if name not in plan_names(guide):
            same = [one for one in plan_names(guide) if one.startswith(INTERPRETED) == self.interpreted]
            lengths = ", ".join(one.removeprefix(kind) for one in same) or "–"
            code = "programme.no_interpreted_plan" if self.interpreted else "programme.no_plan"
            self._refuse(code, entry.key, entry.minutes, lengths)
        return plan(guide, name)

    def _guide(self, lesson: str) -> Guide | None:
        try:
            return read_guide(lesson, "en", self.house)
        except KitError as error:
            if error.code != "guide.not_found":
                raise
            return None

    def _refuse(self, code: str, key: str, value: object, allowed: str) -> None:
        raise KitError(code, file=self.file, key=key, value=value, allowed=allowed)
