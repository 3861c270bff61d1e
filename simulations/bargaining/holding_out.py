"""A bargainer who hardly moves."""

import numpy as np

from simulations.bargaining.choosing import answer, anyone, within_reach
from simulations.bargaining.talk import Answer, Talk

NEARLY_OVER = 0.9
"""From this share of the turns on it sees that no agreement may come."""
HOLDS = 2 / 3
"""Until then it asks for packages of the best third of its room."""
LAST = 0.15
"""Then it asks for a little more than its reservation, so that an agreement stays possible."""


def stubborn(talk: Talk, rng: np.random.Generator) -> Answer:
    """Stay in the best third of one's room until nearly the end, then take a little more than the reservation.

    What the other side offers does not move it; what to offer among equals is left to the draw.
    """
    return answer(talk, anyone(within_reach(talk, stubborn_share(talk.time)), rng))


def stubborn_share(time: float) -> float:
    """Return the aspiration at a time as a share of one's room.

    Examples
    --------
    >>> [round(stubborn_share(time), 2) for time in (0, 0.45, 0.8, 0.9)]
    [1.0, 0.83, 0.7, 0.15]
    """
    if time >= NEARLY_OVER:
        return LAST
    return 1.0 - (1.0 - HOLDS) * time / NEARLY_OVER
