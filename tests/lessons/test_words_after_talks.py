"""Clauses, the debrief and the one line, used without a browser."""

import json
import re
from collections.abc import Callable

from dastarkhan.guides.vocabulary import Stage
from dastarkhan.languages.clause_words import clauses
from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.played import years_talked
from simulations.games import agreements
from tests.lessons.after_talks import FIRST, Year, hold_talks, plain, put_role_down
from tests.lessons.screen import buttons, press, select, ticks, words_on, writing

Again = Callable[..., Lesson]
# --- clauses, debrief, one line


def test_two_clauses_are_written_and_judged_by_nobody(river: Lesson, again: Again) -> None:
    writes = river.activity("clauses")
    for one in clauses(river.words):
        assert one.example[0] not in words_on(writes.box)
        press(writes.box, "Show me an example")
        assert one.example[0] in plain(words_on(writes.box))
        writing(writes.box).value = f"We measure together ({one.key}).\nUntil 30 September."
        ticks(writes.box)[-1].value = True
        back = again().activity("clauses")
        assert back.state == writes.state
        assert writing(back.box).value == writing(writes.box).value
        press(writes.box, "Go on")
    assert writes.done
    said = words_on(writes.box)
    assert "We measure together (dry)." in said
    assert "We measure together (data)." in said
    assert not re.search(r"right|wrong|well done|missing", said.lower())
    assert writes.summary() == "2 clauses are written."
    press(writes.box, "Write on")
    press(writes.box, "Put the example away")
    assert ticks(writes.box)[-1].value


def test_paper_is_fine_too(river: Lesson) -> None:
    writes = river.activity("clauses")
    press(writes.box, "Go on")
    press(writes.box, "Back")
    press(writes.box, "Go on")
    press(writes.box, "Go on")
    assert writes.done
    assert "Paper is fine too." in words_on(writes.box)


def test_the_debrief_goes_from_feelings_to_home_and_back(talked: Lesson, again: Again) -> None:
    debrief = talked.activity("debrief")
    for number, stage in enumerate(Stage):
        said = plain(words_on(debrief.box))
        asked = [one.q for one in talked.guide.debrief if one.stage is stage]
        assert asked
        assert all(question in said for question in asked)
        assert ("Back" in buttons(debrief.box)) == (number > 0)
        assert ("Your newest talks" in said) == (stage is Stage.HAPPENED)
        writing(debrief.box).value = f"About {stage}"
        assert words_on(again().activity("debrief").box) == words_on(debrief.box)
        press(debrief.box, "Go on")
    assert debrief.done
    assert all(f"About {stage}" in words_on(debrief.box) for stage in Stage)
    press(debrief.box, "Look at the steps again")
    assert writing(debrief.box).value == "About feel"


def test_answers_under_the_earlier_names_of_the_stages_are_kept(talked: Lesson) -> None:
    earlier = {"at": 1, "answers": {"feelings": {"text": "Silence."}, "home": {"text": "A wall."}}}
    talked.progress.save("debrief", earlier, done=False, based_on=talked.progress.entry("debrief").revision)
    debrief = talked.activity("debrief")
    texts = {key: answer["text"] for key, answer in debrief.state["answers"].items()}
    assert texts == {"feel": "Silence.", "transfer": "A wall."}
    assert [one.text for one in debrief.written(talked, earlier)] == ["Silence.", "A wall."]


def test_the_record_is_told_as_it_was(talked: Lesson) -> None:
    debrief = talked.activity("debrief")
    press(debrief.box, "Go on")
    said = plain(words_on(debrief.box))
    assert "Offers: Gardens 0, Springs 2." in said
    assert "Questions: Gardens 0, Springs 1." in said
    assert "Asked: “What worries you?”" in said
    assert "Year 1: A normal year, with an agreement." in said or "Year 1: " in said
    assert "no agreement. “We do not dare to promise it for dry years.”" in said


def test_a_dry_year_is_told_in_points_beside_acting_alone(river: Lesson) -> None:
    second = {**FIRST, "maintenance_share": 0, "data_sharing": 0}
    hold_talks(river, Year(package=FIRST), Year(package=second))
    put_role_down(river)
    year = years_talked(river)[1]
    assert year.closed["card"] == "drought"  # the lesson itself brings it in
    debrief = river.activity("debrief")
    press(debrief.box, "Go on")
    said = plain(words_on(debrief.box))
    alone = agreements.year_under(river.case, "drought", None).points
    points = year.meeting.state.closed[1]["points"]
    for side in river.case.sides:
        gain = points[side] - alone[side]
        assert f"{river.text(f'sides.{side}.name')} {f'+{gain}' if gain > 0 else f'-{-gain}' if gain else 0}" in said


def test_a_line_is_left_changed_and_taken_back(river: Lesson, again: Again) -> None:
    line = river.activity("one_line")
    press(line.box, "Leave this line")
    assert "Choose one of the four" in words_on(line.box)
    assert not line.done
    select(line.box, 0, "hope")
    writing(line.box).value = "Ҳамсояҳо боз вомехӯранд."
    press(line.box, "Leave this line")
    assert line.done
    back = again().activity("one_line")
    assert "A hope Ҳамсояҳо боз вомехӯранд." in words_on(back.box)
    assert "a slip without a name" in words_on(back.box)
    press(back.box, "Change it")
    assert writing(back.box).value == "Ҳамсояҳо боз вомехӯранд."
    select(back.box, 0, "idea")
    press(back.box, "Leave this line")
    assert "An idea" in words_on(back.box)
    press(back.box, "Take it back")
    assert "вомехӯранд" not in json.dumps(again().activity("one_line").state, ensure_ascii=False)
