"""A river basin as a network: who has how much water, month by month, and what it is worth."""

from simulations.basins.basin import Basin
from simulations.basins.bottlenecks import Bottleneck, bottleneck
from simulations.basins.fields import Kind
from simulations.basins.flows import Flows, balance_error_mcm
from simulations.basins.optimum import Plan, best_use
from simulations.basins.series import normal_inflows
from simulations.basins.simulation import Decisions, simulate
from simulations.basins.worth import energy_gwh, points

__all__ = [
    "Basin",
    "Bottleneck",
    "Decisions",
    "Flows",
    "Kind",
    "Plan",
    "balance_error_mcm",
    "best_use",
    "bottleneck",
    "energy_gwh",
    "normal_inflows",
    "points",
    "simulate",
]
