"""What a case may not say about its basin, and how it is told."""

from copy import deepcopy

import networkx as nx
import pytest

from simulations.basins import Basin
from simulations.errors import ModelError

GOOD = {
    "first_month": 10,
    "nodes": {
        "spring": {"kind": "source", "side": "springs", "inflow_mcm": [1.0] * 12, "position": [0.1, 0.9]},
        "dam": {"kind": "reservoir", "side": "springs", "capacity_mcm": 9, "initial_storage_mcm": 3},
        "fork": {"kind": "junction"},
        "farms": {"kind": "demand", "side": "gardens", "demand_mcm": [1] * 12},
        "lake": {"kind": "outlet"},
    },
    "arcs": [
        {"from": "spring", "to": "dam"},
        {"from": "dam", "to": "fork"},
        {"from": "fork", "to": "farms", "capacity_mcm": 2, "priority": 1},
        {"from": "fork", "to": "lake"},
    ],
}


def test_a_good_basin_is_read_and_the_mapping_left_alone() -> None:
    before = deepcopy(GOOD)
    basin = Basin.from_mapping(GOOD)
    assert before == GOOD
    assert basin.order == ("spring", "dam", "fork", "farms", "lake")
    assert (basin.first_month, basin.months, basin.sides) == (10, 12, ("springs", "gardens"))
    assert basin.graph.nodes["spring"]["position"] == [0.1, 0.9]
    assert basin.graph.edges["fork", "farms"]["capacity_mcm"] == 2
    assert basin.layout.river["fork"].head == "lake"
    with pytest.raises(nx.NetworkXError):
        basin.graph.add_node("new")


# Each line changes the good basin at one path; None takes the key away.
BAD = [
    ("nodes.spring.kind", "river", "basin.unknown_kind", "basin.nodes.spring.kind"),
    ("nodes.spring.kind", None, "basin.unknown_kind", "basin.nodes.spring.kind"),
    ("nodes.spring.inflow_mcm", None, "basin.missing_key", "basin.nodes.spring.inflow_mcm"),
    ("nodes.spring.inflow_mcm", [1] * 11, "basin.wrong_length", "basin.nodes.spring.inflow_mcm"),
    ("nodes.spring.inflow_mcm", 5, "basin.wrong_length", "basin.nodes.spring.inflow_mcm"),
    ("nodes.spring.inflow_mcm", [1] * 11 + [-1], "basin.bad_number", "basin.nodes.spring.inflow_mcm.11"),
    ("nodes.spring.inflow_mcm", [1] * 11 + ["wet"], "basin.bad_number", "basin.nodes.spring.inflow_mcm.11"),
    ("nodes.spring.inflow_mcm", [float("nan")] + [1] * 11, "basin.bad_number", "basin.nodes.spring.inflow_mcm.0"),
    ("nodes.spring.inflows_mcm", [1] * 12, "basin.unknown_key", "basin.nodes.spring.inflows_mcm"),
    ("nodes.dam.dead_storage_mcm", 10, "basin.bad_number", "basin.nodes.dam.dead_storage_mcm"),
    ("nodes.dam.dead_storage_mcm", 4, "basin.bad_number", "basin.nodes.dam.initial_storage_mcm"),
    ("nodes.dam.initial_storage_mcm", 9.5, "basin.bad_number", "basin.nodes.dam.initial_storage_mcm"),
    ("nodes.dam.capacity_mcm", True, "basin.bad_number", "basin.nodes.dam.capacity_mcm"),
    ("nodes.farms.return_share", 1.1, "basin.bad_number", "basin.nodes.farms.return_share"),
    ("nodes.farms.return_share", 0.5, "basin.no_way_out", "basin.nodes.farms"),
    ("arcs.2.loss_share", 1, "basin.bad_number", "basin.arcs.2.loss_share"),
    ("arcs.2.loss_share", -0.1, "basin.bad_number", "basin.arcs.2.loss_share"),
    ("arcs.2.priority", "first", "basin.bad_number", "basin.arcs.2.priority"),
    ("arcs.2.width", 3, "basin.unknown_key", "basin.arcs.2.width"),
    ("arcs.2.to", "farm", "basin.unknown_node", "basin.arcs.2.to"),
    ("arcs.2.from", None, "basin.unknown_node", "basin.arcs.2.from"),
    ("arcs.2.to", "lake", "basin.repeated_arc", "basin.arcs.3"),
    ("arcs.2.to", "dam", "basin.cycle", "basin.arcs"),
    ("arcs.2.to", "fork", "basin.cycle", "basin.arcs"),
    ("arcs.2.from", "lake", "basin.arc_from_outlet", "basin.arcs.2.from"),
    ("arcs.1.capacity_mcm", 5, "basin.river_capacity", "basin.arcs.1.capacity_mcm"),
    ("arcs.3.to", "farms", "basin.repeated_arc", "basin.arcs.3"),
    ("first_month", 13, "basin.bad_number", "basin.first_month"),
    ("first_month", True, "basin.bad_number", "basin.first_month"),
    ("first_month", 10.0, "basin.bad_number", "basin.first_month"),
    ("nodes.fork", 1, "basin.missing_key", "basin.nodes.fork"),
    ("nodes.spring.kind", "outlet", "basin.unknown_key", "basin.nodes.spring.inflow_mcm"),
    ("nodes.dam.capacity_mcm", 10**400, "basin.bad_number", "basin.nodes.dam.capacity_mcm"),
    ("arcs.2", "fork", "basin.missing_key", "basin.arcs.2"),
    ("rivers", {}, "basin.unknown_key", "basin.rivers"),
    ("nodes", {}, "basin.missing_key", "basin.nodes"),
    ("arcs", None, "basin.missing_key", "basin.arcs"),
]


