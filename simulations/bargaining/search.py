"""The best package by branch and bound, where the frontier is too long to be listed."""

import numpy as np

from simulations.bargaining.climb import climbed
from simulations.bargaining.goals import Goal, finest, whole_gains
from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.packages import option_payoffs
from simulations.bargaining.prices import least_prices
from simulations.bargaining.walk import Cuts, completions

Package = tuple[int, ...]

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
    best = _somewhere_inside(negotiation)
    if best is None:
        return None
    issues, least, parts = option_payoffs(negotiation), negotiation.reservations, finest(negotiation)
    cuts = zone_cuts(negotiation, least)
    rank = _ranks(negotiation, goal, negotiation.payoffs(best)[None])[0]
    for level in range(goal.n_levels):
        best, rank = _climbed(negotiation, goal, level, best, rank)
        prices, last = goal.prices(issues, least, level), level == goal.n_levels - 1

        def asked(value: int, prices: Floats = prices) -> float:
            return _asked(prices, least, goal.needed(value, parts, prices))

        # Before the last level only something better is looked for; on the last one the first that is as good, too.
        met = not last
        cuts.add(prices, asked(rank[level] + met))
        for some in completions(negotiation, cuts):
            some = some[(some.payoffs >= least).all(axis=1)]
            for row, other in enumerate(_ranks(negotiation, goal, some.payoffs)):
                if other[: level + 1] > rank[: level + 1] or (other == rank and not met):
                    best, rank, met = tuple(some.packages[row].tolist()), other, True
                    cuts.least[-1] = asked(rank[level] + 1)
        cuts.least[-1] = asked(rank[level])
    return best


def _somewhere_inside(negotiation: Negotiation) -> Package | None:
    """Return some package of the zone."""
    issues, least = option_payoffs(negotiation), negotiation.reservations
    start = [int(options.sum(axis=1).argmax()) for options in issues]
    guess = climbed(issues, start, lambda payoffs: np.asarray((payoffs - least).min(axis=1)))
    return guess if (negotiation.payoffs(guess) >= least).all() else first_inside(negotiation, least)


def _climbed(
    negotiation: Negotiation, goal: Goal, level: int, best: Package, rank: tuple[int, ...]
) -> tuple[Package, tuple[int, ...]]:
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
    better = _ranks(negotiation, goal, payoffs[None])[0]
    return (guess, better) if better > rank and (payoffs >= least).all() else (best, rank)


def _ranks(negotiation: Negotiation, goal: Goal, payoffs: Floats) -> list[tuple[int, ...]]:
    return [goal.rank(gains) for gains in whole_gains(payoffs, negotiation.reservations, finest(negotiation))]


def _asked(prices: Floats, least: Floats, gains: float) -> float:
    """Return what the payoffs must add up to at some prices, a little less than enough."""
    rounding = 1e-12 * float(prices @ np.abs(least) + abs(gains))
    return float(prices @ least) + gains - rounding
