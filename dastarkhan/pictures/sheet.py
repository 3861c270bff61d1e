"""A sheet of pixels with its origin at the top left, drawn on with matplotlib.

Pictures of the kit need no axes, ticks or legends; without them a redraw costs a few milliseconds. A sheet can be
mirrored: what is placed from the left then stands from the right, for readers of right-to-left scripts.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from dastarkhan.pictures.patterns import PATTERNS
from dastarkhan.pictures.svg import Part, add_fonts, to_svg
from dastarkhan.pictures.tokens import FONT_FOLDER, colour

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.artist import Artist

    Points = Sequence[tuple[float, float]] | np.ndarray[tuple[int, int], np.dtype[np.float64]]

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

_FAMILIES = {"ltr": ("Noto Sans", "Vazirmatn"), "rtl": ("Vazirmatn", "Noto Sans")}
_OPPOSITE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
_ALIGN: dict[Anchor, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}
_BREAK = re.compile(r"[ \t\n]+")
RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE = "\u2067", "\u2069"


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line of text in pixels, in the kit's fonts.

    >>> text_width("River", 26) > text_width("River", 13) > 0
    True
    """
    from matplotlib.font_manager import get_font

    weight = "Bold" if bold else "Regular"
    font = get_font((str(FONT_FOLDER / f"NotoSans-{weight}.ttf"), str(FONT_FOLDER / f"Vazirmatn-{weight}.ttf")))
    font.set_size(size, 72)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64


def pieces(text: str) -> list[str]:
    """Cut a text where a line may break: at spaces, and not at those that hold a dash to its word."""
    return [piece for piece in _BREAK.split(text) if piece]


