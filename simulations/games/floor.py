"""Who has the floor: what a seat may say in talks, and what becomes of it, in any game and for any number of sides."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from simulations.games.delegations import Delegations, settled, word_on
from simulations.games.talks import NO_SIDE, NOT_SAID, Asked, NoAgreement, Offer, Option, Outcome, Question, Talk
from simulations.table import FACILITATOR, Choice, Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What talks are about, who takes part, and how long.

    Parameters
    ----------
    seats : Delegations
    terms : mapping of str to tuple
        What is on the table, with the options of each term.
    turns : int
        How often the word passes before the talks end.
    reasons, closing : tuple of str
        Why a seat may say no, and why a side may end the talks.
    """

    seats: Delegations
    terms: Mapping[str, tuple[Option, ...]]
    turns: int
    reasons: tuple[str, ...]
    closing: tuple[str, ...]


TIME_UP = Choice(seat=FACILITATOR, kind="close", data={"reason": NoAgreement.TIME_UP.value})
"""The facilitator ends the talks: there is no more time."""

# --- what is lawful


def may_say(floor: Floor, talk: Talk, seat: str) -> tuple[Choice, ...]:
    """Return what a seat may do: answer a question, answer an offer, or take the word."""
    speaker = floor.seats.speaker_of(seat)
    if speaker is None:
        return ()
    if talk.question is not None:
        return _telling(floor, talk.question, seat)
    if talk.offer is not None:
        return _answering(floor, talk, talk.offer, seat, speaker)
    return _speaking(floor, talk, seat, speaker)


def _telling(floor: Floor, question: Asked, seat: str) -> tuple[Choice, ...]:
    if seat != floor.seats.spokespersons[question.of]:
        return ()
    answers = (*floor.terms, NOT_SAID)
    return (_choice(seat, "tell", (("question", question.question),), (("answer", answers),)),)


def _answering(floor: Floor, talk: Talk, offer: Offer, seat: str, side: str) -> tuple[Choice, ...]:
    """Let another side sponsor first; once it does, everybody votes. A single text needs no sponsor."""
    if side == NO_SIDE or offer.answered(seat) or (offer.needs_sponsor and side == offer.side):
        return _waiting(floor, offer, seat, side)
    number = (("offer", offer.number),)
    yes = "sponsor" if offer.needs_sponsor and not floor.seats.one_each else "accept"
    return (
        _choice(seat, yes, number),
        _choice(seat, "reject", number, (("reason", floor.reasons),)),
        *(_improving(floor, offer, seat) if offer.side == NO_SIDE else ()),
        *_besides(floor, talk, seat, side),
    )


def _improving(floor: Floor, offer: Offer, seat: str) -> tuple[Choice, ...]:
    """Let a seat say which one change would mend a single text."""
    found = []
    for term, options in floor.terms.items():
        others = tuple(one for one in options if one != offer.package[term])
        found.append(_choice(seat, "improve", (("offer", offer.number), ("term", term)), (("option", others),)))
    return tuple(found)


def _waiting(floor: Floor, offer: Offer, seat: str, side: str) -> tuple[Choice, ...]:
    """Let the maker take an offer back, and who speaks for its side end the talks; nobody has to wait for ever.

    When the maker has left, who covers its seat may take the offer back.
    """
    found = []
    if seat == floor.seats.voice_of(offer.by):
        found.append(_choice(seat, "withdraw", (("offer", offer.number),), may_wait=True))
    if side == offer.side and floor.seats.may_close(seat):
        found.append(_choice(seat, "close", (), (("reason", floor.closing),), may_wait=True))
    return tuple(found)


def _speaking(floor: Floor, talk: Talk, seat: str, speaker: str) -> tuple[Choice, ...]:
    if speaker != talk.speaking or seat in talk.passed:
        return ()
    return (
        _choice(seat, "offer", (), tuple(floor.terms.items())),
        _choice(seat, "pass"),
        *(_besides(floor, talk, seat, speaker) if speaker != NO_SIDE else ()),
    )


