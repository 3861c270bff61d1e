"""Who stands how with whom: people in a ring and lines of five patterns; one map, or two laid over each other.

A map is never mirrored: two tables that read in two directions lay their sheets over each other.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.pictures.reading_strip import ReadingStrip, reading_strip
from dastarkhan.pictures.sheet import Point, Sheet, text_width, wrap
from dastarkhan.pictures.tie_strokes import Stroke, draw_stroke
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_LEFT, _WIDE, _TOP, _HIGH = 36.0, 268.0, 61.0, 244.0
_NODE, _NAME, _GROUP, _LABEL, _LEADING = 13.0, 13.0, 11.0, 114.0, 12.5
_ASIDE = 6.0
_FAINT = 0.25
GROUNDS = {"same": "sage-soft", "other_sign": "saffron-soft"}
"""Ground of a line that both maps have, by what they say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMark:
    """Somebody on a map.

    Attributes
    ----------
    key, name, group : str
        ``group`` stands small under the name.
    told : str
        What is read about them.
    town : str
        ``"mill"`` is round, ``"willow"`` square, ``"both"`` a diamond.
    place : tuple of float
        From 0 to 1: left to right, bottom to top.
    there : bool
        Whether a line leads to them; whoever nobody speaks of is drawn with a broken edge.
    """

    key: str
    name: str
    group: str
    told: str
    town: str
    place: tuple[float, float]
    there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMark:
    """All lines between two people.

    Attributes
    ----------
    one, other : str
        Keys of two people.
    strokes : tuple of Stroke
        Side by side.
    name, told : str
        What is read about the pair.
    ground : str
        A token under the lines; nothing when empty.
    faint : bool
        Whether it stands back now.
    """

    one: str
    other: str
    strokes: tuple[Stroke, ...]
    name: str
    told: str
    ground: str = ""
    faint: bool = False


def relation_map(
    people: Sequence[PersonMark],
    pairs: Sequence[PairMark],
    _: Words,
    *,
    title: str,
    description: str,
    rest: str = "",
    ringed: Collection[str] = (),
    key: str | None = None,
) -> str:
    """Draw a map.

    Parameters
    ----------
    people : sequence of PersonMark
    pairs : sequence of PairMark
    rest : str, optional
        What stands in the strip while nothing is pointed at; without it there is no strip, as on paper.
    ringed : collection of str
        People with a ring around them.
    """
    told = [(f"{one.name}. {one.group}", one.told) for one in people] + [(one.name, one.told) for one in pairs]
    high = max(_first(one) + _LEADING * len(_lines(one)) for one in people) + 12
    strip = reading_strip(told, rest, top=high, width=WIDTH) if rest else None
    sheet = Sheet(WIDTH, high + (strip.height if strip else 0), direction=_.direction)
    places = {one.key: spot(one.place) for one in people}
    if strip:
        strip.rest(sheet, rest)
    for pair in pairs:
        _ground(sheet, pair, places)
    for pair in sorted(pairs, key=lambda one: not one.faint):
        _pair(sheet, pair, places, strip)
    for one in people:
        _person(sheet, one, places[one.key], one.key in ringed, strip)
    return sheet.svg(title=title, description=description, key=key, widest=520)


def spot(place: tuple[float, float]) -> Point:
    """Return where somebody stands, in pixels from the top left."""
    return _LEFT + _WIDE * place[0], _TOP + _HIGH * (1 - place[1])


def _ground(sheet: Sheet, pair: PairMark, places: Mapping[str, Point]) -> None:
    if pair.ground and not pair.faint:
        ends = [places[pair.one], places[pair.other]]
        sheet.line(ends, ink=colour(pair.ground), stroke=6 + 2.4 * _ASIDE * len(pair.strokes))


def _pair(sheet: Sheet, pair: PairMark, places: Mapping[str, Point], strip: ReadingStrip | None) -> None:
    start, end = places[pair.one], places[pair.other]
    if strip is None or pair.faint:
        _strokes(sheet, pair, start, end)
        return
    with sheet.part(f"{pair.name}. {pair.told}"):
        with sheet.shown_when_pointed_at("ring"):
            sheet.line([start, end], ink=colour("saffron"), stroke=20)
        sheet.line([start, end], ink=colour("cloth"), stroke=22, opacity=0)  # easier to touch than a thin line
        _strokes(sheet, pair, start, end)
        strip.tell(sheet, (pair.name, pair.told))


def _strokes(sheet: Sheet, pair: PairMark, start: Point, end: Point) -> None:
    if pair.faint:
        sheet.line([start, end], ink=colour("edge"), stroke=1, opacity=_FAINT)
        return
    many = len(pair.strokes)
    for number, stroke in enumerate(pair.strokes):
        aside = (number - (many - 1) / 2) * 1.9 * _ASIDE
        draw_stroke(sheet, start, end, stroke, aside=aside, badge_at=0.5 if many == 1 else 0.42 + 0.16 * (number % 2))


def _person(sheet: Sheet, one: PersonMark, at: Point, ringed: bool, strip: ReadingStrip | None) -> None:
    if strip is None:
        _symbol(sheet, one, at)
        _label(sheet, one)
        return
    with sheet.part(f"{one.name}. {one.group}. {one.told}"):
        with sheet.shown_when_pointed_at("ring"):
            sheet.circle(*at, _NODE + 6, edge=colour("saffron"), stroke=6)
        if ringed:
            sheet.circle(*at, _NODE + 5.5, edge=colour("ink"), stroke=2)
        _symbol(sheet, one, at)
        _label(sheet, one)
        strip.tell(sheet, (f"{one.name}. {one.group}", one.told))


def _symbol(sheet: Sheet, one: PersonMark, at: Point) -> None:
    x, y = at
    fill = {"mill": "river-soft", "willow": "apricot-soft"}.get(one.town, "sage-soft") if one.there else "cloth"
    edge = {"mill": "river", "willow": "apricot"}.get(one.town, "sage") if one.there else "edge"
    look: dict[str, Any] = {
        "fill": colour(fill),
        "edge": colour(edge),
        "stroke": 2.4,
        "dashes": () if one.there else (4, 4),
    }
    if one.town == "mill":
        sheet.circle(x, y, _NODE, **look)
    elif one.town == "willow":
        sheet.rectangle(x - _NODE * 0.9, y - _NODE * 0.9, _NODE * 1.8, _NODE * 1.8, round=2, **look)
    else:
        far = _NODE * 1.15
        sheet.shape([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], **look)


def _lines(one: PersonMark) -> tuple[str, ...]:
    return wrap(one.group, _GROUP, _LABEL)


def _first(one: PersonMark) -> float:
    """Return the baseline of a name: over the upper ones, under all others, so that the ring stays free inside."""
    y = spot(one.place)[1]
    return y - _NODE - 12 - _LEADING * len(_lines(one)) if one.place[1] > 0.6 else y + _NODE + 18


def _label(sheet: Sheet, one: PersonMark) -> None:
    """Write who it is."""
    lines, first = _lines(one), _first(one)
    widest = max(text_width(one.name, _NAME, bold=True), *(text_width(line, _GROUP) for line in lines))
    middle = min(max(spot(one.place)[0], widest / 2 + 1), WIDTH - widest / 2 - 1)
    ink = "ink" if one.there else "ink-soft"
    with sheet.words():
        sheet.text(middle, first, one.name, size=_NAME, bold=True, ink=ink, anchor="middle")
        for number, line in enumerate(lines, start=1):
            sheet.text(middle, first + _LEADING * number, line, size=_GROUP, ink=ink, anchor="middle")
