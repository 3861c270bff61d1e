"""``dastarkhan check`` on a guide: the real one is sound, and each seeded fault is named with its key and line."""

import json
import re
from pathlib import Path

import pytest
import seeds
from spoiled import GUIDE, TEXT, Seed, line_of, spoiled, written

from dastarkhan.cli import main
from dastarkhan.guides import Guide, plan_names, read_guide
from dastarkhan.guides.checking import check, faults
from dastarkhan.guides.made import remade
from dastarkhan.guides.reading import find_guide, parse
from dastarkhan.languages import say, words
from dastarkhan.languages.messages import MESSAGES
from dastarkhan.languages.paths import own_house
from simulations.errors import KitError

SEEDS = [*seeds.FIELDS, *seeds.VARIATIONS, *seeds.PLANS, *seeds.CONTENT, *seeds.LESSON, *seeds.RANGES, *seeds.REHEARSAL]


def named(found: tuple[KitError, ...]) -> list[tuple[str, object, object]]:
    return [(fault.code, fault.params["key"], fault.params["line"]) for fault in found]


def read(text: str) -> Guide:
    guide = parse(text, "11.md").guide
    assert guide is not None
    return guide


def test_the_real_guide_is_sound() -> None:
    checked = check(GUIDE)
    assert named(checked.faults) == []
    assert [(one.code, one.params["key"]) for one in checked.warnings] == [("guide.demanding", "complexity")]


@pytest.mark.parametrize("path", own_house().guide_texts(), ids=lambda path: path.stem)
def test_every_guide_of_the_kit_is_sound(path: Path) -> None:
    assert named(check(path).faults) == []


def test_the_guide_of_a_tool_is_found_by_its_name_and_checked_against_its_page(tmp_path: Path) -> None:
    guide = find_guide("debrief")
    assert guide.name == "debrief.md"
    text = guide.read_text(encoding="utf-8").replace("notebook_cell: debrief-dots", "notebook_cell: debrief-dot", 1)
    text = re.sub(r"language_versions: .*", "language_versions: [en]", text)
    path = tmp_path / "en" / guide.name
    path.parent.mkdir()
    path.write_text(remade(text, read(text), words("en")), encoding="utf-8", newline="\n")
    assert ("guide.unknown_name", "steps[5].notebook_cell") in [one[:2] for one in named(faults(path))]
    other = path.rename(path.with_name("debriefs.md"))
    assert {fault.code for fault in faults(other)} == {"guide.other_id", "guide.no_lesson"}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.code}-{seed.key}")
def test_a_seeded_fault_is_named(seed: Seed, tmp_path: Path) -> None:
    text = spoiled(seed)
    found = faults(written(tmp_path, text))
    wanted = (seed.code, seed.key, line_of(text, seed.at) if seed.at else text.count("\n"))
    assert wanted in named(found)
    assert {fault.code for fault in found if named((fault,)) != [wanted]} == seed.also
    for fault in found:
        assert not say(fault, "en").startswith("guide.")
        assert fault.params["file"] == str(tmp_path / "en" / GUIDE.name)


@pytest.mark.parametrize("stage", ["feel", "happened", "learned", "transfer"])
def test_each_part_of_the_debrief_must_be_there(stage: str, tmp_path: Path) -> None:
    text = re.sub(rf"  - {{stage: {stage},.*\n", "", TEXT)
    found = faults(written(tmp_path, remade(text, read(text), words("en"))))
    assert named(found) == [("guide.no_stage", "debrief", line_of(text, "debrief:"))]
    assert found[0].params["value"] == stage


def test_both_trainers_must_speak(tmp_path: Path) -> None:
    text = TEXT.replace("    who: B\n", "    who: A\n")
    found = faults(written(tmp_path, remade(text, read(text), words("en"))))
    assert {fault.code for fault in found} == {"guide.one_voice"}
    assert len(found) == len(plan_names(read(text)))
    assert found[0].params["key"] == "time_variants.45.steps"
    assert found[0].params["value"] == "B"


