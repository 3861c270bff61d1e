"""What the water was worth, to each side."""

import numpy as np

from simulations.basins.basin import BOTH, Basin
from simulations.basins.fields import Floats, Kind
from simulations.basins.flows import Flows
from simulations.basins.series import monthly


def points(basin: Basin, flows: Flows) -> dict[str, Floats]:
    """Return each side's points.

    Parameters
    ----------
    basin : Basin
    flows : Flows
        Of `simulate` on this basin.

    Returns
    -------
    dict of str to ndarray, shape (n_scenarios,)
        Water through the turbines, water delivered and water in a wetland up to its need, each times its
        points that month, less the points of floods. A node of ``"both"`` counts in equal parts for each side.
    """
    totals = {side: np.zeros(len(flows.outflow_mcm)) for side in basin.sides}
    for node in basin.order:
        worth = node_points(basin, flows, node)
        if worth is None:
            continue
        side = basin.side(node)
        owners = basin.sides if side == BOTH else (side,)
        for owner in owners:
            totals[owner] += worth / len(owners)
    return totals


def node_points(basin: Basin, flows: Flows, node: str) -> Floats | None:
    """Return the points made at one node, shape (n_scenarios,); None where there is nothing to count."""
    numbers, n_months = basin.numbers[node], flows.outflow_mcm.shape[1]
    total: Floats | None = None
    if "value_points_per_mcm" in numbers:
        total = _useful(basin, flows, node) @ monthly(numbers["value_points_per_mcm"], n_months)
    if node in flows.flood_mcm:
        harm = flows.flood_mcm[node].sum(axis=1) * numbers["flood_points_per_mcm"]
        total = -harm if total is None else total - harm
    return total


def energy_gwh(basin: Basin, flows: Flows) -> dict[str, Floats]:
    """Return the power made at each reservoir, shape (n_scenarios, n_months)."""
    return {node: water * basin.numbers[node]["energy_gwh_per_mcm"] for node, water in flows.turbined_mcm.items()}


def _useful(basin: Basin, flows: Flows, node: str) -> Floats:
    """Return the water that counts at a node that has a worth."""
    if node in flows.delivered_mcm:
        return flows.delivered_mcm[node]
    if basin.graph.nodes[node]["kind"] == Kind.RESERVOIR:
        return flows.turbined_mcm[node]
    return np.minimum(flows.flow_mcm[node], monthly(basin.numbers[node]["need_mcm"], flows.outflow_mcm.shape[1]))
