"""All agreements as dots without labels: how much better, or worse, each side fares than alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.pages.seals import Seal, seals
from dastarkhan.live.room.looks import WallLook
from simulations.games.results import TableResult, table_result

TWO = 2
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
    results : tuple of TableResult
        In the order of the dots; told only by `result_words`.
    """

    width: float
    height: float
    plane: bool
    mirrored: bool
    zero: tuple[float, float]
    dots: tuple[Dot, ...]
    strips: tuple[Strip, ...]
    seals: tuple[Seal, ...]
    results: tuple[TableResult, ...]

    @property
    def without(self) -> bool:
        """Whether a table is without agreement, so that a ring is drawn."""
        return not all(one.agreed for one in self.results)


def dots(look: WallLook) -> Dots:
    """Place a dot for every table, in no order."""
    named = tuple(seals(look.case, look.languages[0]).values())
    results = tuple(table_result(facts) for facts in look.results)
    draw = _plane if len(named) == TWO else _strips
    return draw(results, tuple(look.case.sides), named, LANGUAGES[look.languages[0]].direction == "rtl")


def _plane(results: tuple[TableResult, ...], sides: Sequence[str], named: tuple[Seal, ...], mirrored: bool) -> Dots:
    gained = [(one.gained[sides[0]], one.gained[sides[1]]) for one in results]
    across = _scale([pair[0] for pair in gained], SIZE, mirrored)
    up = _scale([pair[1] for pair in gained], SIZE, True)
    places = _apart([(across(x), up(y)) for x, y in gained])
    return Dots(
        width=SIZE + 2 * EDGE,
        height=SIZE + 2 * EDGE,
        plane=True,
        mirrored=mirrored,
        zero=(across(0), up(0)),
        dots=tuple(Dot(x=x, y=y, agreed=one.agreed) for (x, y), one in zip(places, results, strict=True)),
        strips=(),
        seals=named,
        results=results,
    )


def _strips(results: tuple[TableResult, ...], sides: Sequence[str], named: tuple[Seal, ...], mirrored: bool) -> Dots:
    across = _scale([points for one in results for points in one.gained.values()], 2 * SIZE, mirrored)
    strips = tuple(Strip(seal=seal, y=EDGE + ROW * (place + 0.5)) for place, seal in enumerate(named))
    placed: list[Dot] = []
    for side, strip in zip(sides, strips, strict=True):
        places = _apart([(across(one.gained[side]), strip.y) for one in results])
        placed += [Dot(x=x, y=y, agreed=one.agreed) for (x, y), one in zip(places, results, strict=True)]
    return Dots(
        width=2 * SIZE + 2 * EDGE,
        height=ROW * len(named) + 2 * EDGE,
        plane=False,
        mirrored=mirrored,
        zero=(across(0), 0.0),
        dots=tuple(placed),
        strips=strips,
        seals=named,
        results=results,
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
