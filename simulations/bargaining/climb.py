"""A good package, found by changing one or two issues at a time: a start for the exact search, never its answer."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from simulations.bargaining.numbers import Floats

MOST_PAIRS = 200_000
"""More ways of changing two issues at once are not tried."""

MOST_CHANGES = 100
"""Then it ends anyway: where numbers round, better by a last digit can go round in circles."""

Score = Callable[[Floats], Floats]
"""From payoffs, shape (k, n_parties), to one number a row: the more the better."""


def climbed(issues: Sequence[Floats], start: Sequence[int], score: Score) -> tuple[int, ...]:
    """Return a package that no change of one or two issues makes better.

    Parameters
    ----------
    issues : sequence of ndarray, shape (n_options, n_parties)
    start : sequence of int
        The package to begin with.
    score : function
        What is to be raised.
    """
    package, n_moves = list(start), sum(map(len, issues)) ** 2 // 2
    for _ in range(MOST_CHANGES):
        sums = sum((options[place] for options, place in zip(issues, package, strict=True)), np.zeros(1))
        best, change = float(score(sums[None])[0]), None
        for places, options in _moves(issues, package, pairs=n_moves <= MOST_PAIRS):
            scores = score(sums + options)
            row = int(scores.argmax())
            if scores[row] > best:
                best, change = float(scores[row]), (places, row)
        if change is None:
            break
        places, row = change
        for place, option in zip(places, np.unravel_index(row, [len(issues[at]) for at in places]), strict=True):
            package[place] = int(option)
    return tuple(package)


def _moves(
    issues: Sequence[Floats], package: Sequence[int], *, pairs: bool
) -> Iterator[tuple[tuple[int, ...], Floats]]:
    """Give for one or two issues what every other choice would change, in lexicographic order of their options."""
    changes = [options - options[place] for options, place in zip(issues, package, strict=True)]
    for place, change in enumerate(changes):
        yield (place,), change
    for first, second in combinations(range(len(issues)), 2) if pairs else ():
        both = changes[first][:, None] + changes[second][None]
        yield (first, second), both.reshape(-1, both.shape[-1])
