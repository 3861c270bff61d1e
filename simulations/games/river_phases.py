"""The phases of a year on the river: what each allows, what a move does in it, and when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from simulations.games.talks import Talk
from simulations.games.terms import has_data
from simulations.table import NATURE, Choice, Move, State


class Phase(StrEnum):
    """Where a year stands."""

    TALK = "talk"
    EARLY = "early"
    WEATHER = "weather"
    DECIDE = "decide"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverState(State):
    """Where the game stands; all numbers are whole.

    Attributes
    ----------
    year : int
        From 1.
    phase : Phase
    talk : Talk
        This year's talks; they stay as they were opened in a case without talks.
    card : str or None
        What nature brought this year, or the inject that took its place.
    decided : mapping of str to int
        This year's decisions so far, hidden from the other seats until the year closes.
    injects : tuple of str
        What the facilitator brought in this year.
    closed : tuple of mapping
        The years that are over: ``year``, ``card``, ``injects``, ``decisions``, ``agreement``, ``no_agreement``,
        ``results`` (a row of the outcome table: points, tenths of a million m3, tenths of a need), ``points`` and
        ``parts`` (each side's points with payments, and what they are made of).
    """

    year: int = 1
    phase: Phase = Phase.TALK
    talk: Talk
    card: str | None = None
    decided: Mapping[str, int]
    injects: tuple[str, ...] = ()
    closed: tuple[Mapping[str, Any], ...] = ()

    @property
    def agreement(self) -> Mapping[str, int] | None:
        """The package that is agreed for this year."""
        return self.talk.agreement


class PhaseRules(Protocol):
    """What one phase of a year allows and does."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Return what `seat` may do in this phase."""

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Return the state after a lawful move of this phase."""

    def done(self, state: RiverState) -> bool:
        """Tell whether the next phase begins."""


def decider(state: RiverState, seat: str) -> str | None:
    """Return who at the table decides for `seat`."""
    return next((taken.id for taken in state.seats if seat in taken.speaks_for), None)


class Weather:
    """Nature draws the year's inflow card; an inject that changes the inflow takes its place."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Let nature draw, by the cards' weights."""
        if seat != NATURE:
            return ()
        return tuple(
            Choice(seat=NATURE, kind="card", data={"card": name}, weight=card["weight"])
            for name, card in state.case.cards.items()
        )

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Lay the card open."""
        changed = [name for name in state.injects if "inflow_factor" in state.case.injects[name]]
        return replace(state, card=changed[-1] if changed else move.data["card"])

    def done(self, state: RiverState) -> bool:
        """Tell whether a card lies open."""
        return state.card is not None


class Decide:
    """Each side decides what no agreement settles; nobody sees the other's decision before the year closes."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Let a seat take the decisions that are its own or of a seat that it covers."""
        return tuple(
            Choice(seat=seat, kind="decide", data={"decision": name}, options={"value": decision["options"]})
            for name, decision in state.case.decisions.items()
            if name in self.pending(state) and decider(state, decision["seat"]) == seat
        )

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Keep the decision."""
        decided = {**state.decided, move.data["decision"]: move.data["value"]}
        return replace(state, decided=MappingProxyType(decided))

    def done(self, state: RiverState) -> bool:
        """Tell whether everything is decided."""
        return not self.pending(state)

    def pending(self, state: RiverState) -> tuple[str, ...]:
        """Return the decisions that still wait."""
        agreed = state.agreement or {}
        return tuple(name for name in state.case.decisions if name not in state.decided and name not in agreed)


class DecideEarly(Decide):
    """Before the card lies open, a side without data takes its early decisions: seed is bought in autumn."""

    def pending(self, state: RiverState) -> tuple[str, ...]:
        """Return the early decisions that still wait; none when river data are shared in time."""
        if has_data(state.case, state.agreement, state.injects):
            return ()
        return tuple(name for name in super().pending(state) if state.case.decisions[name].get("early"))


NOTHING: Mapping[str, int] = MappingProxyType({})
