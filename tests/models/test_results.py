"""One measure of a table for every picture of all tables."""

from typing import Any

from simulations.games import GAMES, read_case
from simulations.games.agreements import alone_points, package_points
from simulations.games.results import SMALLEST_CELL, enough_for_dots, enough_for_years, table_result
from simulations.games.terms import packages
from simulations.table import Move, play, replay


def river(*agreements: Any) -> dict[str, Any]:
    """Facts of a river whose years ended so; the newest agreement is worth 10 and 4, a year alone 7 and 6."""
    ended = tuple({"year": year, "agreement": one} for year, one in enumerate(agreements, start=1))
    newest = {"a": 10, "b": 4} if any(agreements) else None
    return {"agreements": ended, "mean_points": {"agreement": newest, "alone": {"a": 7, "b": 6}}}


def test_a_river_agrees_by_years() -> None:
    found = table_result(river({"x": 1}, None, None))
    assert (found.n_years, found.n_agreed, found.agreed) == (3, 1, True)
    assert found.gained == {"a": 3, "b": -2}
    assert found.on_average
    without = table_result(river(None, None))
    assert (without.n_years, without.n_agreed, without.agreed) == (2, 0, False)
    assert without.gained == {"a": 0, "b": 0}


def test_a_played_river_is_measured_as_the_picture_of_all_packages_is() -> None:
    case = read_case("ayna")
    record = play(case, seed=3)
    facts = GAMES["river"].debrief(replay(record))
    agreement: Any = facts["agreement"]
    place = next(place for place, one in enumerate(packages(case, 3)) if dict(one) == dict(agreement))
    points, alone = package_points(case, 3), alone_points(case)
    assert table_result(facts).gained == {side: points[side][place] - alone[side] for side in case.sides}


def test_talks_that_ended_without_agreement_gain_nothing() -> None:
    case = read_case("fair")
    game = GAMES["package"]
    state = game.open(case, play(case, seed=1).seats, 1)
    closed = game.apply(state, Move(id="1", seat="facilitator", kind="close", data={"reason": "time_up"}))
    found = table_result(game.debrief(closed))
    assert (found.n_years, found.n_agreed) == (1, 0)
    assert set(found.gained.values()) == {0}
    assert not found.on_average
    assert table_result(game.debrief(state)).n_years == 0


def test_dots_need_five_tables_and_no_small_group_among_them() -> None:
    def found(agreed: int, without: int) -> bool:
        return enough_for_dots([True] * agreed + [False] * without)

    groups = (0, *range(SMALLEST_CELL, 12))
    assert SMALLEST_CELL == 5
    for agreed in range(12):
        for without in range(12):
            assert found(agreed, without) is (agreed in groups and without in groups and agreed + without > 0)
    assert not found(11, 1)
    assert found(7, 5)


def test_harder_years_need_five_agreements() -> None:
    assert [n for n in range(8) if enough_for_years([True] * n + [False] * 9)] == [5, 6, 7]
