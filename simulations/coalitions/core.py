"""Would everybody stay? Whether no coalition does better by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from simulations.coalitions.members import Coalitions, coalitions_at, names_of, sums_of
from simulations.coalitions.worth import ROUNDING, read_allocation, read_worth


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTest:
    """Whether an allocation lies in the core, and who objects if not. Truthy when inside.

    Parameters
    ----------
    objecting : tuple of tuple of int
        Coalitions that get less than they are worth alone, by the places of their members; the largest
        shortfall first.
    shortfalls : tuple of float
        How much each of them lacks, in the unit of the worth.
    left_over : float
        Above 0 what the allocation leaves over, below 0 what it hands out without having it, 0 when it fits.
    """

    objecting: Coalitions
    shortfalls: tuple[float, ...]
    left_over: float

    def __bool__(self) -> bool:
        return not self.objecting and self.left_over == 0

    def names(self, parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the objecting coalitions by the names of their members."""
        return names_of(self.objecting, parties)


def in_core(worth: ArrayLike, allocation: ArrayLike) -> CoreTest:
    """Tell whether an allocation gives every coalition at least what it is worth alone.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0. At most 20 parties.
    allocation : array_like, shape (n_parties,)
        What each party gets, in the same unit.

    Returns
    -------
    CoreTest
        Truthy when the allocation is in the core: all of the worth is handed out, no more, and nobody objects.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    References
    ----------
    D. B. Gillies (1959), in: Contributions to the Theory of Games IV, Princeton, 47-85,
    doi:10.1515/9781400882168-005.

    Examples
    --------
    >>> bool(in_core([0, 305, -56, 455], [400, 55]))
    True
    >>> test = in_core([0, 305, -56, 455], [300, 155])
    >>> bool(test), test.names(["springs", "gardens"]), test.shortfalls
    (False, (('springs',),), (5.0,))
    """
    numbers = read_worth(worth)
    n_parties = numbers.size.bit_length() - 1
    shares = read_allocation(allocation, n_parties)
    rounding = ROUNDING * max(float(np.abs(numbers).max()), float(np.abs(shares).max()))
    lacking = numbers - sums_of(shares)
    # All together are no coalition against the rest: for them it only counts whether something is left over.
    left_over = float(lacking[-1])
    objecting = np.flatnonzero(lacking[:-1] > rounding)
    order = objecting[np.argsort(-lacking[objecting], kind="stable")]
    return CoreTest(
        objecting=coalitions_at(order, n_parties),
        shortfalls=tuple(lacking[order].tolist()),
        left_over=left_over if abs(left_over) > rounding else 0.0,
    )
