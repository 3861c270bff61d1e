"""The patterns that go with the colours, each in two forms: matplotlib's hatch, and a small SVG tile in its place.

matplotlib writes a hatch as one large drawing (dots: 140 kilobytes); a page gets the tile instead. The width of the
hatch's lines tells which pattern it is, so no two are the same.
"""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(
    r'<pattern id="(?P<id>[^"]+)".*?<rect [^>]*fill="(?P<ground>[^"]+)".*?'
    r'style="fill: (?P<ink>#[0-9a-f]{6})[^"]*stroke-width: (?P<width>[\d.]+)[^"]*".*?</pattern>',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern: `hatch` and `width` for matplotlib; for SVG a square tile of `size` pixels with `marks` on it."""

    hatch: str
    width: float
    size: float
    turn: int
    marks: str


PATTERNS = {
    "stripes": Pattern(hatch="////", width=1.71, size=7, turn=45, marks='<rect width="2.2" height="7"/>'),
    "dots": Pattern(
        hatch="oo",
        width=1.31,
        size=9,
        turn=0,
        marks='<circle cx="2.4" cy="2.4" r="1.5"/><circle cx="6.9" cy="6.9" r="1.5"/>',
    ),
    "missing": Pattern(hatch="\\" * 6, width=1.11, size=5, turn=-45, marks='<rect width="1.3" height="5"/>'),
    "crossed": Pattern(
        hatch="xxxx", width=0.91, size=6, turn=45, marks='<rect width="1.2" height="6"/><rect width="6" height="1.2"/>'
    ),
}
"""By name: stripes (the second party), dots (nature), missing (an unmet need), crossed (water over the banks)."""


def tile_patterns(svg: str) -> str:
    """Put the small tiles in the place of matplotlib's hatches in the text of an SVG picture."""
    return _WRITTEN.sub(_tile, svg)


def _tile(found: re.Match[str]) -> str:
    for pattern in PATTERNS.values():
        if found["width"] == f"{pattern.width:g}":
            turn = f' patternTransform="rotate({pattern.turn})"' if pattern.turn else ""
            return (
                f'<pattern id="{found["id"]}" patternUnits="userSpaceOnUse" width="{pattern.size:g}" '
                f'height="{pattern.size:g}"{turn}><rect width="{pattern.size:g}" height="{pattern.size:g}" '
                f'fill="{found["ground"]}"/><g fill="{found["ink"]}">{pattern.marks}</g></pattern>'
            )
    return found[0]
