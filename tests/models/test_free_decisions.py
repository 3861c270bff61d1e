"""What sides do by themselves: each answers the other, and nobody knows more than it can."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from simulations.games import case_names, read_case
from simulations.games.agreements import year_under
from simulations.games.free_decisions import free_decisions
from simulations.games.outcomes import table_points
from simulations.games.river import River
from simulations.games.river_years import weather
from simulations.table import FACILITATOR, Case, Move, seats_of

POINTS = {
    # left's option / right's option: (left, right). Left would do as right does, right would not; 2 is the safe way.
    "0/0": (4, 0),
    "0/1": (0, 4),
    "1/0": (0, 6),
    "1/1": (4, 0),
    "2/0": (3, 1),
    "2/1": (3, 0),
}


def chasing(left: tuple[int, ...] = (0, 1, 2), right: tuple[int, ...] = (0, 1)) -> Case:
    """Two sides that chase one another."""
    table = {"decisions": ["a", "b"], "columns": ["left_points", "right_points"], "rows": {"any": POINTS}}
    data: dict[str, Any] = {
        "id": "chase",
        "game": "river",
        "sides": {"left": {}, "right": {}},
        "seats": {"l": {"side": "left"}, "r": {"side": "right"}},
        "decisions": {"a": {"seat": "l", "options": list(left)}, "b": {"seat": "r", "options": list(right)}},
        "cards": {"any": {"inflow_factor": 1.0, "weight": 1}},
        "outcomes": table,
    }
    return Case(data=data)


@pytest.mark.parametrize("left", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("right", [(0, 1), (1, 0)])
def test_sides_that_chase_one_another_take_what_is_best_on_the_round(
    left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    """The round is (0, 1), (1, 0). Left has 2, 2 and 3 on average by 0, 1 and 2; right has 3 and 2 by 0 and 1."""
    assert free_decisions(chasing(left, right), None, informed=True)["any"] == {"a": 2, "b": 0}


@pytest.mark.parametrize("name", case_names("river"))
def test_where_answers_settle_nobody_wants_to_change(name: str) -> None:
    """Worked out without the search: every other option of one side, the other's as it is."""
    case, settled = read_case(name), 0
    for card, made in free_decisions(case, None, informed=True).items():
        wishes = better_alone(case, card, made)
        if name == "heron" and card in ("wet", "high_water"):
            assert wishes, "on the Heron the two chase one another in a wet year"
            continue
        assert not wishes
        settled += 1
    assert settled >= 4


def better_alone(case: Case, card: str, made: Mapping[str, int]) -> list[tuple[str, int]]:
    table, found = case.data["outcomes"], []
    for name, decision in case.decisions.items():
        side = case.seats[decision["seat"]]["side"]
        now = table_points(table, card, made)[side]
        found += [
            (name, value)
            for value in decision["options"]
            if table_points(table, card, {**made, name: value})[side] > now
        ]
    return found


# --- an early decision that was agreed


@cache
def bell() -> Case:
    return read_case("bell")


def promise(data: int) -> dict[str, int]:
    """70 of 100 terraces, which follow the river in a dry year."""
    return {"watered_share": 70, "payment": 50, "warnings": data, "channel_share": 0, "dry_year_rule": 2}


def test_an_early_promise_follows_only_a_river_that_is_known() -> None:
    def watered(data: int, *injects: str) -> dict[str, int]:
        return {
            card: year_under(bell(), card, promise(data), injects=injects).decisions["watered_share"]
            for card in weather(bell())
        }

    factors = weather(bell())
    assert set(watered(0).values()) == {70}
    # 70 percent of very_dry 0.5, dry and drought 0.75; no wet year raises it.
    assert watered(1) == {card: {0.5: 35, 0.75: 53}.get(factor, 70) for card, factor in factors.items()}
    assert watered(1, "late_data") == watered(0)


def test_the_payment_follows_all_the_same() -> None:
    assert year_under(bell(), "dry", promise(0)).parts["terraces"]["payment"] == 38  # 0.75 of 50, rounded


def test_the_other_side_answers_what_is_really_done() -> None:
    """The dam's best in a very dry year is its answer to 70 watered terraces, not to 35."""
    free = free_decisions(bell(), promise(0), informed=False)["very_dry"]["summer_release"]
    worth = {
        release: table_points(bell().data["outcomes"], "very_dry", {"watered_share": 70, "summer_release": release})
        for release in bell().decisions["summer_release"]["options"]
    }
    assert worth[free]["meadows"] == max(points["meadows"] for points in worth.values())


def test_the_view_shows_what_is_really_done() -> None:
    seats = seats_of(bell(), ("meadows_power", "terraces_farms"))
    state: Any = River().open(bell(), seats, 1)

    def did(seat: str, kind: str, **data: object) -> None:
        nonlocal state
        state = River().apply(state, Move(id=str(len(state.move_ids)), seat=seat, kind=kind, data=data))

    for _ in range(2):
        speaker = {"meadows": "meadows_power", "terraces": "terraces_farms"}[state.talk.speaking]
        did(speaker, "close", reason="dry_years")
        did("terraces_farms", "decide", decision="watered_share", value=70)
        did("nature", "card", card="dry")
        did("meadows_power", "decide", decision="summer_release", value=12)
    did("meadows_power", "offer", **promise(1))
    did("terraces_farms", "accept", offer=1)
    agreed: Any = River().view(state, None)["agreed"]
    assert (agreed["dry"]["watered_share"], agreed["very_dry"]["watered_share"]) == (53, 35)
    did(FACILITATOR, "inject", inject="late_data")
    late: Any = River().view(state, None)["agreed"]
    assert (late["dry"]["watered_share"], late["very_dry"]["watered_share"]) == (70, 70)
