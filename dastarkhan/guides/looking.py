"""What a rule sees, and what it answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dastarkhan.guides.guide import Guide
from dastarkhan.guides.lesson_facts import LessonFacts
from dastarkhan.languages.paths import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A guide that could be read, and what stands around it.

    Attributes
    ----------
    text : str
        The whole file.
    language : str
        Of the guide.
    name : str
        The file's name without its ending.
    lesson : LessonFacts or None
        The lesson of the guide's number.
    """

    guide: Guide
    text: str
    language: str
    name: str
    house: House
    lesson: LessonFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One fault: its code, its key, what stands there and what is allowed.

    `line` is given only where the key is none of the front matter.
    """

    code: str
    key: str
    value: object
    allowed: object
    line: int | None = None
    more: Mapping[str, object] = field(default_factory=dict)


Rule = Callable[[Look], Iterator[Found]]


def unknown(key: str, names: Iterable[str], allowed: Iterable[str]) -> Iterator[Found]:
    """Find names that nothing there has."""
    known = tuple(allowed)
    for name in names:
        if name not in known:
            yield Found(code="guide.unknown_name", key=key, value=name, allowed=", ".join(known))


def twice(key: str, names: Iterable[str]) -> Iterator[Found]:
    """Find names that two entries of the list `key` have."""
    met: set[str] = set()
    for number, name in enumerate(names, start=1):
        if name in met:
            yield Found(code="guide.id_twice", key=f"{key}[{number}].id", value=name, allowed="–")
        met.add(name)


def out_of_range(key: str, value: int, low: int, high: int | None = None) -> Iterator[Found]:
    """Find a whole number that is too small or too large."""
    if value < low or (high is not None and value > high):
        allowed = f"≥ {low}" if high is None else f"{low} – {high}"
        yield Found(code="guide.bad_number", key=key, value=value, allowed=allowed)


def other_count(key: str, entries: tuple[object, ...], allowed: int) -> Iterator[Found]:
    """Find a list that has not as many entries as it must have."""
    if len(entries) != allowed:
        yield Found(code="guide.other_count", key=key, value=len(entries), allowed=allowed)
