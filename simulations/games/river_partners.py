"""Partners that play a seat of the river game by themselves, from what its view shows and nothing else."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from simulations import bargaining
from simulations.games.bargainers import View, answer, speak
from simulations.games.river_answers import told
from simulations.games.river_deciding import own_best
from simulations.games.river_sheets import sheet_of
from simulations.games.talks import NOT_SAID
from simulations.table import Choice, Move, Partner

__all__ = ["PARTNERS", "linear", "negotiator", "own_best"]


def negotiator(strategy: bargaining.Strategy, *, frank: bool = True) -> Partner:
    """Return a partner that bargains by a strategy and takes decisions for its own side.

    Parameters
    ----------
    strategy : Strategy
        One of ``simulations.bargaining.PARTNERS``.
    frank : bool, optional
        Whether it answers questions; honestly, if it does.
    """
    # A partial function can be sent to another process; a function made in here could not.
    return partial(_move, strategy, frank)


def _move(
    strategy: bargaining.Strategy, frank: bool, view: View, lawful: tuple[Choice, ...], rng: np.random.Generator
) -> Move:
    open_to = {choice.kind: choice for choice in lawful}
    if "decide" in open_to:
        return own_best(view, lawful, rng)
    if "tell" in open_to:
        tell = open_to["tell"]
        return tell.move(answer=_honest(view, tell.data["question"]) if frank else NOT_SAID)
    if "reject" in open_to:
        return answer(view, open_to, sheet_of, strategy, rng)
    if "offer" in open_to:
        return speak(view, open_to, sheet_of, strategy, rng)
    return lawful[0].pick(rng)


def _honest(view: View, question: str) -> str:
    """Answer truly, with the other side's newest offer in mind."""
    talk, you = view["talk"], view["you"]
    theirs = [one["package"] for one in talk["offers"] if one["side"] != you["side"]]
    return told(talk["terms"], talk["kinds"], you["values"], question, wished=theirs[-1] if theirs else None)


PARTNERS: Mapping[str, Partner] = MappingProxyType(
    {name: negotiator(strategy, frank=name != "stubborn") for name, strategy in bargaining.PARTNERS.items()}
)
linear = PARTNERS["linear"]
