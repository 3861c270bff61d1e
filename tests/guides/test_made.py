"""Made ranges: written by the kit in every language, seen by no translator, mended by the build."""

import argparse
import contextlib
import io
import re
from pathlib import Path

import pytest
from pseudo import make_pseudo, untranslated
from spoiled import GUIDE, TEXT

from dastarkhan import language_command
from dastarkhan.guides import Guide, plan, plan_names, read_guide
from dastarkhan.guides.building import english_texts, refreshed, texts
from dastarkhan.guides.checking import check
from dastarkhan.guides.made import RANGES, remade
from dastarkhan.languages import LANGUAGES, words
from dastarkhan.languages.made_ranges import MADE
from dastarkhan.languages.notebooks import guide_segments
from dastarkhan.languages.paths import House, own_house
from simulations.errors import KitError


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide("11")


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A kit with nothing but the guide of the shared river."""
    house = House(root=tmp_path)
    (house.guides / "en").mkdir(parents=True)
    (house.guides / "en" / GUIDE.name).write_bytes(TEXT.encode())
    (house.locales / "templates").mkdir(parents=True)
    return house


def languages(house: House, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    language_command.add_parser(parser.add_subparsers())
    return language_command.run(parser.parse_args(["languages", *arguments]), house)


def test_making_again_changes_nothing(guide: Guide) -> None:
    assert {found["name"] for found in MADE.finditer(TEXT)} == set(RANGES)
    assert remade(TEXT, guide, words("en")) == TEXT


def test_no_translator_sees_a_made_range() -> None:
    parts = guide_segments(TEXT)
    places = [found.span() for found in MADE.finditer(TEXT)]
    assert places
    assert not [part.text for part in parts for begin, end in places if begin <= part.start < end]
    sentences = [part.text for part in parts if len(part.text) > 20]
    assert len(sentences) == len(set(sentences)) > 300, "a sentence stands twice and would be translated twice"


def test_a_name_that_nothing_is_made_for(guide: Guide) -> None:
    with pytest.raises(KitError, match=r"guide\.unknown_range"):
        remade("<!-- made: songs --><!-- /made -->", guide, words("en"))


def test_every_sentence_of_a_range_comes_from_the_front_matter(guide: Guide) -> None:
    first = guide.steps[0]
    made = RANGES["steps"](guide, words("en"))
    assert made.startswith(
        f"### {first.title}\n\n**Minute 0 to 4 · Trainer A · cell `river-title`**\n\n> Trainer A: “{first.say}”\n\n"
    )
    assert RANGES["plans"](guide, words("en")).endswith("| Together | | 90 | 60 | 45 | 90 | 126 |")
    cards = RANGES["common_problems"](guide, words("en"))
    assert all(f"> “{card.say}”" in cards for card in guide.common_problems)


def test_build_mends_a_range_and_check_tells_it(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    path = house.guides / "en" / GUIDE.name
    assert languages(house, "build", "--check") == 0
    path.write_text(TEXT.replace("### A dry year\n", "### A wet year\n"), encoding="utf-8", newline="\n")
    assert languages(house, "build", "--check") == 2
    assert f"facilitator_guides/en/{GUIDE.name}" in capsys.readouterr().out
    assert languages(house, "build") == 0
    assert path.read_bytes().decode() == TEXT
    assert languages(house, "build", "--check") == 0


def test_a_guide_whose_fields_cannot_be_read_is_not_built(house: House) -> None:
    path = house.guides / "en" / GUIDE.name
    path.write_text(TEXT.replace("    who: A\n", "    who: X\n", 1), encoding="utf-8")
    with pytest.raises(KitError, match=r"guide\.bad_choice"):
        list(english_texts(house))


def test_an_empty_catalog_changes_only_kit_words(house: House) -> None:
    languages(house, "extract")
    languages(house, "update", "ky")
    ((path, made),) = texts(house, LANGUAGES["ky"])
    assert path == house.guides / "ky" / GUIDE.name
    assert refreshed(made.replace("\n> *", "\n", 1), path.name, words("en")).count("\n## ") == TEXT.count("\n## ")
    front = TEXT.split("\n---\n")[0]
    assert made.startswith(front)


def test_line_endings_stay(guide: Guide) -> None:
    text = "A\r\n<!-- made: tips -->\r\nold\r\n<!-- /made -->\r\nB\r\n"
    made = remade(text, guide, words("en"))
    assert made.startswith("A\r\n<!-- made: tips -->")
    assert made.endswith("<!-- /made -->\r\nB\r\n")
    assert "\n".join(f"- {tip}" for tip in guide.tips) in made


@pytest.mark.parametrize("name", ["90", "60", "45", "interpreted-90", "interpreted-126"])
def test_plans_run_without_gaps(guide: Guide, name: str) -> None:
    laid = plan(guide, name)
    assert laid.steps[0].start == 0
    assert all(one.end == after.start for one, after in zip(laid.steps, laid.steps[1:], strict=False))
    assert laid.total_min == laid.slot_min == int(re.sub(r"\D", "", name))
    assert laid.debrief_min * 3 >= laid.slot_min
    assert {one.step.id for one in laid.steps} | {step.id for step in laid.left_out} == {s.id for s in guide.steps}
    assert laid.interpreted == name.startswith("interpreted")


def test_names_of_plans(guide: Guide) -> None:
    assert plan_names(guide) == ("90", "60", "45", "interpreted-90", "interpreted-126")
    with pytest.raises(KitError, match=r"guide\.unknown_plan"):
        plan(guide, "75")


def test_the_kits_own_guides_are_fresh() -> None:
    house = own_house()
    assert house.guide_texts()
    assert [path.name for path, text in english_texts(house) if path.read_bytes().decode("utf-8") != text] == []


@pytest.mark.parametrize("lang", ["prs", "kk"])
def test_a_guide_in_another_language_has_no_english_left(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pseudo(tmp_path, lang)
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path))
    for target, made in texts(own_house(), LANGUAGES[lang], tmp_path):
        _has_no_english_left(made, tmp_path / "guides" / lang / target.name)


def _has_no_english_left(made: str, path: Path) -> None:
    body = made.split("\n---\n", 1)[1]
    assert {found["name"] for found in MADE.finditer(body)} == set(RANGES)
    shown = re.sub(r"(?s)`[^`]*`|<!--.*?-->|<[^>]*>|\]\([^)]*\)", " ", body)
    shown = re.sub(r"(?m)^(\| .*?\|) [AB] \|", r"\1", shown)  # the trainers are A and B everywhere
    shown = re.sub(r"(?m)^   - [a-c]: |^   \*[a-c]\.\*", " ", shown)
    assert untranslated(shown, allow=["A", "B"]) == []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made, encoding="utf-8", newline="\n")
    checked = check(path)
    assert [str(fault) for fault in checked.faults] == []
    assert {warning.code for warning in checked.warnings} <= {"guide.demanding", "guide.long_sentence"}


def test_the_page_about_guides_knows_every_range_and_plan() -> None:
    page = (own_house().root / "docs" / "guides.md").read_text(encoding="utf-8")
    assert [name for name in RANGES if f"`{name}`" not in page] == []
    assert all(name in page for name in plan_names(read_guide("11")))
    block = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert block is not None
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(block.group(1), {})
    assert told.getvalue().splitlines()[0] == "0 4 A Welcome"
