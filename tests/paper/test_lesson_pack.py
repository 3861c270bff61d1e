"""The pack of a lesson without a case: all that is on the screen is on paper too, in each language of the room."""

import re
import subprocess
from pathlib import Path

import pytest

from dastarkhan.cli import main
from dastarkhan.content.welcome import door_kinds, door_scenes, gifts, model_scenes, promises
from dastarkhan.languages import words
from dastarkhan.paper.lesson_pack import lesson_pack_pdf, make_lesson_pack, part_words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.twins import TWINS, lesson_named
from simulations.errors import KitError

_ = words("en", "lesson_00", "guide_00")


def text_of(pdf: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


@pytest.fixture(scope="module")
def pack_text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("pack") / "pack.pdf"
    lesson_pack_pdf(make_lesson_pack("00_welcome", {"en": 24}), path)
    return text_of(path)


def squeezed(text: str) -> str:
    """Letters only: a column breaks lines, and a card stands beside another."""
    return re.sub(r"\W", "", text)


def test_every_scene_with_all_its_reasons_is_on_paper() -> None:
    pack = make_lesson_pack("00_welcome", {"en": 24})
    told = str([page.to_plain() for page in pack.pages])
    for scene in (*door_scenes(_), *model_scenes(_)):
        assert told.count(repr(scene.text)[1:-1]) == 2  # on its card, and beside its answer
        assert all(repr(why)[1:-1] in told for why in scene.why.values())
    assert all(f"{kind.name}: {kind.says}" in told for kind in door_kinds(_))
    assert all(word in told for word in gifts(_).values())
    assert all(repr(one.example)[1:-1] in told for one in promises(_))


def test_the_answers_stand_on_the_trainers_pages_only() -> None:
    pack = make_lesson_pack("00_welcome", {"en": 12})
    for page in pack.pages:
        told = str(page.to_plain())
        for scene in door_scenes(_):
            if any(repr(why)[1:-1] in told for why in scene.why.values()):
                assert "for the trainers" in page.foot


def test_what_the_guide_says_is_in_the_pdf(pack_text: str) -> None:
    guide = LessonRoom(slug="00_welcome", people={"en": 4}).guide
    assert all(one.q in pack_text for one in guide.debrief)
    assert all(squeezed(one.q) in squeezed(pack_text) for one in guide.check_questions)
    assert "Our agreement" in pack_text


@pytest.mark.parametrize("people", [4, 24, 48, 60])
def test_any_number_of_people_has_a_pack(people: int) -> None:
    pack = make_lesson_pack("00_welcome", {"en": people})
    assert sum(pack.room.tables) == people
    slips = [page for page in pack.pages if page.part == "lines"]
    assert sum(str(page.to_plain()).count("One line: a concern") for page in slips) == people
    assert {page.part for page in pack.pages} <= set(part_words(pack.room.slug, _))


def test_each_language_of_the_room_has_its_cards(tmp_path: Path) -> None:
    pack = make_lesson_pack("00_welcome", {"kk": 5, "prs": 5})
    for part in ("cloth", "ring", "moments", "agreement", "doors", "models", "debrief", "lines"):
        assert {page.lang for page in pack.pages if page.part == part} == {"kk", "prs"}
    assert lesson_pack_pdf(pack)[:5] == b"%PDF-"


def test_the_command_takes_a_lesson_or_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "welcome.pdf"
    assert main(["paper", "00", "--people", "8", "--language", "en", "--output", str(out), "--json"]) == 0
    assert '"lesson": "00_welcome"' in capsys.readouterr().out
    assert out.read_bytes()[:5] == b"%PDF-"
    assert lesson_named("welcome") is None


@pytest.mark.parametrize("people", [3, 61])
def test_too_few_and_too_many_are_said(people: int) -> None:
    with pytest.raises(KitError, match=r"paper\.people"):
        make_lesson_pack("00_welcome", {"en": people})


def test_a_lesson_without_a_pack_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "99", "--language", "en"]) == 2
    assert "00_welcome" in capsys.readouterr().err
    with pytest.raises(KitError, match=r"paper\.no_lesson.*00_welcome"):
        make_lesson_pack("99_none", {"en": 8})


def test_every_twin_belongs_to_a_lesson() -> None:
    modules = Path(__file__).parents[2] / "modules" / "en"
    assert [slug for slug in TWINS if not (modules / f"{slug}.ipynb").exists()] == []


def test_a_private_sheet_of_lesson_08_holds_its_own_points_and_no_others() -> None:
    pack = make_lesson_pack("08_negotiation", {"en": 12})
    sheets = [page for page in pack.pages if page.part == "gate_sheets"]
    assert [page.title for page in sheets] == ["Your private sheet: Quince", "Your private sheet: Walnut"]
    quince, walnut = (str(page.to_plain()) for page in sheets)
    assert "without an agreement: 47 points" in quince
    assert "without an agreement: 49 points" in walnut
    assert "Your pump fills the tank" in quince
    assert "Your pump fills the tank" not in walnut
    assert "your saws stand still" in walnut
    assert "your saws stand still" not in quince


def test_the_whole_pack_of_lesson_08_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    lesson_pack_pdf(make_lesson_pack("08_negotiation", {"en": 12}), path)
    told = squeezed(text_of(path))
    for sentence in ("The corner place in this row is mine.", "I need the whole shed, not half of it."):
        assert squeezed(sentence) in told


def test_everybody_draws_a_card_and_gets_a_slip_in_lesson_01() -> None:
    pack = make_lesson_pack("01_who_am_i", {"en": 25, "kk": 7})
    for lang, people in pack.room.people.items():
        told = {
            part: str([page.to_plain() for page in pack.pages if page.part == part and page.lang == lang])
            for part in ("shapes", "meet_again")
        }
        assert told["shapes"].count("<svg") == people + people % 2  # as many round ones as square ones
        asked = words(lang, "lesson_01")("Would you like to meet them again?")
        assert told["meet_again"].count(asked) == people
