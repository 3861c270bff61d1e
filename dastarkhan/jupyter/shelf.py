"""The lessons that stand in ``modules/``, as the welcome page shows them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """

    name: str
    number: str
    title: str
    gives: tuple[str, ...]
    minutes: int | None
    path: str


def lessons(root: Path, language: str) -> tuple[Lesson, ...]:
    """Read the lessons under `root`, in the order of their numbers.

    Titles and gains come from the English source through the lesson's catalog. A lesson without a generated
    notebook in `language` opens in English.
    """
    found = sorted((root / "modules" / SOURCE_LANGUAGE).glob("[0-9]*_*.ipynb"))
    return tuple(_lesson(root, path, language) for path in found)


def first_heading(notebook: Mapping[str, object]) -> str:
    """Return the first level-one heading of a notebook as plain words, or nothing.

    Examples
    --------
    >>> first_heading({"cells": [{"cell_type": "markdown", "source": "# The *shared* river\\n\\nHello."}]})
    'The shared river'
    """
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else []:
        source = cell.get("source", "")
        text = source if isinstance(source, str) else "".join(source)
        heading = re.search(r"^#[ \t]+(.+?)[ \t#]*$", text, re.MULTILINE)
        if cell.get("cell_type") == "markdown" and heading:
            return re.sub(r"[*_`]", "", heading[1])
    return ""


def _lesson(root: Path, path: Path, language: str) -> Lesson:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    about = notebook.get("metadata", {}).get("dastarkhan", {})
    number = path.stem.partition("_")[0]
    _ = words(language, f"lesson_{number}")
    title = about.get("title") or first_heading(notebook) or path.stem
    here = root / "modules" / language / path.name
    opened = here if here.exists() else path
    return Lesson(
        name=path.stem,
        number=number,
        title=_.marked(title),
        gives=tuple(_.marked(gain) for gain in about.get("gives", ())),
        minutes=about.get("minutes"),
        path=opened.relative_to(root).as_posix(),
    )
