"""Lesson 03's host: the circle and its clock, rests and passes, and circles for a whole room."""

import re
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

from dastarkhan.content.story_circle.circle import circle_rules, hard_moments, rungs
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.story_circle.circle import StoryCircle
from dastarkhan.lessons.story_circle.clock import Clock
from dastarkhan.lessons.story_circle.make_circles import INVENTED, MakeCircles, clean_room, seated
from dastarkhan.paper.lesson_pack import make_lesson_pack
from tests.lessons.screen import buttons, everything, press, radios, ticks, words_on

KIT = Path(__file__).parents[2]
SLUG = "03_story_circle"
_ = words("en", "lesson_03", "guide_03")


@pytest.fixture
def visit(work: Path) -> Lesson:
    return lesson(SLUG, language="en")


def again(visit: Lesson, key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(visit.slug, language="en").activity(key)


# --- the circle


def circle_of(visit: Lesson, size: int = 5, stories: int = 2) -> Any:
    circle = visit.activity("circle")
    radios(circle.box)[0].value = size
    radios(circle.box)[1].value = stories
    return circle


@pytest.mark.parametrize(
    ("size", "stories", "minutes"), [(4, 1, 19), (4, 2, 31), (5, 1, 25), (5, 2, 40), (6, 1, 32), (6, 2, 50)]
)
def test_the_host_says_how_long_it_takes(visit: Lesson, size: int, stories: int, minutes: int) -> None:
    circle = circle_of(visit, size, stories)
    assert f"About {minutes} minutes" in words_on(circle.box)
    told = re.sub(r"\s+", " ", (KIT / "facilitator_guides/en/03_story_circle.md").read_text("utf-8"))
    assert f"{minutes} minutes |" in told  # the guide's table says the same


def test_a_circle_of_four_from_the_rules_to_the_thanks(visit: Lesson, work: Path) -> None:
    circle = circle_of(visit, 4, 2)
    assert all(rule in words_on(circle.box) for rule in circle_rules(_))
    assert "Who is the helper today" in words_on(circle.box)
    press(circle.box, "We are ready")
    for rung in rungs(_):
        for voice in range(1, 5):
            told = words_on(circle.box)
            assert rung.prompt in told
            assert f"Voice {voice} of 4" in told
            if voice % 2:
                press(circle.box, "Begin")
            press(circle.box, "Next voice" if voice < 4 else "Next round")
    assert "15 seconds from each of the others" in words_on(circle.box)
    assert "When you told" in words_on(circle.box)
    assert "For person 1 of 4" in words_on(circle.box)
    for _person in range(3):
        press(circle.box, "Next person")
    press(circle.box, "To the end")
    assert "Stay silent for three breaths" in words_on(circle.box)
    kept = again(visit, "circle")
    assert kept.done
    assert "Stay silent for three breaths" in words_on(kept.box)
    press(kept.box, "Begin a new circle")
    assert "Before you begin" in words_on(kept.box)


def test_passing_leaves_no_other_trace_than_telling(visit: Lesson) -> None:
    told, passed = circle_of(visit, 4, 1), visit.activity("circle")
    press(told.box, "We are ready")
    press(told.box, "Begin")
    press(told.box, "Next voice")
    after_telling = dict(again(visit, "circle").state)
    passed = again(visit, "circle")
    press(passed.box, "Back")
    press(passed.box, "Next voice")
    assert dict(again(visit, "circle").state) == after_telling
    assert set(after_telling) == {"size", "stories", "at", "voice", "forming", "room"}
    assert StoryCircle.written(visit, after_telling) == ()
    assert not [one for one in everything(told.box) if type(one).__name__ in ("Textarea", "Text")]


def test_anybody_may_let_it_rest(visit: Lesson) -> None:
    circle, seconds = circle_of(visit), [0.0]
    circle.clock.now = lambda: seconds[0]
    press(circle.box, "We are ready")
    press(circle.box, "Begin")
    seconds[0] = 20
    press(circle.box, "Rest")
    told = words_on(circle.box)
    assert "The circle rests. Nobody has to say why." in told
    assert all(one.do in told for one in hard_moments(_))
    seconds[0] = 500
    press(circle.box, "Go on")
    assert circle.clock.running
    assert circle.clock.used == 20
    press(circle.box, "Rest")
    press(circle.box, "End here, all together")
    assert "the helper has time now" in words_on(circle.box)
    assert again(visit, "circle").done


def test_resting_before_a_voice_does_not_start_its_time(visit: Lesson) -> None:
    circle = circle_of(visit)
    press(circle.box, "We are ready")
    press(circle.box, "Rest")
    press(circle.box, "Go on")
    assert not circle.clock.running
    assert "Begin" in buttons(circle.box)
    press(circle.box, "Back")
    assert "Before you begin" in words_on(circle.box)


def test_the_clock_is_drawn_by_the_page_and_makes_no_sound() -> None:
    seconds = [0.0]
    clock = Clock(now=lambda: seconds[0])
    assert "inline-size:0%" in clock.drawn(180, _)
    assert "visibility:hidden" in clock.drawn(180, _)
    clock.start()
    seconds[0] = 45
    drawn = clock.drawn(180, _)
    assert "dk-clock-fill 180s linear -45.0s" in drawn
    assert "135.0s both" in drawn
    clock.stop()
    assert "inline-size:25%" in clock.drawn(180, _)
    clock.start()
    seconds[0] = 400
    clock.stop()
    assert "inline-size:100%" in clock.drawn(180, _)
    assert "style=''>Come to an end" in clock.drawn(180, _)
    assert not any(word in drawn for word in ("<script", "<audio", "onload"))


# --- circles for a room


def test_an_invented_room_gets_circles_of_one_language(visit: Lesson) -> None:
    circle = visit.activity("circle")
    press(circle.box, "For trainers: circles for a whole room")
    press(circle.box, "Take an invented room of 23")
    assert "Cards 1 to 3: Қазақша, Русский, round" in words_on(circle.box)
    press(circle.box, "Make circles")
    told = words_on(circle.box)
    assert told.count("Circle ") >= 5
    assert "does not tell in it" not in told
    seating = seated([{"speaks": one, "side": side, "n": n} for one, side, n in INVENTED])
    assert seating is not None
    assert sorted(len(table.members) for table in seating.tables) == [4, 4, 5, 5, 5]
    assert all(table.languages[0][1] == len(table.members) for table in seating.tables)
    assert sum(len(table.sides) == 2 for table in seating.tables) >= 4  # sides are mixed where languages allow it
    kept = again(visit, "circle")
    assert "Circle 5" in words_on(kept.box)
    press(kept.box, "Back to the circle")
    assert "We are ready" in buttons(kept.box)


def forming(**room: object) -> MakeCircles:
    return MakeCircles(clean_room(room), lambda _room: None, _)


def entry(*speaks: str, n: int = 1, side: str = "round") -> dict[str, object]:
    return {"speaks": [*speaks], "side": side, "n": n}


def test_nobody_is_left_without_being_asked() -> None:
    made = forming(entries=[entry("kk", n=4), entry("prs")], made=True)
    assert "Card 5 does not tell in it. Ask:" in words_on(made.box)


def test_other_languages_are_shared_only_where_they_were_entered_together() -> None:
    apart = seated([entry("other", n=2), entry("other", n=2)])
    together = seated([entry("other", n=4)])
    assert apart is not None
    assert together is not None
    assert apart.tables[0].languages[0][1] == 2
    assert together.tables[0].languages[0][1] == 4


@pytest.mark.parametrize(
    ("n", "said"), [(3, "A circle needs four people."), (7, "7 people make no circles"), (11, "Circle 2")]
)
def test_numbers_that_make_no_circle(n: int, said: str) -> None:
    assert said in words_on(forming(entries=[entry("kk", n=n)], made=True).box)


def test_cards_are_added_and_taken_back() -> None:
    made = forming()
    press(made.box, "Add them")
    assert "Choose at least one language first." in words_on(made.box)
    ticks(made.box)[0].value = True
    next(one for one in everything(made.box) if isinstance(one, ipywidgets.SelectionSlider)).value = 24
    press(made.box, "Add them")
    assert made.room["entries"][0]["n"] == 24
    press(made.box, "Take the last ones back")
    assert made.room["entries"] == []
    assert made.room["next"]["n"] == 24
    full = forming(entries=[entry("kk", n=24), entry("ky", n=24), entry("ru", n=12)], next=entry("kk"))
    press(full.box, "Add them")
    assert "Sixty cards fill a room." in words_on(full.box)
    assert sum(one["n"] for one in clean_room({"entries": [entry("kk", n=24)] * 4})["entries"]) <= 60


def test_the_card_for_the_host_says_the_same_times(visit: Lesson) -> None:
    host = next(page for page in make_lesson_pack(SLUG, {"en": 8}).pages if page.part == "host")
    assert "needs 25 minutes with one story each, and 40 with two" in str(host.blocks)
    assert [circle_of(visit, 5, stories).length() for stories in (1, 2)] == [25, 40]
