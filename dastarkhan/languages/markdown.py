"""Markdown into segments, one for every block a person sees, with its exact character range.

Markdown is parsed and never written again: a translation replaces its own range, all the rest stays as it is, so an
empty catalog gives back the source byte for byte. Mathematics, code, addresses and directive names are no segments;
in fenced Python the comments are.
"""

import io
import re
import tokenize
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from dastarkhan.languages.html_text import LETTER, SHOWN_ATTRIBUTE, html_texts
from dastarkhan.languages.segments import Kind, Line, Segment, lines_of

_TASK = re.compile(r"\[[ xX]\][ \t]+")
_ALERT = re.compile(r"\[!\w+\][ \t]*$")
_LABEL = re.compile(r"\([\w:.-]+\)=$")
_HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)(?:\\\\)*\\)$")
_DIRECTIVE = re.compile(r"\{([\w:-]+)\}\s*(.*)$")
_NOT_PROSE = frozenset({"math", "code", "code-block", "code-cell", "raw", "mermaid", "literalinclude"})
# Written with backticks only these are prose; other directives there hold commands or lists of files.
_BOXES = re.compile(
    "admonition|attention|caution|danger|details|dropdown|error|exercise|hint|important|note|seealso|solution|tip|warning"
)
_TOOL_COMMENT = re.compile(r"#+\s*(?:type:|noqa|%|!|fmt:|pragma|pylint|ruff:)")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Make the one parser of the kit: CommonMark, tables, mathematics, footnotes and boxes."""
    made = MarkdownIt("commonmark").enable(["table"])
    made.use(dollarmath_plugin, allow_space=True, double_inline=True).use(amsmath_plugin)
    made.use(footnote_plugin).use(colon_fence_plugin)
    made.core.ruler.disable("footnote_tail")  # notes stay where they are written
    return made


def has_words(text: str) -> bool:
    """Whether a block shows any letter outside code, mathematics, tags and addresses.

    Examples
    --------
    >>> has_words("`x` = $y$ <b>12</b>"), has_words("12 million")
    (False, True)
    """
    return any(_shows_letters(token) for token in parser().parseInline(text))


def _shows_letters(token: Token) -> bool:
    children = token.children or []
    address = False
    for child in children:
        if child.markup == "autolink":
            address = child.type == "link_open"
        shown = child.content if child.type in ("text", "image") and not address else ""
        if child.type == "html_inline":
            shown = " ".join(SHOWN_ATTRIBUTE.findall(child.content))
        if LETTER.search(shown + str(child.attrs.get("title", ""))):
            return True
        if child.type == "footnote_ref" and any(_shows_letters(inner) for inner in child.meta.get("tokens", [])):
            return True
    return token.type == "footnote_ref" and bool(LETTER.search(token.content))


def segments(source: str) -> tuple[Segment, ...]:
    """Split a Markdown text.

    Parameters
    ----------
    source : str
        Markdown as it is stored; any line endings.

    Returns
    -------
    tuple of Segment
        In the order of the text; ranges do not overlap.

    Examples
    --------
    >>> [part.text for part in segments("# The river\\n\\nIt has *two*\\nsides.")]
    ['The river', 'It has *two* sides.']
    """
    return tuple(sorted(_Splitter(source).blocks(lines_of(source)), key=lambda part: part.start))


class _Splitter:
    """Walks over the blocks of one source; boxes are walked again from inside."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [line.start for line in lines_of(source)]

    def blocks(self, lines: Sequence[Line]) -> Iterator[Segment]:
        text = "\n".join(line.text.replace("\0", "\ufffd") for line in lines)
        tokens = parser().parse(text)
        reached: dict[int, int] = {}
        for index, token in enumerate(tokens):
            if token.map is None:
                continue
            before = [one.type for one in tokens[max(0, index - 2) : index]]
            if token.type == "inline" and before[-1] in ("th_open", "td_open"):
                yield from self._table_cell(token, lines, reached)
            elif token.type == "inline":
                yield from self._paragraph(token, before, lines)
            elif token.type == "html_block":
                yield from self._html(token, lines)
            elif token.type in ("fence", "colon_fence"):
                yield from self._fence(token, lines)

    def _segment(self, start: int, end: int, text: str, kind: Kind, joint: str = "\n") -> Segment:
        row = bisect_right(self.starts, start)
        return Segment(start=start, end=end, text=text, kind=kind, line=row, joint=joint)

    def _paragraph(self, token: Token, before: list[str], lines: Sequence[Line]) -> Iterator[Segment]:
        parts = token.content.split("\n")
        rows = range(token.map[0], token.map[0] + len(parts)) if token.map else range(0)
        if before[-2:] == ["blockquote_open", "paragraph_open"] and _ALERT.match(parts[0]):
            parts, rows = parts[1:], rows[1:]
        if not parts or _LABEL.match(token.content):
            return
        task = _TASK.match(parts[0]) if before[-2:] == ["list_item_open", "paragraph_open"] else None
        skip = task.end() if task else 0
        text = _unwrapped(parts, token)[skip:]
        if not has_words(text):
            return
        ends = [part.strip(" \t") for part in parts]
        start = lines[rows[0]].start + _column(lines[rows[0]], ends[0]) + skip
        end = lines[rows[-1]].start + _column(lines[rows[-1]], ends[-1]) + len(ends[-1])
        joint = "\n"
        if len(parts) > 1:
            second = lines[rows[1]]
            joint = lines[rows[0]].ending + self._prefix(second.start + _column(second, ends[1]))
        yield self._segment(start, end, text, _kind(before), joint)

    def _prefix(self, offset: int) -> str:
        begin = max(self.source.rfind("\n", 0, offset), self.source.rfind("\r", 0, offset)) + 1
        return self.source[begin:offset]

    def _table_cell(self, token: Token, lines: Sequence[Line], reached: dict[int, int]) -> Iterator[Segment]:
        if not token.content or not token.map:
            return
        line, row = lines[token.map[0]], token.map[0]
        raw = token.content.replace("|", "\\|")
        column = line.text.replace("\0", "\ufffd").find(raw, reached.get(row, 0))
        reached[row] = column + len(raw)
        if has_words(token.content):
            start = line.start + column
            yield self._segment(start, start + len(raw), token.content, Kind.TABLE_CELL)

    def _html(self, token: Token, lines: Sequence[Line]) -> Iterator[Segment]:
        inside = _inside(token, lines, first=0)
        html = "\n".join(line.text for line in inside)
        places = [line.start + column for line in inside for column in range(len(line.text) + 1)]
        for start, end, attribute in html_texts(html):
            text = re.sub(r"\s*\n\s*", " ", html[start:end])
            kind = Kind.ATTRIBUTE if attribute else Kind.HTML
            yield self._segment(places[start], places[end - 1] + 1, text, kind)

    def _fence(self, token: Token, lines: Sequence[Line]) -> Iterator[Segment]:
        directive = _DIRECTIVE.match(token.info.strip())
        if directive is None:
            if token.type == "colon_fence":
                yield from self.blocks(_inside(token, lines, first=1))
            elif token.info.strip().split(" ")[0] in ("python", "py"):
                yield from self._comments(token, lines)
            return
        name, title = directive.groups()
        if name in _NOT_PROSE or (token.type == "fence" and not _BOXES.fullmatch(name)) or not token.map:
            return
        if has_words(title):
            opening = lines[token.map[0]]
            start = opening.start + opening.text.rfind(title)
            yield self._segment(start, start + len(title), title, Kind.TITLE)
        inside = _inside(token, lines, first=1)
        while inside and re.match(r"\s*:[\w-]+:", inside[0].text):
            inside = inside[1:]
        yield from self.blocks(inside)

    def _comments(self, token: Token, lines: Sequence[Line]) -> Iterator[Segment]:
        inside = _inside(token, lines, first=1)
        for row, column, comment in _python_comments("\n".join(line.text for line in inside)):
            text = comment.lstrip("#").strip()
            if LETTER.search(text) and not _TOOL_COMMENT.match(comment):
                start = inside[row].start + column + comment.index(text)
                yield self._segment(start, start + len(text), text, Kind.COMMENT)


