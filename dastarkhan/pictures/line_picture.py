"""A phone line over a river: who can call whom, the way of a message, and what is left of it at every station."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, pi, sin

from dastarkhan.languages import Words
from dastarkhan.pictures.beads import SPACE, Bead, draw_beads, draw_legend, legend
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.station_symbols import draw_symbol
from dastarkhan.pictures.tokens import colour

WIDTH, _TOP, _NODE = 340.0, 334.0, 20.0
_RIVER = (172.0, 13.0)
_ARROWS = 22.0
"""Room for what the two kinds of arrows mean."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Somebody on the line.

    Attributes
    ----------
    key : str
    is_round : bool
        The shape of a bank: round on one, square on the other.
    place : tuple of float
        Fixed pixels; no place on any map.
    symbol : str
        What is noisy there, a key of `SYMBOLS`.
    name, told : str
        What is read when it is pointed at.
    """

    key: str
    is_round: bool
    place: Point
    symbol: str
    name: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way of a message, and how far it has come.

    Attributes
    ----------
    stations : tuple of str
        Everybody on it, in order.
    come : int
        How many calls are over.
    says_back : tuple of bool
        For every call, whether it is said back.
    beads : tuple of tuple of Bead
        What is left at each station that it has reached, the sender too; empty when no message is shown.
    """

    stations: tuple[str, ...]
    come: int
    says_back: tuple[bool, ...]
    beads: tuple[tuple[Bead, ...], ...] = ()


def line_picture(
    stations: Sequence[Station],
    numbers: Collection[Pair],
    way: Way,
    _: Words,
    *,
    title: str,
    description: str,
    new: Pair | None = None,
    explore: bool = False,
    key: str | None = None,
) -> str:
    """Draw the line.

    Parameters
    ----------
    stations : sequence of Station
    numbers : collection of pairs
        Who can call whom.
    way : Way
    new : pair of str, optional
        A number that was not there before.
    explore : bool, optional
        Every station can be pointed at, and is told in a strip; the beads are left away.
    """
    rest = _("Touch a station, or press Tab, to read what is noisy there.")
    strip = reading_strip([(one.name, one.told) for one in stations], rest, top=_TOP, width=WIDTH)
    kinds = [Bead.WHOLE, Bead.CHANGED, Bead.GONE, Bead.ADDED, *([Bead.CAUGHT] if any(way.says_back) else [])]
    arrows = _ARROWS if any(way.says_back) else 0.0
    told = legend(kinds if way.beads else (), _, top=_TOP + arrows, width=WIDTH)
    below = strip.height if explore else told.height + arrows
    sheet = Sheet(WIDTH, _TOP + below, direction=_.direction, mirrored=_.direction == "rtl")
    places = {one.key: one.place for one in stations}
    _river(sheet)
    _lines(sheet, places, numbers, way, new)
    if explore:
        strip.rest(sheet, rest)
        for one in stations:
            with sheet.part(f"{one.name}. {one.told}"):
                with sheet.shown_when_pointed_at("ring"):
                    _outline(sheet, one, _NODE + 6, edge=colour("saffron"), stroke=5)
                _station(sheet, one, here=False)
                strip.tell(sheet, (one.name, one.told))
    else:
        _with_beads(sheet, {one.key: one for one in stations}, way)
        draw_legend(sheet, told)
        if arrows:
            _arrow_legend(sheet, _)
    return sheet.svg(title=title, description=description, key=key, widest=460)


def _with_beads(sheet: Sheet, stations: Mapping[str, Station], way: Way) -> None:
    here = way.stations[way.come] if way.beads else ""
    for one in stations.values():
        _station(sheet, one, here=one.key == here, off=one.key not in way.stations)
    for key, beads in zip(way.stations, way.beads, strict=False):
        x, y = stations[key].place
        wide = SPACE * len(beads) / 2 + 4
        draw_beads(sheet, (max(wide, min(x, WIDTH - wide)), y + _NODE + 11), beads)


