"""The journal: own texts of all lessons, twelve sentences before and now, and what leaves the file."""

import base64
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content.own_questions import items
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.group_file import GroupFile, Line
from dastarkhan.lessons.journal import ACTIVITIES
from dastarkhan.lessons.journal.gathered import chapters
from dastarkhan.lessons.own_questions.code import read_code
from tests.lessons.screen import buttons, everything, press, radios, ticks, words_on, writing

_ = words("en", "lesson_journal")
SECRET = "Говори <b>тише</b> سپاس"


@pytest.fixture
def journal(work: Path) -> Lesson:
    """A journal of somebody who has written in two lessons."""
    welcome, river = lesson("00_welcome", language="en"), lesson("11_shared_river", language="en")
    writing(welcome.activity("brings").box).value = SECRET
    welcome.activity("one_line").remember(kind="hope", text="A bridge.", left=True, done=True)
    river.activity("clauses").remember(written={"dry": {"text": "We share.", "ticked": []}})
    river.activity("debrief").remember(answers={"home": {"text": "Ask my aunt.", "ticked": []}})
    return lesson("journal", language="en")


def answer(form: Any, value: int, *, code: str = "") -> None:
    """Go through a form and give the same answer everywhere."""
    if code:
        next(one for one in everything(form.box) if getattr(one, "description", "") == "My code:").value = code
    press(form.box, "Go on")
    while radios(form.box):
        for number in range(len(radios(form.box))):
            radios(form.box)[number].value = value
        press(form.box, "Go on")


def file_of(activity: Any) -> bytes:
    """What the link on the screen holds."""
    found = re.search(r"base64,([^']+)'", activity.link.value)
    assert found
    return base64.b64decode(found[1])


def test_every_own_text_stands_under_its_question(journal: Lesson) -> None:
    told = words_on(journal.activity("pages").box)
    for ask, text in (
        ("What do you need from others, to be well here?", SECRET),
        ("A hope", "A bridge."),
        ("The dry-year clause", "We share."),
        ("Where at home", "Ask my aunt."),
    ):
        assert f"{ask} {text}" in told
    assert told.index("Welcome") < told.index("The shared river")
    assert [len(one.pieces) for one in chapters("en")] == [2, 2]


def test_an_empty_journal_is_kind(work: Path) -> None:
    empty = lesson("journal", language="en")
    assert "Nothing is written yet." in words_on(empty.activity("pages").box)
    assert "It begins with your first lesson." in words_on(empty.activity("portfolio").box)
    assert "Answer the sentences before and now first." in words_on(empty.activity("side_by_side").box)


def test_the_portfolio_holds_what_was_left_in_and_what_can_be_shown(journal: Lesson) -> None:
    pages, portfolio = journal.activity("pages"), journal.activity("portfolio")
    assert [tick.value for tick in ticks(pages.box)] == [True, False, True, True]  # a nameless line stays out by itself
    portfolio.reload()
    ticks(portfolio.box)[0].value = True
    press(portfolio.box, "Make my portfolio")
    text = file_of(portfolio).decode("utf-8")
    assert "We share." in text
    assert "A bridge." not in text
    assert "<b>тише</b>" not in text  # a person's signs stay signs
    assert "&lt;b&gt;тише" in text
    assert "This I can show" in text
    assert lesson("00_welcome").guide.outcomes[0].text in text
    assert lesson("00_welcome").guide.outcomes[1].text not in text


def portfolio_of(journal: Lesson) -> str:
    """The document as it would be made now."""
    portfolio = journal.activity("portfolio")
    press(portfolio.box, "Make my portfolio")
    return file_of(portfolio).decode("utf-8")


def tick_of(journal: Lesson, text: str) -> Any:
    """The tick under a text, and the activity that holds it."""
    pages = journal.activity("pages")
    texts = [piece.written.text for one in chapters("en") for piece in one.pieces]
    return ticks(pages.box)[texts.index(text)]


def test_a_text_left_out_stays_out_when_others_are_written_before_it(journal: Lesson) -> None:
    clauses = lesson("11_shared_river", language="en").activity("clauses")
    clauses.remember(written={"data": {"text": "Only mine.", "ticked": []}})
    tick_of(journal, "Only mine.").value = False
    clauses.remember(written={"dry": {"text": "Before it.", "ticked": []}, **clauses.state["written"]})
    assert "Before it." in portfolio_of(journal)
    assert "Only mine." not in portfolio_of(journal)
    clauses.remember(written={"data": {"text": "Only mine, and more.", "ticked": []}})  # changed afterwards
    assert "Only mine" not in portfolio_of(journal)
    tick_of(journal, "Only mine, and more.").value = True
    assert "Only mine, and more." in portfolio_of(journal)


