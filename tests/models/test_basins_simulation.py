"""Simulation of small basins whose every number is worked out in the test."""

import numpy as np
import pytest

from simulations.basins import Basin, balance_error_mcm, energy_gwh, normal_inflows, points, simulate
from simulations.errors import ModelError


def year(number: float) -> list[float]:
    return [number] * 12


def basin_of(nodes: dict, arcs: list) -> Basin:
    """Arcs are (from, to) or (from, to, further keys)."""
    tables = [{"from": arc[0], "to": arc[1], **(arc[2] if len(arc) > 2 else {})} for arc in arcs]
    return Basin.from_mapping({"first_month": 10, "nodes": nodes, "arcs": tables})


SOURCE = {"kind": "source", "inflow_mcm": year(10)}
FORK = {"kind": "junction"}
LAKE = {"kind": "outlet"}


def test_canals_are_served_by_priority_and_the_rest_runs_on() -> None:
    """10 come: the town asks 4 first although it stands later in the file, the farms' canal carries 5 of 8."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "fork": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(8)},
            "town": {"kind": "demand", "demand_mcm": year(4)},
            "lake": LAKE,
        },
        [
            ("spring", "fork"),
            ("fork", "lake"),
            ("fork", "farms", {"capacity_mcm": 5}),
            ("fork", "town", {"priority": 1}),
        ],
    )
    flows = simulate(basin, {"spring": [[10, 6, 3]]})
    assert flows.delivered_mcm["town"].tolist() == [[4, 4, 3]]
    assert flows.delivered_mcm["farms"].tolist() == [[5, 2, 0]]
    assert flows.outflow_mcm.tolist() == [[1, 0, 0]]


def test_losses_are_asked_for_and_lost_on_the_way() -> None:
    """6 asked through two canals that lose a half and a fifth: 6 / 0.8 = 7.5, / 0.5 = 15 at the fork."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "fork": FORK,
            "gate": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(6)},
            "lake": LAKE,
        },
        [
            ("spring", "fork"),
            ("fork", "gate", {"loss_share": 0.5}),
            ("gate", "farms", {"loss_share": 0.2}),
            ("fork", "lake"),
        ],
    )
    flows = simulate(basin, {"spring": [[20, 10]]})
    np.testing.assert_allclose(flows.arc_mcm["fork", "gate"], [[15, 10]])
    np.testing.assert_allclose(flows.lost_mcm["fork", "gate"], [[7.5, 5]])
    np.testing.assert_allclose(flows.delivered_mcm["farms"], [[6, 4]])
    np.testing.assert_allclose(flows.outflow_mcm, [[5, 0]])


