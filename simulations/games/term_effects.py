"""What each term of an agreement matters to one side: its own points, option by option."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from simulations.games.agreements import package_points
from simulations.games.terms import terms_in
from simulations.table import Case

Effects = Mapping[str, tuple[float, ...]]
"""Term -> mean points of one side by option, in the order of the options."""


def term_effects(case: Case, year: int, side: str) -> Effects:
    """Return what each option of a year's terms is worth to a side on average, whatever else is agreed.

    Parameters
    ----------
    case : Case
        Of the river game, with its outcome table.
    year : int
        Terms on the table in this year count.
    side : str
        Whose points.

    Returns
    -------
    mapping of str to tuple of float
        For every term one number an option: the mean of the side's points a year over all packages that hold it.
        Their largest difference says how much the term matters; their largest step, where it worries.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> effects = term_effects(read_case("ayna"), 1, "gardens")
    >>> max(effects, key=lambda term: max(effects[term]) - min(effects[term]))
    'payment'
    """
    terms = {name: case.terms[name]["options"] for name in terms_in(case, year)}
    return effects_of(terms, package_points(case, year)[side])


def effects_of(terms: Mapping[str, Sequence[int]], points: Sequence[int]) -> Effects:
    """Return the same from what a seat sees: the terms' options, and its side's points of every package in order."""
    table = np.array(points, dtype=float).reshape([len(options) for options in terms.values()])
    axes = range(table.ndim)
    means = {
        name: tuple(table.mean(axis=tuple(other for other in axes if other != axis)).tolist())
        for axis, name in enumerate(terms)
    }
    return MappingProxyType(means)
