"""What a solution makes as large as possible, in whole numbers, so that ties are ties and nothing is rounded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, log, prod
from typing import Protocol

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.prices import least_prices, product_prices

Gains = tuple[int, ...]
"""What a package adds to each party's reservation, counted in the negotiation's `finest` part."""


def finest(negotiation: Negotiation) -> int:
    """Return into how many parts one point is divided, so that all values and reservations are whole parts."""
    numbers = [value for party in negotiation.parties for row in party.values.values() for value in row]
    numbers += [party.reservation for party in negotiation.parties]
    return max(float(number).as_integer_ratio()[1] for number in numbers)


def whole_gains(payoffs: Floats, reservations: Floats, parts: int) -> list[Gains]:
    """Return the gains of every row, without rounding."""

    def whole(number: float) -> int:
        above, below = number.as_integer_ratio()
        return above * (parts // below)

    least = [whole(number) for number in reservations.tolist()]
    return [tuple(whole(has) - needs for has, needs in zip(row, least, strict=True)) for row in payoffs.tolist()]


class Goal(Protocol):
    """What is to be as large as possible: one or more whole numbers, of which the first counts most."""

    @property
    def n_levels(self) -> int:
        """How many numbers there are."""

    def rank(self, gains: Gains) -> tuple[int, ...]:
        """Return the numbers of a package."""

    def rough(self, gains: Floats, level: int) -> Floats:
        """Return one of the numbers, rounded and in some unit, for rows of gains in points, none of them negative."""

    def prices(self, issues: Sequence[Floats], reservations: Floats, level: int) -> Floats:
        """Return weights of the gains that bound one of the numbers wherever no gain is negative."""

    def needed(self, value: int, parts: int, weights: Floats) -> float:
        """Return what the gains, in points, weighted so, must add up to where the number is to be so large."""

    def floors(self, first: int, parts: int) -> Floats:
        """Return what every party must gain, in points, where the first number is to be so large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestSums:
    """The smallest gain, then the sum of the two smallest, and so on; or only some of these sums.

    All of them make the lexicographic maximin; the last alone is the sum of the gains.

    Parameters
    ----------
    units : tuple of int
        By what each party's gains are multiplied before they are compared.
    n_least : tuple of int
        How many of the smallest gains each number adds up.
    parties : tuple of int
        Whose gains count.
    """

    units: tuple[int, ...]
    n_least: tuple[int, ...]
    parties: tuple[int, ...]

    @property
    def n_levels(self) -> int:
        return len(self.n_least)

    def rank(self, gains: Gains) -> tuple[int, ...]:
        sums = list(accumulate(sorted(gains[party] * self.units[party] for party in self.parties)))
        return tuple(sums[n - 1] for n in self.n_least)

    def rough(self, gains: Floats, level: int) -> Floats:
        scaled = (gains * self._scale())[:, list(self.parties)]
        smallest: Floats = np.sort(scaled, axis=1)[:, : self.n_least[level]]
        return np.asarray(smallest.sum(axis=1))

    def prices(self, issues: Sequence[Floats], reservations: Floats, level: int) -> Floats:
        scale = self._scale()
        scaled = [options * scale for options in issues]
        n_least = self.n_least[level]
        return scale * least_prices(scaled, reservations * scale, n_least=n_least, counted=self.parties)

    def needed(self, value: int, parts: int, weights: Floats) -> float:
        return value / (parts * max(self.units))

    def floors(self, first: int, parts: int) -> Floats:
        floors = np.zeros(len(self.units))
        if self.n_least[0] == 1:
            floors[list(self.parties)] = [first / (parts * self.units[party]) for party in self.parties]
        return floors

    def _scale(self) -> Floats:
        most = max(self.units)
        return np.array([unit / most for unit in self.units])


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """The product of some parties' gains.

    Parameters
    ----------
    parties : tuple of int
        Whose gains are multiplied.
    """

    parties: tuple[int, ...]

    @property
    def n_levels(self) -> int:
        return 1

    def rank(self, gains: Gains) -> tuple[int, ...]:
        return (prod(gains[party] for party in self.parties),)

    def rough(self, gains: Floats, level: int) -> Floats:
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(gains[:, list(self.parties)]).sum(axis=1))

    def prices(self, issues: Sequence[Floats], reservations: Floats, level: int) -> Floats:
        return product_prices(issues, reservations, self.parties)

    def needed(self, value: int, parts: int, weights: Floats) -> float:
        # A geometric mean is no larger than the arithmetic one.
        n = len(self.parties)
        logs = sum(log(weights[party]) for party in self.parties)
        return n * exp((log(value) + logs) / n - log(parts)) * (1 - 1e-12) if value > 0 else 0.0

    def floors(self, first: int, parts: int) -> Floats:
        return np.zeros(1)
