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
    shares: Floats = alone + unit * _share(_Demands(gains, rounding, alone_at_least))
    return shares


class _Demands:
    """What open coalitions ask, and what each party asks for itself.

    A bound is a row and what it asks: the members of a coalition, 1 each, then -1 for the level, or 0 without it.
    """

    def __init__(self, gains: Floats, rounding: float, alone_at_least: bool) -> None:
        self.n_parties = gains.size.bit_length() - 1
        self.all_share, self.rounding, self.alone_at_least = float(gains[-1]), rounding, alone_at_least
        self.asked = gains.copy()
        self.asked[[0, -1]] = -np.inf  # nobody and everybody

    def bounds(self, coalitions: NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Return the rows of some coalitions and what they ask."""
        members = coalitions[:, np.newaxis] >> np.arange(self.n_parties) & 1
        return np.append(members, np.full((len(members), 1), -1.0), axis=1), self.asked[coalitions]

    def pair(self, row: Floats) -> tuple[Floats, Floats]:
        """Return the bounds of a row's coalition and of all others."""
        coalition = int(row[:-1] @ (1 << np.arange(self.n_parties)))
        return self.bounds(np.array([coalition, self.asked.size - 1 - coalition]))

    def most_violated(self, point: Floats) -> tuple[Floats, float, float]:
        """Return the bound that lacks most: its row, what it asks, and what it lacks."""
        shares, level = point[:-1], float(point[-1])
        sums = sums_of(shares)
        excess = np.subtract(self.asked, sums, out=sums)
        coalition, poorest = int(excess.argmax()), int(shares.argmin())
        lacking = float(excess[coalition]) + level
        if self.alone_at_least and -shares[poorest] > lacking:
            return np.eye(1, point.size, poorest)[0], 0.0, -float(shares[poorest])
        rows, asks = self.bounds(np.array([coalition]))
        return rows[0], float(asks[0]), lacking

    def close(self, closed: Floats) -> None:
        """Close every coalition whose share follows from what the closed rows get."""
        follows = np.ones(self.asked.size, dtype=bool)
        for direction in np.linalg.qr(closed[:, :-1].T, mode="complete")[0].T[len(closed) :]:
            follows &= np.abs(sums_of(direction)) < EXACT
        self.asked[follows] = -np.inf


def _share(demands: _Demands) -> Floats:
    """Run the programs one after the other, until what is closed leaves one way to share."""
    closed, owed = np.ones((1, demands.n_parties + 1)), np.array([demands.all_share])
    closed[:, -1] = 0.0
    loose, asked = demands.bounds(1 << np.arange(demands.n_parties - 1))
    while len(loose):
        # A coalition and all others hold each other: a first set of tight bounds that needs no search.
        pair, pair_asks = demands.pair(loose[0])
        rows, asks = np.concatenate((closed, pair, loose[1:])), np.concatenate((owed, pair_asks, asked[1:]))
        level, weights = _raise(rows, asks, len(closed), demands)
        binding, free = weights > EXACT, weights <= EXACT
        binding[: len(closed)] = free[: len(closed)] = False
        loose, asked = rows[free], asks[free]
        # One of those that hold one another follows from the rest.
        binding[np.flatnonzero(binding)[0]] = False
        owed = np.concatenate((owed, asks[binding] - level * rows[binding, -1]))
        closed = np.concatenate((closed, rows[binding]))
        closed[:, -1] = 0.0
        demands.close(closed)
    return np.linalg.solve(closed[:, :-1], owed)


def _raise(rows: Floats, asks: Floats, n_closed: int, demands: _Demands) -> tuple[float, Floats]:
    """Exchange tight bounds, in place, until none is violated; return the level and the weights of the bounds."""
    first = rows[n_closed:].copy()
    while True:
        inverse = np.linalg.inv(rows)
        point, weights = inverse @ asks, -inverse[-1]
        row, ask, lacking = demands.most_violated(point)
        if lacking <= demands.rounding:
            return float(point[-1]), weights
        out = _going_out(row @ inverse, np.vstack((weights, first @ inverse)), n_closed)
        rows[out], asks[out] = row, ask


def _going_out(change: Floats, keys: Floats, n_closed: int) -> int:
    """Return the tight bound whose weight is the first to fall to 0; where several do, the next keys decide."""
    places = n_closed + np.flatnonzero(change[n_closed:] > EXACT)
    for key in keys:
        if places.size == 1:
            break
        ratio = key[places] / change[places]
        places = places[ratio <= ratio.min() + EXACT]
    return int(places[0])