def test_a_nameless_line_stands_in_the_portfolio_only_by_the_persons_own_tick(journal: Lesson) -> None:
    assert "A bridge." not in portfolio_of(journal)
    tick_of(journal, "A bridge.").value = True
    assert "A bridge." in portfolio_of(journal)
    tick_of(journal, "A bridge.").value = False
    assert "A bridge." not in portfolio_of(journal)


def test_a_lesson_of_which_all_is_left_out_does_not_stand_in_the_portfolio(journal: Lesson) -> None:
    assert "The shared river" in portfolio_of(journal)
    assert "0 of" not in portfolio_of(journal)
    for text in ("We share.", "Ask my aunt."):
        tick_of(journal, text).value = False
    assert "The shared river" not in portfolio_of(journal)


def test_words_left_out_stay_out_after_new_talks(journal: Lesson) -> None:
    role = lesson("11_shared_river", language="en").activity("role_down")
    role.remember(words={"text": "I was small.", "ticked": []})
    tick_of(journal, "I was small.").value = False
    before = {name: role.state[name] for name in ("feelings", "words", "tell")}
    role.remember(words={"text": "I was calm.", "ticked": []}, earlier=[before])
    assert [piece.written.text for piece in chapters("en")[1].pieces][:2] == ["I was calm.", "I was small."]
    assert "I was small." not in portfolio_of(journal)


def test_a_note_of_the_talks_is_ones_own_only_where_one_plays(river: Lesson) -> None:
    kind, notes = river.kind("negotiate"), {"springs": "Ask.", "gardens": "Wait."}
    alone = kind.written(river, {"game": {"side": "gardens"}, "notes": notes})
    assert [one.text for one in alone] == ["Wait."]
    assert kind.written(river, {"game": {"side": None}, "notes": notes}) == ()


def test_the_portfolio_runs_in_the_persons_direction(journal: Lesson) -> None:
    dari = lesson("journal", language="prs").activity("portfolio")
    dari._make()
    assert "dir='rtl'" in file_of(dari).decode("utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ab47", "AB47"),
        (" Қ ы 0 9", "ҚЫ09"),
        ("جد۱۲", "جد12"),
        ("1990", None),
        ("anna", None),
        ("ab123", None),
        (None, None),
    ],
)
def test_a_code_is_two_letters_and_two_digits(text: object, code: str | None) -> None:
    assert read_code(text) == code


def test_before_and_now_stand_side_by_side_without_a_sum(journal: Lesson) -> None:
    answer(lesson("00_welcome", language="en").activity("before"), 1, code="mk05")
    answer(journal.activity("now"), 2)
    shown = journal.activity("side_by_side")
    told = words_on(shown.box)
    assert told.count("a little") == told.count("mostly") == len(items(_))
    press(shown.box, "Make the file with numbers")
    numbers = json.loads(file_of(shown))
    assert numbers["code"] == "MK05"
    assert set(numbers["before"].values()) == {1}
    assert set(numbers["now"].values()) == {2}
    assert numbers["looking_back"] == {}  # never mixed with what was said at the time


def test_the_file_with_numbers_holds_no_word_of_the_person(journal: Lesson) -> None:
    answer(lesson("00_welcome", language="en").activity("before"), 0, code="mk05")
    answer(journal.activity("now"), 3)
    shown = journal.activity("side_by_side")
    press(shown.box, "Make the file with numbers")
    content = file_of(shown).decode("utf-8")
    assert not any(text in content for text in (SECRET, "тише", "A bridge.", "We share.", "Ask my aunt."))
    assert set(json.loads(content)) == {"code", "before", "now", "looking_back"}


def test_a_passed_sentence_is_not_compared_and_not_counted(journal: Lesson) -> None:
    answer(lesson("00_welcome", language="en").activity("before"), -1)
    answer(journal.activity("now"), 2)
    shown = journal.activity("side_by_side")
    assert "a little" not in words_on(shown.box)
    press(shown.box, "Make the file with numbers")
    assert json.loads(file_of(shown))["before"] == {}


def test_without_an_answer_there_is_no_file(journal: Lesson) -> None:
    assert buttons(journal.activity("side_by_side").box) == {}


