"""What each party adds, averaged over every order of joining."""

from math import comb

import numpy as np
from numpy.typing import ArrayLike

from simulations.coalitions.members import Floats
from simulations.coalitions.worth import read_worth


def shapley_value(worth: ArrayLike) -> Floats:
    """Give each party what it adds on average, over all orders in which the parties may join.

    Parameters
    ----------
    worth : array_like, shape (2**n_parties,)
        By bit mask; ``worth[0]`` is 0. At most 20 parties.

    Returns
    -------
    ndarray, shape (n_parties,)
        In the unit of ``worth``; adds up to what all are worth together.

    Raises
    ------
    ModelError
        ``coalitions.bad_number``, ``coalitions.wrong_shape`` or ``coalitions.too_many_parties``.

    Notes
    -----
    Exact. What a party adds depends on *who* came before, not in which order: a set of ``s`` earlier parties has
    the chance ``1 / n / C(n - 1, s)``. Every coalition is weighed once; a party then adds the weighed coalitions
    with it and takes off those without it, which costs one pass over the array for each party.

    References
    ----------
    L. S. Shapley (1953), in: Contributions to the Theory of Games II, Princeton, 307-317,
    doi:10.1515/9781400881970-018.

    Examples
    --------
    >>> shapley_value([0, 0, 0, 1])  # two parties who are worth something only together
    array([0.5, 0.5])
    >>> shapley_value([0, 0, 0, 1, 0, 1, 0, 1]).round(4)  # one left glove and two right ones
    array([0.6667, 0.1667, 0.1667])
    """
    numbers = read_worth(worth)
    n_parties = numbers.size.bit_length() - 1
    size = _sizes(n_parties)
    chance = np.array([1.0 / (n_parties * comb(n_parties - 1, s)) for s in range(n_parties)])
    # What a coalition counts for its members (they joined last) and for the others (they join next).
    joined = numbers * np.concatenate(([0.0], chance))[size]
    joining = numbers * np.concatenate((chance, [0.0]))[size]
    return np.array([_mean_gain(joined, joining, party) for party in range(n_parties)])


def _mean_gain(joined: Floats, joining: Floats, party: int) -> float:
    """Add what coalitions with the party count, less those without it."""
    # With the party's bit as an axis of its own, [:, 1] holds the coalitions with it; no copies are made.
    apart = (-1, 2, 1 << party)
    return float(joined.reshape(apart)[:, 1].sum() - joining.reshape(apart)[:, 0].sum())


def _sizes(n_parties: int) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Return the number of members of every coalition, by doubling."""
    size = np.zeros(1, dtype=np.uint8)
    for _ in range(n_parties):
        size = np.concatenate((size, size + np.uint8(1)))
    return size