def _unwrapped(parts: Sequence[str], token: Token) -> str:
    """Join soft-wrapped lines by spaces and write every hard break as a backslash and a new line."""
    breaks = [bool(_HARD_BREAK.search(part)) for part in parts[:-1]]
    hard = sum(child.type == "hardbreak" for child in _with_images(token.children or []))
    if sum(breaks) != hard:  # a backslash or blanks at the end of a line inside code: keep the lines as they are
        return "\n".join(part.strip(" \t") for part in parts)
    text = ""
    for part, is_hard in zip(parts, [*breaks, False], strict=True):
        text += _HARD_BREAK.sub("", part).strip(" \t") + "\\\n" if is_hard else part.strip(" \t") + " "
    return text.strip(" \t")


def _with_images(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _with_images(token.children or [])


def _column(line: Line, content: str) -> int:
    """Where the content of a line begins: it is the last thing on its line but for closing signs."""
    column = line.text.replace("\0", "\ufffd").rfind(content)
    if column < 0:
        raise ValueError(f"the line {line.text!r} does not hold {content!r}")
    return column


def _inside(token: Token, lines: Sequence[Line], *, first: int) -> list[Line]:
    """Give the lines of a block without the prefix of the quote or list that it stands in."""
    found = []
    begin = (token.map[0] if token.map else 0) + first
    for row, content in enumerate(token.content.removesuffix("\n").split("\n") if token.content else []):
        line = lines[begin + row]
        bare = content.lstrip(" \t")
        column = line.text.replace("\0", "\ufffd").rfind(bare) if bare else len(line.text)
        indent = content[: len(content) - len(bare)]
        if indent and line.text[:column].endswith(indent):
            column -= len(indent)
        found.append(Line(start=line.start + column, text=line.text[column:], ending=line.ending))
    return found


def _python_comments(code: str) -> list[tuple[int, int, str]]:
    """Comments of Python code as row (from 0), column and text; what cannot be read is left alone."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code + "\n").readline):
            if token.type == tokenize.COMMENT:
                found.append((token.start[0] - 1, token.start[1], token.string))
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def _kind(before: Sequence[str]) -> Kind:
    if before[-1] == "heading_open":
        return Kind.HEADING
    return Kind.LIST_ITEM if "list_item_open" in before else Kind.PARAGRAPH
