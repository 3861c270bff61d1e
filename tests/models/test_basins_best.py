"""The best use and the bottleneck on basins small enough to think through."""

import numpy as np
import pytest

from simulations.basins import Basin, best_use, bottleneck, points, simulate
from simulations.errors import ModelError


def two_farms(**reservoir: object) -> Basin:
    """Springs' farms stand first at the river, but a drop is worth more at the Gardens' farms below."""
    nodes = {
        "spring": {"kind": "source", "inflow_mcm": [5] * 12},
        "dam": {"kind": "reservoir", "capacity_mcm": 10, "initial_storage_mcm": 0, **reservoir},
        "upper": {"kind": "junction"},
        "near": {"kind": "demand", "side": "springs", "demand_mcm": [4] * 12, "value_points_per_mcm": [1] * 12},
        "lower": {"kind": "junction"},
        "far": {"kind": "demand", "side": "gardens", "demand_mcm": [4] * 12, "value_points_per_mcm": [3] * 12},
        "lake": {"kind": "outlet"},
    }
    arcs = [
        {"from": "spring", "to": "dam"},
        {"from": "dam", "to": "upper"},
        {"from": "upper", "to": "near"},
        {"from": "upper", "to": "lower"},
        {"from": "lower", "to": "far", "capacity_mcm": 3},
        {"from": "lower", "to": "lake"},
    ]
    return Basin.from_mapping({"nodes": nodes, "arcs": arcs})


def test_the_joint_best_leaves_water_to_the_better_use() -> None:
    """5 a month: 3 fit into the far canal for 9 points, 2 stay near for 2: 11. By itself the near one takes 4."""
    basin = two_farms()
    inflows = {"spring": [[5, 5]]}
    plan = best_use(basin, inflows)
    assert plan.points["springs"] + plan.points["gardens"] == pytest.approx(22)
    np.testing.assert_allclose(plan.delivered_mcm["far"], [[3, 3]], atol=1e-6)
    alone = simulate(basin, inflows, {"release_mcm": {"dam": 5}})
    assert alone.delivered_mcm["near"].tolist() == [[4, 4]]
    again = points(basin, simulate(basin, inflows, plan.decisions))
    assert sum(again.values()) == pytest.approx(22)


def test_each_sides_best_alone() -> None:
    """Springs: 8 near, then the 2 that are left go to the far farms for 6. Gardens: 6 far, then 4 near."""
    basin = two_farms()
    inflows = {"spring": [[5, 5]]}
    springs = best_use(basin, inflows, sides=["springs"]).points
    gardens = best_use(basin, inflows, sides=["gardens"]).points
    np.testing.assert_allclose([springs["springs"][0], springs["gardens"][0]], [8, 6], atol=1e-4)
    np.testing.assert_allclose([gardens["springs"][0], gardens["gardens"][0]], [4, 18], atol=1e-4)


def test_storage_carries_a_wet_month_into_a_dry_one() -> None:
    """12 come in month 0, nothing in month 1. Both farms can use 7 a month and the dam keeps 5: 2 x 3 + 6 at best."""
    plan = best_use(two_farms(), {"spring": [[12, 0]]})
    # far gets 3 and 3 for 18, near gets the other 6: 4 in month 0 and 2 in month 1
    assert plan.points["gardens"][0] == pytest.approx(18)
    assert plan.points["springs"][0] == pytest.approx(6)


def test_an_unknown_side_is_named() -> None:
    with pytest.raises(ModelError) as caught:
        best_use(two_farms(), {"spring": [5]}, sides=["mountains"])
    assert caught.value.code == "basin.unknown_side"


def test_the_bottleneck_of_a_month() -> None:
    """5 come; 4 + 3 could be taken: the spring is the limit. With twice the water the near demand and the far canal."""
    dry, wet = bottleneck(two_farms(), month=0), bottleneck(two_farms(), month=0, factor=2)
    assert (dry.limit_mcm, dry.asked_mcm, dry.springs, dry.canals) == (5, 8, ("spring", "dam"), ())
    assert (wet.limit_mcm, wet.canals, wet.demands) == (7, (("lower", "far"),), ("near",))


def test_the_bottleneck_of_a_year_counts_what_is_stored() -> None:
    """60 come and 8 are stored above dead storage: 68 of the 84 that demand and canal could take."""
    whole = bottleneck(two_farms(initial_storage_mcm=9, dead_storage_mcm=1))
    assert (whole.limit_mcm, whole.asked_mcm) == (68, 96)
    assert set(whole.springs) == {"spring", "dam"}


@pytest.mark.parametrize(
    ("arguments", "key"), [({"month": 12}, "month"), ({"month": True}, "month"), ({"factor": -1}, "factor")]
)
def test_bad_arguments_of_the_bottleneck(arguments: dict, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        bottleneck(two_farms(), **arguments)
    assert (caught.value.code, caught.value.params["key"]) == ("basin.bad_number", key)
