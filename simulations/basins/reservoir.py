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
        for before, gain, after in zip(storage[:-1], change, storage[1:], strict=True):
            np.add(before, gain, out=after)
            np.maximum(after, dead_mcm, out=after)
            np.minimum(after, capacity_mcm, out=after)
    spill = np.maximum(storage[:-1] + change - capacity_mcm, 0.0)
    release = np.maximum(storage[:-1] + inflow_mcm - storage[1:] - spill, 0.0)
    return storage[1:], release, spill
