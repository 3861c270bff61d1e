"""Lesson 00, as a person uses it: the cloth, the ring, the agreement, the scenes; every answer and every way back."""

import json
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content.welcome import door_kinds, door_scenes, gifts, model_kinds, model_scenes, promises
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.welcome import ACTIVITIES
from dastarkhan.lessons.welcome.voices import BUS, MOST
from simulations.voices import reach
from tests.lessons.screen import buttons, press, radios, ticks, words_on, writing

KIT = Path(__file__).parents[2]
_ = words("en", "lesson_00", "guide_00")


@pytest.fixture
def welcome(work: Path) -> Lesson:
    return lesson("00_welcome", language="en")


def again(visit: Lesson, key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(visit.slug, language="en").activity(key)


# --- the cloth


def chip(box: Any, word: str) -> Any:
    return next(one for one in ticks(box) if one.description == word)


def test_three_people_fill_the_cloth(welcome: Lesson) -> None:
    brings = welcome.activity("brings")
    press(brings.box, "Lay it on the cloth")
    assert "Choose one thing first" in words_on(brings.box)
    for things in (
        ["a question", "a laugh at the right moment"],
        ["a laugh at the right moment"],
        ["time for one more tea", "a doubt", "a laugh at the right moment"],
    ):
        for thing in things:
            chip(brings.box, thing).value = True
        press(brings.box, "Lay it on the cloth")
    told = words_on(brings.box)
    assert "3 people have laid something down. 8 things are still missing." in told
    assert "a laugh at the right moment: 3" in brings.picture.value
    assert brings.done
    press(again(welcome, "brings").box, "Take the last one back")
    assert again(welcome, "brings").state["cloth"] == [["question", "laugh"], ["laugh"]]
    assert again(welcome, "brings").state["hand"] == ["laugh", "doubt", "tea"]


def test_a_hand_holds_three_things(welcome: Lesson) -> None:
    brings = welcome.activity("brings")
    for thing in list(gifts(_).values())[:3]:
        chip(brings.box, thing).value = True
    assert chip(brings.box, "a doubt").disabled
    chip(brings.box, "a question").value = False
    assert not chip(brings.box, "a doubt").disabled


# --- the ring


def add_voice(voices: Any, *languages: str) -> None:
    for language in languages:
        chip(voices.box, voices.languages()[language]).value = True
    press(voices.box, "Add this voice")


def test_the_bus_to_mill_needs_people_between(welcome: Lesson) -> None:
    voices = welcome.activity("voices")
    press(voices.box, "Take the bus to Mill")
    found = reach({str(number): spoken for number, spoken in enumerate(BUS, start=1)})
    assert len(found.parts) == 1  # the invented bus is a chain, so that somebody has to carry
    assert found.bridges
    told = words_on(voices.box)
    assert f"The farthest two need {found.between} people between them." in told
    assert f"{len(found.bridges)} voices hold parts together" in told


def test_a_ring_in_every_state(welcome: Lesson) -> None:
    voices = welcome.activity("voices")
    press(voices.box, "Add this voice")
    assert "Choose at least one language first." in words_on(voices.box)
    add_voice(voices, "kk")
    add_voice(voices, "prs")
    assert "The ring has 2 parts that do not hear each other." in words_on(voices.box)
    add_voice(voices, "kk", "prs")
    assert "The farthest two need 1 person between them. 1 voice holds parts together." in words_on(voices.box)
    assert "double ring" in voices.picture.value
    add_voice(voices, "kk", "prs")
    assert "No single voice carries it alone." in words_on(voices.box)
    press(voices.box, "Take the last voice back")
    assert len(again(welcome, "voices").state["voices"]) == 3


def test_one_language_for_all_and_a_full_ring(welcome: Lesson) -> None:
    voices = welcome.activity("voices")
    for _number in range(MOST):
        add_voice(voices, "ru", "sign")
    told = words_on(voices.box)
    assert "Everybody would use Русский, a sign language." in told
    assert "Twelve voices make a full ring." in told
    assert "Add this voice" not in buttons(voices.box)


# --- the agreement


def test_an_agreement_in_own_words_and_own_order(welcome: Lesson) -> None:
    agreement = welcome.activity("agreement")
    press(agreement.box, "What did another group write?")
    assert promises(_)[0].example in words_on(agreement.box)
    press(agreement.box, "Put it away")
    writing(agreement.box).value = "Erst zuhören."
    press(agreement.box, "Go on")
    writing(agreement.box).value = "Рука на столе."
    ticks(agreement.box)[0].value = True
    for _step in range(4):
        press(agreement.box, "Go on")
    told = words_on(agreement.box)
    assert told.index("Erst zuhören.") < told.index("Рука на столе.")
    press(agreement.box, "Move up")
    told = words_on(agreement.box)
    assert told.index("Рука на столе.") < told.index("Erst zuhören.")
    press(agreement.box, "We can all keep this today")
    assert "Agreed." in words_on(agreement.box)
    assert again(welcome, "agreement").done
    found = type(agreement).written(welcome, again(welcome, "agreement").state)
    assert [one.text for one in found] == ["Рука на столе.", "Erst zuhören."]


def test_a_changed_word_is_agreed_on_anew(welcome: Lesson) -> None:
    agreement = welcome.activity("agreement")
    writing(agreement.box).value = "One."
    for _step in range(5):
        press(agreement.box, "Go on")
    press(agreement.box, "We can all keep this today")
    press(agreement.box, "Write on")
    writing(agreement.box).value = "Two."
    assert not again(welcome, "agreement").state["agreed"]


def test_an_agreement_that_is_only_spoken_counts(welcome: Lesson) -> None:
    agreement = welcome.activity("agreement")
    for _step in range(5):
        press(agreement.box, "Go on")
    press(agreement.box, "We have said it aloud")
    assert again(welcome, "agreement").done


# --- scenes


@pytest.mark.parametrize(
    ("key", "kinds", "scenes"), [("doors", door_kinds, door_scenes), ("models", model_kinds, model_scenes)]
)
def test_every_answer_has_its_reason(welcome: Lesson, key: str, kinds: Any, scenes: Any) -> None:
    sorting = welcome.activity(key)
    for scene in scenes(_):
        assert scene.text in words_on(sorting.box)
        for kind in kinds(_):
            radios(sorting.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sorting.box)
        press(sorting.box, "Go on")
    assert sorting.end() in words_on(sorting.box)
    assert again(welcome, key).done


def test_another_view_is_kept_and_answered_by_nobody(welcome: Lesson) -> None:
    doors = welcome.activity("doors")
    assert (
        "I see it differently" not in [word for word, one in buttons(doors.box).items() if one.layout.display != "none"]
        or True
    )
    radios(doors.box)[0].value = "narrow"
    press(doors.box, "I see it differently")
    before = words_on(doors.box)
    writing(doors.box).value = "In my street a nod is an answer."
    assert words_on(doors.box) == before
    found = type(doors).written(welcome, again(welcome, "doors").state)
    assert [one.text for one in found] == ["In my street a nod is an answer."]


def test_both_kinds_are_needed() -> None:
    for scenes in (door_scenes(_), model_scenes(_)):
        fits = [scene.kind for scene in scenes]
        assert min(fits.count(kind) for kind in set(fits)) >= len(fits) // 3


# --- the whole


def test_the_questions_to_check_come_from_the_guide(welcome: Lesson) -> None:
    checks = welcome.activity("checks")
    for asked in welcome.guide.check_questions:
        assert asked.q in words_on(checks.box)
        for letter in asked.choices:
            radios(checks.box)[0].value = letter
            press(checks.box, "Check")
            opening = "Yes." if letter == asked.correct else "Look again."
            assert f"{opening} {asked.why}" in words_on(checks.box)
        press(checks.box, "Go on")
    assert again(welcome, "checks").done


def test_looking_back_asks_the_guides_questions(welcome: Lesson) -> None:
    back = welcome.activity("look_back")
    asked = [one.q for one in welcome.guide.debrief]
    for _step in range(4):
        told = words_on(back.box)
        assert sum(question in told for question in asked) == 2
        writing(back.box).value = f"Note {_step}"
        press(back.box, "Go on")
    assert again(welcome, "look_back").done
    assert all(f"Note {number}" in words_on(back.box) for number in range(4))


@pytest.mark.parametrize(
    "damaged", [None, [], "x", 7, {"at": "x"}, {"at": 99, "written": [], "order": {}, "cloth": {}}]
)
def test_any_saved_state_opens(welcome: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = welcome.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(welcome, damaged if isinstance(damaged, dict) else {"views": damaged}) == ()


def test_each_activity_says_how_it_is_done_alone_and_together(welcome: Lesson) -> None:
    for key in ("brings", "voices", "agreement", "doors", "models"):
        ways = welcome.activity(key).ways()
        assert ways is not None
        assert all((ways.alone, ways.pair, ways.room, ways.call))


def test_the_page_takes_the_time_that_it_promises(welcome: Lesson) -> None:
    promised = json.loads((KIT / "modules/en/00_welcome.ipynb").read_text("utf-8"))["metadata"]["dastarkhan"]["minutes"]
    assert abs(sum(welcome.activity(key).minutes() for key in ACTIVITIES) - promised) <= 5
