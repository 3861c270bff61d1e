"""In proportion, after what nobody disputes."""

import numpy as np
from numpy.typing import ArrayLike

from simulations.sharing.claims import Floats, read_problem
from simulations.sharing.proportion import proportional


def adjusted_proportional(supply: float, claims: ArrayLike) -> Floats:
    """Give what nobody disputes first, then share the rest in proportion to what can still be claimed.

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
    Undisputed is what the others leave when all of them are served in full. A remaining claim counts only
    up to the remaining supply. For two parties this is the contested garment.

    References
    ----------
    I. J. Curiel, M. Maschler and S. H. Tijs (1987), Zeitschrift für Operations Research 31:A143-A159,
    doi:10.1007/BF02109593.

    Examples
    --------
    >>> adjusted_proportional(100, [50, 100])
    array([25., 75.])
    """
    available, asked = read_problem(supply, claims)
    shortage = float(asked.sum()) - available
    undisputed: Floats = np.maximum(asked - shortage, 0.0)
    rest = max(available - float(undisputed.sum()), 0.0)
    return undisputed + proportional(rest, np.minimum(asked - undisputed, rest))
