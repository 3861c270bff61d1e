"""What a case file of the river game may say. The basin's own numbers are checked by the engine's rules."""

from collections.abc import Mapping
from typing import Any

from simulations.games.basin_faults import check_basin, check_drainage
from simulations.games.faults import Faults, Test, number, numbers, options, table, truth, whole
from simulations.games.schema import OPTIONAL_KEYS, PLAIN_KEYS, check_names, check_seats, entries, listed
from simulations.games.terms_schema import MOST_YEARS, check_talks

FIRST_MONTH = 10

TABLES = ("sides", "seats", "basin", "decisions", "cards", "text")
OPTIONAL_TABLES = ("talks", "terms", "injects", "drainage", "sharing")

LEAST_CLAIM_MCM = 0.1
"""Who claims nothing cannot lose a part of it; a tenth is what pictures show."""

CARD: dict[str, Test] = {"inflow_factor": number(0, 10), "weight": whole(1, 1000)}


def check_river(faults: Faults, data: Mapping[str, Any]) -> None:
    """Note every fault of a river's tables, all but those that need a simulation."""
    faults.keys("", data, (*PLAIN_KEYS, "years", *TABLES), (*OPTIONAL_TABLES, *OPTIONAL_KEYS))
    if "years" in data:
        whole(1, MOST_YEARS)(faults, "years", data["years"])
    sound = {name: entries(faults, data, name) for name in (*TABLES, *OPTIONAL_TABLES)}
    check_names(faults, sound)
    _check_sides(faults, sound)
    check_seats(faults, sound["seats"], (*sound["sides"], "both"))
    for card, entry in sound["cards"].items():
        _check_card(faults, f"cards.{card}", entry)
    _check_decisions(faults, sound)
    check_talks(faults, data, sound)
    if "sharing" in data:
        _check_sharing(faults, sound)
    if isinstance(data.get("basin"), dict):
        check_basin(faults, data["basin"], tuple(sound["sides"]))
        if isinstance(data.get("drainage"), dict):
            check_drainage(faults, data["drainage"], data["basin"])


def _check_sides(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    for key in set(sound["cards"]) & set(sound["injects"]):
        faults.add("case.reserved_name", f"injects.{key}", key, tuple(sound["cards"]))
    if sound["sides"] and len(sound["sides"]) != 2:
        faults.add("case.bad_whole_number", "sides", len(sound["sides"]), 2)
    for side, entry in sound["sides"].items():
        faults.keys(f"sides.{side}", entry, ())


def _check_card(faults: Faults, key: str, entry: Mapping[str, Any]) -> None:
    faults.keys(key, entry, CARD)
    for name, test in CARD.items():
        if name in entry:
            test(faults, f"{key}.{name}", entry[name])


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
        count = len(listed(entry.get("options")))
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
