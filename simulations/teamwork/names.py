"""Reading the keys that people hand to the teamwork models."""

from collections.abc import Iterable
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from simulations.errors import ModelError

Kind = TypeVar("Kind", bound=StrEnum)


def read_keys(key: str, names: Iterable[str], *, empty: bool = True) -> tuple[str, ...]:
    """Return different names as a tuple; ``key`` names them in an error.

    Raises
    ------
    ModelError
        ``teamwork.repeated``, or ``teamwork.nothing_there`` where none may not be.

    Examples
    --------
    >>> read_keys("7.languages", ["a", "b"])
    ('a', 'b')
    """
    # A lone name is easily written ("cook") and would be read letter by letter.
    read = (names,) if isinstance(names, str) else tuple(names)
    for place, name in enumerate(read):
        if name in read[:place]:
            raise ModelError("teamwork.repeated", key=key, value=name)
    if not read and not empty:
        raise ModelError("teamwork.nothing_there", key=key)
    return read


def read_kind(key: str, value: str, kinds: type[Kind]) -> Kind:
    """Return one of a closed set.

    Raises
    ------
    ModelError
        ``teamwork.unknown``.
    """
    try:
        return kinds(value)
    except ValueError as error:
        raise ModelError("teamwork.unknown", key=key, value=value, allowed=[str(kind) for kind in kinds]) from error


def read_hours(key: str, hours: float, *, zero: bool) -> float:
    """Return hours that are a number above 0, or 0 where that may be.

    Raises
    ------
    ModelError
        ``teamwork.bad_number``.
    """
    if not isfinite(hours) or hours < 0 or (hours == 0 and not zero):
        raise ModelError("teamwork.bad_number", key=key, value=hours, allowed=">= 0" if zero else "> 0")
    return float(hours)
