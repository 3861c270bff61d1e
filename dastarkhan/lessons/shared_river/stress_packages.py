"""Which agreement meets the years when a person has none, and which of its terms can be changed."""

from functools import lru_cache

from dastarkhan.lessons.shared_river.found_more import possible
from simulations.games.agreements import Package
from simulations.table import Case

CHANGEABLE = ("dry_year", "data", "payment")
"""Kinds of terms, in the order in which they are offered."""


def changeable_terms(case: Case) -> tuple[str, ...]:
    """The terms of which one may be changed: the dry-year rule, sharing data, the payment."""
    return tuple(name for kind in CHANGEABLE for name, term in case.terms.items() if term["kind"] == kind)


@lru_cache(maxsize=16)
def sample_package(case: Case) -> Package:
    """A quickly made agreement: good for both in an average year, the highest such payment, no clause for dry years.

    Where there is no such package, the one with the highest payment.
    """
    found = possible(case, int(case.data["years"]))
    gains = found.dots - found.alone
    payments = [name for name, term in case.terms.items() if term["kind"] == "payment"]
    plain = [name for name, term in case.terms.items() if term["kind"] in ("dry_year", "data")]

    def rank(place: int) -> tuple[bool, bool, int, float]:
        package = found.packages[place]
        fixed = all(package[name] == case.terms[name]["options"][0] for name in plain)
        return (
            fixed,
            bool((gains[place] > 0).all()),
            sum(package[name] for name in payments),
            float(gains[place].sum()),
        )

    return found.packages[max(range(len(found.packages)), key=rank)]
