"""How many packages give everybody enough, counted without listing them."""

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.packages import MOST_PACKAGES, longer, option_payoffs
from simulations.bargaining.rounding import rounding


def count_between(negotiation: Negotiation, least: Floats, most: Floats | None = None) -> int | None:
    """Return how many packages are worth at least, and where it is given at most, so much to every party.

    Parameters
    ----------
    negotiation : Negotiation
    least, most : ndarray, shape (n_parties,)

    Returns
    -------
    int or None
        None when there are too many different sums to count with.

    Notes
    -----
    Beginnings with the same sums count together, and so do all in which a party has enough whatever follows.
    """
    issues, slack = option_payoffs(negotiation), rounding(negotiation)
    best_later, worst_later = (_later(issues, best=best) for best in (True, False))
    limit = np.full(len(least), np.inf) if most is None else most
    sums = np.zeros((1, len(least)))
    counts = np.ones(1, dtype=np.int64 if negotiation.n_packages < 2**62 else object)
    for place, options in enumerate(issues):
        if len(sums) * len(options) > MOST_PACKAGES:
            return None
        sums, counts = longer(sums, options), np.repeat(counts, len(options))
        highest, lowest = sums + best_later[place + 1], sums + worst_later[place + 1]
        last = slack * (place < len(issues) - 1)
        possible = ((highest >= least - last) & (lowest <= limit + last)).all(axis=1)
        if most is None:
            sums = np.where(lowest >= least + last, np.inf, sums)
        sums, counts = _together(sums[possible], counts[possible])
    return int(sum(counts.tolist()))


def _together(sums: Floats, counts: Ints) -> tuple[Floats, Ints]:
    """Add up the counts of equal sums."""
    if not len(sums):
        return sums, counts
    order = np.lexsort(sums.T)
    sums, counts = sums[order], counts[order]
    first = np.flatnonzero(np.concatenate(([True], (sums[1:] != sums[:-1]).any(axis=1))))
    return sums[first], np.add.reduceat(counts, first)


def _later(issues: tuple[Floats, ...], *, best: bool) -> Floats:
    """Return the most or the least that the issues from each place on can add, shape (n_issues + 1, n_parties)."""
    ends = [np.zeros(issues[0].shape[1])]
    for options in reversed(issues):
        ends.append(ends[-1] + (options.max(axis=0) if best else options.min(axis=0)))
    return np.array(ends[::-1])
