"""A bargainer who loses the thread."""

import numpy as np

from simulations.bargaining.choosing import answer, step_towards
from simulations.bargaining.concession import FLOOR, share_at
from simulations.bargaining.talk import Answer, Talk

SLIPS = 0.25
"""How often it forgets how far the talk has come."""


def forgetful(talk: Talk, rng: np.random.Generator) -> Answer:
    """Come down evenly, but now and then go back to an earlier moment and ask again for what was given already.

    It remembers the others' newest offer only: neither its own offers nor what was said before. What it says still
    holds: nothing below its reservation, and yes to whatever is worth as much as what it would ask for just now.
    The character is the kit's own.
    """
    thread_lost = rng.random() < SLIPS
    remembered = talk.time * rng.random() if thread_lost else talk.time
    return answer(talk, step_towards(talk, share_at(remembered, beta=1.0, floor=FLOOR), rng))
