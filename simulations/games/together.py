"""What both sides together could have had in a year: the most points of all that the rules let them do."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from simulations.games.agreements import YearUnder, year_under
from simulations.games.outcomes import together_decisions
from simulations.games.terms import Package, TermKind, packages
from simulations.table import Case


@lru_cache(maxsize=256)
def best_together(case: Case, year: int, card: str, injects: tuple[str, ...] = ()) -> YearUnder:
    """Return the year that brings both sides together most, in this weather, with these injects.

    Every package of the year counts, and no agreement too, each with every way to decide what it leaves free. So no
    year that was lived brings more. In a case without talks it is the best way to decide. A payment moves points and
    makes none: among payments it is the one by which the side that gains least over acting alone gains most.
    """
    if "talks" not in case.data:
        return year_under(case, card, None, decided=together_decisions(case.data["outcomes"], card), injects=injects)
    listed = packages(case, year)
    payments = {name: term["options"][0] for name, term in case.terms.items() if term["kind"] == TermKind.PAYMENT}
    unpaid = (
        package for package in listed if all(payments.get(name, value) == value for name, value in package.items())
    )
    lived = (one for package in (None, *unpaid) for one in _ways(case, package, card, injects))
    best = max(lived, key=lambda one: sum(one.points.values()))
    return _fairly_paid(case, best, listed, tuple(payments), injects)


def _ways(case: Case, package: Package | None, card: str, injects: tuple[str, ...]) -> Iterator[YearUnder]:
    """Yield the year with every way to decide what the package leaves free."""
    free = {name: decision["options"] for name, decision in case.decisions.items() if name not in (package or {})}
    for values in product(*free.values()):
        yield year_under(case, card, package, decided=dict(zip(free, values, strict=True)), injects=injects)


def _fairly_paid(
    case: Case, best: YearUnder, listed: tuple[Package, ...], payments: tuple[str, ...], injects: tuple[str, ...]
) -> YearUnder:
    """Return the same year with the payment that leaves the least gain over acting alone largest."""
    if best.package is None:
        return best
    rest = {name: value for name, value in best.package.items() if name not in payments}
    alone = year_under(case, best.card, None, injects=injects).points
    paid = [
        year_under(case, best.card, package, decided=best.decisions, injects=injects)
        for package in listed
        if rest.items() <= package.items()
    ]
    return max(paid, key=lambda one: min(one.points[side] - alone[side] for side in alone))
