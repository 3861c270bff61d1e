"""What was said at the table besides offers, and who sits there."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.languages import Words, mark
from dastarkhan.languages.talk_reasons import QUESTIONS, text_of
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.room.stages import Presence
from simulations.games.talks import NOT_SAID

ANSWERS: Mapping[str, str] = {
    "matters_most": mark("What matters most to us is this: {term}."),
    "easy_to_give": mark("This is easy for us to give: {term}."),
    "worries": mark("This worries us: {term}."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question between two sides; ``answer`` is ``""`` while it waits."""

    seal: Seal
    of: Seal
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Somebody at the table.

    Attributes
    ----------
    seal : Seal
    seat : str
    covers : tuple of str
        Empty seats that this one speaks for.
    me, speaks : bool
        Whether it is the one who looks; whether it speaks for its side.
    presence : Presence
    until : float
        When the countdown ends; 0 without one.
    """

    seal: Seal
    seat: str
    covers: tuple[str, ...]
    me: bool
    speaks: bool
    presence: Presence
    until: float


def questions(seen: Seen) -> tuple[Asked, ...]:
    """Return what was asked this year, the newest last."""
    return tuple(
        Asked(
            seal=seen.seal(one["side"]),
            of=seen.seal(one["of"]),
            question=text_of(QUESTIONS, one["question"], seen.words),
            answer=answer_words(seen, one["question"], one["answer"]) if one["answer"] is not None else "",
        )
        for one in seen.talk.get("asked", ())
    )


def answer_words(seen: Seen, question: str, answer: str) -> str:
    """Say an answer as a sentence."""
    _: Words = seen.words
    if answer == NOT_SAID or question not in ANSWERS:
        return _("We would rather not say.")
    return _.marked(ANSWERS[question], term=seen.term(answer))


def breaks(seen: Seen) -> tuple[Seal, ...]:
    """Return the sides that had their break; one that still has it stands in the head of the page."""
    return tuple(seen.seal(side) for side in seen.talk.get("breaks", ()) if side not in seen.look.on_break)


def neighbours(seen: Seen) -> tuple[Neighbour, ...]:
    """Return all who sit at the table, in the order of the case."""
    speak = _spokespersons(seen)
    return tuple(
        Neighbour(
            seal=seen.seat_seal(taken["id"]),
            seat=seen.seat_name(taken["id"]),
            covers=tuple(seen.seat_name(one) for one in taken["covers"]),
            me=taken["id"] == seen.look.seat,
            speaks=taken["id"] in speak,
            presence=seen.look.people.get(taken["id"], Presence.HERE),
            until=seen.look.away_until.get(taken["id"], 0.0),
        )
        for taken in seen.view.get("seats", ())
    )


def _spokespersons(seen: Seen) -> tuple[str, ...]:
    """Return who speaks for a side; where the view does not say it, the first deciding seat does, or else the first."""
    if "spokespersons" in seen.view:
        return tuple(seen.view["spokespersons"].values())
    deciding = {decision["seat"] for decision in seen.case.decisions.values()}
    seats = seen.view.get("seats", ())
    first: dict[str, str] = {}
    for taken in sorted(seats, key=lambda one: not deciding & {one["id"], *one["covers"]}):
        first.setdefault(seen.view["sides"][taken["id"]], taken["id"])
    return tuple(seat for side, seat in first.items() if side in seen.case.sides)
