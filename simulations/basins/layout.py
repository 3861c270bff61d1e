"""Where the water of each node goes: canals first, in their order, and the rest on along the river."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

import networkx as nx

from simulations.basins.fields import Kind
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A reach of the river or a canal."""

    tail: str
    head: str
    place: int
    capacity_mcm: float = inf
    loss_share: float = 0.0

    @property
    def key(self) -> tuple[str, str]:
        """Its two ends, as the graph names it."""
        return self.tail, self.head


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The basin as the simulation walks it.

    Attributes
    ----------
    order : tuple of str
        Nodes, each after all those whose water it may get; otherwise as in the file.
    river : dict of str to Arc
        The arc on which a node sends what its canals do not take. Every node of the river but the outlets
        has one; so has a demand from which water comes back.
    canals : dict of str to tuple of Arc
        The arcs that lead to demands only, in the order in which they are served.
    """

    order: tuple[str, ...]
    river: Mapping[str, Arc]
    canals: Mapping[str, tuple[Arc, ...]]


def lay_out(graph: nx.DiGraph) -> Layout:
    """Find the river and the canals of a basin, and refuse what could not be simulated.

    Raises
    ------
    ModelError
        ``basin.cycle``, ``basin.arc_from_outlet``, ``basin.two_ways_out``, ``basin.no_way_out``,
        ``basin.river_capacity``, ``basin.two_inlets`` or ``basin.unreachable_demand``.
    """
    order = _order(graph)
    on_river = _nodes_of_the_river(graph, order)
    river: dict[str, Arc] = {}
    canals: dict[str, tuple[Arc, ...]] = {}
    for node in order:
        arcs = [_arc(graph, node, head) for head in graph.successors(node)]
        ways_out = [arc for arc in arcs if arc.head in on_river]
        _check_ways_out(graph, node, arcs, ways_out, node in on_river)
        if ways_out:
            river[node] = ways_out[0]
        taken = [arc for arc in arcs if arc not in ways_out]
        canals[node] = tuple(sorted(taken, key=lambda arc: _rank(graph, arc)))
    for node in order:
        if node not in on_river:
            _check_inlet(graph, node)
    return Layout(order=order, river=river, canals=canals)


def kind_of(graph: nx.DiGraph, node: str) -> Kind:
    """Return what a node is."""
    return Kind(graph.nodes[node]["kind"])


def _order(graph: nx.DiGraph) -> tuple[str, ...]:
    places = {node: place for place, node in enumerate(graph)}
    try:
        return tuple(nx.lexicographical_topological_sort(graph, key=places.__getitem__))
    except nx.NetworkXUnfeasible as error:
        cycle = [tail for tail, _head in nx.find_cycle(graph)]
        raise ModelError("basin.cycle", key="basin.arcs", value=" → ".join([*cycle, cycle[0]])) from error


def _nodes_of_the_river(graph: nx.DiGraph, order: tuple[str, ...]) -> set[str]:
    """Return the nodes from which water reaches an outlet without passing a demand, outlets included."""
    found: set[str] = set()
    for node in reversed(order):
        kind = kind_of(graph, node)
        runs_on = kind != Kind.DEMAND and any(head in found for head in graph.successors(node))
        if kind == Kind.OUTLET or runs_on:
            found.add(node)
    return found


def _arc(graph: nx.DiGraph, tail: str, head: str) -> Arc:
    numbers: Mapping[str, Any] = graph.edges[tail, head]
    return Arc(
        tail=tail,
        head=head,
        place=numbers["place"],
        capacity_mcm=float(numbers.get("capacity_mcm", inf)),
        loss_share=float(numbers.get("loss_share", 0.0)),
    )


def _rank(graph: nx.DiGraph, arc: Arc) -> tuple[float, int]:
    """Lower priorities first; arcs without one come after, in the order of the file."""
    return graph.edges[arc.key].get("priority", inf), arc.place


def _check_ways_out(graph: nx.DiGraph, node: str, arcs: list[Arc], ways_out: list[Arc], on_river: bool) -> None:
    where, kind = f"basin.nodes.{node}", kind_of(graph, node)
    if kind == Kind.OUTLET:
        if arcs:
            raise ModelError("basin.arc_from_outlet", key=f"basin.arcs.{arcs[0].place}.from", value=node)
        return
    if len(ways_out) > 1:
        raise ModelError("basin.two_ways_out", key=where, value=", ".join(arc.head for arc in ways_out))
    if kind == Kind.DEMAND:
        returns = float(graph.nodes[node].get("return_share", 0.0)) > 0
        stuck = len(arcs) != len(ways_out) or (returns and not ways_out)
    else:
        # A junction of canals need not reach an outlet: it gets no more than its demands ask.
        stuck = not on_river and (kind != Kind.JUNCTION or not arcs)
    if stuck:
        raise ModelError("basin.no_way_out", key=where, value=node)
    for arc in ways_out:
        if arc.capacity_mcm < inf:
            raise ModelError("basin.river_capacity", key=f"basin.arcs.{arc.place}.capacity_mcm", value=arc.capacity_mcm)


def _check_inlet(graph: nx.DiGraph, node: str) -> None:
    """A demand or a junction of canals takes its water from one place, and water can come there."""
    tails = list(graph.predecessors(node))
    if len(tails) > 1:
        raise ModelError("basin.two_inlets", key=f"basin.nodes.{node}", value=", ".join(tails))
    springs = (Kind.SOURCE, Kind.RESERVOIR)
    if not any(kind_of(graph, above) in springs for above in nx.ancestors(graph, node)):
        raise ModelError("basin.unreachable_demand", key=f"basin.nodes.{node}", value=node)
