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
    return None if best is None else _Search(negotiation, goal).best(best)


def some_inside(negotiation: Negotiation, least: Floats) -> Package | None:
    """Return a package that gives every party at least so much, whichever is found soonest; None without one."""
    start = [int(options.sum(axis=1).argmax()) for options in option_payoffs(negotiation)]
    guess = climbed(option_payoffs(negotiation), start, lambda payoffs: np.asarray((payoffs - least).min(axis=1)))
    return guess if (negotiation.payoffs(guess) >= least).all() else first_inside(negotiation, least)


class _Search:
    """What a search for one goal has to hand."""

    def __init__(self, negotiation: Negotiation, goal: Goal) -> None:
        self.negotiation, self.goal = negotiation, goal
        self.issues, self.least = option_payoffs(negotiation), negotiation.reservations
        self.parts = finest(negotiation)
        self.cuts = zone_cuts(negotiation, self.least)

    def best(self, best: Package) -> Package:
        """Return the first of the best packages, starting from some package of the zone."""
        rank = self.rank(best)
        for level in range(self.goal.n_levels):
            best, rank = self.climbed(level, best, rank)
            self.cuts.add(self.goal.prices(self.issues, self.least, level), 0.0)
            # Before the last level only something better is looked for; on the last one the first as good, too.
            met = level < self.goal.n_levels - 1
            self.ask(level, rank, more=met)
            for some in completions(self.negotiation, self.cuts):
                for package in self.promising(level, best, some):
                    other = self.rank(package)
                    if other[: level + 1] > rank[: level + 1] or (other == rank and not met):
                        best, rank, met = package, other, True
                        self.ask(level, rank, more=True)
            self.ask(level, rank, more=False)
        return best

    def rank(self, package: Package) -> Rank:
        payoffs = self.negotiation.payoffs(package)[None]
        return self.goal.rank(whole_gains(payoffs, self.least, self.parts)[0])

    def ask(self, level: int, rank: Rank, *, more: bool) -> None:
        """Ask for a level's number, or for more; the level's cut is the newest, and the first are the parties'."""
        prices = self.cuts.weights[-1]
        needed = self.goal.needed(rank[level] + more, self.parts, prices)
        self.cuts.least[-1] = _asked(prices, self.least, needed)
        floors = self.goal.floors(rank[0] + (more and level == 0), self.parts)
        self.cuts.least[: len(self.least)] = self.least + floors - 1e-12 * (np.abs(self.least) + floors)

    def promising(self, level: int, best: Package, some: Packages) -> Iterator[Package]:
        """Give the packages of the zone that are no worse on a level than the best, as far as rounded numbers tell."""
        some = some[np.flatnonzero((some.payoffs >= self.least).all(axis=1))]
        floor = self.rough(self.negotiation.payoffs(best)[None], level)[0]
        scores = self.rough(some.payoffs, level)
        for row in np.flatnonzero(scores >= floor - 1e-9 * abs(floor)):
            yield tuple(some.packages[row].tolist())

    def climbed(self, level: int, best: Package, rank: Rank) -> tuple[Package, Rank]:
        """Return something better on this level where small changes find it."""
        now = self.negotiation.payoffs(best)[None]
        floors = [self.rough(now, before)[0] for before in range(level)]

        def score(payoffs: Floats) -> Floats:
            allowed = np.asarray((payoffs >= self.least).all(axis=1))
            for before, floor in enumerate(floors):
                allowed[allowed] = self.rough(payoffs[allowed], before) >= floor
            scores = np.full(len(payoffs), -np.inf)
            scores[allowed] = self.rough(payoffs[allowed], level)
            return scores

        guess = climbed(self.issues, best, score)
        inside = (self.negotiation.payoffs(guess) >= self.least).all()
        return (guess, other) if inside and (other := self.rank(guess)) > rank else (best, rank)

    def rough(self, payoffs: Floats, level: int) -> Floats:
        return self.goal.rough(payoffs - self.least, level)


def _asked(prices: Floats, least: Floats, gains: float) -> float:
    """Return what the payoffs must add up to at some prices, a little less than enough."""
    rounding = 1e-12 * float(prices @ np.abs(least) + abs(gains))
    return float(prices @ least) + gains - rounding
