"""The basin's physics as a linear program: one column per place and month."""

from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np

from simulations.basins.basin import BOTH, Basin
from simulations.basins.fields import Floats, Kind
from simulations.basins.series import monthly

Column = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Program:
    """Blocks of ``n_months`` columns and rows, filled in while it is built.

    Columns are named ``("arc", from, to)``, ``("storage", node)``, ``("turbined", node)``, ``("useful", node)``
    and ``("flood", node)``. Rows of ``equal`` balance a node, rows of ``at_most`` limit it; both hold
    ``(first row, first column, coefficient, months later)``.
    """

    n_months: int
    columns: dict[Column, int] = field(default_factory=dict)
    low: list[Floats] = field(default_factory=list)
    high: list[Floats] = field(default_factory=list)
    equal: list[tuple[int, int, float, int]] = field(default_factory=list)
    at_most: list[tuple[int, int, float, int]] = field(default_factory=list)
    equal_sides: list[Floats] = field(default_factory=list)
    at_most_sides: list[Floats] = field(default_factory=list)
    balance_rows: dict[str, int] = field(default_factory=dict)

    def add_column(self, name: Column, *, low: float = 0.0, high: Floats | float = inf) -> None:
        """Add one column a month with its bounds."""
        self.columns[name] = len(self.columns) * self.n_months
        self.low.append(np.full(self.n_months, low))
        self.high.append(np.broadcast_to(np.asarray(high, dtype=np.float64), (self.n_months,)).copy())

    def limit(self, terms: list[tuple[Column, float]], side: Floats | float) -> None:
        """Hold ``sum(coefficient * column) <= side`` in every month."""
        row = len(self.at_most_sides) * self.n_months
        self.at_most += [(row, self.columns[name], factor, 0) for name, factor in terms]
        self.at_most_sides.append(np.broadcast_to(np.asarray(side, dtype=np.float64), (self.n_months,)).copy())

    def matrix(self, terms: list[tuple[int, int, float, int]], n_blocks: int) -> Any:
        """Return rows as a sparse matrix; ``months later`` leaves out the first months of a block."""
        from scipy.sparse import coo_array

        month = np.arange(self.n_months)
        rows = [row + month[later:] for row, _, _, later in terms]
        columns = [column + month[: self.n_months - later] for _, column, _, later in terms]
        factors = [np.full(self.n_months - later, factor) for _, _, factor, later in terms]
        shape = (n_blocks * self.n_months, len(self.columns) * self.n_months)
        if not terms:
            return coo_array(shape).tocsr()
        return coo_array(
            (np.concatenate(factors), (np.concatenate(rows), np.concatenate(columns))), shape=shape
        ).tocsr()


def build(basin: Basin, n_months: int, *, keep_storage: bool) -> Program:
    """Write down what `simulate` may do: balances, canals, storages, turbines, banks and needs."""
    program = Program(n_months=n_months)
    for tail, head, arc in basin.graph.edges(data=True):
        program.add_column(("arc", tail, head), high=arc.get("capacity_mcm", inf))
    for node in basin.order:
        _add_places(basin, program, node, keep_storage)
    for node in basin.order:
        uses_all_up = basin.graph.nodes[node]["kind"] == Kind.DEMAND and node not in basin.layout.river
        if basin.graph.nodes[node]["kind"] != Kind.OUTLET and not uses_all_up:
            _add_balance(basin, program, node)
    return program


def worth_of(basin: Basin, program: Program, sides: tuple[str, ...]) -> Floats:
    """Return the points that each column brings to some sides."""
    worth = np.zeros(len(program.columns) * program.n_months)
    for name, first in program.columns.items():
        part = _part(basin, name[1], sides)
        block = slice(first, first + program.n_months)
        if name[0] in ("turbined", "useful"):
            worth[block] += part * monthly(basin.numbers[name[1]]["value_points_per_mcm"], program.n_months)
        elif name[0] == "flood":
            worth[block] -= part * float(basin.numbers[name[1]]["flood_points_per_mcm"])
    return worth


def arriving(basin: Basin, node: str) -> list[tuple[Column, float]]:
    """Return the arcs that bring water to a node, and how much of it arrives."""
    arcs = basin.graph.in_edges(node, data=True)
    return [(("arc", tail, head), 1.0 - float(arc.get("loss_share", 0.0))) for tail, head, arc in arcs]


def leaving(basin: Basin, node: str) -> list[tuple[Column, float]]:
    """Return the arcs that take water from a node."""
    return [(("arc", tail, head), 1.0) for tail, head in basin.graph.out_edges(node)]


def _part(basin: Basin, node: str, sides: tuple[str, ...]) -> float:
    owners = basin.sides if basin.side(node) == BOTH else (basin.side(node),)
    return sum(owner in sides for owner in owners) / len(owners)


def _add_places(basin: Basin, program: Program, node: str, keep_storage: bool) -> None:
    numbers, kind, n_months = basin.numbers[node], basin.graph.nodes[node]["kind"], program.n_months
    comes = arriving(basin, node)
    if kind == Kind.RESERVOIR:
        program.add_column(
            ("storage", node), low=float(numbers["dead_storage_mcm"]), high=float(numbers["capacity_mcm"])
        )
        if keep_storage:
            program.low[-1][-1] = float(numbers["initial_storage_mcm"])
        program.add_column(("turbined", node), high=float(numbers["turbine_mcm"]))
        program.limit([(("turbined", node), 1.0), *((name, -f) for name, f in leaving(basin, node))], 0.0)
    elif kind in (Kind.DEMAND, Kind.ECOSYSTEM):
        need = monthly(numbers["demand_mcm" if kind == Kind.DEMAND else "need_mcm"], n_months)
        program.add_column(("useful", node), high=need)
        program.limit([(("useful", node), 1.0), *((name, -f) for name, f in comes)], 0.0)
        if kind == Kind.DEMAND:
            program.limit(comes, need)
    banks = monthly(numbers["bankfull_mcm"], n_months) if "bankfull_mcm" in numbers else np.full(1, inf)
    if (banks < inf).any() and comes:
        program.add_column(("flood", node))
        program.limit([*comes, (("flood", node), -1.0)], banks)


def _add_balance(basin: Basin, program: Program, node: str) -> None:
    """What arrives, less what leaves and is stored, equals minus the inflow (filled in scenario by scenario)."""
    row = len(program.equal_sides) * program.n_months
    program.balance_rows[node] = row
    numbers = basin.numbers[node]
    back = float(numbers.get("return_share", 1.0))
    known = np.zeros(program.n_months)
    program.equal += [(row, program.columns[name], factor * back, 0) for name, factor in arriving(basin, node)]
    program.equal += [(row, program.columns[name], -factor, 0) for name, factor in leaving(basin, node)]
    if ("storage", node) in program.columns:
        storage = program.columns["storage", node]
        program.equal += [(row, storage, -1.0, 0), (row, storage, 1.0, 1)]
        known[0] = -float(numbers["initial_storage_mcm"])
    program.equal_sides.append(known)
