"""A river basin: nodes and arcs with their numbers, checked once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import networkx as nx

from simulations.basins.fields import (
    ARC_FIELDS,
    MONTHS_A_YEAR,
    NODE_FIELDS,
    PLAIN_ARC_KEYS,
    PLAIN_NODE_KEYS,
    Floats,
    Kind,
    check_keys,
    check_storage,
    read_fields,
)
from simulations.basins.layout import Layout, lay_out
from simulations.errors import ModelError

BOTH = "both"
"""The side of a node that belongs to everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basin:
    """A river with its reservoirs, canals and users.

    Attributes
    ----------
    graph : networkx.DiGraph
        Frozen; nodes and arcs carry what the case file says of them.
    first_month : int
        Calendar month, 1 to 12, of month 0.
    months : int
        Length of the monthly tables: 12.
    layout : Layout
        Which arcs are river and which are canals, ready to be walked.
    numbers : dict of str to dict of str to ndarray
        Each node's numbers, checked, with defaults: monthly ones (12,), others ().
    """

    graph: nx.DiGraph
    first_month: int
    months: int
    layout: Layout
    numbers: Mapping[str, Mapping[str, Floats]]

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """Read the ``[basin]`` table of a case.

        Parameters
        ----------
        mapping : mapping
            ``first_month``, ``nodes`` and ``arcs`` as in the case file; it is left as it is.

        Raises
        ------
        ModelError
            Codes ``basin.*``; ``key`` is the dotted path inside the case, with ``value`` and ``allowed``.

        Examples
        --------
        >>> basin = Basin.from_mapping({
        ...     "nodes": {"spring": {"kind": "source", "inflow_mcm": [1] * 12}, "lake": {"kind": "outlet"}},
        ...     "arcs": [{"from": "spring", "to": "lake"}],
        ... })
        >>> basin.order
        ('spring', 'lake')
        """
        check_keys("basin", mapping, (), ("first_month", "nodes", "arcs"))
        first_month = mapping.get("first_month", 1)
        if type(first_month) is not int or first_month not in range(1, MONTHS_A_YEAR + 1):
            raise ModelError("basin.bad_number", key="basin.first_month", value=first_month, allowed="1 ≤ … ≤ 12")
        graph = nx.DiGraph()
        nodes, arcs = _section(mapping, "nodes", dict), _section(mapping, "arcs", list)
        numbers = {node: _add_node(graph, node, _table(f"basin.nodes.{node}", table)) for node, table in nodes.items()}
        for place, table in enumerate(arcs):
            _add_arc(graph, place, _table(f"basin.arcs.{place}", table))
        if not any(Kind(node["kind"]) == Kind.SOURCE for node in graph.nodes.values()):
            raise ModelError("basin.missing_key", key="basin.nodes.*.inflow_mcm", allowed="≥ 0")
        layout = lay_out(graph)
        return cls(
            graph=nx.freeze(graph), first_month=first_month, months=MONTHS_A_YEAR, layout=layout, numbers=numbers
        )

    @property
    def order(self) -> tuple[str, ...]:
        """The nodes, each after all those whose water it may get."""
        return self.layout.order

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that own nodes, in the order of the file; ``("both",)`` where nobody owns any."""
        named = dict.fromkeys(self.side(node) for node in self.graph)
        return tuple(side for side in named if side != BOTH) or (BOTH,)

    def side(self, node: str) -> str:
        """Return the side that a node belongs to; ``"both"`` where the file names none."""
        return str(self.graph.nodes[node].get("side", BOTH))

    def of_kind(self, kind: Kind) -> tuple[str, ...]:
        """Return the nodes of one kind, in the order of the file."""
        return tuple(node for node in self.graph if self.graph.nodes[node]["kind"] == kind)


def _section(mapping: Mapping[str, Any], key: str, type_: type) -> Any:
    section = mapping.get(key)
    if not section or not isinstance(section, Mapping if type_ is dict else list | tuple):
        raise ModelError("basin.missing_key", key=f"basin.{key}", allowed=f"[basin.{key}]")
    return section


def _table(where: str, table: object) -> Mapping[str, Any]:
    if not isinstance(table, Mapping):
        raise ModelError("basin.missing_key", key=where, value=table, allowed=f"[{where}]")
    return table


def _add_node(graph: nx.DiGraph, node: str, table: Mapping[str, Any]) -> Mapping[str, Floats]:
    where = f"basin.nodes.{node}"
    try:
        kind = Kind(table.get("kind"))  # type: ignore[arg-type]
    except ValueError as error:
        allowed = ", ".join(Kind)
        raise ModelError("basin.unknown_kind", key=f"{where}.kind", value=table.get("kind"), allowed=allowed) from error
    check_keys(where, table, NODE_FIELDS[kind], PLAIN_NODE_KEYS)
    numbers = read_fields(where, table, NODE_FIELDS[kind])
    if kind == Kind.RESERVOIR:
        check_storage(where, numbers)
    graph.add_node(node, **table)
    return numbers


def _add_arc(graph: nx.DiGraph, place: int, table: Mapping[str, Any]) -> None:
    where = f"basin.arcs.{place}"
    check_keys(where, table, ARC_FIELDS, PLAIN_ARC_KEYS)
    for end in ("from", "to"):
        if table.get(end) not in graph:
            allowed = ", ".join(graph)
            raise ModelError("basin.unknown_node", key=f"{where}.{end}", value=table.get(end), allowed=allowed)
    tail, head = table["from"], table["to"]
    if graph.has_edge(tail, head):
        raise ModelError("basin.repeated_arc", key=where, value=f"{tail} → {head}")
    read_fields(where, table, ARC_FIELDS)
    priority = table.get("priority", 0)
    if not isinstance(priority, int) or isinstance(priority, bool):
        raise ModelError("basin.bad_number", key=f"{where}.priority", value=priority, allowed="…, 1, 2, 3, …")
    graph.add_edge(tail, head, place=place, **{key: table[key] for key in table if key not in ("from", "to")})
