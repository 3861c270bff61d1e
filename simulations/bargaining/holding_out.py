"""A bargainer who hardly moves."""

import numpy as np

from simulations.bargaining.choosing import answer, issue_distances, issue_weights, nearest, within_reach
from simulations.bargaining.talk import Answer, Talk

STEPS = ((0.6, 0.7), (0.75, 0.55), (0.9, 0.4))
"""Shares of the turns, and what it asks for from then on, as a share of its room."""
HOLDS = 0.85
"""Until the first of these it comes down to this share of its room only."""


def stubborn(talk: Talk, rng: np.random.Generator) -> Answer:
    """Stay near one's best for more than half of the time, then come down in three steps, and not far.

    What the other side offers does not move it. Among equals it takes the package that keeps what matters most to
    itself as in its first offer, so it moves on what costs it least; then the one most like the other's newest offer.
    """
    packages = within_reach(talk, stubborn_share(talk.time))
    first = talk.mine[0] if talk.mine else int(talk.values.argmax())
    kept = issue_distances(talk, packages, first) @ issue_weights(talk)
    if talk.newest is not None:
        # A tenth only: the other's wish decides where its own does not.
        kept = kept + issue_distances(talk, packages, talk.newest).mean(axis=1) / 10
    return answer(talk, nearest(packages, kept, rng))


def stubborn_share(time: float) -> float:
    """Return the aspiration at a time as a share of one's room.

    Examples
    --------
    >>> [round(stubborn_share(time), 2) for time in (0, 0.3, 0.6, 0.8, 1)]
    [1.0, 0.93, 0.7, 0.55, 0.4]
    """
    reached = [share for start, share in STEPS if time >= start]
    return reached[-1] if reached else 1.0 - (1.0 - HOLDS) * time / STEPS[0][0]
