"""Lesson 03, as a person uses it: sorting, questions, a practice debate, the circle and its clock, the way for one."""

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content.story_circle.by_oneself import flashback_checks, imagine_steps, story
from dastarkhan.content.story_circle.circle import circle_rules, hard_moments, rungs
from dastarkhan.content.story_circle.questions import narrow_questions, question_checks
from dastarkhan.content.story_circle.utterances import utterances
from dastarkhan.content.story_circle.ways_of_talking import differences, ways_of_talking
from dastarkhan.guides import plan, plan_names, read_guide
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.story_circle import ACTIVITIES
from dastarkhan.lessons.story_circle.circle import StoryCircle
from dastarkhan.lessons.story_circle.clock import Clock
from dastarkhan.lessons.story_circle.make_circles import INVENTED, MakeCircles, clean_room, seated
from dastarkhan.lessons.story_circle.turns import Turns
from dastarkhan.paper.lesson_pack import make_lesson_pack
from tests.lessons.screen import buttons, everything, press, radios, take, ticks, words_on, writing

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
    assert "opacity:0" in clock.drawn(180, _)
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
    assert "opacity:1" in clock.drawn(180, _)
    assert not any(word in drawn for word in ("<script", "<audio", "onload"))


# --- circles for a room


def test_an_invented_room_gets_circles_of_one_language(visit: Lesson) -> None:
    circle = visit.activity("circle")
    press(circle.box, "For trainers: circles for a whole room")
    press(circle.box, "Take an invented room of 23")
    assert "Cards 1 to 5: Қазақша, Русский, round" in words_on(circle.box)
    press(circle.box, "Make circles")
    told = words_on(circle.box)
    assert told.count("Circle ") >= 5
    assert "does not tell in it" not in told
    seating = seated([{"speaks": one, "side": side, "n": n} for one, side, n in INVENTED])
    assert seating is not None
    assert sorted(len(table.members) for table in seating.tables) == [4, 4, 5, 5, 5]
    assert all(table.languages[0][1] == len(table.members) for table in seating.tables)
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
    next(one for one in everything(made.box) if hasattr(one, "max")).value = 24
    press(made.box, "Add them")
    assert made.room["entries"][0]["n"] == 24
    press(made.box, "Take the last ones back")
    assert made.room["entries"] == []
    assert made.room["next"]["n"] == 24
    full = forming(entries=[entry("kk", n=24), entry("ky", n=24), entry("ru", n=12)], next=entry("kk"))
    press(full.box, "Add them")
    assert "Sixty cards fill a room." in words_on(full.box)
    assert sum(one["n"] for one in clean_room({"entries": [entry("kk", n=24)] * 4})["entries"]) <= 60


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
