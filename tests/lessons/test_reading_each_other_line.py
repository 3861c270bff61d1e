"""The phone line of lesson 02: each call by hand, first runs and later ones, every screen, and the model."""

import re
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

from dastarkhan.content.reading_each_other.line_messages import line_messages
from dastarkhan.content.reading_each_other.phone_line import CAUGHT, LINE, SLIP, people_on_the_line, what_it_leaves_out
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.reading_each_other.line_numbers import WAYS, way_of
from dastarkhan.lessons.reading_each_other.line_told import PLACES, station
from dastarkhan.lessons.reading_each_other.phone_run import Change, PhoneRun, phone_run
from dastarkhan.pictures.beads import Bead, bead_words
from dastarkhan.pictures.station_symbols import SYMBOLS
from simulations.relay import Call, SaysBack, arrives
from tests.lessons.screen import everything, press, take, words_on, writing

SLUG = "02_reading_each_other"
_ = words("en", "lesson_02", "guide_02")


@pytest.fixture
def visit(work: Path) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


def test_a_piece_changes_step_by_step_by_hand() -> None:
    gate = line_messages(_)[0]
    turn = gate.pieces[1]

    def call(*slipped: str, caught: tuple[str, ...] = ()) -> Call:
        return Call(giver="aigul", taker="bek", slipped=slipped, caught=caught)

    run = PhoneRun(
        message=gate,
        calls=(
            call("turn"),
            call("turn", "added"),
            call("turn"),
            call("turn", "added", caught=("ask",)),
            call("added", caught=("added",)),
        ),
    )
    ways = [[(one.way, one.caught) for one in run.changes(n)] for n in range(6)]
    assert ways == [
        [],
        [("fitted", False)],
        [("sharper", False), ("added", False)],
        [("left_out", False)],
        [("sharper", True), ("added", False)],  # the turn is gone, and nothing more can happen to it
        [],  # both additions are there already
    ]
    assert run.changes(2)[0] == Change(
        key="turn", way="sharper", before=turn.slips[0].text, after=turn.slips[1].text, caught=False
    )
    assert "turn" not in run.texts(3)
    assert run.added(5) == gate.added
    assert run.arrived(5) == 4
    assert run.n_caught() == 1
    assert run.counted() == {"fitted": 1, "sharper": 1, "left_out": 1, "added": 2}
    whole = Bead.WHOLE
    assert run.beads(1) == (whole, Bead.CHANGED, whole, whole, whole)
    assert run.beads(4) == (whole, Bead.GONE, Bead.CAUGHT, whole, whole, Bead.ADDED, Bead.ADDED)


def test_what_is_said_at_a_station_by_hand() -> None:
    gate = line_messages(_)[0]
    calls = (
        Call(giver="aigul", taker="bek", slipped=("why", "tea"), caught=("turn", "added")),
        Call(giver="bek", taker="dinara", slipped=("why", "added"), caught=()),
        Call(giver="dinara", taker="talgat", slipped=("why",), caught=("tea",)),
    )
    run = PhoneRun(message=gate, calls=calls)
    told = [re.sub(r"<[^>]+>", " ", station(run, n, _)) for n in range(4)]
    assert "Station 1 of 4" in told[0]
    assert "Made to fit" not in told[0]
    assert f"It was: {gate.pieces[0].says}" in told[1]
    assert f"First it was heard: {gate.pieces[1].slips[0].text}" in told[1]
    assert f"Heard, and not passed on: {gate.added[0]}" in told[1]
    assert "Added" in told[2]
    assert gate.added[0] in told[2]
    assert "Left out" in told[3]
    assert gate.added[0] in told[3]  # it goes on
    assert "First it was heard: Come, and not alone." in told[3]


@pytest.mark.parametrize("message", line_messages(_), ids=lambda one: one.key)
def test_first_runs_are_what_the_screen_says_of_them(message: Any) -> None:
    plain, back = (phone_run(message, 0, who) for who in (SaysBack.NOBODY, SaysBack.EVERYBODY))
    calls = len(LINE) - 1
    assert abs(plain.arrived(calls) - 5 * arrives(calls, slip=SLIP)) <= 1
    assert abs(back.arrived(calls) - 5 * arrives(calls, slip=SLIP, caught=CAUGHT)) <= 1
    assert plain.slips(calls).get(message.heart)
    assert not back.slips(calls).get(message.heart)
    rings = sum(back.beads(n).count(Bead.CAUGHT) for n in range(calls + 1))
    assert rings == back.n_caught()  # whoever counts them on the picture finds what the sentence says
    assert plain.way == (LINE if message.sender == "mill" else LINE[::-1])


def test_later_runs_fall_as_they_fall() -> None:
    gate = line_messages(_)[0]
    runs = [phone_run(gate, n, SaysBack.NOBODY).arrived(7) for n in range(1, 300)]
    assert sum(runs) / len(runs) == pytest.approx(5 * arrives(7, slip=SLIP), abs=0.2)
    assert {0, 4} <= set(runs)


