"""Coalitions as bit masks: who belongs to them, and what they get together."""

from collections.abc import Sequence
from itertools import compress
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Coalitions = tuple[tuple[int, ...], ...]
Party = TypeVar("Party", str, int)


def members_of(mask: int, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the members of a coalition, in the order of the parties.

    Examples
    --------
    >>> members_of(0b101, ["north", "middle", "south"])
    ('north', 'south')
    """
    return tuple(compress(parties, ((mask >> place) & 1 for place in range(len(parties)))))


def sums_of(shares: Floats) -> Floats:
    """Return what every coalition gets together, by bit mask.

    Examples
    --------
    >>> sums_of(np.array([1.0, 10.0]))
    array([ 0.,  1., 10., 11.])
    """
    sums: Floats = np.empty(1 << shares.size)
    sums[0] = 0.0
    for party, share in enumerate(shares):
        half = 1 << party
        np.add(sums[:half], share, out=sums[half : 2 * half])
    return sums


def coalitions_at(places: NDArray[np.intp], n_parties: int) -> Coalitions:
    """Return coalitions, given by bit masks, by the places of their members.

    Examples
    --------
    >>> coalitions_at(np.array([1, 6]), 3)
    ((0,), (1, 2))
    """
    return tuple(members_of(mask, range(n_parties)) for mask in places.tolist())


def names_of(coalitions: Coalitions, parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return coalitions by the names of their members.

    Examples
    --------
    >>> names_of(((0,), (1, 2)), ["north", "middle", "south"])
    (('north',), ('middle', 'south'))
    """
    return tuple(tuple(parties[member] for member in coalition) for coalition in coalitions)
