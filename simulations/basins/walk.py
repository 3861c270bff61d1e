"""One walk down the basin: every node once, for all months and scenarios together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

import numpy as np

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats
from simulations.basins.layout import Arc
from simulations.basins.reservoir import operate
from simulations.basins.series import monthly

ArcKey = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Arrays of shape (n_months, n_scenarios), or (n_months, 1) where all scenarios are alike."""

    arrived: dict[str, Floats] = field(default_factory=dict)
    arc: dict[ArcKey, Floats] = field(default_factory=dict)
    lost: dict[ArcKey, Floats] = field(default_factory=dict)
    storage: dict[str, Floats] = field(default_factory=dict)
    release: dict[str, Floats] = field(default_factory=dict)
    spill: dict[str, Floats] = field(default_factory=dict)
    let_out: dict[str, Floats] = field(default_factory=dict)


def asked(basin: Basin, demand_share: Mapping[str, Floats], n_months: int) -> dict[ArcKey, Floats]:
    """Return what is asked of each canal: demands, and the losses on the way to them, as far as it can carry.

    The demands ask first and the asking travels up the canals; the river itself is asked for nothing, as it
    carries whatever comes.
    """
    asks: dict[ArcKey, Floats] = {}
    for node in reversed(basin.order):
        for arc in basin.layout.canals[node]:
            if arc.head in basin.layout.river or not basin.layout.canals[arc.head]:
                table = monthly(basin.numbers[arc.head]["demand_mcm"], n_months).reshape(-1, 1)
                wish = table * demand_share[arc.head] if arc.head in demand_share else table
            else:
                wish = sum((asks[below.key] for below in basin.layout.canals[arc.head]), np.zeros((n_months, 1)))
            gross = wish if arc.loss_share == 0 else wish / (1.0 - arc.loss_share)
            asks[arc.key] = gross if arc.capacity_mcm == inf else np.minimum(gross, arc.capacity_mcm)
    return asks


def walk(
    basin: Basin, inflows: Mapping[str, Floats], asks: Mapping[ArcKey, Floats], targets: Mapping[str, Floats]
) -> Walk:
    """Send the water down; a reservoir without a target lets nothing out and is not followed further."""
    done = Walk()
    arrived: dict[str, Floats] = {}
    nothing = np.zeros((len(next(iter(inflows.values()))), 1))
    for node in basin.order:
        water = arrived.get(node, nothing)
        if node in inflows:
            water = water + inflows[node] if node in arrived else inflows[node]
        done.arrived[node] = water
        numbers = basin.numbers[node]
        if "return_share" in numbers:
            water = water * numbers["return_share"]
        elif "capacity_mcm" in numbers:
            water = _through_reservoir(done, node, numbers, water, targets) if node in targets else nothing
        _send_on(basin, done, arrived, node, water, asks)
    return done


def _through_reservoir(
    done: Walk, node: str, numbers: Mapping[str, Floats], inflow: Floats, targets: Mapping[str, Floats]
) -> Floats:
    done.storage[node], done.release[node], done.spill[node] = operate(
        inflow,
        targets[node],
        initial_mcm=float(numbers["initial_storage_mcm"]),
        dead_mcm=float(numbers["dead_storage_mcm"]),
        capacity_mcm=float(numbers["capacity_mcm"]),
    )
    done.let_out[node] = done.release[node] + done.spill[node]
    return done.let_out[node]


def _send_on(
    basin: Basin, done: Walk, arrived: dict[str, Floats], node: str, water: Floats, asks: Mapping[ArcKey, Floats]
) -> None:
    """Canals take in their order what they ask, as far as there is water; the river takes the rest."""
    canals, river = basin.layout.canals[node], basin.layout.river.get(node)
    left = water
    for place, arc in enumerate(canals):
        if river is None and place == len(canals) - 1:
            taken = left  # at the end of a canal nothing is left over but what was asked for
        else:
            taken = np.minimum(asks[arc.key], left)
            left = left - taken
        _carry(done, arrived, arc, taken)
    if river is not None:
        _carry(done, arrived, river, left)


def _carry(done: Walk, arrived: dict[str, Floats], arc: Arc, water: Floats) -> None:
    done.arc[arc.key] = water
    if arc.loss_share > 0:
        done.lost[arc.key] = water * arc.loss_share
        water = water - done.lost[arc.key]
    arrived[arc.head] = arrived[arc.head] + water if arc.head in arrived else water
