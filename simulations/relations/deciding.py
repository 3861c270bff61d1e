"""Are there better camps? An integer program that either finds some or proves that there are none."""

from typing import Any

import numpy as np

from simulations.relations.camps import misfits
from simulations.relations.cutting import Bracket, cycle_rows
from simulations.relations.signs import SignedTies, Whole


def decide(ties: SignedTies, found: Bracket, time_limit_s: float) -> tuple[Whole, int]:
    """Close a bracket that is still open, if time allows.

    Parameters
    ----------
    ties : SignedTies
    found : Bracket
        With ``least`` below ``most``.
    time_limit_s : float
        For the solver, in seconds.

    Returns
    -------
    sides : ndarray of int, shape (n_people,)
        The best camps known.
    least : int
        No camps have fewer misfits; it meets theirs when they are proven the best.

    Notes
    -----
    Columns are ties (1 for a misfit) and people (their camp); two rows a tie let it fit only when the camps agree
    with its sign. The program must do better than the camps it is given. Where it cannot, they are the best: to ask
    like that is several times as fast as to ask for the best camps. Solved by HiGHS through `scipy.optimize.milp`.

    References
    ----------
    S. Aref, A. J. Mason and M. C. Wilson (2020), Networks 75:95-110, doi:10.1002/net.21907.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, vstack

    n_ties, n_people = ties.sign.size, len(ties.people)
    n_columns = n_ties + n_people
    count = np.concatenate([np.ones(n_ties), np.zeros(n_people)])
    rows = vstack([_fits(ties), cycle_rows(found.cycles, n_columns), csr_array(count.reshape(1, -1))])
    bad = np.where(ties.sign < 0, 1.0, 0.0)
    least = np.concatenate([-bad, bad, np.ones(len(found.cycles)), [found.least]])
    most = np.concatenate([np.full(least.size - 1, np.inf), [found.most - 1]])
    high = np.ones(n_columns)
    known = int(np.argmax(np.bincount(np.concatenate([ties.first, ties.second]))))
    high[n_ties + known] = 0  # camps have no names: the best-connected person is in the one called 0
    result: Any = milp(
        count,
        constraints=LinearConstraint(rows, least, most),
        integrality=1 - count,  # the camps are whole numbers; then so are the misfits
        bounds=Bounds(np.zeros(n_columns), high),
        options={"time_limit": time_limit_s},
    )
    if result.status == 2:  # infeasible: nobody can do better
        return found.sides, found.most
    if result.x is None:
        return found.sides, found.least
    sides = np.where(result.x[n_ties:] > 0.5, 1, -1)
    return sides, misfits(ties, sides).size if result.status == 0 else found.least


def _fits(ties: SignedTies) -> Any:
    """Return the rows that make a tie a misfit when the camps and its sign disagree."""
    from scipy.sparse import csr_array

    n_ties = ties.sign.size
    each = np.arange(n_ties)
    row = np.concatenate([each, each, each, n_ties + each, n_ties + each, n_ties + each])
    column = np.tile(np.concatenate([each, n_ties + ties.first, n_ties + ties.second]), 2)
    one, good = np.ones(n_ties), ties.sign.astype(float)
    value = np.concatenate([one, -one, good, one, one, -good])
    return csr_array((value, (row, column)), shape=(2 * n_ties, n_ties + len(ties.people)))
