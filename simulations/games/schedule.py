"""The reservoir's year: a promised summer release, spread over the months so that the water is really there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SUMMER = (4, 5, 6, 7, 8, 9)
"""Calendar months April to September."""

Months = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """What a reservoir can hold, in million m3; a year ends with what it began with."""

    capacity_mcm: float
    dead_mcm: float
    initial_mcm: float


def summer_months(first_month: int) -> NDArray[np.bool_]:
    """Return which of the twelve month indices are summer, when index 0 is calendar month `first_month`.

    Examples
    --------
    >>> [int(place) for place in summer_months(10).nonzero()[0]]
    [6, 7, 8, 9, 10, 11]
    """
    return np.array([(first_month - 1 + index) % 12 + 1 in SUMMER for index in range(12)])


def summer_total(
    promised_mcm: float, inflow_mcm: Months, summer: NDArray[np.bool_], storage: Storage, winter_least_mcm: float
) -> float:
    """Return the summer release that the year allows, the nearest to the promised one.

    Winter gets the rest of the year's inflow. It needs at least `winter_least_mcm` and must leave room for what flows
    in; it cannot take more than the reservoir holds above its dead storage and what flows in.
    """
    year, winter = float(inflow_mcm.sum()), float(inflow_mcm[~summer].sum())
    above_dead = storage.initial_mcm - storage.dead_mcm + winter
    room = storage.initial_mcm + winter - storage.capacity_mcm
    winter_least = min(max(winter_least_mcm, room, 0.0), above_dead, year)
    return min(max(promised_mcm, year - above_dead, 0.0), year - winter_least)


def release_schedule(
    promised_mcm: float,
    *,
    inflow_mcm: Months,
    weights: Sequence[float] | Months,
    summer: NDArray[np.bool_],
    storage: Storage,
    winter_least_mcm: float = 0.0,
) -> Months:
    """Return a year's release by month, which starts and ends with the same storage.

    Parameters
    ----------
    promised_mcm : float
        Wanted from April to September; `summer_total` says what the year allows of it.
    inflow_mcm : array of shape (12,)
        What reaches the reservoir.
    weights : sequence of 12 numbers
        How each season's release is spread over its months, as far as storage allows.
    summer : array of bool, shape (12,)
    storage : Storage
    winter_least_mcm : float, optional
        What winter needs in any year.

    Returns
    -------
    array of shape (12,), million m3

    Examples
    --------
    >>> inflow = np.array([1.0] * 6 + [5.0] * 6)
    >>> storage = Storage(capacity_mcm=40, dead_mcm=2, initial_mcm=30)
    >>> plan = release_schedule(18, inflow_mcm=inflow, weights=[1] * 12, summer=summer_months(10), storage=storage)
    >>> plan.round(1).tolist()
    [3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]
    """
    total = summer_total(promised_mcm, inflow_mcm, summer, storage, winter_least_mcm)
    left = {True: total, False: float(inflow_mcm.sum()) - total}
    spread = np.maximum(np.asarray(weights, dtype=float), 1e-6)
    weight_left = {True: float(spread[summer].sum()), False: float(spread[~summer].sum())}
    held = storage.initial_mcm
    release = np.zeros(12)
    for month in range(12):
        season = bool(summer[month])
        wanted = left[season] * spread[month] / weight_left[season]
        there = held + inflow_mcm[month]
        release[month] = min(max(wanted, there - storage.capacity_mcm, 0.0), max(there - storage.dead_mcm, 0.0))
        held = there - release[month]
        left[season] -= release[month]
        weight_left[season] -= spread[month]
    return release
