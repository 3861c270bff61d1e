"""What the same thirty years would make of a table's own agreement: for its own phones, three rows of ten years."""

from collections.abc import Iterator
from dataclasses import dataclass

from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.thirty_years import lived, states, wetness
from dastarkhan.live.room.stages import Release
from simulations.games.stress import Stress

A_ROW = 10
CELL, GLASS, ROW, EDGE = 34.0, 30.0, 74.0, 4.0  # of the drawing, in its own units


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnYear:
    """One year: its glass, and under it whether the agreement was ``"kept"``, ``"broke"``, or each side ``"alone"``.

    Attributes
    ----------
    x, y : float
    water : float
        Height of the water in the glass.
    dry : bool
    state : str
    seal : Seal or None
        Of the side that could not go on.
    """

    x: float
    y: float
    water: float
    dry: bool
    state: str
    seal: Seal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HarderYears:
    """The drawing and what it says; without years where no agreement was made.

    Attributes
    ----------
    width, height, cell, glass : float
    years : tuple of OwnYear
    told : tuple of str
    """

    width: float
    height: float
    cell: float
    glass: float
    years: tuple[OwnYear, ...]
    told: tuple[str, ...]


def harder_years(seen: Seen) -> HarderYears | None:
    """Return the years of the own agreement, once they are given; None before, and where there was no river."""
    facts = seen.look.debrief
    if facts is None or Release.STRESS not in seen.look.released or "agreements" not in facts:
        return None
    one = lived(seen.case, facts["agreement"]) if facts["agreement"] else None
    years = tuple(_years(seen, one)) if one else ()
    return HarderYears(
        width=2 * EDGE + A_ROW * CELL,
        height=2 * EDGE + ROW * -(-len(years) // A_ROW),
        cell=CELL,
        glass=GLASS,
        years=years,
        told=_told(seen, one),
    )


def _years(seen: Seen, one: Stress) -> Iterator[OwnYear]:
    mirrored = seen.words.direction == "rtl"
    for place, ((full, dry), (state, side)) in enumerate(zip(wetness(seen.case, one), states(one), strict=True)):
        row, column = divmod(place, A_ROW)
        yield OwnYear(
            x=EDGE + CELL * (A_ROW - 1 - column if mirrored else column),
            y=EDGE + ROW * row,
            water=round(GLASS * full, 1),
            dry=dry,
            state=state,
            seal=seen.seal(side) if side else None,
        )


def _told(seen: Seen, one: Stress | None) -> tuple[str, ...]:
    _ = seen.words
    if one is None:
        return (_("You made no agreement, so nothing is tried here. What would have to be in one?"),)
    held = _.n("It held in {n} of {total} years.", "It held in {n} of {total} years.", one.years_kept,
               total=len(one.cards))  # fmt: skip
    if not one.breaks:
        return held, _("Nobody had to stop.")
    first = one.breaks[0]
    side = seen.seal(first.side).name
    return held, _("{side} was the first that could not go on, in year {n}.", side=side, n=first.year)
