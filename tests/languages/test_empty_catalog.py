"""An empty catalog gives back the source, byte for byte: lessons, guides and Markdown, real and made."""

import json
import re
from pathlib import Path

import pytest
import yaml
from documents import DOCUMENT, GUIDE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_kits import cell, notebook

from dastarkhan.languages import LANGUAGES, words
from dastarkhan.languages.notebooks import cell_segments, guide_segments, translated_guide, translated_notebook
from dastarkhan.languages.paths import own_house
from dastarkhan.languages.segments import splice

HOUSE = own_house()
SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CODE = st.sampled_from(["# ▶ Begin here\nL.meet()", "#no space\nx = 1", "x = '# no comment'", "# 12 %\n", "#", ""])
KK = LANGUAGES["kk"]


def untouched(source: str) -> bool:
    return splice(source, guide_segments(source), lambda part: None) == source


@pytest.mark.parametrize("path", HOUSE.guide_texts(), ids=lambda path: path.stem)
def test_a_guide_of_the_kit(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert guide_segments(text)
    assert untouched(text)


@pytest.mark.parametrize("path", HOUSE.lessons(), ids=lambda path: path.stem)
def test_a_lesson_of_the_kit(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" == text  # writing it changes no byte
    for one in json.loads(text)["cells"]:
        source = "".join(one["source"])
        assert splice(source, cell_segments(one), lambda part: None) == source


@pytest.mark.parametrize(
    "path",
    [*sorted(HOUSE.root.glob("*.md")), *sorted((HOUSE.root / "docs").rglob("*.md"))],
    ids=lambda path: path.stem,
)
def test_any_page_of_the_kit(path: Path) -> None:
    assert untouched(path.read_bytes().decode("utf-8"))


@SLOW
@given(source=GUIDE, ending=st.sampled_from(["\n", "\r\n"]))
def test_a_made_guide(source: str, ending: str) -> None:
    source = source.replace("\n", ending)
    assert untouched(source)


@SLOW
@given(source=GUIDE)
def test_a_made_guide_keeps_its_data_when_it_is_written(source: str) -> None:
    """Each text written again as a translation would be: what people read and what programs read stays."""
    made = translated_guide(source, KK, {(one.path, one.text): one.text for one in guide_segments(source)}, words("kk"))
    before, after = (yaml.safe_load(re.split(r"(?m)^---$", text)[1]) for text in (source, made))
    assert stripped(after) == stripped(before)


def stripped(data: object) -> object:
    """Without the white space at the ends, which a folded block has and a quoted value has not."""
    if isinstance(data, dict):
        return {key: stripped(value) for key, value in data.items()}
    if isinstance(data, list):
        return [stripped(one) for one in data]
    return data.strip() if isinstance(data, str) else data


@SLOW
@given(texts=st.lists(DOCUMENT, min_size=1, max_size=4), codes=st.lists(CODE, min_size=1, max_size=4))
def test_a_made_lesson(texts: list[str], codes: list[str]) -> None:
    cells = [cell("markdown", f"text-{n}", text) for n, text in enumerate(texts)]
    cells += [cell("code", f"code-{n}", code) for n, code in enumerate(codes)]
    english = notebook(*cells)
    for one in cells:
        source = "".join(one["source"])  # type: ignore[arg-type]
        assert splice(source, cell_segments(one), lambda part: None) == source
    made = json.loads(translated_notebook(english, KK, {}, words("kk"), "modules/en/11.ipynb"))
    for before, after in zip(json.loads(english)["cells"], made["cells"], strict=True):
        own, new = "".join(before["source"]), "".join(after["source"])
        assert after["id"] == before["id"]
        if before["cell_type"] == "code":
            assert new.replace("(English) ", "", 1) == own
        else:
            assert new.endswith(own)  # below the note that says how much is still in English