def test_water_comes_back_below_a_demand() -> None:
    """The town gets 4 and gives half back below the farms' gate: 10 - 4 + 2 - 8 = 0."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "fork": FORK,
            "town": {"kind": "demand", "demand_mcm": year(4), "return_share": 0.5},
            "gate": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(9)},
            "lake": LAKE,
        },
        [("spring", "fork"), ("fork", "town"), ("fork", "gate"), ("town", "gate"), ("gate", "farms"), ("gate", "lake")],
    )
    flows = simulate(basin, {"spring": [[10]]})
    assert flows.flow_mcm["gate"].tolist() == [[8]]
    assert flows.delivered_mcm["farms"].tolist() == [[8]]
    assert balance_error_mcm(basin, flows) == 0


DAM = {
    "kind": "reservoir",
    "side": "springs",
    "capacity_mcm": 20,
    "dead_storage_mcm": 5,
    "initial_storage_mcm": 12,
    "turbine_mcm": 6,
    "energy_gwh_per_mcm": 0.5,
    "value_points_per_mcm": year(2),
}


def dam_and_farms() -> Basin:
    return basin_of(
        {
            "spring": SOURCE,
            "dam": DAM,
            "fork": {"kind": "junction", "side": "gardens", "bankfull_mcm": year(7), "flood_points_per_mcm": 4},
            "farms": {"kind": "demand", "side": "gardens", "demand_mcm": year(3), "value_points_per_mcm": year(9)},
            "wetland": {"kind": "ecosystem", "side": "both", "need_mcm": year(2), "value_points_per_mcm": year(1)},
            "lake": LAKE,
        },
        [("spring", "dam"), ("dam", "fork"), ("fork", "farms"), ("fork", "wetland"), ("wetland", "lake")],
    )


def test_a_reservoir_month_by_month() -> None:
    """Starts at 12. Month 0: +10 -1 = 21, 1 spills. Month 1: 20 -8 = 12. Month 2: asked 9, holds 7 above dead."""
    basin = dam_and_farms()
    flows = simulate(basin, {"spring": [[10, 0, 0]]}, {"release_mcm": {"dam": [1, 8, 9]}})
    assert flows.storage_mcm["dam"].tolist() == [[20, 12, 5]]
    assert flows.release_mcm["dam"].tolist() == [[1, 8, 7]]
    assert flows.spill_mcm["dam"].tolist() == [[1, 0, 0]]
    assert flows.turbined_mcm["dam"].tolist() == [[2, 6, 6]]
    assert energy_gwh(basin, flows)["dam"].tolist() == [[1, 3, 3]]
    assert flows.flood_mcm["fork"].tolist() == [[0, 1, 0]]


def test_points_by_side() -> None:
    """Springs: 14 turbined x 2 = 28. Gardens: farms 2 + 3 + 3 = 8 x 9, flood 1 x 4: 68. Wetland 0 + 2 + 2, halved."""
    basin = dam_and_farms()
    flows = simulate(basin, {"spring": [[10, 0, 0]]}, {"release_mcm": {"dam": [1, 8, 9]}})
    assert flows.delivered_mcm["farms"].tolist() == [[2, 3, 3]]
    assert {side: numbers.tolist() for side, numbers in points(basin, flows).items()} == {
        "springs": [28 + 2],
        "gardens": [68 + 2],
    }


def test_without_a_decision_a_reservoir_gives_what_is_missing_below() -> None:
    """The brook brings 1 of the 3 that the farms ask, so 2 are asked of the dam: 12 - 2 - 2 - 2 = 6, then 1 is left."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "dam": DAM,
            "brook": SOURCE,
            "fork": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(3)},
            "lake": LAKE,
        },
        [("spring", "dam"), ("dam", "fork"), ("brook", "fork"), ("fork", "farms"), ("fork", "lake")],
    )
    flows = simulate(basin, {"spring": [[0] * 5], "brook": [[1] * 5]})
    assert flows.release_mcm["dam"].tolist() == [[2, 2, 2, 1, 0]]
    assert flows.delivered_mcm["farms"].tolist() == [[3, 3, 3, 2, 1]]
    assert flows.outflow_mcm.tolist() == [[0] * 5]