def test_a_message_is_sent_felt_sent_again_and_counted_last(visit: Lesson) -> None:
    line = visit.activity("line")
    assert "It is passed on 7 times." in words_on(line.box)
    take(line.box, 3)
    press(line.box, "Send it")
    people = [one.who for one in people_on_the_line(_)]
    for n, who in enumerate(people):
        assert f"Station {n + 1} of 8 {who}" in words_on(line.told)
        if n < 7:
            press(line.box, "Pass it on")
    press(line.box, "Back")
    assert people[6] in words_on(line.told)
    press(line.box, "To the end")
    press(line.box, "Go on")
    said = words_on(line.box)
    assert "Your chair: ⁨Rustam, in the field⁩." in said
    assert "of five pieces" not in said  # feelings come before the count
    assert "You get no water turn." in said
    writing(line.box).value = "Angry. I would call my brother."
    press(line.box, "Send it again, and say back")
    assert "I will say back what I have heard." in words_on(line.box)
    for _call in range(7):
        press(line.box, "Pass it on")
    press(line.box, "Go on")
    said = words_on(line.box)
    assert "Arrived as they left: 1 of five pieces. With saying back: 4 of five. You had guessed 3." in said
    assert "Nobody on this line meant any harm." in said
    assert "arrived only with saying back" in said
    assert all(one in said for one in what_it_leaves_out(_))
    kept = again("line")
    assert kept.done
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["Angry. I would call my brother."]


def test_another_run_and_another_message(visit: Lesson) -> None:
    line = visit.activity("line")
    line.go("both")
    press(line.box, "Send it once more")
    assert line.state["run"] == 1
    assert "You had guessed" not in words_on(line.box)
    press(line.box, "Another message")
    assert (line.state["message"], line.state["run"], line.state["guess"]) == ("wedding", 0, None)
    take(line.box, "match")
    said = words_on(line.box)
    assert "It goes from ⁨Rustam, in the field⁩ to ⁨Aigul, at the water gauge in Mill⁩." in said
    press(line.box, "Send it")
    assert "Station 1 of 8 Rustam" in words_on(line.told)


def test_what_becomes_of_the_heart_is_said_in_each_case(visit: Lesson) -> None:
    line = visit.activity("line")
    said = set()
    for run in range(60):
        line.remember(run=run)
        said.add(line._heart().partition(": “")[0])
    assert said == {
        f"The heart of the message {what}"
        for what in ("arrived only with saying back", "got lost both times", "arrived both times")
    }


def test_the_model_says_what_is_computed(visit: Lesson) -> None:
    line = visit.activity("line")
    line.go("try")
    assert "Change this number and see." in words_on(line.box)
    assert [len(way_of(way)) - 1 for way in WAYS] == [7, 5, 2]
    assert "81 of 100 pieces arrive as they left. Without saying back it is 32." in words_on(line.box)
    assert "Of five pieces that is 4.0 instead of 1.6." in words_on(line.box)
    take(line.box, "new")
    assert "94 of 100 pieces arrive as they left. Without saying back it is 72." in words_on(line.box)
    take(line.box, "all")
    take(line.box, "last")
    assert "37 of 100 pieces" in words_on(line.box)  # 0.85 six times, and 0.97 once
    assert "The last call cannot catch what slipped before it." in words_on(line.box)
    take(line.box, "nobody")
    assert "32 of 100 pieces arrive as they left. Of five pieces that is 1.6 on average." in words_on(line.box)
    slider = next(one for one in everything(line.box) if isinstance(one, ipywidgets.SelectionSlider))
    slider.value = 0
    assert "100 of 100 pieces arrive as they left." in words_on(line.box)
    assert again("line").state["slips"] == 0
    press(line.box, "Back to the two runs")
    assert "Nobody on this line meant any harm." in words_on(line.box)


def test_the_pictures_say_it_in_words_and_mirror(work: Path) -> None:
    line = lesson(SLUG, language="prs").activity("line")
    pictures = [one.value for one in everything(line.stage) if "<svg" in str(getattr(one, "value", ""))]
    assert pictures[0].count('class="dk-part') == 8
    line.go("back")
    line._pass_on("back", 7)
    assert "aria-label" in line.picture.value
    assert {one for one, _label, symbol in ((key, 0, place[2]) for key, place in PLACES.items()) if symbol} == set(LINE)
    assert {place[2] for place in PLACES.values()} == set(SYMBOLS)
    assert set(bead_words(_)) == set(Bead)


@pytest.mark.parametrize("at", ["choose", "plain", "felt", "back", "both", "try"])
def test_each_screen_of_the_line_opens_from_a_saved_state(visit: Lesson, at: str) -> None:
    visit.progress.save("line", {"at": at, "message": "bus", "come": {"plain": 3}, "run": 5}, done=False, based_on=0)
    line = visit.activity("line")
    assert line.state["at"] == at
    assert words_on(line.box)
    assert line.clean(line.state) == line.state