def test_numbers_of_two_computers_meet_by_the_code(journal: Lesson) -> None:
    before = lesson("00_welcome", language="en").activity("before")
    answer(before, 1, code="mk05")
    first = journal.activity("side_by_side")  # on the first day, before anything was asked again
    press(first.box, "Make the file with numbers")
    early = json.loads(file_of(first))
    assert early["now"] == {}
    (journal.progress.path.parent / "00_welcome.json").unlink()
    (journal.progress.path.parent / "00_welcome.backup.json").unlink()
    answer(journal.activity("now"), 2)
    last = journal.activity("side_by_side")
    press(last.box, "Make the file with numbers")
    assert json.loads(file_of(last))["code"] == ""
    last.field.value = "mk 05"
    assert not last.link.value
    press(last.box, "Make the file with numbers")
    content = file_of(last).decode("utf-8")
    assert json.loads(content)["code"] == early["code"] == "MK05"
    assert "\n" not in content


def test_whoever_takes_the_code_away_gives_numbers_without_it(journal: Lesson) -> None:
    answer(lesson("00_welcome", language="en").activity("before"), 1, code="mk05")
    shown = journal.activity("side_by_side")
    assert shown.field.value == "MK05"
    shown.field.value = ""
    again = journal.activity("side_by_side")
    press(again.box, "Make the file with numbers")
    assert json.loads(file_of(again))["code"] == ""
    assert "download='numbers.json'" in again.link.value


def bring(activity: Any, text: str) -> None:
    """Choose a file with this text, as a browser hands it over."""
    changed = datetime(2026, 11, 28, tzinfo=UTC)
    about = {"name": "lines.json", "type": "application/json", "size": len(text), "last_modified": changed}
    activity.upload.value = ({**about, "content": memoryview(text.encode("utf-8"))},)


def test_the_groups_lines_travel_and_none_is_lost(
    journal: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    GroupFile().add(Line(text="Rain.", kind="hope", lesson="00"), Line(text="Dust.", kind="fear", lesson="00"))
    taken = journal.activity("group_lines")
    assert "2 lines lie in the group's file." in words_on(taken.box)
    press(taken.box, "Take the group's lines along")
    text = file_of(taken).decode("utf-8")
    assert SECRET not in text
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "elsewhere"))
    GroupFile().add(Line(text="Rain.", kind="hope", lesson="00"), Line(text="A road.", kind="idea", lesson="08"))
    there = lesson("journal", language="en").activity("group_lines")
    bring(there, text)
    assert "1 line is new here." in words_on(there.box)
    assert "3 lines lie in the group's file." in words_on(there.box)
    assert [one.text for one in GroupFile().lines()] == ["A road.", "Dust.", "Rain."]


def test_another_file_does_not_come_into_the_groups_lines(journal: Lesson) -> None:
    GroupFile().add(Line(text="Rain.", kind="hope", lesson="00"))
    there = journal.activity("group_lines")
    bring(there, journal.progress.text())
    assert "This is not a file of the kit" in words_on(there.box)
    assert [one.text for one in GroupFile().lines()] == ["Rain."]


def test_a_wrong_code_is_said_kindly_and_not_kept(work: Path) -> None:
    before = lesson("00_welcome", language="en").activity("before")
    before.field.value = "1990"
    assert "Two letters, then two digits, please." in words_on(before.box)
    assert before.state["code"] == ""
    before.field.value = "ab 12"
    assert "AB12" in words_on(before.box)


@pytest.mark.parametrize("damaged", [None, [], "x", 7, {"answers": [], "code": 3}, {"left_out": [1, {}], "can": "x"}])
def test_any_saved_state_opens(journal: Lesson, damaged: Any) -> None:
    for slug, keys in (("journal", tuple(ACTIVITIES)), ("00_welcome", ("before",))):
        for key in keys:
            activity = lesson(slug, language="en").activity(key)
            cleaned = activity.clean(
                damaged if isinstance(damaged, dict) else {"answers": damaged, "left_out": damaged}
            )
            assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned


@pytest.mark.parametrize("damaged", [None, [], "x", 7, {"text": 3}, {"home": {"text": None}}, {"dry": "x"}])
def test_damaged_words_are_passed_over(journal: Lesson, damaged: Any) -> None:
    for slug in ("00_welcome", "11_shared_river"):
        visit = lesson(slug, language="en")
        for key in visit.keys:
            for name in ("written", "answers", "words", "tell", "notes", "own", "text", "order"):
                assert visit.kind(key).written(visit, {name: damaged}) == ()
