"""Would both keep it? Keeping or leaving aside each promise of an agreement, as a graph model."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import networkx as nx

from simulations.errors import ModelError
from simulations.games.agreements import check_package
from simulations.games.promises import ALL_KEPT, LeftAside, Order, Promise, promises_in, worth_when_left
from simulations.games.river_years import weather
from simulations.games.stress import REST_YEARS
from simulations.games.terms import Package
from simulations.stability import GraphModel, Stability, reachable, stable_states
from simulations.table import Case

HOLDS = (Stability.NASH, Stability.SEQ, Stability.GMR)
"""How something can hold, the firmest first: by itself, by an answer that helps who gives it, by one that may hurt."""

MOST_YEARS_AFTER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTest:
    """Whether a side would keep one promise, when all the others are kept.

    Attributes
    ----------
    promise : Promise
    gain_points : int
        What leaving it aside brings its side as long as nobody answers.
    holds : Stability or None
        ``NASH``: it would gain nothing. ``SEQ``: the other side would answer, and be better off by it. ``GMR``: only an
        answer that makes the other side no better off would hold it. None: nothing holds it.
    answer : frozenset of Promise
        What the other side would then leave aside; of the answers that hold, the one that is best for it.
    after_points : int
        What is left to the promise's side after the answer, against keeping all; not above 0 where it holds.
    """

    promise: Promise
    gain_points: int
    holds: Stability | None
    answer: LeftAside
    after_points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Whether both sides would keep an agreement in a year's weather.

    Attributes
    ----------
    card : str
        This year's weather.
    tests : tuple of PromiseTest
        In the order of the terms.
    by_side : mapping of side to Stability or None
        How keeping everything holds for each side, which may also leave several promises aside at once.
    """

    card: str
    tests: tuple[PromiseTest, ...]
    by_side: Mapping[str, Stability | None]

    @property
    def holds(self) -> Stability | None:
        """How the whole agreement holds: as firmly as for the side for which it holds least; None when not for both."""
        if None in self.by_side.values():
            return None
        return max((found for found in self.by_side.values() if found is not None), key=HOLDS.index)


def keeping(
    case: Case,
    agreement: Package,
    *,
    card: str | None = None,
    order: Order = Order.FREE,
    years_after: int = REST_YEARS,
) -> GraphModel:
    """Return the graph model of keeping an agreement: each side keeps or leaves aside each of its promises.

    Parameters
    ----------
    case : Case
        Of the river game, with its outcome table.
    agreement : mapping of str to int
        A package; terms that are left out count as nothing agreed.
    card : str, optional
        This year's weather; by default the one nearest to a normal year.
    order : Order, optional
        Whether payment and water wait for each other.
    years_after : int, optional
        How many average years after this one count, 0 to 100, all alike and without discount. By default as many as
        the stress test lets both sides go on alone after a break.

    Returns
    -------
    GraphModel
        A state is a frozenset of `Promise`, those left aside: empty when all are kept. A side moves by keeping or
        leaving aside any of its own promises, and can go back. What a state is worth is the points of this year and the
        years after it if it lasts.

    Raises
    ------
    KitError
        ``river.unknown_card`` or ``river.unknown_package``.
    ModelError
        ``stress.bad_number`` for a number of years that makes no sense.

    Examples
    --------
    >>> from simulations.games import keeping, read_case
    >>> from simulations.stability import Stability, stable_states
    >>> model = keeping(read_case("ayna"), {"summer_release": 55, "payment": 140})
    >>> model.parties, len(model.states), model.payoffs["gardens"][frozenset()]
    (('springs', 'gardens'), 4, 330)
    >>> [frozenset() in stable_states(model, "gardens", concept) for concept in (Stability.NASH, Stability.SEQ)]
    [False, True]
    """
    if not 0 <= years_after <= MOST_YEARS_AFTER:
        raise ModelError("stress.bad_number", key="years_after", value=years_after, allowed=f"0 – {MOST_YEARS_AFTER}")
    card = normal_card(case) if card is None else card
    check_package(case, card, agreement)
    promises = promises_in(case, agreement)
    states = tuple(_ways_to_leave(promises))
    worth = {
        left: worth_when_left(case, agreement, left, card, order=order, years_after=years_after) for left in states
    }
    return GraphModel(
        moves={side: _moves([one for one in promises if one.side == side], states) for side in case.sides},
        payoffs={side: {left: worth[left][side] for left in states} for side in case.sides},
    )


def would_keep(
    case: Case, agreement: Package, *, card: str | None = None, order: Order = Order.FREE, years_after: int = REST_YEARS
) -> Keeping:
    """Return promise by promise whether both sides would keep an agreement, and what holds them.

    Parameters and errors are those of `keeping`.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> found = would_keep(read_case("ayna"), {"summer_release": 55, "payment": 140}, card="very_dry")
    >>> [(one.promise.term, one.gain_points, one.holds) for one in found.tests]
    [('summer_release', 273, <Stability.SEQ: 'seq'>), ('payment', 560, <Stability.SEQ: 'seq'>)]
    """
    card = normal_card(case) if card is None else card
    model = keeping(case, agreement, card=card, order=order, years_after=years_after)
    return Keeping(
        card=card,
        tests=tuple(_tested(model, promise) for promise in promises_in(case, agreement)),
        by_side={side: _firmest(model, side) for side in model.parties},
    )


def normal_card(case: Case) -> str:
    """Return the weather nearest to a normal year."""
    return min(case.cards, key=lambda card: abs(weather(case)[card] - 1))


def driest_card(case: Case) -> str:
    """Return the driest weather of the case's cards."""
    return min(case.cards, key=lambda card: weather(case)[card])


def _ways_to_leave(promises: Iterable[Promise]) -> Iterator[LeftAside]:
    """Yield every way to leave promises aside, the fewest first."""
    listed = tuple(promises)
    for count in range(len(listed) + 1):
        yield from map(frozenset, combinations(listed, count))


def _moves(own: list[Promise], states: Iterable[LeftAside]) -> "nx.DiGraph[LeftAside]":
    """Return a side's moves: any of its own promises left aside, those of the other side as they were."""
    ways = tuple(_ways_to_leave(own))
    return nx.DiGraph((left, left - set(own) | way) for left in states for way in ways)


def _firmest(model: GraphModel, side: str) -> Stability | None:
    return next((concept for concept in HOLDS if ALL_KEPT in stable_states(model, side, concept)), None)


def _tested(model: GraphModel, promise: Promise) -> PromiseTest:
    """Test one promise: what it would bring to leave it aside, and which answer holds it."""
    left, worth = frozenset({promise}), model.payoffs[promise.side]
    gain = int(worth[left] - worth[ALL_KEPT])
    if gain <= 0:
        return PromiseTest(promise=promise, gain_points=gain, holds=Stability.NASH, answer=ALL_KEPT, after_points=gain)
    (other,) = (side for side in model.parties if side != promise.side)
    for holds in HOLDS[1:]:
        reached = reachable(model, [other], left, improving=holds is Stability.SEQ)
        holding = [cast("LeftAside", end) for end in reached if worth[end] <= worth[ALL_KEPT]]
        if holding:
            end = max(holding, key=lambda end: (model.payoffs[other][end], -len(end), sorted(end)))
            after = int(worth[end] - worth[ALL_KEPT])
            return PromiseTest(promise=promise, gain_points=gain, holds=holds, answer=end - left, after_points=after)
    return PromiseTest(promise=promise, gain_points=gain, holds=None, answer=ALL_KEPT, after_points=gain)
