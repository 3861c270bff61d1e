"""What a trainer should know of a package case before it comes to a room."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulations.bargaining.packages import MOST_PACKAGES, all_payoffs
from simulations.games.delegations import agreement_rule
from simulations.games.package_debrief import possible
from simulations.games.package_points import alone_of, negotiation_of, options_of, points_of
from simulations.games.talks import Option
from simulations.table import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFacts:
    """One term of a package case.

    Attributes
    ----------
    weights : mapping of side to int
        How far the side's points lie apart in this term, in percent of all its terms: how much it matters.
    liked_by_all : option or None
        The option that is best for every side; then there is nothing to trade here.
    enough_alone : int
        How many options would be enough for every side if this term alone were on the table.
    """

    weights: Mapping[str, int]
    liked_by_all: Option | None
    enough_alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFacts:
    """A package case in numbers; what would need too many packages to be looked at is None.

    Attributes
    ----------
    packages : int
    zone : int or None
        Packages that leave no side with less than it has alone.
    frontier : int or None
        Packages that cannot be made better for one side without harm to another.
    both : int or None
        Packages of the frontier inside the zone.
    agreeable : int or None
        Packages that the sides whose yes is needed could agree to.
    forgotten : mapping of side to int, or None
        In how many of these a side would have less than alone.
    no_gain : mapping of side to int, or None
        In how many packages of the zone a side would have just what it has alone.
    terms : mapping of term to TermFacts
    """

    packages: int
    zone: int | None
    frontier: int | None
    both: int | None
    agreeable: int | None
    forgotten: Mapping[str, int] | None
    no_gain: Mapping[str, int] | None
    terms: Mapping[str, TermFacts]


def package_facts(case: Case) -> PackageFacts:
    """Return what there is to agree on, term by term and together, and who may be forgotten.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> facts = package_facts(read_case("fair"))
    >>> facts.packages, facts.zone, {name: term.enough_alone for name, term in facts.terms.items()}
    (144, 39, {'where': 0, 'when': 0, 'costs': 0, 'takings': 0})
    """
    known, who = possible(case), _left_out(case)
    return PackageFacts(
        packages=known["packages"],
        zone=known["zone"],
        frontier=known["frontier"],
        both=known["both"],
        agreeable=who[0] if who else None,
        forgotten=who[1] if who else None,
        no_gain=who[2] if who else None,
        terms={name: _term(case, name, options) for name, options in options_of(case).items()},
    )


def _term(case: Case, term: str, options: tuple[Option, ...]) -> TermFacts:
    rows = np.array([points_of(case, side)[term] for side in case.sides])
    alone = np.array([alone_of(case, side) for side in case.sides])
    spans = {side: {name: max(row) - min(row) for name, row in points_of(case, side).items()} for side in case.sides}
    best = (rows == rows.max(axis=1, keepdims=True)).all(axis=0)
    return TermFacts(
        weights={side: round(100 * span[term] / max(sum(span.values()), 1)) for side, span in spans.items()},
        liked_by_all=options[int(best.argmax())] if best.any() else None,
        enough_alone=int((rows >= alone[:, None]).all(axis=0).sum()),
    )


def _left_out(case: Case) -> tuple[int, dict[str, int], dict[str, int]] | None:
    """Return how many packages could be agreed, in how many each side loses, and in how many of the zone it gains 0."""
    negotiation, sides = negotiation_of(case), tuple(case.sides)
    if negotiation.n_packages > MOST_PACKAGES:
        return None
    gains = all_payoffs(negotiation) - negotiation.reservations
    good = gains >= 0
    needed, quorum = agreement_rule(case.data["talks"], sides)
    agreeable = good[:, [sides.index(side) for side in needed]].all(axis=1) & (good.sum(axis=1) >= quorum)
    zone = good.all(axis=1)
    forgotten = {side: int((agreeable & ~good[:, at]).sum()) for at, side in enumerate(sides)}
    no_gain = {side: int((zone & (gains[:, at] == 0)).sum()) for at, side in enumerate(sides)}
    return int(agreeable.sum()), forgotten, no_gain
