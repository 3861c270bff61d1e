"""What a bargaining strategy says at a table: offers that go in small steps, and yes to what is enough."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.reasons import reason_for
from simulations.games.talks import NoAgreement
from simulations.table import Choice, Move

View = Mapping[str, Any]

ALIKE = 0.05
"""Packages this near in value, as a share of one's room, count as worth the same to oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a seat's side knows when it has the word.

    Attributes
    ----------
    talk : Talk
        For a strategy: of what this side would think of offering, and of everything that was offered.
    package : callable
        Returns the package at a place of `talk`.
    refused : tuple of int
        Places of what others offered and this side did not take.
    later : float
        Share of the turns that are used when this side has the word next.
    """

    talk: bargaining.Talk
    package: Callable[[int], Mapping[str, Any]]
    refused: tuple[int, ...]
    later: float


SheetOf = Callable[[View], Sheet]


def speak(
    view: View,
    open_to: Mapping[str, Choice],
    sheet_of: SheetOf,
    strategy: bargaining.Strategy,
    rng: np.random.Generator,
) -> Move:
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
    offer = _above_refused(sheet, _in_small_steps(sheet.talk, strategy(sheet.talk, rng).offer))
    return open_to["offer"].move("", **sheet.package(offer))


def answer(
    view: View,
    open_to: Mapping[str, Choice],
    sheet_of: SheetOf,
    strategy: bargaining.Strategy,
    rng: np.random.Generator,
) -> Move:
    """Stand behind the offer on the table, or refuse it with a reason that is true."""
    known = sheet_of(view)
    sheet, own = known.talk, view["talk"]["offer"]["side"] == view["you"]["side"]
    if _stands_behind(sheet, strategy, rng) if own else _is_enough(replace(sheet, time=known.later), strategy, rng):
        return (open_to.get("sponsor") or open_to["accept"]).move()
    return open_to["reject"].move(reason=reason_for(view, sheet, sheet.mine[-1] if own else sheet.theirs[-1]))


def time_at(turn: int, turns: int) -> float:
    """Return the share of the turns that is used when a turn, counted from 1, begins."""
    return min(1.0, (turn - 1) / max(1, turns - 1))


def _is_enough(sheet: bargaining.Talk, strategy: bargaining.Strategy, rng: np.random.Generator) -> bool:
    """Say yes to what is worth at least what one would offer oneself when one has the word next.

    This is AC_next (Baarslag, Hindriks and Jonker 2014, doi:10.1016/j.dss.2013.05.021) as it is meant: the next offer
    is made later than the yes, and in small steps.
    """
    said = strategy(sheet, rng)
    newest = sheet.theirs[-1]
    if said.accept or not sheet.acceptable[newest]:
        return said.accept
    return bool(sheet.values[newest] >= sheet.values[_in_small_steps(sheet, said.offer)])


def _stands_behind(sheet: bargaining.Talk, strategy: bargaining.Strategy, rng: np.random.Generator) -> bool:
    """Meet a colleague half way: its offer brings at least half of what one would ask for oneself."""
    values, asked = sheet.values, strategy(replace(sheet, mine=sheet.mine[:-1]), rng).offer
    return bool(values[sheet.mine[-1]] - sheet.reservation >= max(values[asked] - sheet.reservation, 0) / 2)


def _above_refused(known: Sheet, offer: int) -> int:
    """Return the offer, or what is hardly more where it is worth no more to oneself than something one refused.

    To say no and then to offer the same, or less, as one's own gift would mock the others. Who refused holds on
    to the refusal, and may still say yes later.
    """
    sheet = known.talk
    refused = max((float(sheet.values[place]) for place in known.refused), default=-np.inf)
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
