"""Playing and replaying: thin hands around the fold."""

import pkgutil
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from simulations.errors import KitError
from simulations.table.case import Case
from simulations.table.game import NATURE, Game, Partner, State
from simulations.table.moves import Choice, Move
from simulations.table.records import Record
from simulations.table.seats import Seat, seats_of

GAMES_AT = "simulations.games:GAMES"  # by name, as an entry point is: docs/decisions/0001-games-by-name.md


def find_game(name: str) -> Game:
    """Return the game of that name.

    Raises
    ------
    KitError
        ``game.unknown`` when no game is called so.
    """
    games: Mapping[str, Game] = pkgutil.resolve_name(GAMES_AT)
    if name not in games:
        raise KitError("game.unknown", value=name, allowed=tuple(games))
    return games[name]


def replay(record: Record, *, game: Game | None = None) -> Any:
    """Fold a record's moves into the state they lead to.

    Nothing is drawn and nothing is solved, so the state is the same bit for bit, on every machine.

    Parameters
    ----------
    record : Record
    game : Game, optional
        Found by the name in the case when left out.

    Returns
    -------
    State
        Of the game.

    Raises
    ------
    IllegalMove
        When a move of the record is not lawful.
    """
    game = game or find_game(record.case.game)
    state = game.open(record.case, record.seats, record.seed)
    for move in record.moves:
        state = game.apply(state, move)
    return state


def turn(game: Game, state: State) -> str | None:
    """Return whom the table waits for first: nature, then the seats in their order; ``None`` when the game is over."""
    actors = (NATURE, *(seat.id for seat in state.seats))
    return next((actor for actor in actors if waited_for(game, state, actor)), None)


def waited_for(game: Game, state: State, actor: str) -> bool:
    """Tell whether nature or a seat has to move now."""
    return has_to_move(game.lawful(state, actor))


def has_to_move(lawful: tuple[Choice, ...]) -> bool:
    """Tell whether whoever may do this has to do something now: a choice is among it that may not wait."""
    return any(not choice.may_wait for choice in lawful)


def next_move(game: Game, state: State, actor: str, partner: Partner | None = None) -> Move:
    """Return the move that nature or a partner makes now.

    The generator is made from the seed, the number of moves so far and the actor. So a game that is taken up again in
    the middle goes on as it would have gone, without any generator's state in the record.

    Parameters
    ----------
    game : Game
    state : State
    actor : str
        ``"nature"`` or a seat that has something to do.
    partner : Partner, optional
        Who plays the seat; the game's own by default. Nature always draws by the weights of its choices.
    """
    lawful = game.lawful(state, actor)
    count = len(state.move_ids)
    rng = np.random.default_rng([state.seed, count, zlib.crc32(actor.encode())])
    if actor == NATURE:
        move = _draw(lawful, rng)
    else:
        strategy = partner or getattr(game, "partner", None) or random_partner
        move = strategy(game.view(state, actor), lawful, rng)
    return replace(move, id=f"{count + 1}:{actor}")


def random_partner(view: Mapping[str, Any], lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
    """Make any lawful move, whatever the view says."""
    return lawful[int(rng.integers(len(lawful)))].pick(rng)


def play(
    case: Case,
    *,
    seed: int,
    partners: Mapping[str, Partner] | None = None,
    seats: tuple[Seat, ...] | None = None,
    game: Game | None = None,
    most_moves: int = 10_000,
) -> Record:
    """Play a whole game by partners and return its record.

    Parameters
    ----------
    case : Case
    seed : int
        Of nature's draws and of the partners, not negative.
    partners : mapping of str to Partner, optional
        Who plays which seat; the game's own partner plays the others.
    seats : tuple of Seat, optional
        All seats of the case by default.
    game : Game, optional
        Found by the name in the case when left out.
    most_moves : int, optional
        A game that goes on longer is given up as endless.

    Raises
    ------
    KitError
        ``table.bad_seed``; ``game.endless``; ``table.unknown_seat`` when a partner is named for a seat that is not at
        the table.
    """
    if seed < 0:
        raise KitError("table.bad_seed", value=seed)
    game = game or find_game(case.game)
    taken = seats_of(case) if seats is None else seats
    partners = partners or {}
    for seat in partners:
        if seat not in {place.id for place in taken}:
            raise KitError("table.unknown_seat", seat=seat, allowed=tuple(place.id for place in taken))
    record = Record(case=case, seats=taken, seed=seed)
    state = game.open(case, taken, seed)
    while (actor := turn(game, state)) is not None:
        if len(record.moves) >= most_moves:
            raise KitError("game.endless", value=len(record.moves))
        move = next_move(game, state, actor, partners.get(actor))
        state = game.apply(state, move)
        record = record.add(move)
    return record


def _draw(lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
    weights = np.array([choice.weight for choice in lawful], dtype=float)
    return lawful[int(rng.choice(len(lawful), p=weights / weights.sum()))].pick(rng)
