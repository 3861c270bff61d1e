"""Who is in the room: here or away since when, at which table, in which language."""

from dataclasses import dataclass

from dastarkhan.live.pages.board import Board
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.room.trainer_looks import SeatedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person, ready to be shown.

    Attributes
    ----------
    name, language : str
    here : bool
    since : float
    place : str
        Table and seat; ``""`` without one.
    seal : Seal or None
    n_people : int
        Two where they share a phone.
    """

    name: str
    language: str
    here: bool
    since: float
    place: str
    seal: Seal | None
    n_people: int

    @property
    def pair(self) -> bool:
        """Whether two share the phone."""
        return self.n_people > 1

    @property
    def settled(self) -> bool:
        """Whether nothing need be done: here, and with a seat."""
        return self.here and bool(self.place)


def summary(board: Board) -> str:
    """Say how many came and how many of them are here."""
    _, people = board.words, board.look.people
    n_people = sum(person.n_people for person in people)
    here = sum(person.n_people for person in people if person.here)
    came = _.n("{n} person", "{n} people", n_people)
    return came if here == n_people else _("{people}, {n} of them here", people=came, n=here)


def rows(board: Board) -> tuple[PersonRow, ...]:
    """Return all people: first who has no seat, then who is away, then table by table."""
    ordered = sorted(board.look.people, key=lambda one: (one.table != 0, one.here, one.table))
    return tuple(_row(board, person) for person in ordered)


def _row(board: Board, person: SeatedPerson) -> PersonRow:
    _ = board.words
    seat = board.seat_name(person.seat) if person.table else ""
    return PersonRow(
        name=board.person_name(person),
        language=board.language_name(person.lang),
        here=person.here,
        since=person.since,
        place=_("Table {n}: {seats}", n=person.table, seats=seat) if person.table else "",
        seal=board.seat_seal(person.seat) if person.table else None,
        n_people=person.n_people,
    )
