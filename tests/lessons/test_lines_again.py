"""The group's own file of lines, and how they are shown again; nothing goes there by itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.group_file import KINDS, GroupFile, Line, parse, write
from dastarkhan.lessons.lines_again import SHOWN
from simulations.errors import KitError
from tests.lessons.screen import buttons, press, take, words_on, writing

LINES = st.builds(Line, text=st.text(min_size=1).filter(str.strip), kind=st.sampled_from(KINDS), lesson=st.just("00"))


def leave(visit: Lesson, text: str, kind: str = "hope") -> Any:
    line = visit.activity("one_line")
    take(line.box, kind)
    writing(line.box).value = text
    press(line.box, "Leave this line")
    return line


@pytest.fixture
def welcome(work: Path) -> Lesson:
    return lesson("00_welcome", language="en")


def test_a_line_goes_to_the_group_by_a_tap_and_comes_out_again(welcome: Lesson, work: Path) -> None:
    line = leave(welcome, "A bridge for goats.")
    assert not (work / "group").exists()
    press(line.box, "Put it into the group's file")
    assert GroupFile().lines() == (Line(text="A bridge for goats.", kind="hope", lesson="00"),)
    assert lesson("00_welcome", language="en").activity("one_line").state["given"]
    press(line.box, "Take it out of the group's file")
    assert GroupFile().lines() == ()
    assert "Put it into the group's file" in buttons(line.box)


def test_several_people_leave_lines_on_one_computer(welcome: Lesson) -> None:
    line = leave(welcome, "A bridge for goats.")
    press(line.box, "Put it into the group's file")
    assert "It stands only in your own file." not in words_on(line.box)
    press(line.box, "An empty slip for the next person")
    assert "A bridge for goats." not in words_on(line.box)
    assert writing(line.box).value == ""
    press(leave(welcome, "Less dust.", "idea").box, "Put it into the group's file")
    assert [one.text for one in GroupFile().lines()] == ["A bridge for goats.", "Less dust."]


@pytest.mark.parametrize("step", ["Take it out of the group's file", "Change it", "Take it back"])
def test_a_line_that_cannot_be_taken_out_is_not_called_taken_out(
    welcome: Lesson, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    line = leave(welcome, "Rain.")
    press(line.box, "Put it into the group's file")

    def fail(_self: GroupFile, _line: Line) -> None:
        raise KitError("lesson.cannot_save", folder="group", reason="read-only")

    monkeypatch.setattr(GroupFile, "remove", fail)
    press(line.box, step)
    assert "cannot be saved" in words_on(line.box)
    assert line.state["given"]
    assert line.state["text"] == "Rain."


def test_ones_own_line_needs_no_tap_where_no_group_reads(welcome: Lesson) -> None:
    leave(welcome, "A bridge for goats.")
    again = lesson("08_negotiation", language="en").activity("last_lines")
    assert "A hope A bridge for goats." in words_on(again.box)


@pytest.mark.parametrize("step", ["Change it", "Take it back"])
def test_a_line_that_changes_leaves_the_group(welcome: Lesson, step: str) -> None:
    line = leave(welcome, "Rain.")
    press(line.box, "Put it into the group's file")
    press(line.box, step)
    assert GroupFile().lines() == ()


def test_the_next_lesson_opens_the_groups_lines_and_ones_own(welcome: Lesson) -> None:
    leave(welcome, "A bridge for goats.")
    GroupFile().add(Line(text="Less dust.", kind="idea", lesson="00"), Line(text="Of today.", kind="fear", lesson="08"))
    again = lesson("08_negotiation", language="en").activity("last_lines")
    told = words_on(again.box)
    assert "An idea Less dust." in told
    assert "Of today." not in told  # the lines of this lesson wait for the next
    assert "A bridge for goats." not in told  # somebody may look over one's shoulder
    press(again.box, "Show my own line: only I look at the screen")
    assert "Your own line, which only you see: A hope A bridge for goats." in words_on(again.box)
    take(again.box, "changed")
    press(again.box, "We have read them")
    later = lesson("08_negotiation", language="en").activity("last_lines")
    assert later.done
    assert later.state["said"] == {"00_welcome": "changed"}


def test_without_a_line_it_says_how_lines_come(work: Path) -> None:
    again = lesson("11_shared_river", language="en").activity("last_lines")
    assert "There is no line yet." in words_on(again.box)
    assert buttons(again.box) == {}


def test_many_lines_are_folded(work: Path) -> None:
    GroupFile().add(*(Line(text=f"Line {n}", kind="hope", lesson="00") for n in range(SHOWN + 3)))
    again = lesson("08_negotiation", language="en").activity("last_lines")
    assert "3 lines more" in words_on(again.box)


def test_signs_in_a_line_stay_signs(work: Path) -> None:
    GroupFile().add(Line(text="<img src=x>", kind="fear", lesson="00"))
    shown = lesson("08_negotiation", language="en").activity("last_lines")._slips(GroupFile().lines())
    assert "<img" not in shown
    assert "&lt;img" in shown


@given(st.frozensets(LINES))
def test_what_is_written_is_read_and_the_order_says_nothing(lines: frozenset[Line]) -> None:
    assert parse(write(lines)) == lines
    assert write(lines) == write(sorted(lines, reverse=True))
    assert set(json.loads(write(lines))) == {"schema", "lines"}
    assert all(set(one) == {"text", "kind", "lesson"} for one in json.loads(write(lines))["lines"])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 2, "lines": []}', '{"schema": 1, "lines": [3]}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(KitError, match=r"lesson\.not_our_file"):
        parse(text)


def test_a_damaged_file_is_put_aside_and_its_backup_read(work: Path) -> None:
    GroupFile().add(Line(text="One", kind="hope", lesson="00"))
    GroupFile().add(Line(text="Two", kind="hope", lesson="00"))
    path = work / "group" / "lines.json"
    path.write_text("half", encoding="utf-8")
    assert [line.text for line in GroupFile().lines()] == ["One"]
    assert list(path.parent.glob("lines.damaged-*.json"))


@pytest.mark.parametrize("damaged", [None, [], "x", {"00_welcome": "loved"}, {"00_welcome": ["still"]}])
def test_any_saved_state_opens(work: Path, damaged: Any) -> None:
    again = lesson("08_negotiation", language="en").activity("last_lines")
    assert again.clean({"said": damaged}) == {"said": {}}
