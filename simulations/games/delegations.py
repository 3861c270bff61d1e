"""Who sits on which side of the talks, who speaks for it, and when an offer stands or falls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from simulations.games.talks import NO_SIDE, NoAgreement, Offer, Outcome, Talk
from simulations.table import Case, Seat

LEAST_SIDES = 2
"""Nobody agrees with oneself."""
SETTLES_NOTHING: Mapping[str, bool] = MappingProxyType({"yes": False, "no": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegations:
    """Who sits on which side, who speaks for it, and whose yes an agreement needs.

    Attributes
    ----------
    seats : mapping of side to tuple of str
        All sides of the case; a side that nobody came for has none.
    spokespersons : mapping of side to str
        Of the sides that are at the table.
    mediators : tuple of str
        Seats of no side that may put a single text on the table.
    must_agree : tuple of str
        Sides at the table without which nothing is agreed.
    quorum : int
        How many sides at the table have to agree.
    voices : mapping of str to str
        Who at the table speaks for a seat that is empty, and for itself.
    """

    seats: Mapping[str, tuple[str, ...]]
    spokespersons: Mapping[str, str]
    mediators: tuple[str, ...] = ()
    must_agree: tuple[str, ...]
    quorum: int
    voices: Mapping[str, str]

    @classmethod
    def of(cls, case: Case, seats: tuple[Seat, ...]) -> "Delegations":
        """Return the delegations at a table; the first deciding seat of a side speaks for it."""
        return _delegations(case, seats)

    def side_of(self, seat: str) -> str | None:
        """Return the side that a seat belongs to; None for a seat of no side."""
        return next((side for side, seats in self.seats.items() if seat in seats), None)

    def voice_of(self, seat: str) -> str | None:
        """Return who at the table speaks for a seat: the seat itself while it is there."""
        return self.voices.get(seat)

    def speaker_of(self, seat: str) -> str | None:
        """Return as whom a seat has the word: its side, ``"none"`` for a mediator, None for who only watches."""
        return NO_SIDE if seat in self.mediators else self.side_of(seat)

    def seats_of(self, speaker: str) -> tuple[str, ...]:
        """Return the seats that have the word together."""
        return self.mediators if speaker == NO_SIDE else self.seats[speaker]

    def other(self, side: str) -> str:
        """Return the other side, where there are two."""
        return self.others(side)[0]

    def others(self, side: str) -> tuple[str, ...]:
        """Return the other sides at the table."""
        return tuple(one for one in self.spokespersons if one != side)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who has the word in turn: the sides at the table, then the mediators."""
        return (*self.spokespersons, *((NO_SIDE,) if self.mediators else ()))

    def after(self, speaker: str) -> str:
        """Return who has the word next."""
        return self.speakers[(self.speakers.index(speaker) + 1) % len(self.speakers)]

    @property
    def one_each(self) -> bool:
        """Whether every side has one seat, so that whoever stands behind an offer has voted for it."""
        return all(len(self.seats[side]) == 1 for side in self.spokespersons)

    def may_close(self, seat: str) -> bool:
        """Tell whether a seat may end the talks: it speaks for a side without which nothing can be agreed."""
        side = self.side_of(seat)
        if side is None or self.spokespersons[side] != seat:
            return False
        return side in self.must_agree or len(self.spokespersons) - 1 < self.quorum

    def stands(self, offer: Offer) -> bool:
        """Tell whether an offer is agreed.

        A side stands behind it when its spokesperson and at least half of its seats do.
        """
        behind = {
            side
            for side, spokesperson in self.spokespersons.items()
            if spokesperson in offer.stands
            and 2 * sum(seat in offer.stands for seat in self.seats[side]) >= len(self.seats[side])
        }
        return behind.issuperset(self.must_agree) and len(behind) >= self.quorum

    def rule(self) -> dict[str, object]:
        """Return who speaks for which side, and whose yes it takes: everybody at the table knows that."""
        return {"spokespersons": self.spokespersons, "must_agree": self.must_agree, "quorum": self.quorum}

    def settles(self, offer: Offer | None, seat: str) -> Mapping[str, bool]:
        """Tell whether a seat's yes agrees the offer on the table at once, and whether its no lets it fall."""
        if offer is None or offer.answered(seat):
            return SETTLES_NOTHING
        with_yes = replace(offer, stands=(*offer.stands, seat))
        with_no = replace(offer, against=(*offer.against, (seat, "")))
        return MappingProxyType({"yes": self.stands(with_yes), "no": self.falls(with_no)})

    def falls(self, offer: Offer) -> bool:
        """Tell whether an offer cannot be agreed any more.

        A side is against it when its spokesperson, or more than half of its seats, is. Of a single text every side
        says first what would mend it.
        """
        if offer.side == NO_SIDE and not all(offer.answered(seat) for seat in self.spokespersons.values()):
            return False
        against = {
            side
            for side, spokesperson in self.spokespersons.items()
            if spokesperson in offer.refused_by
            or 2 * sum(seat in offer.refused_by for seat in self.seats[side]) > len(self.seats[side])
        }
        return not against.isdisjoint(self.must_agree) or len(self.spokespersons) - len(against) < self.quorum


def agreement_rule(talks: Mapping[str, Any], sides: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Return which sides have to agree, and how many in all: every one, where ``[talks]`` says nothing else.

    Examples
    --------
    >>> agreement_rule({}, ("farms", "town", "school"))
    (('farms', 'town', 'school'), 3)
    >>> agreement_rule({"must_agree": ["farms"]}, ("farms", "town", "school"))
    (('farms',), 2)
    >>> agreement_rule({"quorum": 2}, ("farms", "town", "school"))
    ((), 2)
    """
    must_agree = tuple(talks.get("must_agree", () if "quorum" in talks else sides))
    return must_agree, int(talks.get("quorum", max(LEAST_SIDES, len(must_agree))))


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
    needed, quorum = agreement_rule(case.data.get("talks", {}), tuple(case.sides))
    return Delegations(
        seats=MappingProxyType({side: tuple(seat.id for seat in taken) for side, taken in by_side.items()}),
        spokespersons=MappingProxyType(spokespersons),
        mediators=tuple(seat.id for seat in seats if case.seats[seat.id].get("mediates", False)),
        must_agree=tuple(side for side in spokespersons if side in needed),
        quorum=min(quorum, len(spokespersons)),
        voices=MappingProxyType({one: seat.id for seat in seats for one in seat.speaks_for}),
    )


def settled(talk: Talk, offer: Offer, seats: Delegations, turns: int) -> Talk:
    """Return the talks after somebody answered an offer: it stands, falls, or goes on waiting."""
    if seats.stands(offer):
        agreed = replace(offer, outcome=Outcome.AGREED)
        return replace(talk, offers=(*talk.offers[:-1], agreed), agreement=offer.package)
    if seats.falls(offer):
        fallen = replace(talk, offers=(*talk.offers[:-1], replace(offer, outcome=Outcome.FELL)))
        return word_on(fallen, seats, turns)
    return replace(talk, offers=(*talk.offers[:-1], offer))


def word_on(talk: Talk, seats: Delegations, turns: int) -> Talk:
    """Return the talks after the word passed on; after the last turn they end."""
    if talk.turn >= turns:
        return replace(talk, passed=(), no_agreement=NoAgreement.TURNS_USED)
    return replace(talk, passed=(), speaking=seats.after(talk.speaking), turn=talk.turn + 1)
