"""From people to tables: groups that can talk to each other, and a seat for everybody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dastarkhan.live.room.state import Guest, Laid
from simulations.games.seating import pairs_at, seats_for, table_sizes, tables_possible
from simulations.table import Case, Seat
from simulations.teamwork import Card, Seating, groups, swap
from simulations.teamwork.cards import MOST_PEOPLE

DOORS = ("triangle", "circle")  # upstream, downstream: whoever lives nearer to a beginning sits at the other end
MOST_TRIED = 6
"""So many people are asked on each side of a change of tables: enough to find a good one, and quick."""


def tables_to_choose(case: Case, people: Sequence[Guest]) -> tuple[int, ...]:
    """Return at how many tables the people in the room may sit; nothing to choose in a hall of more than one."""
    n_people = sum(guest.n_people for guest in people)
    return tables_possible(case, n_people, n_people - len(people)) if n_people <= MOST_PEOPLE else ()


def seated(case: Case, people: Sequence[Guest], seed: int, n_tables: int = 0) -> tuple[Laid, ...]:
    """Return tables for everybody who is in the room.

    Parameters
    ----------
    case : Case
        Says how many people a table is for.
    people : sequence of Guest
        Two at one phone count as two, and hold one seat. Up to three sit at one table, and partners take what is
        missing. More than 60 are seated by sixties.
    seed : int
        The same people and seed give the same tables.
    n_tables : int, optional
        One of `tables_to_choose`; 0 where the kit may choose.
    """
    halls = -(-sum(guest.n_people for guest in people) // MOST_PEOPLE)
    ordered = sorted(people, key=lambda guest: guest.pair)  # so that each hall has its part of the pairs
    tables = [table for hall in range(halls) for table in _groups(case, ordered[hall::halls], seed, n_tables)]
    return tuple(laid(case, number, table, seed + number) for number, table in enumerate(tables, start=1))


def laid(case: Case, number: int, people: Sequence[Guest], seed: int) -> Laid:
    """Return one table: circles sit on the last side, triangles on the first, the others where there is a chair.

    Nobody shares a seat with a pair where that can be helped, and all sides have about as many people.
    """
    seats: dict[str, Seat] = {}
    chairs: list[str] = []
    for seat in seats_for(case, len(people)):
        seats.setdefault(seat.id, seat)
        chairs.append(seat.id)
    wanted = [_door_of(case, chair) for chair in chairs[: len(people)]]
    sitting: list[Guest] = []
    waiting = list(people)
    for door in wanted:
        guest = min(waiting, key=lambda one: (one.door != door, one.door != "", people.index(one)))
        waiting.remove(guest)
        sitting.append(guest)
    held: dict[str, list[str]] = {}
    for chair, guest in zip(chairs, _pairs_spread(case, chairs, wanted, sitting), strict=False):
        held.setdefault(chair, []).append(guest.id)
    people_at = {seat: tuple(ids) for seat, ids in held.items()}
    return Laid(number=number, seats=tuple(seats.values()), seed=seed, people=people_at)


def _door_of(case: Case, chair: str) -> str:
    """Return the sign of those who should sit on a chair."""
    side, sides = case.seats[chair]["side"], tuple(case.sides)
    return DOORS[0] if side == sides[0] else DOORS[1] if side == sides[-1] else ""


def _pairs_spread(case: Case, chairs: list[str], wanted: list[str], sitting: list[Guest]) -> list[Guest]:
    """Let pairs change chairs with others for as long as that makes the table better."""

    def badness(guests: list[Guest]) -> tuple[int, int, int]:
        """Count who shares a seat with a pair, wrong doors, and how unequal the sides are."""
        at_seat, at_side = Counter[str](), dict.fromkeys(case.sides, 0)
        for chair, guest in zip(chairs, guests, strict=False):
            at_seat[chair] += guest.n_people
            if (side := case.seats[chair]["side"]) in at_side:
                at_side[side] += guest.n_people
        crowded = sum(max(0, n - 2) for n in at_seat.values())
        wrong = sum(bool(guest.door) and guest.door != door for guest, door in zip(guests, wanted, strict=True))
        return crowded, wrong, len(at_side) * sum(n * n for n in at_side.values()) - sum(at_side.values()) ** 2

    pairs = [guest for guest in sitting if guest.pair]
    found = sitting
    while True:
        changed = [_changed(found, pair, other) for pair in pairs for other in sitting if not other.pair]
        best = min(changed, key=badness, default=found)
        if badness(best) >= badness(found):
            return found
        found = best


def _changed(guests: list[Guest], one: Guest, other: Guest) -> list[Guest]:
    change = {one.id: other, other.id: one}
    return [change.get(guest.id, guest) for guest in guests]


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


def _groups(case: Case, people: Sequence[Guest], seed: int, n_tables: int) -> list[list[Guest]]:
    pairs = {guest.id for guest in people if guest.pair}
    sizes = table_sizes(case, len(people) + len(pairs), len(pairs), n_tables)
    if len(sizes) == 1:
        return [list(people)]
    by_id = {guest.id: guest for guest in people}
    cards = [
        Card(key=guest.id, side=guest.door or "open", languages=tuple(dict.fromkeys((guest.lang, *guest.speaks))))
        for guest in people
    ]
    of_pairs = pairs_at(sizes, len(pairs))
    phones = [size - two for size, two in zip(sizes, of_pairs, strict=True)]
    seating = _with_pairs(groups(cards, phones, seed=seed), pairs, sorted(zip(phones, of_pairs, strict=True)))
    return [[by_id[key] for key in table.members] for table in seating.tables]


def _with_pairs(seating: Seating, pairs: set[str], wanted: Sequence[tuple[int, int]]) -> Seating:
    """Let people change tables until each has as many pairs as it has room for; the rules of groups lose least.

    Parameters
    ----------
    seating : Seating
    pairs : set of str
    wanted : sequence of (int, int)
        Of each table how many phones and how many pairs, in order.
    """
    while True:
        members = [table.members for table in seating.tables]
        order = sorted(members, key=lambda keys: (len(keys), len(pairs.intersection(keys))))
        more = [(keys, len(pairs.intersection(keys)) - n) for keys, (_phones, n) in zip(order, wanted, strict=True)]
        go = [key for keys, n in more if n > 0 for key in keys if key in pairs]
        come = [key for keys, n in more if n < 0 for key in keys if key not in pairs]
        if not go:
            return seating
        changes = ((one, other) for one in go[:MOST_TRIED] for other in come[:MOST_TRIED])
        seating = min((swap(seating, one, other) for one, other in changes), key=_faults)


def _faults(seating: Seating) -> tuple[float, ...]:
    return tuple(finding.amount for finding in seating.findings)
