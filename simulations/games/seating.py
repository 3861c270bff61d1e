"""How a room sits down: how many people at a table, and which seats of a case so many people take."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from simulations.games.delegations import LEAST_SIDES
from simulations.table import Case, Holder, Seat, seats_of

SMALLEST, LARGEST, IDEAL = 4, 8, 6
TABLES = 5
"""So many tables two trainers can look after; a large group sits at larger tables first."""


def table_sizes(case: Case, people: int, pairs: int = 0, n_tables: int = 0) -> tuple[int, ...]:
    """Return how many people sit at each table, the largest first.

    As few tables as can be at which the sides are unequal; then sizes near six, or near four where a case has four
    seats on its sides. Nobody is without a seat of the own while more tables are possible, and at least two seats
    are held at each.

    Parameters
    ----------
    case : Case
    people : int
    pairs : int, optional
        So many times two of them hold a seat together.
    n_tables : int, optional
        So many tables and no other number, one of `tables_possible`; 0 where the kit may choose.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> river, gate = read_case("ayna"), read_case("gate")
    >>> table_sizes(river, 23), table_sizes(river, 11), table_sizes(river, 40)
    ((6, 6, 6, 5), (6, 5), (8, 8, 8, 8, 8))
    >>> table_sizes(gate, 13), table_sizes(gate, 7), table_sizes(gate, 6, pairs=3)
    ((5, 4, 4), (4, 3), (6,))
    >>> table_sizes(river, 26), table_sizes(river, 26, n_tables=5)
    ((8, 6, 6, 6), (6, 6, 6, 4, 4))
    """
    seats = max(LEAST_SIDES, min(LARGEST, len(case.seats)))
    ideal = _ideal(case)
    for largest in range(seats, LARGEST + 1):  # more than there are seats only where pairs hold them
        most = max(TABLES, -(-people // (largest - largest % 2)))  # enough for even tables
        numbers = (n_tables,) if n_tables else range(1, most + 1)
        for least in range(min(SMALLEST, ideal), LEAST_SIDES - 1, -1):
            found = [sizes for n in numbers for sizes in _ways(people, n, least, largest)]
            fitting = [sizes for sizes in found if _room_for_pairs(sizes) >= pairs]
            if fitting:
                return min(fitting, key=lambda sizes: _worth(sizes, pairs, ideal))
    return (people,)


def tables_possible(case: Case, people: int, pairs: int = 0) -> tuple[int, ...]:
    """Return at how many tables so many people can sit: four to eight at each, and everybody with a seat of the own.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> tables_possible(read_case("ayna"), 26), tables_possible(read_case("gate"), 24)
    ((4, 5, 6), (5, 6))
    """
    least = max(-(-people // LARGEST), -(-(people - pairs) // len(case.seats)))
    numbers = range(least, people // SMALLEST + 1)
    return tuple(n for n in numbers if n and len(table_sizes(case, people, pairs, n)) == n)


def pairs_at(sizes: tuple[int, ...], pairs: int) -> tuple[int, ...]:
    """Return how many pairs sit at each table, so that about as many seats are held at all of them.

    Examples
    --------
    >>> pairs_at((7, 6, 6), 1), pairs_at((6, 6), 4)
    ((1, 0, 0), (2, 2))
    """
    found = [0] * len(sizes)
    for _ in range(pairs):
        place = max(range(len(sizes)), key=lambda one: (found[one] < _most_pairs(sizes[one]), sizes[one] - found[one]))
        found[place] += 1
    return tuple(found)


def _ideal(case: Case) -> int:
    """Return the largest number, up to six, of people that gives all sides equally many seats."""
    each = min(len(_of_side(case, side)) for side in case.sides)
    return max((n * len(case.sides) for n in range(1, each + 1) if n * len(case.sides) <= IDEAL), default=IDEAL)


def _most_pairs(size: int) -> int:
    return min(size // 2, size - LEAST_SIDES)


def _room_for_pairs(sizes: tuple[int, ...]) -> int:
    return sum(map(_most_pairs, sizes))


def _ways(people: int, tables: int, least: int, largest: int) -> Iterator[tuple[int, ...]]:
    """Find every way to fill so many tables, none larger than the one before it."""
    if tables == 0:
        yield from [()] if people == 0 else []
        return
    for size in range(max(least, -(-people // tables)), min(largest, people - least * (tables - 1)) + 1):
        yield from ((size, *rest) for rest in _ways(people - size, tables - 1, least, size))


def _worth(sizes: tuple[int, ...], pairs: int, ideal: int) -> tuple[int, int, int, int]:
    """Rank a way to seat people, the best first: tables where an odd number of seats is held, distance from the ideal
    size, unequal tables, tables."""
    odd = sum((size - two) % 2 for size, two in zip(sizes, pairs_at(sizes, pairs), strict=True))
    return odd, sum(abs(size - ideal) for size in sizes), sizes[0] - sizes[-1], len(sizes)


def seats_for(case: Case, people: int) -> tuple[Seat, ...]:
    """Return one seat for each person at a table, in the order of the case.

    All sides get equally many, required seats first; then come the seats of no side; whoever is left shares a seat,
    on each side in turn. Empty seats are covered as the case says. Where fewer people come than there are sides,
    partners take what a case cannot do without.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> [seat.id for seat in seats_for(read_case("ayna"), 5)]
    ['springs_water', 'springs_energy', 'gardens_farms', 'gardens_town', 'commission_secretary']
    >>> [(seat.id, seat.holder.value) for seat in seats_for(read_case("fair"), 1)]
    [('mill_growers', 'person'), ('willow_bakers', 'partner')]
    """
    shared = seats_of(case, _chosen(case, people))
    order = tuple(_in_turn(case, shared))
    extra = Counter(order[place % len(order)] for place in range(people - len(shared)))
    seats = []
    for place, seat in enumerate(shared):
        if extra[seat.id]:
            seats.append(Seat(id=seat.id, holder=Holder.PAIR, covers=seat.covers))
            seats += [Seat(id=seat.id, holder=Holder.PAIR)] * extra[seat.id]
        else:
            holder = Holder.PERSON if place < people else Holder.PARTNER
            seats.append(Seat(id=seat.id, holder=holder, covers=seat.covers))
    return tuple(seats)


def _in_turn(case: Case, seats: tuple[Seat, ...]) -> Iterator[str]:
    """Name seats of each side in turn, and those of no side last."""
    by_side = [[seat.id for seat in seats if case.seats[seat.id]["side"] == side] for side in case.sides]
    for rank in zip_longest(*by_side):
        yield from (seat for seat in rank if seat is not None)
    yield from (seat.id for seat in seats if case.seats[seat.id]["side"] not in case.sides)


def _chosen(case: Case, people: int) -> set[str]:
    by_side = {side: _of_side(case, side) for side in case.sides}
    each = min(people // len(by_side), *(len(seats) for seats in by_side.values()))
    if each == 0:
        required = [seat for seat, about in case.seats.items() if about.get("required", False)]
        firsts = [seats[0] for seats in by_side.values() if seats[0] not in required]
        return {*required, *firsts[: max(people, LEAST_SIDES) - len(required)]}
    chosen = {seat for seats in by_side.values() for seat in seats[:each]}
    waiting = [seat for seat in case.seats if case.seats[seat]["side"] not in case.sides]
    waiting += [seat for seats in by_side.values() for seat in seats[each:]]
    return chosen | set(waiting[: people - len(chosen)])


def _of_side(case: Case, side: str) -> list[str]:
    """Return a side's seats, the required ones first, then those that are named first."""
    seats = [seat for seat, about in case.seats.items() if about["side"] == side]
    return sorted(seats, key=lambda seat: not case.seats[seat].get("required", False))
