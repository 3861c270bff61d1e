"""Prices of the parties' gains: the weights with which a weighted sum of gains bounds a goal most tightly.

Where every issue may be divided between its options, the best is found by linear programming, and the prices come
with it. Any weights that are returned here give a true bound; how well the program was solved only decides how tight
it is. So nothing that follows rests on a solver's tolerances.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from simulations.bargaining.numbers import Floats

TANGENTS = 25
"""Rounds of tangents to the logarithm; five to ten are usual."""


def least_prices(
    issues: Sequence[Floats], reservations: Floats, *, n_least: int, counted: Sequence[int], with_zone: bool = True
) -> Floats:
    """Return weights with which the gains add up to no less than the sum of the smallest ones.

    Parameters
    ----------
    issues : sequence of ndarray, shape (n_options, n_parties)
    reservations : ndarray, shape (n_parties,)
    n_least : int
        How many of the smallest gains are added up.
    counted : sequence of int
        The parties whose gains they are.
    with_zone : bool
        Whether the bound need only hold where no gain is negative.

    Returns
    -------
    ndarray, shape (n_parties,)
        Of the counted weights, no more than 1 of each makes ``n_least`` together; what goes beyond can only add.
    """
    n_parties, n_options, columns = len(reservations), sum(map(len, issues)), list(counted)
    worth, n_counted = np.concatenate(issues).T, len(columns)
    # Columns: shares of the options, a threshold, and what each gain lacks to it.
    # The sum of the smallest is the most of: threshold times their number, less what is lacking.
    rows = np.hstack((-worth[columns], np.ones((n_counted, 1)), -np.eye(n_counted)))
    limits = -reservations[columns]
    if with_zone:
        rows = np.vstack((rows, np.hstack((-worth, np.zeros((n_parties, 1 + n_counted))))))
        limits = np.concatenate((limits, -reservations))
    aim = np.concatenate((np.zeros(n_options), [-float(n_least)], np.ones(n_counted)))
    bounds = [(0, None)] * n_options + [(None, None)] + [(0, None)] * n_counted
    once = np.hstack((_once(issues), np.zeros((len(issues), 1 + n_counted))))
    solved = _solved(aim, A_ub=rows, b_ub=limits, A_eq=once, b_eq=np.ones(len(issues)), bounds=bounds)
    found = np.maximum(-solved.ineqlin.marginals, 0.0) if solved.success else np.zeros(len(rows))
    prices = np.zeros(n_parties)
    prices[columns] = _filled(np.minimum(found[:n_counted], 1.0), n_least)
    return prices + found[n_counted:] if with_zone else prices


def product_prices(issues: Sequence[Floats], reservations: Floats, winners: Sequence[int]) -> Floats:
    """Return weights that follow the largest product of the winners' gains; 0 for the others.

    Notes
    -----
    The logarithms are approached from above by tangents at the gains found so far (Kelley's cutting planes).
    """
    columns, n_options = list(winners), sum(map(len, issues))
    worth, n_winners = np.concatenate(issues).T[columns], len(columns)
    least = reservations[columns]
    shares = np.concatenate([np.full(len(options), 1 / len(options)) for options in issues])
    largest = np.array([options.max(axis=0) for options in issues]).sum(axis=0)[columns] - least
    gains = np.maximum(worth @ shares - least, largest * 1e-3)
    rows, limits = np.empty((0, n_options + n_winners)), np.empty(0)
    once = np.hstack((_once(issues), np.zeros((len(issues), n_winners))))
    aim = np.concatenate((np.zeros(n_options), -np.ones(n_winners)))
    bounds = [(0, None)] * n_options + [(None, float(most)) for most in np.log(largest)]
    for _ in range(TANGENTS):
        rows = np.vstack((rows, np.hstack((-worth / gains[:, None], np.eye(n_winners)))))
        limits = np.concatenate((limits, np.log(gains) - 1 - least / gains))
        solved = _solved(aim, A_ub=rows, b_ub=limits, A_eq=once, b_eq=np.ones(len(issues)), bounds=bounds)
        if not solved.success:
            break
        found = worth @ solved.x[:n_options] - least
        gains = np.maximum(found, gains / 4)
        if (found > 0).all() and -solved.fun - np.log(gains).sum() < 1e-4:
            break
    prices = np.zeros(len(reservations))
    prices[columns] = 1 / gains
    return prices


def _solved(aim: Floats, **program: Any) -> Any:
    from scipy.optimize import linprog  # slow to load, and seldom needed

    return linprog(aim, **program)


def _once(issues: Sequence[Floats]) -> Floats:
    """Return the rows that add up the shares of each issue's options."""
    return np.repeat(np.eye(len(issues)), [len(options) for options in issues], axis=1)


def _filled(weights: Floats, n_least: int) -> Floats:
    """Raise weights between 0 and 1 so that they add up to what they must, and a last digit more."""
    lacking, room = n_least - weights.sum(), (1 - weights).sum()
    return weights + (1 - weights) * min(1.0, lacking / room) if lacking > 0 and room > 0 else weights
