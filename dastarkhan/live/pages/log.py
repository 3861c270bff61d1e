"""What was said at the table besides offers, and who sits there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    return tuple(_asked(seen, one) for one in seen.talk.get("asked", ()))


def newest_question(seen: Seen) -> Asked | None:
    """Return the question that was asked last, the only one that can wait for its answer; none waits after the end."""
    asked = seen.talk.get("asked", ())
    if not asked or (seen.look.over and asked[-1]["answer"] is None):
        return None
    return _asked(seen, asked[-1])


def _asked(seen: Seen, one: Mapping[str, Any]) -> Asked:
    return Asked(
        seal=seen.seal(one["side"]),
        of=seen.seal(one["of"]),
        question=text_of(QUESTIONS, one["question"], seen.words),
        answer=answer_words(seen, one["question"], one["answer"]) if one["answer"] is not None else "",
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
    speak = tuple(seen.view["spokespersons"].values())
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


def rule(seen: Seen) -> tuple[str, ...]:
    """Say when an offer is agreed at this table; nothing where there are no talks."""
    if not seen.talk:
        return ()
    _, view = seen.words, seen.view
    speaks, needed, quorum = view["spokespersons"], view["must_agree"], view["quorum"]
    total = len(speaks)
    if quorum == total or len(needed) == total:
        told = [_("An offer is agreed as soon as every side stands behind it.")]
    else:
        told = [_("An offer is agreed as soon as {n} of the {total} sides stand behind it.", n=quorum, total=total)]
        if needed:
            sides = _.listed([seen.seal(side).name for side in needed])
            told.append(_("Without these nothing is agreed: {sides}.", sides=sides))
    held = [view["sides"][taken["id"]] for taken in view["seats"]]
    sizes = {held.count(side) for side in speaks}
    if max(sizes) > 1:
        told.append(_("For that a side needs the yes of its speaker, and of at least half of its seats."))
    if 2 in sizes:
        told.append(_("In a side of two the speaker's yes is enough."))
    return tuple(told)
