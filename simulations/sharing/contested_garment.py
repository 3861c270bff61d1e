"""The rule behind the three estates of the Talmud."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.sharing.claims import Floats, read_problem
from simulations.sharing.equal_awards import common_level


def talmud(supply: float, claims: ArrayLike) -> Floats:
    """Share like equal awards up to half of every claim, and beyond that like equal losses.

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

    Notes
    -----
    Any two parties divide what they get together like the contested garment: each concedes what it does
    not claim, and the rest is halved. The rule is its own dual and gives the nucleolus of the claims game.

    References
    ----------
    R. J. Aumann and M. Maschler (1985), Journal of Economic Theory 36:195-213,
    doi:10.1016/0022-0531(85)90102-4.

    Examples
    --------
    >>> talmud(200, [100, 200, 300])
    array([50., 75., 75.])
    """
    available, asked = read_problem(supply, claims)
    half = asked / 2
    total = float(asked.sum())
    if available <= total / 2:
        return np.minimum(half, common_level(available, half))
    return asked - np.minimum(half, common_level(total - available, half))
