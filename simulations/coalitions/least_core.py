"""How far from a core, or how much room in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from simulations.coalitions.excesses import least_excesses
from simulations.coalitions.members import Coalitions, coalitions_at, names_of, sums_of
from simulations.coalitions.worth import ROUNDING, read_worth


@dataclass(frozen=True, slots=True, kw_only=True)
class LeastCore:
    """The smallest excess that all coalitions can be held to. Truthy when the core has at least one point.

    Parameters
    ----------
    epsilon : float
        The least that the most dissatisfied coalition lacks, however all of the worth is shared. Above 0 the core
        is empty, and this is what leaving must cost so that nobody leaves. Below 0 it is minus the room in the core.
    allocation : tuple of float
        What each party gets at one such sharing: the prenucleolus, which does not depend on the order of the parties.
    binding : tuple of tuple of int
        Coalitions that have this excess at every such sharing, by the places of their members. They hold one
        another: what one of them gained, others would lose.
    """

    epsilon: float
    allocation: tuple[float, ...]
    binding: Coalitions

    def __bool__(self) -> bool:
        return self.epsilon <= 0

    def names(self, parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the binding coalitions by the names of their members."""
        return names_of(self.binding, parties)


def least_core(worth: ArrayLike) -> LeastCore:
    """Find the smallest epsilon such that no coalition need lack more than that.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0. At most 20 parties.

    Returns
    -------
    LeastCore
        Over all ways to share what all are worth together, also those that give a party less than it has alone.
        One party alone faces no coalition; then epsilon is 0.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    References
    ----------
    M. Maschler, B. Peleg and L. S. Shapley (1979), Mathematics of Operations Research 4:303-338,
    doi:10.1287/moor.4.4.303.

    Examples
    --------
    >>> majority = least_core([0, 0, 0, 1, 0, 1, 1, 1])  # any two of three decide
    >>> bool(majority), round(majority.epsilon, 4), majority.names(["north", "middle", "south"])
    (False, 0.3333, (('north', 'middle'), ('north', 'south'), ('middle', 'south')))
    """
    numbers = read_worth(worth)
    shares = least_excesses(numbers, alone_at_least=False)
    excess = (numbers - sums_of(shares))[1:-1]
    epsilon = float(excess.max(initial=0.0 if shares.size == 1 else -np.inf))
    rounding = ROUNDING * max(float(np.abs(numbers).max()), float(np.abs(shares).max()))
    return LeastCore(
        epsilon=0.0 if abs(epsilon) <= rounding else epsilon,
        allocation=tuple(shares.tolist()),
        binding=coalitions_at(1 + np.flatnonzero(excess >= epsilon - rounding), shares.size),
    )
