"""A printed page as plain data: where it belongs, its language, and the blocks that stand on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Block = Mapping[str, object]
"""A part of a page; ``templates/pack.typ`` knows how each kind looks."""
Cell = object
"""A text, a whole number, a `signed` number, a `seal`, or a `wide` cell over several columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, or several when its blocks need them.

    Attributes
    ----------
    part : str
        The part of the pack that it belongs to, a key of `dastarkhan.paper.pack.PARTS`.
    lang : str
        Code of its language.
    title, foot : str
        The heading, and the line at the bottom: what the page is, and for whom.
    blocks : tuple of Block
    """

    part: str
    lang: str
    title: str
    foot: str
    blocks: tuple[Block, ...]

    def to_plain(self) -> dict[str, object]:
        """Return the page as JSON-plain data."""
        return {
            "part": self.part,
            "lang": self.lang,
            "title": self.title,
            "foot": self.foot,
            "blocks": list(self.blocks),
        }


def text(words: str, *, small: bool = False, strong: bool = False) -> Block:
    """Return a paragraph."""
    return {"kind": "text", "words": words, "small": small, "strong": strong}


def heading(words: str, level: int = 2) -> Block:
    """Return a heading inside a page."""
    return {"kind": "heading", "words": words, "level": level}


def note(words: str) -> Block:
    """Return what must not be overlooked, in a box."""
    return {"kind": "note", "words": words}


def bullets(items: Iterable[str]) -> Block:
    """Return a list without an order."""
    return {"kind": "bullets", "items": list(items)}


def numbered(items: Iterable[str]) -> Block:
    """Return a list in an order."""
    return {"kind": "numbered", "items": list(items)}


def ticks(items: Iterable[str], *, columns: int = 1) -> Block:
    """Return things to tick with a pencil."""
    return {"kind": "ticks", "items": list(items), "columns": columns}


def lines(many: int, *, label: str = "") -> Block:
    """Return empty lines to write on."""
    return {"kind": "lines", "many": many, "label": label}


def table(
    head: Sequence[Cell],
    rows: Iterable[Sequence[Cell]],
    *,
    widths: Sequence[float] | None = None,
    second: Sequence[Cell] = (),
    height_mm: float | None = None,
    size_pt: float = 11,
) -> Block:
    """Return a table.

    Parameters
    ----------
    head, second : sequence of Cell
        One or two lines of headings.
    rows : iterable of sequence of Cell
    widths : sequence of float, optional
        Shares of the width; by default the first column takes what it needs and the others share the rest.
    height_mm : float, optional
        Of each row, for rows that are written in by hand.
    size_pt : float, optional
        Of the letters.
    """
    return {
        "kind": "table",
        "head": list(head),
        "second": list(second),
        "rows": [list(row) for row in rows],
        "widths": None if widths is None else list(widths),
        "height": height_mm,
        "size": size_pt,
    }


def tight(made: Block) -> Block:
    """Return a table with narrow rows."""
    return {**made, "tight": True}


def wide(words: Cell, columns: int) -> Cell:
    """Return a heading over several columns."""
    return {"over": columns, "cell": words}


def signed(points: int) -> Cell:
    """Return a number with its sign: what a step adds or takes."""
    return {"signed": points}


def strong(words: str) -> Cell:
    """Return a cell in bold."""
    return {"strong": words}


def seal(letter: str, pattern: str) -> Block:
    """Return the sign of a side: its letter on its pattern, so that no colour is needed."""
    return {"kind": "seal", "letter": letter, "pattern": pattern}


def cards(items: Iterable[Sequence[Block]], *, columns: int, height_mm: float) -> Block:
    """Return cards of one size with lines to cut along."""
    return {"kind": "cards", "items": [list(item) for item in items], "columns": columns, "height": height_mm}


def tents(items: Iterable[Mapping[str, object]], *, height_mm: float) -> Block:
    """Return names that are cut out and folded, so that they can be read from both sides of a table."""
    return {"kind": "tents", "items": list(items), "height": height_mm}


_LIGHT_EDGE = ".dk-label text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"


def picture(svg: str, says: str) -> Block:
    """Return a drawing, and what it says to those who do not see it."""
    return {"kind": "picture", "svg": svg.replace("<desc>", f"<style>{_LIGHT_EDGE}</style><desc>", 1), "says": says}


def shape(name: str, says: str) -> Block:
    """Return a large circle or triangle."""
    return {"kind": "shape", "shape": name, "says": says}


def big(words: str, *, size_pt: float = 40) -> Block:
    """Return words to read from across a room, in the middle."""
    return {"kind": "big", "words": words, "size": size_pt}


def cut() -> Block:
    """Return a line to cut along."""
    return {"kind": "cut"}
