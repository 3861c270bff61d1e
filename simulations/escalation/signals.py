"""Signs that can be counted, and how to read a row of counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from simulations.errors import ModelError
from simulations.escalation.numbers import Floats, Ints, read_amount, read_rows, read_share
from simulations.escalation.stairs import FIRST, LAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something that happens more often at higher stages, and now and then at any stage.

    Each round's count is a Poisson number; its mean is ``quiet`` at stage 1, and ``per_stage`` more with every stage.

    Parameters
    ----------
    key : str
    quiet : float
        Count a round to expect at stage 1: noise.
    per_stage : float
        How much more is to be expected a stage. 0: nothing but noise.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> Signal(key="meetings_cancelled", quiet=1, per_stage=0.5).expected(7)
    array(4.)
    """

    key: str
    quiet: float
    per_stage: float

    def __post_init__(self) -> None:
        read_amount(f"{self.key}.quiet", self.quiet)
        read_amount(f"{self.key}.per_stage", self.per_stage)

    def expected(self, stages: ArrayLike) -> Floats:
        """Return the mean count a round at these stages."""
        return np.asarray(self.quiet + self.per_stage * (np.asarray(stages, dtype=np.float64) - FIRST))


def watch(stages: ArrayLike, signals: Sequence[Signal], *, rng: np.random.Generator) -> Ints:
    """Count the signals, round by round, in every run.

    Parameters
    ----------
    stages : array_like, shape (n_runs, n_rounds + 1)
        1 to 9, such as ``Runs.stages``.
    signals : sequence of Signal
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of int, shape (n_signals, n_runs, n_rounds + 1)

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> rumours = Signal(key="rumours", quiet=0, per_stage=1)
    >>> watch([[1, 1, 9]], [rumours], rng=np.random.default_rng(1)).shape
    (1, 1, 3)
    """
    rows = read_stages(stages)
    return np.array([rng.poisson(signal.expected(rows)) for signal in signals], np.int64).reshape(-1, *rows.shape)


def smoothed(counts: ArrayLike, *, weight: float = 0.3) -> Floats:
    """Return an exponentially weighted mean of each row so far.

    Parameters
    ----------
    counts : array_like, shape (..., n_rounds + 1)
    weight : float
        Of the newest count, 0 to 1. 1: every round by itself.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> smoothed([4, 0, 8], weight=0.5)
    array([4., 2., 5.])
    """
    rows, share = read_rows("counts", counts), read_share("weight", weight)
    for place in range(1, rows.shape[-1]):
        rows[..., place] = share * rows[..., place] + (1 - share) * rows[..., place - 1]
    return rows


def cusum(counts: ArrayLike, *, allowance: float) -> Floats:
    """Add up what lies above an allowance, never below 0: it notices a small rise that stays.

    Parameters
    ----------
    counts : array_like, shape (..., n_rounds + 1)
    allowance : float
        The count a round that is still nothing to worry about, at least 0.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    References
    ----------
    E. S. Page (1954), Continuous inspection schemes, Biometrika 41:100-115.

    Examples
    --------
    >>> cusum([1, 4, 3, 0], allowance=2)
    array([0., 2., 3., 1.])
    """
    rows, still = read_rows("counts", counts), read_amount("allowance", allowance)
    total = np.zeros(rows.shape[:-1])
    for place in range(rows.shape[-1]):
        total = np.maximum(0, total + rows[..., place] - still)
        rows[..., place] = total
    return rows


def read_stages(stages: ArrayLike) -> Floats:
    """Return stages of runs as a new array, one row a run.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> read_stages([[1, 2, 9]])
    array([[1., 2., 9.]])
    """
    rows = read_rows("stages", stages)
    if rows.ndim != 2:
        raise ModelError("escalation.wrong_shape", key="stages", value=rows.shape, allowed="(n_runs, n_rounds + 1)")
    if rows.min() < FIRST or rows.max() > LAST or (rows % 1).any():
        value = float(next(stage for stage in rows.ravel() if not FIRST <= stage <= LAST or stage % 1))
        raise ModelError("escalation.bad_number", key="stages", value=value, allowed=f"whole, {FIRST} to {LAST}")
    return rows
