"""Two towns as two rings of people, and the lines inside and between them."""

from collections.abc import Mapping
from math import cos, pi, sin
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import networkx as nx

WIDTH, _HEIGHT = 340.0, 196.0
_CENTRES, _RING = ((82.0, 104.0), (258.0, 104.0)), 62.0


def towns_picture(
    ties: "nx.Graph[str]",
    towns: Mapping[str, str],
    names: Mapping[str, str],
    _: Words,
    *,
    title: str,
    description: str,
    key: str | None = None,
) -> str:
    """Draw two towns: people of the first are round, those of the second square.

    Parameters
    ----------
    ties : networkx.Graph
    towns : mapping of str to str
        The town of every person.
    names : mapping of str to str
        What each of the two towns is called, in the order drawn.
    """
    sheet = Sheet(WIDTH, _HEIGHT, direction=_.direction, mirrored=_.direction == "rtl")
    places = {}
    for town, (x, y) in zip(names, _CENTRES, strict=True):
        people = [person for person in ties if towns[person] == town]
        for number, person in enumerate(people):
            angle = 2 * pi * number / len(people)
            places[person] = (x + _RING * sin(angle), y - _RING * cos(angle))
        sheet.text(x, 22, names[town], size=13, bold=True, ink="ink", anchor="middle")
    for one, other in sorted(ties.edges, key=lambda edge: towns[edge[0]] != towns[edge[1]]):
        across = towns[one] != towns[other]
        ink, stroke = (colour("river"), 2.4) if across else (colour("edge"), 1.0)
        sheet.line([places[one], places[other]], ink=ink, stroke=stroke, dashes=() if across else (4, 4))
    for person, (x, y) in places.items():
        if towns[person] == next(iter(names)):
            sheet.circle(x, y, 7, fill=colour("river-soft"), edge=colour("ink"), stroke=1.6)
        else:
            sheet.rectangle(x - 6.5, y - 6.5, 13, 13, fill=colour("apricot-soft"), edge=colour("ink"), stroke=1.6)
    return sheet.svg(title=title, description=description, key=key, widest=460)
