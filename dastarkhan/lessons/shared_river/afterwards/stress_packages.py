"""Which agreement meets the years when a person has none, and which of its terms can be changed."""

from functools import lru_cache

from dastarkhan.lessons.shared_river.afterwards.found_more import possible
from simulations.games.stress import stress_test
from simulations.games.terms import Package
from simulations.table import Case

YEARS = 200
SEED = 11
"""Of the first years that are drawn; each new drawing takes the next number."""

CHANGEABLE = ("dry_year", "data", "payment")
"""Kinds of terms, in the order in which they are offered."""


def changeable_terms(case: Case) -> tuple[str, ...]:
    """The terms of which one may be changed: the dry-year rule, sharing data, the payment."""
    return tuple(name for kind in CHANGEABLE for name, term in case.terms.items() if term["kind"] == kind)


def key_terms(case: Case, package: Package) -> tuple[str, ...]:
    """The two terms of a package that tell most about dry years: the payment and the rule, or what it has of them."""
    order = ("payment", "dry_year", "decision", "upkeep", "data")
    return tuple(sorted(package, key=lambda term: order.index(case.terms[term]["kind"])))[:2]


@lru_cache(maxsize=16)
def sample_package(case: Case) -> Package:
    """A quickly made agreement: good for both in an average year, no clause for dry years, and dry years break it.

    Of those the one with the highest payment. Where there is no such package, the one that comes nearest.
    """
    found = possible(case, int(case.data["years"]))
    gains = found.dots - found.alone
    payments = [name for name, term in case.terms.items() if term["kind"] == "payment"]
    plain = [name for name, term in case.terms.items() if term["kind"] in ("dry_year", "data")]

    def rank(place: int) -> tuple[bool, bool, bool, int, float]:
        package = found.packages[place]
        fixed = all(package[name] == case.terms[name]["options"][0] for name in plain)
        good = bool((gains[place] > 0).all())
        return (
            fixed,
            good,
            fixed and good and bool(stress_test(case, package, years=YEARS, seed=SEED).breaks),
            sum(package[name] for name in payments),
            float(gains[place].sum()),
        )

    return found.packages[max(range(len(found.packages)), key=rank)]
