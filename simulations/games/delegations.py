"""Who sits on which side of the talks, who speaks for it, and when an offer stands or falls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from simulations.games.talks import NoAgreement, Offer, Outcome, Talk
from simulations.table import Case, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegations:
    """Who sits on which side, and who decides for it."""

    seats: Mapping[str, tuple[str, ...]]
    spokespersons: Mapping[str, str]

    @classmethod
    def of(cls, case: Case, seats: tuple[Seat, ...]) -> "Delegations":
        """Return the delegations at a table; the first deciding seat of a side speaks for it."""
        return _delegations(case, seats)

    def side_of(self, seat: str) -> str | None:
        """Return the side that a seat belongs to; None for a seat of no side."""
        return next((side for side, seats in self.seats.items() if seat in seats), None)

    def other(self, side: str) -> str:
        """Return the other side."""
        return next(one for one in self.seats if one != side)

    def stands(self, offer: Offer) -> bool:
        """Tell whether an offer is agreed: on both sides the spokesperson and at least half of the seats."""
        return all(
            self.spokespersons[side] in offer.stands and 2 * sum(seat in offer.stands for seat in seats) >= len(seats)
            for side, seats in self.seats.items()
        )

    def falls(self, offer: Offer) -> bool:
        """Tell whether an offer cannot be agreed any more: a spokesperson, or more than half of a side, is against."""
        against = {seat for seat, _ in offer.against}
        return any(
            self.spokespersons[side] in against or 2 * sum(seat in against for seat in seats) > len(seats)
            for side, seats in self.seats.items()
        )


@lru_cache(maxsize=64)
def _delegations(case: Case, seats: tuple[Seat, ...]) -> Delegations:
    """Work the delegations out once for a table: every move of the talks asks for them."""
    deciding = {decision["seat"] for decision in case.decisions.values()}
    by_side = {side: [seat for seat in seats if case.seats[seat.id]["side"] == side] for side in case.sides}
    spokespersons = {
        side: next((seat.id for seat in taken if deciding & set(seat.speaks_for)), taken[0].id)
        for side, taken in by_side.items()
        if taken
    }
    return Delegations(
        seats=MappingProxyType({side: tuple(seat.id for seat in taken) for side, taken in by_side.items()}),
        spokespersons=MappingProxyType(spokespersons),
    )


def settled(talk: Talk, offer: Offer, seats: Delegations, turns: int) -> Talk:
    """Return the talks after somebody answered an offer: it stands, falls, or goes on waiting."""
    if seats.stands(offer):
        agreed = replace(offer, outcome=Outcome.AGREED)
        return replace(talk, offers=(*talk.offers[:-1], agreed), agreement=offer.package)
    if seats.falls(offer):
        fallen = replace(talk, offers=(*talk.offers[:-1], replace(offer, outcome=Outcome.FELL)))
        return word_to(fallen, seats.other(offer.side), turns)
    return replace(talk, offers=(*talk.offers[:-1], offer))


def word_to(talk: Talk, side: str, turns: int) -> Talk:
    """Return the talks after the word passed to a side; after the last turn they end."""
    if talk.turn >= turns:
        return replace(talk, passed=(), no_agreement=NoAgreement.TURNS_USED)
    return replace(talk, passed=(), speaking=side, turn=talk.turn + 1)
