"""What every case file may say: its plain keys, its seats and the names in it. Each game adds its own tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import networkx as nx

from simulations.games.faults import Faults, Test, number, slug, table, truth, whole

SCHEMA = 1
GROUPS = ("zhambyl-talas", "gbao-badakhshan", "bukhara-lebap")
"""Groups whose home a case may be too near to (``not_for``)."""

PLAIN_KEYS = ("schema", "id", "game", "language")
OPTIONAL_KEYS = ("not_for",)
RESERVED = ("facilitator", "nature", "both", "none")
WHOLE_TABLES = ("text", "basin", "talks", "drainage", "sharing")
"""Tables that are one entry; the others hold an entry for each name."""

SEAT_KEYS = ("required", "merges_into", "private")
NO_MORE: Mapping[str, Test] = MappingProxyType({})


def check_plain(faults: Faults, data: Mapping[str, Any], games: tuple[str, ...]) -> None:
    """Note faults of the keys that stand above all tables."""
    tests: dict[str, Test] = {"schema": whole(SCHEMA, SCHEMA), "id": slug}
    for name, test in tests.items():
        if name in data:
            test(faults, name, data[name])
    if "game" in data:
        faults.choice("game", data["game"], games)
    language = data.get("language", "en")
    if not (isinstance(language, str) and 2 <= len(language) <= 8 and language.isascii()):
        faults.add("case.bad_slug", "language", language, "en, kk, ky, prs, ru, tg, tk, uz, ...")
    groups = data.get("not_for", [])
    if not isinstance(groups, list):
        faults.add("case.bad_choice", "not_for", groups, GROUPS)
        return
    for group in groups:
        faults.choice("not_for", group, GROUPS)


def entries(faults: Faults, data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return the entries of a table that are tables themselves; of a table in `WHOLE_TABLES` all of them."""
    if name not in data or not table(faults, name, data[name]):
        return {}
    if name in WHOLE_TABLES:
        return dict(data[name])
    return {key: entry for key, entry in data[name].items() if table(faults, f"{name}.{key}", entry)}


def check_names(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    """Demand names in small letters that mean nothing else."""
    for name, entry in sound.items():
        for key in () if name in WHOLE_TABLES else entry:
            slug(faults, f"{name}.{key}", key)
            if key in RESERVED:
                faults.add("case.reserved_name", f"{name}.{key}", key, RESERVED)


def check_seats(
    faults: Faults, seats: Mapping[str, Any], sides: tuple[str, ...], *, more: Mapping[str, Test] = NO_MORE
) -> None:
    """Note faults of the seats; `more` are keys that only one game knows."""
    for seat, entry in seats.items():
        key = f"seats.{seat}"
        faults.keys(key, entry, ("side",), (*SEAT_KEYS, *more))
        if "side" in entry:
            faults.choice(f"{key}.side", entry["side"], sides)
        for name, test in {"required": truth, **more}.items():
            test(faults, f"{key}.{name}", entry.get(name, False))
        others, rest = entry.get("merges_into", []), tuple(name for name in seats if name != seat)
        if not isinstance(others, list):
            faults.add("case.bad_choice", f"{key}.merges_into", others, tuple(f'["{name}"]' for name in rest))
        for other in listed(others):
            faults.choice(f"{key}.merges_into", other, rest)
        if table(faults, f"{key}.private", entry.get("private", {})):
            for name, value in entry.get("private", {}).items():
                number(-1_000_000)(faults, f"{key}.private.{name}", value)
    _check_merging(faults, seats)


def _check_merging(faults: Faults, seats: Mapping[str, Any]) -> None:
    """Demand that nobody who stands in for a seat is stood in for by it, whatever lies between."""
    ways = nx.DiGraph()
    for seat, entry in seats.items():
        ways.add_edges_from(
            (seat, other) for other in listed(entry.get("merges_into")) if isinstance(other, str) and other in seats
        )
    for ring in nx.strongly_connected_components(ways):
        if len(ring) > 1:
            first = next(seat for seat in seats if seat in ring)
            around = [tail for tail, _ in nx.find_cycle(ways.subgraph(ring), first)]
            shown = " → ".join([*around, around[0]])
            faults.add("case.merge_ring", f"seats.{around[0]}.merges_into", shown, tuple(seats))


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and nothing for anything else."""
    return value if isinstance(value, list) else []
