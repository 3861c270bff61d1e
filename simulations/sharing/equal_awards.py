"""Equal awards, as far as the claims allow."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.sharing.claims import Floats, read_problem


def constrained_equal_awards(supply: float, claims: ArrayLike) -> Floats:
    """Give everybody the same amount, but nobody more than the claim.

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
    Maimonides, *Laws of Lending and Borrowing* 20:4; W. Thomson (2003), Mathematical Social Sciences
    45:249-297, doi:10.1016/S0165-4896(02)00070-7.

    Examples
    --------
    >>> constrained_equal_awards(250, [100, 200, 300])
    array([83.33333333, 83.33333333, 83.33333333])
    >>> constrained_equal_awards(400, [100, 200, 300])
    array([100., 150., 150.])
    """
    available, asked = read_problem(supply, claims)
    return np.minimum(asked, common_level(available, asked))


def common_level(supply: float, claims: Floats) -> float:
    """Return the level at which ``minimum(claims, level)`` sums to ``supply``.

    Examples
    --------
    >>> common_level(400.0, np.array([100.0, 200.0, 300.0]))
    150.0
    """
    ordered = np.sort(claims)
    already_full = np.concatenate(([0.0], np.cumsum(ordered)[:-1]))
    levels = (supply - already_full) / np.arange(len(ordered), 0, -1)
    reaches = ordered >= levels
    reaches[-1] = True  # true by the sum; rounding must not lose it
    return float(levels[np.argmax(reaches)])
