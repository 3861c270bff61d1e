"""Small rooms are not searched: every way to seat them is counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import factorial, prod

import numpy as np

from simulations.teamwork.counting import counts, weights
from simulations.teamwork.room import Ints, Room
from simulations.teamwork.rules import Rule

MOST_WAYS = 20_000


def n_ways(sizes: Sequence[int]) -> int:
    """Return in how many ways people can be split over tables; tables of one size are alike.

    Examples
    --------
    >>> n_ways((3, 3)), n_ways((4, 4, 4)), n_ways((8, 7))
    (10, 5775, 6435)
    """
    alike = prod(factorial(number) for number in Counter(sizes).values())
    return factorial(sum(sizes)) // prod(factorial(size) for size in sizes) // alike


def every_way(sizes: Sequence[int]) -> Ints:
    """Return every way as a row: the person on each seat, shape (n_ways, n_people). Equal sizes stand together.

    Examples
    --------
    >>> every_way((2, 2)).tolist()
    [[0, 1, 2, 3], [0, 2, 1, 3], [0, 3, 1, 2]]
    """
    return np.array(list(_ways(tuple(range(sum(sizes))), tuple(sizes), above=-1)), dtype=np.int64)


def _ways(people: tuple[int, ...], sizes: tuple[int, ...], *, above: int) -> Iterator[tuple[int, ...]]:
    """Seat the people; the lowest person of the first table must be above that of an equal table before it."""
    if not sizes:
        yield ()
        return
    alike = sizes[1:2] == sizes[:1]
    for table in combinations(people, sizes[0]):
        if table[0] > above:
            others = tuple(person for person in people if person not in table)
            for rest in _ways(others, sizes[1:], above=table[0] if alike else -1):
                yield table + rest


def best_of_every(room: Room, order: Sequence[Rule], rng: np.random.Generator) -> tuple[Ints, dict[Rule, int]]:
    """Return a best way to seat the room, and what each rule counts at least in any way."""
    ways = every_way(room.sizes)
    found = np.zeros((len(order), len(ways)), dtype=np.int64)
    for first, last in pairwise(room.starts):
        found += counts(room, order, ways[:, first:last].T)
    scores = weights(room, order) @ found
    best = np.flatnonzero(scores == scores.min())
    least = dict(zip(order, found.min(axis=1).tolist(), strict=True))
    return ways[best[rng.integers(best.size)]], least
