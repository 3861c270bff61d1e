"""A bargainer who keeps its own aspiration and looks, among what meets it, for what the other may want."""

import numpy as np

from simulations.bargaining.choosing import answer, anyone, issue_distances, nearest, within_reach
from simulations.bargaining.concession import FLOOR, share_at
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.talk import Answer, Talk

PATIENCE = 0.6
"""The beta of its aspiration: it comes down slower than evenly."""
MEMORY = 3
"""How many of the other's newest offers it looks at."""


def problem_solver(talk: Talk, rng: np.random.Generator) -> Answer:
    """Come down slowly and, at each height, offer the package most like what the other side seems to want.

    Notes
    -----
    What the other offers tells what it wants; what it offers again and again tells what matters most to it.
    So likeness is weighed by how often the other kept its option on an issue. It asks for nothing but the offers.

    References
    ----------
    P. Faratin, C. Sierra and N. R. Jennings (2002), Artificial Intelligence 142:205-237,
    doi:10.1016/S0004-3702(02)00290-4 (trade-offs by similarity).
    """
    packages = within_reach(talk, share_at(talk.time, beta=PATIENCE, floor=FLOOR))
    if not talk.theirs:
        return answer(talk, anyone(packages, rng))
    return answer(talk, nearest(packages, distances_to_wishes(talk, packages), rng))


def guessed_weights(talk: Talk) -> Floats:
    """Return how much each issue seems to matter to the other side, shape (n_issues,), adding up to 1.

    Examples
    --------
    >>> square = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> talk = Talk(values=[0, 1, 2, 3], reservation=0, mine=(), theirs=(0, 1), time=0, attributes=square)
    >>> guessed_weights(talk).round(2)  # the first option stayed, the second changed
    array([0.67, 0.33])
    """
    offered = talk.attributes[list(talk.theirs)]
    # One more than counted: an issue that changed once may still matter.
    kept = 1.0 + (offered[1:] == offered[:-1]).sum(axis=0)
    weights: Floats = kept / kept.sum()
    return weights


def distances_to_wishes(talk: Talk, packages: Ints) -> Floats:
    """Return how far packages lie from the other side's newest offers, shape (k,)."""
    weights = guessed_weights(talk)
    newest = talk.theirs[-MEMORY:]
    distances: Floats = sum((issue_distances(talk, packages, other) @ weights for other in newest), np.zeros(1))
    return distances / len(newest)
