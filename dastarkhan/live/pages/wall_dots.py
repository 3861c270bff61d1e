"""All agreements as dots without labels: how much better, or worse, each side fares than alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.live.pages.seals import Seal, seals
from dastarkhan.live.room.looks import WallLook

SMALL_CELL = 5
"""A number of tables below this is never told: it would point at somebody."""
SIZE, ROW, EDGE = 560.0, 92.0, 46.0  # of the drawing, in its own units
LEAST_SPAN = 40.0  # points, so that a lone dot does not become a world
MARGIN = 0.1
APART = 17.0  # dots at one place are set around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One table; hollow without agreement."""

    x: float
    y: float
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One side's line."""

    seal: Seal
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """The drawing.

    Attributes
    ----------
    width, height : float
    plane : bool
        Two sides as a plane; more as one strip for each side.
    mirrored : bool
        More stands on the left, for readers from right to left.
    zero : (x, y)
        Where both are as well off as alone; on strips only `x` counts.
    dots : tuple of Dot
    strips : tuple of Strip
    seals : tuple of Seal
    agreed, without : int
        Tables with and without agreement. Told only by `result_words`.
    """

    width: float
    height: float
    plane: bool
    mirrored: bool
    zero: tuple[float, float]
    dots: tuple[Dot, ...]
    strips: tuple[Strip, ...]
    seals: tuple[Seal, ...]
    agreed: int
    without: int


def gains(facts: Mapping[str, Any], sides: Sequence[str]) -> tuple[int, ...]:
    """Return what each side got more than alone, over all years.

    Examples
    --------
    >>> gains({"points": {"a": 7, "b": 3}, "alone": {"a": 5, "b": 4}}, ("a", "b"))
    (2, -1)
    """
    if "years" not in facts:
        return tuple(facts["points"][side] - facts["alone"][side] for side in sides)
    alone = {side: sum(year["by_side"][side] for year in facts["alone"]) for side in sides}
    return tuple(sum(year["points"][side] for year in facts["years"]) - alone[side] for side in sides)


def has_agreed(facts: Mapping[str, Any]) -> bool:
    """Tell whether there was an agreement, in any year."""
    if "years" in facts:
        return any(year["agreement"] for year in facts["years"])
    return bool(facts["agreement"])


def dots(look: WallLook) -> Dots:
    """Place a dot for every table, in no order."""
    sides, named = tuple(look.case.sides), tuple(seals(look.case, look.languages[0]).values())
    agreed = tuple(has_agreed(facts) for facts in look.results)
    gained = [
        gains(facts, sides) if yes else (0,) * len(sides) for facts, yes in zip(look.results, agreed, strict=True)
    ]
    draw = _plane if len(sides) == 2 else _strips
    mirrored = LANGUAGES[look.languages[0]].direction == "rtl"
    return draw(gained, agreed, named, mirrored)


def _plane(gained: Sequence[Sequence[int]], agreed: Sequence[bool], named: tuple[Seal, ...], mirrored: bool) -> Dots:
    across = _scale([pair[0] for pair in gained], SIZE, mirrored)
    up = _scale([pair[1] for pair in gained], SIZE, True)
    places = tuple(_apart([(across(x), up(y)) for x, y in gained]))
    return Dots(
        width=SIZE + 2 * EDGE,
        height=SIZE + 2 * EDGE,
        plane=True,
        mirrored=mirrored,
        zero=(across(0), up(0)),
        dots=tuple(Dot(x=x, y=y, agreed=yes) for (x, y), yes in zip(places, agreed, strict=True)),
        strips=(),
        seals=named,
        agreed=sum(agreed),
        without=len(agreed) - sum(agreed),
    )


def _strips(gained: Sequence[Sequence[int]], agreed: Sequence[bool], named: tuple[Seal, ...], mirrored: bool) -> Dots:
    across = _scale([points for one in gained for points in one], 2 * SIZE, mirrored)
    strips = tuple(Strip(seal=seal, y=EDGE + ROW * (place + 0.5)) for place, seal in enumerate(named))
    placed = [
        Dot(x=x, y=y, agreed=yes)
        for place, strip in enumerate(strips)
        for (x, y), yes in zip(_apart([(across(one[place]), strip.y) for one in gained]), agreed, strict=True)
    ]
    return Dots(
        width=2 * SIZE + 2 * EDGE,
        height=ROW * len(named) + 2 * EDGE,
        plane=False,
        mirrored=mirrored,
        zero=(across(0), 0.0),
        dots=tuple(placed),
        strips=strips,
        seals=named,
        agreed=sum(agreed),
        without=len(agreed) - sum(agreed),
    )


class _scale:  # noqa: N801  # used like a function
    """From points to places; zero is always in sight."""

    def __init__(self, numbers: Sequence[int], size: float, turned: bool) -> None:
        low, high = min([0, *numbers]), max([0, *numbers])
        lacks = max(0.0, LEAST_SPAN - (high - low)) / 2
        span = high - low + 2 * lacks
        self._low, self._span = low - lacks - MARGIN * span, span * (1 + 2 * MARGIN)
        self._size, self._turned = size, turned

    def __call__(self, number: float) -> float:
        part = (number - self._low) / self._span
        return round(EDGE + self._size * (1 - part if self._turned else part), 1)


def _apart(places: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Set dots that meet around their place, so that each can be seen."""
    met: Counter[tuple[int, int]] = Counter()
    for x, y in places:
        near = (round(x / APART), round(y / APART))
        turn = met[near]
        met[near] += 1
        ring, step = (turn + 5) // 6, turn % 6
        yield round(x + APART * ring * cos(step * pi / 3), 1), round(y + APART * ring * sin(step * pi / 3), 1)


def result_words(_: Words, agreed: int, without: int) -> tuple[str, ...]:
    """Say how many agreed and how many did not, with the same respect; small numbers are not told.

    Parameters
    ----------
    _ : Words
    agreed, without : int
    """
    if not without:
        return (_("All tables found an agreement."),)
    if not agreed:
        return (_("No table agreed, and there were reasons. That is a result too."),)
    if min(agreed, without) < SMALL_CELL:
        return (_("Some tables agreed. Others ended without agreement, and had reasons. Both are results."),)
    return (
        _.n("{n} table found an agreement.", "{n} tables found an agreement.", agreed),
        _.n(
            "{n} table ended without agreement, and had reasons. That is a result too.",
            "{n} tables ended without agreement, and had reasons. That is a result too.",
            without,
        ),
    )
