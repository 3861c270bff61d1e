"""A programme as a page: clock times, what to prepare and to bring, in every language, as Markdown and as a PDF."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from dastarkhan.cli import main
from dastarkhan.guides.programmes import programme_names, read_programme
from dastarkhan.languages import LANGUAGES
from dastarkhan.paper.programme_page import programme_page, programme_pdf

NAMES = programme_names()


def shown(made: bytes, folder: Path) -> tuple[int, str]:
    """How many pages a PDF has, and its text with single spaces."""
    path = folder / "programme.pdf"
    path.write_bytes(made)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, text=True).stdout
    return int(re.findall(r"Pages:\s+(\d+)", info)[0]), re.sub(r"\s+", " ", text)


def test_a_row_says_all_that_a_trainer_asks() -> None:
    page = programme_page(read_programme("one-day"), "en")
    assert "## Day 1 · 09:00–17:25" in page.text
    # The 90-minute plan of lesson 11 talks for 5 + 11 + 11 + 3 = 30 minutes afterwards, and A begins.
    cut = "Nothing is cut. Part 6 of the lesson is for those who are ready early."
    assert f"| 15:55–17:25 | 11 · The shared river (90 minutes) | {cut} | 33% | A |" in page.text
    assert "| 12:00–13:00 | Lunch | | | |" in page.text
    assert "Demanding: 08, 11." in page.text
    assert page.untranslated == 0


def test_minutes_of_a_whole_day_are_said() -> None:
    page = programme_page(read_programme("one-day", interpreted=True), "en")
    # Talk afterwards: 00 has 14+11+5 = 30; 01 has 17+12+7 = 36; 08 has 7+11+12+4 = 34; 11 has 7+10+9+4 = 30.
    assert "Minutes of lessons: 360. Of these, talk afterwards: 130. Other minutes: 120." in page.text
    assert "So these lessons wait: 03, 04." in page.text
    assert page.title == "One day, with an interpreter"


def test_lessons_without_a_guide_are_said(tmp_path: Path) -> None:
    lines = '{ lesson = "00", minutes = 45 }, { lesson = "98", minutes = 60 }'
    file = tmp_path / "p.toml"
    file.write_text(f'[own]\ndays = [{{ start = "09:00", end = "12:00", lines = [{lines}] }}]\n', encoding="utf-8")
    page = programme_page(read_programme("own", file=file), "en")
    assert page.title == "own"
    assert "These lessons have no guide: 98." in page.text
    assert "| 09:45–10:45 | 98: no guide yet (60 minutes) | | | |" in page.text
    assert "every lesson" not in page.text, "nobody knows what lesson 98 needs"


def test_what_every_lesson_needs_is_said_so() -> None:
    page = programme_page(read_programme("one-day", interpreted=True), "en")
    assert "- Agree with your co-trainer who is A and who is B. (every lesson) At least one" in page.text
    assert "- One projector, if there is one. (00, 08, 11) Full batteries. (08)" in page.text


def test_brackets_after_trainer_b_stay_right_to_left() -> None:
    page = programme_page(read_programme("one-day"), "prs")
    assert "کی B.\u200f (" in page.text


def test_online_shows_what_needs_a_screen_and_no_prayer() -> None:
    text = programme_page(read_programme("online"), "en").text
    assert "Online, lesson by lesson" in text
    assert "Keep the 60-minute plan." in text
    assert "On paper" not in text
    assert "Friday" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_time(language: str, tmp_path: Path) -> None:
    laid = read_programme("one-day")
    page = programme_page(laid, language)
    digits = str.maketrans(LANGUAGES[language].digits, "0123456789")
    plain = page.text.translate(digits)
    for clock in ("09:00–09:45", "10:45–11:00", "13:20–14:20", "15:55–17:25"):
        assert clock in plain
    pages, text = shown(programme_pdf(page), tmp_path)
    assert 1 <= pages <= 4  # two leaves, printed on both sides
    assert "11" in text.translate(digits)
    if page.untranslated:
        assert str(page.untranslated) in plain.split("##")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_short_and_the_same_again(name: str, tmp_path: Path) -> None:
    laid = read_programme(name)
    page = programme_page(laid, "en")
    made = programme_pdf(page)
    pages, text = shown(made, tmp_path)
    assert pages <= 1 + sum(1 for line in laid.lines if line.lesson)
    assert all(guide.title in text for guide in laid.guides.values())
    assert programme_pdf(page) == made


# --- the command


def test_without_a_file_it_is_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "one-day", "--language", "en"]) == 0
    assert capsys.readouterr().out == programme_page(read_programme("one-day"), "en").text


def test_the_ending_chooses_the_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("day.pdf", "day.md"):
        path = tmp_path / name
        assert main(["guide", "one-day", "--language", "prs", "--interpreted", "--output", str(path), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["written"], told["languages"]) == (str(path), ["prs"])
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "day.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(("words", "said"), [
    (("two-days",), "there is no programme “two-days”. There are: one-day, three-days, five-days, online."),
    (("one-day", "--whole"), "“--whole” does not go with “one-day”."),
    (("one-day", "--plan", "60"), "“--plan” does not go with “one-day”."),
    (("11", "--interpreted"), "“--interpreted” does not go with “11”."),
    (("one-day", "--language", "en,kk"), "A programme is printed in one language at a time"),
    (("one-day", "--output", "/no/such/folder/x.md"), "/no/such/folder/x.md"),
    (("one-day", "--output", "/no/such/folder/x.pdf"), "/no/such/folder/x.pdf"),
])  # fmt: skip
def test_bad_input_is_named(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", *words]) == 2
    assert said in capsys.readouterr().err
