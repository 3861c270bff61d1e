"""Partners that play a seat of the river game by themselves."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from simulations.table import Choice, Move, Partner


def alone(view: Mapping[str, Any], lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
    """Play for one's own side only: take the option that is worth most to it in this year's weather.

    What the other side does is not known: what it did last year is expected again, and in the first year all its
    options count alike. Without a card on the table the cards count by their weights.
    """
    choice = lawful[0]
    if choice.kind != "decide":
        return choice.pick(rng)
    worth, weights = view["worth"], view["weights"]
    cards = {view["card"]: 1} if view["card"] is not None else weights
    place = view["decisions"].index(choice.data["decision"])
    known = {**(view["closed"][-1]["decisions"] if view["closed"] else {}), **view["you"]["decided"]}

    def value(option: int) -> float:
        total = weight_sum = 0.0
        for card, weight in cards.items():
            for key, gained in worth[card].items():
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


PARTNERS: Mapping[str, Partner] = {"alone": alone}
