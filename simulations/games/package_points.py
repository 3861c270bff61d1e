"""What a case of the package game is worth to whom: as a negotiation, in whole points, with the news so far."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from simulations.bargaining import Issue, Negotiation, Party
from simulations.games.talks import Option
from simulations.table import Case

Points = Mapping[str, tuple[int, ...]]
"""Term -> whole points of one side by option, in the order of the options."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


@lru_cache(maxsize=256)
def options_of(case: Case) -> Mapping[str, tuple[Option, ...]]:
    """Return the terms that are on the table, with their options, in the order of the case."""
    return MappingProxyType({name: tuple(term["options"]) for name, term in case.terms.items()})


@lru_cache(maxsize=256)
def points_of(case: Case, side: str, injects: tuple[str, ...] = ()) -> Points:
    """Return what each option is worth to a side; what an inject brought is added."""
    tables = [one.get("points", NOTHING) for one in _private(case, side, injects)]
    return MappingProxyType(
        {
            term: tuple(sum(table[term][place] for table in tables if term in table) for place in range(len(options)))
            for term, options in options_of(case).items()
        }
    )


def alone_of(case: Case, side: str, injects: tuple[str, ...] = ()) -> int:
    """Return the points that a side has without an agreement."""
    return sum(int(one.get("alone_points", 0)) for one in _private(case, side, injects))


def payoffs(case: Case, package: Mapping[str, Option], injects: tuple[str, ...] = ()) -> dict[str, int]:
    """Return what a package is worth to each side.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> fair = read_case("fair")
    >>> payoffs(fair, {name: options[0] for name, options in options_of(fair).items()})
    {'mill': 84, 'willow': 36}
    """
    places = places_of(case, package)
    return {
        side: sum(row[place] for row, place in zip(points_of(case, side, injects).values(), places, strict=True))
        for side in case.sides
    }


def places_of(case: Case, package: Mapping[str, Option]) -> tuple[int, ...]:
    """Return the places of a package's options, as ``simulations.bargaining`` names packages."""
    return tuple(options.index(package[term]) for term, options in options_of(case).items())


def package_at(case: Case, places: Iterable[int]) -> dict[str, Option]:
    """Return the package whose options stand at these places."""
    return {term: options[place] for (term, options), place in zip(options_of(case).items(), places, strict=True)}


@lru_cache(maxsize=64)
def negotiation_of(case: Case, injects: tuple[str, ...] = ()) -> Negotiation:
    """Return a case as ``simulations.bargaining`` reads it: terms as issues, sides as parties.

    Parameters
    ----------
    case : Case
        Of the package game.
    injects : tuple of str, optional
        News that came; what it changes is added.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> fair = negotiation_of(read_case("fair"))
    >>> fair.shape, [party.key for party in fair.parties]
    ((3, 4, 4, 3), ['mill', 'willow'])
    """
    issues = tuple(
        Issue(key=name, options=tuple(str(one) for one in options)) for name, options in options_of(case).items()
    )
    parties = tuple(
        Party(key=side, values=points_of(case, side, injects), reservation=alone_of(case, side, injects))
        for side in case.sides
    )
    return Negotiation(issues=issues, parties=parties)


def _private(case: Case, side: str, injects: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Return a side's own table, and what each inject adds to it."""
    news = (case.injects[name].get("private", NOTHING).get(side, NOTHING) for name in injects)
    return [case.sides[side].get("private", NOTHING), *news]
