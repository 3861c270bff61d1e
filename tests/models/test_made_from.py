"""When an outcome table is made afresh: when water moves otherwise, or is worth something else, and only then."""

from functools import cache
from typing import Any

import pytest

from simulations.games import read_case
from simulations.games.outcomes import made_from
from simulations.table import Case
from simulations.table.plain import thaw

Change = tuple[str, object]

WATER: tuple[Change, ...] = (
    ("cards.dry.inflow_factor", 0.71),
    ("injects.drought.inflow_factor", 0.71),
    ("decisions.summer_release.options", [12, 25, 40, 56]),
    ("decisions.summer_release.winter_least_mcm", 3),
    ("decisions.planted_share.cost_points", [78, 97, 116, 136]),
    ("decisions.planted_share.seat", "springs_water"),
    ("terms.summer_release.options", [30, 45, 56, 70]),
    ("terms.dry_year_rule.release_follows", [0, 0, 0]),
    ("basin.nodes.wetland.side", "springs"),
    ("drainage", {"from": "gardens_fields", "to": "gardens_town", "points_per_mcm": 1}),
)
ELSE: tuple[Change, ...] = (
    ("title", "prose"),
    ("text.title", "Another name"),
    ("cards.dry.weight", 9),
    ("talks.turns", 30),
    ("terms.payment.options", [0, 10]),
    ("terms.maintenance_share.spares_points", {"springs": 1, "gardens": 1}),
    ("terms.dry_year_rule.payment_follows", [0, 0, 0]),
    ("terms.summer_release.year", 2),
    ("injects.pump_failure.harm_points", {"gardens": 1}),
    ("decisions.planted_share.early", False),
    ("decisions.planted_share.seat", "gardens_town"),
    ("seats.gardens_town.private", {}),
)


@cache
def ayna() -> Case:
    return read_case("ayna")


def changed(change: Change) -> Case:
    data: Any = thaw(ayna().data)
    *way, last = change[0].split(".")
    if change[0].startswith("text."):
        way, last = ["text"], change[0].removeprefix("text.")
    table = data
    for part in way:
        table = table[part]
    table[last] = change[1]
    return Case(data=data)


@pytest.mark.parametrize("change", WATER, ids=lambda change: change[0])
def test_what_moves_water_makes_the_table_afresh(change: Change) -> None:
    assert made_from(changed(change)) != made_from(ayna())


@pytest.mark.parametrize("change", ELSE, ids=lambda change: change[0])
def test_what_moves_no_water_leaves_the_table(change: Change) -> None:
    assert changed(change) != ayna()
    assert made_from(changed(change)) == made_from(ayna())
