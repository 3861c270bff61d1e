"""A guide on paper: one page to hold in the hand, and the whole to prepare with."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from dastarkhan.cli import main
from dastarkhan.guides import plan, plan_names, read_guide
from dastarkhan.guides.reading import find_guide
from dastarkhan.languages import words
from dastarkhan.paper.guide_print import run_sheet, run_sheet_page, whole_guide
from simulations.errors import KitError

PLANS = plan_names(read_guide("11"))


def text_of(pdf: Path) -> str:
    """The text of a PDF in the order of reading, with single spaces."""
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", shown)


def pages_of(pdf: Path) -> int:
    shown = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(re.findall(r"Pages:\s+(\d+)", shown)[0])


@pytest.mark.parametrize("name", PLANS)
def test_a_run_sheet_is_one_page(name: str, tmp_path: Path) -> None:
    pdf = tmp_path / "sheet.pdf"
    run_sheet("11", languages=["en"], name=name, output=pdf)
    guide, shown = read_guide("11"), text_of(pdf)
    assert pages_of(pdf) == 1
    laid = plan(guide, name)
    for one in laid.steps:
        assert one.step.title in shown
        assert f"{one.start}–{one.end}" in shown
    table = shown[: shown.index("You are late.")]
    assert not [step.title for step in laid.left_out if step.title in table]
    assert "Telephone" in shown, "the bottom of the page is not cut off"


@pytest.mark.parametrize("name", plan_names(read_guide("debrief")))
def test_the_debrief_has_run_sheets_of_one_page_too(name: str, tmp_path: Path) -> None:
    pdf = tmp_path / "sheet.pdf"
    assert main(["guide", "debrief", "--plan", name, "--output", str(pdf)]) == 0
    assert pages_of(pdf) == 1
    assert all(one.step.title in text_of(pdf) for one in plan(read_guide("debrief"), name).steps)


def test_the_whole_debrief_guide_has_every_card(tmp_path: Path) -> None:
    pdf = tmp_path / "guide.pdf"
    assert main(["guide", "debrief", "--whole", "--output", str(pdf)]) == 0
    shown = text_of(pdf)
    assert [card.say for card in read_guide("debrief").common_problems if card.say not in shown] == []


def test_the_clock_of_a_plan_has_no_gap() -> None:
    guide = read_guide("11")
    for name in PLANS:
        steps = run_sheet_page(guide, name, words("en"))["steps"]
        minutes = [re.findall(r"\d+", step["minutes"]) for step in steps]
        assert [one[0] for one in minutes[1:]] == [one[1] for one in minutes[:-1]]


def test_the_same_guide_gives_the_same_bytes() -> None:
    assert run_sheet("11", languages=["en"]) == run_sheet("11", languages=["en"])


def test_the_whole_guide_has_its_pictures(tmp_path: Path) -> None:
    pdf = tmp_path / "guide.pdf"
    whole_guide("11", language="kk", output=pdf)
    listed = subprocess.run(["pdfimages", "-list", pdf], check=True, capture_output=True, text=True).stdout
    widths = [int(line.split()[3]) for line in listed.splitlines()[2:] if line.split()[2] == "image"]
    assert len(widths) == sum(bool(step.picture) for step in read_guide("11", "kk").steps)
    assert min(widths) > 300


def test_a_picture_that_is_not_there_is_one_plain_sentence(tmp_path: Path) -> None:
    copied = tmp_path / "en" / "11_shared_river.md"
    copied.parent.mkdir()
    copied.write_text(find_guide("11").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KitError) as told:
        whole_guide(str(copied), language="en")
    assert told.value.code == "guide.no_picture"
    assert str(told.value.params["value"]).endswith("11_map.png")


def test_the_whole_guide_has_every_word(tmp_path: Path) -> None:
    pdf = tmp_path / "guide.pdf"
    whole_guide("11", language="en", output=pdf)
    guide, shown = read_guide("11"), text_of(pdf)
    for card in guide.common_problems:
        assert card.say in shown
    for step in guide.steps:
        assert step.fallback_without_device in shown


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = tmp_path / "sheet.pdf"
    assert main(["guide", "11", "--plan", "60", "--output", str(pdf), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"written": str(pdf), "languages": ["en"]}
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--plan", "61"], "There is no plan “61”. There are: 90, 60, 45, interpreted-90, interpreted-126."),
        (["--language", "xx"], "The kit does not speak “xx”."),
        (["--whole", "--language", "en,kk"], "one language at a time"),
        (["--output", "/no/such/folder/x.pdf"], "/no/such/folder/x.pdf"),
    ],
)
def test_bad_input_is_named(more: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "11", *more]) == 2
    assert said in capsys.readouterr().err


def test_an_unknown_guide_is_named() -> None:
    with pytest.raises(KitError, match=r"guide\.not_found"):
        run_sheet("99", languages=["en"])
