"""``dastarkhan check``: what a person reads, what a program reads, and the files it writes."""

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.check import run
from dastarkhan.cli import main
from simulations.games import inspect_case
from simulations.games.outcomes import outcome_text
from simulations.games.reading import CASES
from simulations.games.schema import GROUPS


def args(file: object, **more: Any) -> argparse.Namespace:
    return argparse.Namespace(**{"file": str(file), "picture": None, "json": False, **more})


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copy(CASES / "ayna.toml", tmp_path / "mine.toml"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(args("ayna")) == 0
    sound, warning = capsys.readouterr().out.splitlines()
    assert sound == "The case “The river Ayna” is sound."
    assert warning.startswith("It is not for people from Zhambyl and Talas:")


def test_a_trainer_is_told_for_whom_a_case_is_not(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(mine, 'not_for = ["zhambyl-talas"]', 'not_for = ["gbao-badakhshan", "bukhara-lebap"]')
    assert run(args(mine)) == 0
    assert "from GBAO and Badakhshan, Bukhara and Lebap:" in capsys.readouterr().out
    assert run(args(mine, json=True)) == 0
    assert json.loads(capsys.readouterr().out)["not_for"] == ["gbao-badakhshan", "bukhara-lebap"]
    spoil(mine, 'not_for = ["gbao-badakhshan", "bukhara-lebap"]', "not_for = []")
    assert run(args(mine)) == 0
    assert "not for" not in capsys.readouterr().out


def test_a_case_without_a_river_speaks_of_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(args("gate")) == 0
    told = capsys.readouterr().out
    assert "from GBAO and Badakhshan, Bukhara and Lebap: they may see their own place in it." in told
    assert "river" not in told


def test_every_group_has_a_name_for_the_warning(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for group in GROUPS:
        text = (CASES / "ayna.toml").read_text(encoding="utf-8")
        mine.write_text(text.replace('["zhambyl-talas"]', f'["{group}"]', 1), encoding="utf-8")
        assert run(args(mine)) == 0
        assert capsys.readouterr().out.count("It is not for people from") == 1


def test_faults_name_file_line_key_value_and_what_is_allowed(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(mine, "turbine_mcm = 15", "turbine_mcm = -15")
    spoil(mine, 'game = "river"', 'game = "rivr"')
    assert run(args(mine)) == 2
    first, second, count = capsys.readouterr().err.splitlines()
    assert first == "mine.toml, line 5: “game” is “rivr”. Did you mean “river”? It can be: river, package."
    assert second.startswith("mine.toml, line ")
    assert second.endswith("“basin.nodes.reservoir.turbine_mcm” is -15. It must be a number: ≥ 0.")
    assert count == "2 faults found."


def test_one_line_for_programs(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(mine, "weight = 4", "weight = 0")
    assert run(args(mine, json=True)) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    (fault,) = told["faults"]
    line = mine.read_text(encoding="utf-8").splitlines().index("weight = 0") + 1
    assert (fault["code"], fault["line"], fault["key"], fault["value"]) == (
        "case.bad_whole_number",
        line,
        "cards.normal.weight",
        0,
    )
    assert fault["sentence"] == "“cards.normal.weight” is “0”. It must be a whole number: 1 – 1000."


def test_a_trainers_language(mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "no such language")
    assert run(args(mine)) == 0
    assert "older than the case" in capsys.readouterr().out


def test_the_outcome_table_is_written_beside_the_case(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(mine, "turbine_mcm = 15", "turbine_mcm = 12")
    assert run(args(mine, outcomes=True)) == 0
    path = mine.with_name("mine.outcomes.json")
    assert str(path) in capsys.readouterr().out
    inspection = inspect_case(mine)
    assert inspection.outcomes_fresh
    assert inspection.case is not None
    assert path.read_text(encoding="utf-8") == outcome_text(inspection.case.data["outcomes"])


def test_the_picture_is_a_png(mine: Path, tmp_path: Path) -> None:
    assert run(args(mine, picture=str(tmp_path / "river.png"))) == 0
    assert (tmp_path / "river.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_no_picture_of_a_broken_case(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(mine, "weight = 4", "weight = 0")
    assert run(args(mine, picture=str(tmp_path / "river.png"))) == 2
    assert "mend the case first" in capsys.readouterr().err
    assert not (tmp_path / "river.png").exists()


def test_a_folder_that_is_not_there(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(mine), "--picture", str(tmp_path / "nowhere" / "river.png")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_lessons_are_not_checked_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "11_shared_river.ipynb"]) == 2
    told = capsys.readouterr().err
    assert told == "“11_shared_river.ipynb” cannot be checked. Cases (.toml) and guides (.md) can.\n"


def test_a_folder_is_no_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"“{tmp_path}” cannot be read. (")
    assert len(told.splitlines()) == 1


def test_a_missing_file_names_the_cases_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.toml", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == "case.not_found"
    assert "ayna" in told["sentence"]
