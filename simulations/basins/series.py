"""Inflows and decisions as arrays of one shape."""

from collections.abc import Mapping
from math import inf

import numpy as np
from numpy.typing import ArrayLike

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats, Kind
from simulations.errors import ModelError


def normal_inflows(basin: Basin, factors: ArrayLike, *, years: int = 1) -> dict[str, Floats]:
    """Return every source's normal year times a factor.

    Parameters
    ----------
    basin : Basin
    factors : array_like, shape (), (n_scenarios,) or (n_scenarios, n_months)
        1 is a normal year, 0.7 a dry one; one factor a scenario, or one a scenario and month.
    years : int, optional
        How many years one factor a scenario lasts, from 1; it says nothing where there is one factor a month.

    Returns
    -------
    dict of str to ndarray, shape (n_scenarios, n_months)
        Million m3, ready for `simulate`.

    Raises
    ------
    ModelError
        ``basin.bad_shape`` or ``basin.bad_number``.
    """
    numbers = _floats("factors", factors)
    if numbers.ndim > 2 or numbers.size == 0:
        raise ModelError("basin.bad_shape", key="factors", value=numbers.shape, allowed="(n,), (n, m)")
    if years < 1:
        raise ModelError("basin.bad_number", key="years", value=years, allowed="≥ 1")
    _check_numbers("factors", numbers)
    by_month = numbers if numbers.ndim == 2 else np.repeat(numbers.reshape(-1, 1), years * basin.months, axis=1)
    return {
        source: by_month * monthly(basin.numbers[source]["inflow_mcm"], by_month.shape[1])
        for source in basin.of_kind(Kind.SOURCE)
    }


def monthly(table: Floats, n_months: int) -> Floats:
    """Repeat a table of twelve months over a run, shape (n_months,)."""
    return np.resize(table, n_months)


def read_inflows(basin: Basin, inflows: Mapping[str, ArrayLike]) -> dict[str, Floats]:
    """Check inflows and return them month first, shape (n_months, n_scenarios).

    Raises
    ------
    ModelError
        ``basin.unknown_node``, ``basin.missing_key``, ``basin.bad_shape`` or ``basin.bad_number``.
    """
    sources = basin.of_kind(Kind.SOURCE)
    _check_names("inflows", inflows, sources)
    arrays: dict[str, Floats] = {}
    for source in sources:
        if source not in inflows:
            raise ModelError("basin.missing_key", key=f"inflows.{source}", allowed="≥ 0")
        array = np.atleast_2d(_floats(f"inflows.{source}", inflows[source]))
        shape = next(iter(arrays.values())).T.shape if arrays else array.shape
        if array.ndim != 2 or array.shape != shape or array.size == 0:
            raise ModelError("basin.bad_shape", key=f"inflows.{source}", value=array.shape, allowed=shape)
        _check_numbers(f"inflows.{source}", array)
        # Month first: the months are walked in order, and each row then lies together in memory.
        arrays[source] = np.ascontiguousarray(array.T)
    return arrays


def read_decisions(
    decisions: Mapping[str, Mapping[str, ArrayLike]], key: str, names: tuple[str, ...], shape: tuple[int, int]
) -> dict[str, Floats]:
    """Check one kind of decision and return it month first, shape (n_months, n_scenarios or 1).

    Raises
    ------
    ModelError
        ``basin.unknown_node``, ``basin.bad_shape`` or ``basin.bad_number``.
    """
    n_months, n_scenarios = shape
    given = decisions.get(key, {})
    _check_names(f"decisions.{key}", given, names)
    arrays = {}
    for name, values in given.items():
        array = _floats(f"decisions.{key}.{name}", values)
        if array.shape not in ((), (n_months,), (1, n_months), (n_scenarios, n_months)):
            allowed = f"({n_months},), ({n_scenarios}, {n_months})"
            raise ModelError("basin.bad_shape", key=f"decisions.{key}.{name}", value=array.shape, allowed=allowed)
        _check_numbers(f"decisions.{key}.{name}", array)
        wide = np.broadcast_to(np.atleast_2d(array), (len(array) if array.ndim == 2 else 1, n_months))
        arrays[name] = np.ascontiguousarray(wide.T)
    return arrays


def check_decision_keys(decisions: Mapping[str, object]) -> None:
    """Refuse a kind of decision that nobody reads.

    Raises
    ------
    ModelError
        ``basin.unknown_key``.
    """
    known = ("release_mcm", "demand_share")
    for key in decisions:
        if key not in known:
            raise ModelError("basin.unknown_key", key=f"decisions.{key}", value=key, allowed=", ".join(known))


def _floats(key: str, values: ArrayLike) -> Floats:
    """Read numbers as they are given; words, or rows of unequal length, are named."""
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ModelError("basin.bad_shape", key=key, value=repr(values), allowed="(n, m)") from error


def _check_names(key: str, given: Mapping[str, object], names: tuple[str, ...]) -> None:
    for name in given:
        if name not in names:
            raise ModelError("basin.unknown_node", key=key, value=name, allowed=", ".join(names))


def _check_numbers(key: str, array: Floats) -> None:
    if array.min() >= 0 and array.max() < inf:  # false for any number that is not one
        return
    bad = ~np.isfinite(array) | (array < 0)
    if bad.any():
        raise ModelError("basin.bad_number", key=key, value=float(array[bad].flat[0]), allowed="≥ 0")
