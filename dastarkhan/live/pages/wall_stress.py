"""What many years would make of the agreements: a row of years for each, in no order."""

from dataclasses import dataclass

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.pages.seals import Seal, seals
from dastarkhan.live.pages.thirty_years import YEARS, lived, states, wetness
from dastarkhan.live.room.looks import WallLook

CELL, GLASS, ROW, GAP, EDGE = 36.0, 54.0, 46.0, 26.0, 10.0  # of the drawing, in its own units
MOST_ROWS = 12


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
    cell: float
    row: float
    glass: float
    edge: float
    glasses: tuple[Glass, ...]
    cells: tuple[YearCell, ...]
    seals: tuple[Seal, ...]
    n_rows: int
    mirrored: bool

    @property
    def stopped(self) -> tuple[Seal, ...]:
        """The sides that stopped somewhere."""
        found = {cell.seal for cell in self.cells if cell.state == "broke"}
        return tuple(seal for seal in self.seals if seal in found)


def stress(look: WallLook) -> StressRows:
    """Let every agreement live through the same years."""
    rows = [lived(look.case, facts["agreement"]) for facts in look.results if facts["agreement"]][:MOST_ROWS]
    named = seals(look.case, look.languages[0])
    width = 2 * EDGE + YEARS * CELL
    mirrored = LANGUAGES[look.languages[0]].direction == "rtl"

    def across(year: int) -> float:
        x = EDGE + year * CELL
        return width - x - CELL if mirrored else x

    return StressRows(
        width=width,
        height=2 * EDGE + GLASS + GAP + ROW * len(rows),
        cell=CELL - 8,
        row=ROW - 12,
        glass=GLASS,
        edge=EDGE,
        glasses=tuple(
            Glass(x=across(year), y=EDGE, height=round(GLASS * full, 1), dry=dry)
            for one in rows[:1]
            for year, (full, dry) in enumerate(wetness(look.case, one))
        ),
        cells=tuple(
            YearCell(x=across(year), y=EDGE + GLASS + GAP + ROW * row, state=state, seal=named.get(side))
            for row, one in enumerate(rows)
            for year, (state, side) in enumerate(states(one))
        ),
        seals=tuple(named.values()),
        n_rows=len(rows),
        mirrored=mirrored,
    )
