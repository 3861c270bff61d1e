"""Lesson 02, as a person uses it: sorting, both banks, three ways to say it, echoes, the other chair, the pack."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

from dastarkhan.content.reading_each_other.giving_back import echo_checks, other_chair_asks, told
from dastarkhan.content.reading_each_other.line_messages import line_messages
from dastarkhan.content.reading_each_other.moment_pieces import reading_kinds, sentence_kinds
from dastarkhan.content.reading_each_other.moments import moment_of, moments, sentences
from dastarkhan.content.reading_each_other.phone_line import CAUGHT, SLIP, people_on_the_line
from dastarkhan.content.reading_each_other.sayings import BLAME, both_ways_checks, messages, saying_kinds
from dastarkhan.guides import plan, plan_names, read_guide
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.reading_each_other import ACTIVITIES
from dastarkhan.paper.lesson_pack import make_lesson_pack
from dastarkhan.paper.pages_reading_each_other import FIRST_BAG, SECOND_BAG
from tests.lessons.screen import buttons, everything, press, radios, take, ticks, words_on, writing

KIT = Path(__file__).parents[2]
SLUG = "02_reading_each_other"
MINE = ("sort", "readings", "line", "say_it", "give_back", "other_chair")
_ = words("en", "lesson_02", "guide_02")


@pytest.fixture
def visit(work: Path) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


def fields(activity: Any) -> list[ipywidgets.Textarea]:
    return [one for one in everything(activity.box) if isinstance(one, ipywidgets.Textarea)]


# --- what a camera would have shown


def test_every_sentence_stands_under_its_moment_and_has_its_reasons(visit: Lesson) -> None:
    sort = visit.activity("sort")
    where = moment_of(_)
    for scene in sentences(_):
        assert where[scene.key].text in words_on(sort.box)
        assert scene.text in words_on(sort.box)
        for kind in sentence_kinds(_):
            radios(sort.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sort.box)
        press(sort.box, "Go on")
    assert sort.end() in words_on(sort.box)
    assert again("sort").done


def test_eight_sentences_are_enough_and_another_view_is_kept(visit: Lesson) -> None:
    sort = visit.activity("sort")
    take(sort.box, "felt")
    press(sort.box, "I see it differently")
    writing(sort.box).value = "I could not count any more."
    for n in range(7):
        assert "Short of time: that was enough" not in buttons(sort.box), n
        press(sort.box, "Go on")
    press(sort.box, "Short of time: that was enough")
    kept = again("sort")
    assert kept.done
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["I could not count any more."]


# --- both banks


def test_each_reading_has_its_place_and_both_voices_wait(visit: Lesson) -> None:
    readings = visit.activity("readings")
    for one in moments(_):
        assert one.text in words_on(readings.box)
        reader = one.mill if one.reader == "mill" else one.willow
        assert f"Your chair: ⁨{reader.who}⁩." in words_on(readings.box)
        for kind in reading_kinds(_):
            take(readings.box, kind.key)
            said = words_on(readings.box)
            assert f"{kind.name}: {kind.says}." in said
            others = [reading for reading in one.readings if reading.kind != kind.key]
            names = {each.key: each.name for each in reading_kinds(_)}
            assert all(f"{names[reading.kind]}: {reading.text}" in said for reading in others)
            assert "Look again" not in said  # none of them is wrong
        assert one.mill.says not in said
        press(readings.box, "Hear both banks")
        said = words_on(readings.box)
        assert one.mill.says in said
        assert one.willow.says in said
        assert said.index(reader.says) == min(said.index(one.mill.says), said.index(one.willow.says))
        assert f"One could ask: {one.ask}" in said
        assert "Hear both banks" not in buttons(readings.box)
        press(readings.box, "Go on")
    assert "In 16 moments this came first:" in words_on(readings.box)
    assert "It is how this person does it: 16 times" in words_on(readings.box)
    assert again("readings").done


def test_readings_do_not_stand_in_one_order(visit: Lesson) -> None:
    readings = visit.activity("readings")
    firsts = [readings.options(one)[0][1] for one in moments(_)]
    assert {firsts.count(kind) for kind in set(firsts)} == {5, 6}
    assert len(set(firsts)) == 3


def test_a_table_goes_to_the_moment_that_it_likes(visit: Lesson) -> None:
    readings = visit.activity("readings")
    listed = next(one for one in everything(readings.box) if isinstance(one, ipywidgets.Dropdown))
    listed.value = 9
    assert moments(_)[9].text in words_on(readings.box)
    press(readings.box, "Short of time: on to my own words")
    assert "came first" not in words_on(readings.box)  # nothing was chosen, so nothing is said about it
    writing(readings.box).value = "First I think that it is about me."
    kept = again("readings")
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["First I think that it is about me."]
    press(kept.box, "Look once more")
    assert moments(_)[0].text in words_on(kept.box)


def test_what_was_heard_is_heard_after_a_reload(visit: Lesson) -> None:
    readings = visit.activity("readings")
    take(readings.box, "moment")
    press(readings.box, "Hear both banks")
    kept = again("readings")
    assert moments(_)[0].willow.says in words_on(kept.box)
    assert kept.summary() == "1 of 16 moments are heard from both banks."
    assert kept.clean({"heard": ["joke"], "chosen": {}})["heard"] == []  # nobody hears it before reading it


# --- three ways, echoes, the other chair


def test_each_way_says_what_it_gives_and_costs(visit: Lesson) -> None:
    say_it = visit.activity("say_it")
    names = {kind.key: kind.name for kind in saying_kinds(_)}
    for one in messages(_):
        for saying in one.sayings:
            take(say_it.box, saying.kind)
            said = words_on(say_it.box)
            assert f"{names[saying.kind]}:" in said
            assert f"What it gives: {saying.gives} What it may cost: {saying.costs}" in said
            assert ("dk-note-warn" in say_it.reason.value) is (saying.kind == BLAME)
        press(say_it.box, "Go on")
    before = words_on(say_it.box)
    fields(say_it)[0].value = "You always take the ladder!"
    fields(say_it)[1].value = "My cherries are far up."
    assert words_on(say_it.box) == before  # nobody judges a person's own sentence
    assert [one.description for one in ticks(say_it.box)] == list(both_ways_checks(_))
    ticks(say_it.box)[3].value = True
    press(say_it.box, "Go on")
    kept = again("say_it")
    assert kept.done
    assert kept.state["ticked"] == [3]
    texts = [one.text for one in type(kept).written(visit, kept.state)]
    assert texts == ["You always take the ladder!", "My cherries are far up."]
    assert kept.farewell() in words_on(kept.box)


def test_echoes_have_reasons_and_hints(visit: Lesson) -> None:
    give_back = visit.activity("give_back")
    for one in told(_):
        for echo in one.echoes:
            take(give_back.box, echo.key)
            said = words_on(give_back.box)
            assert f"{'Yes.' if echo.key == one.best else 'Look again.'} {echo.why}" in said
            assert (one.hint in said) is (echo.key != one.best)
        press(give_back.box, "Go on")
    writing(give_back.box).value = "The oven is for all."
    assert [one.description for one in ticks(give_back.box)] == list(echo_checks(_))
    press(give_back.box, "Go on")
    kept = again("give_back")
    assert kept.done
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["The oven is for all."]


@pytest.mark.parametrize("key", ["say_it", "give_back"])
def test_two_are_enough_when_time_is_short(visit: Lesson, key: str) -> None:
    activity = visit.activity(key)
    press(activity.box, "Go on")
    press(activity.box, "Short of time: on to my own words")
    assert activity.invited()[0] in words_on(activity.box)


def test_the_other_chair_is_for_one_person(visit: Lesson) -> None:
    chair = visit.activity("other_chair")
    assert "If a real wrong was done to you, it is no misreading" in words_on(chair.box)
    for number, (_key, ask) in enumerate(other_chair_asks(_)):
        assert fields(chair)[number].description == ask
        fields(chair)[number].value = f"text {number}"
    ticks(chair.box)[1].value = True
    press(chair.box, "Go on")
    kept = again("other_chair")
    assert kept.done
    assert kept.summary() == "3 of 3 texts are written."
    assert "text 0 text 1 text 2" in words_on(kept.box)
    assert kept.state["own"]["other"]["ticked"] == [1]
    assert [one.text for one in type(kept).written(visit, kept.state)] == ["text 0", "text 1", "text 2"]
    press(kept.box, "Write on")
    assert fields(kept)[2].value == "text 2"


# --- the whole


@pytest.mark.parametrize(
    "damaged",
    [None, [], "x", 7, True, {"at": "x"}, {"at": 99, "chosen": [], "own": 3}, {"come": {"plain": 99}, "guess": 9}],
)
def test_any_saved_state_opens(visit: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = visit.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(visit, damaged if isinstance(damaged, dict) else {"own": damaged}) == ()


def test_each_activity_says_how_it_is_done_alone_and_together(visit: Lesson) -> None:
    for key in MINE:
        ways = visit.activity(key).ways()
        assert ways is not None
        assert all((ways.alone, ways.pair, ways.room, ways.call))
        assert visit.activity(key).summary()


def test_the_page_takes_the_time_that_it_promises(visit: Lesson) -> None:
    page = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))
    asked = sum(visit.activity(key).minutes() for key in ACTIVITIES)
    assert abs(asked - page["metadata"]["dastarkhan"]["minutes"]) <= 8


def test_the_guide_has_the_cells_and_half_of_its_debrief(visit: Lesson) -> None:
    guide = read_guide("02")
    page = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))
    cells = {cell["id"] for cell in page["cells"]}
    assert {step.notebook_cell for step in guide.steps} <= cells
    assert {f"read-{key.replace('_', '-')}" for key in ACTIVITIES} <= cells
    assert set(plan_names(guide)) == {"45", "60", "90", "interpreted-90", "interpreted-126"}
    for name in plan_names(guide):
        minutes = {one.step.id: one.end - one.start for one in plan(guide, name).steps}
        debrief = sum(minutes.get(step, 0) for step in ("look_back", "take_home", "one_line"))
        assert debrief * 3 >= sum(minutes.values())


def test_the_pack_keeps_reasons_from_those_who_sort() -> None:
    pack = make_lesson_pack(SLUG, {"en": 8})
    pages = [(page, json.dumps(page.to_plain(), ensure_ascii=False)) for page in pack.pages]
    for page, said in pages:
        if not page.part.endswith("_why"):
            assert sentences(_)[0].why["seen"] not in said
            assert messages(_)[0].sayings[0].gives not in said
            assert told(_)[0].echoes[0].why not in said
        else:
            assert "for the trainers" in page.foot
    every = "".join(said for _page, said in pages)
    for one in moments(_):
        assert json.dumps(one.ask, ensure_ascii=False)[1:-1] in every
        assert one.mill.says in every
    for message in line_messages(_):
        assert all(
            json.dumps(slip.text, ensure_ascii=False)[1:-1] in every for piece in message.pieces for slip in piece.slips
        )
    assert all(one.noise in every for one in people_on_the_line(_))


def test_the_two_bags_on_paper_are_the_model() -> None:
    bags = next(page for page in make_lesson_pack(SLUG, {"en": 8}).pages if page.part == "bags")
    said = json.dumps(bags.to_plain(), ensure_ascii=False)
    assert said.count("× slips") / FIRST_BAG == pytest.approx(SLIP)
    assert said.count("× stays") / SECOND_BAG == pytest.approx(1 - CAUGHT)
    assert said.count('"as it is"') == FIRST_BAG + SECOND_BAG - said.count("×")


def spoken(text: str) -> list[str]:
    """Sentences of a text, without marks."""
    plain = re.sub(r"\]\([^)]*\)", "]", text)
    return [one for one in re.split(r"(?<=[.!?:;])\s+", re.sub(r"[“”*#\[\]()|]", "", plain)) if one.strip()]


def said_in(source: Path) -> list[str]:
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("_", "_.n", "self._")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def test_no_sentence_is_longer_than_twenty_words() -> None:
    sources = [
        *(KIT / "dastarkhan/lessons/reading_each_other").glob("*.py"),
        KIT / "dastarkhan/paper/pages_reading_each_other.py",
        *((KIT / "dastarkhan/pictures" / name) for name in ("line_picture.py", "arrival_picture.py", "beads.py")),
    ]
    said = [text for source in sources for text in said_in(source)]
    page = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))
    said += ["".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "markdown"]
    assert len(said) > 150
    assert not [one for text in said for line in text.split("\n") for one in spoken(line) if len(one.split()) > 20]
