"""Data that is plain JSON, frozen so that nobody changes what a state or a record holds."""

import hashlib
import json
import math
from collections.abc import Mapping
from types import MappingProxyType

from simulations.errors import KitError


def freeze(value: object, key: str = "") -> object:
    """Return `value` with read-only mappings and tuples in place of dicts and lists.

    Raises
    ------
    KitError
        ``plain.not_json`` when something is neither text, a finite number, a truth value, nothing, a list nor a
        mapping with text keys; `key` is the dotted path to it.
    """
    if value is None or type(value) in (str, int, bool):  # most of what is frozen, so asked first
        return value
    if isinstance(value, Mapping):
        for name in value:
            if not isinstance(name, str):
                raise KitError("plain.not_json", key=key, value=repr(name))
        return MappingProxyType({name: freeze(item, f"{key}.{name}".lstrip(".")) for name, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item, f"{key}.{place}".lstrip(".")) for place, item in enumerate(value))
    if isinstance(value, int | str) or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise KitError("plain.not_json", key=key, value=repr(value))


def freeze_mapping(value: Mapping[str, object], key: str = "") -> Mapping[str, object]:
    """Freeze a mapping, and say so to the type checker."""
    frozen = freeze(value, key)
    if not isinstance(frozen, Mapping):
        raise KitError("plain.not_json", key=key, value=repr(value))
    return frozen


def thaw(value: object) -> object:
    """Return a fresh copy of `value` made of dicts and lists, which ``json`` can write."""
    if isinstance(value, Mapping):
        return {name: thaw(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [thaw(item) for item in value]
    return value


def canonical(value: object) -> str:
    """Return the one JSON text of `value`: sorted keys, no spaces, every alphabet as it is."""
    return json.dumps(thaw(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def in_order(value: object) -> str:
    """Return `value` as JSON on one line with its keys in their own order, which choices and draws follow."""
    return json.dumps(thaw(value), separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256(*texts: str) -> str:
    """Return the SHA-256 of texts joined by line ends, in hexadecimal."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
