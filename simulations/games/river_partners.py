"""Partners that play a seat of the river game by themselves, from what its view shows and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.river_answers import told
from simulations.games.river_deciding import own_best
from simulations.games.river_reasons import reason_for
from simulations.games.river_sheets import sheet_of, time_at
from simulations.games.talks import NOT_SAID, NoAgreement
from simulations.table import Choice, Move, Partner

__all__ = ["PARTNERS", "linear", "negotiator", "own_best"]

View = Mapping[str, Any]

ALIKE = 0.05
"""Packages this near in value, as a share of one's room, count as worth the same to oneself."""


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
        return _answer(view, open_to, strategy, rng)
    if "offer" in open_to:
        return _speak(view, open_to, strategy, rng)
    return lawful[0].pick(rng)


def _answer(view: View, open_to: Mapping[str, Choice], strategy: bargaining.Strategy, rng: np.random.Generator) -> Move:
    sheet = sheet_of(view).talk
    own = view["talk"]["offer"]["side"] == view["you"]["side"]
    if _stands_behind(sheet, strategy, rng) if own else _is_enough(view, sheet, strategy, rng):
        return (open_to.get("sponsor") or open_to["accept"]).move()
    return open_to["reject"].move(reason=reason_for(view, sheet, sheet.mine[-1] if own else sheet.theirs[-1]))


def _is_enough(view: View, sheet: bargaining.Talk, strategy: bargaining.Strategy, rng: np.random.Generator) -> bool:
    """Say yes to what is worth at least what one would offer oneself when the word has passed.

    This is AC_next (Baarslag, Hindriks and Jonker 2014, doi:10.1016/j.dss.2013.05.021) as it is meant: the next offer
    is made a turn later, and in small steps.
    """
    talk = view["talk"]
    later = replace(sheet, time=time_at(talk, talk["turn"] + 1))
    said = strategy(later, rng)
    newest = sheet.theirs[-1]
    if said.accept or not sheet.acceptable[newest]:
        return said.accept
    return bool(sheet.values[newest] >= sheet.values[_in_small_steps(later, said.offer)])


def _stands_behind(sheet: bargaining.Talk, strategy: bargaining.Strategy, rng: np.random.Generator) -> bool:
    """Meet a colleague half way: its offer brings at least half of what one would ask for oneself."""
    values, asked = sheet.values, strategy(replace(sheet, mine=sheet.mine[:-1]), rng).offer
    return bool(values[sheet.mine[-1]] - sheet.reservation >= max(values[asked] - sheet.reservation, 0) / 2)


def _speak(view: View, open_to: Mapping[str, Choice], strategy: bargaining.Strategy, rng: np.random.Generator) -> Move:
    """Make an offer, or now and then let a colleague speak who has not passed yet."""
    talk, you = view["talk"], view["you"]
    mine = {taken["id"] for taken in view["seats"] if view["sides"][taken["id"]] == you["side"]}
    silent = len(mine - set(talk["passed"]))
    if silent > 1 and rng.random() < 1 - 1 / silent:
        return open_to["pass"].move()
    sheet = sheet_of(view)
    if sheet.talk.room < 0:  # nothing on the table is as good as acting alone
        reason = NoAgreement.ALONE_IS_ENOUGH.value
        return open_to["close"].move(reason=reason) if "close" in open_to else open_to["pass"].move()
    offer = _above_refused(sheet.talk, _in_small_steps(sheet.talk, strategy(sheet.talk, rng).offer))
    return open_to["offer"].move("", **sheet.packages[offer])


def _above_refused(sheet: bargaining.Talk, offer: int) -> int:
    """Return the offer, or what is hardly more where it is worth no more to oneself than something one refused.

    To say no and then to offer the same, or less, as one's own gift would mock the other side. Who refused holds on
    to the refusal, and may still say yes later.
    """
    refused = max((float(sheet.values[place]) for place in sheet.theirs), default=-np.inf)
    above = np.flatnonzero(sheet.values > refused)
    if sheet.values[offer] > refused or not above.size:
        return offer
    if sheet.mine and sheet.values[sheet.mine[-1]] > refused:
        above = above[sheet.values[above] <= sheet.values[sheet.mine[-1]]]  # nor does one ask for more again
    least = above[sheet.values[above] <= sheet.values[above].min() + ALIKE * sheet.room]
    return int(least[_distances(sheet, least, sheet.theirs[-1]).argmin()])


def _in_small_steps(sheet: bargaining.Talk, offer: int) -> int:
    """Return a package worth as much to oneself as `offer`, and as like one's own last offer as may be.

    So the other side can follow the path. What was offered before is not said again while something as good is left,
    and nothing is given up that both seem to want.
    """
    if not sheet.mine:
        return offer
    last, values = sheet.mine[-1], sheet.values
    if offer == last and len(sheet.theirs) > 1 and sheet.theirs[-1] == sheet.theirs[-2]:
        return last  # nobody has moved
    for width in (ALIKE, 2 * ALIKE):  # where few packages are worth nearly the same, a little less alike will do
        near = np.abs(values - values[offer]) <= width * sheet.room
        if values[offer] < values[last]:
            near &= values < values[last]  # a step is a step
        alike = np.flatnonzero(sheet.acceptable & near)
        fresh = alike[~_steps_back(sheet, last, alike) & ~np.isin(alike, sheet.mine)]
        if fresh.size:
            # Half a weight for the strategy's own choice: it may lean towards what the other side wants.
            away = _distances(sheet, fresh, last) + _distances(sheet, fresh, offer) / 2
            return int(fresh[away.argmin()])
        if last in alike:
            return last
    if not _steps_back(sheet, last, np.array([offer]))[0]:
        return offer
    # What the strategy found is less for oneself and no nearer to the other: look between it and the last offer.
    between = np.flatnonzero((values >= values[offer]) & (values < values[last]))
    between = between[~_steps_back(sheet, last, between)]
    return int(between[_distances(sheet, between, sheet.theirs[-1]).argmin()]) if between.size else last


def _steps_back(sheet: bargaining.Talk, last: int, places: Any) -> Any:
    """Tell which packages are hardly more to oneself than one's last offer, and less like what the other offers."""
    if sheet.newest is None:
        return np.zeros(len(places), dtype=bool)
    hardly_more = sheet.values[places] <= sheet.values[last] + ALIKE * sheet.room
    return hardly_more & (
        _distances(sheet, places, sheet.newest) > _distances(sheet, np.array([last]), sheet.newest) + 1e-12
    )


def _distances(sheet: bargaining.Talk, places: Any, other: int) -> Any:
    """Return how unlike packages are to another one: terms that differ, and how far."""
    span = np.maximum(sheet.attributes.max(axis=0), 1)
    steps = np.abs(sheet.attributes[places] - sheet.attributes[other])
    return ((steps > 0) + steps / span).mean(axis=1)


def _honest(view: View, question: str) -> str:
    """Answer truly, with the other side's newest offer in mind."""
    talk, you = view["talk"], view["you"]
    theirs = [one["package"] for one in talk["offers"] if one["side"] != you["side"]]
    return told(talk["terms"], talk["kinds"], you["values"], question, wished=theirs[-1] if theirs else None)


PARTNERS: Mapping[str, Partner] = MappingProxyType(
    {name: negotiator(strategy, frank=name != "stubborn") for name, strategy in bargaining.PARTNERS.items()}
)
linear = PARTNERS["linear"]
