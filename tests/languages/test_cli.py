"""The five commands on a small kit: what they write and what they answer."""

import argparse
import json

import polib
import pytest
from small_kits import writer

from dastarkhan import language_command as cli
from dastarkhan.languages import say
from dastarkhan.languages.paths import House
from simulations.errors import KitError


def dastarkhan(house: House, *words: str) -> int:
    parser = argparse.ArgumentParser()
    cli.add_parser(parser.add_subparsers())
    return cli.run(parser.parse_args(["languages", *words]), house)


def test_from_the_first_template_to_a_lesson(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert dastarkhan(house, "extract", "--check") == 2
    assert dastarkhan(house, "extract") == 0
    assert dastarkhan(house, "extract", "--check") == 0
    assert dastarkhan(house, "update") == 3
    assert dastarkhan(house, "update", "ky", "fa-AF") == 0
    assert sorted(path.name for path in (house.locales / "prs").iterdir()) == [
        "case_small.po", "guide_11.po", "kit.po", "lesson_11.po",
    ]  # fmt: skip
    assert dastarkhan(house, "build", "--check") == 2
    assert dastarkhan(house, "build") == 0
    assert dastarkhan(house, "build", "--check") == 0
    assert json.loads((house.modules / "ky" / "11_small.ipynb").read_text("utf-8"))["metadata"]["language"] == "ky"
    assert (house.guides / "prs" / "11_small.md").exists()
    assert (house.locales / "prs" / "kit.mo").exists()
    assert "4 templates changed." in capsys.readouterr().out


def test_build_answers_3_when_there_is_no_catalog(house: House) -> None:
    assert dastarkhan(house, "build", "ru") == 3


def test_a_changed_source_makes_a_lesson_stale(house: House) -> None:
    dastarkhan(house, "update", "ky")
    dastarkhan(house, "build")
    lesson = house.modules / "en" / "11_small.ipynb"
    lesson.write_text(lesson.read_text("utf-8").replace("L.act()", "L.act(2)"), encoding="utf-8")
    assert dastarkhan(house, "build", "--check") == 2


def test_check_names_file_entry_and_reason(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert dastarkhan(house, "check") == 0
    entry = polib.POEntry(msgid="Take {n} litres", msgstr="Взять {m} литров")
    writer(house.locales)("ru", "kit", [entry])
    capsys.readouterr()
    assert dastarkhan(house, "check") == 2
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "locales/ru/kit.po: mend: Take {n} litres: Names in braces must stay as they are. Missing: {n}. Too many: {m}.",
        "1 fault to mend, 0 to look at.",
    ]
    assert dastarkhan(house, "check", "ru", "--json") == 2
    plain = json.loads(capsys.readouterr().out)
    assert plain["grave"] == 1
    assert plain["faults"][0]["code"] == "languages.placeholders"


def test_status_counts_against_the_source_of_now(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    entries = [polib.POEntry(msgid="Show a hint", msgstr="Жардам"), polib.POEntry(msgid="Gone", msgstr="Жок")]
    writer(house.locales)("ky", "kit", [*entries, polib.POEntry(msgid="Welcome", msgstr="Кел", flags=["fuzzy"])])
    assert dastarkhan(house, "status", "--json") == 0
    counted = {(one["language"], one["domain"]): one for one in json.loads(capsys.readouterr().out)["catalogs"]}
    assert counted["ky", "kit"] == {
        "language": "ky", "domain": "kit", "texts": 4, "finished": 1, "fuzzy": 1, "exists": True, "signed": "",
    }  # fmt: skip
    assert counted["ru", "guide_11"]["exists"] is False
    assert len(counted) == 7 * 4
    assert dastarkhan(house) == 0
    shown = capsys.readouterr().out
    assert "ky   kit            1 of 4, 1 to look at again; drafted by machine" in shown
    assert "Templates are out of date" in shown


@pytest.mark.parametrize(("wrong", "code"), [("xx", "languages.unknown"), ("en", "languages.english_is_source")])
def test_a_language_that_cannot_be_is_bad_input(house: House, wrong: str, code: str) -> None:
    with pytest.raises(KitError, match=code):
        dastarkhan(house, "update", wrong)


def test_a_source_that_cannot_be_translated_is_named(house: House) -> None:
    (house.root / "dastarkhan" / "lessons" / "shared.py").write_text("x = 1\n_(title)\n", encoding="utf-8")
    with pytest.raises(KitError) as told:
        dastarkhan(house, "extract")
    assert "dastarkhan/lessons/shared.py, line 2" in say(told.value, "en")