@lru_cache(maxsize=1024)
def wrap(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than `width` pixels; a single long word keeps its own line."""
    lines: list[str] = []
    for word in pieces(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@lru_cache(maxsize=1)
def _group_class() -> Any:
    """Make the class of groups when first needed, because its base lives in matplotlib."""
    from matplotlib.artist import Artist

    class Group(Artist):
        """Artists that the SVG writer puts into one `<g>`."""

        def __init__(self, gid: str) -> None:
            super().__init__()
            self.set_gid(gid)
            self.members: list[Artist] = []

        def get_children(self) -> list[Artist]:
            return self.members

        def draw(self, renderer: Any) -> None:
            if not self.get_visible():
                return
            renderer.open_group("dk", gid=self.get_gid())
            for member in self.members:
                member.draw(renderer)
            renderer.close_group("dk")

    return Group


@lru_cache(maxsize=1)
def _line_class() -> Any:
    """Make the class of written lines when first needed, because its base lives in matplotlib."""
    from matplotlib.text import Text

    class Line(Text):
        """One line on its baseline. Plain `Text` measures every line, which is half the time of a picture."""

        def draw(self, renderer: Any) -> None:
            if not self.get_visible():
                return
            x, y = self.get_transform().transform(self.get_unitless_position())
            if not hasattr(renderer, "writer"):  # SVG aligns by itself; a picture of pixels needs the width
                width = renderer.get_text_width_height_descent(self.get_text(), self.get_fontproperties(), False)[0]
                x -= width * {"left": 0.0, "center": 0.5, "right": 1.0}[self.get_horizontalalignment()]
            if renderer.flipy():
                y = renderer.get_canvas_width_height()[1] - y
            gc = renderer.new_gc()
            gc.set_foreground(self.get_color())
            renderer.draw_text(gc, x, y, self.get_text(), self.get_fontproperties(), 0, ismath=False, mtext=self)
            gc.restore()

    return Line


class Sheet:
    """A matplotlib figure used as a sheet of pixels.

    Parameters
    ----------
    width, height
        Size in CSS pixels.
    direction
        "rtl" isolates every text as right to left and puts the Arabic-script family first.
    mirrored
        Place everything from the right edge instead of the left one.
    """

    def __init__(self, width: float, height: float, *, direction: str = "ltr", mirrored: bool = False) -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        add_fonts()
        self.width, self.height, self.direction, self.mirrored = width, height, direction, mirrored
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        pixels = Affine2D.from_values(-1 if mirrored else 1, 0, 0, -1, width if mirrored else 0, height)
        self._transform = pixels.scale(1 / 72) + self.figure.dpi_scale_trans
        self._open: list[list[Artist]] = []
        self.parts: list[Part] = []

    def _add(self, artist: "Artist") -> "Artist":
        artist.set_transform(self._transform)
        artist.set_zorder(1)
        if self._open:
            artist.set_figure(self.figure)
            self._open[-1].append(artist)
        else:
            self.figure.add_artist(artist)
        return artist

    @contextmanager
    def _group(self, kind: str, number: int) -> Iterator[None]:
        group = _group_class()(f"dk-{kind}~{number}")
        self._add(group)
        self._open.append(group.members)
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def part(self, label: str, *, chosen: bool = False) -> Iterator[None]:
        """Collect what is drawn inside into a part that can be pointed at; `label` is what a screen reader says."""
        self.parts.append(Part(label=label, chosen=chosen))
        with self._group("part", len(self.parts) - 1):
            yield

    @contextmanager
    def shown_when_pointed_at(self, kind: Literal["tip", "ring"]) -> Iterator[None]:
        """Inside `part`: what is drawn here shows only while the part is pointed at or has the keyboard."""
        with self._group(kind, len(self.parts) - 1):
            yield

    @contextmanager
    def words(self) -> Iterator[None]:
        """Collect labels that stand on a picture: the page gives their letters a thin light edge."""
        with self._group("label", 0):
            yield

    def shape(
        self,
        points: "Points",
        *,
        fill: str | None = None,
        edge: str | None = None,
        stroke: float = 0,
        pattern: str = "",
        pattern_ink: str | None = None,
        codes: Sequence[int] | None = None,
        closed: bool = True,
        dashes: tuple[float, ...] = (),
        clip: "Artist | None" = None,
        opacity: float | None = None,
    ) -> "Artist":
        """Draw a path: straight through `points`, or by matplotlib's path `codes` (curves)."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        vertices = [*map(tuple, points)]
        if closed and codes is None:
            vertices.append(vertices[0])
        if codes is None:
            codes = [1] + [2] * (len(points) - 1) + ([79] if closed else [])
        patch = PathPatch(
            Path(vertices, codes),
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=stroke,
            capstyle="round",
            joinstyle="round",
            alpha=opacity,
        )
        if dashes:
            patch.set_linestyle((0, tuple(dash / max(stroke, 0.1) for dash in dashes)))
        if pattern:
            patch.set_hatch(PATTERNS[pattern].hatch)
            patch.set_hatchcolor(pattern_ink or colour("cloth"))
            patch.set_hatch_linewidth(PATTERNS[pattern].width)
        self._add(patch)
        if clip is not None:
            patch.set_clip_path(clip)  # type: ignore[arg-type]  # the stubs know paths only of the patch's own class
        return patch

    def rectangle(self, x: float, y: float, width: float, height: float, *, round: float = 0, **look: Any) -> "Artist":
        """Draw a rectangle from its top left corner (top right on a mirrored sheet); `look` as in `shape`."""
        right, bottom = x + width, y + height
        radius = min(round, width / 2, height / 2)
        if radius <= 0:
            return self.shape([(x, y), (right, y), (right, bottom), (x, bottom)], **look)
        points = [(x + radius, y), (right - radius, y), (right, y), (right, y + radius), (right, bottom - radius)]
        points += [(right, bottom), (right - radius, bottom), (x + radius, bottom), (x, bottom), (x, bottom - radius)]
        points += [(x, y + radius), (x, y), (x + radius, y), (x + radius, y)]
        return self.shape(points, codes=[1, 2, 3, 3, 2, 3, 3, 2, 3, 3, 2, 3, 3, 79], **look)

    def circle(self, x: float, y: float, radius: float, **look: Any) -> "Artist":
        """Draw a circle around (x, y); `look` as in `shape`."""
        k = 0.5523 * radius
        points = [(x + radius, y), (x + radius, y + k), (x + k, y + radius), (x, y + radius), (x - k, y + radius)]
        points += [(x - radius, y + k), (x - radius, y), (x - radius, y - k), (x - k, y - radius), (x, y - radius)]
        points += [(x + k, y - radius), (x + radius, y - k), (x + radius, y), (x + radius, y)]
        return self.shape(points, codes=[1] + [4] * 12 + [79], **look)

    def line(self, points: "Points", *, ink: str, stroke: float = 1.0, **look: Any) -> "Artist":
        """Draw straight lines through `points`."""
        return self.shape(points, edge=ink, stroke=stroke, closed=False, **look)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 13,
        bold: bool = False,
        ink: str = "ink",
        anchor: Anchor = "start",
    ) -> "Artist":
        """Write one line with its baseline at `y`; `ink` is a token. "start" follows the sheet, so it mirrors."""
        written = f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}" if self.direction == "rtl" else text
        side = _OPPOSITE[anchor] if self.mirrored else anchor
        return self._add(
            _line_class()(
                x,
                y,
                written,
                fontsize=size,
                fontweight="bold" if bold else "normal",
                fontfamily=_FAMILIES[self.direction],
                color=colour(ink),
                horizontalalignment=_ALIGN[side],
                verticalalignment="baseline",
                parse_math=False,
            )
        )

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, leading: float = 1.35, size: float = 13, **look: Any
    ) -> float:
        """Write lines under each other, the first on baseline `y`; give the baseline of the line after the last."""
        for line in lines:
            self.text(x, y, line, size=size, **look)
            y += size * leading
        return y

    def svg(self, *, title: str, description: str = "", key: str | None = None, widest: int | None = None) -> str:
        """Give the sheet as SVG text; see `to_svg`."""
        return to_svg(self.figure, title=title, description=description, parts=self.parts, key=key, widest=widest)
