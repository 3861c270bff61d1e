"""Cycles of quarrel: closed walks along an odd number of bad ties, in each of which some tie cannot fit."""

from itertools import pairwise
from typing import Any

import numpy as np

from simulations.relations.signs import Floats, SignedTies, Whole

Cycle = tuple[int, ...]

_VIOLATED = 1e-6
_SHORT_BEFORE_LONG = 1e-7  # among cycles of equal weight the shorter one says more


def light_cycles(ties: SignedTies, weight: Floats, start_from: Whole) -> set[Cycle]:
    """Return negative cycles that weigh less than 1: the lightest one through each of some people.

    Parameters
    ----------
    ties : SignedTies
    weight : ndarray of float, shape (n_ties,)
        0 or more.
    start_from : ndarray of int
        Places of people.

    Returns
    -------
    set of tuple of int
        Each cycle by the places of its ties, sorted.

    Notes
    -----
    Everybody is there twice, in a good and in a bad mood; good ties keep the mood and bad ties turn it. The shortest
    walk from somebody to the same person in the other mood is the lightest negative closed walk (F. Barahona and
    A. R. Mahjoub 1986, Mathematical Programming 36:157-173, doi:10.1007/BF02592023).

    Examples
    --------
    >>> three = np.array([0, 1, 2])
    >>> ties = SignedTies(people=tuple("abc"), first=three, second=np.array([1, 2, 0]), sign=np.array([1, 1, -1]))
    >>> light_cycles(ties, np.zeros(3), three), light_cycles(ties, np.ones(3), three)
    ({(0, 1, 2)}, set())
    """
    from scipy.sparse.csgraph import dijkstra

    n_people = len(ties.people)
    near, before = dijkstra(_moods(ties, weight), indices=start_from, return_predecessors=True, limit=1.0)
    found = np.flatnonzero(near[np.arange(start_from.size), start_from + n_people] < 1.0 - _VIOLATED)
    if not found.size:
        return set()
    place = {pair: tie for tie, pair in enumerate(zip(ties.first.tolist(), ties.second.tolist(), strict=True))}
    return {_simple(before[row].tolist(), int(start_from[row]), n_people, place) for row in found}


def _moods(ties: SignedTies, weight: Floats) -> Any:
    """Return the graph in which everybody is there twice, shape (2 * n_people, 2 * n_people)."""
    from scipy.sparse import csr_array

    n_people = len(ties.people)
    turned = np.where(ties.sign < 0, n_people, 0)
    from_good, from_bad = ties.second + turned, ties.second + n_people - turned
    length = np.tile(np.maximum(weight, 0.0) + _SHORT_BEFORE_LONG, 4)
    one = np.concatenate([ties.first, ties.first + n_people, from_good, from_bad])
    other = np.concatenate([from_good, from_bad, ties.first, ties.first + n_people])
    return csr_array((length, (one, other)), shape=(2 * n_people, 2 * n_people))


def _simple(before: list[int], start: int, n_people: int, place: dict[tuple[int, int], int]) -> Cycle:
    """Follow the walk back until somebody comes twice; from the one time to the other it is a cycle, and negative."""
    walk, met = [start + n_people], {start: 0}
    while True:
        walk.append(before[walk[-1]])
        person = walk[-1] % n_people
        if person in met:
            break
        met[person] = len(walk) - 1
    people = [mood % n_people for mood in walk[met[person] :]]
    steps = pairwise(people)
    return tuple(sorted(place[pair] if pair in place else place[pair[::-1]] for pair in steps))
