"""The best package by branch and bound, where the frontier is too long to be listed."""

from collections.abc import Iterator

import numpy as np

from simulations.bargaining.climb import climbed
from simulations.bargaining.goals import Goal, finest, whole_gains
from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.packages import Packages, option_payoffs
from simulations.bargaining.prices import least_prices
from simulations.bargaining.walk import Cuts, completions

Package = tuple[int, ...]
Rank = tuple[int, ...]

FEW = 100_000
"""So many packages are looked at in less time than prices take."""


def first_inside(negotiation: Negotiation, least: Floats) -> Package | None:
    """Return the first package that gives every party at least so much; None when there is none."""
    for some in completions(negotiation, zone_cuts(negotiation, least)):
        inside = np.flatnonzero((some.payoffs >= least).all(axis=1))
        if len(inside):
            return tuple(some.packages[inside[0]].tolist())
    return None


def zone_cuts(negotiation: Negotiation, least: Floats) -> Cuts:
    """Return cuts that ask for so much for every party, and for all of them together at the fitting prices."""
    cuts = Cuts(np.eye(len(least)), least)
    if negotiation.n_packages <= FEW:  # sooner tried than priced
        return cuts
    everybody = tuple(range(len(least)))
    prices = least_prices(option_payoffs(negotiation), least, n_least=1, counted=everybody, with_zone=False)
    cuts.add(prices, _asked(prices, least, 0.0))
    return cuts


def best_package(negotiation: Negotiation, goal: Goal) -> Package | None:
    """Return the first of the packages in the agreement zone that are best for a goal; None without a zone.

    Parameters
    ----------
    negotiation : Negotiation
    goal : Goal

    Raises
    ------
    ModelError
        ``bargaining.too_hard``.

    Notes
    -----
    One number of the goal after the other. Each is bounded by a sum of the gains at some prices, and such a sum by
    the best option of every later issue. What cannot reach the best found so far is left out; what remains is
    compared in whole numbers. The walk is in lexicographic order: of equal packages the first is met first.
    """
    best = some_inside(negotiation, negotiation.reservations)
    if best is None:
        return None
    issues, least, parts = option_payoffs(negotiation), negotiation.reservations, finest(negotiation)
    cuts = zone_cuts(negotiation, least)
    rank = _rank(negotiation, goal, best)
    for level in range(goal.n_levels):
        best, rank = _climbed(negotiation, goal, level, best, rank)
        prices, last = goal.prices(issues, least, level), level == goal.n_levels - 1
        cuts.add(prices, 0.0)
        # Before the last level only something better is looked for; on the last one the first that is as good, too.
        met = not last
        _raise(cuts, goal, least, level, rank, parts, more=met)
        for some in completions(negotiation, cuts):
            for package in _promising(negotiation, goal, level, best, some):
                other = _rank(negotiation, goal, package)
                if other[: level + 1] > rank[: level + 1] or (other == rank and not met):
                    best, rank, met = package, other, True
                    _raise(cuts, goal, least, level, rank, parts, more=True)
        _raise(cuts, goal, least, level, rank, parts, more=False)
    return best


def some_inside(negotiation: Negotiation, least: Floats) -> Package | None:
    """Return a package that gives every party at least so much, whichever is found soonest; None without one."""
    start = [int(options.sum(axis=1).argmax()) for options in option_payoffs(negotiation)]
    guess = climbed(option_payoffs(negotiation), start, lambda payoffs: np.asarray((payoffs - least).min(axis=1)))
    return guess if (negotiation.payoffs(guess) >= least).all() else first_inside(negotiation, least)


def _raise(cuts: Cuts, goal: Goal, least: Floats, level: int, rank: Rank, parts: int, *, more: bool) -> None:
    """Ask for a level's number, or for more; the level's cut is the newest, and the first ones are the parties'."""
    prices = cuts.weights[-1]
    cuts.least[-1] = _asked(prices, least, goal.needed(rank[level] + more, parts, prices))
    floors = goal.floors(rank[0] + (more and level == 0), parts)
    cuts.least[: len(least)] = least + floors - 1e-12 * (np.abs(least) + floors)


def _promising(negotiation: Negotiation, goal: Goal, level: int, best: Package, some: Packages) -> Iterator[Package]:
    """Give those packages of the zone that are no worse on a level than the best, as far as rounded numbers tell."""
    least = negotiation.reservations
    some = some[np.flatnonzero((some.payoffs >= least).all(axis=1))]
    floor = goal.rough((negotiation.payoffs(best) - least)[None], level)[0]
    scores = goal.rough(some.payoffs - least, level)
    for row in np.flatnonzero(scores >= floor - 1e-9 * abs(floor)):
        yield tuple(some.packages[row].tolist())


def _climbed(negotiation: Negotiation, goal: Goal, level: int, best: Package, rank: Rank) -> tuple[Package, Rank]:
    """Return something better on this level where small changes find it."""
    least = negotiation.reservations
    floors = [goal.rough((negotiation.payoffs(best) - least)[None], before)[0] for before in range(level)]

    def score(payoffs: Floats) -> Floats:
        scores = np.full(len(payoffs), -np.inf)
        allowed = (payoffs >= least).all(axis=1)
        for before, floor in enumerate(floors):
            allowed &= goal.rough(np.maximum(payoffs - least, 0), before) >= floor
        scores[allowed] = goal.rough(payoffs[allowed] - least, level)
        return scores

    guess = climbed(option_payoffs(negotiation), best, score)
    payoffs = negotiation.payoffs(guess)
    better = _rank(negotiation, goal, guess)
    return (guess, better) if better > rank and (payoffs >= least).all() else (best, rank)


def _rank(negotiation: Negotiation, goal: Goal, package: Package) -> Rank:
    payoffs = negotiation.payoffs(package)[None]
    return goal.rank(whole_gains(payoffs, negotiation.reservations, finest(negotiation))[0])


def _asked(prices: Floats, least: Floats, gains: float) -> float:
    """Return what the payoffs must add up to at some prices, a little less than enough."""
    rounding = 1e-12 * float(prices @ np.abs(least) + abs(gains))
    return float(prices @ least) + gains - rounding
