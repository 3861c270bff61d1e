"""Which rows of a table of payoffs no other row beats."""

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining.numbers import Floats, Ints

Bits = NDArray[np.uint64]

BLOCK = 512
"""Rows that are held against all later ones at once: their tables of bits fit into a processor's own memory."""
QUERIES = 4096
"""Rows that are asked at once."""


def undominated(payoffs: Floats) -> Ints:
    """Return the rows that no other row beats; of equal rows the first.

    Parameters
    ----------
    payoffs : ndarray, shape (n, n_parties)

    Returns
    -------
    ndarray of int, shape (k,)
        In rising order.

    Notes
    -----
    Two parties cost one sort. With more, the rows found so far are held against the others as sets of bits, 64 of
    them in one step: the cost grows with n times k, divided by 64.

    Examples
    --------
    >>> undominated(np.array([[5.0, 3.0], [4.0, 3.0], [1.0, 8.0], [5.0, 3.0]])).tolist()
    [0, 2]
    """
    kept = _two_parties(payoffs) if payoffs.shape[1] <= 2 else _many_parties(payoffs)
    return np.sort(kept)


def _two_parties(payoffs: Floats) -> Ints:
    """Going down in the first party's payoff, keep whatever gives the second more than all before."""
    # The last key counts most, and of equal rows the first stays in front (a stable sort).
    order = np.lexsort(-payoffs.T[::-1])
    second = payoffs[order, -1]
    best_before = np.concatenate(([-np.inf], np.maximum.accumulate(second)[:-1]))
    return np.asarray(order[second > best_before])


def _many_parties(payoffs: Floats) -> Ints:
    """Take blocks of the best rows, drop what their own rows beat, and then all that the rest of the block beats."""
    left = _large_sums_first(payoffs)
    ranks = np.stack([np.unique(column, return_inverse=True)[1] for column in payoffs.T])
    found = [left[:0]]
    while len(left):
        block, left = left[:BLOCK], left[BLOCK:]
        block = block[~_beaten(ranks, by=block, among=block)]
        found.append(block)
        left = left[~_beaten(ranks, by=block, among=left)]
    return np.concatenate(found)


def _large_sums_first(payoffs: Floats) -> Ints:
    """Return different rows in an order in which nothing is beaten by a later row."""
    # Added in one fixed order: then what is nowhere less has no smaller sum, however it is rounded.
    sums = np.zeros(len(payoffs))
    for column in payoffs.T:
        sums += column
    order = np.lexsort((*-payoffs.T[::-1], -sums))
    ordered = payoffs[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    return np.asarray(order[new])


def _beaten(ranks: Ints, *, by: Ints, among: Ints) -> NDArray[np.bool_]:
    """Tell which of the rows ``among`` are nowhere better than some other row of ``by``; all rows are different."""
    tables = [_best_sets(party[by], int(party.max()) + 1) for party in ranks]
    beaten = np.zeros(len(among), dtype=bool)
    for start in range(0, len(among), QUERIES):
        rows = among[start : start + QUERIES]
        better = np.full((len(rows), -(-len(by) // 64)), ~np.uint64(0))
        for party, (n_as_good, sets) in zip(ranks, tables, strict=True):
            better &= sets[n_as_good[party[rows]]]
        if among is by:  # no row beats itself
            better &= ~_unit_sets(len(by))[start : start + QUERIES]
        beaten[start : start + QUERIES] = better.any(axis=1)
    return beaten


def _best_sets(values: Ints, n_values: int) -> tuple[Ints, Bits]:
    """Return how many rows have at least a value, shape (n_values,), and the sets of the n best rows for every n."""
    n_as_good = np.bincount(values, minlength=n_values)[::-1].cumsum()[::-1]
    places = np.empty(len(values), dtype=np.int64)
    places[np.argsort(-values, kind="stable")] = np.arange(len(values))
    return n_as_good, _sets(places < np.arange(len(values) + 1)[:, None])


def _unit_sets(n: int) -> Bits:
    return _sets(np.eye(n, dtype=bool))


def _sets(member: NDArray[np.bool_]) -> Bits:
    """Return each row as a set: one bit a column, 64 in a word."""
    words = np.zeros((len(member), -(-member.shape[1] // 64) * 8), dtype=np.uint8)
    bits = np.packbits(member, axis=1)
    words[:, : bits.shape[1]] = bits
    return words.view(np.uint64)