def _arrow_legend(sheet: Sheet, _: Words) -> None:
    for column, (word, back) in enumerate(((_("passed on"), False), (_("said back"), True))):
        x, y = column * WIDTH / 2, _TOP + 9
        ends = ((x + 46, y), (x + 2, y)) if back else ((x + 2, y), (x + 46, y))
        look: tuple[float, str, tuple[float, ...]] = (2.0, "apricot", (5, 4)) if back else (3.2, "river", ())
        _arrow(sheet, *ends, 0.0, stroke=look[0], ink=look[1], dashes=look[2], reach=0.0)
        sheet.text(x + 54, y + 4.5, word, size=13, ink="ink-soft")


def _river(sheet: Sheet) -> None:
    middle, half = _RIVER
    bank = [(middle + 9 * sin(y / 46), float(y)) for y in range(0, int(_TOP) - 6, 6)]
    left, right = [(x - half, y) for x, y in bank], [(x + half, y) for x, y in reversed(bank)]
    sheet.shape([*left, *right], fill=colour("river-soft"))
    for n in range(9):
        y = 22 + 36 * n
        x = middle + 9 * sin(y / 46)
        wave = [(x + a, y + 2 * sin(a * pi / 6)) for a in range(-7, 8)]
        sheet.line(wave, ink=colour("river"), stroke=1.0, opacity=0.55)


def _lines(sheet: Sheet, places: Mapping[str, Point], numbers: Collection[Pair], way: Way, new: Pair | None) -> None:
    calls = [*zip(way.stations, way.stations[1:], strict=False)]
    used = {frozenset(pair) for pair in calls}
    for one, other in numbers:
        if frozenset((one, other)) not in used:
            sheet.line([places[one], places[other]], ink=colour("edge"), stroke=1.0, dashes=(2, 5))
    if new is not None:
        sheet.line([places[new[0]], places[new[1]]], ink=colour("saffron"), stroke=9.0, opacity=0.6)
    for number, (one, other) in enumerate(calls):
        _call(sheet, places[one], places[other], over=number < way.come or not way.beads, back=way.says_back[number])


def _call(sheet: Sheet, start: Point, end: Point, *, over: bool, back: bool) -> None:
    """Draw a call with its arrow; what is said back runs beside it, dashed, the other way."""
    beside = 4.5 if back else 0.0
    _arrow(sheet, start, end, beside, stroke=3.2 if over else 1.6, ink="river" if over else "edge")
    if back:
        _arrow(sheet, end, start, beside, stroke=2.0 if over else 1.2, ink="apricot" if over else "edge", dashes=(5, 4))


def _arrow(
    sheet: Sheet,
    start: Point,
    end: Point,
    beside: float,
    *,
    stroke: float,
    ink: str,
    dashes: tuple[float, ...] = (),
    reach: float = _NODE + 3,
) -> None:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    across = (-along[1] * beside, along[0] * beside)

    def at(share: float) -> Point:
        return (
            start[0] + along[0] * share * length + across[0],
            start[1] + along[1] * share * length + across[1],
        )

    off = reach / length
    sheet.line([at(off), at(1 - off)], ink=colour(ink), stroke=stroke, dashes=dashes)
    head, (x, y) = 5.0 + stroke, at(0.56)
    side = (-along[1] * head * 0.62, along[0] * head * 0.62)
    back = (x - along[0] * head, y - along[1] * head)
    tip = [(x, y), (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    sheet.shape(tip, fill=colour(ink))


def _station(sheet: Sheet, one: Station, *, here: bool, off: bool = False) -> None:
    soft = "cloth" if off else "river-soft" if one.is_round else "apricot-soft"
    if here:
        _outline(sheet, one, _NODE + 5, fill=colour("saffron"))
    _outline(sheet, one, _NODE, fill=colour(soft), edge=colour("edge" if off else "ink"), stroke=1.8)
    draw_symbol(sheet, one.symbol, one.place)


def _outline(sheet: Sheet, one: Station, size: float, **look: object) -> None:
    x, y = one.place
    if one.is_round:
        sheet.circle(x, y, size, **look)
    else:
        sheet.rectangle(x - size * 0.92, y - size * 0.92, size * 1.84, size * 1.84, round=5, **look)
