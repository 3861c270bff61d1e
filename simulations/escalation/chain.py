"""The same quarrel without chance: the exact share of runs at every stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from simulations.errors import ModelError
from simulations.escalation.numbers import Floats
from simulations.escalation.quarrel import Order, Quarrel
from simulations.escalation.stairs import FIRST, LAST
from simulations.escalation.tables import Places, Tables, tables_of

N_STAGES = LAST - FIRST + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A quarrel of two parties as a Markov chain over what both keep in mind and the stage, round by round.

    Attributes
    ----------
    sources, targets : ndarray of int, shape (n_steps,)
        From which state to which one.
    chances : ndarray, shape (n_steps,)
        How likely the step is; those from one state add up to 1.
    start : ndarray, shape (n_states,)
        1 where every run begins, else 0.
    stages : ndarray of int, shape (n_states,)
        The stage of every state.
    """

    sources: Places
    targets: Places
    chances: Floats
    start: Floats
    stages: Places

    def after_round(self, shares: Floats) -> Floats:
        """Return the share of runs in every state one round later."""
        weights = self.chances * shares[self.sources]
        return np.bincount(self.targets, weights, shares.size).astype(np.float64, copy=False)


def exact_stages(quarrel: Quarrel) -> Floats:
    """Return the exact chance of every stage after every round, for two parties.

    It is what `simulate` comes near to with many runs, with no sampling error.

    Parameters
    ----------
    quarrel : Quarrel
        Of two parties.

    Returns
    -------
    ndarray, shape (n_rounds + 1, 9)
        Row ``t``: after ``t`` rounds; column ``k``: at stage ``k + 1``.

    Raises
    ------
    ModelError
        ``escalation.wrong_shape`` with more than two parties: their states are too many to list.

    Examples
    --------
    >>> from simulations.escalation import Line, forgiving
    >>> parties = {"springs": forgiving(0.3), "gardens": forgiving(0.3)}
    >>> chances = exact_stages(Quarrel(parties=parties, line=Line(calm_as_hostile=0.3)))
    >>> round(float(chances[-1, 6:].sum()), 3)  # stage 7 or above
    0.211
    """
    chain = chain_of(quarrel)
    shares, rows = chain.start, []
    for _ in range(quarrel.n_rounds + 1):
        rows.append(np.bincount(chain.stages - FIRST, weights=shares, minlength=N_STAGES))
        shares = chain.after_round(shares)
    return np.array(rows)


def chain_of(quarrel: Quarrel) -> Chain:
    """Return the Markov chain of a quarrel of two parties.

    Raises
    ------
    ModelError
        ``escalation.wrong_shape`` with more than two parties.

    Examples
    --------
    >>> from simulations.escalation import Line, mirror
    >>> chain_of(Quarrel(parties={"a": mirror(), "b": mirror()}, line=Line(calm_as_hostile=0.3))).start.size
    36
    """
    if len(quarrel.parties) != 2:
        raise ModelError("escalation.wrong_shape", key="parties", value=tuple(quarrel.parties), allowed="two")
    tables = tables_of(quarrel)
    begins = tables.starts[1]  # codes of the second party come after those of the first
    shape = (begins, tables.hostile_chance.size - begins, N_STAGES)
    grid = np.indices(shape).reshape(3, -1) + np.array([[0], [begins], [FIRST]])
    start = np.zeros(grid.shape[1])
    start[_place((*tables.starts, tables.first_stage), shape)] = 1
    steps = []
    for outcome in product((0, 1), repeat=4):
        chances, *after = _after(tables, grid, quarrel.order, outcome)
        helped = tables.fresh_start[after[2]]
        steps.append((_place(after, shape), chances * (1 - helped)))
        steps.append((_place((*tables.starts, after[2]), shape), chances * helped))
    targets, chances = (np.concatenate(parts) for parts in zip(*steps, strict=True))
    sources = np.tile(np.arange(start.size), len(steps))
    return Chain(sources=sources, targets=targets, chances=chances, start=start, stages=grid[2])


def _after(tables: Tables, grid: Places, order: Order, outcome: tuple[int, ...]) -> tuple[Floats, *tuple[Places, ...]]:
    """Return the chance of one outcome of a round in every state, and the codes and the stage that it leads to."""
    first, second, stage = grid
    hostile, heard, hostile_back, heard_back = outcome
    in_turn = order is Order.IN_TURN
    answering = second | heard if in_turn else second
    chances = _chance(tables, first, hostile, heard) * _chance(tables, answering, hostile_back, heard_back)
    step, step_back = 2 * hostile - 1, 2 * hostile_back - 1
    between = np.clip(stage + step, FIRST, LAST) if in_turn else stage + step
    first_after = tables.following[first] + heard_back
    second_after = tables.following[answering] + (0 if in_turn else heard)
    return chances, first_after, second_after, np.clip(between + step_back, FIRST, LAST)


def _chance(tables: Tables, code: Places, hostile: int, heard: int) -> Floats:
    """Return the chance to act like this and to be heard like that, for every code."""
    acts, hears = tables.hostile_chance[code], tables.heard_chance[2 * code + hostile]
    chances: Floats = (acts if hostile else 1 - acts) * (hears if heard else 1 - hears)
    return chances


def _place(state: Sequence[Places | int], shape: tuple[int, ...]) -> Places:
    """Return the number of states given by both codes and the stage."""
    first, second, stage = state
    return np.ravel_multi_index(np.broadcast_arrays(first, second - shape[0], stage - FIRST), shape)
