"""Water through a basin, month by month."""

from collections.abc import Mapping
from math import inf

import numpy as np
from numpy.typing import ArrayLike

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats, Kind
from simulations.basins.flows import Flows
from simulations.basins.requests import fill_in_targets
from simulations.basins.series import check_decision_keys, monthly, read_decisions, read_inflows
from simulations.basins.walk import Walk, asked, walk

Decisions = Mapping[str, Mapping[str, ArrayLike]]


def simulate(basin: Basin, inflows: Mapping[str, ArrayLike], decisions: Decisions | None = None) -> Flows:
    """Send water through a basin, over many scenarios at once.

    Parameters
    ----------
    basin : Basin
    inflows : mapping of source to array_like, shape (n_scenarios, n_months) or (n_months,)
        Million m3 a month, for every source; see `normal_inflows`. Month 0 is ``basin.first_month``.
    decisions : mapping, optional
        ``"release_mcm"``: by reservoir, what it shall release, shape (), (n_months,) or (n_scenarios,
        n_months). ``"demand_share"``: by demand, a factor on what it asks, same shapes.

    Returns
    -------
    Flows
        Arrays of shape (n_scenarios, n_months).

    Raises
    ------
    ModelError
        ``basin.unknown_node``, ``basin.missing_key``, ``basin.unknown_key``, ``basin.bad_shape`` or
        ``basin.bad_number``.

    Notes
    -----
    At each node canals take what is asked of them in their order; the rest runs on along the river. A
    reservoir releases its target as far as there is water above dead storage, and spills above capacity.
    One without a decision releases what the demands above the next reservoir still miss and keeps the rest.
    Water takes no time to flow; nothing evaporates.

    Examples
    --------
    >>> basin = Basin.from_mapping({
    ...     "nodes": {
    ...         "spring": {"kind": "source", "inflow_mcm": [6] * 12},
    ...         "fork": {"kind": "junction"},
    ...         "farms": {"kind": "demand", "demand_mcm": [4] * 12},
    ...         "lake": {"kind": "outlet"},
    ...     },
    ...     "arcs": [
    ...         {"from": "spring", "to": "fork"},
    ...         {"from": "fork", "to": "farms", "loss_share": 0.2},
    ...         {"from": "fork", "to": "lake"},
    ...     ],
    ... })
    >>> flows = simulate(basin, {"spring": [[6, 3]]})
    >>> flows.delivered_mcm["farms"], flows.outflow_mcm
    (array([[4. , 2.4]]), array([[1., 0.]]))
    """
    decided = decisions or {}
    check_decision_keys(decided)
    water = read_inflows(basin, inflows)
    shape = next(iter(water.values())).shape
    shares = read_decisions(decided, "demand_share", basin.of_kind(Kind.DEMAND), shape)
    releases = read_decisions(decided, "release_mcm", basin.of_kind(Kind.RESERVOIR), shape)
    asks = asked(basin, shares, shape[0])
    done = walk(basin, water, asks, fill_in_targets(basin, water, asks, releases))
    return _report(basin, water, done, shape)


def _report(basin: Basin, water: Mapping[str, Floats], done: Walk, shape: tuple[int, int]) -> Flows:
    def shown(array: Floats) -> Floats:
        return (array if array.shape == shape else np.broadcast_to(array, shape).copy()).T

    flow = {node: shown(array) for node, array in done.arrived.items()}
    dry = np.zeros(shape).T
    outlets = basin.of_kind(Kind.OUTLET)
    demands = basin.of_kind(Kind.DEMAND)
    reservoirs = basin.of_kind(Kind.RESERVOIR)
    return Flows(
        storage_mcm={node: shown(done.storage[node]) for node in reservoirs},
        release_mcm={node: shown(done.release[node]) for node in reservoirs},
        spill_mcm={node: shown(done.spill[node]) for node in reservoirs},
        turbined_mcm={
            node: shown(np.minimum(done.let_out[node], basin.numbers[node]["turbine_mcm"])) for node in reservoirs
        },
        delivered_mcm={node: flow[node] for node in demands},
        flow_mcm=flow,
        flood_mcm=_floods(basin, flow, shape[0]),
        inflow_mcm={node: shown(array) for node, array in water.items()},
        arc_mcm={arc: shown(array) for arc, array in done.arc.items()},
        lost_mcm={arc: shown(done.lost[arc]) if arc in done.lost else dry for arc in done.arc},
        outflow_mcm=sum((flow[node] for node in outlets[1:]), flow[outlets[0]].copy()),
    )


def _floods(basin: Basin, flow: Mapping[str, Floats], n_months: int) -> dict[str, Floats]:
    floods = {}
    for node in basin.order:
        banks = basin.numbers[node].get("bankfull_mcm")
        if banks is not None and (banks < inf).any():
            floods[node] = np.maximum(flow[node] - monthly(banks, n_months), 0.0)
    return floods
