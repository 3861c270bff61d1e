"""The talks of a year as a phase of the river game: the word passes from side to side until they agree or end."""

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from simulations.games.delegations import Delegations, settled, word_to
from simulations.games.river_phases import RiverState
from simulations.games.talks import (
    NOT_SAID,
    Asked,
    NoAgreement,
    Offer,
    Outcome,
    Question,
    Reason,
    Talk,
)
from simulations.games.terms import terms_in
from simulations.table import Case, Choice, Move

CLOSING = tuple(reason.value for reason in NoAgreement if reason is not NoAgreement.TURNS_USED)


REASONS = tuple(reason.value for reason in Reason)


def opened(case: Case, year: int) -> Talk:
    """Return a year's talks at their beginning; the sides take turns in having the first word."""
    sides = tuple(case.sides)
    return Talk(speaking=sides[(year - 1) % len(sides)])


class Talks:
    """Offers, sponsors, votes and questions."""

    def choices(self, state: RiverState, seat: str) -> tuple[Choice, ...]:
        """Return what a seat may do: answer a question, answer an offer, or take the word."""
        talk, seats = state.talk, Delegations.of(state.case, state.seats)
        side = seats.side_of(seat)
        if side is None:
            return ()
        if talk.question is not None:
            return self._telling(state, seat, seats)
        if talk.offer is not None:
            return self._answering(state, seat, side, seats)
        return self._speaking(state, seat, side, seats)

    def advance(self, state: RiverState, move: Move) -> RiverState:
        """Apply a move of the talks."""
        talk, seats = state.talk, Delegations.of(state.case, state.seats)
        side, turns = str(seats.side_of(move.seat)), int(state.case.data["talks"]["turns"])
        if move.kind == "offer":
            talk = self._offer(state, move, side)
        elif move.kind in ("sponsor", "accept", "reject"):
            talk = settled(talk, self._answer(talk, move, side), seats, turns)
        elif move.kind == "withdraw":
            back = replace(talk.offers[-1], outcome=Outcome.WITHDRAWN)
            talk = word_to(replace(talk, offers=(*talk.offers[:-1], back)), seats.other(side), turns)
        elif move.kind == "pass":
            talk = replace(talk, passed=(*talk.passed, move.seat))
            if set(seats.seats[side]) <= set(talk.passed):
                talk = word_to(talk, seats.other(side), turns)
        elif move.kind == "ask":
            asked = Asked(by=move.seat, side=side, question=move.data["question"])
            talk = replace(talk, asked=(*talk.asked, asked))
        elif move.kind == "tell":
            told = replace(talk.asked[-1], answer=move.data["answer"], told_by=move.seat)
            talk = replace(talk, asked=(*talk.asked[:-1], told))
        elif move.kind == "break":
            talk = replace(talk, breaks=(*talk.breaks, side))
        else:
            talk = replace(talk, no_agreement=NoAgreement(move.data["reason"]))
        return replace(state, talk=talk)

    def done(self, state: RiverState) -> bool:
        """Tell whether the talks ended, or the case has none."""
        return "talks" not in state.case.data or state.talk.over

    # --- what is lawful

    def _telling(self, state: RiverState, seat: str, seats: Delegations) -> tuple[Choice, ...]:
        question = state.talk.asked[-1]
        if seat != seats.spokespersons[seats.other(question.side)]:
            return ()
        answers = (*terms_in(state.case, state.year), NOT_SAID)
        return (_choice(seat, "tell", (("question", question.question),), (("answer", answers),)),)

    def _answering(self, state: RiverState, seat: str, side: str, seats: Delegations) -> tuple[Choice, ...]:
        """Let the other side sponsor first; once it does, everybody votes."""
        offer = state.talk.offers[-1]
        if offer.answered(seat) or (offer.sponsor is None and side == offer.side):
            return self._waiting(offer, seat, side, seats)
        number = (("offer", offer.number),)
        alone = sum(len(taken) for taken in seats.seats.values()) == len(seats.seats)
        yes = "accept" if alone or offer.sponsor is not None else "sponsor"
        return (
            _choice(seat, yes, number),
            _choice(seat, "reject", number, (("reason", REASONS),)),
            *self._besides(state, seat, side, seats),
        )

    def _waiting(self, offer: Offer, seat: str, side: str, seats: Delegations) -> tuple[Choice, ...]:
        """Let the maker take an offer back, and who speaks for its side end the talks; nobody has to wait for ever."""
        found = []
        if seat == offer.by:
            found.append(_choice(seat, "withdraw", (("offer", offer.number),), may_wait=True))
        if side == offer.side and seat == seats.spokespersons[side]:
            found.append(_choice(seat, "close", (), (("reason", CLOSING),), may_wait=True))
        return tuple(found)

    def _speaking(self, state: RiverState, seat: str, side: str, seats: Delegations) -> tuple[Choice, ...]:
        talk, case = state.talk, state.case
        if side != talk.speaking or seat in talk.passed:
            return ()
        options = tuple((name, tuple(case.terms[name]["options"])) for name in terms_in(case, state.year))
        return (
            _choice(seat, "offer", (), options),
            _choice(seat, "pass"),
            *self._besides(state, seat, side, seats),
        )

    def _besides(self, state: RiverState, seat: str, side: str, seats: Delegations) -> tuple[Choice, ...]:
        """Questions, a break, and the end without agreement."""
        talk = state.talk
        had = {one.question for one in talk.asked if one.side == side}
        questions = tuple(question.value for question in Question if question.value not in had)
        found = [_choice(seat, "ask", (), (("question", questions),))] if questions else []
        if side not in talk.breaks:
            found.append(_choice(seat, "break"))
        if seat == seats.spokespersons[side]:
            found.append(_choice(seat, "close", (), (("reason", CLOSING),)))
        return tuple(found)

    # --- what a move does

    def _offer(self, state: RiverState, move: Move, side: str) -> Talk:
        talk = state.talk
        # In the order of the case, whatever order a phone sent: all who read packages count on it.
        package = MappingProxyType({name: move.data[name] for name in terms_in(state.case, state.year)})
        offer = Offer(number=len(talk.offers) + 1, by=move.seat, side=side, package=package, stands=(move.seat,))
        return replace(talk, offers=(*talk.offers, offer), passed=())

    def _answer(self, talk: Talk, move: Move, side: str) -> Offer:
        offer = talk.offers[-1]
        if move.kind == "reject":
            return replace(offer, against=(*offer.against, (move.seat, move.data["reason"])))
        sponsor = offer.sponsor or (move.seat if side != offer.side else None)
        return replace(offer, sponsor=sponsor, stands=(*offer.stands, move.seat))


Fields = tuple[tuple[str, Hashable], ...]


@lru_cache(maxsize=4096)
def _choice(
    seat: str,
    kind: str,
    data: Fields = (),
    options: tuple[tuple[str, tuple[Hashable, ...]], ...] = (),
    *,
    may_wait: bool = False,
) -> Choice:
    """Return a choice; the same few are asked for again and again, and nobody can change one."""
    return Choice(seat=seat, kind=kind, data=dict(data), options=dict(options), may_wait=may_wait)
