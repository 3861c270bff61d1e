"""Who answered whom, as the moves say: sides and mediators, never people, all tables together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

import networkx as nx

from dastarkhan.live.pages.seals import Seal, seal_of
from dastarkhan.live.room.looks import WallLook
from simulations.games.answered import Said, answers
from simulations.games.results import SMALLEST_CELL
from simulations.games.talks import NO_SIDE
from simulations.table import Case, Record

KINDS: Mapping[Said, str] = {Said.YES: "yes", Said.NOT_YET: "no", Said.ASKED: "asked"}
"""What is drawn -> its picture. What was told is told at a table, not on the wall."""
SIZE, RADIUS, NODE = 320.0, 112.0, 27.0  # of one drawing, in its own units
BEND = 0.16  # so that two opposite arrows do not meet
HEAD = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A side on the drawing."""

    x: float
    y: float
    seal: Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From who answered to who was answered; thicker when it was often."""

    path: str
    head: str
    thick: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One kind of answer: ``"yes"``, ``"no"``, ``"asked"``."""

    kind: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The drawings side by side: those for which there were enough moves.

    Attributes
    ----------
    size, top, height : float
        Of one drawing: width, where it begins, how tall it is.
    node : float
        Radius of a side.
    nodes : tuple of Node
    panels : tuple of Panel
    """

    size: float
    top: float
    height: float
    node: float
    nodes: tuple[Node, ...]
    panels: tuple[Panel, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of answers that there were enough of to draw."""
        return tuple(panel.kind for panel in self.panels)


def networks(case: Case, records: tuple[Record, ...]) -> dict[str, "nx.DiGraph[str]"]:
    """Return a directed network for each kind of answer; its weights count moves of all tables.

    Fewer than five moves between two sides are left out.
    """
    counted = Counter(
        (KINDS[one.kind], one.by_side, one.to_side)
        for record in records
        for one in answers(record)
        if one.kind in KINDS and one.by_side != one.to_side
    )
    sides = list(case.sides)
    if any(NO_SIDE in answer for answer in counted):
        sides.append(NO_SIDE)
    found = {}
    for kind in KINDS.values():
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(sides)
        for (what, giver, to), n in counted.items():
            if what == kind and n >= SMALLEST_CELL and {giver, to} <= set(sides):
                graph.add_edge(giver, to, weight=n)
        found[kind] = graph
    return found


def relations(look: WallLook) -> Relations:
    """Draw who said yes, who said no, who asked."""
    found = networks(look.case, tuple(look.records))
    panels = tuple(_panel(look, kind, graph) for kind, graph in found.items())
    nodes = panels[0].nodes
    top, foot = min(node.y for node in nodes) - 2 * NODE, max(node.y for node in nodes) + 2 * NODE
    drawn = tuple(panel for panel in panels if panel.arrows)
    return Relations(size=SIZE, top=top, height=foot - top, node=NODE, nodes=nodes, panels=drawn)


def _panel(look: WallLook, kind: str, graph: "nx.DiGraph[str]") -> Panel:
    lang, case = look.languages[0], look.case
    mediators = tuple(seat for seat in case.seats if case.seats[seat]["side"] == NO_SIDE)
    at = {side: (SIZE / 2 - RADIUS * x, SIZE / 2 - RADIUS * y) for side, (x, y) in nx.circular_layout(graph).items()}
    most = max((n for _a, _b, n in graph.edges(data="weight")), default=1)
    return Panel(
        kind=kind,
        nodes=tuple(
            Node(x=round(x, 1), y=round(y, 1), seal=seal_of(case, side, lang, mediators=mediators))
            for side, (x, y) in at.items()
        ),
        arrows=tuple(
            _arrow(at[giver], at[to], 1 + (3 * n > most) + (3 * n > 2 * most))
            for giver, to, n in graph.edges(data="weight")
        ),
    )


def _arrow(start: tuple[float, float], end: tuple[float, float], thick: int) -> Arrow:
    """Bend an arrow a little to its left, from the edge of one node to the edge of the other."""
    along = (end[0] - start[0], end[1] - start[1])
    middle = (
        (start[0] + end[0]) / 2 + BEND * along[1],
        (start[1] + end[1]) / 2 - BEND * along[0],
    )
    a = _towards(start, middle, NODE + 4)
    tip = _towards(end, middle, NODE + 4)
    neck = _towards(end, middle, NODE + 4 + HEAD)
    back = ((tip[0] - neck[0]) / HEAD, (tip[1] - neck[1]) / HEAD)
    wide = HEAD * 0.45 + thick
    left, right = (
        (neck[0] - wide * back[1], neck[1] + wide * back[0]),
        (neck[0] + wide * back[1], neck[1] - wide * back[0]),
    )
    return Arrow(
        path=f"M{a[0]:.1f} {a[1]:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {neck[0]:.1f} {neck[1]:.1f}",
        head=f"M{tip[0]:.1f} {tip[1]:.1f}L{left[0]:.1f} {left[1]:.1f}L{right[0]:.1f} {right[1]:.1f}z",
        thick=thick,
    )


def _towards(start: tuple[float, float], end: tuple[float, float], by: float) -> tuple[float, float]:
    along = (end[0] - start[0], end[1] - start[1])
    length = hypot(*along) or 1.0
    return start[0] + along[0] / length * by, start[1] + along[1] / length * by
