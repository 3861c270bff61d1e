"""Four ideas of a good agreement, each a function ``negotiation -> Deal``."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import lcm

import numpy as np

from simulations.bargaining.frontier import merged
from simulations.bargaining.goals import Goal, Product, SmallestSums, finest, whole_gains
from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.packages import Packages
from simulations.bargaining.search import Package, best_package, first_inside, some_inside

MOST_PAIRS = 2 * 10**8
"""With three and more parties, the longest step in which the frontier is merged; else a search takes its place."""

Best = Callable[[Goal], Package | None]
"""Finds the first of the best packages in the agreement zone; None without a zone."""

Aim = Callable[[Negotiation, Best], Goal | None]
"""Says what a solution raises, which may depend on what is possible; None where it meets no zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A package that was agreed, or no agreement (then it is falsy).

    Parameters
    ----------
    package : tuple of int or None
        The place of the chosen option on every issue; None without an agreement.
    payoffs : tuple of float
        What each party has; its reservation without an agreement.
    """

    package: tuple[int, ...] | None
    payoffs: tuple[float, ...]

    def __bool__(self) -> bool:
        return self.package is not None


def nash_solution(negotiation: Negotiation) -> Deal:
    """Return the package with the largest product of the gains over the reservations.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_hard``.

    Notes
    -----
    Where every package leaves somebody without a gain, as many parties as possible gain, and the product is taken
    over those who do: the result stays on the Pareto frontier. If it could be one group or another, it is the group
    of the first such package, for products in different units cannot be compared.

    References
    ----------
    J. F. Nash (1950), Econometrica 18:155-162, doi:10.2307/1907266.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [2, 5, 8]}, reservation=2)
    >>> nash_solution(Negotiation(issues=(water,), parties=(springs, gardens)))
    Deal(package=(1,), payoffs=(4.0, 5.0))
    """
    return _deal(negotiation, largest_product)


def kalai_smorodinsky(negotiation: Negotiation) -> Deal:
    """Return the package whose gains come nearest to the same share of what each party can hope for.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_hard``.

    Notes
    -----
    A gain is measured as a share of the party's largest gain inside the agreement zone. The solution of Kalai
    and Smorodinsky gives everybody the same share. A list of packages seldom has such a point; here it is the
    lexicographic maximin: the smallest share as large as possible, then the second smallest, and so on.

    References
    ----------
    E. Kalai and M. Smorodinsky (1975), Econometrica 43:513-518, doi:10.2307/1914280.
    H. Imai (1983), Econometrica 51:389-401, doi:10.2307/1911997 (lexicographic maximin).
    """
    return _deal(negotiation, equal_shares)


def egalitarian(negotiation: Negotiation) -> Deal:
    """Return the package that gives the least gain as much as possible, then the second least, and so on.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_hard``.

    Notes
    -----
    Gains over the reservation are compared as they are. That makes sense only when a point is worth the same
    to everybody.

    References
    ----------
    E. Kalai (1977), Econometrica 45:1623-1630, doi:10.2307/1913954.
    """
    return _deal(negotiation, equal_gains)


def utilitarian(negotiation: Negotiation) -> Deal:
    """Return the package with the largest sum of gains.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_hard``.

    Notes
    -----
    Adds up the points of different parties. That makes sense only when a point is worth the same to everybody.
    """
    return _deal(negotiation, largest_sum)


def _deal(negotiation: Negotiation, aim: Aim) -> Deal:
    """Return the deal that is best for a goal; both ways of finding it give the same."""
    frontier = merged(negotiation, least=negotiation.reservations, most_pairs=MOST_PAIRS)
    best: Best = partial(best_package, negotiation)
    if isinstance(frontier, Packages):
        best = partial(best_of, negotiation, frontier)
    return reached(negotiation, aim, best)


def reached(negotiation: Negotiation, aim: Aim, best: Best) -> Deal:
    """Return the deal that is best for a goal, by a way of finding the best."""
    goal = aim(negotiation, best)
    package = best(goal) if goal else None
    payoffs = negotiation.reservations if package is None else negotiation.payoffs(package)
    return Deal(package=package, payoffs=tuple(payoffs.tolist()))


def best_of(negotiation: Negotiation, frontier: Packages, goal: Goal) -> Package | None:
    """Return the first of the frontier's best packages.

    What is beaten is worse for every goal, and of packages worth the same the frontier holds the first. So this is
    the first of all best packages, too.
    """
    gains = whole_gains(frontier.payoffs, negotiation.reservations, finest(negotiation))
    row = max(range(len(gains)), key=lambda row: goal.rank(gains[row]), default=None)
    return None if row is None else tuple(frontier.packages[row].tolist())


def largest_product(negotiation: Negotiation, best: Best) -> Goal | None:
    """Return the product over all parties, or over the first of the largest groups that can gain together."""
    least, parties = negotiation.reservations, tuple(range(len(negotiation.parties)))
    if some_inside(negotiation, _more(least, parties)) is not None:
        return Product(parties=parties)
    if some_inside(negotiation, least) is None:
        return None
    for n_winners in range(len(parties) - 1, 0, -1):
        groups = combinations(parties, n_winners)
        firsts = [(found, group) for group in groups if (found := first_inside(negotiation, _more(least, group)))]
        if firsts:
            return Product(parties=min(firsts)[1])
    return largest_sum(negotiation, best)  # nobody can gain: all that can be agreed is worth the same


def equal_gains(negotiation: Negotiation, best: Best) -> Goal:
    """Return the lexicographic maximin of the gains."""
    return _maximin((1,) * len(negotiation.parties))


def equal_shares(negotiation: Negotiation, best: Best) -> Goal | None:
    """Return the lexicographic maximin of the gains as shares of each party's largest gain in the zone."""
    n_parties, hopes = len(negotiation.parties), []
    for party in range(n_parties):
        package = best(SmallestSums(units=(1,) * n_parties, n_least=(1,), parties=(party,)))
        if package is None:
            return None
        payoffs = negotiation.payoffs(package)[None]
        hopes.append(whole_gains(payoffs, negotiation.reservations, finest(negotiation))[0][party])
    # Whole numbers in the place of shares; whoever cannot gain has 0 by any measure.
    common = lcm(*(hope for hope in hopes if hope > 0))
    return _maximin(tuple(common // max(hope, 1) for hope in hopes))


def largest_sum(negotiation: Negotiation, best: Best) -> Goal:
    """Return the sum of all gains."""
    n_parties = len(negotiation.parties)
    return SmallestSums(units=(1,) * n_parties, n_least=(n_parties,), parties=tuple(range(n_parties)))


def _maximin(units: tuple[int, ...]) -> Goal:
    n_parties = len(units)
    return SmallestSums(units=units, n_least=tuple(range(1, n_parties + 1)), parties=tuple(range(n_parties)))


def _more(least: Floats, group: tuple[int, ...]) -> Floats:
    """Return what is needed so that a group has more than the least."""
    more = least.copy()
    more[list(group)] = np.nextafter(more[list(group)], np.inf)
    return more
