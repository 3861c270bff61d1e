"""Equal losses, as far as the claims allow."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.sharing.claims import Floats, read_problem
from simulations.sharing.equal_awards import common_level


def constrained_equal_losses(supply: float, claims: ArrayLike) -> Floats:
    """Let everybody lose the same amount, but nobody more than the claim.

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
    It is the dual of equal awards: it shares the shortage as equal awards shares the water.

    References
    ----------
    R. J. Aumann and M. Maschler (1985), Journal of Economic Theory 36:195-213,
    doi:10.1016/0022-0531(85)90102-4.

    Examples
    --------
    >>> constrained_equal_losses(300, [100, 200, 300])
    array([  0., 100., 200.])
    """
    available, asked = read_problem(supply, claims)
    shortage = float(asked.sum()) - available
    losses = np.minimum(asked, common_level(shortage, asked))
    return asked - losses