def test_three_outcomes_and_three_choices(tmp_path: Path) -> None:
    two = re.sub(r'  - text: "Write one clause(.*\n){4}', "", TEXT)
    found = faults(written(tmp_path, remade(two, read(two), words("en"))))
    assert named(found) == [("guide.other_count", "outcomes", line_of(two, "outcomes:"))]
    two = re.sub(r"        - id: answer_myself\n(.*\n){5}", "", TEXT)
    found = faults(written(tmp_path, two))
    line = line_of(two, "- id: nobody_answers") + 4
    assert named(found) == [("guide.other_count", "rehearsal.moments[1].choices", line)]


def test_a_range_that_is_not_closed(tmp_path: Path) -> None:
    place = TEXT.index("<!-- /made -->", TEXT.index("<!-- made: tips -->"))
    text = TEXT[:place] + TEXT[place + len("<!-- /made -->") :]
    assert named(faults(written(tmp_path, text))) == [
        ("guide.open_range", "made: tips", line_of(text, "<!-- made: tips -->"))
    ]


def test_a_guide_needs_its_lesson(tmp_path: Path) -> None:
    path = tmp_path / "en" / "12_other.md"
    path.parent.mkdir()
    alone = re.sub(r"language_versions: .*", "language_versions: [en]", TEXT.replace("id: guide_11", "id: guide_12", 1))
    bare = re.sub(r"\n +picture: .*", "", alone)
    path.write_text(remade(bare, read(bare), words("en")), encoding="utf-8")
    assert named(faults(path)) == [("guide.no_lesson", "id", 2)]


def test_a_demanding_session_is_a_warning(tmp_path: Path) -> None:
    text = TEXT.replace("emotional_load: 2", "emotional_load: 3").replace("complexity: 3", "complexity: 2")
    checked = check(written(tmp_path, text))
    assert checked.faults == ()
    assert named(checked.warnings) == [("guide.demanding", "emotional_load", line_of(text, "emotional_load: 3"))]
    assert "two trainers" in say(checked.warnings[0], "en")


def test_long_sentences_of_a_translation_are_a_warning(tmp_path: Path) -> None:
    seed = next(one for one in seeds.CONTENT if one.key == "steps[1].say")
    text = spoiled(seed)
    text = remade(text, read(text), words("ky"))
    checked = check(written(tmp_path, text, "ky"))
    assert checked.faults == ()
    assert ("guide.long_sentence", "steps[1].say") in {(one.code, one.params["key"]) for one in checked.warnings}


def test_the_command_names_file_line_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, spoiled(next(one for one in seeds.PLANS if "map: 7" in one.new)))
    assert main(["check", str(path)]) == 2
    told = capsys.readouterr()
    line = line_of(path.read_text(encoding="utf-8"), "map: 7")
    assert told.err.splitlines() == [
        f"{path}, line {line}: “time_variants.interpreted.90.steps”: the minutes add up to 91. The slot has 90.",
        "1 fault found.",
    ]
    assert main(["check", str(path), "--json"]) == 2
    plain = json.loads(capsys.readouterr().out)
    assert plain["sound"] is False
    assert plain["faults"][0]["line"] == line
    assert [one["code"] for one in plain["warnings"]] == ["guide.demanding"]


def test_the_command_on_the_real_guide(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GUIDE)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "The guide “The shared river” is sound."


@pytest.mark.parametrize("option", ["--outcomes", "--picture=x.png"])
def test_a_guide_has_no_picture(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GUIDE), option]) == 2
    assert "cases only" in capsys.readouterr().err


def test_a_guide_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "11_none.md"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "guide.unreadable"
    with pytest.raises(KitError, match=r"guide\.not_found.*'00, .*11, debrief'"):
        read_guide("12")


def test_every_code_of_the_guides_has_a_test() -> None:
    met = {seed.code for seed in SEEDS}
    here = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    met |= set(re.findall(r"guide\.\w+", here.replace("\\", "")))
    assert {code for code in MESSAGES if code.startswith("guide.")} - met == set()
