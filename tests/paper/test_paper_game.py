"""The same games both ways: by the engine, and by the printed sheets with a pencil."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from dastarkhan.paper.by_hand import stress_by_hand, year_by_hand
from dastarkhan.paper.sheets import Sheets, sheets_of, stress_sheet
from simulations.games import read_case
from simulations.games.agreements import values, year_under
from simulations.games.river import River
from simulations.games.river_phases import Phase
from simulations.games.terms import packages
from simulations.table import FACILITATOR, Case, Move, seats_of, turn

CASES = ("ayna", "bell", "heron", "swallow")


@cache
def read(name: str) -> Case:
    return read_case(name)


@cache
def printed(name: str) -> Sheets:
    return sheets_of(read(name))


def some_seats(case: Case, n: int, rng: np.random.Generator) -> tuple[str, ...]:
    """Random seats: the required ones, and others up to `n`."""
    needed = [seat for seat, about in case.seats.items() if about.get("required")]
    others = [seat for seat in case.seats if seat not in needed]
    return (*needed, *rng.permutation(others)[: n - len(needed)].tolist())


def random_game(case: Case, n: int, seed: int) -> Any:
    """A whole game of random lawful moves; talks end in agreements often, and now and then news come in."""
    game, rng = River(), np.random.default_rng(seed)
    state = game.open(case, seats_of(case, some_seats(case, n, rng)), seed)
    count = 0
    while (actor := turn(game, state)) is not None:
        injects = game.lawful(state, FACILITATOR)
        if injects and rng.random() < 0.08:
            actor, lawful = FACILITATOR, injects
        else:
            lawful = game.lawful(state, actor)
        kinds = {"accept": 6, "sponsor": 6, "offer": 4, "close": 0.7, "ask": 0.2, "break": 0.1}
        weights = np.array([choice.weight * kinds.get(choice.kind, 1) for choice in lawful], dtype=float)
        move = lawful[int(rng.choice(len(lawful), p=weights / weights.sum()))].pick(rng)
        count += 1
        state = game.apply(state, Move(id=str(count), seat=actor, kind=move.kind, data=move.data))
    assert state.phase is Phase.OVER
    return state


def slips(year: Mapping[str, Any]) -> dict[str, int]:
    """What people decided by themselves: all that is not agreed."""
    return {name: value for name, value in year["decisions"].items() if name not in (year["agreement"] or {})}


@pytest.mark.parametrize("n", range(2, 9))
@pytest.mark.parametrize("name", CASES)
def test_paper_and_model_give_the_same_points(name: str, n: int) -> None:
    sheets = printed(name)
    for seed in range(12):
        for year in random_game(read(name), n, 100 * n + seed).closed:
            summed = year_by_hand(sheets, year["card"], year["agreement"], slips(year), year["injects"])
            assert summed.points == dict(year["points"]), (name, n, seed, year)
            assert dict(zip(sheets.table_of(year["card"]).decisions, summed.values, strict=True)) == year["decisions"]


def test_the_random_games_meet_everything() -> None:
    """Otherwise the test above would prove little."""
    years = [year for name in CASES for seed in range(40) for year in random_game(read(name), 2, seed).closed]
    assert sum(year["agreement"] is None for year in years) > 20
    assert sum(year["agreement"] is not None for year in years) > 100
    met = {inject for year in years for inject in year["injects"]}
    assert met == {inject for name in CASES for inject in read(name).injects}
    assert {year["card"] for year in years} >= {card for name in CASES for card in read(name).cards}
    assert any((year["agreement"] or {}).get("dry_year_rule") == 2 for year in years)


@pytest.mark.parametrize("name", CASES)
def test_every_agreement_in_every_year_is_the_same_on_paper(name: str) -> None:
    case, sheets = read(name), printed(name)
    rng = np.random.default_rng(4)
    every = packages(case, int(case.data["years"]))
    for place in rng.choice(len(every), 150, replace=False):
        for card in sheets.results:
            for weather in card.cards:
                lived = year_under(case, weather, every[place])
                own = {key: value for key, value in lived.decisions.items() if key not in every[place]}
                assert year_by_hand(sheets, weather, every[place], own).points == lived.points


@pytest.mark.parametrize("name", CASES)
def test_the_result_tables_hold_what_can_happen_and_no_more(name: str) -> None:
    """Every printed row can be reached: by a free decision, an agreed one, or one that follows the river."""
    case, sheets = read(name), printed(name)
    for table in sheets.results:
        for card in table.cards:
            for place, decision in enumerate(table.decisions):
                free = set(case.decisions[decision]["options"])
                agreed = set(case.terms.get(decision, {}).get("options", ()))
                shrunk = {sheets.shrunk[decision].get(card, {}).get(one, one) for one in agreed} if agreed else set()
                assert {values[place] for values in table.cells} == free | agreed | shrunk
    assert {card for table in sheets.results for card in table.cards} == set(case.data["outcomes"]["rows"])


@pytest.mark.parametrize("name", CASES)
def test_the_stress_sheet_says_what_the_model_says(name: str) -> None:
    case, sheets, stress = read(name), printed(name), stress_sheet(read(name))
    alone = values(case, None)
    rng = np.random.default_rng(8)
    every = packages(case, int(case.data["years"]))
    for place in rng.choice(len(every), 120, replace=False):
        agreed = values(case, every[place])
        told = {card: {side: agreed[card][side] - alone[card][side] for side in case.sides} for card in case.cards}
        assert stress_by_hand(stress, sheets, every[place]) == told


def test_a_year_of_the_ayna_by_hand() -> None:
    """The sum as a person writes it: the page of the dry year, then payment, care and data."""
    sheets = printed("ayna")
    package = {"summer_release": 55, "payment": 140, "maintenance_share": 50, "data_sharing": 1, "dry_year_rule": 2}
    summed = year_by_hand(sheets, "dry", package, {"planted_share": 60})
    assert summed.values == (39, 60)  # 55 of 100, in a year of 70 of 100
    assert summed.steps["payment"] == {"springs": 98, "gardens": -98}
    assert summed.steps["maintenance_share"] == {"springs": -8, "gardens": 30}
    assert summed.steps["data_sharing"] == {"springs": 2, "gardens": 9}
    late = year_by_hand(sheets, "dry", package, {"planted_share": 60}, ("late_data",))
    assert late.steps["data_sharing"] == {"springs": -3, "gardens": -3}
