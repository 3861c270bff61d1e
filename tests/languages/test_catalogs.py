"""The catalogs that are committed and what is made from them: whole, sound, fresh, one lesson in every language."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from dastarkhan.language_command import made_texts
from dastarkhan.languages import LANGUAGES, Language, say
from dastarkhan.languages.building import spoken, stale
from dastarkhan.languages.counting import counts
from dastarkhan.languages.gate import check
from dastarkhan.languages.notebooks import cell_segments, wrapped
from dastarkhan.languages.paths import House, own_house
from dastarkhan.languages.structure import blocks
from dastarkhan.languages.waiting import waiting

HOUSE = own_house()
SPOKEN = spoken(HOUSE)
WHOLE = [LANGUAGES[code] for code in ("kk", "ky", "prs", "ru")]  # nothing of these may be left in English

each_spoken = pytest.mark.parametrize("language", SPOKEN, ids=lambda one: one.code)
each_whole = pytest.mark.parametrize("language", WHOLE, ids=lambda one: one.code)


def pairs(language: Language) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every lesson on disk in English and in a language."""
    for path in HOUSE.lessons():
        other = HOUSE.modules / language.code / path.name
        if other.exists():
            yield json.loads(path.read_text("utf-8")), json.loads(other.read_text("utf-8"))


def cells(language: Language) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for english, other in pairs(language):
        yield from zip(english["cells"], other["cells"], strict=True)


def inner(source: str, language: Language) -> str:
    """What stands between the marks that turn the direction."""
    before, _, after = wrapped("\0", language).partition("\0")
    return source.removeprefix(before).removesuffix(after)


@each_spoken
def test_the_gate_finds_nothing_to_mend(language: Language) -> None:
    found = [
        f"{fault.file}: {fault.entry}: {say(fault.error, 'en')}" for fault in check(HOUSE, language) if fault.grave
    ]
    assert found == []


@each_whole
def test_nothing_is_missing_and_nothing_is_fuzzy(language: Language) -> None:
    rows = [row for row in counts(HOUSE) if row.language == language.code]
    later = waiting(HOUSE, language)
    assert not later & {row.domain for row in rows if row.exists}, "a catalog stands, and the guide does not name it"
    rows = [row for row in rows if row.domain not in later]
    assert {row.domain for row in rows} >= {"kit", "lesson_11", "guide_11", "case_ayna"}
    assert {row.domain: row.texts - row.finished for row in rows if row.finished != row.texts} == {}
    assert {row.domain: row.fuzzy for row in rows if row.fuzzy} == {}


def test_a_tool_does_not_wait_for_its_guide(tmp_path: Path) -> None:
    guides = tmp_path / "facilitator_guides" / "en"
    guides.mkdir(parents=True)
    for name in ("12_other.md", "debrief.md"):
        (guides / name).write_text("---\nlanguage_versions: [en]\n---\n", encoding="utf-8")
    assert waiting(House(root=tmp_path), LANGUAGES["kk"]) == {"lesson_12", "guide_12", "guide_debrief"}


@each_spoken
def test_what_is_made_from_catalogs_is_fresh(language: Language) -> None:
    old = [HOUSE.relative(path) for path in stale(made_texts(HOUSE, [language]))]
    assert old == [], "run: dastarkhan languages build"


@each_whole
def test_every_lesson_and_guide_stands_on_the_disk(language: Language) -> None:
    later = waiting(HOUSE, language)
    lessons = [path for path in HOUSE.lessons() if f"lesson_{path.stem.partition('_')[0]}" not in later]
    guides = [path for path in HOUSE.guide_texts() if f"guide_{path.stem.partition('_')[0]}" not in later]
    wanted = [HOUSE.modules / language.code / path.name for path in lessons]
    wanted += [HOUSE.guides / language.code / path.name for path in guides]
    assert [HOUSE.relative(path) for path in wanted if not path.exists()] == []


def test_nothing_stands_there_that_has_no_english_source() -> None:
    known = {path.name for path in (*HOUSE.lessons(), *HOUSE.guide_texts())}
    strays = [
        path
        for folder, code in product((HOUSE.modules, HOUSE.guides), LANGUAGES)
        for path in (folder / code).glob("*.*")
        if path.name not in known and path.suffix in (".ipynb", ".md") and not (folder / "en" / path.name).exists()
    ]
    assert strays == []


@each_whole
def test_a_whole_language_marks_nothing_as_english(language: Language) -> None:
    found = list(cells(language))
    assert found
    assert [new["id"] for _, new in found if "untranslated" in new["metadata"]] == []
    assert [new["id"] for _, new in found if "(English)" in "".join(new["source"])] == []


@each_spoken
def test_cells_have_the_same_ids_and_code_and_no_outputs(language: Language) -> None:
    for english, new in cells(language):
        assert (new["id"], new["cell_type"]) == (english["id"], english["cell_type"])
        if english["cell_type"] == "code":
            old, own = ("".join(cell["source"]).split("\n") for cell in (english, new))
            assert own[1:] == old[1:], new["id"]
            assert own[0] == old[0] or (cell_segments(english) and own[0].startswith("#")), new["id"]
            assert (new["outputs"], new["execution_count"]) == ([], None)


@each_spoken
def test_a_notebook_says_its_language_and_where_it_comes_from(language: Language) -> None:
    there = [path for path in HOUSE.lessons() if (HOUSE.modules / language.code / path.name).exists()]
    for (english, other), path in zip(pairs(language), there, strict=True):
        assert other["metadata"] == {
            **english["metadata"],
            "language": language.code,
            "generated_from": HOUSE.relative(path),
        }


@each_spoken
def test_text_keeps_its_blocks_and_turns_with_its_language(language: Language) -> None:
    for english, new in cells(language):
        if english["cell_type"] == "markdown" and cell_segments(english):
            old, own = "".join(english["source"]), "".join(new["source"])
            turned = own.startswith('<div dir="rtl" lang="fa-AF">\n\n') and own.endswith("\n\n</div>")
            assert turned is (language.direction == "rtl"), new["id"]
            if "untranslated" not in new["metadata"]:
                assert blocks(inner(own, language)) == blocks(old), new["id"]


@each_spoken
def test_a_guide_keeps_what_programs_read(language: Language) -> None:
    for path in HOUSE.guide_texts():
        other = HOUSE.guides / language.code / path.name
        if other.exists():
            english, new = (_front(one.read_text("utf-8")) for one in (path, other))
            assert _data(new, english) == _data(english, english)


def _front(text: str) -> yaml.Node:
    found = re.match(r"(?s)---\n(.*?\n)---\n", text)
    assert found
    return yaml.compose(found[1], Loader=yaml.SafeLoader)


def _data(node: yaml.Node, english: yaml.Node) -> object:
    """The front matter with a mark in place of each text that people read."""
    if isinstance(node, yaml.MappingNode):
        return {
            key.value: _data(value, other)
            for (key, value), (_, other) in zip(node.value, english.value, strict=True)
        }  # fmt: skip
    if isinstance(node, yaml.SequenceNode):
        return [_data(value, other) for value, other in zip(node.value, english.value, strict=True)]
    return "text" if english.style in ('"', ">", "|") else node.value
