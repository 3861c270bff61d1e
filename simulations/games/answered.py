"""Who answered whom, read off the moves of a game: one reading for the wall and for the debrief."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulations.games.talks import NOT_SAID
from simulations.table import Record


class Said(StrEnum):
    """Kinds of answers, and the question that asks for one."""

    YES = "yes"
    NOT_YET = "not_yet"
    ASKED = "asked"
    TOLD = "told"


ABOUT_AN_OFFER = {"accept": Said.YES, "sponsor": Said.YES, "reject": Said.NOT_YET, "improve": Said.NOT_YET}
"""Move -> what it says of the offer on the table; to wish for one change is no yes yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One seat turned to another, or to a side.

    Attributes
    ----------
    kind : Said
    by, by_side : str
    to, to_side : str
        A question goes to a side: then `to` is ``""``.
    """

    kind: Said
    by: str
    by_side: str
    to: str
    to_side: str


def answers(record: Record) -> Iterator[Answer]:
    """Yield every question and every answer of a game, in their order.

    A yes and a "not yet" go to who made the offer, of which only one is on the table at a time; what is told goes to
    who asked. Who would rather not say has told nothing.

    Parameters
    ----------
    record : Record

    Examples
    --------
    >>> from simulations.games import read_case
    >>> from simulations.table import play
    >>> sorted({answer.kind.value for answer in answers(play(read_case("fair"), seed=3))})
    ['not_yet', 'yes']
    """
    side_of = {seat: str(about["side"]) for seat, about in record.case.seats.items()}
    offered = asking = ""

    def answer(kind: Said, by: str, to: str) -> Answer:
        return Answer(kind=kind, by=by, by_side=side_of[by], to=to, to_side=side_of[to])

    for place, move in enumerate(record.moves):
        if move.kind == "offer":
            offered = move.seat
        elif move.kind in ABOUT_AN_OFFER and move.seat != offered:
            yield answer(ABOUT_AN_OFFER[move.kind], move.seat, offered)
        elif move.kind == "ask":
            asking = move.seat
            to_side = str(move.data.get("of") or _only_other(record, place, side_of))
            yield Answer(kind=Said.ASKED, by=asking, by_side=side_of[asking], to="", to_side=to_side)
        elif move.kind == "tell" and move.data["answer"] != NOT_SAID:
            yield answer(Said.TOLD, move.seat, asking)


def _only_other(record: Record, place: int, side_of: Mapping[str, str]) -> str:
    """Return the side that a question goes to where it was not named: who tells next, for all else waits for that."""
    teller = next((move.seat for move in record.moves[place:] if move.kind == "tell"), None)
    if teller is not None:
        return side_of[teller]
    others = {side_of[seat.id] for seat in record.seats} & set(record.case.sides) - {side_of[record.moves[place].seat]}
    return others.pop() if len(others) == 1 else ""
