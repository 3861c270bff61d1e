"""Which agreement meets the years when a person has none, and which of its terms can be changed."""

from simulations.games.terms import Package
from simulations.table import Case

CHANGEABLE = ("dry_year", "data", "payment")
"""Kinds of terms, in the order in which they are offered."""


def changeable_terms(case: Case) -> tuple[str, ...]:
    """The terms of which one may be changed: the dry-year rule, sharing data, the payment."""
    return tuple(name for kind in CHANGEABLE for name, term in case.terms.items() if term["kind"] == kind)


def key_terms(case: Case, package: Package) -> tuple[str, ...]:
    """The two terms of a package that tell most about dry years: the payment and the rule, or what it has of them."""
    order = ("payment", "dry_year", "decision", "upkeep", "data")
    return tuple(sorted(package, key=lambda term: order.index(case.terms[term]["kind"])))[:2]
