"""What many years would make of the agreements: a row of years for each, in no order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.pages.seals import Seal, seals
from dastarkhan.live.room.looks import WallLook
from simulations.games.river_years import weather
from simulations.games.stress import Stress, stress_test
from simulations.table import Case

YEARS, SEED = 30, 12
"""The same years for every agreement, in every room: nobody drew an unlucky card."""
CELL, GLASS, ROW, GAP, EDGE = 36.0, 54.0, 46.0, 26.0, 10.0  # of the drawing, in its own units
MOST_ROWS = 12
FULL = 1.3  # a year as wet as this fills its glass


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """A year of one agreement: ``"kept"``, ``"broke"`` with whose side stopped, or ``"alone"``."""

    x: float
    y: float
    state: str
    seal: Seal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """How wet a year is; `dry` when drier than a normal one."""

    x: float
    y: float
    height: float
    dry: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StressRows:
    """The drawing."""

    width: float
    height: float
    mirrored: bool
    cell: float
    row: float
    glass: float
    edge: float
    glasses: tuple[Glass, ...]
    cells: tuple[YearCell, ...]
    seals: tuple[Seal, ...]
    n_rows: int

    @property
    def stopped(self) -> tuple[Seal, ...]:
        """The sides that stopped somewhere."""
        found = {cell.seal for cell in self.cells if cell.state == "broke"}
        return tuple(seal for seal in self.seals if seal in found)


def last_agreement(facts: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the newest agreement of a table; None without one."""
    return next((one["agreement"] for one in reversed(facts["agreements"]) if one["agreement"]), None)


@lru_cache(maxsize=256)
def _lived(case: Case, package: tuple[tuple[str, Any], ...]) -> Stress:
    return stress_test(case, dict(package), years=YEARS, seed=SEED)


def stress(look: WallLook) -> StressRows:
    """Let every agreement live through the same years."""
    packages = [found for facts in look.results if (found := last_agreement(facts))][:MOST_ROWS]
    lived = [_lived(look.case, tuple(package.items())) for package in packages]
    named = seals(look.case, look.languages[0])
    width = 2 * EDGE + YEARS * CELL
    mirrored = LANGUAGES[look.languages[0]].direction == "rtl"

    def across(year: int) -> float:
        x = EDGE + year * CELL
        return width - x - CELL if mirrored else x

    return StressRows(
        width=width,
        height=2 * EDGE + GLASS + GAP + ROW * len(lived),
        cell=CELL - 8,
        row=ROW - 12,
        glass=GLASS,
        edge=EDGE,
        glasses=tuple(
            Glass(x=across(year), y=EDGE, height=round(GLASS * min(1.0, wet / FULL), 1), dry=wet < 1)
            for year, wet in enumerate(_wetness(look.case, lived))
        ),
        cells=tuple(
            YearCell(x=across(year), y=EDGE + GLASS + GAP + ROW * row, state=state, seal=named.get(side))
            for row, one in enumerate(lived)
            for year, (state, side) in enumerate(_states(one))
        ),
        seals=tuple(named.values()),
        n_rows=len(lived),
        mirrored=mirrored,
    )


def _wetness(case: Case, lived: list[Stress]) -> list[float]:
    wet = weather(case)
    return [float(wet[card]) for card in lived[0].cards] if lived else []


def _states(one: Stress) -> Iterator[tuple[str, str]]:
    broken = {end.year: end.side for end in one.breaks}
    for year, kept in enumerate(one.kept, start=1):
        yield ("broke", broken[year]) if year in broken else ("kept" if kept else "alone", "")
