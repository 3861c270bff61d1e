"""Who plays a seat while its person is away: the game's own partner, or somebody careful who promises nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations.games.river_deciding import own_best
from simulations.games.talks import NOT_SAID, Reason
from simulations.table import Choice, Move, Partner

__all__ = ["STAND_INS", "careful"]


def careful(view: Mapping[str, Any], lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
    """Do what binds nobody who is away: let others speak, say nothing, ask at home, decide as the side would alone.

    Parameters
    ----------
    view : mapping
        What the seat sees.
    lawful : tuple of Choice
        At least one.
    rng : Generator
        Never used: the same view always gives the same move.

    Returns
    -------
    Move
        In talks a pass, ``"not_said"`` or a no. A decision is the best one for the side by the view's ``worth``;
        without that, and in any other game, it is the middle one of the options.

    Examples
    --------
    >>> vote = Choice(seat="cook", kind="vote", options={"slices": (2, 4, 6)})
    >>> careful({}, (vote,), np.random.default_rng(0)).data["slices"]
    4
    """
    open_to = {choice.kind: choice for choice in lawful}
    if "tell" in open_to:
        return open_to["tell"].move(answer=NOT_SAID)
    if "reject" in open_to:
        return _no(open_to["reject"])
    if "pass" in open_to:
        return open_to["pass"].move()
    if "decide" in open_to and view.get("worth"):
        return own_best(view, [choice for choice in lawful if choice.kind == "decide"], rng)
    return _in_the_middle(next((choice for choice in lawful if not choice.may_wait), lawful[0]))


def _no(reject: Choice) -> Move:
    """Say that one has to ask at home, or the first thing that the game lets one say."""
    reasons = reject.options["reason"]
    at_home = Reason.ASK_AT_HOME.value
    return reject.move(reason=at_home if at_home in reasons else reasons[0])


def _in_the_middle(choice: Choice) -> Move:
    """Take the option in the middle, the lower one of two."""
    return choice.move(**{name: values[(len(values) - 1) // 2] for name, values in choice.options.items()})


STAND_INS: Mapping[str, Partner | None] = MappingProxyType({"partner": None, "careful": careful})
"""By name; None is the game's own partner, as ``simulations.table.next_move`` reads it."""
