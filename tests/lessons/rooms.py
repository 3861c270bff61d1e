"""Tables for the debrief's tests: records made move by move, and rooms of several."""

from collections.abc import Mapping
from typing import Any

from simulations.games import GAMES, read_case
from simulations.games.terms import packages
from simulations.table import NATURE, Move, Record, next_move, seats_of, turn

FAIR_SEATS = ("mill_growers", "willow_bakers")
RIVER_SEATS = ("springs_water", "gardens_farms")


def told(record: Record, *moves: tuple[str, str, Mapping[str, Any]]) -> Record:
    """The record with these moves, each of them lawful: ``(seat, kind, data)``."""
    game = GAMES[record.case.game]
    state = game.open(record.case, record.seats, record.seed)
    for move in record.moves:
        state = game.apply(state, move)
    for seat, kind, data in moves:
        move = Move(id=f"{len(record.moves) + 1}:{seat}", seat=seat, kind=kind, data=dict(data))
        state, record = game.apply(state, move), record.add(move)
    return record


def fair(*moves: tuple[str, str, Mapping[str, Any]], seats: tuple[str, ...] = FAIR_SEATS) -> Record:
    """A table at the fair, with one seat a side."""
    case = read_case("fair")
    return told(Record(case=case, seats=seats_of(case, list(seats)), seed=1), *moves)


def river(*moves: tuple[str, str, Mapping[str, Any]], seats: tuple[str, ...] = RIVER_SEATS) -> Record:
    """A table at the Ayna, with one seat a side."""
    case = read_case("ayna")
    return told(Record(case=case, seats=seats_of(case, list(seats)), seed=1), *moves)


def until_talks(record: Record, card: str) -> Record:
    """The record until the next talks begin: nature brings `card`, partners decide."""
    game = GAMES[record.case.game]
    state = game.open(record.case, record.seats, record.seed)
    for move in record.moves:
        state = game.apply(state, move)
    while state.phase != "talk" or state.talk.over:
        actor = turn(game, state)
        assert actor is not None
        move = next_move(game, state, actor)
        if actor == NATURE:
            move = Move(id=move.id, seat=NATURE, kind="card", data={"card": card})
        state, record = game.apply(state, move), record.add(move)
    return record


def river_package(**terms: int) -> dict[str, int]:
    """A package of the Ayna's first year with these terms, the others as they come first."""
    found = (dict(one) for one in packages(read_case("ayna"), 1))
    return next(one for one in found if all(one[term] == value for term, value in terms.items()))