def test_the_river_loses_on_the_way_and_the_reservoir_is_asked_for_more() -> None:
    """The town asks 4 and gives 1 back to the farms' gate, so the farms miss 3 - 1 = 2; a fifth is lost before them."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "dam": DAM,
            "fork": FORK,
            "town": {"kind": "demand", "demand_mcm": year(4), "return_share": 0.25},
            "gate": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(3)},
            "lake": LAKE,
        },
        [
            ("spring", "dam"),
            ("dam", "fork"),
            ("fork", "town"),
            ("fork", "gate", {"loss_share": 0.2}),
            ("town", "gate"),
            ("gate", "farms"),
            ("gate", "lake"),
        ],
    )
    flows = simulate(basin, {"spring": [[10]]})
    np.testing.assert_allclose(flows.release_mcm["dam"], [[4 + 2 / 0.8]])
    np.testing.assert_allclose(flows.delivered_mcm["farms"], [[3]])
    np.testing.assert_allclose(flows.outflow_mcm, [[0]], atol=1e-12)


def test_two_reservoirs_are_asked_by_their_room_and_asking_stops_at_a_dam() -> None:
    """Rooms 15 and 5 above the farms share 4 as 3 and 1. The dam above the first is asked for nothing."""
    basin = basin_of(
        {
            "spring": SOURCE,
            "high": {**DAM, "capacity_mcm": 100, "initial_storage_mcm": 50},
            "left": DAM,
            "right": {**DAM, "capacity_mcm": 10, "initial_storage_mcm": 10},
            "brook": SOURCE,
            "fork": FORK,
            "farms": {"kind": "demand", "demand_mcm": year(4)},
            "lake": LAKE,
        },
        [
            ("spring", "high"),
            ("high", "left"),
            ("left", "fork"),
            ("brook", "right"),
            ("right", "fork"),
            ("fork", "farms"),
            ("fork", "lake"),
        ],
    )
    flows = simulate(basin, {"spring": [[1]], "brook": [[0]]})
    assert [float(flows.release_mcm[dam][0, 0]) for dam in ("high", "left", "right")] == [0, 3, 1]


def test_demand_share_scales_what_is_asked() -> None:
    basin = dam_and_farms()
    inflows = normal_inflows(basin, [1.0, 0.5])
    flows = simulate(basin, inflows, {"demand_share": {"farms": [[0.5] * 12, [1.0] * 12]}})
    np.testing.assert_allclose(flows.delivered_mcm["farms"][:, 0], [1.5, 3])
    one = simulate(basin, inflows, {"demand_share": {"farms": 0.0}})
    assert one.delivered_mcm["farms"].sum() == 0


def test_normal_inflows_by_scenario_and_by_month() -> None:
    basin = dam_and_farms()
    assert normal_inflows(basin, [1, 0.7])["spring"][:, 3].tolist() == [10, 7]
    assert normal_inflows(basin, 1, years=3)["spring"].shape == (1, 36)
    assert normal_inflows(basin, [[0.5, 2]])["spring"].tolist() == [[5, 20]]


def test_many_scenarios_are_the_same_as_each_alone() -> None:
    """Beyond a few scenarios reservoirs walk arrays instead of floats."""
    basin = dam_and_farms()
    rng = np.random.default_rng(5)
    spring = rng.uniform(0, 12, (30, 40))
    release = rng.uniform(0, 9, (30, 40))
    together = simulate(basin, {"spring": spring}, {"release_mcm": {"dam": release}})
    for scenario in range(30):
        alone = simulate(basin, {"spring": spring[scenario]}, {"release_mcm": {"dam": release[scenario]}})
        np.testing.assert_array_equal(alone.storage_mcm["dam"][0], together.storage_mcm["dam"][scenario])
        np.testing.assert_array_equal(alone.outflow_mcm[0], together.outflow_mcm[scenario])


@pytest.mark.parametrize(
    ("inflows", "decisions", "code", "key"),
    [
        ({}, {}, "basin.missing_key", "inflows.spring"),
        ({"spring": [1], "rain": [1]}, {}, "basin.unknown_node", "inflows"),
        ({"spring": [[[1]]]}, {}, "basin.bad_shape", "inflows.spring"),
        ({"spring": [-1, 2]}, {}, "basin.bad_number", "inflows.spring"),
        ({"spring": [float("nan")]}, {}, "basin.bad_number", "inflows.spring"),
        ({"spring": "wet"}, {}, "basin.bad_shape", "inflows.spring"),
        ({"spring": [[1, 2], [3]]}, {}, "basin.bad_shape", "inflows.spring"),
        ({"spring": [1, 2]}, {"demand_share": {"farms": "all"}}, "basin.bad_shape", "decisions.demand_share.farms"),
        ({"spring": [1, 2]}, {"release_mcm": {"dam": [1, 2, 3]}}, "basin.bad_shape", "decisions.release_mcm.dam"),
        ({"spring": [1, 2]}, {"release_mcm": {"dam": -1}}, "basin.bad_number", "decisions.release_mcm.dam"),
        ({"spring": [1, 2]}, {"release_mcm": {"farms": 1}}, "basin.unknown_node", "decisions.release_mcm"),
        ({"spring": [1, 2]}, {"releases": {"dam": 1}}, "basin.unknown_key", "decisions.releases"),
    ],
)
def test_bad_series_are_named(inflows, decisions, code: str, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        simulate(dam_and_farms(), inflows, decisions)
    assert (caught.value.code, caught.value.params["key"]) == (code, key)


@pytest.mark.parametrize(("factors", "years", "key"), [("wet", 1, "factors"), ([], 1, "factors"), (1, 0, "years")])
def test_bad_factors_are_named(factors, years: int, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        normal_inflows(dam_and_farms(), factors, years=years)
    assert caught.value.params["key"] == key


def test_sources_of_one_shape() -> None:
    basin = basin_of(
        {"spring": SOURCE, "brook": SOURCE, "lake": LAKE},
        [("spring", "lake"), ("brook", "lake")],
    )
    with pytest.raises(ModelError) as caught:
        simulate(basin, {"spring": [[1, 2]], "brook": [[1, 2, 3]]})
    assert (caught.value.code, caught.value.params["key"]) == ("basin.bad_shape", "inflows.brook")
