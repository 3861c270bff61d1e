"""Collecting faults: all of them in one go, each with file, line, key, value and what is allowed."""

import difflib
import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulations.errors import CaseError
from simulations.games.lines import line_of

SLUG = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(slots=True, kw_only=True)
class Faults:
    """What is wrong with one case file.

    Parameters
    ----------
    file : str
        As people call it.
    lines : dict of str to int
        From ``key_lines``.
    """

    file: str
    lines: dict[str, int]
    found: list[CaseError] = field(default_factory=list)

    def add(self, code: str, key: str, value: object = None, allowed: object = "", **more: object) -> None:
        """Note a fault at `key`."""
        place = {"file": self.file, "line": line_of(self.lines, key), "key": key}
        shown = list(value) if isinstance(value, tuple) else value
        self.found.append(CaseError(code, **place, value=shown, allowed=allowed, **more))

    def choice(self, key: str, value: object, allowed: Collection[str]) -> bool:
        """Demand that `value` is one of `allowed`."""
        if isinstance(value, str) and value in allowed:
            return True
        meant = nearest(value, allowed)
        if meant:
            self.add("case.bad_choice_meant", key, value, tuple(allowed), meant=meant)
        else:
            self.add("case.bad_choice", key, value, tuple(allowed))
        return False

    def keys(self, key: str, table: Mapping[str, Any], needed: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Demand the keys of a table: all that are needed, none that is unknown."""
        needed = tuple(needed)
        known = tuple(dict.fromkeys((*needed, *optional)))
        for name in table:
            if name not in known:
                meant = nearest(name, known)
                path = f"{key}.{name}".lstrip(".")
                if meant:
                    self.add("case.unknown_key_meant", path, name, known, meant=meant)
                else:
                    self.add("case.unknown_key", path, name, known)
        for name in needed:
            if name not in table:
                self.add("case.missing_key", f"{key}.{name}".lstrip("."), allowed=known)


def nearest(value: object, allowed: Iterable[str]) -> str:
    """Return what was probably meant, or nothing."""
    return next(iter(difflib.get_close_matches(str(value), [str(one) for one in allowed], n=1, cutoff=0.7)), "")


Test = Callable[[Faults, str, Any], bool]
"""Notes a fault and returns False when the value at a key will not do."""


def is_number(value: object) -> bool:
    """Tell whether this is a finite number, and no truth value."""
    if isinstance(value, int):
        return not isinstance(value, bool)  # of any length: `isfinite` takes only what fits into a float
    return isinstance(value, float) and math.isfinite(value)


def _span(least: float, most: float) -> str:
    """Write limits in signs that need no translation; 1000000, never 1e+06."""
    return " – ".join(str(int(end)) if float(end).is_integer() else str(end) for end in (least, most))


def number(least: float = 0, most: float = 1_000_000) -> Test:
    """Demand a number from `least` to `most`."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = is_number(value) and least <= value <= most
        if not good:
            faults.add("case.bad_number", key, value, _span(least, most))
        return good

    return test


def whole(least: int = 0, most: int = 1_000_000) -> Test:
    """Demand a whole number from `least` to `most`."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = is_number(value) and isinstance(value, int) and least <= value <= most
        if not good:
            faults.add("case.bad_whole_number", key, value, _span(least, most))
        return good

    return test


def numbers(count: int, least: float = 0, most: float = 1_000_000) -> Test:
    """Demand a list of `count` numbers from `least` to `most`."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = isinstance(value, list) and len(value) == count
        good = good and all(is_number(item) and least <= item <= most for item in value)
        if not good:
            faults.add("case.bad_numbers", key, value, _span(least, most), count=count)
        return good

    return test


def options(least: int = 0, most: int = 1_000_000) -> Test:
    """Demand at least two whole numbers, rising, none twice."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = isinstance(value, list) and len(value) >= 2
        good = good and all(isinstance(item, int) and is_number(item) and least <= item <= most for item in value)
        if not good:
            faults.add("case.bad_options", key, value, _span(least, most))
        elif value != sorted(set(value)):
            faults.add("case.unsorted_options", key, value, sorted(set(value)))
            return False
        return good

    return test


def whole_numbers(count: int, least: int, most: int) -> Test:
    """Demand a list of `count` whole numbers from `least` to `most`."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = isinstance(value, list) and len(value) == count
        good = good and all(isinstance(item, int) and is_number(item) and least <= item <= most for item in value)
        if not good:
            faults.add("case.bad_whole_numbers", key, value, _span(least, most), count=count)
        return good

    return test


def named_options(most: int) -> Test:
    """Demand two to `most` options, all different, each a name or a whole number."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = isinstance(value, list) and 2 <= len(value) <= most
        good = good and all(
            (isinstance(one, str) and SLUG.fullmatch(one)) or (isinstance(one, int) and is_number(one)) for one in value
        )
        if not good or len(set(value)) < len(value):
            faults.add("case.bad_named_options", key, value, f"2 – {most}")
            return False
        return True

    return test


def slug(faults: Faults, key: str, value: Any) -> bool:
    """Demand small letters, digits and low lines, a letter first."""
    good = isinstance(value, str) and SLUG.fullmatch(value) is not None
    if not good:
        faults.add("case.bad_slug", key, value, "a-z 0-9 _")
    return good


def truth(faults: Faults, key: str, value: Any) -> bool:
    """Demand true or false."""
    if not isinstance(value, bool):
        faults.add("case.bad_choice", key, value, ("true", "false"))
    return isinstance(value, bool)


def table(faults: Faults, key: str, value: Any) -> bool:
    """Demand a table."""
    if not isinstance(value, dict):
        faults.add("case.not_a_table", key, value, f"[{key}]")
    return isinstance(value, dict)
