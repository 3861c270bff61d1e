"""What holds on every basin: no water is made, the limits are kept, the best use is reached."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from simulations.basins import Basin, Kind, balance_error_mcm, best_use, normal_inflows, points, simulate

amounts = st.integers(0, 60).map(lambda number: number / 4)
shares = st.sampled_from([0.0, 0.0, 0.1, 0.25, 0.5])
worths = st.integers(0, 9)


def years(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(numbers, min_size=12, max_size=12)


@st.composite
def river_node(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(["source", "reservoir", "junction", "ecosystem"]))
    node: dict[str, Any] = {"kind": kind, "side": draw(st.sampled_from(["springs", "gardens", "both"]))}
    if kind == "source":
        node["inflow_mcm"] = draw(years(amounts))
    if kind == "reservoir":
        dead, first, capacity = sorted(draw(st.tuples(amounts, amounts, amounts)))
        node |= {"capacity_mcm": capacity, "dead_storage_mcm": dead, "initial_storage_mcm": first}
        node |= {"turbine_mcm": draw(amounts), "value_points_per_mcm": draw(years(worths))}
    if kind == "ecosystem":
        node |= {"need_mcm": draw(years(amounts)), "value_points_per_mcm": draw(years(worths))}
    if kind in ("junction", "ecosystem") and draw(st.booleans()):
        node |= {"bankfull_mcm": draw(years(amounts)), "flood_points_per_mcm": draw(worths)}
    return node


@st.composite
def basins(draw: st.DrawFn) -> Basin:
    """Each node of the river runs on to a later one; canals hang on it; some demands drain further down."""
    nodes: dict[str, dict[str, Any]] = {"river0": {"kind": "source", "inflow_mcm": draw(years(amounts))}}
    size = draw(st.integers(1, 6))
    nodes |= {f"river{place}": draw(river_node()) for place in range(1, size)}
    nodes[f"river{size}"] = {"kind": "outlet"}
    # The first river must reach everything that hangs below it, so that every demand can be reached.
    heads = [place + 1 if place == 0 else draw(st.integers(place + 1, size)) for place in range(size)]
    arcs = [
        {"from": f"river{place}", "to": f"river{head}", "loss_share": draw(shares)} for place, head in enumerate(heads)
    ]
    reached, place = {0}, 0
    while place != size:
        place = heads[place]
        reached.add(place)
    for number in range(draw(st.integers(0, 4))):
        tail = draw(st.sampled_from(sorted(reached - {size})))
        arcs += draw(canal(nodes, number, tail, size))
    return Basin.from_mapping({"first_month": draw(st.integers(1, 12)), "nodes": nodes, "arcs": arcs})


@st.composite
def canal(draw: st.DrawFn, nodes: dict[str, dict[str, Any]], number: int, tail: int, size: int) -> list[dict[str, Any]]:
    at, arcs = f"river{tail}", []
    if draw(st.booleans()):
        nodes[f"gate{number}"] = {"kind": "junction"}
        arcs.append(draw(arc(at, f"gate{number}")))
        at = f"gate{number}"
    for twin in range(draw(st.integers(1, 2))):
        demand = f"demand{number}{twin}"
        nodes[demand] = {"kind": "demand", "demand_mcm": draw(years(amounts)), "side": "gardens"}
        nodes[demand]["value_points_per_mcm"] = draw(years(worths))
        arcs.append(draw(arc(at, demand)))
        if draw(st.booleans()):
            nodes[demand]["return_share"] = draw(st.sampled_from([0.0, 0.3, 1.0]))
            arcs.append({"from": demand, "to": f"river{draw(st.integers(tail + 1, size))}"})
    return arcs


@st.composite
def arc(draw: st.DrawFn, tail: str, head: str) -> dict[str, Any]:
    table: dict[str, Any] = {"from": tail, "to": head, "loss_share": draw(shares)}
    if draw(st.booleans()):
        table["capacity_mcm"] = draw(amounts)
    if draw(st.booleans()):
        table["priority"] = draw(st.integers(1, 3))
    return table


def random_decisions(basin: Basin, shape: tuple[int, int], rng: np.random.Generator) -> dict[str, dict[str, Any]]:
    """Decide about half of the reservoirs and demands."""
    reservoirs = [node for node in basin.of_kind(Kind.RESERVOIR) if rng.random() < 0.5]
    demands = [node for node in basin.of_kind(Kind.DEMAND) if rng.random() < 0.5]
    return {
        "release_mcm": {node: rng.uniform(0, 15, shape) for node in reservoirs},
        "demand_share": {node: rng.uniform(0, 1.5, shape) for node in demands},
    }


seeds = st.integers(0, 2**32 - 1)
many = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
few = settings(many, max_examples=25)


def random_run(basin: Basin, seed: int, *, n_scenarios: int = 11, n_months: int = 30):
    rng = np.random.default_rng(seed)
    inflows = normal_inflows(basin, rng.uniform(0, 2, (n_scenarios, n_months)))
    decisions = random_decisions(basin, (n_scenarios, n_months), rng)
    return inflows, decisions, simulate(basin, inflows, decisions)


@many
@given(basin=basins(), seed=seeds)
def test_water_is_neither_made_nor_lost(basin: Basin, seed: int) -> None:
    inflows, _, flows = random_run(basin, seed)
    assert balance_error_mcm(basin, flows) < 1e-9
    came = sum(array.sum(axis=1) for array in inflows.values())
    went = flows.outflow_mcm.sum(axis=1) + sum(lost.sum(axis=1) for lost in flows.lost_mcm.values())
    for demand, delivered in flows.delivered_mcm.items():
        went = went + delivered.sum(axis=1) * (1 - basin.numbers[demand]["return_share"])
    for dam, storage in flows.storage_mcm.items():
        went = went + storage[:, -1] - basin.numbers[dam]["initial_storage_mcm"]
    np.testing.assert_allclose(went, came, rtol=1e-12, atol=1e-9)


@many
@given(basin=basins(), seed=seeds)
def test_limits_are_kept(basin: Basin, seed: int) -> None:
    _, decisions, flows = random_run(basin, seed)
    for (tail, head), water in flows.arc_mcm.items():
        assert (water >= 0).all()
        assert (water <= basin.graph.edges[tail, head].get("capacity_mcm", np.inf) + 1e-9).all()
    for demand, delivered in flows.delivered_mcm.items():
        wish = np.resize(basin.numbers[demand]["demand_mcm"], 30) * decisions["demand_share"].get(demand, 1)
        assert (delivered <= wish + 1e-9).all()
    for dam, storage in flows.storage_mcm.items():
        numbers = basin.numbers[dam]
        assert (storage >= numbers["dead_storage_mcm"]).all()
        assert (storage <= numbers["capacity_mcm"]).all()
        spills = flows.spill_mcm[dam] > 1e-9
        assert (storage[spills] == numbers["capacity_mcm"]).all()
        if dam in decisions["release_mcm"]:
            short = flows.release_mcm[dam] < decisions["release_mcm"][dam] - 1e-9
            assert (storage[short] == numbers["dead_storage_mcm"]).all()


@many
@given(basin=basins(), seed=seeds)
def test_inputs_stay_and_runs_repeat(basin: Basin, seed: int) -> None:
    inflows, decisions, flows = random_run(basin, seed)
    before = {source: array.copy() for source, array in inflows.items()}
    again = simulate(basin, inflows, decisions)
    for source, array in inflows.items():
        np.testing.assert_array_equal(array, before[source])
    np.testing.assert_array_equal(again.outflow_mcm, flows.outflow_mcm)


@many
@given(basin=basins(), seed=seeds)
def test_all_flows_have_one_shape(basin: Basin, seed: int) -> None:
    _, _, flows = random_run(basin, seed, n_scenarios=3, n_months=5)
    groups = (flows.storage_mcm, flows.release_mcm, flows.spill_mcm, flows.turbined_mcm, flows.delivered_mcm)
    groups += (flows.flow_mcm, flows.flood_mcm, flows.inflow_mcm, flows.arc_mcm, flows.lost_mcm)
    assert {array.shape for group in groups for array in group.values()} | {flows.outflow_mcm.shape} == {(3, 5)}
    assert {array.shape for array in points(basin, flows).values()} == {(3,)}


@few
@given(basin=basins(), seed=seeds)
def test_simulate_reaches_the_best_use(basin: Basin, seed: int) -> None:
    """The program's own optimum, and no random decisions do better."""
    inflows, _, flows = random_run(basin, seed, n_scenarios=2, n_months=12)
    plan = best_use(basin, inflows)
    total = sum(plan.points.values())
    np.testing.assert_allclose(total, plan.bound_points, rtol=1e-6, atol=1e-5)
    assert (sum(points(basin, flows).values()) <= _with_full_demands(basin, inflows, plan) + 1e-5).all()


