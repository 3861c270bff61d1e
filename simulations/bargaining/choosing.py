"""What every strategy shares: which packages meet an aspiration, which is nearest, and when to say yes."""

import numpy as np

from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.talk import Answer, Talk

BAND = 0.05
"""Packages that lie within this share of the room count as worth the same: nobody quarrels about a crumb."""

ALIKE = 1e-12
"""Distances that differ by rounding only are the same."""


def within_reach(talk: Talk, share: float) -> Ints:
    """Return the packages that a bargainer with this aspiration may offer.

    Parameters
    ----------
    talk : Talk
    share : float
        The aspiration as a share of the room between the reservation (0) and the best package (1).

    Returns
    -------
    ndarray of int
        Packages worth at least the aspiration and hardly more; where the values have a gap there, the least
        valuable ones above it. The best packages where nothing is worth the reservation. Never empty.

    Examples
    --------
    >>> talk = Talk(values=[9, 6, 6, 0], reservation=1, mine=(), theirs=(), time=0, attributes=[[0], [1], [2], [3]])
    >>> within_reach(talk, 0.5).tolist()
    [1, 2]
    """
    return np.sort(talk.sheet.order[talk.sheet.reach(share, width=BAND)])


def nearest(packages: Ints, distances: Floats, rng: np.random.Generator) -> int:
    """Return the package with the smallest distance; among equals the draw decides."""
    return anyone(packages[distances <= distances.min() + ALIKE], rng)


def anyone(packages: Ints, rng: np.random.Generator) -> int:
    """Return one of the packages; all have the same chance."""
    # A draw among one would change no later draw: it is spared, since sessions have thousands of them.
    return int(packages[rng.integers(len(packages))] if len(packages) > 1 else packages[0])


def issue_distances(talk: Talk, packages: Ints, other: int) -> Floats:
    """Return how far packages lie from another one, issue by issue.

    Parameters
    ----------
    talk : Talk
    packages : ndarray of int, shape (k,)
    other : int

    Returns
    -------
    ndarray, shape (k, n_issues)
        From 0 for the same option to 1 for the options furthest apart, as `Space.distances_from` counts.
    """
    space = talk.sheet.space
    return space.distances_from(other).take(space.codes[packages])


def issue_weights(talk: Talk) -> Floats:
    """Return how much each issue matters to oneself, shape (n_issues,), adding up to 1.

    An issue weighs as far as the means over the packages with each of its options lie apart.

    Examples
    --------
    >>> square = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> issue_weights(Talk(values=[0, 1, 3, 4], reservation=0, mine=(), theirs=(), time=0, attributes=square)).tolist()
    [0.75, 0.25]
    """
    spread = np.zeros(talk.attributes.shape[1])
    for issue, options in enumerate(talk.attributes.T):
        means = [talk.values[options == option].mean() for option in np.unique(options)]
        spread[issue] = max(means) - min(means)
    total = spread.sum()
    weights: Floats = spread / total if total > 0 else np.full(len(spread), 1 / len(spread))
    return weights


def towards_the_other(talk: Talk, packages: Ints, rng: np.random.Generator) -> int:
    """Return the package most like the others' newest offer; any of them before there is one."""
    if talk.newest is None:
        return anyone(packages, rng)
    return nearest(packages, issue_distances(talk, packages, talk.newest).mean(axis=1), rng)


def step_towards(talk: Talk, share: float, rng: np.random.Generator) -> int:
    """Return `towards_the_other` of what is `within_reach`, without looking at any other package."""
    sheet, newest = talk.sheet, talk.newest
    if newest is None:
        return anyone(within_reach(talk, share), rng)
    run = sheet.reach(share, width=BAND)
    if run.stop - run.start == 1:  # as in most turns of who holds out
        return sheet.order.item(run.start)
    distances = sheet.distances(run, newest)
    place = int(distances.argmin())
    alike = distances <= distances.item(place) + ALIKE
    if np.count_nonzero(alike) == 1:
        return sheet.order.item(run.start + place)
    return anyone(np.sort(sheet.order[run][alike]), rng)


def answer(talk: Talk, offer: int) -> Answer:
    """Accept the newest offer when it is worth at least what one would offer next; else make that offer.

    Nothing below the reservation is accepted, not even where one's own offer is no better.

    References
    ----------
    T. Baarslag, K. Hindriks and C. Jonker (2014), Decision Support Systems 60:68-77,
    doi:10.1016/j.dss.2013.05.021 (the condition called AC_next).
    """
    newest = talk.newest
    worth = talk.values.item  # plain numbers are compared faster than an array's
    if newest is not None and worth(newest) >= max(talk.reservation, worth(offer)):
        return Answer(accept=True, offer=newest)
    return Answer(accept=False, offer=offer)
