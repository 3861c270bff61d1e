"""Lesson 07 on paper: everything of the screen, answers for the trainers only, and a bad line that can be played."""

from pathlib import Path

import pytest

from dastarkhan.content.escalation.bad_line import messages
from dastarkhan.content.escalation.help import helps
from dastarkhan.content.escalation.rumours import retold, rumour_messages, turned
from dastarkhan.content.escalation.sentences import moments, what_helps
from dastarkhan.content.escalation.signs import signs
from dastarkhan.content.escalation.situations import situations
from dastarkhan.content.escalation.steps import steps
from dastarkhan.languages import words
from dastarkhan.lessons.escalation.line_game import N_ROUNDS, LineGame
from dastarkhan.paper.lesson_pack import lesson_pack_pdf, make_lesson_pack, part_words
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.pack import Pack
from dastarkhan.paper.pages_escalation import in_order

_ = words("en", "lesson_07", "guide_07")
ANSWERS = {"situations_why", "moments_why", "helps_why", "signs_why", "rumour_why"}


@pytest.fixture(scope="module")
def pack() -> Pack[LessonRoom]:
    return make_lesson_pack("07_escalation", {"en": 9})


def told(pack: Pack[LessonRoom], *parts: str) -> str:
    return str([page.to_plain() for page in pack.pages if page.part in parts])


def has(text: str, said: str) -> bool:
    return repr(said)[1:-1] in text


def test_what_is_on_the_screen_is_on_paper(pack: Pack[LessonRoom]) -> None:
    said = told(pack, *{page.part for page in pack.pages} - ANSWERS)
    for text in (
        *(one.text for one in (*situations(_), *moments(_), *signs(_), *rumour_messages(_))),
        *(each.text for one in moments(_) for each in one.said),
        *(text for step in steps(_) for text in (step.name, step.says, step.heard)),
        *(text for one in messages(_) for text in (one.about, one.calm, one.hard, one.garbled)),
        *(one.says for one in helps(_)),
        *retold(_),
        *what_helps(_),
    ):
        assert has(said, text), text


def test_answers_and_reasons_are_for_the_trainers_only(pack: Pack[LessonRoom]) -> None:
    answers = told(pack, *ANSWERS)
    others = told(pack, *{page.part for page in pack.pages} - ANSWERS)
    for text in (
        *(why for one in situations(_) for why in (*one.level_why.values(), *one.step_why.values(), one.down)),
        *(each.why for one in moments(_) for each in one.said),
        *(why for one in (*signs(_), *rumour_messages(_)) for why in one.why.values()),
        *(one.fits for one in helps(_)),
        *turned(_),
    ):
        assert has(answers, text), text
        assert not has(others, text), text
    assert all("for the trainers" in page.foot for page in pack.pages if page.part in ANSWERS)
    assert set(part_words("07_escalation", _)) > ANSWERS


def test_paper_and_screen_send_the_same_messages_in_the_same_rounds() -> None:
    known = messages(_)
    game = LineGame(number=1, said="", machine=None)
    for side in ("mill", "willow"):
        on_screen = [known[game.message_of(side, round)].key for round in range(1, N_ROUNDS + 1)]
        assert [one.key for one in in_order(side, _)] == on_screen


def test_everybody_has_a_sheet_and_the_wall_has_numbers(pack: Pack[LessonRoom]) -> None:
    assert told(pack, "own_sentence").count("Your sentence:") == 9
    assert told(pack, "own_signs").count("They stay with you.") == 9
    walks = told(pack, "walks")
    assert "1000 of 1000 walks" in walks
    assert "203 of 1000 walks" in walks
    assert "only one side lets some pass, 515 of 1000" in walks
    assert "Touch a step" not in walks
    assert "A model is an argument, not evidence." in walks


def test_each_language_has_its_own_and_all_can_be_printed(tmp_path: Path) -> None:
    pack = make_lesson_pack("07_escalation", {"en": 4, "ky": 4})
    for part in ("stairs", "situations", "line", "moments", "signs", "rumour"):
        assert {page.lang for page in pack.pages if page.part == part} == {"en", "ky"}
    made = lesson_pack_pdf(pack)
    assert made[:5] == b"%PDF-"
