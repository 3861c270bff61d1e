"""An agreement over many years with runs of dry ones: when does it break, for whom, and why?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulations.errors import ModelError
from simulations.games.agreements import year_under
from simulations.games.river_years import weather
from simulations.games.terms import Package
from simulations.table import Case

RESERVE_POINTS = 100
"""What a side can lose before it stops, where the case says nothing."""

SAVED_PERCENT = 25
"""Of what an agreement brings in a good year, so much goes into the reserve; the rest is needed at home."""

REST_YEARS = 3
"""After a break the sides go on alone for so long, then they try again with full reserves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """An agreement that was not kept any longer.

    Attributes
    ----------
    year : int
        From 1.
    side : str
        Whose reserve was used up; the one that was shorter when it was both.
    card : str
        The weather of that year.
    dry_years : int
        How many years in a row, this one included, brought less water than a normal one.
    short_points : int
        What was missing when the reserve was used up.
    """

    year: int
    side: str
    card: str
    dry_years: int
    short_points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """What many years made of an agreement.

    Attributes
    ----------
    cards : tuple of str
        The weather of every year.
    kept : tuple of bool
        Whether the agreement was in force; a year in which it broke still was.
    breaks : tuple of Break
    points, alone : mapping of side to tuple of int
        What every year brought, and what it would have brought without agreement.
    reserve : mapping of side to tuple of int
        At the end of every year, points; below zero in a year of a break.
    """

    cards: tuple[str, ...]
    kept: tuple[bool, ...]
    breaks: tuple[Break, ...]
    points: Mapping[str, tuple[int, ...]]
    alone: Mapping[str, tuple[int, ...]]
    reserve: Mapping[str, tuple[int, ...]]

    @property
    def years_kept(self) -> int:
        """In how many years the agreement was in force to the end."""
        return sum(self.kept) - len(self.breaks)


def draw_cards(case: Case, years: int, rng: np.random.Generator, persistence: float = 0.6) -> tuple[str, ...]:
    """Draw years in which dry ones come in runs.

    Parameters
    ----------
    case : Case
    years : int
    rng : numpy.random.Generator
    persistence : float, optional
        With this chance, 0 to below 1, a year is again drier, or again not drier, than a normal one, as the year before
        it was; otherwise it is drawn from all cards. In the long run every card comes as often as its weight says.

    Raises
    ------
    ModelError
        ``stress.bad_number`` for a persistence or a number of years that makes no sense.
    """
    if not 0 <= persistence < 1:
        raise ModelError("stress.bad_number", key="persistence", value=persistence, allowed="0 – 0.99")
    if years < 1:
        raise ModelError("stress.bad_number", key="years", value=years, allowed="1 – …")
    names = list(case.cards)
    weights = np.array([case.cards[name]["weight"] for name in names], dtype=float)
    dry = np.array([_is_dry(case, name) for name in names])
    drawn: list[int] = []
    for _ in range(years):
        chances = weights
        if drawn and rng.random() < persistence:
            chances = np.where(dry == dry[drawn[-1]], weights, 0.0)
        drawn.append(int(rng.choice(len(names), p=chances / chances.sum())))
    return tuple(names[place] for place in drawn)


def stress_test(
    case: Case, package: Package | None, *, years: int = 200, seed: int = 0, persistence: float = 0.6
) -> Stress:
    """Live many years under an agreement.

    Each side holds a reserve. A year that is worse for it than acting alone is paid from there; of what a better year
    brings, a quarter goes back into it. When a reserve is used up, that side stops: three years alone follow, then both
    try again. `package` None is a river without agreement.

    Parameters
    ----------
    case : Case
        Its ``[talks]`` may say ``reserve_points``, otherwise they are 100.
    package : mapping or None
    years : int, optional
    seed : int, optional
        Of the weather: the same seed gives the same years to every package, so that two can be compared.
    persistence : float, optional
        See `draw_cards`.

    Returns
    -------
    Stress

    Raises
    ------
    ModelError
        ``stress.bad_number``.

    References
    ----------
    E. Ansink and A. Ruijs (2008), Environmental and Resource Economics 41:249-266, doi:10.1007/s10640-008-9190-3, on
    which agreements stay stable when a river brings less. Reserves, rest and runs of years are our own and simpler.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> test = stress_test(read_case("ayna"), {"summer_release": 55, "payment": 140}, seed=1)
    >>> [(one.year, one.side, one.dry_years) for one in test.breaks]
    [(100, 'gardens', 4), (111, 'gardens', 3)]
    """
    cards = draw_cards(case, years, np.random.default_rng(seed), persistence)
    with_it = {card: year_under(case, card, package).points for card in case.cards}
    alone = {card: year_under(case, card, None).points for card in case.cards}
    full = int(case.data.get("talks", {}).get("reserve_points", RESERVE_POINTS))
    gained = {card: {side: with_it[card][side] - alone[card][side] for side in case.sides} for card in case.cards}
    kept, reserve, breaks = _lived(case, cards, gained if package is not None else None, full)
    points = [(with_it if in_force else alone)[card] for card, in_force in zip(cards, kept, strict=True)]
    return Stress(
        cards=cards,
        kept=tuple(kept),
        breaks=tuple(breaks),
        points={side: tuple(year[side] for year in points) for side in case.sides},
        alone={side: tuple(alone[card][side] for card in cards) for side in case.sides},
        reserve={side: tuple(year[side] for year in reserve) for side in case.sides},
    )


def _lived(
    case: Case, cards: Sequence[str], gained: Mapping[str, Mapping[str, int]] | None, full: int
) -> tuple[list[bool], list[dict[str, int]], list[Break]]:
    """Return for every year whether the agreement was in force and what the reserves were, and every break.

    `gained` is what a year under the agreement brings each side, against acting alone; None without agreement.
    """
    kept: list[bool] = []
    reserve: list[dict[str, int]] = []
    breaks: list[Break] = []
    held, rest, dry_years = dict.fromkeys(case.sides, full), 0, 0
    for year, card in enumerate(cards, start=1):
        dry_years = dry_years + 1 if _is_dry(case, card) else 0
        in_force = gained is not None and rest == 0
        rest = max(rest - 1, 0)
        if gained is not None and in_force:
            held = {side: _after(held[side], gained[card][side], full) for side in held}
        kept.append(in_force)
        reserve.append(held)
        short = min(held, key=held.__getitem__)
        if held[short] < 0:
            breaks.append(Break(year=year, side=short, card=card, dry_years=dry_years, short_points=-held[short]))
            rest, held = REST_YEARS, dict.fromkeys(held, full)
    return kept, reserve, breaks


def _after(held: int, gained: int, full: int) -> int:
    """Return a reserve after a year that was so much better, or worse, than acting alone."""
    return held + gained if gained < 0 else min(full, held + gained * SAVED_PERCENT // 100)


def _is_dry(case: Case, card: str) -> bool:
    return weather(case)[card] < 1
