"""Going through the packages that can still reach something, in lexicographic order and without listing the rest."""

from collections.abc import Iterator

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.packages import Packages, longer, option_payoffs
from simulations.errors import ModelError

CHUNK = 8192
"""Beginnings of packages that go on together."""

MOST_STEPS = 30_000_000
"""Beginnings that are looked at before the walk gives up: ten seconds or so."""


class Cuts:
    """What a package must reach: weighted sums of the payoffs, each with its least value.

    Parameters
    ----------
    weights : ndarray, shape (n_cuts, n_parties)
    least : ndarray, shape (n_cuts,)
        May be raised while a walk goes on; the rest of the walk then asks for more.
    """

    def __init__(self, weights: Floats, least: Floats) -> None:
        self.weights, self.least = weights, least.astype(np.float64)

    def add(self, weights: Floats, least: float) -> None:
        """Ask for one more weighted sum."""
        self.weights, self.least = np.vstack((self.weights, weights)), np.append(self.least, least)


def completions(negotiation: Negotiation, cuts: Cuts) -> Iterator[Packages]:
    """Give every package that reaches all cuts, some at a time, in lexicographic order.

    A beginning is left when the best of each later issue does not lead it to one of the cuts. The bound is a little
    generous, so that rounding loses nothing: packages that only just miss a cut may be among those given.

    Raises
    ------
    ModelError
        ``bargaining.too_hard`` when too many beginnings can still reach the cuts.
    """
    issues = option_payoffs(negotiation)
    later = _most_later(issues, cuts.weights)
    slack = _slack(issues, cuts)
    steps = 0
    waiting = [(np.empty((1, 0), dtype=np.int64), np.zeros((1, len(negotiation.parties))))]
    while waiting:
        packages, sums = waiting.pop()
        place = packages.shape[1]
        if place == len(issues):
            yield Packages(packages=packages, payoffs=sums)
            continue
        sums = longer(sums, issues[place])
        steps += len(sums)
        if steps > MOST_STEPS:
            raise ModelError("bargaining.too_hard", value=negotiation.n_packages, allowed=MOST_STEPS)
        reach = sums @ cuts.weights.T + later[place + 1]
        kept = np.flatnonzero((reach >= cuts.least - slack).all(axis=1))
        waiting.extend(reversed(_chunks(packages, sums, kept, len(issues[place]))))


def _chunks(packages: Ints, sums: Floats, kept: Ints, n_options: int) -> list[tuple[Ints, Floats]]:
    """Return the kept rows with their packages, cut into handy pieces."""
    pieces = []
    for start in range(0, len(kept), CHUNK):
        rows = kept[start : start + CHUNK]
        before, option = np.divmod(rows, n_options)
        pieces.append((np.column_stack((packages[before], option)), sums[rows]))
    return pieces


def _most_later(issues: tuple[Floats, ...], weights: Floats) -> Floats:
    """Return the most that the issues from each place on can add to each cut, shape (n_issues + 1, n_cuts)."""
    most = [np.zeros(len(weights))]
    for options in reversed(issues):
        most.append(most[-1] + (options @ weights.T).max(axis=0))
    return np.array(most[::-1])


def _slack(issues: tuple[Floats, ...], cuts: Cuts) -> Floats:
    """Return for each cut more than rounding can change in all additions and products."""
    sizes = sum((np.abs(options).max(axis=0) for options in issues), np.zeros(cuts.weights.shape[1]))
    n_roundings = 4 * (len(issues) + len(sizes) + 2)
    return np.asarray(n_roundings * np.finfo(np.float64).eps * (np.abs(cuts.weights) @ sizes + np.abs(cuts.least)))
