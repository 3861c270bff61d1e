"""Glasl's nine stages as stairs, and which kind of intervention fits on which of them."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType

import networkx as nx

from simulations.errors import ModelError


class Level(StrEnum):
    """What the parties can still win, three stages each."""

    WIN_WIN = "win_win"
    WIN_LOSE = "win_lose"
    LOSE_LOSE = "lose_lose"


class Stage(IntEnum):
    """The nine stages, after Glasl. A stage belongs to a relation, never to a person.

    Examples
    --------
    >>> Stage(5).key, Stage(5).level.value
    ('loss_of_face', 'win_lose')
    """

    HARDENING = 1
    DEBATES = 2
    ACTIONS = 3
    COALITIONS = 4
    LOSS_OF_FACE = 5
    THREATS = 6
    LIMITED_BLOWS = 7
    FRAGMENTATION = 8
    ABYSS = 9

    @property
    def key(self) -> str:
        """The name under which words for people are kept."""
        return self.name.lower()

    @property
    def level(self) -> Level:
        """The level that the stage belongs to."""
        return tuple(Level)[(self - 1) // 3]


FIRST, LAST = int(min(Stage)), int(max(Stage))


class Intervention(StrEnum):
    """What a third party can do, from the lightest to the strongest."""

    MODERATION = "moderation"
    PROCESS_GUIDANCE = "process_guidance"
    SOCIO_THERAPEUTIC = "socio_therapeutic"
    MEDIATION = "mediation"
    ARBITRATION = "arbitration"
    POWER_INTERVENTION = "power_intervention"


FITS: Mapping[Intervention, tuple[int, ...]] = MappingProxyType(
    {
        Intervention.MODERATION: (1, 2, 3),
        Intervention.PROCESS_GUIDANCE: (3, 4, 5),
        Intervention.SOCIO_THERAPEUTIC: (4, 5, 6),
        Intervention.MEDIATION: (5, 6, 7),
        Intervention.ARBITRATION: (6, 7, 8),
        Intervention.POWER_INTERVENTION: (7, 8, 9),
    }
)
"""The stages at which each kind of intervention fits, as secondary sources give them; see `fitting`."""


def fitting(stage: int) -> tuple[Intervention, ...]:
    """Return the kinds of intervention that fit at a stage, the lightest first.

    Parameters
    ----------
    stage : int
        1 to 9.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    References
    ----------
    The ranges are Glasl's as given by F. Hartung, streitvermittler-mediator.de, glossary, "Eskalationsstufen".
    They say "Moderation" for stages 1 to 3; some English pages translate this as mediation.

    Examples
    --------
    >>> [kind.value for kind in fitting(3)]
    ['moderation', 'process_guidance']
    """
    read_stage("stage", stage)
    return tuple(kind for kind, stages in FITS.items() if stage in stages)


def stairs() -> "nx.DiGraph[int]":
    """Return the nine stages as a directed graph, with a step up and a step down between neighbours.

    Returns
    -------
    networkx.DiGraph
        Nodes 1 to 9 with ``key``, ``level`` and ``fits`` (kinds of intervention); edges with ``kind``, ``"step_up"`` or
        ``"step_down"``. Up means more escalated, although Glasl draws his stairs leading down.

    References
    ----------
    F. Glasl (1997), Konfliktmanagement, Haupt, Bern, as summed up by T. Jordan with Glasl's approval,
    perspectus.se/tjordan/Escalationmodel.html.

    Examples
    --------
    >>> graph = stairs()
    >>> graph.nodes[7]["key"], graph.nodes[7]["level"].value, graph.edges[7, 6]["kind"]
    ('limited_blows', 'lose_lose', 'step_down')
    """
    graph: nx.DiGraph[int] = nx.DiGraph()
    for stage in Stage:
        graph.add_node(int(stage), key=stage.key, level=stage.level, fits=fitting(stage))
    for below in range(FIRST, LAST):
        graph.add_edge(below, below + 1, kind="step_up")
        graph.add_edge(below + 1, below, kind="step_down")
    return graph


def read_stage(key: str, stage: int) -> int:
    """Return the stage as a plain number; ``key`` names it in an error.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> read_stage("stage", Stage.THREATS)
    6
    """
    if stage not in tuple(Stage):
        raise ModelError("escalation.bad_number", key=key, value=stage, allowed=f"whole, {FIRST} to {LAST}")
    return int(stage)
