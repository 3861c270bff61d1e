"""The check of package cases: every fault is named, and what fits together passes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dastarkhan.cli import main
from simulations.errors import CaseError
from simulations.games import case_names, inspect_case, read_case
from simulations.games.lines import key_lines, line_of
from simulations.games.package_schema import MOST_SIDES, MOST_TERMS
from simulations.games.reading import CASES
from simulations.games.texts import text_keys
from simulations.games.writing import case_text
from simulations.table import Case
from simulations.table.plain import thaw
from tests.models.bad_packages import BAD_PACKAGES
from tests.models.made_packages import THREE, cases, made

FAIR = (CASES / "fair.toml").read_text(encoding="utf-8")


def faults_of(text: str, folder: Path) -> tuple[CaseError, ...]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return inspect_case(path).faults


@pytest.mark.parametrize("kind", BAD_PACKAGES)
def test_a_fault_is_named(kind: str, tmp_path: Path) -> None:
    old, new, code, key, value, allowed = BAD_PACKAGES[kind]
    assert old in FAIR, old
    text = FAIR.replace(old, new, 1)
    found = faults_of(text, tmp_path)
    fault = next((one for one in found if (one.code, one.params["key"]) == (code, key)), None)
    assert fault is not None, [str(one) for one in found]
    assert fault.params["file"] == "mine.toml"
    assert fault.params["value"] == value
    shown: Any = fault.params["allowed"]
    assert shown == allowed or allowed in shown
    assert fault.params["line"] == line_of(key_lines(text), key)


@pytest.mark.parametrize("name", case_names("package"))
def test_cases_of_the_kit_are_sound(name: str) -> None:
    inspection = inspect_case(name)
    assert inspection.faults == ()
    assert inspection.outcomes_fresh, "a package case needs no outcome table"
    assert inspection.case == read_case(name)


def whole_file(case: Case) -> str:
    data: Any = {"schema": 1, "language": "en", **thaw(case.data)}  # type: ignore[dict-item]
    data["text"] = {**dict.fromkeys(text_keys(data), "Some words."), "assumptions.1": "Invented."}
    return case_text(data)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases())
def test_whatever_is_made_right_is_sound_and_read_as_it_was(case: Case, tmp_path: Path) -> None:
    assert faults_of(whole_file(case), tmp_path) == ()
    data: Any = read_case(tmp_path / "mine.toml").data
    assert {key: data[key] for key in case.data} == case.data


def test_limits(tmp_path: Path) -> None:
    many = {side: {f"t{n}": [1, 2] for n in range(MOST_TERMS + 1)} for side in "ab"}
    (fault,) = faults_of(whole_file(made(many)), tmp_path)
    assert (fault.code, fault.params["key"], fault.params["value"]) == ("case.bad_whole_number", "terms", 21)
    crowd = {f"s{n}": {"t": [1, 2]} for n in range(MOST_SIDES + 1)}
    (fault,) = faults_of(whole_file(made(crowd)), tmp_path)
    assert (fault.code, fault.params["key"], fault.params["value"]) == ("case.bad_whole_number", "sides", 9)


def test_a_side_that_is_not_needed_may_stay_away_but_two_always_come(tmp_path: Path) -> None:
    assert faults_of(whole_file(made(THREE, talks={"quorum": 2})), tmp_path) == ()
    case = made(THREE, talks={"must_agree": ["farms"]})
    data: Any = thaw(case.data)
    data["seats"]["school_0"]["required"] = False
    assert faults_of(whole_file(Case(data=data)), tmp_path) == ()
    data["seats"]["town_0"]["required"] = False
    found = faults_of(whole_file(Case(data=data)), tmp_path)
    assert [(one.code, one.params["key"]) for one in found] == [
        ("case.no_required_seat", "sides.town"),
        ("case.no_required_seat", "sides.school"),
    ]


def test_a_file_of_nonsense_gets_faults_and_no_traceback(tmp_path: Path) -> None:
    for text in (
        'game = "package"',
        'game = "package"\nsides = 3\nseats = []\nterms = "x"\ntalks = 1\ninjects = 2\ntext = 3',
        'game = "package"\n[sides.a]\nprivate = 1\n[terms.t]\noptions = 3\n[seats.s]\nside = 4\nmerges_into = [[1]]',
        'game = "package"\n[talks]\nmust_agree = [[1], 2]\nquorum = "x"\n[injects.i]\nprivate = 4',
        'game = "package"\n[sides.a.private]\npoints = 5\n[terms.t]\noptions = [[1], 2]\n[injects.i.private]\na = 3',
    ):
        assert faults_of(text, tmp_path)


# --- what a trainer is told


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", *arguments]) == 0
    return capsys.readouterr().out


def test_a_trainer_hears_what_there_is_to_agree_on(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "fair").splitlines()
    assert lines[:6] == [
        "The case “The apricot fair” is sound.",
        "It has 144 packages.",
        "39 packages leave no side with less than it has alone.",
        "15 packages cannot be made better for one side without harm to another.",
        "Of these, 7 leave no side with less than it has alone.",
        "With any one term alone there is nothing to agree on.",
    ]
    assert "“When is the fair?” It matters most to Willow (36 of 100) and least to Mill (10 of 100)." in lines
    assert any(line.endswith("It matters about the same to all, so it is hard to trade.") for line in lines)
    assert "No agreement can leave a side with less than it has alone." in lines
    assert "Mill: no gain in 3 of the packages that are good for all." in lines


def test_a_trainer_hears_who_can_be_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, "canal")
    assert "Reeds can be forgotten: 127 of the 431 packages that could be agreed leave it with less than alone." in text
    assert "Orchard farms can be forgotten" not in text


def test_the_same_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    facts = json.loads(told(capsys, "fair", "--json"))["package"]
    assert (facts["packages"], facts["zone"], facts["forgotten"]) == (144, 39, {"mill": 0, "willow": 0})
    assert facts["terms"]["where"]["weights"] == {"mill": 30, "willow": 12}


def test_other_things_are_said_where_they_are_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.toml"
    for points, alone, said in (
        ({"a": {"t": [5, 0]}, "b": {"t": [3, 1]}}, {"a": 1, "b": 1}, "All sides like “Some words.” best"),
        ({"a": {"t": [5, 0]}, "b": {"t": [3, 4]}}, {"a": 1, "b": 1}, "alone, 1 option would be enough for all."),
        ({"a": {"t": [5, 0]}, "b": {"t": [0, 4]}}, {"a": 1, "b": 1}, "there is nothing to agree on."),
        ({s: {f"t{n}": [n, 1, 0] for n in range(14)} for s in "ab"}, {}, "There are too many packages"),
    ):
        path.write_text(whole_file(made(points, alone=alone)), encoding="utf-8")
        assert said in told(capsys, str(path))


def test_a_case_without_a_river_has_no_picture_and_no_paper_pack_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "fair", "--picture", "fair.png"]) == 2
    assert main(["check", "fair", "--outcomes"]) == 2
    assert main(["paper", "fair", "--json"]) == 2
    picture, outcomes = capsys.readouterr().err.splitlines()
    assert picture == outcomes == "“fair” has no river. Pictures and outcome tables are made for rivers only."
