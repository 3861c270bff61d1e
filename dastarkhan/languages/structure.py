"""What must be the same in every language: blocks, emphasis, links, code, mathematics, tags, placeholders."""

import re
from collections import Counter
from collections.abc import Sequence

from markdown_it.token import Token

from dastarkhan.languages.html_text import SHOWN_ATTRIBUTE
from dastarkhan.languages.markdown import parser

_EXACT = frozenset({"code_inline", "math_inline", "math_inline_double", "math_block", "amsmath"})
_COUNTED = frozenset({"em_open", "strong_open", "hardbreak", "image", "link_open", "footnote_ref"})
PLACEHOLDER = re.compile(r"\{\w*(?:[.!:\[][^{}]*)?\}|%\(\w+\)[-#0 +]*\d*(?:\.\d+)?[sdfr]")
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]|(?<=\])\[[^\]\n]+\]")  # a note, or a link whose address stands elsewhere
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def blocks(text: str) -> list[tuple[str, str, int]]:
    """Type, tag and depth of every block token, in order.

    Examples
    --------
    >>> blocks("# A")
    [('heading_open', 'h1', 0), ('inline', '', 1), ('heading_close', 'h1', 0)]
    """
    return [(token.type, token.tag, token.level) for token in parser().parse(text)]


def marks(text: str) -> Counter[str]:
    """Count the inline marks of a Markdown text; their order is the translator's.

    Examples
    --------
    >>> sorted(marks("*Open* `gate` [here](a.md)"))
    ['code_inline gate', 'em_open', 'link_open a.md']
    """
    found: Counter[str] = Counter(_REFERENCE.findall(text))
    for token in parser().parse(text):
        _count(token.children or [], found)
        if token.type in _EXACT:
            found[f"{token.type} {token.content}"] += 1
    return found


def _count(tokens: Sequence[Token], found: Counter[str]) -> None:
    for token in tokens:
        if token.type in _EXACT:
            found[f"{token.type} {token.content}"] += 1
        elif token.type == "html_inline":
            found[_silent(token.content)] += 1
        elif token.type in _COUNTED:
            target = token.attrs.get("href", token.attrs.get("src", token.meta.get("label", "")))
            found[f"{token.type} {target}".strip()] += 1
        _count(token.children or [], found)


def tags(html: str) -> Counter[str]:
    """Count the tags of a piece of HTML; the words inside shown attributes do not matter.

    Examples
    --------
    >>> tags('<b title="x">a</b>') == tags('<b title="y">b</b>')
    True
    """
    return Counter(_silent(tag) for tag in _TAG.findall(html))


def _silent(tag: str) -> str:
    return SHOWN_ATTRIBUTE.sub(lambda shown: shown.group().split("=")[0], tag)


def placeholders(text: str) -> Counter[str]:
    """Count ``{braces}`` and ``%(names)s``.

    Examples
    --------
    >>> sorted(placeholders("{n} of {total:,.0f}"))
    ['{n}', '{total:,.0f}']
    """
    return Counter(PLACEHOLDER.findall(text))
