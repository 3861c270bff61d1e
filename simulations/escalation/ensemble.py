"""Thousands of runs of one quarrel at once."""

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from simulations.ensembles import Mapper, seeds_of
from simulations.escalation.numbers import Ints, Stages, read_count
from simulations.escalation.quarrel import Quarrel
from simulations.escalation.rounds import Talk
from simulations.escalation.runs import Runs, Turn
from simulations.escalation.tables import Tables, tables_of

BATCH = 2000
"""Runs that go through the rounds together: enough to be quick, few enough to stay in the processor's cache."""

Batch = tuple[Stages, Ints, Ints]


def simulate(quarrel: Quarrel, *, n_runs: int = 500, seed: int, mapper: Mapper = map) -> Mapping[tuple[str, str], Runs]:
    """Play a quarrel many times.

    Parameters
    ----------
    quarrel : Quarrel
    n_runs : int
        At least 1.
    seed : int
        At least 0. The same quarrel, number of runs and seed give the same runs, whichever mapper is used.
    mapper : Mapper
        What applies a function to batches of runs: `map`, or that of a process pool or a cluster.

    Returns
    -------
    mapping of pairs of str to Runs
        One for every relation, under the pair as it stands in ``quarrel.relations``.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Notes
    -----
    All runs of a batch go through a round together, so that the time is about that of a hundred simple operations on
    arrays a round, however the parties answer.

    Examples
    --------
    >>> from simulations.escalation import Line, mirror
    >>> quarrel = Quarrel(parties={"springs": mirror(), "gardens": mirror()}, line=Line(calm_as_hostile=0.3))
    >>> runs = simulate(quarrel, n_runs=500, seed=7)["springs", "gardens"]
    >>> runs.stages.shape, float(runs.share_at_least(7)[-1])
    ((500, 17), 1.0)
    """
    read_count("n_runs", n_runs, least=1)
    read_count("seed", seed, least=0)
    sizes = [min(BATCH, n_runs - begun) for begun in range(0, n_runs, BATCH)]
    batches = mapper(partial(_batch, tables_of(quarrel)), list(zip(sizes, seeds_of(seed, len(sizes)), strict=True)))
    return MappingProxyType(dict(zip(quarrel.relations, _joined(batches), strict=True)))


def _joined(batches: Iterable[Batch]) -> list[Runs]:
    stages, hostile_acts, turns = (np.concatenate(parts, axis=-1) for parts in zip(*batches, strict=True))
    for array in (stages, hostile_acts, turns):
        array.setflags(write=False)
    return [
        Runs(
            stages=stages[:, relation].T,
            hostile_acts=hostile_acts[relation],
            turns=MappingProxyType({turn: turns[place, relation] for place, turn in enumerate(Turn)}),
        )
        for relation in range(stages.shape[1])
    ]


def _batch(tables: Tables, size_and_seed: tuple[int, int]) -> Batch:
    """Return stages (n_rounds + 1, n_relations, n_runs), hostile acts and turns of runs with a seed of their own."""
    n_runs, seed = size_and_seed
    talk = Talk(tables, n_runs, np.random.default_rng(seed))
    stages = np.empty((tables.n_rounds + 1, *talk.stage.shape), dtype=np.int8)
    stages[0] = talk.stage
    for after in stages[1:]:
        talk.play_round()
        after[:] = talk.stage
    return stages, talk.hostile_acts, talk.turns
