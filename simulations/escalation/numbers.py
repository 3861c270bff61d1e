"""Reading the numbers that people hand to the model."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.errors import ModelError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Stages = NDArray[np.int8]


def read_share(key: str, value: float) -> float:
    """Return a number from 0 to 1; ``key`` names it in an error.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> read_share("carry_over", 0.3)
    0.3
    """
    if not 0 <= value <= 1:  # also refuses "not a number"
        raise ModelError("escalation.bad_number", key=key, value=value, allowed="0 to 1")
    return float(value)


def read_amount(key: str, value: float) -> float:
    """Return a finite number from 0 upwards; ``key`` names it in an error.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> read_amount("false_alarm", 2)
    2.0
    """
    if not 0 <= value < float("inf"):
        raise ModelError("escalation.bad_number", key=key, value=value, allowed="finite, at least 0")
    return float(value)


def read_count(key: str, value: int, *, least: int) -> int:
    """Return a whole number; ``key`` names it in an error.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> read_count("n_rounds", 16, least=1)
    16
    """
    if not (value >= least and value == int(value)):
        raise ModelError("escalation.bad_number", key=key, value=value, allowed=f"whole, at least {least}")
    return int(value)


def read_rows(key: str, values: ArrayLike) -> Floats:
    """Return a new array of finite numbers, whose last axis is the rounds; ``key`` names it in an error.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> read_rows("counts", [[0, 2, 1]]).shape
    (1, 3)
    """
    rows = np.array(values, dtype=np.float64)
    if not rows.size or not rows.ndim:
        raise ModelError("escalation.wrong_shape", key=key, value=rows.shape, allowed="(..., n_rounds + 1)")
    if not np.isfinite(rows).all():
        raise ModelError("escalation.bad_number", key=key, value="not finite", allowed="finite")
    return rows
