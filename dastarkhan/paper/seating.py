"""Who sits where: tables, seats by the case's own rules, and the language of every person."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulations.errors import KitError
from simulations.games.seating import seats_for, table_sizes
from simulations.table import Case, Seat

FEWEST, MOST = 4, 60


class SpokenRoom:
    """What a river's room and a lesson's room share: people by language, the trainers' language first."""

    __slots__ = ()
    people: Mapping[str, int]

    @property
    def trainers(self) -> str:
        """The trainers' language: the one that was named first."""
        return next(iter(self.people))

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of the room, the trainers' first."""
        return tuple(self.people)


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
    people = sum(languages.values())
    if not FEWEST <= people <= MOST:
        raise KitError("paper.people", value=people, allowed=f"{FEWEST} – {MOST}")
    spoken = iter(spread(languages))
    tables = []
    for number, size in enumerate(table_sizes(case, people), start=1):
        seated = tuple(Person(seat=seat, lang=next(spoken)) for seat in seats_for(case, size))
        tables.append(PaperTable(number=number, people=seated))
    return tuple(tables)
