"""Lessons and guides in other languages: same cells, same code, nothing silently English."""

import json

import nbformat
import pytest
from small_kits import GUIDE, LESSON, cell, notebook

from dastarkhan.languages import LANGUAGES, words
from dastarkhan.languages.notebooks import (
    guide_entries,
    guide_segments,
    notebook_entries,
    translated_guide,
    translated_notebook,
)
from dastarkhan.languages.segments import splice
from simulations.errors import KitError

KK, PRS = LANGUAGES["kk"], LANGUAGES["prs"]
ALL = {(one.context, one.text): one.text.upper() for one in notebook_entries(LESSON, "11.ipynb")}


def sources(text: str) -> dict[str, str]:
    return {one["id"]: "".join(one["source"]) for one in json.loads(text)["cells"]}


def test_texts_of_a_lesson() -> None:
    assert [(one.context, one.text, one.note) for one in notebook_entries(LESSON, "11.ipynb")] == [
        ("", "The shared river", "on the welcome page"),
        ("", "You divide a dry year.", "on the welcome page"),
        ("river-start", "Begin here", "comment in code"),
        ("river-meet", "Meet the river", "heading"),
        ("river-meet", "It has two sides.", "paragraph"),
        ("river-meet", "one", "list item"),
        ("river-meet", "two", "list item"),
        ("river-end", "One more look: $x$", "paragraph"),
    ]


def test_a_finished_lesson() -> None:
    made = translated_notebook(LESSON, KK, ALL, words("kk"), "modules/en/11.ipynb")
    assert sources(made) == {
        "river-start": "# ▶ BEGIN HERE\nL = lesson('11_small')\n# not for translators\nL.meet()",
        "river-meet": "# MEET THE RIVER\n\nIT HAS TWO SIDES.\n\n- ONE\n- TWO",
        "river-kept": "Kept as it is",
        "river-plain": "L.act()",
        "river-end": "ONE MORE LOOK: $X$",
    }
    read = nbformat.reads(made, as_version=4)
    nbformat.validate(read)
    assert read.metadata["language"] == "kk"
    assert all(one.outputs == [] and one.execution_count is None for one in read.cells if one.cell_type == "code")
    assert not any("untranslated" in one.metadata for one in read.cells)


def test_what_is_missing_is_marked_in_the_cell() -> None:
    found = {key: text for key, text in ALL.items() if key[1] not in ("one", "Begin here")}
    made = json.loads(translated_notebook(LESSON, KK, found, words("en"), "modules/en/11.ipynb"))
    start, meet, *rest = made["cells"]
    assert "".join(start["source"]).startswith("# ▶ (English) Begin here\n")
    assert "".join(meet["source"]).startswith("> *1 text here is still in English.*\n\n# MEET THE RIVER\n")
    assert [one["metadata"].get("untranslated") for one in made["cells"]] == [1, 1, None, None, None]
    assert rest


def test_right_to_left_cells_are_wrapped() -> None:
    made = sources(translated_notebook(LESSON, PRS, ALL, words("prs"), "modules/en/11.ipynb"))
    assert made["river-end"] == '<div dir="rtl" lang="fa-AF">\n\nONE MORE LOOK: $X$\n\n</div>'
    assert made["river-start"].startswith("# ▶ BEGIN HERE\nL = ")


def test_an_empty_catalog_changes_no_code_and_no_prose() -> None:
    made = sources(translated_notebook(LESSON, KK, {}, words("kk"), "modules/en/11.ipynb"))
    for name, source in sources(LESSON).items():
        assert source.removeprefix("# ▶ ") in made[name].replace("(English) ", "")


@pytest.mark.parametrize("names", [("a", "a"), ("", "b")])
def test_cells_need_ids_of_their_own(names: tuple[str, str]) -> None:
    with pytest.raises(KitError) as caught:
        list(notebook_entries(notebook(*[cell("markdown", name, "x") for name in names]), "modules/en/11.ipynb"))
    assert caught.value.code == "languages.cell_id"
    assert caught.value.params["file"] == "modules/en/11.ipynb"


def test_texts_of_a_guide() -> None:
    assert [(one.context, one.text) for one in guide_entries(GUIDE, "11.md")] == [
        ("title", "The shared river"),
        ("steps.say", 'Who drinks "first"?'),
        ("steps.do", "Show the map and wait."),
        ("", "Before you begin"),
        ("", "Print the *cards*."),
    ]


def test_a_guide_keeps_everything_that_is_not_translated() -> None:
    assert splice(GUIDE, guide_segments(GUIDE), lambda part: None) == GUIDE
    found = {
        ("steps.say", 'Who drinks "first"?'): 'Ким "биринчи"?',
        ("steps.do", "Show the map and wait."): "Күт: бир.",
    }
    made = translated_guide(GUIDE, LANGUAGES["ky"], found, words("en"))
    assert '    say: "Ким \\"биринчи\\"?"\n    do: "Күт: бир."\n    notebook_cell: river-meet\n---\n' in made
    assert made.endswith("---\n> *3 texts here are still in English.*\n\n# Before you begin\n\nPrint the *cards*.\n")


def test_a_dari_guide_reads_from_right_to_left() -> None:
    found = {(one.context, one.text): "متن" for one in guide_entries(GUIDE, "11.md")}
    made = translated_guide(GUIDE, PRS, found, words("prs"))
    assert made.endswith('---\n<div dir="rtl" lang="fa-AF">\n\n# متن\n\nمتن\n\n</div>\n')
