"""Who answered whom: seats in a ring, and a line for every answer that was given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import networkx as nx

WIDTH = 340.0
_RING, _NODE = 120.0, 20.0
_CENTRE = (WIDTH / 2, 160.0)
_BEND = 9.0  # so far do two lines between the same seats keep apart
LINES: Mapping[str, tuple[tuple[float, ...], float]] = {
    "yes": ((), 2.6),
    "not_yet": ((7, 5), 2.0),
    "told": ((2, 5), 2.4),
}
"""How a yes, a "not yet" and an answer to a question are drawn: dashes and width, so that no colour is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMark:
    """A seat in the ring: the sign in it, its full name, and the look of its side (None for a side without one)."""

    seat: str
    sign: str
    name: str
    look: PartyLook | None


def answers_picture(
    graph: "nx.MultiDiGraph[str]", seats: Sequence[SeatMark], _: Words, *, title: str, key: str | None = None
) -> str:
    """Draw a graph of answers.

    Parameters
    ----------
    graph
        An edge from who answered to who was answered, with ``kind``: a key of `LINES`.
    seats
        In the order of the ring.
    """
    rest = _("Touch a seat, or press Tab, to read whom it answered.")
    strip = reading_strip(
        [(one.name, _told(graph, one, seats, _)) for one in seats], rest, top=2 * _CENTRE[1], width=WIDTH
    )
    sheet = Sheet(WIDTH, 2 * _CENTRE[1] + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    places = ring([one.seat for one in seats])
    kinds = sorted({(a, b, str(data["kind"])) for a, b, data in graph.edges(data=True)})
    for number, (one, other, kind) in enumerate(kinds):
        beside = sum(pair[:2] == (one, other) for pair in kinds[:number])
        _arrow(sheet, places[one], places[other], kind, beside)
    strip.rest(sheet, rest)
    for mark in seats:
        told = (mark.name, _told(graph, mark, seats, _))
        with sheet.part(f"{told[0]}. {told[1]}"):
            with sheet.shown_when_pointed_at("ring"):
                sheet.circle(*places[mark.seat], _NODE + 5, edge=colour("saffron"), stroke=6)
            _node(sheet, places[mark.seat], mark)
            strip.tell(sheet, told)
    description = _("An arrow runs from a seat to the seat that it answered.")
    return sheet.svg(title=title, description=description, key=key, widest=520)


def ring(seats: Sequence[str]) -> dict[str, Point]:
    """Give every seat its place, the first at the top."""
    x, y = _CENTRE
    steps = (2 * pi * number / max(len(seats), 1) for number in range(len(seats)))
    return {seat: (x + _RING * sin(angle), y - _RING * cos(angle)) for seat, angle in zip(seats, steps, strict=True)}


def _told(graph: "nx.MultiDiGraph[str]", mark: SeatMark, seats: Sequence[SeatMark], _: Words) -> str:
    answered = {other for _one, other in graph.out_edges(mark.seat)} if mark.seat in graph else set()
    names = [one.sign for one in seats if one.seat in answered]  # names may hold commas of their own
    if not names:
        return _("It gave no answer of its own.")
    return _("It answered: {seats}.", seats=_.listed(names))


def _node(sheet: Sheet, place: Point, mark: SeatMark) -> None:
    look = mark.look
    sheet.circle(*place, _NODE + 2, fill=colour("cloth"))
    fill = look.fill if look else {"fill": colour("cloth")}
    sheet.circle(*place, _NODE, **{**fill, "edge": colour("ink"), "stroke": 1.8})
    if look and look.pattern:
        sheet.circle(*place, _NODE - 7, fill=look.colour)
    sheet.text(
        place[0], place[1] + 5, mark.sign, size=14, bold=True, ink="on-colour" if look else "ink", anchor="middle"
    )


def _arrow(sheet: Sheet, start: Point, end: Point, kind: str, beside: int) -> None:
    """Draw an arrow that leaves room for the one that comes back, and for other kinds between the same two."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    across = (-along[1] * _BEND * (beside + 0.6), along[0] * _BEND * (beside + 0.6))
    reach = _NODE + 5
    first = (start[0] + along[0] * reach + across[0], start[1] + along[1] * reach + across[1])
    last = (end[0] - along[0] * reach + across[0], end[1] - along[1] * reach + across[1])
    dashes, stroke = LINES[kind]
    sheet.line([first, last], ink=colour("ink"), stroke=stroke, dashes=dashes)
    back = (last[0] - along[0] * 9, last[1] - along[1] * 9)
    side = (-along[1] * 4.5, along[0] * 4.5)
    head = [last, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    sheet.shape(head, fill=colour("ink"), edge=colour("ink"), stroke=1)
