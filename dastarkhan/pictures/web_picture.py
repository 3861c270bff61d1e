"""The web of what people share: round cards on one side, square ones on the other, a line where two share something."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import networkx as nx

WIDTH, _TOP = 340.0, 332.0
_CENTRE, _RING = (WIDTH / 2, _TOP / 2), 138.0
_WIDEST_LINE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WebCard:
    """A card in the web.

    Attributes
    ----------
    key : str
        Its node in the graph.
    sign : str
        What stands on it: a number, or a short word.
    round : bool
        Round and blue, or square and orange: the shape alone is enough.
    name, told : str
        What is read when it is pointed at.
    """

    key: str
    sign: str
    round: bool
    name: str
    told: str


def web_picture(
    graph: "nx.Graph[str]",
    cards: Sequence[WebCard],
    _: Words,
    *,
    title: str,
    description: str,
    chosen: str | None = None,
    marked: Collection[str] = (),
    room: int = 1,
    key: str | None = None,
) -> str:
    """Draw a web.

    Parameters
    ----------
    graph : networkx.Graph
        Over the keys of the cards; an edge may have a ``weight``, how much the two share.
    cards : sequence of WebCard
        In the order in which they came.
    chosen : str, optional
        A card whose lines stand out.
    marked : collection of str
        Cards with a double ring: they hold parts together.
    room : int, optional
        For so many cards of a shape there are places from the beginning, so that none has to move for another.
    """
    rest = _("Touch a card, or press Tab, to read its lines.")
    told = [(one.name, one.told) for one in cards]
    strip = reading_strip(told, rest, top=_TOP, width=WIDTH)
    sheet = Sheet(WIDTH, _TOP + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    places, size = card_places(cards, room=room), _size(cards, room)
    _lines(sheet, graph, {one.key: one.round for one in cards}, places, chosen)
    strip.rest(sheet, rest)
    for one in cards:
        with sheet.part(f"{one.name}. {one.told}"):
            with sheet.shown_when_pointed_at("ring"):
                _outline(sheet, one, places[one.key], size + 5, edge=colour("saffron"), stroke=6)
            _card(sheet, one, places[one.key], size, one.key in marked, one.key == chosen)
            strip.tell(sheet, (one.name, one.told))
    return sheet.svg(title=title, description=description, key=key, widest=480)


def card_places(cards: Sequence[WebCard], *, room: int = 1) -> dict[str, Point]:
    """Give every card its place: round ones down one half of a ring, square ones down the other."""
    found = {}
    for is_round, side in ((True, -1), (False, 1)):
        half = [one for one in cards if one.round is is_round]
        for number, one in enumerate(half):
            angle = (
                pi * (number + 0.5) / max(len(half), room) * 0.86 + 0.07 * pi
            )  # a gap at the top and the foot parts the halves
            found[one.key] = (_CENTRE[0] + side * _RING * sin(angle), _CENTRE[1] - _RING * cos(angle))
    return found


def _size(cards: Sequence[WebCard], room: int) -> float:
    most = max((sum(one.round is half for one in cards) for half in (True, False)), default=1)
    most = max(most, room)
    return max(9.5, min(18.0, 0.43 * _RING * pi * 0.86 / most))


def _lines(
    sheet: Sheet,
    graph: "nx.Graph[str]",
    is_round: Mapping[str, bool],
    places: Mapping[str, Point],
    chosen: str | None,
) -> None:
    """Lines across are whole and blue, lines within a side dashed and grey; those of the chosen card come last."""
    edges = sorted(graph.edges(data="weight", default=1), key=lambda edge: chosen in edge[:2])
    for one, other, weight in edges:
        across, own = is_round[one] != is_round[other], chosen in (one, other)
        ink = "apricot" if own else "line" if chosen else "river" if across else "edge"
        stroke = 1.2 + 0.9 * min(weight, _WIDEST_LINE) + (0.6 if own else 0)
        dashes = () if across else (4, 4)
        sheet.line([places[one], places[other]], ink=colour(ink), stroke=stroke, dashes=dashes)


def _card(sheet: Sheet, one: WebCard, place: Point, size: float, marked: bool, chosen: bool) -> None:
    if marked:
        _outline(sheet, one, place, size + 4.5, fill=colour("cloth"), edge=colour("ink"), stroke=1.8)
    soft = "river-soft" if one.round else "apricot-soft"
    fill = "saffron" if chosen else soft
    _outline(sheet, one, place, size, fill=colour(fill), edge=colour("ink"), stroke=1.8)
    letters = min(14.0, size * (0.9 if len(one.sign) < 3 else 0.68))
    sheet.text(place[0], place[1] + letters * 0.36, one.sign, size=letters, bold=True, ink="ink", anchor="middle")


def _outline(sheet: Sheet, one: WebCard, place: Point, size: float, **look: object) -> None:
    x, y = place
    if one.round:
        sheet.circle(x, y, size, **look)
    else:
        sheet.rectangle(x - size * 0.92, y - size * 0.92, size * 1.84, size * 1.84, round=3, **look)


def card_shape(is_round: bool, name: str) -> str:
    """Draw one empty card, for paper."""
    sheet = Sheet(150, 64)
    one = WebCard(key="", sign="", round=is_round, name=name, told="")
    _outline(sheet, one, (75.0, 32.0), 28, edge=colour("ink"), stroke=2.4)
    return sheet.svg(title=name, description=name, widest=150)
