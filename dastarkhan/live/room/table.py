"""A table while the server runs: its moves folded into a state, and a lock so that one move comes after the other."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dastarkhan.live.room.state import Laid
from dastarkhan.live.store.entries import Entry, table_stream
from simulations.games import GAMES
from simulations.games.results import table_result
from simulations.table import FACILITATOR, NATURE, Case, Choice, Holder, Move, Record
from simulations.table.playing import turn, waited_for


class LiveTable:
    """One table: the game's state, how many moves it has had, and who is waited for.

    Parameters
    ----------
    case : Case
    laid : Laid
        Seats and seed of the opening.
    """

    def __init__(self, case: Case, laid: Laid) -> None:
        self.number, self.seats, self.seed = laid.number, laid.seats, laid.seed
        self.topic = table_stream(laid.number)
        self.stream = table_stream(laid.number, laid.laying)
        self.case, self.game = case, GAMES[case.game]
        self.state: Any = self.game.open(case, laid.seats, laid.seed)
        self.moves: tuple[Move, ...] = ()
        self.played_at = 0.0  # the last move that changed more than who sits where
        self.told_at: dict[tuple[int, str], float] = {}  # when news came: (year, inject)
        self._talks_ended: dict[int, float] = {}  # when the talks of each year ended
        self._over: bool | None = None  # worked out once a move
        self.lock = asyncio.Lock()
        self.chairs = asyncio.Lock()  # who holds a seat is settled in two steps, which must not mix with others

    def fold(self, entries: Iterable[Entry]) -> None:
        """Take entries of the table's stream that are stored."""
        for entry in entries:
            self.take(self.game.apply(self.state, Move(**entry.data)), Move(**entry.data), entry.at)

    def take(self, state: Any, move: Move, at: float) -> None:
        """Take a move that is stored, with the state after it."""
        if not _only_chairs_differ(self.state, state):
            self.played_at = at
        year = self.year
        self.state, self.moves = state, (*self.moves, move)
        self._over = None
        if move.kind == "inject":
            self.told_at[year, move.data["inject"]] = at
        if self.year > year or self.over or getattr(getattr(state, "talk", None), "over", False):
            self._talks_ended.setdefault(year, at)

    @property
    def record(self) -> Record:
        """The game so far."""
        return Record(case=self.case, seats=self.seats, seed=self.seed, moves=self.moves)

    @property
    def n_moves(self) -> int:
        """How many moves there are."""
        return len(self.moves)

    @property
    def seat_ids(self) -> tuple[str, ...]:
        """Seats that are at the table now."""
        return tuple(seat.id for seat in self.state.seats)

    @property
    def left(self) -> tuple[str, ...]:
        """Seats that left and may come back."""
        return tuple(dict.fromkeys(seat.id for seat in self.state.left))

    @property
    def year(self) -> int:
        """The year that runs; 1 in a game without years."""
        return int(getattr(self.state, "year", 1))

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Seats that have to move."""
        return tuple(seat for seat in self.seat_ids if self._waits(seat))

    def talked_at(self, at: float, year: int) -> bool:
        """Tell whether the talks of a year had not ended at a moment, and the game had not either."""
        ended = self._talks_ended.get(year)
        if ended is None and self.over:
            ended = self.played_at
        return ended is None or ended > at

    def has_moved(self, person: str) -> bool:
        """Tell whether a person has made a move here; the id of a move begins with who made it."""
        return any(move.id.partition(".")[0] == person for move in self.moves)

    @property
    def on_break(self) -> tuple[str, ...]:
        """Sides that asked for a break in the talks that run, and of which nobody has made a move since."""
        talk = getattr(self.state, "talk", None)
        if talk is None or talk.over:
            return ()
        return tuple(side for side in talk.breaks if self._last_of(side) == "break")

    def _last_of(self, side: str) -> str:
        """Return the kind of the last move that a seat of a side made."""
        seats = {seat for seat, about in self.case.seats.items() if about["side"] == side}
        return next(move.kind for move in reversed(self.moves) if move.seat in seats)

    @property
    def over(self) -> bool:
        """Whether the game waits for nobody any more."""
        if self._over is None:
            self._over = turn(self.game, self.state) is None
        return self._over

    @property
    def agreed(self) -> bool:
        """Whether the table is over, with an agreement in one year or more."""
        return self.over and table_result(self.game.debrief(self.state)).agreed

    @property
    def moves_alone(self) -> str | None:
        """Nature, or a partner that has to move; None while the table waits for people.

        A partner lets the people of its side have their break, as long as one of them can end it.
        """
        if self._waits(NATURE):
            return NATURE
        partners = (seat.id for seat in self.state.seats if seat.holder is Holder.PARTNER)
        return next((one for one in partners if self._waits(one) and not self._rests(one)), None)

    def _rests(self, partner: str) -> bool:
        """Tell whether people of a partner's side take their break; without them nobody needs it."""
        side = self.case.seats[partner]["side"]
        if side not in self.on_break:
            return False
        people = (seat.id for seat in self.state.seats if seat.holder is not Holder.PARTNER)
        return any(self.case.seats[one]["side"] == side and self._waits(one) for one in people)

    def _waits(self, actor: str) -> bool:
        return waited_for(self.game, self.state, actor)

    def lawful(self, seat: str) -> tuple[Choice, ...]:
        """Return what a seat, the facilitator or nature may do now."""
        return self.game.lawful(self.state, seat)

    def facilitator_may(self, kind: str, **data: object) -> Choice | None:
        """Return the facilitator's choice of this kind that these data fit; None when it is not lawful now."""
        for choice in self.lawful(FACILITATOR):
            if choice.kind == kind and choice.allows(choice.move("x", **_open(choice, data))):
                fits = all(choice.data.get(name, value) == value for name, value in data.items())
                if fits:
                    return choice
        return None


def _only_chairs_differ(before: Any, after: Any) -> bool:
    """Tell whether a move changed nothing but who sits where: somebody stepped in, left, or is back."""
    same = {name: getattr(before, name) for name in ("seats", "left", "move_ids")}
    return bool(replace(after, **same) == before)


def _open(choice: Choice, data: dict[str, object]) -> dict[str, object]:
    return {name: data[name] for name in choice.options if name in data}
