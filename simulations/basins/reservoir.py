"""One reservoir through the months."""

from itertools import accumulate

import numpy as np

from simulations.basins.fields import Floats

_FEW = 8
"""Below this many scenarios plain floats are quicker than arrays of a handful of numbers."""


def operate(
    inflow_mcm: Floats, target_mcm: Floats, *, initial_mcm: float, dead_mcm: float, capacity_mcm: float
) -> tuple[Floats, Floats, Floats]:
    """Release the target as far as there is water above the dead storage; spill what does not fit.

    Parameters
    ----------
    inflow_mcm : ndarray, shape (n_months, n_scenarios)
    target_mcm : ndarray, shape (n_months, n_scenarios or 1)
    initial_mcm, dead_mcm, capacity_mcm : float
        With ``dead_mcm <= initial_mcm <= capacity_mcm``.

    Returns
    -------
    storage_mcm, release_mcm, spill_mcm : ndarray, shape (n_months, n_scenarios)
        Storage at the end of each month.

    Notes
    -----
    A storage that starts a month at or above dead storage ends it at its start, plus inflow, less target,
    held between dead storage and capacity. Only this walks month by month; all else is done for all months
    at once.

    Examples
    --------
    >>> inflow, target = np.array([[5.0], [0.0]]), np.array([[1.0], [9.0]])
    >>> [array.ravel().tolist() for array in operate(inflow, target, initial_mcm=8, dead_mcm=2, capacity_mcm=10)]
    [[10.0, 2.0], [1.0, 8.0], [2.0, 0.0]]
    """
    change = inflow_mcm - target_mcm
    storage = np.empty((len(change) + 1, change.shape[1]))
    storage[0] = initial_mcm
    if change.shape[1] < _FEW:
        for scenario, changes in enumerate(change.T.tolist()):
            held = accumulate(
                changes,
                lambda level, gain: min(max(level + gain, dead_mcm), capacity_mcm),
                initial=float(initial_mcm),
            )
            storage[:, scenario] = list(held)
    else:
        _hold_many(storage, change, dead_mcm, capacity_mcm)
    # In place from here on: fresh memory costs more than the sums.
    spill = np.add(storage[:-1], change, out=change)
    spill -= capacity_mcm
    np.maximum(spill, 0.0, out=spill)
    release = storage[:-1] + inflow_mcm
    release -= storage[1:]
    release -= spill
    return storage[1:], np.maximum(release, 0.0, out=release), spill


def _hold_many(storage: Floats, change: Floats, dead_mcm: float, capacity_mcm: float) -> None:
    """Fill in ``storage[1:]``; three sums a month, into rows that are already there."""
    dead, capacity = np.full(change.shape[1], dead_mcm), np.full(change.shape[1], capacity_mcm)
    storage[1:] = change
    before = storage[0]
    for after in storage[1:]:
        np.add(after, before, out=after)
        np.maximum(after, dead, out=after)
        np.minimum(after, capacity, out=after)
        before = after
