"""One round after the other, for all runs of a batch together."""

import numpy as np
from numpy.typing import NDArray

from simulations.escalation.numbers import Stages
from simulations.escalation.runs import Turn
from simulations.escalation.stairs import FIRST, LAST
from simulations.escalation.tables import Places, Tables

Flags = NDArray[np.bool_]
PLACES = {turn: place for place, turn in enumerate(Turn)}


class Talk:
    """Many runs of one quarrel, all in the same round.

    Attributes
    ----------
    stage : ndarray of int8, shape (n_relations, n_runs)
    hostile_acts : ndarray of int, shape (n_relations, n_runs)
    turns : ndarray of int, shape (n_turns, n_relations, n_runs)
        In the order of `Turn`.
    """

    def __init__(self, tables: Tables, n_runs: int, rng: np.random.Generator) -> None:
        self.tables, self.rng = tables, rng
        n_directions = tables.starts.size
        self.code = np.repeat(tables.starts[:, None], n_runs, axis=1)
        self.stage: Stages = np.full((n_directions // 2, n_runs), tables.first_stage, dtype=np.int8)
        self.hostile_acts = np.zeros(self.stage.shape, dtype=np.int64)
        self.turns = np.zeros((len(Turn), *self.stage.shape), dtype=np.int64)

    def play_round(self) -> None:
        """Let every party act once towards each of its neighbours, then let a third party help."""
        told, carried, hostile, heard = np.zeros((4, *self.code.shape), dtype=np.bool_)
        draws = self.rng.random((2, *self.code.shape))
        for block, relations in self.tables.blocks:
            if self.tables.carry_over:
                carried[block] = self._carry_over(block)
            told[block] = self.code[block] & 1
            hostile[block], heard[block] = self._act(block, *draws[:, block])
            self._move(relations, hostile[block])
        self._count(told, carried, hostile, heard)
        if self.tables.fresh_start.any():
            self._begin_anew()

    def _carry_over(self, block: Places) -> Flags:
        """Let what others said colour what was heard; return where it made a calm word a hostile one."""
        told = (self.code & 1).astype(np.bool_)
        elsewhere = np.array([told[self.tables.neighbours[direction]].any(axis=0) for direction in block])
        carried: Flags = elsewhere & ~told[block] & (self.rng.random(elsewhere.shape) < self.tables.carry_over)
        self.code[block] += carried
        return carried

    def _act(self, block: Places, acting: NDArray[np.float64], hearing: NDArray[np.float64]) -> tuple[Flags, Flags]:
        """Let a block act and be heard; return which acts were hostile, and which were heard as hostile."""
        code = self.code[block]
        hostile: Flags = acting < self.tables.hostile_chance[code]
        heard: Flags = hearing < self.tables.heard_chance[2 * code + hostile]
        self.code[block] = self.tables.following[code]
        self.code[block ^ 1] += heard  # the direction back belongs to the one who hears
        return hostile, heard

    def _move(self, relations: Places, hostile: Flags) -> None:
        # One act in a relation, or both at once: their steps are added up before the stairs end.
        acts = hostile.reshape(relations.size, -1, hostile.shape[1])
        steps = 2 * acts.sum(axis=1, dtype=np.int8) - acts.shape[1]
        self.stage[relations] = np.minimum(np.maximum(self.stage[relations] + steps, FIRST), LAST)

    def _begin_anew(self) -> None:
        helped = self.rng.random(self.stage.shape) < self.tables.fresh_start[self.stage]
        self.turns[PLACES[Turn.FRESH_START]] += helped
        self.code = np.where(np.repeat(helped, 2, axis=0), self.tables.starts[:, None], self.code)

    def _count(self, told: Flags, carried: Flags, hostile: Flags, heard: Flags) -> None:
        self.hostile_acts += _both(hostile)
        self.turns[PLACES[Turn.MISREAD]] += _both(heard & ~hostile)
        self.turns[PLACES[Turn.MISSED]] += _both(hostile & ~heard)
        self.turns[PLACES[Turn.UNPROVOKED]] += _both(hostile & ~told)
        self.turns[PLACES[Turn.CARRIED]] += _both(carried)
        self.turns[PLACES[Turn.FORGIVEN]] += _both(told & ~hostile)


def _both(flags: Flags) -> NDArray[np.int64]:
    """Add up both directions of every relation."""
    return flags[0::2].astype(np.int64) + flags[1::2]
