"""Where a basin is tightest: the minimum cut between the springs and the demands."""

from dataclasses import dataclass
from math import floor, isfinite

import networkx as nx

from simulations.basins.basin import Basin
from simulations.basins.fields import MONTHS_A_YEAR, Floats, Kind
from simulations.errors import ModelError

_GRAIN = 1000  # whole thousandths of a million m3: networkx cuts exactly only in integers
_SPRINGS, _USERS = ("springs",), ("users",)  # tuples can never be the name of a node


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottleneck:
    """The places that together hold back the deliveries.

    Attributes
    ----------
    limit_mcm : float
        The most that can reach all demands together.
    asked_mcm : float
        What they ask.
    canals : tuple of (str, str)
        Canals that are full.
    springs : tuple of str
        Sources and reservoirs that are used up.
    demands : tuple of str
        Demands that get all they ask.
    """

    limit_mcm: float
    asked_mcm: float
    canals: tuple[tuple[str, str], ...]
    springs: tuple[str, ...]
    demands: tuple[str, ...]


def bottleneck(basin: Basin, *, month: int | None = None, factor: float = 1.0) -> Bottleneck:
    """Find the smallest set of places that holds back the deliveries (a minimum cut).

    Parameters
    ----------
    basin : Basin
    month : int, optional
        Index of the month, 0 to 11; without it, a whole year is taken together.
    factor : float, optional
        On all inflows: 1 is a normal year, 0.7 a dry one.

    Returns
    -------
    Bottleneck

    Raises
    ------
    ModelError
        ``basin.bad_number``.

    Notes
    -----
    Reservoirs give what they hold at first above dead storage, besides what flows in. Losses, and water that
    comes back from demands, are left out: the cut shows the network, not the bookkeeping. Amounts are rounded
    down to 0.001 million m3.

    References
    ----------
    L. R. Ford and D. R. Fulkerson (1956), Canadian Journal of Mathematics 8:399-404, doi:10.4153/CJM-1956-045-5.
    """
    if month is not None and (isinstance(month, bool) or month not in range(MONTHS_A_YEAR)):
        raise ModelError("basin.bad_number", key="month", value=month, allowed="0 ≤ … ≤ 11")
    if not isfinite(factor) or factor < 0:
        raise ModelError("basin.bad_number", key="factor", value=factor, allowed="≥ 0")
    net = _network(basin, month, factor)
    limit, (above, _below) = nx.minimum_cut(net, _SPRINGS, _USERS)
    cut = [(tail, head) for tail, head in net.edges if tail in above and head not in above]
    return Bottleneck(
        limit_mcm=limit / _GRAIN,
        asked_mcm=sum(net.edges[arc]["capacity"] for arc in net.in_edges(_USERS)) / _GRAIN,
        canals=tuple((tail, head) for tail, head in cut if tail != _SPRINGS and head != _USERS),
        springs=tuple(head for tail, head in cut if tail == _SPRINGS),
        demands=tuple(tail for tail, head in cut if head == _USERS),
    )


def _network(basin: Basin, month: int | None, factor: float) -> nx.DiGraph:
    net = nx.DiGraph()
    net.add_nodes_from((_SPRINGS, _USERS))
    months = MONTHS_A_YEAR if month is None else 1
    for tail, head, arc in basin.graph.edges(data=True):
        limits = {"capacity": _grains(arc["capacity_mcm"] * months)} if "capacity_mcm" in arc else {}
        net.add_edge(tail, head, **limits)
    for node in basin.of_kind(Kind.SOURCE):
        net.add_edge(_SPRINGS, node, capacity=_grains(_amount(basin.numbers[node]["inflow_mcm"], month) * factor))
    for node in basin.of_kind(Kind.RESERVOIR):
        stored = basin.numbers[node]["initial_storage_mcm"] - basin.numbers[node]["dead_storage_mcm"]
        net.add_edge(_SPRINGS, node, capacity=_grains(float(stored)))
    for node in basin.of_kind(Kind.DEMAND):
        net.remove_edges_from(list(net.out_edges(node)))
        net.add_edge(node, _USERS, capacity=_grains(_amount(basin.numbers[node]["demand_mcm"], month)))
    return net


def _amount(table: Floats, month: int | None) -> float:
    return float(table.sum() if month is None else table[month])


def _grains(amount_mcm: float) -> int:
    return floor(amount_mcm * _GRAIN + 1e-6)
