"""Sharing along a river: the parties lie one below the other, and water runs only down."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.errors import ModelError
from simulations.sharing.claims import Floats, Rule, read_amounts


def along_river(rule: Rule, inflows: ArrayLike, claims: ArrayLike) -> Floats:
    """Share a river from the top: at each party, between this party and all who lie below it.

    Parameters
    ----------
    rule : callable
        One of `RULES`, or any ``(supply, claims) -> array``.
    inflows : array_like, shape (n_parties,)
        Water that joins the river at each party, upstream first.
    claims : array_like, shape (n_parties,)
        What each party claims, in the same unit and order.

    Returns
    -------
    ndarray, shape (n_parties,)
        What each party gets. What nobody claims runs on below the last party.

    Raises
    ------
    ModelError
        ``sharing.bad_number`` or ``sharing.wrong_shape``.

    Notes
    -----
    At a party the supply is what joins there plus what those above let pass. The two claims are the party's
    own and the *excess claim* of those below: their claims less the water that joins below. Ansink and
    Weikard suppose that water is scarce below every party. Where it is not, a surplus lower down cannot
    flow back up, so that the excess claim is counted from the bottom and never falls below zero.

    References
    ----------
    E. Ansink and H.-P. Weikard (2012), Social Choice and Welfare 38:187-210,
    doi:10.1007/s00355-010-0525-y.

    Examples
    --------
    >>> from simulations.sharing import proportional
    >>> along_river(proportional, inflows=[80, 10], claims=[60, 50])
    array([48., 42.])
    """
    joining, asked = read_amounts("inflows", inflows), read_amounts("claims", claims)
    if joining.shape != asked.shape:
        raise ModelError("sharing.wrong_shape", key="inflows", value=joining.shape, allowed=asked.shape)
    below = _excess_below(joining, asked)
    awards = np.zeros_like(asked)
    passing = 0.0
    for party in range(len(asked)):
        supply = passing + joining[party]
        awards[party] = rule(supply, [asked[party], below[party]])[0]
        passing = max(supply - awards[party], 0.0)
    return awards


def _excess_below(inflows: Floats, claims: Floats) -> Floats:
    """Return, for each party, what all those below it need from it."""
    below = np.zeros_like(claims)
    for party in range(len(claims) - 2, -1, -1):
        below[party] = max(claims[party + 1] - inflows[party + 1] + below[party + 1], 0.0)
    return below
