"""First come, first served, averaged over every order of arrival."""

from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.errors import ModelError
from simulations.sharing.claims import Floats, read_problem

MOST_PARTIES = 20
"""Twenty parties take one or two seconds and 40 MB; each further party doubles both."""


def random_arrival(supply: float, claims: ArrayLike) -> Floats:
    """Give each party its mean award over all orders in which the parties may come to a common tap.

    Parameters
    ----------
    supply : float
        What there is to share; above the sum of the claims everybody gets the claim.
    claims : array_like, shape (n_parties,)
        In the unit of ``supply``; at most 20 parties.

    Returns
    -------
    ndarray, shape (n_parties,)

    Raises
    ------
    ModelError
        ``sharing.bad_number``, ``sharing.wrong_shape`` or ``sharing.too_many_parties``.

    Notes
    -----
    Exact: what a party finds depends on *who* came before, not in which order, so that ``2**n`` sets
    stand for ``n!`` orders. It is the Shapley value of the claims game and its own dual.

    References
    ----------
    B. O'Neill (1982), Mathematical Social Sciences 2:345-371, doi:10.1016/0165-4896(82)90029-4.

    Examples
    --------
    >>> random_arrival(100, [100, 200, 300])
    array([33.33333333, 33.33333333, 33.33333333])
    >>> random_arrival(300, [100, 200, 300])
    array([ 50., 100., 150.])
    """
    available, asked = read_problem(supply, claims)
    n_parties = len(asked)
    if n_parties > MOST_PARTIES:
        raise ModelError("sharing.too_many_parties", value=n_parties, allowed=MOST_PARTIES)
    if available >= asked.sum():
        return asked
    return np.array([_mean_award(available, asked, party) for party in range(n_parties)])


def _mean_award(supply: float, claims: Floats, party: int) -> float:
    """Average over the sets of parties that may have come before ``party``."""
    others = np.delete(claims, party)
    taken, size = _taken_by_sets(others)
    # A set of k earlier parties has the chance 1 / n / C(n - 1, k): first its size, then its members.
    chance = np.array([1.0 / (len(claims) * comb(len(others), k)) for k in range(len(claims))])
    awards = np.clip(supply - taken, 0.0, claims[party])
    return float(awards @ chance[size])


def _taken_by_sets(claims: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Return the summed claims and the size of every subset, by doubling."""
    taken, size = np.zeros(1), np.zeros(1, dtype=np.int64)
    for claim in claims:
        taken = np.concatenate((taken, taken + claim))
        size = np.concatenate((size, size + 1))
    return taken, size
