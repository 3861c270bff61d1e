"""A proof that an allocation is the nucleolus, or a shift that would lower the largest complaints."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.coalitions.members import Coalitions, Floats, coalitions_at, sums_of
from simulations.coalitions.nucleolus import enough_for_each
from simulations.coalitions.worth import ROUNDING, read_allocation, read_worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """All coalitions with at least some excess, and the weights with which they hold one another.

    Parameters
    ----------
    excess : float
        What each of them is worth alone above what it gets, or more.
    coalitions : tuple of tuple of int
        By the places of their members.
    weights : tuple of float
        All above 0. For each party, the weights of the coalitions it belongs to add up to 1, or to less for a party
        that has no more than alone and so cannot give.
    """

    excess: float
    coalitions: Coalitions
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NucleolusTest:
    """Whether an allocation is the nucleolus, and what shows it. Truthy when it is.

    Parameters
    ----------
    levels : tuple of Level
        The highest excess first, down to where nothing is left to shift or balance is missing.
    shift : tuple of float
        When balance is missing: what each party could gain or lose, so that of the coalitions down to the next level
        none loses and one gains. Adds up to 0. Otherwise empty.
    below : tuple of int
        Parties that get less than alone though there is enough for each.
    left_over : float
        Above 0 what the allocation leaves over, below 0 what it hands out without having it, 0 when it fits.
    """

    levels: tuple[Level, ...]
    shift: tuple[float, ...]
    below: tuple[int, ...]
    left_over: float

    def __bool__(self) -> bool:
        return not self.shift and not self.below and self.left_over == 0


def is_nucleolus(worth: ArrayLike, allocation: ArrayLike) -> NucleolusTest:
    """Tell whether an allocation is the nucleolus, by Kohlberg's criterion.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0. At most 20 parties.
    allocation : array_like, shape (n_parties,)
        What each party gets, in the same unit.

    Returns
    -------
    NucleolusTest
        Truthy for what `nucleolus` describes. At each level of excess the coalitions that have it, or more, must
        be balanced: with some weights, all above 0, they count each party once.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    Notes
    -----
    Whether coalitions are balanced is a question of the nearest point in a cone, answered by non-negative least
    squares. The nearest point is the sum itself, and its weights prove it; or what is missing is the shift.

    References
    ----------
    E. Kohlberg (1971), SIAM Journal on Applied Mathematics 20:62-66, doi:10.1137/0120009.
    M. Benedek, J. Fliege and T.-D. Nguyen (2021), Mathematical Programming 190:135-170,
    doi:10.1007/s10107-020-01527-9: the levels below need no test when nothing is left to shift.

    Examples
    --------
    >>> gloves = [0, 0, 0, 1, 0, 1, 0, 1]  # one left glove and two right ones
    >>> bool(is_nucleolus(gloves, [1, 0, 0]))
    True
    >>> np.round(is_nucleolus(gloves, [2 / 3, 1 / 6, 1 / 6]).shift, 9)  # who has the left one could ask for more
    array([ 1. , -0.5, -0.5])
    """
    numbers = read_worth(worth)
    n_parties = numbers.size.bit_length() - 1
    shares = read_allocation(allocation, n_parties)
    rounding = ROUNDING * max(float(np.abs(numbers).max()), float(np.abs(shares).max()))
    lacking = numbers - sums_of(shares)
    short = lacking[1 << np.arange(n_parties)] if enough_for_each(numbers) else np.full(n_parties, -np.inf)
    levels, shift = _descend(lacking[1:-1], short >= -rounding, rounding)
    return NucleolusTest(
        levels=levels,
        shift=shift,
        below=tuple(np.flatnonzero(short > rounding).tolist()),
        left_over=float(lacking[-1]) if abs(lacking[-1]) > rounding else 0.0,
    )


def _descend(excess: Floats, poor: NDArray[np.bool_], rounding: float) -> tuple[tuple[Level, ...], tuple[float, ...]]:
    """Test one level after the other, until nothing is left to shift or balance is missing."""
    n_parties = poor.size
    levels: list[Level] = []
    order = 1 + np.argsort(-excess, kind="stable")
    fallen = excess[order - 1]
    for end in (1 + np.flatnonzero(-np.diff(fallen, append=-np.inf) > rounding)).tolist():
        members = (order[:end, np.newaxis] >> np.arange(n_parties) & 1).astype(np.float64)
        weights, missing = _balance(members, poor)
        if np.abs(missing).max() > ROUNDING:
            return tuple(levels), tuple((missing / np.abs(missing).max()).tolist())
        levels.append(
            Level(
                excess=float(fallen[end - 1]),
                coalitions=coalitions_at(order[:end], n_parties),
                weights=tuple(weights.tolist()),
            )
        )
        if np.linalg.matrix_rank(members) == n_parties:
            break
    return tuple(levels), ()


def _balance(members: Floats, poor: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return weights that count each party once, or the shift that shows that there are none.

    Each coalition weighs 1 to begin with, and more is added until they count all parties equally often.
    """
    from scipy.optimize import nnls

    everybody = np.ones((members.shape[1], 1))
    begun = members.mean(axis=0)
    columns = np.concatenate((members.T, np.eye(poor.size)[:, poor], -everybody, everybody), axis=1)
    added, _ = nnls(columns, -begun)
    missing = columns @ added + begun
    times = added[-2] - added[-1]
    return (added[: len(members)] + 1 / len(members)) / times, missing
