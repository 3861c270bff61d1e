"""Nobody reads another's numbers: every game, every case of the kit, every view, byte for byte."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from simulations.games import GAMES, case_names, read_case
from simulations.table import FACILITATOR, Case, next_move, random_partner, seats_of, turn
from simulations.table.plain import canonical, thaw

FAR = 1_000_003
MOST_MOVES = 25


@cache
def shipped(name: str) -> Case:
    return read_case(name)


def moved_away(value: Any) -> Any:
    """The same data with every number far from where it was."""
    if isinstance(value, dict):
        return {name: moved_away(one) for name, one in value.items()}
    if isinstance(value, list):
        return [moved_away(one) for one in value]
    return value + FAR if isinstance(value, int | float) and not isinstance(value, bool) else value


def others_moved(case: Case, seats: set[str], side: str | None) -> Case:
    """The case with all private numbers moved but those of these seats and of this side.

    What is private stands in a table of that name: of a seat, of a side, or, by side, of an inject.
    """
    data: Any = thaw(case.data)
    for seat, entry in data["seats"].items():
        if "private" in entry and seat not in seats:
            entry["private"] = moved_away(entry["private"])
    for other, entry in data["sides"].items():
        if "private" in entry and other != side:
            entry["private"] = moved_away(entry["private"])
    for entry in data.get("injects", {}).values():
        private = entry.get("private", {})
        private.update({other: moved_away(one) for other, one in private.items() if other != side})
    return Case(data=data)


def moves_of(case: Case, seed: int, present: tuple[str, ...] | None) -> list[Any]:
    """A game by random lawful moves, with every inject as soon as it can come."""
    game = GAMES[case.game]
    state, moves = game.open(case, seats_of(case, present), seed), []
    while (actor := turn(game, state)) is not None and len(moves) < MOST_MOVES:
        news = [choice for choice in game.lawful(state, FACILITATOR) if choice.kind == "inject"]
        move = news[0].move(f"news{len(moves)}") if news and len(moves) % 5 == 4 else None
        move = move or next_move(game, state, actor, random_partner)
        state = game.apply(state, move)
        moves.append(move)
    return moves


def looks(case: Case, moves: list[Any], present: tuple[str, ...] | None, seat: str | None) -> list[str]:
    game = GAMES[case.game]
    state = game.open(case, seats_of(case, present), 1)
    seen = [canonical(game.view(state, seat))]
    for move in moves:
        state = game.apply(state, move)
        seen.append(canonical(game.view(state, seat)))
    return seen


def test_every_game_has_cases_to_look_at() -> None:
    assert {shipped(name).game for name in case_names()} == set(GAMES)


@pytest.mark.parametrize("name", case_names())
def test_a_view_stays_the_same_whatever_others_have(name: str) -> None:
    case = shipped(name)
    required = tuple(seat for seat, entry in case.seats.items() if entry.get("required"))
    tables: list[tuple[int, tuple[str, ...] | None]] = [(1, required)]
    if (
        case.game != "river"
    ):  # where every case with moved numbers is worked out anew, and the contract looks at all seats
        tables.append((2, None))
    for seed, present in tables:
        moves = moves_of(case, seed, present)
        for seat in (None, *seats_of(case, present)):
            covered = set(seat.speaks_for) if seat else set()
            side = case.seats[seat.id]["side"] if seat else None
            other = others_moved(case, covered, side)
            assert other != case
            name_of = seat.id if seat else None
            assert looks(case, moves, present, name_of) == looks(other, moves, present, name_of)


@pytest.mark.parametrize("name", case_names("package"))
def test_a_view_does_show_ones_own_numbers(name: str) -> None:
    case = shipped(name)
    moves = moves_of(case, 3, None)
    for seat, entry in case.seats.items():
        if entry["side"] == "none":
            continue
        data: Any = thaw(case.data)
        data["sides"][entry["side"]]["private"] = moved_away(data["sides"][entry["side"]]["private"])
        assert looks(case, moves, None, seat) != looks(Case(data=data), moves, None, seat)


def test_moved_numbers_are_all_numbers() -> None:
    plain: Mapping[str, Any] = {"a": [1, {"b": 2.5}], "c": "text", "d": True}
    assert moved_away(plain) == {"a": [1 + FAR, {"b": 2.5 + FAR}], "c": "text", "d": True}
