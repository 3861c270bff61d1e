"""In proportion to the claims."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.sharing.claims import Floats, read_problem


def proportional(supply: float, claims: ArrayLike) -> Floats:
    """Give everybody the same part of the claim.

    Parameters
    ----------
    supply : float
        What there is to share; above the sum of the claims everybody gets the claim.
    claims : array_like, shape (n_parties,)
        In the unit of ``supply``.

    Returns
    -------
    ndarray, shape (n_parties,)

    Raises
    ------
    ModelError
        ``sharing.bad_number`` or ``sharing.wrong_shape``.

    References
    ----------
    Aristotle, *Nicomachean Ethics*, book V; W. Thomson (2003), Mathematical Social Sciences 45:249-297,
    doi:10.1016/S0165-4896(02)00070-7.

    Examples
    --------
    >>> proportional(200, [100, 300])
    array([ 50., 150.])
    """
    available, asked = read_problem(supply, claims)
    total = float(asked.sum())
    if total == 0:
        return np.zeros_like(asked)
    # The supply never exceeds the total, so that the quotient is at most 1 and nobody passes the claim.
    return asked * (available / total)
