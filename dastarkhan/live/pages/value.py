"""What a package is worth to one's own side, from one's own view and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from dastarkhan.live.pages.seen import Seen
from simulations.games.own_worth import NEARLY

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """A package in one's own points.

    Attributes
    ----------
    points, alone : int
        With the package, and without any agreement.
    least, most : int
        Between which all packages lie, acting alone included.
    near : int
        A difference that nobody can tell in life.
    """

    points: int
    alone: int
    least: int
    most: int
    near: int

    @property
    def sense(self) -> str:
        """``"better"``, ``"same"`` or ``"worse"`` than no agreement."""
        gained = self.points - self.alone
        if abs(gained) <= self.near:
            return "same"
        return "better" if gained > 0 else "worse"


def has_value(seen: Seen) -> bool:
    """Tell whether the seat has points of its own: it belongs to a side."""
    return "values" in seen.you or "points" in seen.you


def own_value(seen: Seen, package: Mapping[str, Any]) -> OwnValue | None:
    """Return what a package is worth to one's own side; None for who has no points, or for terms of another year."""
    if not has_value(seen) or set(package) != set(seen.talk["terms"]):
        return None
    least, most = bounds(seen)
    near = NEARLY if seen.river else 0
    return OwnValue(points=points_of(seen, package), alone=seen.you["alone"], least=least, most=most, near=near)


def points_of(seen: Seen, package: Mapping[str, Any]) -> int:
    """Count the own points of a package that has all terms."""
    places = [options.index(package[term]) for term, options in seen.talk["terms"].items()]
    if "points" in seen.you:
        return sum(row[place] for row, place in zip(seen.you["points"].values(), places, strict=True))
    at = 0
    for options, place in zip(seen.talk["terms"].values(), places, strict=True):
        at = at * len(options) + place
    return int(seen.you["values"][at])


def bounds(seen: Seen) -> tuple[int, int]:
    """Return the least and the most own points that there can be, acting alone included."""
    alone = seen.you["alone"]
    if "points" in seen.you:
        rows = seen.you["points"].values()
        return min(alone, sum(map(min, rows))), max(alone, sum(map(max, rows)))
    return min(alone, *seen.you["values"]), max(alone, *seen.you["values"])


def worth_of_options(seen: Seen) -> dict[str, tuple[int, ...]]:
    """Return what each option of each term is worth to one's own side, counted from the least of its term.

    Where packages are worth more or less than the sum of their terms, the mean over all packages with that option.
    """
    if "points" in seen.you:
        return {term: tuple(row) for term, row in seen.you["points"].items()}
    return _means(seen.talk["terms"], seen.you["values"])


def _means(terms: Mapping[str, Sequence[Any]], values: Sequence[int]) -> dict[str, tuple[int, ...]]:
    sums = {term: [0] * len(options) for term, options in terms.items()}
    for places, value in zip(product(*(range(len(options)) for options in terms.values())), values, strict=True):
        for term, place in zip(terms, places, strict=True):
            sums[term][place] += value
    found = {}
    for term, totals in sums.items():
        n_packages = len(values) / len(totals)
        found[term] = tuple(round((total - min(totals)) / n_packages) for total in totals)
    return found
