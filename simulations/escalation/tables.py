"""A quarrel as flat tables of numbers, read alike by the simulation and by the exact chain.

A *code* is one number for all that a party keeps about a neighbour: its mood, and what it heard last. Codes of all
strategies stand in one row: mood ``m`` of a strategy that begins at ``start`` has the code ``start + 2 * m`` when a
calm act was heard last, and one more when a hostile one was.

Relation ``r`` has two *directions*: ``2 * r`` from its first party to the second, ``2 * r + 1`` back. The code of a
direction belongs to the party that acts in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulations.escalation.numbers import Floats
from simulations.escalation.quarrel import Order, Quarrel

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All that a simulation needs to know of a quarrel.

    Attributes
    ----------
    hostile_chance : ndarray, shape (n_codes,)
        The chance that the next act is hostile.
    following : ndarray, shape (n_codes,)
        The code after the act, before anything new is heard.
    heard_chance : ndarray, shape (2 * n_codes,)
        The chance that an act is heard as hostile: at ``2 * code`` a calm act, behind it a hostile one.
    starts : ndarray, shape (n_directions,)
        The code at the beginning, and after a fresh start.
    blocks : tuple of pairs of ndarray
        Directions that act at the same time, and the relations that they move, in the same order. One block after the
        other makes a round.
    neighbours : tuple of ndarray
        For every direction the other directions of the same party.
    fresh_start : ndarray, shape (10,)
        By stage: the chance of a fresh start at the end of a round.
    """

    hostile_chance: Floats
    following: Places
    heard_chance: Floats
    starts: Places
    blocks: tuple[tuple[Places, Places], ...]
    neighbours: tuple[Places, ...]
    fresh_start: Floats
    n_rounds: int
    first_stage: int
    carry_over: float


def tables_of(quarrel: Quarrel) -> Tables:
    """Write a quarrel as flat tables.

    Examples
    --------
    >>> from simulations.escalation import Line, mirror
    >>> tables = tables_of(Quarrel(parties={"a": mirror(), "b": mirror()}, line=Line(calm_as_hostile=0.3)))
    >>> tables.hostile_chance, tables.heard_chance[:4]
    (array([0., 1., 0., 1.]), array([0.3, 1. , 0.3, 1. ]))
    """
    chances: list[float] = []
    following: list[int] = []
    heard: list[float] = []
    start = {}
    line = quarrel.line
    for name, strategy in quarrel.parties.items():
        start[name] = len(chances)
        chances += [chance for pair in strategy.hostile_chance for chance in pair]
        following += [start[name] + 2 * mood for pair in strategy.next_mood for mood in pair]
        for announced in (announced for pair in strategy.announced for announced in pair):
            heard += [line.announced_as_hostile if announced else line.calm_as_hostile, 1 - line.hostile_as_calm]
    actors = [name for pair in quarrel.relations for name in pair]
    own = {name: np.array([d for d, actor in enumerate(actors) if actor == name], np.intp) for name in quarrel.parties}
    blocks = (np.arange(len(actors)),) if quarrel.order is Order.AT_ONCE else own.values()
    return Tables(
        hostile_chance=np.array(chances, np.float64),
        following=np.array(following, np.intp),
        heard_chance=np.array(heard, np.float64),
        starts=np.array([start[name] for name in actors], np.intp),
        blocks=tuple((block, np.unique(block // 2)) for block in blocks if block.size),
        neighbours=tuple(own[name][own[name] != direction] for direction, name in enumerate(actors)),
        fresh_start=_fresh_start(quarrel),
        n_rounds=quarrel.n_rounds,
        first_stage=quarrel.first_stage,
        carry_over=quarrel.carry_over,
    )


def _fresh_start(quarrel: Quarrel) -> Floats:
    chances = np.zeros(10)
    if quarrel.third_party:
        chances[list(quarrel.third_party.stages)] = quarrel.third_party.fresh_start
    return chances