def _with_full_demands(basin: Basin, inflows, plan) -> np.ndarray:
    """Random shares may ask more than the demand: allow them what the best use makes of one and a half."""
    raised = {node: dict(basin.graph.nodes[node]) for node in basin.graph}
    for node in basin.of_kind(Kind.DEMAND):
        raised[node]["demand_mcm"] = [1.5 * number for number in raised[node]["demand_mcm"]]
    arcs = [
        {"from": tail, "to": head, **{key: value for key, value in arc.items() if key != "place"}}
        for tail, head, arc in basin.graph.edges(data=True)
    ]
    wider = Basin.from_mapping({"nodes": raised, "arcs": arcs})
    return np.maximum(sum(plan.points.values()), best_use(wider, inflows).bound_points)


@few
@given(basin=basins(), seed=seeds, side=st.sampled_from(["springs", "gardens"]))
def test_a_side_alone_does_no_worse_for_itself(basin: Basin, seed: int, side: str) -> None:
    assume(side in basin.sides)
    inflows, _, _ = random_run(basin, seed, n_scenarios=2, n_months=12)
    alone, together = best_use(basin, inflows, sides=[side]), best_use(basin, inflows)
    assert (alone.points[side] >= together.points[side] - 1e-4).all()
    assert (sum(alone.points.values()) <= sum(together.points.values()) + 1e-4).all()
    np.testing.assert_allclose(alone.points[side], alone.bound_points, rtol=1e-5, atol=1e-4)


@pytest.mark.parametrize("keep", [True, False])
def test_kept_storage_costs_points(keep: bool) -> None:
    basin = Basin.from_mapping(
        {
            "nodes": {
                "spring": {"kind": "source", "inflow_mcm": [1] * 12},
                "dam": {"kind": "reservoir", "capacity_mcm": 9, "initial_storage_mcm": 6, "turbine_mcm": 9}
                | {"value_points_per_mcm": [2] * 12},
                "lake": {"kind": "outlet"},
            },
            "arcs": [{"from": "spring", "to": "dam"}, {"from": "dam", "to": "lake"}],
        }
    )
    plan = best_use(basin, normal_inflows(basin, 1), keep_storage=keep)
    # twelve months bring 12; the 6 in store may be used too if nothing is kept; each is worth 2
    np.testing.assert_allclose(plan.points["both"], [24 if keep else 36])
