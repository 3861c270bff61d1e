"""Who promises what in an agreement, and what the years are worth when some of it is left aside."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from simulations.games.agreements import mean_points, upkeep_of_others, values, year_under
from simulations.games.terms import Package, TermKind
from simulations.table import Case


class Promise(NamedTuple):
    """What one side has to do for one term.

    Attributes
    ----------
    side : str
    term : str
    """

    side: str
    term: str


LeftAside = frozenset[Promise]
"""Which promises are left aside."""

ALL_KEPT: LeftAside = frozenset()


class Order(StrEnum):
    """Whether water and payment wait for each other: a clause that any agreement with both can have.

    Attributes
    ----------
    FREE : str
        Each is owed, whatever the other side does.
    PAID_AFTER : str
        The payment is owed only when the decision was carried out as agreed.
    PAID_BEFORE : str
        The decision is owed only when the payment was made.
    IN_STEPS : str
        A part of one, then a part of the other: each side owes its next part when it has got the other's.
    """

    FREE = "free"
    PAID_AFTER = "paid_after"
    PAID_BEFORE = "paid_before"
    IN_STEPS = "in_steps"


def promises_in(case: Case, package: Package) -> tuple[Promise, ...]:
    """Return what each side has to do, in the order of the terms.

    A decision is carried out by the side that takes it, a payment by its payer. Care of works needs two: the keeper
    does the work, the other side carries its share. River data are given by both. A dry-year rule is carried out by
    nobody: it says how much was promised. A term of which nothing was agreed (its option is 0) promises nothing.
    """
    return tuple(Promise(side, term) for term, option in package.items() for side in _performers(case, term, option))


def _performers(case: Case, name: str, option: int) -> tuple[str, ...]:
    term = case.terms[name]
    if term["kind"] == TermKind.DECISION:
        return (case.seats[case.decisions[name]["seat"]]["side"],)
    if term["kind"] == TermKind.DRY_YEAR or not option:
        return ()
    return (term["payer"],) if term["kind"] == TermKind.PAYMENT else tuple(case.sides)


def in_force(case: Case, package: Package, left: LeftAside, order: Order = Order.FREE) -> Package:
    """Return the terms that are still carried out when these promises are left aside.

    Care of works goes on as long as its keeper does it. Data are shared only while both give them. What waits for a
    promise that is left aside is not owed.
    """
    kinds = {term: case.terms[term]["kind"] for term in package}
    stopped = {one.term for one in left if one.side == case.terms[one.term].get("keeper", one.side)}
    missing = {kinds[term] for term in stopped}
    if order in (Order.PAID_AFTER, Order.IN_STEPS) and TermKind.DECISION in missing:
        stopped |= {term for term in package if kinds[term] == TermKind.PAYMENT}
    if order in (Order.PAID_BEFORE, Order.IN_STEPS) and TermKind.PAYMENT in missing:
        stopped |= {term for term in package if kinds[term] == TermKind.DECISION}
    return {term: option for term, option in package.items() if term not in stopped}


def worth_when_left(
    case: Case, package: Package, left: LeftAside, card: str, *, order: Order = Order.FREE, years_after: int
) -> dict[str, int]:
    """Return what this year and those after it are worth to each side when these promises stay left aside.

    Parameters
    ----------
    case : Case
    package : mapping
    left : frozenset of Promise
    card : str
        This year's weather; the years after count as average ones.
    order : Order, optional
    years_after : int
        All years count alike.

    Returns
    -------
    dict of side to int
        Points. What is left aside is known to all; what is no longer settled each side decides as is best for it.
    """
    kept = in_force(case, package, left, order)
    by_card, mean = _lived(case, tuple(kept.items()))
    this_year = by_card[card] if card in by_card else year_under(case, card, kept).points
    own = _still_carried(case, package, kept, left)
    return {side: this_year[side] + years_after * mean[side] + (1 + years_after) * own[side] for side in case.sides}


@lru_cache(maxsize=4096)
def _lived(case: Case, kept: tuple[tuple[str, int], ...]) -> tuple[Mapping[str, Mapping[str, int]], Mapping[str, int]]:
    """Return what a year with these terms is worth to each side, by card and on average."""
    by_card = values(case, dict(kept))
    return MappingProxyType(by_card), MappingProxyType(mean_points(case, by_card))


def _still_carried(case: Case, package: Package, kept: Package, left: LeftAside) -> dict[str, int]:
    """Return what a year costs, or spares, where one side still carries its part of a term and the other does not."""
    points = dict.fromkeys(case.sides, 0)
    for one in promises_in(case, package):
        term = case.terms[one.term]
        if term["kind"] == TermKind.UPKEEP and one.term in kept and one in left:
            share = upkeep_of_others(term, package[one.term])
            points[one.side] += share
            points[term["keeper"]] -= share
        elif term["kind"] == TermKind.DATA and one.term not in kept and one not in left:
            points[one.side] -= term["cost_points"].get(one.side, 0)
    return points
