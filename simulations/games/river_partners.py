"""Partners that play a seat of the river game by themselves, from what its view shows and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.river_deciding import own_best
from simulations.games.talks import NOT_SAID, NoAgreement, Question, Reason
from simulations.games.term_effects import effects_of
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

    def partner(view: View, lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
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

    return partner


def _answer(view: View, open_to: Mapping[str, Choice], strategy: bargaining.Strategy, rng: np.random.Generator) -> Move:
    sheet = _sheet(view)
    own = view["talk"]["offer"]["side"] == view["you"]["side"]
    if _stands_behind(sheet, strategy, rng) if own else strategy(sheet, rng).accept:
        return (open_to.get("sponsor") or open_to["accept"]).move()
    return open_to["reject"].move(reason=_reason(sheet, sheet.mine[-1] if own else sheet.theirs[-1]))


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
    sheet = _sheet(view)
    if sheet.room < 0:  # nothing on the table is as good as acting alone
        reason = NoAgreement.ALONE_IS_ENOUGH.value
        return open_to["close"].move(reason=reason) if "close" in open_to else open_to["pass"].move()
    return open_to["offer"].move("", **_packages(view)[_in_small_steps(sheet, strategy(sheet, rng).offer)])


def _in_small_steps(sheet: bargaining.Talk, offer: int) -> int:
    """Return a package worth as much to oneself as `offer`, and as like one's own last offer as may be.

    So the other side can follow the path. What was offered before is not said again while something as good is left,
    and nothing is given up that both seem to want.
    """
    if not sheet.mine:
        return offer
    last = sheet.mine[-1]
    for width in (ALIKE, 2 * ALIKE):  # where few packages are worth nearly the same, a little less alike will do
        near = np.abs(sheet.values - sheet.values[offer]) <= width * sheet.room
        alike = np.flatnonzero(sheet.acceptable & near)
        fresh = alike[~_steps_back(sheet, last, alike) & ~np.isin(alike, sheet.mine)]
        if fresh.size:
            # Half a weight for the strategy's own choice: it may lean towards what the other side wants.
            away = _distances(sheet, fresh, last) + _distances(sheet, fresh, offer) / 2
            return int(fresh[away.argmin()])
        if last in alike:
            return last
    return offer


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


def _sheet(view: View) -> bargaining.Talk:
    """Return what this side knows, as strategies read it."""
    talk, you = view["talk"], view["you"]
    offers = [*talk["offers"], *([talk["offer"]] if talk["offer"] else [])]
    terms = _terms(view)
    at = _places(terms)
    placed = [(one["side"] == you["side"], at[tuple(one["package"].values())]) for one in offers]
    return bargaining.Talk(
        values=np.array(you["values"], dtype=float),
        reservation=float(you["alone"]),
        mine=tuple(place for own, place in placed if own),
        theirs=tuple(place for own, place in placed if not own),
        time=min(1.0, (talk["turn"] - 1) / max(1, talk["turns"] - 1)),
        attributes=_attributes(terms),
    )


def _terms(view: View) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((name, tuple(options)) for name, options in view["talk"]["terms"].items())


def _packages(view: View) -> tuple[Mapping[str, int], ...]:
    return _product(_terms(view))


@lru_cache(maxsize=64)
def _product(terms: tuple[tuple[str, tuple[int, ...]], ...]) -> tuple[Mapping[str, int], ...]:
    """Return every package, the last term changing first: the order of a view's values."""
    places = np.indices([len(options) for _, options in terms]).reshape(len(terms), -1).T
    return tuple(
        MappingProxyType({name: options[place] for (name, options), place in zip(terms, row, strict=True)})
        for row in places.tolist()
    )


@lru_cache(maxsize=64)
def _places(terms: tuple[tuple[str, tuple[int, ...]], ...]) -> Mapping[tuple[int, ...], int]:
    """Return where in `_product` a package stands, by its options."""
    return {tuple(package.values()): place for place, package in enumerate(_product(terms))}


@lru_cache(maxsize=64)
def _attributes(terms: tuple[tuple[str, tuple[int, ...]], ...]) -> Any:
    return np.indices([len(options) for _, options in terms]).reshape(len(terms), -1).T


def _honest(view: View, question: str) -> str:
    """Return the term that matters most, the one easiest to give, or the one where a single step hurts most."""
    effects = effects_of(view["talk"]["terms"], view["you"]["values"])
    spread = {name: max(row) - min(row) for name, row in effects.items()}
    if question == Question.MATTERS_MOST:
        return max(spread, key=spread.__getitem__)
    if question == Question.EASY_TO_GIVE:
        return min(spread, key=spread.__getitem__)
    steps = {name: max(abs(one - other) for one, other in pairwise(row)) for name, row in effects.items() if row[1:]}
    return max(steps, key=steps.__getitem__) if steps else NOT_SAID


def _reason(sheet: bargaining.Talk, offer: int) -> str:
    """Return a reason that is true and lets the other side keep its face."""
    if float(sheet.values[offer]) < sheet.reservation:
        return Reason.TOO_LITTLE.value
    if sheet.time < 0.25:
        return Reason.GOOD_START.value
    return (Reason.NEED_MORE_TIME if sheet.time < 0.75 else Reason.TOO_LITTLE).value


PARTNERS: Mapping[str, Partner] = MappingProxyType(
    {name: negotiator(strategy, frank=name != "stubborn") for name, strategy in bargaining.PARTNERS.items()}
)
linear = PARTNERS["linear"]
