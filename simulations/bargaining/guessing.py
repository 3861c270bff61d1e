"""Guessing from the offers of the others what they want, and how much."""

import numpy as np

from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.talk import Talk

RATE = 0.2
"""What an issue gains in weight, against the sum of all, each time that its option was kept."""

FADING = 0.5
"""How much less than the first offer the newest one counts: whoever comes down began with what it wants most."""


def guessed_weights(talk: Talk, offers: tuple[int, ...]) -> Floats:
    """Return how much each issue seems to matter to whoever made these offers.

    Parameters
    ----------
    talk : Talk
    offers : tuple of int
        One party's offers, oldest first.

    Returns
    -------
    ndarray, shape (n_issues,)
        Adding up to 1. What is kept from offer to offer matters more; an offer that repeats the last one tells
        nothing new.

    Examples
    --------
    >>> square = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> talk = Talk(values=[0, 1, 2, 3], reservation=0, mine=(), theirs=(0, 1), time=0, attributes=square)
    >>> guessed_weights(talk, talk.theirs).round(2)  # the first option stayed, the second changed
    array([0.58, 0.42])
    """
    offered = talk.attributes[list(offers)]
    kept = offered[1:] == offered[:-1]
    counted = kept[~kept.all(axis=1)].sum(axis=0)
    weights = 1 / kept.shape[1] + RATE * counted
    found: Floats = weights / weights.sum()
    return found


def guessed_worth(talk: Talk, packages: Ints) -> Floats:
    """Return what packages seem to be worth to each of the others.

    Parameters
    ----------
    talk : Talk
    packages : ndarray of int, shape (k,)

    Returns
    -------
    ndarray, shape (n_others, k)
        From 0 to 1; one row for each of the others that has offered something.

    Notes
    -----
    An issue's option is worth what its likeness to the offered options adds up to, as a share of the largest such
    sum; early offers count more, and issues count by `guessed_weights`. The models in the literature count equal
    options only. They watch thousands of offers, a talk has a dozen; so an option next to one that was offered
    counts in part.

    References
    ----------
    Frequency models: T. Baarslag, M. Hendrikx, K. Hindriks and C. Jonker (2016), Autonomous Agents and Multi-Agent
    Systems 30:849-898, doi:10.1007/s10458-015-9309-1 (survey); O. Tunali, R. Aydogan and V. Sanchez-Anguix (2017),
    PRIMA 2017, 263-279, doi:10.1007/978-3-319-69131-2_16 (what such models take for granted).

    Examples
    --------
    >>> talk = Talk(values=[0, 1, 2], reservation=0, mine=(), theirs=(0,), time=0, attributes=[[0], [1], [2]])
    >>> guessed_worth(talk, np.arange(3)).tolist()
    [[1.0, 0.25, 0.0]]
    """
    return np.array([_worth_to_one(talk, packages, offers) for offers in talk.by_other])


def _worth_to_one(talk: Talk, packages: Ints, offers: tuple[int, ...]) -> Floats:
    space, weights = talk.sheet.space, guessed_weights(talk, offers)
    counts = 1.0 - FADING * np.arange(len(offers)) / len(offers)
    likeness = sum(
        (count * (1.0 - space.distances_from(other)) for count, other in zip(counts, offers, strict=True)), np.zeros(1)
    )
    most = np.maximum.reduceat(likeness, space.firsts)
    row = likeness * (weights / most)[space.issues]
    worth: Floats = row[space.codes[packages]].sum(axis=1)
    return worth
