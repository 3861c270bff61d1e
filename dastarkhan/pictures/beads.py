"""The pieces of a message as beads: whole, changed, gone, put right, and what nobody sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Point, Sheet, wrap
from dastarkhan.pictures.tokens import colour

SPACE = 12.0
"""From one bead to the next, in pixels."""
_RADIUS, _LINE, _SIZE = 4.4, 17.0, 13.0


class Bead(StrEnum):
    """How a piece stands at somebody; each has a shape of its own."""

    WHOLE = "whole"
    CHANGED = "changed"
    GONE = "gone"
    CAUGHT = "caught"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the beads mean, `top` pixels down and `height` pixels tall."""

    top: float
    height: float
    rows: tuple[tuple[Bead, tuple[str, ...], Point], ...]


def bead_words(_: Words) -> dict[Bead, str]:
    """What each bead means."""
    return {
        Bead.WHOLE: _("as it left"),
        Bead.CHANGED: _("changed"),
        Bead.GONE: _("left out"),
        Bead.CAUGHT: _("put right"),
        Bead.ADDED: _("added"),
    }


def draw_beads(sheet: Sheet, centre: Point, beads: Sequence[Bead]) -> None:
    """Draw a string of beads around a point, on a ground that keeps lines away."""
    x, y = centre
    wide = SPACE * len(beads)
    sheet.rectangle(x - wide / 2 - 2, y - 8, wide + 4, 16, round=8, fill=colour("cloth"), edge=colour("line"), stroke=1)
    for number, bead in enumerate(beads):
        draw_bead(sheet, (x - wide / 2 + SPACE * (number + 0.5), y), bead)


def draw_bead(sheet: Sheet, place: Point, bead: Bead) -> None:
    """Draw one bead."""
    x, y = place
    r, ink = _RADIUS, colour("ink")
    if bead is Bead.WHOLE:
        sheet.circle(x, y, r, fill=colour("river"))
    elif bead is Bead.CAUGHT:
        sheet.circle(x, y, r + 1.2, fill=colour("saffron"), edge=ink, stroke=1.2)
        sheet.circle(x, y, r - 2, fill=colour("river"))
    elif bead is Bead.CHANGED:
        sheet.shape([(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)], fill=colour("apricot"))
    elif bead is Bead.GONE:
        sheet.line([(x - r + 0.6, y), (x + r - 0.6, y)], ink=colour("ink-soft"), stroke=1.8)
    else:
        for one in ([(x - r, y), (x + r, y)], [(x, y - r), (x, y + r)]):
            sheet.line(one, ink=colour("pomegranate"), stroke=2.6)


def legend(shown: Sequence[Bead], _: Words, *, top: float, width: float) -> Legend:
    """Give the place that the meanings of these beads need, two beside each other."""
    words, half, rows, y = bead_words(_), width / 2, [], top
    for start in range(0, len(shown), 2):
        pair = [(bead, wrap(words[bead], _SIZE, half - 26)) for bead in shown[start : start + 2]]
        rows += [(bead, lines, (column * half, y)) for column, (bead, lines) in enumerate(pair)]
        y += _LINE * max(len(lines) for _bead, lines in pair) + 3
    return Legend(top=top, height=y - top, rows=tuple(rows))


def draw_legend(sheet: Sheet, told: Legend) -> None:
    """Write what the beads mean."""
    for bead, lines, (x, y) in told.rows:
        draw_bead(sheet, (x + 10, y + 9), bead)
        sheet.lines(x + 22, y + 13.5, lines, size=_SIZE, ink="ink-soft")
