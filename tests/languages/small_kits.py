"""A kit small enough to see through, and catalogs written by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import polib

from dastarkhan.languages.paths import House
from dastarkhan.languages.po_files import forced_header
from dastarkhan.languages.registry import LANGUAGES

Writer = Callable[[str, str, list[polib.POEntry]], Path]

GUIDE = """---
id: guide_11
title: "The shared river"
duration_min: 90
steps:
  - min: 10
    say: "Who drinks \\"first\\"?"
    do: >
      Show the map
      and wait.
    notebook_cell: river-meet
---

# Before you begin

Print the *cards*.
"""

CASE = """
schema = 1
id = "small"
[seats.farms]
required = true
[text]
"title" = "The small river"
"seats.farms.brief" = "You have fields."
"""


def cell(kind: str, name: str, source: str, **metadata: object) -> dict[str, object]:
    """One cell of a notebook as it is stored."""
    made: dict[str, object] = {"cell_type": kind, "id": name, "metadata": metadata}
    if kind == "code":
        made |= {"execution_count": 3, "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}]}
    return {**made, "source": source.splitlines(keepends=True)}


def notebook(*cells: dict[str, object]) -> str:
    """A notebook with these cells."""
    metadata = {"dastarkhan": {"title": "The shared river", "gives": ["You divide a dry year."]}}
    return json.dumps({"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


LESSON = notebook(
    cell("code", "river-start", "# ▶ Begin here\nL = lesson('11_small')\n# not for translators\nL.meet()"),
    cell("markdown", "river-meet", "# Meet the river\n\nIt has two\nsides.\n\n- one\n- two"),
    cell("markdown", "river-kept", "Kept as it is", tags=["no-translate"]),
    cell("code", "river-plain", "L.act()"),
    cell("markdown", "river-end", "One more look: $x$"),
)


def make_house(root: Path) -> House:
    """Write the small kit into a folder."""
    house = House(root=root)
    files = {
        "modules/en/11_small.ipynb": LESSON,
        "facilitator_guides/en/11_small.md": GUIDE,
        "simulations/cases/small.toml": CASE,
        "dastarkhan/lessons/small/act.py": '_("Open the gate")\n',
        "dastarkhan/lessons/shared.py": '_("Show a hint")\n_.n("{n} month", "{n} months", 2)\n',
        "dastarkhan/jupyter/templates/welcome.html": '<p>{{ _("Welcome") }}</p>',
        "dastarkhan/languages/messages.py": 'MESSAGES: dict[str, str] = {"a.b": "There is no {x}."}\n',
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return house


def writer(folder: Path) -> Writer:
    """Give a function that writes catalogs into a folder."""

    def write(lang: str, domain: str, entries: list[polib.POEntry]) -> Path:
        made = polib.POFile(wrapwidth=0)
        made.metadata = forced_header(LANGUAGES[lang])
        made.extend(entries)
        path = folder / lang / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        made.save(str(path))
        return path

    return write
