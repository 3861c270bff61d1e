"""A case as the text of its file."""

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["case_text"]


def case_text(data: Mapping[str, Any]) -> str:
    """Return a case as TOML, its tables in their order and its prose, with quoted keys, as one table.

    Parameters
    ----------
    data : mapping
        JSON-plain, without None.

    Examples
    --------
    >>> print(case_text({"id": "fair", "terms": {"when": {"options": ["june", "july"]}}, "text": {"a.b": "Fair"}}))
    id = "fair"
    <BLANKLINE>
    [terms.when]
    options = ["june", "july"]
    <BLANKLINE>
    [text]
    "a.b" = "Fair"
    <BLANKLINE>
    """
    return "\n".join(_lines(data, "")) + "\n"


def _lines(table: Mapping[str, Any], place: str) -> list[str]:
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping)}
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in plain.items()]
    if place and (plain or not inner):
        lines = ["", f"[{place}]", *lines]
    for key, value in inner.items():
        lines += _lines(value, f"{place}.{_key(key)}".lstrip("."))
    return lines


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else _string(key)


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _string(text: str) -> str:
    # JSON and TOML write strings alike, but for the one control sign that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
