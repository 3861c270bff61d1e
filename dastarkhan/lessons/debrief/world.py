"""Everything that a table could have agreed on, and what it is worth to each side, whatever the game."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining.packages import all_payoffs
from simulations.games.agreements import alone_points, package_points
from simulations.games.package_points import alone_of, negotiation_of, options_of
from simulations.games.terms import packages
from simulations.table import Case

MOST_SHOWN = 3
"""So many better packages are shown: those that change the fewest terms."""

MOST_PACKAGES = 50_000
"""More are neither drawn nor looked through while a class waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that could be agreed in one year of a river, or at a table of packages.

    Attributes
    ----------
    sides : tuple of str
        In the order of the case; the columns of `points`.
    packages : tuple of mapping
        Empty where there are too many.
    points : array, shape (n_packages, n_sides)
        What each is worth to the sides; on a river in an average year.
    alone : array, shape (n_sides,)
        The same without agreement.
    """

    sides: tuple[str, ...]
    packages: tuple[Mapping[str, Any], ...]
    points: NDArray[np.float64]
    alone: NDArray[np.float64]

    def place(self, package: Mapping[str, Any]) -> int | None:
        """Where a package stands; None when it is not among them."""
        wanted = dict(package)
        return next((place for place, one in enumerate(self.packages) if dict(one) == wanted), None)

    def points_of(self, package: Mapping[str, Any]) -> dict[str, int] | None:
        """What a package is worth to each side; None where nobody can tell."""
        place = self.place(package)
        return None if place is None else self.by_side(place)

    def by_side(self, place: int) -> dict[str, int]:
        """The points of one package, by side."""
        return {side: round(float(value)) for side, value in zip(self.sides, self.points[place], strict=True)}

    def alone_by_side(self) -> dict[str, int]:
        """The points without agreement, by side."""
        return {side: round(float(value)) for side, value in zip(self.sides, self.alone, strict=True)}

    def better(self, package: Mapping[str, Any] | None) -> tuple[int, ...]:
        """Places of packages that are better for somebody and worse for nobody; the nearest ones first.

        Without a package they are measured against acting alone.
        """
        own = None if package is None else self.place(package)
        if not self.packages or (package is not None and own is None):
            return ()
        gains = self.points - (self.alone if own is None else self.points[own])
        found = np.flatnonzero((gains >= 0).all(axis=1) & (gains > 0).any(axis=1))
        return tuple(sorted(map(int, found), key=lambda place: (self._changes(own, place), -gains[place].min())))

    def _changes(self, own: int | None, place: int) -> int:
        if own is None:
            return 0
        mine, other = self.packages[own], self.packages[place]
        return sum(mine[term] != other[term] for term in mine)


@lru_cache(maxsize=64)
def world_of(case: Case, year: int, injects: tuple[str, ...] = ()) -> World:
    """Everything that could be agreed.

    Parameters
    ----------
    case : Case
    year : int
        Of a river; its terms grow from year to year.
    injects : tuple of str
        News that changed the points of a table of packages.
    """
    sides = tuple(case.sides)
    if case.game == "river":
        points, alone = package_points(case, year), alone_points(case)
        return World(
            sides=sides,
            packages=packages(case, year),
            points=np.column_stack([points[side] for side in sides]).astype(float),
            alone=np.array([alone[side] for side in sides], dtype=float),
        )
    negotiation, options = negotiation_of(case, injects), options_of(case)
    few = negotiation.n_packages <= MOST_PACKAGES
    every = (dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())) if few else ()
    return World(
        sides=sides,
        packages=tuple(every),
        points=np.asarray(all_payoffs(negotiation), dtype=float) if few else np.empty((0, len(sides))),
        alone=np.array([alone_of(case, side, injects) for side in sides], dtype=float),
    )
