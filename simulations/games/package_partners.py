"""Partners that play a seat of the package game by themselves, from what its view shows and nothing else."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.bargainers import View, answer, speak
from simulations.games.mediating import single_text
from simulations.games.package_sheets import sheet_of
from simulations.games.river_answers import told_from
from simulations.games.talks import NO_SIDE, NOT_SAID
from simulations.table import Choice, Move, Partner

__all__ = ["PARTNERS", "linear", "negotiator"]


def negotiator(strategy: bargaining.Strategy, *, frank: bool = True) -> Partner:
    """Return a partner that bargains by a strategy; on a mediator's seat it puts single texts on the table.

    Parameters
    ----------
    strategy : Strategy
        One of ``simulations.bargaining.PARTNERS``.
    frank : bool, optional
        Whether it answers questions; honestly, if it does.
    """
    return partial(_move, strategy, frank)


def _move(
    strategy: bargaining.Strategy, frank: bool, view: View, lawful: tuple[Choice, ...], rng: np.random.Generator
) -> Move:
    open_to = {choice.kind: choice for choice in lawful}
    if "tell" in open_to:
        return open_to["tell"].move(answer=_honest(view) if frank else NOT_SAID)
    if "reject" in open_to:
        said = answer(view, open_to, sheet_of, strategy, rng)
        return _improved(view, lawful, said) if said.kind == "reject" else said
    if "offer" not in open_to:
        return lawful[0].pick(rng)
    if view["you"]["side"] == NO_SIDE:
        text = single_text(view["talk"])
        return open_to["pass"].move() if text is None else open_to["offer"].move("", **text)
    return speak(view, open_to, sheet_of, strategy, rng)


def _improved(view: View, lawful: tuple[Choice, ...], refusal: Move) -> Move:
    """Say of a single text which one change would bring most; refuse where none would bring anything."""
    offer, points, terms = view["talk"]["offer"], view["you"]["points"], view["talk"]["terms"]
    best, gained = refusal, 0
    for choice in lawful:
        if choice.kind == "improve":
            term = choice.data["term"]
            row = dict(zip(terms[term], points[term], strict=True))
            option = max(choice.options["option"], key=row.__getitem__)
            if row[option] - row[offer["package"][term]] > gained:
                best, gained = choice.move(option=option), row[option] - row[offer["package"][term]]
    return best


def _honest(view: View) -> str:
    """Answer truly, with the asking side's newest offer in mind."""
    talk, asked = view["talk"], view["talk"]["asked"][-1]
    said: list[Mapping[str, Any]] = [one for one in talk["offers"] if one["side"] == asked["side"]]
    if talk["offer"] and talk["offer"]["side"] == asked["side"]:
        said.append(talk["offer"])
    wished = said[-1]["package"] if said else None
    return told_from(view["you"]["points"], talk["terms"], asked["question"], kinds={}, wished=wished)


PARTNERS: Mapping[str, Partner] = MappingProxyType(
    {name: negotiator(strategy, frank=name != "stubborn") for name, strategy in bargaining.PARTNERS.items()}
)
linear = PARTNERS["linear"]
