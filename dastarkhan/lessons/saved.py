"""Read saved work with care: it may come from another version, or somebody may have edited it.

Whatever does not fit becomes the default. Values are compared as JSON does: `True` is not 1, and a list is no key.
"""

from collections.abc import Iterable, Mapping
from typing import Any


def one_of(value: object, allowed: Iterable[Any], default: Any = None) -> Any:
    """The allowed value that was saved, or the default.

    Examples
    --------
    >>> one_of("dry", ("dry", "wet")), one_of(["dry"], ("dry", "wet")), one_of(True, (0, 1))
    ('dry', None, None)
    """
    return next((one for one in allowed if type(one) is type(value) and one == value), default)


def some_of(value: object, allowed: Iterable[Any]) -> list[Any]:
    """The allowed values among the saved ones, in the order they were saved, each once.

    Examples
    --------
    >>> some_of(["wet", {}, "dry", "wet"], ("dry", "wet"))
    ['wet', 'dry']
    """
    options = tuple(allowed)
    found = [one_of(one, options) for one in value] if isinstance(value, list) else []
    return [one for place, one in enumerate(found) if one is not None and one not in found[:place]]


def whole(value: object, least: int, most: int) -> int:
    """The saved whole number, brought between `least` and `most`; `least` when it is none.

    Examples
    --------
    >>> whole(3, 0, 2), whole(True, 0, 2), whole("1", 0, 2)
    (2, 0, 0)
    """
    return max(least, min(value, most)) if type(value) is int else least


def part(value: object) -> Mapping[str, Any]:
    """The saved mapping, or an empty one."""
    return value if isinstance(value, dict) else {}
