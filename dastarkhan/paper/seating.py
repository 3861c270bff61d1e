"""Who sits where: tables, seats by the case's own rules, and the language of every person."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulations.errors import KitError
from simulations.table import Case, Holder, Seat, seats_of

SMALLEST, LARGEST, IDEAL = 4, 8, 6
FEWEST, MOST = 4, 60
TABLES = 5
"""So many tables two trainers can look after; a large group sits at larger tables first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person at a table.

    Attributes
    ----------
    seat : Seat
        With the empty seats that this person also speaks for; only the first person of a shared seat has them.
    lang : str
        Code of the language of this person's cards.
    """

    seat: Seat
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """One table.

    Attributes
    ----------
    number : int
        From 1.
    people : tuple of Person
        In the order of the case's seats.
    """

    number: int
    people: tuple[Person, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages at this table, that of most people first."""
        spoken = [person.lang for person in self.people]
        return tuple(sorted(dict.fromkeys(spoken), key=lambda lang: (-spoken.count(lang), spoken.index(lang))))


def table_sizes(people: int) -> tuple[int, ...]:
    """Return how many people sit at each table, the largest first.

    As few tables of an odd size as can be, so that both banks are equal; then sizes near six.

    Raises
    ------
    KitError
        ``paper.people`` for fewer than 4 or more than 60 people.

    Examples
    --------
    >>> table_sizes(23), table_sizes(11), table_sizes(40)
    ((6, 6, 6, 5), (6, 5), (8, 8, 8, 8, 8))
    """
    if not FEWEST <= people <= MOST:
        raise KitError("paper.people", value=people, allowed=f"{FEWEST} – {MOST}")
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

    Both sides get equally many, required seats first; then come the seats of no side; whoever is left shares a seat.
    Empty seats are covered as the case says.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> [seat.id for seat in seats_for(read_case("ayna"), 5)]
    ['springs_water', 'springs_energy', 'gardens_farms', 'gardens_town', 'commission_secretary']
    """
    by_side = {side: _of_side(case, side) for side in case.sides}
    each = min(people // len(by_side), *(len(seats) for seats in by_side.values()))
    chosen = {seat for seats in by_side.values() for seat in seats[:each]}
    waiting = [seat for seat in case.seats if case.seats[seat]["side"] not in case.sides]
    waiting += [seat for seats in by_side.values() for seat in seats[each:]]
    chosen |= set(waiting[: people - len(chosen)])
    shared = list(seats_of(case, chosen))
    doubled = {shared[place % len(shared)].id for place in range(people - len(shared))}
    seats = []
    for seat in shared:
        if seat.id in doubled:
            seats += [
                Seat(id=seat.id, holder=Holder.PAIR, covers=seat.covers),
                Seat(id=seat.id, holder=Holder.PAIR),
            ]
        else:
            seats.append(Seat(id=seat.id, holder=Holder.PERSON, covers=seat.covers))
    return tuple(seats)


def _of_side(case: Case, side: str) -> list[str]:
    """Return a side's seats, the required ones first, then those that are named first."""
    seats = [seat for seat, about in case.seats.items() if about["side"] == side]
    return sorted(seats, key=lambda seat: not case.seats[seat].get("required", False))


def spread(languages: Mapping[str, int]) -> tuple[str, ...]:
    """Return a language for each person, mixed as evenly as can be, so that every table has its share.

    Parameters
    ----------
    languages : mapping of str to int
        How many people read each.

    Examples
    --------
    >>> spread({"kk": 4, "ru": 2})
    ('kk', 'ru', 'kk', 'kk', 'ru', 'kk')
    """
    order = list(languages)
    places = [
        ((2 * number + 1) / (2 * many), order.index(lang), lang)
        for lang, many in languages.items()
        for number in range(many)
    ]
    return tuple(lang for _, _, lang in sorted(places))


def even(languages: tuple[str, ...], people: int) -> dict[str, int]:
    """Return how many people read each language when nobody counted them.

    Examples
    --------
    >>> even(("kk", "ru", "prs"), 8)
    {'kk': 3, 'ru': 3, 'prs': 2}
    """
    whole, more = divmod(people, len(languages))
    return {lang: whole + (place < more) for place, lang in enumerate(languages)}


def seating(case: Case, languages: Mapping[str, int]) -> tuple[PaperTable, ...]:
    """Return the tables of a room.

    Parameters
    ----------
    case : Case
    languages : mapping of str to int
        How many people read each language; together they are the people of the room.

    Raises
    ------
    KitError
        ``paper.people`` for fewer than 4 or more than 60 people.
    """
    spoken = iter(spread(languages))
    tables = []
    for number, size in enumerate(table_sizes(sum(languages.values())), start=1):
        people = tuple(Person(seat=seat, lang=next(spoken)) for seat in seats_for(case, size))
        tables.append(PaperTable(number=number, people=people))
    return tuple(tables)
