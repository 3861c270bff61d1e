"""Faults of a case's basin and of its drain water: every number by the engine's own rules, then the network."""

from collections.abc import Mapping
from typing import Any

from simulations.errors import ModelError
from simulations.games.faults import Faults, number, numbers, table

TRIES = 20
"""So many loops and dry demands are named in one go; a file with more has one cause."""


def check_basin(faults: Faults, basin: Mapping[str, Any], sides: tuple[str, ...]) -> None:
    """Note every fault of the ``[basin]`` table."""
    before = len(faults.found)
    faults.keys("basin", basin, ("first_month", "nodes", "arcs"))
    nodes, arcs = basin.get("nodes", {}), basin.get("arcs", [])
    if not table(faults, "basin.nodes", nodes):
        return
    if not isinstance(arcs, list) or not all(isinstance(arc, dict) for arc in arcs):
        faults.add("case.not_a_table", "basin.arcs", allowed="[[basin.arcs]]")
        return
    for name, node in nodes.items():
        if table(faults, f"basin.nodes.{name}", node):
            _check_node(faults, f"basin.nodes.{name}", node, sides)
    for place, arc in enumerate(arcs):
        _check_arc(faults, f"basin.arcs.{place}", arc, tuple(nodes))
    if len(faults.found) == before:
        _check_network(faults, basin)


def _check_node(faults: Faults, key: str, node: Mapping[str, Any], sides: tuple[str, ...]) -> None:
    from simulations.basins.fields import NODE_FIELDS, PLAIN_NODE_KEYS, Kind, check_storage, read_fields

    if "kind" not in node:
        faults.add("case.missing_key", f"{key}.kind", allowed=tuple(Kind))
        return
    if not faults.choice(f"{key}.kind", node["kind"], tuple(kind.value for kind in Kind)):
        return
    fields = NODE_FIELDS[Kind(node["kind"])]
    faults.keys(key, node, ("side", "position"), (*PLAIN_NODE_KEYS, *(field.key for field in fields)))
    if "side" in node:
        faults.choice(f"{key}.side", node["side"], (*sides, "both"))
    if "position" in node:
        numbers(2, 0, 1)(faults, f"{key}.position", node["position"])
    sound = [_engine(faults, read_fields, key, node, (field,)) for field in fields]
    if node["kind"] == Kind.RESERVOIR and all(sound):
        _engine(faults, check_storage, key, read_fields(key, node, fields))


def _check_arc(faults: Faults, key: str, arc: Mapping[str, Any], nodes: tuple[str, ...]) -> None:
    from simulations.basins.fields import ARC_FIELDS, PLAIN_ARC_KEYS, read_fields

    faults.keys(key, arc, ("from", "to"), (*PLAIN_ARC_KEYS, *(field.key for field in ARC_FIELDS)))
    for end in ("from", "to"):
        if end in arc:
            faults.choice(f"{key}.{end}", arc[end], nodes)
    for field in ARC_FIELDS:
        _engine(faults, read_fields, key, arc, (field,))


def _check_network(faults: Faults, basin: Mapping[str, Any]) -> None:
    """Let the engine read the basin; leave out what it refuses and go on, so that one fault does not hide the next."""
    from simulations.basins import Basin

    nodes, arcs = dict(basin["nodes"]), list(basin["arcs"])
    places = list(range(len(arcs)))
    for _ in range(TRIES):
        try:
            Basin.from_mapping({**basin, "nodes": nodes, "arcs": arcs})
            return
        except ModelError as error:
            note(faults, error, places)
            if error.code == "basin.cycle":
                last, first = str(error.params["value"]).split(" → ")[-2:]
                gone = next(at for at, arc in enumerate(arcs) if (arc["from"], arc["to"]) == (last, first))
                arcs, places = _without(arcs, {gone}), _without(places, {gone})
            elif error.code == "basin.unreachable_demand":
                nodes.pop(str(error.params["value"]))
                touched = {at for at, arc in enumerate(arcs) if not {arc["from"], arc["to"]} <= set(nodes)}
                arcs, places = _without(arcs, touched), _without(places, touched)
            else:
                return


def note(faults: Faults, error: ModelError, places: list[int] | None = None) -> None:
    """Add a fault that the engine found; an arc's place is put back to the one it has in the file."""
    params = dict(error.params)
    key = str(params.pop("key", "basin"))
    parts = key.split(".")
    if places and parts[:2] == ["basin", "arcs"] and len(parts) > 2:
        key = ".".join(["basin", "arcs", str(places[int(parts[2])]), *parts[3:]])
    faults.add(error.code, key, params.pop("value", None), params.pop("allowed", ""), **params)


def _engine(faults: Faults, check: Any, *given: Any) -> bool:
    try:
        check(*given)
    except ModelError as error:
        note(faults, error)
        return False
    return True


def _without(items: list[Any], places: set[int]) -> list[Any]:
    return [item for at, item in enumerate(items) if at not in places]


def check_drainage(faults: Faults, entry: Mapping[str, Any], basin: Mapping[str, Any]) -> None:
    """Note every fault of ``[drainage]``: which fields' drain water harms which users below them."""
    faults.keys("drainage", entry, ("from", "to", "points_per_mcm"))
    below = _demands_below(basin)
    draining = tuple(name for name, others in below.items() if others)
    if "from" in entry and faults.choice("drainage.from", entry["from"], draining) and "to" in entry:
        faults.choice("drainage.to", entry["to"], below[entry["from"]])
    if "points_per_mcm" in entry:
        number(0, 1_000)(faults, "drainage.points_per_mcm", entry["points_per_mcm"])


def _demands_below(basin: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return, for every demand whose water partly returns, the demands that lie below it."""
    import networkx as nx

    nodes, arcs = basin.get("nodes"), basin.get("arcs")
    nodes = nodes if isinstance(nodes, dict) else {}
    arcs = [arc for arc in arcs if isinstance(arc, dict)] if isinstance(arcs, list) else []
    ways = nx.DiGraph((str(arc.get("from")), str(arc.get("to"))) for arc in arcs)
    ways.add_nodes_from(nodes)
    demands = {name: node for name, node in nodes.items() if isinstance(node, dict) and node.get("kind") == "demand"}
    return {
        name: tuple(other for other in demands if other in nx.descendants(ways, name))
        for name, node in demands.items()
        if node.get("return_share")
    }
