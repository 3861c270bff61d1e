"""What a reservoir is asked for when nobody has decided its release."""

from collections.abc import Mapping

import numpy as np

from simulations.basins.basin import Basin
from simulations.basins.fields import Floats, Kind
from simulations.basins.walk import ArcKey, Walk, walk


def fill_in_targets(
    basin: Basin, inflows: Mapping[str, Floats], asks: Mapping[ArcKey, Floats], decided: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Add a release target for every reservoir that has none: what the demands below it still miss.

    A first walk, in which those reservoirs hold everything back, shows what each demand misses. The missing
    water is asked for up the river, losses added, as far as the next reservoir. Where several such reservoirs
    stand above a place, they are asked in proportion to the room between dead storage and capacity.
    """
    undecided = [node for node in basin.of_kind(Kind.RESERVOIR) if node not in decided]
    if not undecided:
        return dict(decided)
    free = walk(basin, inflows, asks, decided)
    room = _room_above(basin, undecided)
    missing: dict[str, Floats] = {}
    targets = dict(decided)
    nothing = np.zeros((len(next(iter(inflows.values()))), 1))
    for node in reversed(basin.order):
        if room[node] == 0 and node not in undecided:
            continue
        wish = _missed_by_canals(basin, free, asks, node, nothing)
        river = basin.layout.river.get(node)
        if river is not None and river.head in missing:
            part = room[node] / room[river.head] / (1.0 - river.loss_share)
            wish = wish + missing[river.head] * part
        if node in undecided:
            targets[node] = wish
        else:
            missing[node] = np.maximum(wish - _returned_by_missing(basin, free, asks, node, nothing), 0.0)
    return targets


def _room_above(basin: Basin, undecided: list[str]) -> dict[str, float]:
    """Return, for each node, the room of the undecided reservoirs whose water comes here past no other one."""
    above = dict.fromkeys(basin.order, 0.0)
    for node in basin.order:
        numbers = basin.numbers[node]
        if node in undecided:
            above[node] = float(numbers["capacity_mcm"] - numbers["dead_storage_mcm"])
        if node in basin.layout.river and "demand_mcm" not in numbers:
            head = basin.layout.river[node].head
            if "capacity_mcm" not in basin.numbers[head]:
                above[head] += above[node]
    return above


def _missed_by_canals(basin: Basin, free: Walk, asks: Mapping[ArcKey, Floats], node: str, nothing: Floats) -> Floats:
    return sum((asks[arc.key] - free.arc[arc.key] for arc in basin.layout.canals[node]), nothing)


def _returned_by_missing(basin: Basin, free: Walk, asks: Mapping[ArcKey, Floats], node: str, nothing: Floats) -> Floats:
    """Return what will come back to ``node`` once the demands that drain to it get what they miss."""
    total = nothing
    for demand in basin.graph.predecessors(node):
        share = float(basin.numbers[demand].get("return_share", 0.0))
        if share > 0:
            inlet = next(basin.graph.predecessors(demand))
            kept = 1.0 - float(basin.graph.edges[inlet, demand].get("loss_share", 0.0))
            kept *= 1.0 - basin.layout.river[demand].loss_share
            total = total + (asks[inlet, demand] - free.arc[inlet, demand]) * (share * kept)
    return total
