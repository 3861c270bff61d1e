"""How a partner decides what no agreement settles: as is best for its own side, from what its view shows."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from simulations.table import Choice, Move


def own_best(view: Mapping[str, Any], lawful: Sequence[Choice], rng: np.random.Generator) -> Move:
    """Take the option that is worth most to one's own side in this year's weather.

    What is agreed is counted on. What the other side decides by itself is not known: what it did by itself last year is
    expected again; otherwise all its options count alike. Without a card on the table the cards count by their weights,
    unless an announced inject takes their place.
    """
    choice = lawful[0]
    place = view["decisions"].index(choice.data["decision"])
    cards, last = _weather(view), _by_itself(view)

    def value(option: int) -> float:
        total = weight_sum = 0.0
        for card, weight in cards.items():
            known = {**last, **view["you"]["decided"], **view.get("agreed", {}).get(card, {})}
            for key, gained in view["worth"][card].items():
                values = [int(part) for part in key.split("/")]
                expected = all(
                    known.get(name, values[other]) == values[other]
                    for other, name in enumerate(view["decisions"])
                    if other != place
                )
                if values[place] == option and expected:
                    total, weight_sum = total + weight * gained, weight_sum + weight
        return total / weight_sum

    return choice.move(value=max(choice.options["value"], key=value))


def _weather(view: Mapping[str, Any]) -> Mapping[str, int]:
    """Return the weather that can come, with weights: the card on the table, or what was announced, or all cards."""
    if view["card"] is not None:
        return {view["card"]: 1}
    announced = [name for name in view["injects"] if name in view["worth"]]
    return {announced[-1]: 1} if announced else view["weights"]


def _by_itself(view: Mapping[str, Any]) -> dict[str, int]:
    """Return what was decided last year and not agreed: a promise of last year says nothing about this one."""
    if not view["closed"]:
        return {}
    last = view["closed"][-1]
    return {name: value for name, value in last["decisions"].items() if name not in (last["agreement"] or {})}
