"""The Pareto frontier: packages that cannot be made better for one party without harm to another."""

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.packages import Packages, all_payoffs


def pareto_frontier(negotiation: Negotiation) -> Packages:
    """Return the packages that no other package beats.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Packages
        With ``.packages`` (k, n_issues) and ``.payoffs`` (k, n_parties), rows in the lexicographic order of the
        packages. Of packages that are worth the same to everybody only the first is there. Reservation values
        are not applied: a package of the frontier may be worse for a party than no agreement.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Notes
    -----
    Numbers are compared as they are; values in whole points add up without rounding. Two parties cost one sort;
    with more parties the time grows with the number of packages times the size of the frontier.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [3, 3, 8]}, reservation=0)
    >>> pareto_frontier(Negotiation(issues=(water,), parties=(springs, gardens))).payoffs.tolist()
    [[5.0, 3.0], [1.0, 8.0]]
    """
    payoffs = all_payoffs(negotiation)
    return Packages.at(negotiation, undominated(payoffs), payoffs)


def undominated(payoffs: Floats) -> Ints:
    """Return the rows that no other row beats; of equal rows the first.

    Parameters
    ----------
    payoffs : ndarray, shape (n, n_parties)

    Returns
    -------
    ndarray of int, shape (k,)
        In no particular order.
    """
    # Best rows first; the last key counts most, and of equal rows the first stays in front (a stable sort).
    order = np.lexsort(-payoffs.T[::-1])
    return _two_parties(payoffs, order) if payoffs.shape[1] <= 2 else _many_parties(payoffs, order)


def _two_parties(payoffs: Floats, order: Ints) -> Ints:
    """Going down in the first party's payoff, keep whatever gives the second more than all before."""
    second = payoffs[order, -1]
    best_before = np.concatenate(([-np.inf], np.maximum.accumulate(second)[:-1]))
    kept: Ints = order[second > best_before]
    return kept


def _many_parties(payoffs: Floats, order: Ints) -> Ints:
    """Take one row after the other and drop all that it beats or equals."""
    # Large sums first: they beat most, so that little is left soon.
    left = order[np.argsort(-payoffs[order].sum(axis=1), kind="stable")]
    rows, place = payoffs[left], 0
    while place < len(left):
        stays = (rows > rows[place]).any(axis=1)
        stays[place] = True
        left, rows = left[stays], rows[stays]
        place = int(stays[:place].sum()) + 1
    return left
