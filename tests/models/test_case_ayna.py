"""The case Ayna beside the curriculum: what only this river has to keep; test_cases.py holds what all rivers do."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from simulations.basins import Basin, points
from simulations.games import inspect_case, outcome, read_case
from simulations.games.free_decisions import free_decisions
from simulations.games.outcomes import (
    table_points,
    together_decisions,
)
from simulations.games.reading import CASES, outcomes_path
from simulations.games.river_years import all_years, simulate_years
from simulations.table import Case

TOLERANCE = 0.15  # of the scale of the numbers in the curriculum, where Springs alone has 306


@cache
def ayna() -> Case:
    return read_case("ayna")


def sides(card: str, release: int, planted: int) -> dict[str, int]:
    return table_points(ayna().data["outcomes"], card, {"summer_release": release, "planted_share": planted})


def alone_in(card: str) -> Mapping[str, int]:
    """What each side does by itself when it knows the year."""
    return free_decisions(ayna(), None, informed=True)[card]


def gain(card: str) -> int:
    table = ayna().data["outcomes"]
    alone = table_points(table, card, alone_in(card))
    together = table_points(table, card, together_decisions(table, card))
    return sum(together.values()) - sum(alone.values())


def test_it_says_whose_home_it_is_nearest_to() -> None:
    assert ayna().not_for == ("zhambyl-talas",)


def test_a_changed_basin_makes_a_new_table(tmp_path: Any) -> None:
    text = (CASES / "ayna.toml").read_text(encoding="utf-8").replace("turbine_mcm = 15", "turbine_mcm = 5")
    path = tmp_path / "ayna.toml"
    path.write_text(text, encoding="utf-8")
    outcomes_path(path).write_text(outcomes_path(CASES / "ayna.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert not inspect_case(path).outcomes_fresh
    made = {"summer_release": 12, "planted_share": 40}
    assert outcome(read_case(path), "normal", made)["springs_points"] < sides("normal", 12, 40)["springs"]


def test_a_schedule_never_spills() -> None:
    storage = (flows := simulate_years(ayna(), all_years(ayna()))).storage_mcm["reservoir"]
    node = ayna().basin["nodes"]["reservoir"]
    assert storage.min() >= node["dead_storage_mcm"] - 1e-9
    assert storage.max() <= node["capacity_mcm"] + 1e-9
    assert flows.spill_mcm["reservoir"].max() < 1e-9


def test_points_by_hand_for_one_year() -> None:
    made = {"summer_release": 55, "planted_share": 100}
    flows = simulate_years(ayna(), [("normal", made)])
    nodes = ayna().basin["nodes"]
    farms = float(flows.delivered_mcm["gardens_farms"].sum()) * 8.3
    town = float(flows.delivered_mcm["gardens_town"].sum()) * 2
    wet = float(np.minimum(flows.flow_mcm["wetland"][0], nodes["wetland"]["need_mcm"]).sum()) * 1.2
    flood = float(flows.flood_mcm["gardens_reach"].sum()) * 3.2
    expected = farms + town + wet / 2 - flood - 135  # planting all the fields costs 135
    assert sides("normal", 55, 100)["gardens"] == round(expected)
    without_costs = points(Basin.from_mapping(ayna().basin), flows)["gardens"][0]
    assert without_costs == pytest.approx(expected + 135)


@pytest.mark.parametrize(
    ("card", "release", "side", "curriculum"),
    [
        ("normal", 12, "springs", 306),
        ("normal", 12, "gardens", -56),
        ("normal", 55, "springs", 220),
        ("normal", 55, "gardens", 234),
    ],
)
def test_points_come_near_the_curriculum(card: str, release: int, side: str, curriculum: int) -> None:
    planted = 40 if release == 12 else 100
    assert abs(sides(card, release, planted)[side] - curriculum) <= TOLERANCE * abs(curriculum)


@pytest.mark.parametrize(("card", "curriculum"), [("normal", 204), ("below", 174), ("dry", 142)])
def test_the_joint_gain_comes_near_the_curriculum(card: str, curriculum: int) -> None:
    assert abs(gain(card) - curriculum) <= TOLERANCE * curriculum


@pytest.mark.parametrize("card", ["normal", "below", "dry", "very_dry", "wet"])
def test_alone_springs_keeps_the_water_and_gardens_plants_little(card: str) -> None:
    made = alone_in(card)
    assert made["summer_release"] == 12
    assert made["planted_share"] <= 60
    assert gain(card) > 75, "together is better in every weather"


def test_together_releases_about_half_the_year() -> None:
    table = ayna().data["outcomes"]
    made = together_decisions(table, "normal")
    assert made == {"summer_release": 55, "planted_share": 100}


def test_each_step_of_release_helps_gardens_and_costs_springs() -> None:
    shares = (40, 60, 80, 100)
    best = [max(sides("normal", release, share)["gardens"] for share in shares) for release in (12, 25, 40, 55)]
    assert best == sorted(best)
    costs = [sides("normal", release, 100)["springs"] for release in (12, 25, 40, 55, 70)]
    assert costs == sorted(costs, reverse=True)


def test_planting_all_without_water_is_a_loss() -> None:
    dry_fields = [sides("normal", 12, planted)["gardens"] for planted in (40, 60, 80, 100)]
    assert dry_fields == sorted(dry_fields, reverse=True)
    watered = [sides("normal", 55, planted)["gardens"] for planted in (40, 60, 80, 100)]
    assert watered == sorted(watered)


def test_winter_water_floods_the_low_banks() -> None:
    alone = outcome(ayna(), "normal", {"summer_release": 12, "planted_share": 40})["gardens_reach_flood_tenth_mcm"]
    together = outcome(ayna(), "normal", {"summer_release": 55, "planted_share": 100})["gardens_reach_flood_tenth_mcm"]
    assert 50 < alone / 10 * 3.2 < 110
    assert together == 0


def test_a_fixed_payment_of_a_normal_year_breaks_in_a_dry_one() -> None:
    """What Gardens gains from 55 bounds what it can give for works and services; in a dry year that is less."""
    table = ayna().data["outcomes"]

    def most(card: str) -> int:
        alone = table_points(table, card, alone_in(card))
        return sides(card, 55, 100)["gardens"] - alone["gardens"]

    def least(card: str) -> int:
        alone = table_points(table, card, alone_in(card))
        return alone["springs"] - sides(card, 55, 100)["springs"]

    assert [least("normal"), most("normal")] == pytest.approx([86, 290], rel=TOLERANCE)
    assert [least("dry"), most("dry")] == pytest.approx([74, 216], rel=TOLERANCE)
    assert most("dry") < most("below") < most("normal")
