"""Lesson 03, as a person uses it: sorting, questions, a practice debate, the circle and its clock, the way for one."""

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content.story_circle.by_oneself import flashback_checks, imagine_steps, story
from dastarkhan.content.story_circle.circle import hard_moments, rungs
from dastarkhan.content.story_circle.questions import narrow_questions, question_checks
from dastarkhan.content.story_circle.utterances import utterances
from dastarkhan.content.story_circle.ways_of_talking import differences, ways_of_talking
from dastarkhan.guides import plan, plan_names, read_guide
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.story_circle import ACTIVITIES
from dastarkhan.lessons.story_circle.turns import Turns
from dastarkhan.paper.lesson_pack import make_lesson_pack
from tests.lessons.screen import press, radios, take, ticks, words_on, writing

KIT = Path(__file__).parents[2]
SLUG = "03_story_circle"
_ = words("en", "lesson_03", "guide_03")


@pytest.fixture
def visit(work: Path) -> Lesson:
    return lesson(SLUG, language="en")


def again(visit: Lesson, key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(visit.slug, language="en").activity(key)


# --- sorting


def test_every_utterance_has_a_reason_for_every_way(visit: Lesson) -> None:
    sort = visit.activity("sort")
    for scene in utterances(_):
        assert scene.text in words_on(sort.box)
        for kind in ways_of_talking(_):
            radios(sort.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sort.box)
        press(sort.box, "Go on")
    told = words_on(sort.box)
    assert all(one.ask in told and answer in told for one in differences(_) for answer in one.answers.values())
    assert again(visit, "sort").done


# --- questions


def test_narrow_questions_are_opened_with_reasons(visit: Lesson) -> None:
    asked = visit.activity("questions")
    for one in narrow_questions(_):
        assert one.says in words_on(asked.box)
        for way in one.ways:
            radios(asked.box)[0].value = way.key
            told = words_on(asked.box)
            assert f"{'Yes.' if way.key == one.best else 'Look again.'} {way.why}" in told
            assert (one.hint in told) is (way.key != one.best)
        press(asked.box, "Go on")
    assert not asked.done


def test_own_questions_are_ticked_and_never_judged(visit: Lesson) -> None:
    asked = visit.activity("questions")
    press(asked.box, "Go on")
    press(asked.box, "Go on")
    press(asked.box, "Short of time: on to my own words")
    writing(asked.box).value = "Do you not hate this?"
    before = words_on(asked.box)
    assert "Look again" not in before
    assert [one.description for one in ticks(asked.box)] == list(question_checks(_))
    ticks(asked.box)[5].value = True
    ticks(asked.box)[0].value = True
    ticks(asked.box)[5].value = False
    press(asked.box, "Go on")
    kept = again(visit, "questions")
    assert kept.done
    assert kept.state["ticked"] == [0]
    assert "Do you not hate this?" in words_on(kept.box)
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["Do you not hate this?"]
    press(kept.box, "Write on")
    press(kept.box, "Back")
    assert narrow_questions(_)[5].says in words_on(kept.box)


# --- the practice debate


def test_numbers_of_a_talk_by_hand() -> None:
    turns = Turns(order="ABAC")
    assert dict(turns.graph.edges) == {("A", "B"): {"weight": 1}, ("B", "A"): {"weight": 1}, ("A", "C"): {"weight": 1}}
    assert (turns.heard, turns.silent, turns.changes, turns.busiest) == (3, ("D", "E", "F"), 3, ("A", "B", 2))
    assert Turns(order="").busiest is None
    assert Turns(order="A").busiest is None


def test_the_six_on_the_bus_debate_and_talk(visit: Lesson) -> None:
    practice = visit.activity("practice")
    assert "In the story circle nobody counts" in words_on(practice.box)
    press(practice.box, "To the debate")
    told = words_on(practice.box)
    assert "4 of 6 seats spoke." in told
    assert "Of 17 changes of voice, 13 were between seats 1 and 2." in told  # counted by hand
    assert "Not heard yet: seats 5, 6." in told
    press(practice.box, "To the dialogue")
    told = words_on(practice.box)
    assert "6 of 6 seats spoke." in told
    assert "Not heard yet" not in told
    press(practice.box, "Lay them side by side")
    assert "These turns are invented" in words_on(practice.box)
    for answer in practice.question().answers:
        take(practice.box, answer.key)
        press(practice.box, "Check")
        assert answer.why in words_on(practice.box)
    assert again(visit, "practice").done
    press(practice.box, "Look once more")
    assert "Who talks?" in words_on(practice.box)


def test_a_table_taps_its_own_seats(visit: Lesson) -> None:
    practice = visit.activity("practice")
    take(practice.box, "own")
    take(practice.box, "melon")
    press(practice.box, "To the debate")
    assert "Nobody has spoken yet." in words_on(practice.box)
    for seat in "33434":  # a second tap on the same seat is the same voice
        press(practice.box, seat)
    assert again(visit, "practice").state["taps"] == {"debate": "CDCD", "dialogue": ""}
    assert "Of 3 changes of voice, 3 were between seats 3 and 4." in words_on(practice.box)
    press(practice.box, "Take the last tap back")
    assert "Of 2 changes of voice, 2 were" in words_on(practice.box)
    assert again(visit, "practice").state["taps"]["debate"] == "CDC"
    assert "Melon before the meal" in words_on(practice.box)


def test_no_story_circle_is_drawn(visit: Lesson) -> None:
    for source in (KIT / "dastarkhan/lessons/story_circle").glob("*.py"):
        if source.name not in ("practice.py", "turns.py"):
            assert "turns" not in source.read_text("utf-8").lower()


# --- by oneself


def test_the_small_door_says_that_it_is_small(visit: Lesson) -> None:
    alone = visit.activity("by_oneself")
    assert "A real circle does more" in words_on(alone.box)
    assert all(part in words_on(alone.box) for part in story(_))
    writing(alone.box).value = "When you told of the loaf, I saw flour."
    ticks(alone.box)[0].value = True
    assert len(ticks(alone.box)) == len(flashback_checks(_))
    press(alone.box, "Go on")
    assert all(step in words_on(alone.box) for step in imagine_steps(_))
    press(alone.box, "Go on")
    assert "You can leave it out there." in words_on(alone.box)
    writing(alone.box).value = "I was nine."
    press(alone.box, "Back")
    press(alone.box, "Go on")
    assert writing(alone.box).value == "I was nine."
    press(alone.box, "Go on")
    kept = again(visit, "by_oneself")
    told = words_on(kept.box)
    assert kept.done
    assert "Nobody has listened to you yet" in told
    assert "0.35" in told
    assert "disputed" in told
    texts = [one.text for one in type(kept).written(visit, kept.state)]
    assert texts == ["When you told of the loaf, I saw flour.", "I was nine."]
    press(kept.box, "Look at the steps again")
    assert ticks(kept.box)[0].value is True


# --- the whole


@pytest.mark.parametrize(
    "damaged", [None, [], "x", 7, {"at": "x"}, [{"side": 3}], {"entries": [{"speaks": 5}, 3], "debate": "AAZ1"}]
)
def test_any_saved_state_opens(visit: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = visit.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(visit, damaged if isinstance(damaged, dict) else {"own": damaged}) == ()


def test_saved_turns_are_only_seats() -> None:
    activity = lesson(SLUG, language="en").activity("practice")
    kept = activity.clean({"taps": {"debate": "AAZ1B" * 100}})["taps"]["debate"]
    assert set(kept) == {"A", "B"}
    assert len(kept) <= 120
    assert all(one != other for one, other in pairwise(kept))


def test_each_activity_says_how_it_is_done_alone_and_together(visit: Lesson) -> None:
    for key in ("sort", "questions", "practice", "circle", "by_oneself"):
        ways = visit.activity(key).ways()
        assert ways is not None
        assert all((ways.alone, ways.pair, ways.room, ways.call))


def test_the_page_takes_the_time_that_it_promises(visit: Lesson) -> None:
    page = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))
    in_a_circle = [key for key in ACTIVITIES if key not in ("practice", "by_oneself")]  # two hours, or nobody else
    asked = sum(visit.activity(key).minutes() for key in in_a_circle)
    assert abs(asked - page["metadata"]["dastarkhan"]["minutes"]) <= 8