@pytest.mark.parametrize(("path", "value", "code", "key"), BAD)
def test_a_slip_is_named_with_its_place(path: str, value, code: str, key: str) -> None:
    mapping = deepcopy(GOOD)
    *parents, last = path.split(".")
    table = mapping
    for parent in parents:
        table = table[int(parent)] if isinstance(table, list) else table[parent]
    place = int(last) if isinstance(table, list) else last
    if value is None:
        del table[place]
    else:
        table[place] = value
    with pytest.raises(ModelError) as caught:
        Basin.from_mapping(mapping)
    assert (caught.value.code, caught.value.params["key"]) == (code, key)


def changed(nodes: dict, arcs: list[tuple[str, str]], *, without: tuple[int, ...] = ()) -> dict:
    mapping = deepcopy(GOOD)
    mapping["nodes"].update(nodes)
    mapping["arcs"] = [arc for place, arc in enumerate(mapping["arcs"]) if place not in without]
    mapping["arcs"] += [{"from": tail, "to": head} for tail, head in arcs]
    return mapping


DEMAND = {"kind": "demand", "demand_mcm": [1] * 12}


@pytest.mark.parametrize(
    ("mapping", "code", "key"),
    [
        (changed({"town": DEMAND}, []), "basin.unreachable_demand", "basin.nodes.town"),
        (changed({"gate": {"kind": "junction"}, "town": DEMAND}, [("gate", "town")]), "basin.unreachable_demand", None),
        (changed({}, [("dam", "farms")]), "basin.two_inlets", "basin.nodes.farms"),
        (changed({}, [("dam", "lake")]), "basin.two_ways_out", "basin.nodes.dam"),
        (changed({}, [], without=(3,)), "basin.no_way_out", "basin.nodes.spring"),
        (changed({"pond": {"kind": "junction"}}, [("fork", "pond")]), "basin.no_way_out", "basin.nodes.pond"),
        (changed({"town": DEMAND}, [("farms", "town")]), "basin.no_way_out", "basin.nodes.farms"),
        (changed({"spring": {"kind": "junction"}}, []), "basin.missing_key", "basin.nodes.*.inflow_mcm"),
    ],
)
def test_a_wrong_network_is_named(mapping: dict, code: str, key: str | None) -> None:
    with pytest.raises(ModelError) as caught:
        Basin.from_mapping(mapping)
    assert caught.value.code == code
    assert key is None or caught.value.params["key"] == key
