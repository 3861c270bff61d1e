"""Looking for good groups: people swap seats, rule by rule, the most important first."""

from collections.abc import Sequence

import numpy as np

from simulations.teamwork.counting import counts, most, weights
from simulations.teamwork.room import Ints, Room
from simulations.teamwork.rules import Rule

PATIENCE = 20
"""Swaps without a better room before the next rule is taken up."""
LAST_PATIENCE = 60
"""The same with all rules in view."""
RESTING = (4, 10)
"""A person who has swapped stays for so many swaps."""
_NEVER = np.int64(np.iinfo(np.int64).max)


def search(
    room: Room, order: Sequence[Rule], seated: Ints, *, least: dict[Rule, int], rng: np.random.Generator
) -> Ints:
    """Return the best seating found from a given one.

    Parameters
    ----------
    room : Room
    order : sequence of Rule
        By importance.
    seated : ndarray, shape (n_people,)
        The person on each seat, to begin with.
    least : dict
        What a rule is known to count at least; there is no use in searching below.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_people,)

    Notes
    -----
    Tabu search: of all swaps the best is made, even when it makes the room worse, and who has swapped rests. The
    first rule is searched alone, then the first two, and so on, so that later rules do not stand in the way of
    earlier ones.

    References
    ----------
    M. Gallego, M. Laguna, R. Marti, A. Duarte (2013), Journal of the Operational Research Society 64:724-734,
    doi:10.1057/jors.2012.66 (tabu search with swaps, for groups of different people).
    """
    limit = most(room)
    rules = [rule for rule in order if limit[rule]]
    for n_rules in range(1, len(rules) + 1):
        patience = LAST_PATIENCE if n_rules == len(rules) else PATIENCE
        seated = _swap(room, rules[:n_rules], seated, least=least, patience=patience, rng=rng)
    return seated


def _swap(
    room: Room, rules: Sequence[Rule], seated: Ints, *, least: dict[Rule, int], patience: int, rng: np.random.Generator
) -> Ints:
    scores = _Scores(room, rules, seated)
    aim = int(scores.weights @ [least.get(rule, 0) for rule in rules])
    best, best_seated, waited = scores.total, scores.seated.copy(), 0
    rests_until = np.zeros(seated.size, dtype=np.int64)
    step = 0
    while best > aim and waited < patience:
        gains = scores.changes()
        rests = rests_until[scores.seated] > step
        forbidden = (rests[:, None] | rests) & (gains >= best - scores.total)
        gains[scores.same_table | forbidden] = _NEVER
        smallest = np.flatnonzero(gains == gains.min())
        one, other = divmod(int(smallest[rng.integers(smallest.size)]), seated.size)
        step, waited = step + 1, waited + 1
        if gains[one, other] == _NEVER:  # everybody rests, or there is one table only
            continue
        rests_until[scores.seated[[one, other]]] = step + rng.integers(*RESTING)
        scores.swap(one, other)
        if scores.total < best:
            best, best_seated, waited = scores.total, scores.seated.copy(), 0
    return best_seated


class _Scores:
    """The score of every table, and what it would be with another person on any of its seats."""

    def __init__(self, room: Room, rules: Sequence[Rule], seated: Ints) -> None:
        self.room, self.rules, self.weights = room, rules, weights(room, rules)
        self.seated, self.starts = seated.copy(), room.starts
        self.table = np.repeat(np.arange(len(room.sizes)), room.sizes)
        self.same_table = self.table[:, None] == self.table
        self.now = np.zeros(len(room.sizes), dtype=np.int64)
        # instead[i, j]: the score of seat j's table with the person of seat i on seat j.
        self.instead = np.zeros((seated.size, seated.size), dtype=np.int64)
        for table in range(len(room.sizes)):
            self._look_again(table)

    @property
    def total(self) -> int:
        return int(self.now.sum())

    def changes(self) -> Ints:
        """Return what the swap of any two seats adds to the total."""
        more = self.instead - self.now[self.table]
        return np.asarray(more + more.T)

    def swap(self, one: int, other: int) -> None:
        seats = [one, other]
        self.seated[seats] = self.seated[seats[::-1]]
        self.instead[seats] = self.instead[seats[::-1]]
        for seat in seats:
            self._look_again(self.table[seat])

    def _look_again(self, table: int) -> None:
        first, last = self.starts[table], self.starts[table + 1]
        places = np.arange(last - first)
        members = np.empty((places.size, self.seated.size, places.size), dtype=np.int64)
        members[:] = self.seated[first:last, None, None]
        members[places, :, places] = self.seated
        found = counts(self.room, self.rules, members.reshape(places.size, -1))
        self.instead[:, first:last] = (self.weights @ found).reshape(-1, places.size)
        # On a seat of one's own nothing changes.
        self.now[table] = self.instead[first, first]
