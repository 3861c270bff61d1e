"""Programmes: lessons in a row with clock times, made from the plans of their guides."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from dastarkhan.guides.guide import Guide
from dastarkhan.guides.plans import INTERPRETED, plan
from dastarkhan.guides.reading import read_guide
from dastarkhan.languages.paths import House, own_house
from simulations.errors import KitError

DEMANDING = 3


class Pause(StrEnum):
    """What lies between lessons."""

    BREAK = "break"
    LUNCH = "lunch"
    PRAYER = "prayer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a day with its minutes from midnight; a lesson without a guide has no title."""

    start: int
    end: int
    lesson: str | None = None
    pause: Pause | None = None
    title: str = ""
    cut: str = ""
    debrief_min: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Days of lines; `missing` names lessons that have no guide yet."""

    id: str
    days: tuple[tuple[Line, ...], ...]
    missing: tuple[str, ...]


def read_programme(
    name: str, language: str = "en", *, interpreted: bool = False, file: Path | None = None, house: House | None = None
) -> Programme:
    """Lay out a programme from its data and the guides.

    Raises
    ------
    KitError
        ``programme.*`` with file, key, value and what is allowed.
    """
    house = house or own_house()
    file = file or house.guides / "programmes.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    if name not in data:
        raise KitError("programme.unknown", file=str(file), key=name, value=name, allowed=", ".join(data))
    maker = _Maker(file=str(file), name=name, language=language, interpreted=interpreted, house=house, met={})
    days = tuple(tuple(maker.day(day, number)) for number, day in enumerate(data[name]["days"], start=1))
    missing = tuple(lesson for lesson, guide in maker.met.items() if guide is None)
    return Programme(id=name, days=days, missing=missing)


def programme_names(house: House | None = None) -> tuple[str, ...]:
    """Names that `read_programme` knows."""
    file = (house or own_house()).guides / "programmes.toml"
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    file: str
    name: str
    language: str
    interpreted: bool
    house: House
    met: dict[str, Guide | None]

    def day(self, day: Mapping[str, Any], number: int) -> Iterator[Line]:
        now, key = minutes_of(day["start"]), f"{self.name}.days[{number}]"
        for place, one in enumerate(day["lines"], start=1):
            line = self._line(one, now, f"{key}.lines[{place}]")
            yield line
            now = line.end
        if now > minutes_of(day["end"]):
            self._refuse("programme.day_too_long", f"{key}.end", clock(now), day["end"])

    def _line(self, one: Mapping[str, Any], now: int, key: str) -> Line:
        if "pause" in one:
            if one["pause"] not in tuple(Pause):
                self._refuse("programme.unknown_pause", key, one["pause"], ", ".join(Pause))
            return Line(start=now, end=now + one["minutes"], pause=Pause(one["pause"]))
        lesson, minutes = one["lesson"], one["minutes"]
        if lesson in self.met:
            self._refuse("programme.lesson_twice", key, lesson, "–")
        first = not self.met
        guide = self.met[lesson] = self._guide(lesson)
        if guide is None:
            return Line(start=now, end=now + minutes, lesson=lesson)
        if first and max(guide.complexity, guide.emotional_load) >= DEMANDING:
            self._refuse("programme.demanding_first", key, lesson, f"< {DEMANDING}")
        spoken = guide.time_variants.interpreted
        plain = guide.time_variants.lengths
        if minutes not in plain:
            self._refuse("programme.no_plan", key, minutes, ", ".join(map(str, plain)))
        use = f"{INTERPRETED}{minutes}" if self.interpreted and minutes in spoken else str(minutes)
        laid = plan(guide, use)
        return Line(start=now, end=now + laid.total_min, lesson=lesson, title=guide.title, cut=laid.cut,
                    debrief_min=laid.debrief_min)  # fmt: skip

    def _guide(self, lesson: str) -> Guide | None:
        try:
            return read_guide(lesson, self.language, self.house)
        except KitError as error:
            if error.code != "guide.not_found":
                raise
            return None

    def _refuse(self, code: str, key: str, value: object, allowed: str) -> None:
        raise KitError(code, file=self.file, key=key, value=value, allowed=allowed)


def minutes_of(text: str) -> int:
    """Read a clock time.

    Examples
    --------
    >>> minutes_of("09:30")
    570
    """
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def clock(minutes: int) -> str:
    """Write a clock time.

    Examples
    --------
    >>> clock(570)
    '09:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"
