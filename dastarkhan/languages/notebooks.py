"""Notebooks and guides: their texts, and the same file in another language.

Code is the same in every language but for line 1 of a cell, which is one comment. Entries carry the cell's id as
context, not a number of the block, so that a new paragraph moves no other. What the notebook says about itself
(``metadata.dastarkhan``: ``title`` and ``gives``) is extracted without context; the welcome page looks it up.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dastarkhan.languages.entries import Entry
from dastarkhan.languages.html_text import LETTER
from dastarkhan.languages.lookup import Words
from dastarkhan.languages.made_ranges import made_places
from dastarkhan.languages.markdown import segments
from dastarkhan.languages.registry import Language
from dastarkhan.languages.segments import Kind, Segment, splice
from simulations.errors import KitError

Translations = Mapping[tuple[str, str], str]
"""(context, English text) -> finished translation."""

_FIRST_COMMENT = re.compile(r"#\s*(\S[^\n]*?)[ \t]*(?:\n|$)")
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_SIGNS = re.compile(r"^[^\w\"“«(\[]+")
KEPT_TAG = "no-translate"


def cell_segments(cell: Mapping[str, Any]) -> tuple[Segment, ...]:
    """Split one cell: the blocks of Markdown, or the comment on line 1 of code."""
    source = "".join(cell["source"])
    if KEPT_TAG in cell.get("metadata", {}).get("tags", ()):
        return ()
    if cell["cell_type"] == "markdown":
        return segments(source)
    comment = _FIRST_COMMENT.match(source) if cell["cell_type"] == "code" else None
    if comment is None or not LETTER.search(comment.group(1)):
        return ()
    start = comment.start(1) + (signs.end() if (signs := _SIGNS.match(comment.group(1))) else 0)
    text = source[start : comment.end(1)]
    return (Segment(start=start, end=comment.end(1), text=text, kind=Kind.COMMENT, line=1),)


def notebook_entries(text: str, file: str) -> Iterator[Entry]:
    """Texts of a notebook.

    Raises
    ------
    KitError
        ``languages.cell_id`` when a cell has no id or shares it: progress and translations hang on it.
    """
    known: set[str] = set()
    notebook = json.loads(text)
    about = notebook["metadata"].get("dastarkhan", {})
    for sentence in (about.get("title", ""), *about.get("gives", ())):
        if sentence:
            yield Entry(text=sentence, file=file, note="on the welcome page")
    for number, cell in enumerate(notebook["cells"], start=1):
        name = cell.get("id", "")
        if not name or name in known:
            raise KitError("languages.cell_id", file=file, cell=number, id=name)
        known.add(name)
        for part in cell_segments(cell):
            yield Entry(text=part.text, context=name, file=file, note=part.kind.value)


def translated_notebook(text: str, language: Language, found: Translations, kit: Words, file: str) -> str:
    """Write a notebook in another language: same cells, ids and code, no outputs.

    Parameters
    ----------
    text : str
        The English notebook as stored.
    found : mapping
        Finished translations.
    kit : Words
        Says in the target language that something is not translated yet.
    file : str
        Where the English notebook stands; the new one names it.
    """
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        _translate_cell(cell, language, found, kit)
    notebook["metadata"] = {**notebook["metadata"], "language": language.code, "generated_from": file}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _translate_cell(cell: dict[str, Any], language: Language, found: Translations, kit: Words) -> None:
    parts, source = cell_segments(cell), "".join(cell["source"])
    lost = [part for part in parts if (cell["id"], part.text) not in found]
    new = splice(source, parts, lambda part: found.get((cell["id"], part.text)))
    if cell["cell_type"] == "markdown":
        new = wrapped(_note(len(lost), kit) + new, language) if parts else new
    elif cell["cell_type"] == "code":
        cell["outputs"], cell["execution_count"] = [], None
        if lost:  # line 1 is a comment, so English can be named there without harm
            new = f"{new[: parts[0].start]}(English) {new[parts[0].start :]}"
    if lost:
        cell["metadata"] = {**cell["metadata"], "untranslated": len(lost)}
    cell["source"] = new.splitlines(keepends=True) if isinstance(cell["source"], list) else new


def _note(lost: int, kit: Words) -> str:
    """Give the sign of an unfinished part, as a quote above it."""
    _ = kit
    if not lost:
        return ""
    told = _.n("{n} text here is still in English.", "{n} texts here are still in English.", lost)
    return f"> *{told}*\n\n"


def wrapped(markdown: str, language: Language) -> str:
    """Set Markdown from right to left where the language needs it; JupyterLab knows no other way.

    Examples
    --------
    >>> from dastarkhan.languages.registry import LANGUAGES
    >>> wrapped("# متن", LANGUAGES["prs"]).split("\\n")[0]
    '<div dir="rtl" lang="fa-AF">'
    """
    if language.direction == "ltr":
        return markdown
    return f'<div dir="{language.direction}" lang="{language.html}">\n\n{markdown}\n\n</div>'


def guide_segments(text: str) -> tuple[Segment, ...]:
    """Split a guide: values in double quotes in its front matter, then its body.

    In the front matter a value in double quotes (or a folded block) is a text for people; all other values are data.
    What stands in a made range of the body is made from the front matter, and no text of its own.
    """
    made = made_places(text)
    parts = _guide_segments(text)
    return tuple(part for part in parts if not any(begin <= part.start < end for begin, end in made))


def _guide_segments(text: str) -> tuple[Segment, ...]:
    front = _FRONT.match(text)
    if front is None:
        return segments(text)
    begin, lines = front.end(), text[: front.end()].count("\n")
    body = [
        replace(part, start=part.start + begin, end=part.end + begin, line=part.line + lines)
        for part in segments(text[begin:])
    ]
    return (*_front_values(front.group(1), front.start(1)), *body)


def _front_values(front: str, begin: int) -> Iterator[Segment]:
    import yaml  # type: ignore[import-untyped, unused-ignore]

    def walk(node: Any, path: str) -> Iterator[Segment]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from walk(value, f"{path}.{key.value}" if path else str(key.value))
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from walk(value, path)
        elif node.style in ('"', ">", "|") and LETTER.search(node.value):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style != '"':  # a block ends where the next key begins; its last line break stays
                end -= len(front[start:end]) - len(front[start:end].rstrip())
            yield Segment(
                start=begin + start, end=begin + end, text=node.value.strip(),
                kind=Kind.VALUE, line=node.start_mark.line + 2, path=path,
            )  # fmt: skip

    root = yaml.compose(front, Loader=yaml.SafeLoader)
    yield from walk(root, "") if root is not None else ()


def guide_entries(text: str, file: str) -> Iterator[Entry]:
    """Texts of a guide; a value of the front matter has its key path as context."""
    for part in guide_segments(text):
        yield Entry(text=part.text, context=part.path, file=file, note=part.kind.value)


def translated_guide(text: str, language: Language, found: Translations, kit: Words) -> str:
    """Write a guide in another language, with a note on top when something is missing."""
    parts = guide_segments(text)
    lost = sum((part.path, part.text) not in found for part in parts)
    look_up: Callable[[Segment], str | None] = lambda part: found.get((part.path, part.text))  # noqa: E731
    new = splice(text, parts, look_up)
    front = _FRONT.match(new)
    begin = front.end() if front else 0
    return new[:begin] + wrapped(_note(lost, kit) + new[begin:].strip("\n"), language) + "\n"
