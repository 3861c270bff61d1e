"""Bargainers who look at the clock: how early one comes down from one's best."""

import numpy as np

from simulations.bargaining.choosing import answer, step_towards
from simulations.bargaining.talk import Answer, Talk

DEADLINE = 0.9
"""By this share of the turns all is conceded that will be, so that the other side can still say yes."""
FLOOR = 0.1
"""What one still asks for then, as a share of one's room: who only waits must not get everything."""
FIRM_FLOOR = 0.2
"""The same for who holds out: waiting for its last turns brings less than walking towards it."""
FRIENDLY_OPENING = 0.85
"""Where the early one begins, as a share of its room."""


def share_at(time: float, *, beta: float, floor: float = 0.0, opening: float = 1.0) -> float:
    """Return a time-based aspiration as a share of one's room.

    Parameters
    ----------
    time : float
        Share of the turns that are used, 0 to 1.
    beta : float
        Above 0. Below 1 one holds out and comes down late, at 1 evenly, above 1 early.
    floor : float
        What one still asks for at the end, as a share of one's room.
    opening : float
        What one asks for at the beginning; 1 is one's best package. In the source, 1 less their kappa.

    Returns
    -------
    float
        From ``opening`` at the beginning to ``floor``.

    Examples
    --------
    >>> [round(share_at(0.45, beta=beta), 2) for beta in (0.2, 1, 5)]
    [0.97, 0.5, 0.13]
    """
    used = min(time / DEADLINE, 1.0)
    return float(floor + (opening - floor) * (1.0 - used ** (1.0 / beta)))


def boulware(talk: Talk, rng: np.random.Generator) -> Answer:
    """Hold out, and come down only near the end, towards what the other side offered last.

    Notes
    -----
    The source leaves open which of several equal packages is offered, and ends at the reservation. Here the one most
    like the other's offer is taken, so that holding out wastes nothing, and the end lies above the reservation.

    References
    ----------
    P. Faratin, C. Sierra and N. R. Jennings (1998), Robotics and Autonomous Systems 24:159-182,
    doi:10.1016/S0921-8890(98)00029-3 (time-dependent tactics, here with beta = 0.2).
    """
    share = share_at(talk.time, beta=0.2, floor=FIRM_FLOOR)
    return answer(talk, step_towards(talk, share, rng))


def linear(talk: Talk, rng: np.random.Generator) -> Answer:
    """Come down by the same step every time, towards what the other side offered last.

    References
    ----------
    As `boulware`, with beta = 1.
    """
    share = share_at(talk.time, beta=1.0, floor=FLOOR)
    return answer(talk, step_towards(talk, share, rng))


def conceder(talk: Talk, rng: np.random.Generator) -> Answer:
    """Open below the best and come down early, towards what the other side offered last.

    References
    ----------
    As `boulware`, with beta = 2.5: large steps first, but not all at once; and with kappa = 0.15.
    """
    share = share_at(talk.time, beta=2.5, floor=FLOOR, opening=FRIENDLY_OPENING)
    return answer(talk, step_towards(talk, share, rng))
