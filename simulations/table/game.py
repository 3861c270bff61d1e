"""The game: a protocol, and a base that keeps the table's own rules so that every game has them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

import numpy as np

from simulations.errors import KitError
from simulations.table.case import Case
from simulations.table.moves import Choice, Move
from simulations.table.reseating import come_back, leave, may_leave, may_return
from simulations.table.seats import Holder, Seat

FACILITATOR = "facilitator"
NATURE = "nature"

Partner = Callable[[Mapping[str, Any], tuple[Choice, ...], np.random.Generator], Move]
"""A strategy that plays by itself: (view, lawful, rng) -> Move. The table gives the move its id."""


class IllegalMove(KitError):  # noqa: N818 - the public name is pinned
    """A move that is not lawful now; the state stays as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What every state holds; a game's own state adds to it.

    Attributes
    ----------
    case : Case
    seats : tuple of Seat
        Who is at the table now.
    seed : int
        Of nature's draws and of partners; the fold itself never uses it.
    move_ids : tuple of str
        Moves that count already.
    left : tuple of Seat
        Seats of the opening that left and may come back, in the order in which they left.
    """

    case: Case
    seats: tuple[Seat, ...]
    seed: int
    move_ids: tuple[str, ...] = ()
    left: tuple[Seat, ...] = ()
    _lawful: dict[str, tuple[Choice, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Who may do what, worked out once: partners, `apply` and every page of a room ask for it."""

    def seat(self, id: str) -> Seat:
        """Return the seat of that id, or raise ``IllegalMove`` (``move.unknown_seat``)."""
        for seat in self.seats:
            if seat.id == id:
                return seat
        raise IllegalMove("move.unknown_seat", seat=id, allowed=tuple(seat.id for seat in self.seats))


class Game(Protocol):
    """A pure fold over moves. Arguments are JSON-plain, states are frozen, there is no clock inside."""

    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> Any:
        """Return the first state."""

    def apply(self, state: Any, move: Move) -> Any:
        """Return the next state; an unlawful move raises ``IllegalMove`` and changes nothing."""

    def lawful(self, state: Any, seat: str | None) -> tuple[Choice, ...]:
        """Return what a seat, the facilitator or nature may do now; with ``None``, what anybody may do."""

    def view(self, state: Any, seat: str | None) -> Mapping[str, object]:
        """Return exactly what this seat may know; with ``None``, what the wall shows to everybody."""

    def debrief(self, state: Any) -> Mapping[str, object]:
        """Return facts for the discussion, numbers and keys; ``"agreement"`` is falsy without one."""


S = TypeVar("S", bound=State)


class TableGame(ABC):
    """The table's own rules: ids count once, seats change hands, leave and come back, only what is lawful applies.

    A game fills in `open`, `choices`, `advance`, `view` and `debrief`. `choices` is the only place that says what is
    lawful: pages, partners, fuzzing and `apply` all read it. A game where something waits for somebody fills in
    `reseated` too.
    """

    partner: Partner | None = None
    """Who plays a seat when nobody else is named; random lawful moves when this is None."""

    @abstractmethod
    def open(self, case: Case, seats: tuple[Seat, ...], seed: int) -> Any:
        """Return the first state."""

    @abstractmethod
    def choices(self, state: Any, seat: str) -> tuple[Choice, ...]:
        """Return what the game lets `seat` do now; the table adds what the facilitator may always do."""

    @abstractmethod
    def advance(self, state: Any, move: Move) -> Any:
        """Return the state after a lawful move."""

    @abstractmethod
    def view(self, state: Any, seat: str | None) -> Mapping[str, object]:
        """Return exactly what this seat may know."""

    @abstractmethod
    def debrief(self, state: Any) -> Mapping[str, object]:
        """Return facts for the discussion."""

    def reseated(self, state: Any) -> Any:
        """Return the state after seats left or came back: what waited for who is gone is settled, or goes on."""
        return state

    def lawful(self, state: State, seat: str | None) -> tuple[Choice, ...]:
        """Return what `seat` may do now; with ``None``, what anybody may do."""
        if seat is None:
            actors = (NATURE, *(taken.id for taken in state.seats), FACILITATOR)
            return tuple(choice for actor in actors for choice in self.lawful(state, actor))
        if seat not in state._lawful:
            state._lawful[seat] = self._worked_out(state, seat)
        return state._lawful[seat]

    def _worked_out(self, state: State, seat: str) -> tuple[Choice, ...]:
        if seat == FACILITATOR:
            return (*self.choices(state, seat), _seat_change(state), *_reseating(state))
        if seat != NATURE:
            state.seat(seat)
        return self.choices(state, seat)

    def apply(self, state: S, move: Move) -> S:
        """Return the next state; the same state when the move's id has counted already."""
        if move.id in state.move_ids:
            return state
        if not move.id:
            raise IllegalMove("move.no_id", seat=move.seat, kind=move.kind)
        allowed = self.lawful(state, move.seat)
        if not any(choice.allows(move) for choice in allowed):
            kinds = tuple(sorted({choice.kind for choice in allowed}))
            raise IllegalMove("move.not_lawful", seat=move.seat, kind=move.kind, data=dict(move.data), allowed=kinds)
        return replace(self._after(state, move), move_ids=(*state.move_ids, move.id))

    def _after(self, state: S, move: Move) -> S:
        if move.kind == "seat_change":
            return change_seat(state, move)
        after: S = self.reseated(reseat(state, move)) if move.kind in RESEATING else self.advance(state, move)
        return after


def _seat_change(state: State) -> Choice:
    options = {
        "which": tuple(seat.id for seat in state.seats),
        "holder": tuple(holder.value for holder in Holder),
    }
    return Choice(seat=FACILITATOR, kind="seat_change", options=options)


RESEATING = {"seat_leave": leave, "seat_return": come_back}


def _reseating(state: State) -> tuple[Choice, ...]:
    """Return the seats that may leave, and those that may come back or be taken by somebody who comes late."""
    may = {
        "seat_leave": may_leave(state.case, state.seats),
        "seat_return": may_return(state.seats, state.left),
    }
    return tuple(Choice(seat=FACILITATOR, kind=kind, options={"which": ids}) for kind, ids in may.items() if ids)


def reseat(state: S, move: Move) -> S:
    """Return the state with a seat that left or came back, and who speaks for whom."""
    seats, left = RESEATING[move.kind](state.case, state.seats, state.left, move.data["which"])
    return replace(state, seats=seats, left=left)


def change_seat(state: S, move: Move) -> S:
    """Return the state with a seat in other hands: a person, a pair or a partner takes it over."""
    holder = Holder(move.data["holder"])
    seats = (replace(seat, holder=holder) if seat.id == move.data["which"] else seat for seat in state.seats)
    return replace(state, seats=tuple(seats))