def test_every_plan_leaves_time_for_a_circle_of_five(visit: Lesson) -> None:
    guide = read_guide("03")
    assert set(plan_names(guide)) == {"60", "90", "120", "interpreted-90", "interpreted-126"}
    for name in plan_names(guide):
        minutes = {one.step.id: one.end - one.start for one in plan(guide, name).steps}
        one_story = name in ("60", "interpreted-90")
        assert minutes["circle"] >= (25 if one_story else 40)


def test_the_pack_keeps_answers_from_the_circle() -> None:
    pack = make_lesson_pack(SLUG, {"en": 8})
    for page in pack.pages:
        told = json.dumps(page.to_plain(), ensure_ascii=False)
        if not page.part.endswith("_why"):
            assert utterances(_)[0].why["dialogue"] not in told
            assert narrow_questions(_)[0].ways[0].why not in told
    host = next(page for page in pack.pages if page.part == "host")
    told = json.dumps(host.to_plain(), ensure_ascii=False)
    assert all(one.prompt in told for one in rungs(_))
    assert all(one.do in told for one in hard_moments(_))


def test_the_pictures_mirror(work: Path) -> None:
    practice = lesson(SLUG, language="prs").activity("practice")
    practice._go(1)
    assert practice.picture.value.count('class="dk-part') == 6
    assert "aria-label" in practice.picture.value


def spoken(text: str) -> list[str]:
    """Sentences of a text, without marks."""
    plain = re.sub(r"\]\([^)]*\)", "]", text)
    return [one for one in re.split(r"(?<=[.!?:;])\s+", re.sub(r"[“”*#\[\]()|]", "", plain)) if one.strip()]


def said_in(source: Path) -> list[str]:
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func) in ("_", "_.n", "self._")
        and isinstance(node.args[0], ast.Constant)
    ]


def test_no_sentence_is_longer_than_twenty_words() -> None:
    sources = [*(KIT / "dastarkhan/lessons/story_circle").glob("*.py"), KIT / "dastarkhan/paper/pages_story_circle.py"]
    said = [text for source in sources for text in said_in(source)]
    page = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))
    said += ["".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "markdown"]
    assert len(said) > 150
    assert not [one for text in said for line in text.split("\n") for one in spoken(line) if len(one.split()) > 20]