def _besides(floor: Floor, talk: Talk, seat: str, side: str) -> tuple[Choice, ...]:
    """Questions, a break, and the end without agreement."""
    found = list(_asking(floor, talk, seat, side))
    if side not in talk.breaks:
        found.append(_choice(seat, "break"))
    if floor.seats.may_close(seat):
        found.append(_choice(seat, "close", (), (("reason", floor.closing),)))
    return tuple(found)


def _asking(floor: Floor, talk: Talk, seat: str, side: str) -> tuple[Choice, ...]:
    """Each question once from side to side; where only one other side is there, it need not be named."""
    others = floor.seats.others(side)
    found = []
    for other in others:
        had = {one.question for one in talk.asked if (one.side, one.of) == (side, other)}
        questions = tuple(question.value for question in Question if question.value not in had)
        named = (("of", other),) if len(others) > 1 else ()
        if questions:
            found.append(_choice(seat, "ask", named, (("question", questions),)))
    return tuple(found)


# --- what a move does


def said(floor: Floor, talk: Talk, move: Move) -> Talk:
    """Return the talks after a lawful move."""
    seats = floor.seats
    side = str(seats.speaker_of(move.seat))
    if move.kind == "offer":
        return _offered(floor, talk, move, side)
    if move.kind in ("sponsor", "accept", "reject", "improve"):
        return settled(talk, _answered(talk.offers[-1], move, side), seats, floor.turns)
    if move.kind == "withdraw":
        back = replace(talk.offers[-1], outcome=Outcome.WITHDRAWN)
        return word_on(replace(talk, offers=(*talk.offers[:-1], back)), seats, floor.turns)
    if move.kind == "pass":
        talk = replace(talk, passed=(*talk.passed, move.seat))
        return _heard(talk, seats, floor.turns)
    if move.kind == "ask":
        of = move.data.get("of") or seats.others(side)[0]
        asked = Asked(by=move.seat, side=side, of=of, question=move.data["question"])
        return replace(talk, asked=(*talk.asked, asked))
    if move.kind == "tell":
        told = replace(talk.asked[-1], answer=move.data["answer"], told_by=move.seat)
        return reseated(floor, replace(talk, asked=(*talk.asked[:-1], told)))  # seats may have left since it was asked
    if move.kind == "break":
        return replace(talk, breaks=(*talk.breaks, side))
    return replace(talk, no_agreement=NoAgreement(move.data["reason"]))


def reseated(floor: Floor, talk: Talk) -> Talk:
    """Return the talks after seats left or came back.

    An offer on the table that now stands or falls is settled, and a word that all who stay have passed goes on. A
    question waits for who speaks for its side now, and all else with it.
    """
    if talk.over or talk.question is not None:
        return talk
    if talk.offer is not None:
        return settled(talk, talk.offer, floor.seats, floor.turns)
    return _heard(talk, floor.seats, floor.turns)


def _heard(talk: Talk, seats: Delegations, turns: int) -> Talk:
    """Pass the word on when everybody who has it let somebody else speak."""
    return word_on(talk, seats, turns) if set(seats.seats_of(talk.speaking)) <= set(talk.passed) else talk


def _offered(floor: Floor, talk: Talk, move: Move, side: str) -> Talk:
    # In the order of the case, whatever order a phone sent: all who read packages count on it.
    package = MappingProxyType({name: move.data[name] for name in floor.terms})
    stands = () if side == NO_SIDE else (move.seat,)
    offer = Offer(number=len(talk.offers) + 1, by=move.seat, side=side, package=package, stands=stands)
    return replace(talk, offers=(*talk.offers, offer), passed=())


def _answered(offer: Offer, move: Move, side: str) -> Offer:
    if move.kind == "reject":
        return replace(offer, against=(*offer.against, (move.seat, move.data["reason"])))
    if move.kind == "improve":
        wish = (move.seat, move.data["term"], move.data["option"])
        return replace(offer, wishes=(*offer.wishes, wish))
    sponsor = move.seat if offer.needs_sponsor and side != offer.side else offer.sponsor
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
