"""Markdown as a tree of plain blocks, for pages that are set in another form than HTML, such as print."""

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from dastarkhan.languages.markdown import parser

Block = dict[str, Any]
"""One block or one run of letters: ``kind``, and what belongs to it; JSON-plain."""

_INLINE = {"strong": "strong", "em": "emphasis"}


def blocks(source: str) -> list[Block]:
    """Read Markdown into blocks.

    Parameters
    ----------
    source : str
        Markdown; mathematics and boxes are no part of guides and are left out, as are HTML blocks.

    Returns
    -------
    list of dict
        ``heading`` (``level``, ``inline``), ``paragraph`` (``inline``), ``list`` (``ordered``, ``items``: blocks of
        each), ``table`` (``head``, ``rows``: inline of each cell), ``quote`` (``blocks``), ``rule``, ``picture``
        (``path``, ``says``): one that stands alone. Inline runs:
        ``text``, ``code`` (``text``), ``strong``, ``emphasis`` (``inline``), ``link`` (``href``, ``inline``),
        ``break``.

    Examples
    --------
    >>> blocks("Two *banks*")
    [{'kind': 'paragraph', 'inline': [{'kind': 'text', 'text': 'Two '}, {'kind': 'emphasis', 'inline': [{'kind': 'text', 'text': 'banks'}]}]}]
    """  # noqa: E501
    return list(_blocks(SyntaxTreeNode(parser().parse(source)).children))


def page(source: str) -> str:
    """Write Markdown as HTML, for a page in the browser.

    Examples
    --------
    >>> page("Two *banks*")
    '<p>Two <em>banks</em></p>\\n'
    """
    return str(parser().render(source))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type == "heading":
            yield {"kind": "heading", "level": int(node.tag[1:]), "inline": _inline_of(node)}
        elif node.type == "paragraph" and (picture := _only_picture(node)):
            yield {"kind": "picture", "path": str(picture.attrs["src"]), "says": picture.content}
        elif node.type == "paragraph":
            yield {"kind": "paragraph", "inline": _inline_of(node)}
        elif node.type in ("bullet_list", "ordered_list"):
            items = [list(_blocks(item.children)) for item in node.children]
            yield {"kind": "list", "ordered": node.type == "ordered_list", "items": items}
        elif node.type == "blockquote":
            yield {"kind": "quote", "blocks": list(_blocks(node.children))}
        elif node.type == "table":
            yield _table(node)
        elif node.type == "hr":
            yield {"kind": "rule"}


def _only_picture(node: SyntaxTreeNode) -> SyntaxTreeNode | None:
    runs = node.children[0].children
    return runs[0] if len(runs) == 1 and runs[0].type == "image" else None


def _table(node: SyntaxTreeNode) -> Block:
    rows = [[_inline_of(cell) for cell in row.children] for part in node.children for row in part.children]
    return {"kind": "table", "head": rows[0], "rows": rows[1:]}


def _inline_of(node: SyntaxTreeNode) -> list[Block]:
    return [run for child in node.children if child.type == "inline" for run in _runs(child.children)]


def _runs(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type == "text" and node.content:
            yield {"kind": "text", "text": node.content}
        elif node.type == "softbreak":
            yield {"kind": "text", "text": " "}
        elif node.type == "hardbreak":
            yield {"kind": "break"}
        elif node.type == "code_inline":
            yield {"kind": "code", "text": node.content}
        elif node.type in _INLINE:
            yield {"kind": _INLINE[node.type], "inline": list(_runs(node.children))}
        elif node.type == "link":
            yield {"kind": "link", "href": str(node.attrs["href"]), "inline": list(_runs(node.children))}
