"""Games for the tests of coalitions: drawn at random, or given as a function of their members."""

from collections.abc import Callable

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

numbers = st.integers(-1000, 1000).map(float)
CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def games(n_parties: int) -> st.SearchStrategy[NDArray[np.float64]]:
    size = 2**n_parties - 1
    return st.lists(numbers, min_size=size, max_size=size).map(lambda drawn: np.array([0.0, *drawn]))


ANY_GAME = st.integers(1, 5).flatmap(games)


def members(n_parties: int) -> NDArray[np.float64]:
    """Who belongs to which coalition: a row for each, a column for each party."""
    return (np.arange(1 << n_parties)[:, np.newaxis] >> np.arange(n_parties) & 1).astype(float)


def game_of(n_parties: int, worth: Callable[[set[int]], float]) -> NDArray[np.float64]:
    """The array of a game that is given as a function of the set of its members."""
    return np.array(
        [
            float(worth({p for p in range(n_parties) if mask >> p & 1})) if mask else 0.0
            for mask in range(1 << n_parties)
        ]
    )
