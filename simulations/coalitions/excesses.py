"""The largest excess as small as it can be, then the next one: the sequence of programs behind the nucleolus.

The excess of a coalition is what it is worth alone less what it gets. Each program raises the level: what every open
coalition gets at least above its worth. Coalitions that no further sharing can raise are then closed, and the next
program raises those that are left.

A program has few unknowns (a share for each party, and the level) and very many bounds. The dual simplex method suits
it: as many bounds as unknowns are tight; of all others the most violated one comes in, and one goes out.
"""

import numpy as np
from numpy.typing import NDArray

from simulations.coalitions.members import Floats, sums_of
from simulations.coalitions.worth import last_digits_of

EXACT = 1e-9
"""Weights are ratios of whole numbers, made from tables of zeros and ones: they are 0, or far from it."""

SMALLEST = 1e-11
"""A bound that lacks less than this share of the largest gain holds."""


def least_excesses(worth: Floats, *, alone_at_least: bool) -> Floats:
    """Share out what all are worth so that the excesses, the largest first, are as small as they can be.

    Parameters
    ----------
    worth : ndarray, shape (2**n_parties,)
        As `read_worth` gives it.
    alone_at_least : bool
        Whether no party may get less than it is worth alone. All together must then be worth that much.

    Returns
    -------
    ndarray, shape (n_parties,)

    Notes
    -----
    No coalition is overlooked that is settled only together with others. The weights of a program say that its binding
    coalitions hold one another; at least one of them was free before, so that each program closes a further dimension.
    All coalitions whose share follows from the closed ones are closed with them, whatever their excess. What is tight
    without a weight stays open: either a later program closes it at the same level, or it can still be raised.

    A bound goes out by the lexicographic rule, so that ties, which are the rule in games of voting, cannot go round in
    circles.

    References
    ----------
    J. Derks and J. Kuipers (1997), Implementing the simplex method for computing the prenucleolus of transferable
    utility games, University of Maastricht.
    G. B. Dantzig, A. Orden and P. Wolfe (1955), Pacific Journal of Mathematics 5:183-195, doi:10.2140/pjm.1955.5.183.

    Examples
    --------
    >>> two_of_three = np.array([0.0, 0.0, 0.0, 10.0, 0.0, 0.0, 0.0, 2.0])
    >>> least_excesses(two_of_three, alone_at_least=True).round(9)
    array([1., 1., 0.])
    >>> least_excesses(two_of_three, alone_at_least=False).round(9)
    array([ 3.,  3., -4.])
    """
    n_parties = worth.size.bit_length() - 1
    alone = worth[1 << np.arange(n_parties)]
    gains = worth - sums_of(alone)
    unit = max(float(np.abs(gains).max()), float(np.finfo(float).tiny))
    # Gains that are tiny beside the worth carry its last digits, which are rounding.
    rounding = max(SMALLEST, last_digits_of(worth) / unit)
    gains /= unit
    if alone_at_least:
        gains[-1] = max(gains[-1], 0.0)
    shares: Floats = alone + unit * _share(gains, rounding, alone_at_least)
    return shares


def _share(gains: Floats, rounding: float, alone_at_least: bool) -> Floats:
    """Run the programs one after the other; a row holds the members of a coalition and, last, -1 for the level."""
    n_parties = gains.size.bit_length() - 1
    open_worth = gains.copy()
    open_worth[[0, -1]] = -np.inf
    closed, owed = np.append(np.ones((1, n_parties)), [[0.0]], axis=1), gains[-1:]
    loose, asked = _rows(1 << np.arange(n_parties - 1), n_parties), open_worth[1 << np.arange(n_parties - 1)]
    while len(loose):
        # A coalition and all others hold each other: a first set of tight bounds that needs no search.
        pair = np.stack((loose[0], 1.0 - loose[0]))
        pair[:, -1] = -1.0
        rows = np.concatenate((closed, pair, loose[1:]))
        asks = np.concatenate((owed, open_worth[_numbers(pair)], asked[1:]))
        level, weights = _raise(rows, asks, len(closed), open_worth, rounding, alone_at_least)
        binding, free = weights > EXACT, weights <= EXACT
        binding[: len(closed)] = free[: len(closed)] = False
        loose, asked = rows[free], asks[free]
        # The last of those that hold one another follows from the rest.
        binding[np.flatnonzero(binding)[0]] = False
        owed = np.concatenate((owed, asks[binding] - level * rows[binding, -1]))
        closed = np.concatenate((closed, rows[binding]))
        closed[:, -1] = 0.0
        open_worth[_following(closed[:, :-1])] = -np.inf
    return np.linalg.solve(closed[:, :-1], owed)


def _raise(
    rows: Floats, asks: Floats, n_closed: int, open_worth: Floats, rounding: float, alone_at_least: bool
) -> tuple[float, Floats]:
    """Exchange tight bounds, in place, until none is violated; return the level and the weights of the bounds."""
    first = rows[n_closed:].copy()
    while True:
        inverse = np.linalg.inv(rows)
        point, weights = inverse @ asks, -inverse[-1]
        row, ask, lacking = _most_violated(point, open_worth, alone_at_least)
        if lacking <= rounding:
            return float(point[-1]), weights
        out = _going_out(row @ inverse, np.vstack((weights, first @ inverse)), n_closed)
        rows[out], asks[out] = row, ask


def _most_violated(point: Floats, open_worth: Floats, alone_at_least: bool) -> tuple[Floats, float, float]:
    """Return the bound that lacks most: its row, what it asks, and what it lacks."""
    n_parties, shares, level = point.size - 1, point[:-1], float(point[-1])
    sums = sums_of(shares)
    excess = np.subtract(open_worth, sums, out=sums)
    coalition, poorest = int(excess.argmax()), int(shares.argmin())
    lacking = float(excess[coalition]) + level
    if alone_at_least and -shares[poorest] > lacking:
        return np.eye(1, n_parties + 1, poorest)[0], 0.0, -float(shares[poorest])
    return _rows(np.array([coalition]), n_parties)[0], float(open_worth[coalition]), lacking


def _going_out(change: Floats, keys: Floats, n_closed: int) -> int:
    """Return the tight bound whose weight is the first to fall to 0; where several do, the next keys decide."""
    places = n_closed + np.flatnonzero(change[n_closed:] > EXACT)
    for key in keys:
        if places.size == 1:
            break
        ratio = key[places] / change[places]
        places = places[ratio <= ratio.min() + EXACT]
    return int(places[0])


def _following(closed: Floats) -> NDArray[np.bool_]:
    """Tell for every coalition whether its share follows from what the closed ones get."""
    following = np.ones(1 << closed.shape[1], dtype=bool)
    for direction in np.linalg.qr(closed.T, mode="complete")[0].T[len(closed) :]:
        following &= np.abs(sums_of(direction)) < EXACT
    return following


def _rows(coalitions: NDArray[np.intp], n_parties: int) -> Floats:
    members = coalitions[:, np.newaxis] >> np.arange(n_parties) & 1
    return np.append(members, np.full((len(coalitions), 1), -1), axis=1).astype(np.float64)


def _numbers(rows: Floats) -> NDArray[np.intp]:
    return (rows[:, :-1] @ (1 << np.arange(rows.shape[1] - 1))).astype(np.intp)
