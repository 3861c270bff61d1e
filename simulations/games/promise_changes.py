"""Which one change of an agreement would make both sides keep it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulations.games.agreements import alone_points, mean_points, values
from simulations.games.promise_keeping import HOLDS, driest_card, normal_card, would_keep
from simulations.games.promises import Order
from simulations.games.terms import Package, TermKind
from simulations.stability import Stability
from simulations.table import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change with which both sides would keep everything.

    Attributes
    ----------
    term : str or None
        The term that gets another option; None when only the order changes.
    package : mapping of str to int
        The agreement with the change.
    order : Order
    holds : Stability
        ``NASH`` or ``SEQ``, the weaker of all weathers.
    points : mapping of side to int
        What the change brings each side in an average year, against the agreement without it.
    """

    term: str | None
    package: Package
    order: Order
    holds: Stability
    points: Mapping[str, int]


def changes_that_hold(case: Case, package: Package) -> tuple[Change, ...]:
    """Return every single change with which an agreement holds in a normal year and in the driest one.

    Looked through are all other options of each term of the case, also of terms that were not agreed, and payment and
    water that wait for each other. A change counts when no side would then leave anything aside (in the sense of Nash
    or of sequential stability), and neither is worse off than acting alone in an average year.

    Parameters
    ----------
    case : Case
    package : mapping of str to int

    Returns
    -------
    tuple of Change
        First the one that costs least to the side which it costs most; of equals, the firmest. Empty when no single
        change is enough.

    Raises
    ------
    KitError
        ``river.unknown_package``.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> high = {"summer_release": 55, "payment": 260}
    >>> [(one.term, one.package[one.term]) for one in changes_that_hold(read_case("ayna"), high)[:3]]
    [('dry_year_rule', 1), ('payment', 180), ('payment', 140)]
    """
    return _changes(case, tuple(package.items()))


@lru_cache(maxsize=64)
def _changes(case: Case, agreed: tuple[tuple[str, int], ...]) -> tuple[Change, ...]:
    package = dict(agreed)
    before = mean_points(case, values(case, package))
    found = [
        change
        for term, other, order in _candidates(case, package)
        if (change := _tried(case, term, other, order, before))
    ]
    return tuple(
        sorted(found, key=lambda one: (-min(one.points.values()), HOLDS.index(one.holds), -sum(one.points.values())))
    )


def _candidates(case: Case, package: Package) -> Iterator[tuple[str | None, Package, Order]]:
    for term, about in case.terms.items():
        nothing = None if about["kind"] == TermKind.DECISION else about["options"][0]
        for option in about["options"]:
            if option != package.get(term, nothing):
                yield term, {**package, term: option}, Order.FREE
    kinds = {case.terms[term]["kind"] for term, option in package.items() if option}
    if {TermKind.DECISION, TermKind.PAYMENT} <= kinds:
        yield from ((None, package, order) for order in Order if order is not Order.FREE)


def _tried(case: Case, term: str | None, package: Package, order: Order, before: Mapping[str, int]) -> Change | None:
    after, alone = mean_points(case, values(case, package)), alone_points(case)
    if any(after[side] < alone[side] for side in case.sides):
        return None
    held = []
    for card in (driest_card(case), normal_card(case)):
        holds = would_keep(case, package, card=card, order=order).holds
        if holds not in (Stability.NASH, Stability.SEQ):
            return None
        held.append(holds)
    points = {side: after[side] - before[side] for side in case.sides}
    return Change(term=term, package=package, order=order, holds=max(held, key=HOLDS.index), points=points)
