"""A bargainer who answers a step with a step."""

import numpy as np

from simulations.bargaining.choosing import answer, towards_the_other, within_reach
from simulations.bargaining.talk import Answer, Talk

GOODWILL = 0.2
"""What it gives by itself over the whole talk, as a share of its room: two who only mirror would never move."""


def tit_for_tat(talk: Talk, rng: np.random.Generator) -> Answer:
    """Open with the best package, then come as far towards the other side as it came towards this one.

    Notes
    -----
    Steps are counted in value to oneself, from the least that one need listen to: as much as the other's newest offer
    is better than one's worst package (or than half one's room below the reservation, where the worst is further down),
    so much one's aspiration falls. Steps are not counted from the other's first offer: who opens fairly would be met
    with less than who opens far out. When the other steps back, so does this one. A little goodwill grows with time.

    Faratin, Sierra and Jennings also divide values instead of subtracting them (their relative form). That needs
    values above 0 and changes with the zero of the points; here neither unit nor zero matters.

    References
    ----------
    P. Faratin, C. Sierra and N. R. Jennings (1998), Robotics and Autonomous Systems 24:159-182,
    doi:10.1016/S0921-8890(98)00029-3 (behaviour-dependent tactics).
    """
    return answer(talk, towards_the_other(talk, within_reach(talk, mirrored_share(talk)), rng))


def mirrored_share(talk: Talk) -> float:
    """Return the aspiration, as a share of one's room, that mirrors the other side's steps so far.

    Examples
    --------
    >>> sheet = {"values": [8, 4, 1, 0], "attributes": [[0], [1], [2], [3]], "mine": (), "time": 0}
    >>> mirrored_share(Talk(reservation=0, theirs=(3,), **sheet))
    1.0
    >>> mirrored_share(Talk(reservation=0, theirs=(3, 1), **sheet))
    0.5
    """
    if not talk.theirs or talk.room <= 0:
        return 1.0
    start = max(float(talk.values.min()), talk.reservation - talk.room / 2)
    came = max(float(talk.values[talk.theirs[-1]]) - start, 0.0)
    return min(max(1.0 - came / talk.room - GOODWILL * talk.time, 0.0), 1.0)
