"""What stands in ``facilitator_guides/programmes.toml``: read, and checked before anything is made from it."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from simulations.errors import KitError

LESSON = '{ lesson = "00", minutes = 90 }'
DAYS = f'days = [ {{ start = "09:00", end = "17:30", lines = [ {LESSON} ] }} ]'
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Pause(StrEnum):
    """What lies between lessons."""

    BREAK = "break"
    LUNCH = "lunch"
    PRAYER = "prayer"
    ARRIVE = "arrive"
    LOOK_BACK = "look-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line as it stands in the file: a lesson or a pause, and its minutes."""

    key: str
    minutes: int
    lesson: str | None = None
    pause: Pause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntries:
    """A day as it stands in the file, with minutes from midnight."""

    key: str
    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeEntries:
    """A programme as it stands in the file; `interpreted` is empty where the same days serve with an interpreter."""

    online: bool
    days: tuple[DayEntries, ...]
    interpreted: tuple[DayEntries, ...]


def load(file: Path) -> Mapping[str, Any]:
    """Read all programmes of a file, unchecked.

    Raises
    ------
    KitError
        ``programme.unreadable``.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KitError("programme.unreadable", file=str(file), key="–", value=str(error), allowed="TOML") from error


def read_entries(name: str, file: Path) -> ProgrammeEntries:
    """Read one programme and check every value.

    Raises
    ------
    KitError
        ``programme.*`` with file, key, value and what is allowed.
    """
    data, reader = load(file), _Reader(file=str(file))
    if name not in data:
        reader.refuse("programme.unknown", name, name, ", ".join(data))
    table = reader.take(data, name, "", lambda value: isinstance(value, dict), f"[{name}]")
    reader.only(table, name, ("days", "interpreted", "online"))
    online = (
        reader.take(table, "online", name, lambda value: isinstance(value, bool), "true")
        if "online" in table
        else False
    )
    spoken = tuple(reader.days(table, "interpreted", name)) if "interpreted" in table else ()
    return ProgrammeEntries(online=online, days=tuple(reader.days(table, "days", name)), interpreted=spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Takes values out of tables; what does not fit is refused with its key."""

    file: str

    def days(self, table: Mapping[str, Any], name: str, path: str) -> Iterator[DayEntries]:
        found = self.take(table, name, path, _are_tables, DAYS.replace("days", name, 1))
        for number, day in enumerate(found, start=1):
            key = f"{path}.{name}[{number}]"
            self.only(day, key, ("start", "end", "lines"))
            lines = self.take(day, "lines", key, _are_tables, f"lines = [ {LESSON} ]")
            yield DayEntries(
                key=key,
                start=minutes_of(self.take(day, "start", key, _is_clock, '"09:00"')),
                end=minutes_of(self.take(day, "end", key, _is_clock, '"17:30"')),
                entries=tuple(self._entry(line, f"{key}.lines[{place}]") for place, line in enumerate(lines, start=1)),
            )

    def _entry(self, line: Mapping[str, Any], key: str) -> Entry:
        kind = "pause" if "pause" in line and "lesson" not in line else "lesson"
        self.only(line, key, (kind, "minutes"))
        minutes = self.take(line, "minutes", key, _is_minutes, "1, 2, 3 …")
        if kind == "lesson":
            return Entry(key=key, minutes=minutes, lesson=self.take(line, kind, key, _is_lesson, '"00"'))
        if line["pause"] not in tuple(Pause):
            self.refuse("programme.unknown_pause", key, line["pause"], ", ".join(Pause))
        return Entry(key=key, minutes=minutes, pause=Pause(line["pause"]))

    def take(self, table: Mapping[str, Any], name: str, path: str, fits: Callable[[object], bool], allowed: str) -> Any:
        """Give a value that is there and fits."""
        key = f"{path}.{name}" if path else name
        if name not in table:
            self.refuse("programme.missing_key", key, "–", allowed)
        if not fits(table[name]):
            self.refuse("programme.bad_value", key, table[name], allowed)
        return table[name]

    def only(self, table: Mapping[str, Any], path: str, known: tuple[str, ...]) -> None:
        """Refuse a key that nothing reads: it is a slip of the pen."""
        for name in table:
            if name not in known:
                self.refuse("programme.unknown_key", f"{path}.{name}", name, ", ".join(known))

    def refuse(self, code: str, key: str, value: object, allowed: str) -> None:
        """Say what is wrong, and where."""
        raise KitError(code, file=self.file, key=key, value=value, allowed=allowed)


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _is_clock(value: object) -> bool:
    return isinstance(value, str) and bool(_CLOCK.fullmatch(value))


def _is_minutes(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_lesson(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9]{2}", value))


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
