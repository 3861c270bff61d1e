"""The phases of a year on the river: what each allows, what a move does in it, and when it is done.

Negotiation comes in as further phases between the weather and the decisions: a class, a line in `RULES`, a place in
`PLAN`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from simulations.table import NATURE, Choice, Move, State


class Phase(StrEnum):
    """Where a year stands."""

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
    card : str or None
        What nature brought this year, or the inject that took its place.
    decided : mapping of str to int
        This year's decisions so far, hidden from the other seats until the year closes.
    injects : tuple of str
        What the facilitator brought in this year.
    closed : tuple of mapping
        The years that are over: ``year``, ``card``, ``injects``, ``decisions`` and ``results`` (a row of the outcome
        table: points, tenths of a million m3, tenths of a need).
    """

    year: int = 1
    phase: Phase = Phase.WEATHER
    card: str | None = None
    decided: Mapping[str, int]
    injects: tuple[str, ...] = ()
    closed: tuple[Mapping[str, Any], ...] = ()


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
    """Nature draws the year's inflow card."""

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
        return replace(state, card=move.data["card"])

    def done(self, state: RiverState) -> bool:
        """Tell whether a card lies open."""
        return state.card is not None


class Decide:
    """Each side decides by itself; nobody sees the other's decision before the year closes."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Let a seat take the decisions that are its own or of a seat that it covers."""
        return tuple(
            Choice(seat=seat, kind="decide", data={"decision": name}, options={"value": decision["options"]})
            for name, decision in state.case.decisions.items()
            if name not in state.decided and decider(state, decision["seat"]) == seat
        )

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Keep the decision."""
        decided = {**state.decided, move.data["decision"]: move.data["value"]}
        return replace(state, decided=MappingProxyType(decided))

    def done(self, state: RiverState) -> bool:
        """Tell whether everything is decided."""
        return set(state.decided) == set(state.case.decisions)


NOTHING: Mapping[str, int] = MappingProxyType({})
PLAN: tuple[Phase, ...] = (Phase.WEATHER, Phase.DECIDE)
RULES: Mapping[Phase, PhaseRules] = {Phase.WEATHER: Weather(), Phase.DECIDE: Decide()}
