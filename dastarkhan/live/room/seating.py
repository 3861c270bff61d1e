"""From people to tables: groups that can talk to each other, and a seat for everybody."""

from collections.abc import Iterable, Mapping, Sequence

from dastarkhan.live.room.state import Guest, Laid
from simulations.games.seating import SMALLEST, seats_for, table_sizes
from simulations.table import Case, Seat
from simulations.teamwork import Card, groups
from simulations.teamwork.cards import MOST_PEOPLE

DOORS = ("triangle", "circle")  # upstream, downstream: whoever lives nearer to a beginning sits at the other end


def seated(case: Case, people: Sequence[Guest], seed: int) -> tuple[Laid, ...]:
    """Return tables for everybody who is in the room.

    Parameters
    ----------
    case : Case
    people : sequence of Guest
        Up to three sit at one table, and partners take what is missing. More than 60 are seated by sixties.
    seed : int
        The same people and seed give the same tables.
    """
    halls = -(-len(people) // MOST_PEOPLE)
    tables = [table for hall in range(halls) for table in _groups(people[hall::halls], seed)]
    return tuple(laid(case, number, table, seed + number) for number, table in enumerate(tables, start=1))


def laid(case: Case, number: int, people: Sequence[Guest], seed: int) -> Laid:
    """Return one table: circles sit on the last side, triangles on the first, the others where there is a chair."""
    seats: dict[str, Seat] = {}
    chairs: list[str] = []
    for seat in seats_for(case, len(people)):
        seats.setdefault(seat.id, seat)
        chairs.append(seat.id)
    sides = tuple(case.sides)
    held: dict[str, list[str]] = {}
    waiting = list(people)
    for chair in chairs[: len(people)]:
        side = case.seats[chair]["side"]
        wanted = DOORS[0] if side == sides[0] else DOORS[1] if side == sides[-1] else ""
        guest = min(waiting, key=lambda one: (one.door != wanted, one.door != "", people.index(one)))
        waiting.remove(guest)
        held.setdefault(chair, []).append(guest.id)
    people_at = {seat: tuple(ids) for seat, ids in held.items()}
    return Laid(number=number, seats=tuple(seats.values()), seed=seed, people=people_at)


def to_plain(tables: Iterable[Laid]) -> list[Mapping[str, object]]:
    """Return tables as JSON-plain data."""
    return [
        {
            "number": one.number,
            "seats": [seat.to_plain() for seat in one.seats],
            "seed": one.seed,
            "people": {seat: list(ids) for seat, ids in one.people.items()},
        }
        for one in tables
    ]


def _groups(people: Sequence[Guest], seed: int) -> list[list[Guest]]:
    sizes = table_sizes(len(people)) if len(people) >= SMALLEST else (len(people),)
    if len(sizes) == 1:
        return [list(people)]
    by_id = {guest.id: guest for guest in people}
    cards = [
        Card(key=guest.id, side=guest.door or "open", languages=tuple(dict.fromkeys((guest.lang, *guest.speaks))))
        for guest in people
    ]
    return [[by_id[key] for key in table.members] for table in groups(cards, sizes, seed=seed).tables]
