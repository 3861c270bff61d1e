"""Which texts a case must have: a key for everything that a person is shown."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from simulations.games.faults import Faults, nearest

ASSUMPTION = re.compile(r"assumptions\.[1-9][0-9]?")
"""What the model leaves out, sentence by sentence; lessons show them in the order of their numbers."""


def text_keys(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield every text key that a case needs, assumptions aside, in the order of the file."""
    yield from ("title", "about")
    for side in _names(data, "sides"):
        yield from (f"sides.{side}.name", f"sides.{side}.letter")
    for node in _names(data.get("basin", {}), "nodes"):
        yield from (f"nodes.{node}.name", f"nodes.{node}.about")
    for seat in _names(data, "seats"):
        yield from (f"seats.{seat}.name", f"seats.{seat}.brief")
        yield from (f"seats.{seat}.private.{name}" for name in _names(data["seats"][seat], "private"))
    for card in _names(data, "cards"):
        yield f"cards.{card}.name"
    for table in ("decisions", "terms"):
        for name in _names(data, table):
            yield f"{table}.{name}.title"
            entry = data[table][name]
            chosen = entry.get("options") if isinstance(entry, dict) else None
            yield from (f"{table}.{name}.options.{value}" for value in (chosen if isinstance(chosen, list) else ()))
    for inject in _names(data, "injects"):
        yield from (f"injects.{inject}.name", f"injects.{inject}.news")


def check_text(faults: Faults, data: Mapping[str, Any]) -> None:
    """Note texts that are missing, empty, or of nothing in the case."""
    text = data.get("text", {})
    if not isinstance(text, dict):
        return
    needed = tuple(text_keys(data))
    for key in needed:
        if key not in text:
            faults.add("case.missing_text", f"text.{key}", value=key)
    for key, value in text.items():
        if not isinstance(value, str) or not value.strip():
            faults.add("case.empty_text", f"text.{key}", value)
        if key not in needed and not ASSUMPTION.fullmatch(key):
            meant = nearest(key, [one for one in needed if one not in text])
            if meant:
                faults.add("case.unknown_key_meant", f"text.{key}", key, meant, meant=meant)
            else:
                faults.add("case.unknown_text", f"text.{key}", key)
    if not any(ASSUMPTION.fullmatch(key) for key in text):
        faults.add("case.missing_text", "text.assumptions.1", value="assumptions.1")


def _names(data: Any, table: str) -> tuple[str, ...]:
    entries = data.get(table, {}) if isinstance(data, dict) else {}
    return tuple(entries) if isinstance(entries, dict) else ()
