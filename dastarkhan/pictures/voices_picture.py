"""Who can talk with whom: voices in a ring, and a line where two share a language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.answers_picture import WIDTH, ring
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import networkx as nx

_HEIGHT, _NODE = 320.0, 20.0


def voices_picture(
    graph: "nx.Graph[str]",
    told: Mapping[str, str],
    bridges: tuple[str, ...],
    _: Words,
    *,
    title: str,
    key: str | None = None,
) -> str:
    """Draw a group.

    Parameters
    ----------
    graph : networkx.Graph
        Voices by the signs that stand in their circles; an edge where two share a language.
    told : mapping of str to str
        What is read about each voice.
    bridges : tuple of str
        Voices that hold parts together: they have a double ring.
    """
    rest = _("Touch a voice, or press Tab, to read who hears it.")
    names = {voice: _("Voice {n}", n=voice) for voice in graph}
    strip = reading_strip([(names[voice], told[voice]) for voice in graph], rest, top=_HEIGHT, width=WIDTH)
    sheet = Sheet(WIDTH, _HEIGHT + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    places = ring(list(graph))
    for one, other in graph.edges:
        sheet.line([places[one], places[other]], ink=colour("river"), stroke=2.2)
    strip.rest(sheet, rest)
    for voice in graph:
        with sheet.part(f"{names[voice]}. {told[voice]}"):
            with sheet.shown_when_pointed_at("ring"):
                sheet.circle(*places[voice], _NODE + 8, edge=colour("saffron"), stroke=5)
            _voice(sheet, places[voice], voice, voice in bridges, alone=graph.degree(voice) == 0)
            strip.tell(sheet, (names[voice], told[voice]))
    description = _("A line joins two voices that share a language. A double ring holds two parts together.")
    return sheet.svg(title=title, description=description, key=key, widest=460)


def _voice(sheet: Sheet, place: Point, sign: str, bridge: bool, *, alone: bool) -> None:
    ink = colour("ink")
    if bridge:
        sheet.circle(*place, _NODE + 5, fill=colour("cloth"), edge=ink, stroke=1.8)
    fill = "cloth" if alone else "apricot-soft" if bridge else "river-soft"
    sheet.circle(*place, _NODE, fill=colour(fill), edge=ink, stroke=0.9 if alone else 1.8)
    sheet.text(place[0], place[1] + 5, sign, size=14, bold=True, ink="ink", anchor="middle")
