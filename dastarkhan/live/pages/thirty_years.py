"""The same thirty years for every agreement: what comes of each, for the wall and for a table's own phones."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from simulations.games.river_years import weather
from simulations.games.stress import Stress, stress_test
from simulations.table import Case

YEARS, SEED = 30, 12
"""The same years for every agreement, in every room: nobody drew an unlucky card."""
FULL = 1.3  # a year as wet as this fills its glass


def lived(case: Case, package: Mapping[str, Any]) -> Stress:
    """Let an agreement live through the years, once for all who look at it."""
    return _lived(case, tuple(package.items()))


@lru_cache(maxsize=256)
def _lived(case: Case, package: tuple[tuple[str, Any], ...]) -> Stress:
    return stress_test(case, dict(package), years=YEARS, seed=SEED)


def states(one: Stress) -> Iterator[tuple[str, str]]:
    """Yield each year: ``"kept"``, ``"broke"`` with the side that stopped, or ``"alone"``."""
    broken = {end.year: end.side for end in one.breaks}
    for year, kept in enumerate(one.kept, start=1):
        yield ("broke", broken[year]) if year in broken else ("kept" if kept else "alone", "")


def wetness(case: Case, one: Stress) -> Iterator[tuple[float, bool]]:
    """Yield how far each year fills its glass, 0 to 1, and whether it is drier than a normal one."""
    wet = weather(case)
    for card in one.cards:
        yield min(1.0, wet[card] / FULL), wet[card] < 1
