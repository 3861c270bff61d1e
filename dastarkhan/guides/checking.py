"""Checking a guide: every rule at once, each fault with its file, key and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dastarkhan.guides import content_rules, lesson_rules, rehearsal_rules, time_rules
from dastarkhan.guides.from_yaml import line_of
from dastarkhan.guides.guide import Guide
from dastarkhan.guides.lesson_facts import lesson_facts
from dastarkhan.guides.looking import Found, Look, Rule
from dastarkhan.guides.reading import Read, parse, text_of
from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.paths import House, own_house
from simulations.errors import KitError

RULES: tuple[Rule, ...] = (*time_rules.RULES, *content_rules.RULES, *lesson_rules.RULES, *rehearsal_rules.RULES)
DEMANDING = 3
"""From this complexity or emotional load on, a session needs sessions before it and two trainers."""
ONLY_ENGLISH = ("guide.long_sentence",)
"""Faults that are only warnings in a translation: its words are counted differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a guide.

    Attributes
    ----------
    guide : Guide or None
        ``None`` when a field is missing or of the wrong type.
    faults : tuple of KitError
        To mend; each with ``file``, ``key``, ``line``, ``value`` and ``allowed``.
    warnings : tuple of KitError
        To think about.
    """

    file: str
    guide: Guide | None
    faults: tuple[KitError, ...]
    warnings: tuple[KitError, ...]


def check(path: Path, house: House | None = None) -> Checked:
    """Check a guide by every rule.

    Parameters
    ----------
    path : Path
        The file. Its name says the lesson's number, its folder the language.
    house : House, optional
        The kit with the lesson; the one that is running when left out.

    Raises
    ------
    KitError
        ``guide.unreadable``.

    Examples
    --------
    >>> from dastarkhan.guides.reading import find_guide
    >>> checked = check(find_guide("11"))
    >>> checked.faults
    ()
    """
    house, text = house or own_house(), text_of(path)
    read = parse(text, str(path))
    if read.guide is None:
        return Checked(file=str(path), guide=None, faults=read.faults, warnings=())
    language = path.resolve().parent.name
    number = lesson_rules.number_of(path.stem)
    look = Look(
        guide=read.guide, text=text, language=language if language in LANGUAGES else "en", name=path.stem,
        house=house, lesson=lesson_facts(number, house),
    )  # fmt: skip
    found = [one for rule in RULES for one in rule(look)]
    light = [one for one in found if look.language != "en" and one.code in ONLY_ENGLISH]
    grave = [one for one in found if one not in light]
    return Checked(
        file=str(path), guide=read.guide,
        faults=tuple(sorted((_located(one, read) for one in grave), key=lambda fault: int(str(fault.params["line"])))),
        warnings=tuple(_located(one, read) for one in (*_demanding(look), *light)),
    )  # fmt: skip


def faults(which: str | Path, house: House | None = None) -> tuple[KitError, ...]:
    """Give the faults of a guide's file; none when it is sound."""
    return check(Path(which), house).faults


def _demanding(look: Look) -> Iterator[Found]:
    for key in ("complexity", "emotional_load"):
        if (value := getattr(look.guide, key)) >= DEMANDING:
            yield Found(code="guide.demanding", key=key, value=value, allowed=DEMANDING - 1)


def _located(found: Found, read: Read) -> KitError:
    line = found.line or line_of(read.lines, found.key)
    return KitError(
        found.code, file=read.file, key=found.key, line=line, value=found.value, allowed=found.allowed, **found.more
    )
