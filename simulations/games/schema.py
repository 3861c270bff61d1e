"""What a case file may say, table by table. The basin's own numbers are checked by the engine's rules."""

from collections.abc import Mapping
from typing import Any

import networkx as nx

from simulations.games.faults import Faults, Test, number, numbers, options, slug, table, truth, whole
from simulations.games.terms_schema import MOST_YEARS, check_talks

SCHEMA = 1
FIRST_MONTH = 10
GROUPS = ("zhambyl-talas", "gbao-badakhshan", "bukhara-lebap")
"""Groups whose home a case may be too near to (``not_for``)."""

TABLES = ("sides", "seats", "basin", "decisions", "cards", "text")
OPTIONAL_TABLES = ("talks", "terms", "injects", "drainage", "sharing")
WHOLE_TABLES = ("text", "basin", "talks", "drainage", "sharing")
"""Tables that are one entry; the others hold an entry for each name."""

PLAIN_KEYS = ("schema", "id", "game", "language", "years")
RESERVED = ("facilitator", "nature", "both")

LEAST_CLAIM_MCM = 0.1
"""Who claims nothing cannot lose a part of it; a tenth is what pictures show."""

CARD: dict[str, Test] = {"inflow_factor": number(0, 10), "weight": whole(1, 1000)}


def check_case(faults: Faults, data: Mapping[str, Any], games: tuple[str, ...]) -> None:
    """Note every fault of a case's tables, all but the basin's and those that need a simulation."""
    faults.keys("", data, (*PLAIN_KEYS, *TABLES), (*OPTIONAL_TABLES, "not_for"))
    _check_plain(faults, data, games)
    sound = {name: _entries(faults, data, name) for name in (*TABLES, *OPTIONAL_TABLES)}
    _check_names(faults, sound)
    _check_seats(faults, sound["seats"], sound["sides"])
    for card, entry in sound["cards"].items():
        _check_card(faults, f"cards.{card}", entry)
    _check_decisions(faults, sound)
    check_talks(faults, data, sound)
    if "sharing" in data:
        _check_sharing(faults, sound)


def _check_card(faults: Faults, key: str, entry: Mapping[str, Any]) -> None:
    faults.keys(key, entry, CARD)
    for name, test in CARD.items():
        if name in entry:
            test(faults, f"{key}.{name}", entry[name])


def _check_plain(faults: Faults, data: Mapping[str, Any], games: tuple[str, ...]) -> None:
    tests: dict[str, Test] = {"schema": whole(SCHEMA, SCHEMA), "id": slug, "years": whole(1, MOST_YEARS)}
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


def _entries(faults: Faults, data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return the entries of a table that are tables themselves; texts and the basin as they are."""
    if name not in data or not table(faults, name, data[name]):
        return {}
    if name in WHOLE_TABLES:
        return dict(data[name])
    return {key: entry for key, entry in data[name].items() if table(faults, f"{name}.{key}", entry)}


def _check_names(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    for name in ("sides", "seats", "decisions", "cards", "terms", "injects"):
        for key in sound[name]:
            slug(faults, f"{name}.{key}", key)
            if key in RESERVED:
                faults.add("case.reserved_name", f"{name}.{key}", key, RESERVED)
    for key in set(sound["cards"]) & set(sound["injects"]):
        faults.add("case.reserved_name", f"injects.{key}", key, tuple(sound["cards"]))
    if sound["sides"] and len(sound["sides"]) != 2:
        faults.add("case.bad_whole_number", "sides", len(sound["sides"]), 2)
    for side, entry in sound["sides"].items():
        faults.keys(f"sides.{side}", entry, ())


def _check_seats(faults: Faults, seats: Mapping[str, Any], sides: Mapping[str, Any]) -> None:
    known = ("required", "merges_into", "private")
    for seat, entry in seats.items():
        key = f"seats.{seat}"
        faults.keys(key, entry, ("side",), known)
        if "side" in entry:
            faults.choice(f"{key}.side", entry["side"], (*sides, "both"))
        truth(faults, f"{key}.required", entry.get("required", False))
        others, rest = entry.get("merges_into", []), tuple(name for name in seats if name != seat)
        if not isinstance(others, list):
            faults.add("case.bad_choice", f"{key}.merges_into", others, tuple(f'["{name}"]' for name in rest))
        for other in _list(others):
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
            (seat, other) for other in _list(entry.get("merges_into")) if isinstance(other, str) and other in seats
        )
    for ring in nx.strongly_connected_components(ways):
        if len(ring) > 1:
            first = next(seat for seat in seats if seat in ring)
            around = [tail for tail, _ in nx.find_cycle(ways.subgraph(ring), first)]
            shown = " → ".join([*around, around[0]])
            faults.add("case.merge_ring", f"seats.{around[0]}.merges_into", shown, tuple(seats))


def _check_decisions(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    nodes = sound["basin"].get("nodes", {})
    nodes = nodes if isinstance(nodes, dict) else {}
    kinds = {name: node.get("kind") for name, node in nodes.items() if isinstance(node, dict)}
    usable = tuple(name for name, kind in kinds.items() if kind in ("reservoir", "demand"))
    if "reservoir" in kinds.values() and "first_month" in sound["basin"]:
        # A schedule fills winter from what summer left behind the dam, so a year must begin with winter.
        whole(FIRST_MONTH, FIRST_MONTH)(faults, "basin.first_month", sound["basin"]["first_month"])
    if not sound["decisions"]:
        faults.add("case.missing_key", "decisions", allowed=("decisions.summer_release",))
    for name, entry in sound["decisions"].items():
        key = f"decisions.{name}"
        released = kinds.get(str(entry.get("node"))) == "reservoir"
        tests: dict[str, Test] = {"options": options(0, 100_000) if released else options(0, 100)}
        extra: dict[str, Test] = {"winter_least_mcm": number()} if released else {}
        count = len(_list(entry.get("options")))
        extra["cost_points"] = numbers(count, -100_000)
        extra["early"] = truth
        faults.keys(key, entry, ("seat", "node", "options"), extra)
        for field, test in {**tests, **extra}.items():
            if field in entry:
                test(faults, f"{key}.{field}", entry[field])
        if "seat" in entry:
            _check_decider(faults, f"{key}.seat", entry["seat"], sound)
        if "node" in entry and faults.choice(f"{key}.node", entry["node"], usable):
            usable = tuple(node for node in usable if node != entry["node"])  # nobody decides twice about one place


def _check_decider(faults: Faults, key: str, seat: Any, sound: Mapping[str, dict[str, Any]]) -> None:
    """Demand a seat of one side that is always taken: without it nobody could decide."""
    deciding = tuple(
        name for name, entry in sound["seats"].items() if entry.get("required") is True and entry.get("side") != "both"
    )
    faults.choice(key, seat, deciding)


def _check_sharing(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    entry = sound["sharing"]
    faults.keys("sharing", entry, ("claims_mcm", "supply_mcm"))
    nodes = sound["basin"].get("nodes", {})
    users = tuple(
        name for name, node in nodes.items() if isinstance(node, dict) and node.get("kind") in ("demand", "ecosystem")
    )
    for field, allowed, least in (("claims_mcm", users, LEAST_CLAIM_MCM), ("supply_mcm", tuple(sound["cards"]), 0)):
        key = f"sharing.{field}"
        if field in entry and table(faults, key, entry[field]):
            if not entry[field]:
                faults.add("case.missing_key", key, allowed=allowed)
            for name, value in entry[field].items():
                faults.choice(f"{key}.{name}", name, allowed)
                number(least)(faults, f"{key}.{name}", value)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
