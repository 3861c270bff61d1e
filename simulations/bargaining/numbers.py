"""Reading the numbers that people hand to the bargaining models."""

from math import isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.errors import ModelError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def read_numbers(key: str, values: ArrayLike) -> Floats:
    """Return a new read-only array of finite numbers; ``key`` names them in an error.

    Raises
    ------
    ModelError
        ``bargaining.bad_number`` or ``bargaining.wrong_shape``.

    Examples
    --------
    >>> read_numbers("values", (3, 4))
    array([3., 4.])
    """
    try:
        numbers = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ModelError("bargaining.wrong_shape", key=key, value=repr(values), allowed="(n,)") from error
    if numbers.ndim != 1 or numbers.size == 0:
        raise ModelError("bargaining.wrong_shape", key=key, value=numbers.shape, allowed="(n,), n >= 1")
    if not np.isfinite(numbers).all():
        place = next(place for place, number in enumerate(numbers.tolist()) if not isfinite(number))
        raise ModelError("bargaining.bad_number", key=f"{key}[{place}]", value=float(numbers[place]), allowed="finite")
    numbers.setflags(write=False)
    return numbers


def read_positions(key: str, values: ArrayLike) -> Ints:
    """Return a new read-only table of whole numbers, one row for each package.

    Raises
    ------
    ModelError
        ``bargaining.wrong_shape``.

    Examples
    --------
    >>> read_positions("attributes", [[0, 1], [1, 1]]).shape
    (2, 2)
    """
    allowed = "(n_packages, n_issues)"
    try:
        given = np.array(values)
        positions = given.astype(np.int64, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise ModelError("bargaining.wrong_shape", key=key, value=repr(values), allowed=allowed) from error
    exact = np.can_cast(given.dtype, np.int64) or bool((positions == given).all())
    if positions.ndim != 2 or positions.size == 0 or not exact:
        raise ModelError("bargaining.wrong_shape", key=key, value=given.shape, allowed=allowed)
    positions.setflags(write=False)
    return positions
