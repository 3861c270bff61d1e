"""A claims problem: a supply, and claims that together may be larger than it."""

from collections.abc import Callable
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.errors import ModelError

Floats = NDArray[np.float64]
Rule = Callable[[float, ArrayLike], Floats]
"""A rule divides ``supply`` among ``claims``: nobody gets more than the claim and all of the supply is given."""


def read_problem(supply: float, claims: ArrayLike) -> tuple[float, Floats]:
    """Check a claims problem and return it as plain numbers.

    Parameters
    ----------
    supply : float
        What there is to share, at least 0, in any unit.
    claims : array_like, shape (n_parties,)
        What each party claims, at least 0, in the same unit.

    Returns
    -------
    supply : float
        Never above the sum of the claims: where there is enough for all, everybody gets the claim.
    claims : ndarray, shape (n_parties,)
        A new array; the caller's is left alone.

    Raises
    ------
    ModelError
        ``sharing.bad_number`` or ``sharing.wrong_shape``, with ``key``, ``value`` and ``allowed``.

    Examples
    --------
    >>> read_problem(9, [1, 2])
    (3.0, array([1., 2.]))
    """
    numbers = read_amounts("claims", claims)
    available = float(read_amounts("supply", [supply])[0])
    return min(available, float(numbers.sum())), numbers


def read_amounts(key: str, values: ArrayLike) -> Floats:
    """Return a new array of finite numbers that are at least 0; ``key`` names them in an error.

    Raises
    ------
    ModelError
        ``sharing.bad_number`` or ``sharing.wrong_shape``.

    Examples
    --------
    >>> read_amounts("inflows", (3, 4))
    array([3., 4.])
    """
    try:
        numbers = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ModelError("sharing.wrong_shape", key=key, value=repr(values), allowed="(n,)") from error
    if numbers.ndim != 1 or numbers.size == 0:
        raise ModelError("sharing.wrong_shape", key=key, value=numbers.shape, allowed="(n,), n >= 1")
    for place, number in enumerate(numbers.tolist()):
        if not isfinite(number) or number < 0:
            raise ModelError("sharing.bad_number", key=f"{key}[{place}]", value=number, allowed=">= 0")
    return numbers
