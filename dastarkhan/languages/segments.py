"""A segment: one visible block of a source text, and where exactly it stands."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

Lookup = Callable[["Segment"], str | None]
"""Gives the translation of a segment, or ``None`` to leave its range untouched."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class Kind(StrEnum):
    """What a segment is on the page; translators see it beside the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    TITLE = "title of a box"
    HTML = "HTML text"
    ATTRIBUTE = "HTML attribute"
    COMMENT = "comment in code"
    VALUE = "value in the front matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, or the part of it that remains inside a quote, a list or a box.

    Parameters
    ----------
    start : int
        Offset of its first character in the whole source.
    text : str
        Without the line ending.
    ending : str
        The line ending as it stands in the source.
    """

    start: int
    text: str
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    r"""One block that a person reads, as a translator gets it.

    Parameters
    ----------
    start, end : int
        Character range in the source.
    text : str
        The msgid: soft line breaks are spaces, so that wrapping the source anew changes no catalog; a hard break
        is a backslash and a new line; ``\|`` of a table cell is ``|``.
    kind : Kind
        What it is on the page.
    line : int
        Line in the source, from 1.
    joint : str
        What stands between two of its lines in the source: line ending and the quote or list prefix.
    path : str
        Key path of a front matter value.
    """

    start: int
    end: int
    text: str
    kind: Kind
    line: int
    joint: str = "\n"
    path: str = ""

    def written(self, translation: str) -> str:
        """Write a translation the way this place of the source needs it."""
        lines = [line.strip(" \t") for line in translation.strip().split("\n")]
        if self.kind is Kind.VALUE:
            return '"' + translation.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        text = (self.joint if "\n" in self.text else " ").join(line for line in lines if line)
        if self.kind is Kind.TABLE_CELL:
            return text.replace("|", "\\|")
        return text.replace('"', "&quot;") if self.kind is Kind.ATTRIBUTE else text


def lines_of(source: str) -> list[Line]:
    r"""Split at ``\n``, ``\r\n`` and ``\r`` only, as Markdown does.

    Examples
    --------
    >>> [(line.start, line.text) for line in lines_of("a\r\nb")]
    [(0, 'a'), (3, 'b')]
    """
    found = []
    for match in _LINE.finditer(source):
        found.append(Line(start=match.start(), text=match.group(1), ending=match.group(2)))
        if not match.group(2):
            break
    return found


def splice(source: str, segments: Iterable[Segment], lookup: Lookup) -> str:
    """Replace the ranges of segments that have a translation and touch nothing else.

    Examples
    --------
    >>> part = Segment(start=2, end=7, text="River", kind=Kind.HEADING, line=1)
    >>> splice("# River", [part], lambda segment: "Daryo")
    '# Daryo'
    """
    pieces, last = [], 0
    for segment in sorted(segments, key=lambda one: one.start):
        translation = lookup(segment)
        if translation is None or translation == segment.text:
            continue
        pieces += [source[last : segment.start], segment.written(translation)]
        last = segment.end
    return "".join([*pieces, source[last:]])
