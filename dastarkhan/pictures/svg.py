"""From a matplotlib figure to SVG text for a page, and to a PNG file."""

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from dastarkhan.pictures.patterns import tile_patterns
from dastarkhan.pictures.tokens import FONT_FOLDER, colour

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from dastarkhan.pictures.sheet import Sheet

_SALT = "dastarkhan"
_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_ROOT = re.compile(r'<svg [^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_DEFAULT_STYLE = re.compile(r'\s*<defs>\s*<style type="text/css">.*?</style>\s*</defs>', re.DOTALL)
_NEEDLESS = re.compile(r' id="(?:figure|patch|text|line2d|axes)_\d+"| transform="rotate\(-?0 [^"]*"')
_OURS = re.compile(r'<g id="dk-(part|tip|ring|label)~(\d+)">')
_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'(url\(#|href="#)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a picture that can be pointed at and reached by keyboard; `label` is what a screen reader says."""

    label: str
    chosen: bool = False


def add_fonts() -> None:
    """Tell matplotlib where the kit's fonts are; the second call does nothing."""
    from matplotlib.font_manager import fontManager

    known = {entry.fname for entry in fontManager.ttflist}
    for path in sorted(FONT_FOLDER.glob("*.ttf")):
        if str(path) not in known:
            fontManager.addfont(path)


def to_svg(
    figure: "Figure",
    *,
    title: str,
    description: str = "",
    parts: Sequence[Part] = (),
    key: str | None = None,
    widest: int | None = None,
) -> str:
    """Give a figure as SVG text that can stand inside a page.

    Text stays text, nothing depends on the day, and every id carries the picture's own `key`, so that several
    pictures on one page never meet.

    Parameters
    ----------
    title, description
        What a screen reader says of the whole; the description holds the numbers that matter.
    parts
        Labels of the groups that `Sheet.part` opened, in their order.
    key
        Prefix of all ids; by default a digest of the picture, so that the same picture has the same ids.
    widest
        The widest the picture may be shown, in CSS pixels; it always shrinks to the room it has.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    stream = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": _SALT, "svg.id": None}):
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(stream, metadata=_METADATA)  # not savefig: a reader's settings for files do not count here
    text = stream.getvalue()
    body = text[text.index("<svg") :]
    body = tile_patterns(_NEEDLESS.sub("", _DEFAULT_STYLE.sub("", body, count=1)))
    if key is None:
        key = "dk" + hashlib.sha256((title + description + body).encode()).hexdigest()[:8]
    body = _OURS.sub(lambda found: _open_group(found.group(1), int(found.group(2)), parts), body)
    body = _REFERENCE.sub(rf"\g<1>{key}-", _ID.sub(rf'id="{key}-\1"', body))
    return _ROOT.sub(lambda found: _root(found, key, title, description, bool(parts), widest), body, count=1).strip()


def _root(found: re.Match[str], key: str, title: str, description: str, has_parts: bool, widest: int | None) -> str:
    """Open the picture; one with parts is a group, because a screen reader sees nothing inside an "img"."""
    width, height = found.groups()
    style = "width:100%;height:auto" + (f";max-width:{widest}px" if widest else "")
    role = "group" if has_parts else "img"
    label = quoteattr(f"{title}. {description}" if description else title)
    title_tag = "" if has_parts else f"<title>{escape(title)}</title>"  # a browser shows it as a tip over everything
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="{key}" '
        f'class="dk-picture" viewBox="0 0 {width} {height}" style="{style}" role="{role}" aria-label={label} '
        f'direction="ltr" stroke-linejoin="round">{title_tag}<desc>{escape(description)}</desc>'
    )


def _open_group(kind: str, number: int, parts: Sequence[Part]) -> str:
    """Open one of the groups that widgets.css knows: what is hidden there is hidden here too, until pointed at."""
    if kind == "part":
        part = parts[number]
        chosen = " dk-chosen" if part.chosen else ""
        return (
            f'<g class="dk-part{chosen}" tabindex="0" role="img" pointer-events="all" '
            f"aria-label={quoteattr(part.label)}>"
        )
    hidden = "" if kind == "label" or parts[number].chosen else ' visibility="hidden"'
    return f'<g class="dk-{kind}" pointer-events="none"{hidden}>'


def save_png(picture: "Figure | Sheet", path: str | Path, *, scale: float = 2.0) -> None:
    """Write a figure or a sheet as a PNG file, `scale` pixels of the file for each pixel of the picture.

    What shows only when pointed at stays out of the file.
    """
    from matplotlib import rc_context
    from matplotlib.artist import Artist

    drawn: Any = picture
    figure: Figure = drawn if hasattr(drawn, "savefig") else drawn.figure
    hidden: list[Artist] = figure.findobj(lambda artist: str(artist.get_gid()).startswith(("dk-tip~", "dk-ring~")))
    for artist in hidden:
        artist.set_visible(False)
    try:
        with rc_context({"savefig.bbox": None, "savefig.transparent": False}):
            figure.savefig(path, format="png", dpi=72 * scale, facecolor=colour("cloth"))
    finally:
        for artist in hidden:
            artist.set_visible(True)
