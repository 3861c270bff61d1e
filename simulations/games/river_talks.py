"""The talks of a year as a phase of the river game: the word passes from side to side until they agree or end."""

from dataclasses import replace

from simulations.games.delegations import Delegations
from simulations.games.floor import Floor, may_say, reseated, said
from simulations.games.river_phases import RiverState
from simulations.games.talks import NOBODY_SAYS, NoAgreement, Reason, Talk
from simulations.games.terms import terms_in
from simulations.table import Case, Choice, Move

CLOSING = tuple(reason.value for reason in NoAgreement if reason not in NOBODY_SAYS)
REASONS = tuple(reason.value for reason in Reason)


def opened(case: Case, year: int) -> Talk:
    """Return a year's talks at their beginning; the sides take turns in having the first word."""
    sides = tuple(case.sides)
    return Talk(speaking=sides[(year - 1) % len(sides)])


class Talks:
    """Offers, sponsors, votes and questions about the terms of the year."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Return what a seat may do: answer a question, answer an offer, or take the word."""
        return may_say(_floor(state), state.talk, seat)

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Apply a move of the talks."""
        return replace(state, talk=said(_floor(state), state.talk, move))

    def reseated(self, state: RiverState) -> RiverState:
        """Look at the talks again after seats left or came back."""
        return replace(state, talk=reseated(_floor(state), state.talk))

    def done(self, state: RiverState) -> bool:
        """Tell whether the talks ended, or the case has none."""
        return "talks" not in state.case.data or state.talk.over


def _floor(state: RiverState) -> Floor:
    case = state.case
    return Floor(
        seats=Delegations.of(case, state.seats),
        terms={name: tuple(case.terms[name]["options"]) for name in terms_in(case, state.year)},
        turns=int(case.data["talks"]["turns"]),
        reasons=REASONS,
        closing=CLOSING,
    )
