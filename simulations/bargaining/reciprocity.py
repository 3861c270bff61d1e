"""A bargainer who answers a step with a step."""

from itertools import pairwise

import numpy as np

from simulations.bargaining.choosing import answer, issue_distances, towards_the_other, within_reach
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.talk import Answer, Talk

GIFT = 0.2
"""What it gives before anything was given, as a share of its room: two who only mirror would never move."""
LEAST_STEP = 0.15
"""The least that it answers a step with, however small the step was to itself: a step was meant, so one comes back."""


def tit_for_tat(talk: Talk, rng: np.random.Generator) -> Answer:
    """Open with the best package, then come as far towards the other side as it came towards this one.

    Notes
    -----
    Steps are counted in value to oneself, as shares of the way that the other side can walk: from its worst offer to
    one's best package. Whoever opens fairly would be met with less than who opens far out; so the way begins no higher
    than half one's room below the reservation, and what lies between counts as walked. When the other steps back, so
    does this one. When it stands still, this one says the same again. The first answer is a small gift.

    Faratin, Sierra and Jennings (1998) mirror the last step alone, divided or subtracted. Their divided form needs
    values above 0. The share of the way needs neither unit nor zero, and hears steps made far below the reservation;
    the least step and the gift are the kit's, and so is what it does among many: it comes as far as the others have
    come on average, and waits only when all stand still.

    References
    ----------
    P. Faratin, C. Sierra and N. R. Jennings (1998), Robotics and Autonomous Systems 24:159-182,
    doi:10.1016/S0921-8890(98)00029-3 (behaviour-dependent tactics).
    """
    if talk.mine and talk.acceptable[talk.mine[-1]] and _all_stand_still(talk):
        return answer(talk, talk.mine[-1])
    packages = within_reach(talk, mirrored_share(talk))
    return answer(talk, towards_the_other(talk, _visibly(talk, packages), rng))


def mirrored_share(talk: Talk) -> float:
    """Return the aspiration, as a share of one's room, that mirrors the steps of the others so far.

    Examples
    --------
    >>> sheet = {"values": [8, 4, 1, 0], "attributes": [[0], [1], [2], [3]], "mine": (), "time": 0}
    >>> mirrored_share(Talk(reservation=0, theirs=(3,), **sheet))
    0.8
    >>> round(mirrored_share(Talk(reservation=0, theirs=(3, 1), **sheet)), 2)
    0.3
    """
    if not talk.theirs or talk.room <= 0:
        return 1.0
    shares = [_mirrored(talk, talk.values[list(offers)]) for offers in talk.by_other]
    return sum(shares) / len(shares)


def _mirrored(talk: Talk, came: Floats) -> float:
    """Return the aspiration that mirrors one party, from what its offers were worth to oneself."""
    start = min(float(came.min()), max(float(talk.values.min()), talk.reservation - talk.room / 2))
    if start >= talk.best:
        return 1.0  # every package is worth the same: nobody can walk
    walked = (came - start) / (talk.best - start)
    share = 1.0 - GIFT - float(walked[0])
    for before, now in pairwise(walked.tolist()):
        share -= max(now - before, LEAST_STEP) if now > before else now - before
    return min(max(share, 0.0), 1.0)


def _all_stand_still(talk: Talk) -> bool:
    return bool(talk.theirs) and all(len(made) > 1 and made[-1] == made[-2] for made in talk.by_other)


def _visibly(talk: Talk, packages: Ints) -> Ints:
    """Return packages worth less to oneself than one's last offer, when the other has just come nearer, or begun."""
    came = talk.values[list(_newest_of_the_last_speaker(talk))]
    if not talk.mine or not came.size or (came.size == 2 and came[1] <= came[0]):
        return packages
    last = talk.mine[-1]
    less = np.flatnonzero(talk.acceptable & (talk.values < talk.values[last]))
    newest = talk.theirs[-1]
    away = issue_distances(talk, less, newest).mean(axis=1)
    nearer = less[away <= issue_distances(talk, np.array([last]), newest).mean() + 1e-12]
    for found in (np.intersect1d(packages, nearer), nearer, less):
        if found.size:
            highest: Ints = found[talk.values[found] == talk.values[found].max()]
            return highest
    return packages


def _newest_of_the_last_speaker(talk: Talk) -> tuple[int, ...]:
    """Return the last two offers of whoever made the newest one."""
    if talk.whose is None or not talk.whose:
        return talk.theirs[-2:]
    made = [package for party, package in zip(talk.whose, talk.theirs, strict=True) if party == talk.whose[-1]]
    return tuple(made[-2:])
