"""Symbols of the nodes of a basin: the shape says the kind, the colour, pattern and letter say whose it is."""

from typing import TYPE_CHECKING, Any

from dastarkhan.pictures.parties import PartyLook, missing_fill
from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    from matplotlib.artist import Artist

RADII = {"source": 17.0, "reservoir": 21.0, "junction": 6.0, "demand": 18.0, "ecosystem": 17.0, "outlet": 19.0}
DEFAULT_RADIUS = 14.0
_WIDER = {"source": 1.15, "reservoir": 1.25, "outlet": 1.35}


def reach(kind: str) -> Point:
    """Give half the width and half the height of a kind's symbol, in pixels."""
    radius = RADII.get(kind, DEFAULT_RADIUS)
    return radius * _WIDER.get(kind, 1.0), radius


def draw_symbol(sheet: Sheet, kind: str, centre: Point, look: PartyLook, *, share: float | None) -> None:
    """Draw one node.

    Parameters
    ----------
    share
        For a demand or ecosystem how much of the need is met, for a reservoir how full it is, 0..1; None: whole.
    """
    x, y = centre
    radius = RADII.get(kind, DEFAULT_RADIUS)
    if kind == "junction":
        sheet.circle(x, y, radius, fill=colour("cloth"), edge=colour("river"), stroke=3)
        return
    _outline(sheet, kind, centre, fill=colour("cloth"), edge=colour("cloth"), stroke=7)
    empty = _empty_look(kind)
    body = _outline(sheet, kind, centre, **empty)
    level = 1.0 if share is None else min(1.0, max(0.0, share))
    top = y + radius - 2 * radius * level
    if level > 0.01:
        full = look.fill
        if level > 0.99:
            _outline(sheet, kind, centre, **full)
        else:
            sheet.rectangle(x - 2 * radius, top, 4 * radius, 3 * radius, clip=body, **full)
    _outline(sheet, kind, centre, edge=colour("ink") if share is not None else look.colour, stroke=2)
    if look.letter:
        draw_letter(sheet, (x, y + (4 if kind == "source" else 0)), look)


def draw_ring(sheet: Sheet, kind: str, centre: Point) -> None:
    """Draw the ring of a symbol that is pointed at or has the keyboard: it follows the symbol's shape."""
    _outline(sheet, kind, centre, edge=colour("ink"), stroke=13)
    _outline(sheet, kind, centre, edge=colour("saffron"), stroke=7)


def _empty_look(kind: str) -> dict[str, Any]:
    """What shows where water is missing: an empty reservoir is only empty, an unmet need is pomegranate."""
    if kind in ("demand", "ecosystem"):
        return missing_fill()
    return {"fill": colour("cloth")}


def draw_letter(sheet: Sheet, centre: Point, look: PartyLook) -> None:
    """Draw the party's letter on a plain round ground, so that no pattern runs through it."""
    x, y = centre
    sheet.circle(x, y, 9, fill=look.colour, edge=colour("cloth"), stroke=1.2)
    down = 4.4 if sheet.direction == "ltr" else 2.2  # Arabic letters hang below their line
    sheet.text(x, y + down, look.letter, size=12, bold=True, ink="on-colour", anchor="middle")


def _outline(sheet: Sheet, kind: str, centre: Point, **look: Any) -> "Artist":
    x, y = centre
    a, r = reach(kind)
    if kind == "source":
        return sheet.shape([(x, y - r), (x + a, y + 0.9 * r), (x - a, y + 0.9 * r)], **look)
    if kind == "reservoir":
        top, foot = y - 0.8 * r, 0.75 * r
        return sheet.shape([(x - a, top), (x + a, top), (x + foot, y + r), (x - foot, y + r)], **look)
    if kind == "demand":
        return sheet.rectangle(x - r, y - r, 2 * r, 2 * r, round=7, **look)
    if kind == "outlet":
        points = [(x - a, y), (x - 1.2 * r, y - 0.85 * r), (x + 1.2 * r, y - 0.85 * r), (x + a, y)]
        points += [(x + 1.2 * r, y + 0.85 * r), (x - 1.2 * r, y + 0.85 * r), (x - a, y), (x - a, y)]
        return sheet.shape(points, codes=[1, 4, 4, 4, 4, 4, 4, 79], **look)
    return sheet.circle(x, y, r, **look)
