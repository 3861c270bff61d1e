"""Many runs at once: one after the other here, or side by side on a cluster, with the same results."""

from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np


class Mapper(Protocol):
    """Whatever applies a function to every item and gives the results in the same order, as `map` does.

    ``concurrent.futures.ProcessPoolExecutor().map`` is one, and so is ``client.get_executor().map`` of a Dask cluster.
    """

    def __call__(self, function: Any, items: Iterable[Any], /) -> Iterable[Any]:
        """Return the results in the order of the items."""


def seeds_of(seed: int, n_runs: int) -> tuple[int, ...]:
    """Return one seed for each run, all different and all fixed by the first.

    Parameters
    ----------
    seed : int
        At least 0.
    n_runs : int

    Returns
    -------
    tuple of int
        The first ones stay the same when more runs are asked for.

    Examples
    --------
    >>> seeds_of(7, 3)[:2] == seeds_of(7, 2)
    True
    >>> len(set(seeds_of(7, 1000)))
    1000
    """
    return tuple(int(word) for word in np.random.SeedSequence(seed).generate_state(n_runs, np.uint64) >> np.uint64(11))
