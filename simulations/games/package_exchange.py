"""Package cases made of negotiations that come from elsewhere: names become slugs, values whole points."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from simulations.bargaining import Negotiation, Party
from simulations.games.package_schema import MOST_POINTS
from simulations.games.schema import RESERVED, SCHEMA
from simulations.games.talks import Option

__all__ = ["Exchanged", "package_data"]

ROUNDS = 10
FINE = 1_000
"""What lies between a party's worst and best package, in points, where its values are not whole."""

ROUNDING = Fraction(1, 10**12)
"""Numbers that differ from a fraction by less were meant as it."""

WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """A package case without its prose.

    Attributes
    ----------
    data : mapping
        All tables but ``text``; JSON-plain.
    names : mapping of str to str
        Dotted text keys of sides, terms and options, with the names that they had elsewhere.
    rounded : tuple of str
        Sides whose values had to be rounded.
    """

    data: Mapping[str, Any]
    names: Mapping[str, str]
    rounded: tuple[str, ...]


def package_data(negotiation: Negotiation, id: str, *, language: str = "en") -> Exchanged:
    """Return the tables of a package case that says the same as a negotiation.

    Each party becomes a side with one seat that is always taken. What a party has without an agreement becomes
    ``alone_points``. Values that are fractions become the smallest whole points that say the same; others, and those
    too large for a case, are rounded to 1,000 points between the worst and the best package.

    Parameters
    ----------
    negotiation : Negotiation
    id : str
        Of the new case.
    language : str, optional
        Of the prose that will be written.

    Examples
    --------
    >>> from simulations.bargaining import Issue
    >>> price = Issue(key="Price in $", options=("3.50", "4.00"))
    >>> buyer = Party(key="Buyer", values={"Price in $": [2, 0]}, reservation=1)
    >>> seller = Party(key="Seller", values={"Price in $": [0, 0.5]}, reservation=0.25)
    >>> made = package_data(Negotiation(issues=(price,), parties=(buyer, seller)), "trade")
    >>> made.data["terms"], made.data["sides"]["seller"]["private"]
    ({'price_in': {'options': ['o3_50', 'o4_00']}}, {'alone_points': 1, 'points': {'price_in': [0, 2]}})
    >>> made.names["terms.price_in.title"], made.rounded
    ('Price in $', ())
    """
    sides = _slugs([party.key for party in negotiation.parties], "side")
    terms = _slugs([issue.key for issue in negotiation.issues], "term")
    options = {issue.key: _options(issue.options) for issue in negotiation.issues}
    factors = {party.key: _factor(party) for party in negotiation.parties}
    data = {
        "schema": SCHEMA,
        "id": id,
        "game": "package",
        "language": language,
        "not_for": [],
        "sides": {
            sides[party.key]: {"private": _private(party, terms, factors[party.key])} for party in negotiation.parties
        },
        "seats": {f"{side}_speaker": {"side": side, "required": True} for side in sides.values()},
        "terms": {terms[name]: {"options": list(found)} for name, found in options.items()},
        "talks": {"rounds": ROUNDS},
    }
    return Exchanged(
        data=data,
        names=_names(negotiation, sides, terms, options),
        rounded=tuple(sides[key] for key, factor in factors.items() if factor is None),
    )


def _names(
    negotiation: Negotiation,
    sides: Mapping[str, str],
    terms: Mapping[str, str],
    options: Mapping[str, tuple[Option, ...]],
) -> dict[str, str]:
    named = {f"sides.{slug}.name": name for name, slug in sides.items()}
    for issue in negotiation.issues:
        term = f"terms.{terms[issue.key]}"
        named[f"{term}.title"] = issue.key
        named |= {
            f"{term}.options.{option}": name for option, name in zip(options[issue.key], issue.options, strict=True)
        }
    return named


def _private(party: Party, terms: Mapping[str, str], factor: int | None) -> dict[str, Any]:
    """Return a party's numbers times a factor that makes them whole; without one, rounded on a scale of `FINE`."""
    lows = {issue: 0.0 if factor else min(row) for issue, row in party.values.items()}
    room = sum(max(row) - min(row) for row in party.values.values())
    scale = factor or FINE / (room or 1.0)
    return {
        "alone_points": round((party.reservation - sum(lows.values())) * scale),
        "points": {
            terms[issue]: [round((value - lows[issue]) * scale) for value in row] for issue, row in party.values.items()
        },
    }


def _factor(party: Party) -> int | None:
    """Return the least number that makes a party's numbers whole points of a case; None where there is none."""
    numbers = [party.reservation, *(value for row in party.values.values() for value in row)]
    near = [Fraction(number).limit_denominator(FINE) for number in numbers]
    factor = lcm(*(one.denominator for one in near))
    whole = all(abs(one - Fraction(number)) <= ROUNDING for one, number in zip(near, numbers, strict=True))
    return factor if whole and factor * max(map(abs, near)) <= MOST_POINTS else None


def _options(names: tuple[str, ...]) -> tuple[Option, ...]:
    """Return whole numbers where all options are, else slugs."""
    if all(WHOLE_NUMBER.fullmatch(name) for name in names):
        return tuple(int(name) for name in names)
    return tuple(_slugs(names, "o").values())


def _slugs(names: Iterable[str], word: str) -> dict[str, str]:
    """Return a slug for each name, all different; `word` stands in front where a name begins with no letter."""
    found: dict[str, str] = {}
    for name in names:
        slug = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        if not slug or slug in RESERVED:
            slug = f"{word}_{slug}".rstrip("_")
        elif not slug[0].isalpha():
            slug = f"{word}{slug}"
        taken, number = set(found.values()), 2
        found[name] = slug
        while found[name] in taken:
            found[name], number = f"{slug}_{number}", number + 1
    return found
