"""How a room sits down: how many people at a table, and which seats of a case so many people take."""

from simulations.games.delegations import LEAST_SIDES
from simulations.table import Case, Holder, Seat, seats_of

SMALLEST, LARGEST, IDEAL = 4, 8, 6
TABLES = 5
"""So many tables two trainers can look after; a large group sits at larger tables first."""


def table_sizes(people: int) -> tuple[int, ...]:
    """Return how many people sit at each table, the largest first.

    As few tables of an odd size as can be, so that both banks are equal; then sizes near six.

    Parameters
    ----------
    people : int
        At least four.

    Examples
    --------
    >>> table_sizes(23), table_sizes(11), table_sizes(40)
    ((6, 6, 6, 5), (6, 5), (8, 8, 8, 8, 8))
    """
    most = max(TABLES, -(-people // LARGEST))
    found = [sizes for n in range(1, most + 1) for sizes in _ways(people, n, LARGEST)]
    return min(found, key=_worth)


def _ways(people: int, tables: int, largest: int) -> list[tuple[int, ...]]:
    """Return every way to fill so many tables, none larger than the one before it."""
    if tables == 0:
        return [()] if people == 0 else []
    sizes = range(max(SMALLEST, -(-people // tables)), min(largest, people) + 1)
    return [(size, *rest) for size in sizes for rest in _ways(people - size, tables - 1, size)]


def _worth(sizes: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Rank a way to seat people, the best first: odd tables, distance from the ideal size, unequal tables, tables."""
    odd = sum(size % 2 for size in sizes)
    return odd, sum(abs(size - IDEAL) for size in sizes), sizes[0] - sizes[-1], len(sizes)


def seats_for(case: Case, people: int) -> tuple[Seat, ...]:
    """Return one seat for each person at a table, in the order of the case.

    All sides get equally many, required seats first; then come the seats of no side; whoever is left shares a seat.
    Empty seats are covered as the case says. Where fewer people come than there are sides, partners take what a case
    cannot do without.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> [seat.id for seat in seats_for(read_case("ayna"), 5)]
    ['springs_water', 'springs_energy', 'gardens_farms', 'gardens_town', 'commission_secretary']
    >>> [(seat.id, seat.holder.value) for seat in seats_for(read_case("fair"), 1)]
    [('mill_growers', 'person'), ('willow_bakers', 'partner')]
    """
    chosen = _chosen(case, people)
    shared = list(seats_of(case, chosen))
    extra = max(0, people - len(shared))
    doubled = {shared[place % len(shared)].id for place in range(extra)}
    seats = []
    for place, seat in enumerate(shared):
        if seat.id in doubled:
            seats += [
                Seat(id=seat.id, holder=Holder.PAIR, covers=seat.covers),
                Seat(id=seat.id, holder=Holder.PAIR),
            ]
        else:
            holder = Holder.PERSON if place < people else Holder.PARTNER
            seats.append(Seat(id=seat.id, holder=holder, covers=seat.covers))
    return tuple(seats)


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
