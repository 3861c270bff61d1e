"""Who speaks after whom: seats in a ring, and an arrow that is wider the more often one voice followed another."""

from math import hypot
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.answers_picture import WIDTH, ring
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import networkx as nx

_HEIGHT, _NODE, _BEND = 320.0, 20.0, 6.0
_WIDEST = 9.0


def turns_picture(graph: "nx.DiGraph[str]", _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a talk.

    Parameters
    ----------
    graph : networkx.DiGraph
        Seats by their signs with ``turns``, how often each spoke; edges to the voice that followed, with ``weight``.
    """
    rest = _("Touch a seat, or press Tab, to read more.")
    told = {seat: (_("Seat {sign}", sign=seat), _told(graph, seat, _)) for seat in graph}
    strip = reading_strip(list(told.values()), rest, top=_HEIGHT, width=WIDTH)
    sheet = Sheet(WIDTH, _HEIGHT + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    places = ring(list(graph))
    most = max((data["weight"] for _one, _other, data in graph.edges(data=True)), default=1)
    for one, other, data in graph.edges(data=True):
        _arrow(sheet, places[one], places[other], 1.4 + (_WIDEST - 1.4) * (data["weight"] - 1) / max(most - 1, 6))
    strip.rest(sheet, rest)
    for seat in graph:
        with sheet.part(". ".join(told[seat])):
            with sheet.shown_when_pointed_at("ring"):
                sheet.circle(*places[seat], _NODE + 6, edge=colour("saffron"), stroke=5)
            _seat(sheet, places[seat], seat, silent=not graph.nodes[seat]["turns"])
            strip.tell(sheet, told[seat])
    description = _("An arrow runs to the voice that followed. A dashed ring has not spoken.")
    return sheet.svg(title=title, description=description, key=key, widest=460)


def _told(graph: "nx.DiGraph[str]", seat: str, _: Words) -> str:
    turns = graph.nodes[seat]["turns"]
    if not turns:
        return _("It has not spoken.")
    spoke = _.n("It spoke {n} time.", "It spoke {n} times.", turns)
    after = sorted(graph[seat])
    return f"{spoke} {_('After it: {seats}.', seats=_.listed(after))}" if after else spoke


def _seat(sheet: Sheet, place: Point, sign: str, *, silent: bool) -> None:
    fill, dashes = ("cloth", (4, 4)) if silent else ("river-soft", ())
    sheet.circle(*place, _NODE, fill=colour(fill), edge=colour("ink"), stroke=1.4 if silent else 1.8, dashes=dashes)
    ink = "ink-soft" if silent else "ink"
    sheet.text(place[0], place[1] + 5, sign, size=14, bold=True, ink=ink, anchor="middle")


def _arrow(sheet: Sheet, start: Point, end: Point, stroke: float) -> None:
    """Draw an arrow that leaves room for the one that comes back."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    across = (-along[1] * _BEND, along[0] * _BEND)
    reach, head = _NODE + 4, 8 + stroke
    first = (start[0] + along[0] * reach + across[0], start[1] + along[1] * reach + across[1])
    last = (end[0] - along[0] * reach + across[0], end[1] - along[1] * reach + across[1])
    back = (last[0] - along[0] * head, last[1] - along[1] * head)
    sheet.line([first, back], ink=colour("river"), stroke=stroke)
    side = (-along[1] * (3.5 + stroke / 2), along[0] * (3.5 + stroke / 2))
    tip = [last, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    sheet.shape(tip, fill=colour("river"))
