"""The texts in a block of HTML: what stands between block tags, and attributes that people see or hear."""

import re
from collections.abc import Iterator

_BLOCK_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|pre|svg|textarea)\b.*?(?:</(?P=raw)>|\Z)|"
    r"</?(?:div|p|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|h[1-6]|summary|details|"
    r"section|article|aside|nav|main|header|footer|figure|figcaption|blockquote|form|fieldset|legend|label|option|"
    r"select|button|br|hr|img|iframe|video|audio|source|center|template)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
SHOWN_ATTRIBUTE = re.compile(r'\b(?:title|alt|aria-label|placeholder)="([^"]+)"')
_SILENT = re.compile(r"<code\b.*?</code>|<[^>]*>?|&#?\w+;", re.IGNORECASE | re.DOTALL)
LETTER = re.compile(r"[^\W\d_]")


def html_has_words(text: str) -> bool:
    """Whether a piece of HTML shows any letter, or says one in an attribute.

    Examples
    --------
    >>> html_has_words("<b>12</b>&nbsp;"), html_has_words('<img alt="map">')
    (False, True)
    """
    shown = _SILENT.sub(" ", text) + " ".join(SHOWN_ATTRIBUTE.findall(text))
    return bool(LETTER.search(shown))


def html_texts(html: str) -> Iterator[tuple[int, int, bool]]:
    """Ranges of the texts of a block: start, end, whether it is an attribute.

    Inline tags stay inside a text, so that a sentence is never cut.

    Examples
    --------
    >>> html = '<div title="Tip">Open <b>all</b> gates<p>Now</div>'
    >>> [html[start:end] for start, end, _ in html_texts(html)]
    ['Tip', 'Open <b>all</b> gates', 'Now']
    """
    last = 0
    for tag in [*_BLOCK_TAG.finditer(html), None]:
        between = html[last : tag.start() if tag else len(html)]
        text = between.strip()
        if text and html_has_words(text):
            start = last + between.index(text)
            yield start, start + len(text), False
        if tag is None:
            return
        if not tag.group().startswith("<!--") and not tag.group("raw"):
            for shown in SHOWN_ATTRIBUTE.finditer(tag.group()):
                if LETTER.search(shown.group(1)):
                    yield tag.start() + shown.start(1), tag.start() + shown.end(1), True
        last = tag.end()
