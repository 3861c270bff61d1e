"""One party's moves as arrays: where they begin, where they end, and what is best or worst at their ends."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arcs:
    """Moves between the places of states, row by row.

    Parameters
    ----------
    starts : ndarray of int, shape (n_states + 1,)
        The moves out of place ``s`` are ``ends[starts[s]:starts[s + 1]]``.
    ends : ndarray of int, shape (n_moves,)
    """

    starts: Places
    ends: Places

    @classmethod
    def between(cls, tails: Places, heads: Places, n_states: int) -> "Arcs":
        """Make them from pairs of places; a move must change the state, and counts once."""
        moved = tails != heads
        pairs = np.sort(tails[moved].astype(np.int64) * n_states + heads[moved])
        pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))[: pairs.size]]
        starts = np.searchsorted(pairs, np.arange(n_states + 1, dtype=np.int64) * n_states)
        return cls(starts=starts.astype(np.intp), ends=(pairs % n_states).astype(np.intp))

    @property
    def tails(self) -> Places:
        """Where each move begins."""
        return np.repeat(np.arange(self.starts.size - 1), np.diff(self.starts))

    def better(self, payoffs: Floats) -> "Arcs":
        """Return only the moves whose end is worth more than their beginning."""
        kept = payoffs[self.ends] > payoffs[self.tails]
        starts = np.concatenate(([0], np.cumsum(kept)))[self.starts]
        return Arcs(starts=starts.astype(np.intp), ends=self.ends[kept])

    def least(self, values: Floats) -> Floats:
        """Return for every state the least value one move away, infinity where there is no move."""
        found = np.full(self.starts.size - 1, np.inf)
        moving = np.flatnonzero(np.diff(self.starts))
        if moving.size:
            found[moving] = np.minimum.reduceat(values[self.ends], self.starts[moving])
        return found

    def most(self, values: Floats) -> Floats:
        """Return for every state the highest value one move away, minus infinity where there is no move."""
        return -self.least(-values)

    def after(self, places: Places) -> Places:
        """Return where one move from any of these places leads, in rising order."""
        counts = self.starts[places + 1] - self.starts[places]
        before = np.cumsum(counts) - counts
        met = np.zeros(self.starts.size - 1, dtype=bool)
        met[self.ends[np.repeat(self.starts[places] - before, counts) + np.arange(counts.sum())]] = True
        return np.flatnonzero(met)
