"""A bargainer who keeps its own aspiration and looks, among what meets it, for what the others may want."""

import numpy as np

from simulations.bargaining.choosing import answer, anyone, nearest, within_reach
from simulations.bargaining.concession import FLOOR, share_at
from simulations.bargaining.guessing import guessed_worth
from simulations.bargaining.talk import Answer, Talk

PATIENCE = 0.6
"""The beta of its aspiration: it comes down slower than evenly."""


def problem_solver(talk: Talk, rng: np.random.Generator) -> Answer:
    """Come down slowly and, at each height, offer the package that seems to be worth most to the others.

    Notes
    -----
    What another party offers tells what it wants; what it keeps from offer to offer tells what matters most to it.
    `guessed_worth` makes numbers of that, for each of the others, and nothing but the offers is asked for.

    References
    ----------
    P. Faratin, C. Sierra and N. R. Jennings (2002), Artificial Intelligence 142:205-237,
    doi:10.1016/S0004-3702(02)00290-4 (trade-offs: the same for oneself, more for the other).
    """
    packages = within_reach(talk, share_at(talk.time, beta=PATIENCE, floor=FLOOR))
    if not talk.theirs:
        return answer(talk, anyone(packages, rng))
    return answer(talk, nearest(packages, -guessed_worth(talk, packages).sum(axis=0), rng))
