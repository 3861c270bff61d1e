"""What a simulation tells: water by place, month and scenario."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """Million m3 a month; every array has shape (n_scenarios, n_months).

    Attributes
    ----------
    storage_mcm : by reservoir
        At the end of the month.
    release_mcm, spill_mcm : by reservoir
        What leaves on purpose, and what leaves because there is no room.
    turbined_mcm : by reservoir
        The part of release and spill that passes the turbines.
    delivered_mcm : by demand
    flow_mcm : by node
        What comes to the node: from above, and from its own spring if it is a source.
    flood_mcm : by node with ``bankfull_mcm``
        What the banks could not hold.
    inflow_mcm : by source
        What was given to the simulation.
    arc_mcm, lost_mcm : by ``(from, to)``
        What enters an arc, and what of it is lost on the way.
    outflow_mcm : ndarray
        What leaves the basin at all its outlets.
    """

    storage_mcm: Mapping[str, Floats]
    release_mcm: Mapping[str, Floats]
    spill_mcm: Mapping[str, Floats]
    turbined_mcm: Mapping[str, Floats]
    delivered_mcm: Mapping[str, Floats]
    flow_mcm: Mapping[str, Floats]
    flood_mcm: Mapping[str, Floats]
    inflow_mcm: Mapping[str, Floats]
    arc_mcm: Mapping[tuple[str, str], Floats]
    lost_mcm: Mapping[tuple[str, str], Floats]
    outflow_mcm: Floats


def balance_error_mcm(basin: Basin, flows: Flows) -> float:
    """Return the largest gap in the water balance of any node, month and scenario.

    Parameters
    ----------
    basin : Basin
    flows : Flows
        Of `simulate` on this basin.

    Returns
    -------
    float
        Million m3; about 1e-12 for basins of a few hundred million m3.

    Notes
    -----
    It adds up again from the arcs: what arrives and springs up, less what leaves, what is used up, and what
    the storage gains.
    """
    return max(float(np.abs(_gap(basin, flows, node)).max(initial=0.0)) for node in basin.order)


def _gap(basin: Basin, flows: Flows, node: str) -> Floats:
    numbers, kind = basin.numbers[node], Kind(basin.graph.nodes[node]["kind"])
    gap: Floats = np.zeros_like(flows.outflow_mcm)
    for arc in basin.graph.in_edges(node):
        gap += flows.arc_mcm[arc] - flows.lost_mcm[arc]
    for arc in basin.graph.out_edges(node):
        gap -= flows.arc_mcm[arc]
    if kind == Kind.SOURCE:
        gap += flows.inflow_mcm[node]
    elif kind == Kind.DEMAND:
        gap -= (1.0 - numbers["return_share"]) * flows.delivered_mcm[node]
    elif kind == Kind.RESERVOIR:
        gap -= np.diff(flows.storage_mcm[node], axis=1, prepend=float(numbers["initial_storage_mcm"]))
    elif kind == Kind.OUTLET:
        gap -= flows.flow_mcm[node]
    return gap
