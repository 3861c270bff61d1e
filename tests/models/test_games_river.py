"""The river game: years alone, held to the table's contract and to sums that can be done by hand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from simulations.errors import KitError
from simulations.games import GAMES, outcome, read_case, without_talks
from simulations.games.river import River, points, year
from simulations.games.river_partners import own_best
from simulations.table import (
    FACILITATOR,
    NATURE,
    Case,
    Game,
    Holder,
    IllegalMove,
    Move,
    Record,
    next_move,
    play,
    replay,
    seats_of,
    turn,
)
from simulations.table.plain import thaw
from tests.models.contract import GameContract

GOLDEN = Path(__file__).parent / "data" / "ayna_alone.jsonl"


@cache
def ayna() -> Case:
    """Years alone: nobody talks, and everybody knows the year."""
    return without_talks(read_case("ayna"))


class TestRiver(GameContract):
    game: ClassVar[Game] = GAMES["river"]

    def case(self) -> Case:
        return ayna()


def opened(present: list[str] | None = None) -> Any:
    return River().open(ayna(), seats_of(ayna(), present), 3)


def moved(state: Any, seat: str, kind: str, **data: object) -> Any:
    return River().apply(state, Move(id=f"{len(state.move_ids) + 1}", seat=seat, kind=kind, data=data))


def decided(state: Any, release: int, planted: int) -> Any:
    state = moved(state, "springs_water", "decide", decision="summer_release", value=release)
    return moved(state, "gardens_farms", "decide", decision="planted_share", value=planted)


def test_a_game_by_partners_is_found_by_name() -> None:
    record = play(ayna(), seed=7)
    state = replay(record)
    assert [move.kind for move in record.moves] == ["card", "decide", "decide"] * 3
    assert len(state.closed) == ayna().data["years"] == 3


def test_a_year_closes_with_the_row_of_the_table() -> None:
    state = decided(moved(opened(), NATURE, "card", card="normal"), 55, 100)
    (closed,) = state.closed
    assert closed["results"] == outcome(ayna(), "normal", {"summer_release": 55, "planted_share": 100})
    assert closed["results"]["reservoir_summer_tenth_mcm"] == 550
    assert (state.year, state.phase, state.card, dict(state.decided)) == (2, "weather", None, {})


def test_the_last_year_ends_the_game() -> None:
    state = opened()
    for _ in range(3):
        state = decided(moved(state, NATURE, "card", card="dry"), 25, 60)
    assert turn(River(), state) is None
    assert state.phase == "over"
    with pytest.raises(IllegalMove):
        moved(state, NATURE, "card", card="dry")


def test_the_debrief_adds_up() -> None:
    state = opened()
    for card, release, planted in (("normal", 12, 40), ("dry", 55, 100), ("wet", 40, 80)):
        state = decided(moved(state, NATURE, "card", card=card), release, planted)
    facts = River().debrief(state)
    rows = [
        outcome(ayna(), card, {"summer_release": release, "planted_share": planted})
        for card, release, planted in (("normal", 12, 40), ("dry", 55, 100), ("wet", 40, 80))
    ]
    assert facts["points"] == {side: sum(row[f"{side}_points"] for row in rows) for side in ("springs", "gardens")}
    assert not facts["agreement"]
    assert facts["over"] is True
    best: Any = facts["best_together"]
    assert [one["card"] for one in best] == ["normal", "dry", "wet"]
    assert all(one["points"] == sum(one["by_side"].values()) for one in best)
    assert all(one["points"] >= both["points"] for one, both in zip(best, facts["alone"], strict=True))  # type: ignore[call-overload]


def test_decisions_stay_hidden_until_the_year_closes() -> None:
    state = moved(opened(), NATURE, "card", card="normal")
    state = moved(state, "springs_water", "decide", decision="summer_release", value=25)
    own: Any = River().view(state, "springs_water")["you"]
    assert own["decided"] == {"summer_release": 25}
    for seat in ("gardens_farms", "springs_energy", "youth_observer", None):
        seen = River().view(state, seat)
        assert seen["decided"] == ("summer_release",)
        assert "value" not in repr(seen["decided"])
        you: Any = seen.get("you", {"decided": {}})
        assert you["decided"] == {}
    with pytest.raises(IllegalMove):
        moved(state, "springs_water", "decide", decision="summer_release", value=40)


def test_a_side_sees_its_own_points_only() -> None:
    state = decided(moved(opened(), NATURE, "card", card="normal"), 12, 40)
    keys = {
        seat: set(River().view(state, seat)["closed"][0]["results"])  # type: ignore[index]
        for seat in ("springs_water", "gardens_town", "youth_observer", None)
    }
    assert "springs_points" in keys["springs_water"]
    assert "gardens_points" not in keys["springs_water"]
    assert {"springs_points", "gardens_points"} & keys["gardens_town"] == {"gardens_points"}
    assert not {"springs_points", "gardens_points"} & (keys["youth_observer"] | keys[None])
    assert River().view(state, "gardens_farms")["worth"]["normal"]["12/40"] == -56  # type: ignore[index]
    assert River().view(state, "commission_secretary")["worth"] == {}


def test_only_the_decider_decides_and_only_after_the_card() -> None:
    state = opened()
    with pytest.raises(IllegalMove):
        moved(state, "springs_water", "decide", decision="summer_release", value=25)
    state = moved(state, NATURE, "card", card="normal")
    for seat, decision in (("springs_energy", "summer_release"), ("springs_water", "planted_share")):
        with pytest.raises(IllegalMove):
            moved(state, seat, "decide", decision=decision, value=40)
    with pytest.raises(IllegalMove):
        moved(state, "springs_water", "decide", decision="summer_release", value=26)


def test_an_inject_takes_the_cards_place() -> None:
    announced = moved(opened(), FACILITATOR, "inject", inject="drought")
    assert moved(announced, NATURE, "card", card="wet").card == "drought"
    state = moved(opened(), NATURE, "card", card="wet")
    state = moved(state, FACILITATOR, "inject", inject="drought")
    assert (state.card, state.injects) == ("drought", ("drought",))
    with pytest.raises(IllegalMove):
        moved(state, FACILITATOR, "inject", inject="drought")
    half = moved(state, "springs_water", "decide", decision="summer_release", value=55)
    with pytest.raises(IllegalMove):  # what was decided in one weather does not meet another
        moved(half, FACILITATOR, "inject", inject="high_water")
    state = decided(state, 55, 100)
    assert state.closed[0]["injects"] == ("drought",)
    dry = outcome(ayna(), "dry", {"summer_release": 55, "planted_share": 100})
    assert dict(state.closed[0]["results"]) == dry, "a drought of 0.7 is the dry card's water"
    assert state.injects == ()


def test_fewer_people_cover_the_empty_seats() -> None:
    state = opened(["springs_water", "gardens_farms"])
    assert {seat.id: seat.covers for seat in state.seats} == {
        "springs_water": ("springs_energy", "springs_villages"),
        "gardens_farms": ("gardens_town", "gardens_nature"),
    }
    you: Any = River().view(state, "gardens_farms")["you"]
    assert set(you["private"]) == {"gardens_farms", "gardens_town", "gardens_nature"}


def test_nobody_to_decide_is_said() -> None:
    data: Any = thaw(ayna().data)
    data["seats"]["springs_water"]["required"] = False
    case = Case(data=data)
    with pytest.raises(KitError) as fault:
        River().open(case, seats_of(case, ["gardens_farms"]), 0)
    assert fault.value.code == "river.nobody_decides"


@pytest.mark.parametrize(("card", "release"), [("normal", 12), ("dry", 12), ("very_dry", 12)])
def test_springs_alone_keeps_the_water(card: str, release: int) -> None:
    state = moved(opened(), NATURE, "card", card=card)
    assert next_move(River(), state, "springs_water").data["value"] == release


def test_gardens_learns_from_the_year_before() -> None:
    first = moved(opened(), NATURE, "card", card="normal")
    guess = next_move(River(), first, "gardens_farms").data["value"]
    second = moved(decided(first, 12, guess), NATURE, "card", card="normal")
    assert next_move(River(), second, "gardens_farms").data["value"] == 40
    third = moved(decided(second, 55, 40), NATURE, "card", card="normal")
    assert next_move(River(), third, "gardens_farms").data["value"] == 100


def test_alone_weighs_the_cards_while_none_is_open() -> None:
    state = moved(opened(), NATURE, "card", card="normal")
    view: Mapping[str, Any] = {**River().view(state, "gardens_farms"), "card": None}
    worth, weights = view["worth"], view["weights"]
    by_hand = {
        option: sum(
            weights[card] * np.mean([points for key, points in worth[card].items() if key.endswith(f"/{option}")])
            for card in weights
        )
        for option in (40, 60, 80, 100)
    }
    chosen = own_best(view, River().lawful(state, "gardens_farms"), np.random.default_rng(0)).data["value"]
    assert chosen == max(by_hand, key=by_hand.__getitem__)


def test_nature_draws_by_weight() -> None:
    state = opened()
    choices = River().lawful(state, NATURE)
    assert {choice.data["card"]: choice.weight for choice in choices} == {
        "very_dry": 1,
        "dry": 2,
        "below": 3,
        "normal": 4,
        "wet": 2,
    }
    drawn = [
        next_move(River(), River().open(ayna(), seats_of(ayna()), seed), NATURE).data["card"] for seed in range(600)
    ]
    assert 150 < drawn.count("normal") < 250  # 200 expected
    assert 20 < drawn.count("very_dry") < 85  # 50 expected


def test_year_and_points_for_a_lesson() -> None:
    made = {"summer_release": 55, "planted_share": 100}
    flows = year(ayna(), "normal", made)
    assert flows.storage_mcm["reservoir"].shape == (1, 12)
    assert flows.release_mcm["reservoir"][0, 6:].sum() == pytest.approx(55)
    exact, row = points(ayna(), "normal", made), outcome(ayna(), "normal", made)
    assert {side: round(value) for side, value in exact.items()} == {
        side: row[f"{side}_points"] for side in ("springs", "gardens")
    }


def test_a_year_names_what_it_does_not_know() -> None:
    with pytest.raises(KitError) as card:
        year(ayna(), "frogs", {"summer_release": 55, "planted_share": 100})
    assert (card.value.code, card.value.params["value"]) == ("river.unknown_card", "frogs")
    with pytest.raises(KitError) as decision:
        year(ayna(), "normal", {"summer_release": 55})
    assert decision.value.code == "river.unknown_decision"


def test_the_golden_record_replays() -> None:
    """A game of partners with seed 2026, a drought, and a seat that a late person took.

    Only a new version of the record's format, which can no longer read it, may make the file again.
    """
    state = replay(Record.from_text(GOLDEN.read_text(encoding="utf-8")))
    assert [closed["card"] for closed in state.closed] == ["wet", "drought", "normal"]
    assert [dict(closed["decisions"]) for closed in state.closed] == [
        {"summer_release": 12, "planted_share": 100},
        {"summer_release": 12, "planted_share": 40},
        {"summer_release": 12, "planted_share": 40},
    ]
    assert River().debrief(state)["points"] == {"springs": 855, "gardens": -57}
    assert state.seat("gardens_farms").holder is Holder.PERSON
