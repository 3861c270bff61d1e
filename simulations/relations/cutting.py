"""How many ties cannot fit at least: cutting planes that grow out of cycles of quarrel."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from simulations.relations.camps import along_a_tree, let_change_sides, misfits
from simulations.relations.cycles import Cycle, light_cycles
from simulations.relations.signs import Floats, SignedTies, Whole

_ROUNDS = 50
_PATIENCE = 5  # so many rounds ...
_GAIN = 0.2  # ... must lift the bound by so much, or the integer program takes over
_START_FROM = 200  # people from whom cycles are sought in one round
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """The fewest misfits, held from both sides.

    Parameters
    ----------
    sides : ndarray of int, shape (n_people,)
        The best camps so far, +1 or -1.
    most : int
        How many ties do not fit these camps.
    least : int
        No camps have fewer misfits than this.
    cycles : tuple
        The negative cycles that hold the bound up.
    """

    sides: Whole
    most: int
    least: int
    cycles: tuple[Cycle, ...]

    @property
    def closed(self) -> bool:
        """Whether the camps are proven the best."""
        return self.least >= self.most


def bracket(ties: SignedTies, time_limit_s: float) -> Bracket:
    """Narrow the fewest misfits down from both sides, until they meet or little more comes of it.

    Parameters
    ----------
    ties : SignedTies
        Connected.
    time_limit_s : float
        What the solver may use in all rounds together, in seconds.

    Returns
    -------
    Bracket

    Notes
    -----
    Each negative cycle must hold a misfit. The linear program seeks the least weight on the ties that gives each
    known cycle 1; the lightest cycles by these weights, if they lack something, come to the known ones. Camps along
    the ties of least weight, improved, close in from the other side.
    """
    weight = np.zeros(ties.sign.size)
    sides = let_change_sides(ties, along_a_tree(ties, weight))
    cycles: list[Cycle] = []
    bounds: list[float] = []
    for turn in range(_ROUNDS):
        start_from = _ends(ties, misfits(ties, sides), turn)
        new = light_cycles(ties, weight, start_from) - set(cycles)
        if not new:
            break
        solved = _cover([*cycles, *sorted(new)], weight.size, time_limit_s / _ROUNDS)
        if solved is None:
            break
        weight, cycles, bound = solved
        bounds.append(bound)
        tried = let_change_sides(ties, along_a_tree(ties, weight))
        sides = min(sides, tried, key=lambda camps: misfits(ties, camps).size)
        slow = turn >= _PATIENCE and bound - bounds[turn - _PATIENCE] < _GAIN
        if slow or ceil(max(bounds) - _ROUNDING) >= misfits(ties, sides).size:
            break
    least = ceil(max(bounds, default=0.0) - _ROUNDING)
    return Bracket(sides=sides, most=misfits(ties, sides).size, least=least, cycles=tuple(cycles))


def _ends(ties: SignedTies, misfit: Whole, turn: int) -> Whole:
    """Return the people of misfits: every negative cycle comes past one. Of many people, some in each turn."""
    people = np.unique(np.concatenate([ties.first[misfit], ties.second[misfit]]))
    parts = -(-people.size // _START_FROM)
    return people[turn % parts :: parts] if parts else people


def _cover(cycles: Sequence[Cycle], n_ties: int, time_limit_s: float) -> tuple[Floats, list[Cycle], float] | None:
    """Return the least weights that give every cycle 1, the cycles that need it, and a bound; None out of time."""
    from scipy.optimize import linprog

    rows = cycle_rows(cycles, n_ties)
    # Nobody needs more than 1, so that an upper limit would only make the dual harder to read.
    result: Any = linprog(
        np.ones(n_ties),
        A_ub=-rows,
        b_ub=-np.ones(len(cycles)),
        bounds=(0, None),
        method="highs-ds",
        options={"time_limit": time_limit_s},
    )
    if result.status != 0:
        return None
    # The dual packs cycles so that no tie carries more than 1. Scaled down by the heaviest load it does so to the
    # last digit, so that the bound holds whatever tolerance the solver used.
    packed = np.maximum(-result.ineqlin.marginals, 0.0)
    bound = float(packed.sum() / max(1.0, float((rows.T @ packed).max())))
    tight = result.ineqlin.residual < _ROUNDING
    return result.x, [cycle for cycle, needed in zip(cycles, tight, strict=True) if needed], bound


def cycle_rows(cycles: Sequence[Cycle], n_columns: int) -> Any:
    """Return a sparse matrix with a row a cycle: 1 for each of its ties, whose columns come first."""
    from scipy.sparse import csr_array

    ends = np.cumsum([0, *(len(cycle) for cycle in cycles)])
    ties = np.array([tie for cycle in cycles for tie in cycle], dtype=np.int64)
    return csr_array((np.ones(ties.size), ties, ends), shape=(len(cycles), n_columns))
