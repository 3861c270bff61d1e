"""Anonymous seat cards: what a person lets the room know, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from simulations.errors import ModelError
from simulations.teamwork.names import read_keys, read_kind

MOST_PEOPLE = 60
"""A table is kept as the bits of one 64-bit number."""
MOST_WISHES = 3


class Gender(StrEnum):
    """What a card may say, or leave open."""

    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A seat card: a number or a sign, with neither name nor nationality.

    Parameters
    ----------
    key : str
        The card's own sign, such as its number.
    side : str
        The bank, town or region that the person sits for.
    languages : sequence of str
        What the person can talk in, as codes; at least one.
    gender : Gender, str or None
        ``"woman"``, ``"man"``, or None where the card leaves it open.
    apart, together : sequence of str
        Keys of cards that the person asks not to sit with, or to sit with; at most three each. A wish about
        somebody who is not in the room waits.

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated``, ``teamwork.unknown``, ``teamwork.too_many`` or
        ``teamwork.bad_wish``.

    Examples
    --------
    >>> Card(key="7", side="springs", languages=["a", "b"], gender="woman").gender
    <Gender.WOMAN: 'woman'>
    """

    key: str
    side: str
    languages: tuple[str, ...]
    gender: Gender | None = None
    apart: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        languages = read_keys(f"{self.key}.languages", self.languages, empty=False)
        object.__setattr__(self, "languages", languages)
        if self.gender is not None:
            object.__setattr__(self, "gender", read_kind(f"{self.key}.gender", self.gender, Gender))
        for wish in ("apart", "together"):
            wishes = read_keys(f"{self.key}.{wish}", getattr(self, wish))
            _check_number(f"{self.key}.{wish}", len(wishes), MOST_WISHES)
            object.__setattr__(self, wish, wishes)
        for other in (*self.apart, *self.together):
            if other == self.key or (other in self.apart and other in self.together):
                raise ModelError("teamwork.bad_wish", key=self.key, value=other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Who sat together at a former meeting, and who bridged.

    Parameters
    ----------
    tables : sequence of sequences of str
        Keys of cards, a table each.
    bridges : sequence of str
        Keys of those who bridged.

    Examples
    --------
    >>> Meeting(tables=[["1", "2"], ["3", "4"]], bridges=["2"]).tables
    (('1', '2'), ('3', '4'))
    """

    tables: tuple[tuple[str, ...], ...]
    bridges: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", tuple(tuple(table) for table in self.tables))
        object.__setattr__(self, "bridges", read_keys("bridges", self.bridges))
        read_keys("tables", (key for table in self.tables for key in table))


def read_cards(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return the cards by key, so that their order cannot matter.

    Raises
    ------
    ModelError
        ``teamwork.nothing_there``, ``teamwork.repeated`` or ``teamwork.too_many``.
    """
    read = tuple(sorted(cards, key=lambda card: card.key))
    read_keys("cards", (card.key for card in read), empty=False)
    _check_number("cards", len(read), MOST_PEOPLE)
    return read


def _check_number(key: str, number: int, most: int) -> None:
    if number > most:
        raise ModelError("teamwork.too_many", key=key, value=number, allowed=most)
