"""The lessons that stand in ``modules/``, as the welcome page shows them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dastarkhan.languages import words

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson on the shelf, in the words of one language.

    Attributes
    ----------
    name:
        The notebook's name without its ending, such as ``"11_shared_river"``.
    number:
        What stands before the first underscore, such as ``"11"``.
    title, gives:
        The title, and what a person takes home from the lesson.
    minutes:
        How long it takes, or ``None`` when the notebook does not say.
    path:
        The notebook relative to the server's root, with forward slashes.
    language:
        The language in which it opens.
    """

    name: str
    number: str
    title: str
    gives: tuple[str, ...]
    minutes: int | None
    path: str
    language: str


def lessons(root: Path, language: str) -> tuple[Lesson, ...]:
    """Read the lessons under `root`, in the order of their numbers.

    Titles and gains come from the English source through the lesson's catalog. A lesson without a generated
    notebook in `language` opens in English.
    """
    found = sorted((root / "modules" / SOURCE_LANGUAGE).glob("[0-9]*_*.ipynb"))
    return tuple(_lesson(root, path, language) for path in found)


def first_heading(notebook: Mapping[str, Any]) -> tuple[str, str]:
    """Return the first level-one heading of a notebook and the id of its cell, or nothing twice.

    Examples
    --------
    >>> first_heading({"cells": [{"id": "river-title", "cell_type": "markdown", "source": "# The *shared* river"}]})
    ('The *shared* river', 'river-title')
    """
    for cell in notebook["cells"]:
        source = cell.get("source", "")
        text = source if isinstance(source, str) else "".join(source)
        heading = re.search(r"^#[ \t]+(.+?)[ \t#]*$", text, re.MULTILINE)
        if cell.get("cell_type") == "markdown" and heading:
            return heading[1], cell.get("id", "")
    return "", ""


def plain(heading: str) -> str:
    """Take the marks of emphasis and code off a heading.

    Examples
    --------
    >>> plain("The *shared* river")
    'The shared river'
    """
    return re.sub(r"[*_`]", "", heading)


def _lesson(root: Path, path: Path, language: str) -> Lesson:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    about = notebook.get("metadata", {}).get("dastarkhan", {})
    number = path.stem.partition("_")[0]
    catalog = words(language, f"lesson_{number}")
    heading, cell = first_heading(notebook)
    title = (
        catalog.marked(about["title"])
        if "title" in about
        else plain(catalog.c(cell, heading))
        if heading
        else path.stem
    )
    here = root / "modules" / language / path.name
    opened = here if here.exists() else path
    return Lesson(
        name=path.stem,
        number=number,
        title=title,
        gives=tuple(catalog.marked(gain) for gain in about.get("gives", ())),
        minutes=about.get("minutes"),
        path=opened.relative_to(root).as_posix(),
        language=opened.parent.name,
    )
