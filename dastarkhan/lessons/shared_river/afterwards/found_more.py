"""What else was possible in a year's talks: fair points, packages better for somebody, and the question behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining import Negotiation, agreement_zone, better_packages, egalitarian, nash_solution
from simulations.coalitions import shapley_value
from simulations.games.agreements import alone_points, negotiation, package_points
from simulations.games.river_answers import told_by
from simulations.games.term_effects import term_effects
from simulations.games.terms import Package, packages
from simulations.table import Case

Points = NDArray[np.float64]

EQUAL_GAIN, PRODUCT, HALF_EACH = "equal_gain", "product", "half_each"
MOST_SHOWN = 3

ONE_SPOT = 0.1
"""Points this near, as a share of all that an agreement can add, are one spot in the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """Everything that could be agreed in one year.

    Attributes
    ----------
    sides : tuple of str
        In the order of the case; the columns of `dots`.
    packages : tuple of mapping
        Every package of the year.
    dots : array, shape (n_packages, 2)
        What each is worth to the two sides, points in an average year.
    alone : array, shape (2,)
        The same without agreement.
    year : int
        Whose terms are on the table, from 1.
    talks : Negotiation
        The same for ``simulations.bargaining``: one issue whose options count through `packages`.
    """

    sides: tuple[str, ...]
    packages: tuple[Package, ...]
    dots: Points
    alone: Points
    year: int
    talks: Negotiation


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The question that would have shown where the two sides differ.

    Attributes
    ----------
    term : str
        The term that matters far more to one side than to the other.
    heavy, light : str
        The side to which it matters more, and the other one.
    question : str
        ``"matters_most"``, ``"easy_to_give"`` or ``"worries"``.
    """

    term: str
    heavy: str
    light: str
    question: str


@lru_cache(maxsize=16)
def possible(case: Case, year: int) -> Possible:
    """Give everything that could be agreed in a year, with what it is worth."""
    points, alone = package_points(case, year), alone_points(case)
    sides = tuple(case.sides)
    return Possible(
        sides=sides,
        packages=packages(case, year),
        dots=np.column_stack([points[side] for side in sides]).astype(float),
        alone=np.array([alone[side] for side in sides], dtype=float),
        year=year,
        talks=negotiation(case, year),
    )


def place_of(all_of_them: Possible, package: Package | None) -> int | None:
    """Find a package among all of its year; None when it is not there."""
    if package is None:
        return None
    found = (place for place, one in enumerate(all_of_them.packages) if dict(one) == dict(package))
    return next(found, None)


@lru_cache(maxsize=16)
def fair_points(case: Case, year: int) -> Mapping[str, tuple[float, float]]:
    """Give the points that somebody calls fair: equal gain, largest product of gains, each alone plus half the gain.

    The third is the Shapley value of two sides (Shapley 1953, doi:10.1515/9781400881970-018): what each has alone and
    half of what the best common plan adds. It needs a payment in exact points, so it may lie between the dots.
    """
    found = possible(case, year)
    fair: dict[str, tuple[float, float]] = {}
    for name, solution in ((EQUAL_GAIN, egalitarian), (PRODUCT, nash_solution)):
        deal = solution(found.talks)
        if deal:
            fair[name] = (float(deal.payoffs[0]), float(deal.payoffs[1]))
    together = float(found.dots.sum(axis=1).max())
    if together > found.alone.sum():
        half = shapley_value(np.array([0.0, *found.alone, together]))
        fair[HALF_EACH] = (float(half[0]), float(half[1]))
    return fair


def nearly_one(fair: Mapping[str, tuple[float, float]], all_of_them: Possible) -> bool:
    """Tell whether all three fair points stand so near one another that a picture shows one spot."""
    if set(fair) != {EQUAL_GAIN, PRODUCT, HALF_EACH}:
        return False
    points, added = np.array(list(fair.values())), all_of_them.dots.sum(axis=1).max() - all_of_them.alone.sum()
    return bool((np.ptp(points, axis=0) <= ONE_SPOT * added).all())


def better_places(all_of_them: Possible, own: int | None) -> tuple[int, ...]:
    """Give up to three packages that are better for somebody and worse for nobody.

    The one nearest to the own package stands first, then the one that shares the gain most evenly, then the one with
    the largest gain together. Without an own package they are measured against acting alone.
    """
    talks, base = all_of_them.talks, all_of_them.alone if own is None else all_of_them.dots[own]
    gains = all_of_them.dots - base
    there = agreement_zone(talks) if own is None else better_packages(talks, [own])
    better = [int(place) for (place,) in there.packages if gains[place].any()]
    if not better:
        return ()
    even = max(better, key=lambda place: (gains[place].min(), gains[place].sum()))
    most = max(better, key=lambda place: (gains[place].sum(), gains[place].min()))
    chosen = [even, most]
    if own is not None:
        mine = all_of_them.packages[own]
        near = min(better, key=lambda place: (len(changed(mine, all_of_them.packages[place])), -gains[place].sum()))
        chosen.insert(0, near)
    distinct = {tuple(all_of_them.dots[place]): place for place in reversed(chosen)}
    return tuple(place for place in dict.fromkeys(chosen) if place in distinct.values())[:MOST_SHOWN]


def changed(mine: Package, other: Package) -> tuple[str, ...]:
    """Give the terms in which two packages of the same year differ."""
    return tuple(term for term in mine if mine[term] != other[term])


def telling_question(case: Case, all_of_them: Possible, side: str | None, own: int | None) -> Telling | None:
    """Give the term where the two sides' priorities differ most, and the question that would have shown it.

    Payments move points from one side to the other and are left out. Among the terms in which a better package differs
    from one's own, if there are such, each is weighed by how far it moves either side, as the sides' own sheets say. A
    dry-year rule is about worries. Otherwise `side` asks what matters to the other, when it matters more there, and
    what is easy for them to give, when it matters more here. Only a question counts whose honest answer names the
    term; when there is none, nothing is told.
    """
    better = better_places(all_of_them, own)
    if own is None and not better:
        return None
    around = all_of_them.packages[better[0] if own is None else own]
    terms = [term for term in around if case.terms[term]["kind"] != "payment"]
    if own is not None:
        moved = {term for place in better for term in changed(around, all_of_them.packages[place])}
        terms = [term for term in terms if term in moved] or terms
    first, second = all_of_them.sides
    reach = {term: _reach(case, all_of_them, term) for term in terms}
    for term in sorted(terms, key=lambda term: -abs(reach[term][first] - reach[term][second])):
        heavy, light = (first, second) if reach[term][first] > reach[term][second] else (second, first)
        question = "easy_to_give" if side == heavy else "matters_most"
        if case.terms[term]["kind"] == "dry_year":
            question = "worries"
        telling = Telling(term=term, heavy=heavy, light=light, question=question)
        if reach[term][heavy] > reach[term][light] and _is_answered(case, all_of_them, telling, side):
            return telling
    return None


def _is_answered(case: Case, all_of_them: Possible, telling: Telling, side: str | None) -> bool:
    """Tell whether whoever is asked would honestly name the term."""
    asked = {"matters_most": (telling.heavy,), "easy_to_give": (telling.light,)}
    others = tuple(one for one in all_of_them.sides if one != side)
    answering = asked.get(telling.question, others)
    return any(told_by(case, all_of_them.year, one, telling.question) == telling.term for one in answering)


def _reach(case: Case, all_of_them: Possible, term: str) -> dict[str, float]:
    """How many points one term moves each side, whatever else is agreed."""
    rows = {side: term_effects(case, all_of_them.year, side)[term] for side in all_of_them.sides}
    return {side: max(row) - min(row) for side, row in rows.items()}
