"""Sharing what a river is worth: each party adds something to those above it."""

from collections.abc import Callable, Sequence
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from simulations.errors import ModelError
from simulations.sharing.claims import Floats, read_amounts

Table = Sequence[tuple[float, float]]
Benefit = Callable[[float], float] | Table
"""A concave benefit: a function of the water, or ``(water, benefit)`` pairs joined by straight lines."""

_SMALLEST_STEP = 1e-10  # of all the water: how finely a function is read around the best point


def downstream_incremental(inflows: ArrayLike, benefits: Sequence[Benefit]) -> Floats:
    """Give each party what it adds to the joint welfare of all who lie above it.

    Parameters
    ----------
    inflows : array_like, shape (n_parties,)
        Water that joins the river at each party, upstream first.
    benefits : sequence of n_parties benefits
        Each is concave, and either a function of the water used or a table of ``(water, benefit)`` pairs
        that begins at 0 water, is joined by straight lines and stays level after its last pair.

    Returns
    -------
    ndarray, shape (n_parties,)
        Welfare after transfers, in the benefits' unit; it sums to the most that the whole river can give.

    Raises
    ------
    ModelError
        ``sharing.bad_number``, ``sharing.wrong_shape``, ``sharing.bad_table`` or ``sharing.not_concave``.

    Notes
    -----
    The first ``k`` parties alone can use, down to each of them, no more than what joins above it. Their best
    use gives each piece of water to the steepest benefit that it can reach, which is exact for tables. A
    function is read at points that close in on the best use, until they lie 1e-10 of the water apart. Water
    may run by unused. This is the one distribution in which no group gets less than it could secure alone
    and none more than it would have if all others were away.

    References
    ----------
    S. Ambec and Y. Sprumont (2002), Journal of Economic Theory 107:453-462, doi:10.1006/jeth.2001.2949.

    Examples
    --------
    All the water joins at the upper party; the lower one has the better use for half of it.

    >>> upper = [(0, 0), (10, 10)]
    >>> lower = [(0, 0), (5, 15)]
    >>> downstream_incremental([10, 0], [upper, lower])
    array([10., 10.])
    """
    joining = read_amounts("inflows", inflows)
    if len(benefits) != len(joining):
        raise ModelError("sharing.wrong_shape", key="benefits", value=len(benefits), allowed=joining.shape)
    tables = [None if callable(benefit) else _read_table(place, benefit) for place, benefit in enumerate(benefits)]
    worth = [_best_welfare(joining[:k], benefits[:k], tables[:k]) for k in range(len(joining) + 1)]
    return np.diff(worth)


def _read_table(place: int, table: Table) -> Floats:
    """Return a checked table, shape (n_pairs, 2)."""
    key = f"benefits[{place}]"
    try:
        pairs = np.array(table, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ModelError("sharing.bad_table", key=key, value=repr(table)) from error
    if pairs.ndim != 2 or pairs.shape[1:] != (2,) or not np.isfinite(pairs).all():
        raise ModelError("sharing.bad_table", key=key, value=repr(table))
    if pairs[0, 0] != 0 or (np.diff(pairs[:, 0]) <= 0).any():
        raise ModelError("sharing.bad_table", key=key, value=repr(table))
    _check_concave(key, pairs)
    return pairs


def _check_concave(key: str, pairs: Floats) -> None:
    """Refuse a benefit whose next drop of water is worth more than the one before."""
    slopes = np.diff(pairs[:, 1]) / np.diff(pairs[:, 0])
    scale = np.ptp(pairs[:, 1]) / pairs[-1, 0] if len(pairs) > 1 else 0.0
    rising = np.flatnonzero(np.diff(slopes) > 1e-6 * scale)
    if rising.size:
        raise ModelError("sharing.not_concave", key=key, value=float(pairs[rising[0] + 1, 0]))


def _best_welfare(inflows: Floats, benefits: Sequence[Benefit], tables: Sequence[Floats | None]) -> float:
    """Return the most that these parties, the upper end of the river, can make of their water."""
    total = float(inflows.sum())
    if not len(inflows) or total == 0:
        return float(sum(_value(benefit, table, 0.0) for benefit, table in zip(benefits, tables, strict=True)))
    step = total / 32
    points = [np.linspace(0.0, total, 33) for _ in benefits]
    while True:
        read = [
            _sample(place, benefit, grid) if table is None else table
            for place, (benefit, table, grid) in enumerate(zip(benefits, tables, points, strict=True))
        ]
        use = _steepest_first(inflows, read)
        if step <= _SMALLEST_STEP * total or all(table is not None for table in tables):
            break
        # The true best use lies within one step a party of this one (Hochbaum 1994): look closer there.
        reach, step = step * len(inflows), step / 8
        points = [_closer(grid, water, reach, step, total) for grid, water in zip(points, use, strict=True)]
    return float(sum(_value(*parts) for parts in zip(benefits, tables, use.tolist(), strict=True)))


def _value(benefit: Benefit, table: Floats | None, water: float) -> float:
    if callable(benefit):
        return float(benefit(water))
    pairs = np.asarray(table)
    return float(np.interp(water, pairs[:, 0], pairs[:, 1]))


def _sample(place: int, benefit: Benefit, points: Floats) -> Floats:
    """Read a function at some points, as a table."""
    pairs = np.array([(water, _value(benefit, None, water)) for water in points.tolist()])
    for water, value in pairs.tolist():
        if not isfinite(value):
            raise ModelError("sharing.bad_number", key=f"benefits[{place}]({water})", value=value, allowed="finite")
    if len(points) == 33:  # later points lie so close together that rounding would look like a bend
        _check_concave(f"benefits[{place}]", pairs)
    return pairs


def _closer(points: Floats, around: float, reach: float, step: float, total: float) -> Floats:
    """Keep the outer points and set finer ones around the best use so far."""
    count = 2 * round(reach / step) + 1
    finer = np.clip(np.linspace(around - reach, around + reach, count), 0.0, total)
    outer = points[np.abs(points - around) > reach]
    return np.unique(np.concatenate((outer, finer, [0.0, total])))


def _steepest_first(inflows: Floats, tables: Sequence[Floats]) -> Floats:
    """Give water to the steepest pieces first, as far as it can reach them; exact for concave tables."""
    free = np.cumsum(inflows)  # what may still be used down to each party
    use = np.zeros(len(tables))
    pieces = [
        (float(rise / run), -party, float(run))
        for party, table in enumerate(tables)
        for run, rise in np.diff(table, axis=0)
        if rise > 0
    ]
    # Ties go upstream and, as the sort is stable, in a table's own order.
    for _slope, minus_party, run in sorted(pieces, key=lambda piece: piece[:2], reverse=True):
        party = -minus_party
        water = min(run, float(free[party:].min()))
        use[party] += water
        free[party:] -= water
    return use
