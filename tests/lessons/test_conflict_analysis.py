"""Lesson 06 as a person would take it: a briefing, a map, both maps, memories, layers, doors; every answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content import conflict_analysis as content
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.conflict_analysis import ACTIVITIES, cases
from dastarkhan.paper.lesson_pack import make_lesson_pack
from simulations.games import read_case
from tests.lessons.screen import buttons, everything, press, take, ticks, words_on, writing

KIT = Path(__file__).parents[2]
_ = words("en", "lesson_06", "guide_06")
SLUG = "06_conflict_analysis"
MINE = ("briefs", "statements", "map", "overlay", "memories", "layers", "doors", "connectors", "tree")
SLUICE, MARKET = content.conflicts(_)
DAMAGE = [None, [], "x", 7, True, {"at": "x"}, {"at": 99, "maps": [], "own": {}}, [["box", "box", "trust", 1]]]


@pytest.fixture
def quarrel(work: Any) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


# --- the briefing


def test_a_card_a_quarrel_and_a_briefing_that_can_be_hidden(quarrel: Lesson) -> None:
    briefs = quarrel.activity("briefs")
    assert all(told in words_on(briefs.box) for told in ("they differ. Both are honest.", "Nobody asks where"))
    assert buttons(briefs.box)["Read the briefing"].disabled
    take(briefs.box, "willow")
    press(briefs.box, "Read the briefing")
    assert "My melons had flowers then." in words_on(briefs.box)
    assert "The old wood was about to split." not in words_on(briefs.box), "the other briefing stays away"
    press(briefs.box, "Hide it")
    assert "melons" not in words_on(again("briefs").box)
    press(briefs.box, "Turn it up again")
    assert "melons" in words_on(briefs.box)
    press(briefs.box, "Another card, or another quarrel")
    assert again("briefs").done


def test_another_quarrel_keeps_the_work_on_the_first(quarrel: Lesson) -> None:
    briefs, drawing = quarrel.activity("briefs"), quarrel.activity("map")
    take(briefs.box, "mill")
    press(drawing.box, "Draw this line")
    take(briefs.box, "market")
    assert "No line is drawn yet." in words_on(drawing.box)
    assert "Saodat" in words_on(drawing.box)
    take(briefs.box, "sluice")
    assert "1 line: Gulnora" in words_on(drawing.box)
    assert quarrel.progress.entry("map").state["maps"]["mill"]


def test_a_trainer_can_choose_the_quarrel_in_the_address(work: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASTARKHAN_QUARREL", "market")
    assert "Was it seen" in words_on(lesson(SLUG, language="en").activity("statements").box)
    assert "square" in words_on(lesson(SLUG, language="en").activity("statements").box)


# --- memories, layers, doors


def test_one_memory_then_the_other_then_both(quarrel: Lesson) -> None:
    memories = quarrel.activity("memories")
    told = [one for one in SLUICE.moments if one.told_by == "willow"]
    assert not [one for one in told if one.willow in words_on(memories.box)]
    press(memories.box, "Now the other memory")
    assert all(one.willow in words_on(memories.box) for one in told)
    press(memories.box, "Back")
    press(memories.box, "Now the other memory")
    press(memories.box, "Both side by side")
    shown = words_on(memories.box)
    assert shown.count("Silence.") >= 2 * sum(one.told_by != "both" for one in SLUICE.moments)
    writing(memories.box).value = "Nobody began."
    assert len(type(memories).written(quarrel, again("memories").state)) == 1
    assert again("memories").done


@pytest.mark.parametrize("key", ["statements", "layers", "connectors", "tree"])
@pytest.mark.parametrize("case", ["sluice", "market"])
def test_every_answer_has_its_reason(quarrel: Lesson, key: str, case: str) -> None:
    quarrel.take_case(case)
    sorting = quarrel.activity(key)
    for scene in sorting.scenes():
        for kind in sorting.kinds():
            take(sorting.box, kind.key)
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sorting.box)
        press(sorting.box, "Go on")
    assert sorting.end() in words_on(sorting.box)
    assert again(key).done


def test_layers_end_with_one_inside_the_other_and_where_needs_meet(quarrel: Lesson) -> None:
    layers = quarrel.activity("layers")
    for _scene in layers.scenes():
        press(layers.box, "Go on")
    shown = "".join(getattr(one, "value", "") for one in everything(layers.box) if hasattr(one, "value"))
    assert shown.count("class='dk-layer'") == 6
    assert SLUICE.meet in words_on(layers.box)


def test_a_tree_has_its_cards_in_the_picture(quarrel: Lesson) -> None:
    tree = quarrel.activity("tree")
    for _scene in tree.scenes():
        press(tree.box, "Go on")
    svg = next(one.value for one in everything(tree.box) if "<svg" in str(getattr(one, "value", "")))
    assert content.trunks(_)["sluice"] in svg
    assert all(scene.text in svg for scene in tree.scenes())


@pytest.mark.parametrize("case", ["sluice", "market"])
def test_who_is_missing_then_doors_then_a_door_of_ones_own(quarrel: Lesson, case: str) -> None:
    quarrel.take_case(case)
    doors = quarrel.activity("doors")
    for who in doors.quarrel.missing:
        take(doors.box, who.key)
        assert who.touches in words_on(doors.box)
        assert f"One could ask: {who.ask}" in words_on(doors.box)
    press(doors.box, "Go on")
    for scene in content.of_case(content.doors(_), case):
        for kind in content.door_kinds(_):
            take(doors.box, kind.key)
            assert scene.why[kind.key] in words_on(doors.box)
        press(doors.box, "Go on")
    assert "Stay in the invented towns" in words_on(doors.box)
    before = words_on(doors.box)
    writing(doors.box).value = "Alles ihre Schuld!"
    assert words_on(doors.box) == before  # nobody judges a person's own sentence
    ticks(doors.box)[0].value = True
    press(doors.box, "Go on")
    assert "Alles ihre Schuld!" in words_on(doors.box)
    assert again("doors").done
    assert len(type(doors).written(quarrel, again("doors").state)) == 1


# --- the whole


@pytest.mark.parametrize("damaged", DAMAGE)
def test_any_saved_state_opens(quarrel: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = quarrel.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(quarrel, damaged if isinstance(damaged, dict) else {"own": damaged}) == ()


@pytest.mark.parametrize(
    ("key", "saved"),
    [
        ("map", {"at": 1, "maps": {"mill": [["box", "driver", "trust", True], ["box", "nobody", "trust", 0], 7]}}),
        ("map", {"at": 0, "side": "willow", "one": "box", "other": "box", "kind": "love"}),
        ("overlay", {"at": 7, "sources": {"mill": "own", "willow": "digits"}, "question": {"text": "?"}}),
        ("overlay", {"at": 4, "sources": {"mill": "moon"}, "brought": {"willow": [["box", "driver", "trust", False]]}}),
        ("briefs", {"at": 1, "side": "willow", "hidden": True}),
        ("briefs", {"at": 1}),
        ("memories", {"at": 2, "begins": {"text": "Im Mai."}}),
        ("doors", {"at": 8, "chosen": {"missing": "reeds", "sluice_letter": "door"}, "own": {"door": {"text": "Tee"}}}),
    ],
)
def test_a_state_from_elsewhere_can_be_shown(quarrel: Lesson, key: str, saved: dict[str, Any]) -> None:
    quarrel.progress.save(key, saved, done=False, based_on=0)
    activity = quarrel.activity(key)
    assert words_on(activity.box)
    assert activity.clean(activity.state) == activity.state


def test_each_activity_says_how_it_is_done_alone_and_together(quarrel: Lesson) -> None:
    for key in MINE:
        ways = quarrel.activity(key).ways()
        assert all((ways.alone, ways.pair, ways.room, ways.call))
        assert quarrel.activity(key).summary()


def test_the_page_takes_the_time_that_it_promises(quarrel: Lesson) -> None:
    promised = json.loads((KIT / f"modules/en/{SLUG}.ipynb").read_text("utf-8"))["metadata"]["dastarkhan"]["minutes"]
    assert abs(sum(quarrel.activity(key).minutes() for key in ACTIVITIES) - promised) <= 5


def test_all_of_it_is_on_paper_and_answers_only_for_trainers() -> None:
    pack = make_lesson_pack(SLUG, {"en": 25})
    for_trainers = str([page.to_plain() for page in pack.pages if "for the trainers" in page.foot])
    others = [page for page in pack.pages if "for the trainers" not in page.foot]
    for_all = str([page.to_plain() for page in others])
    sorted_here = (content.statements, content.layers, content.doors, content.connectors, content.tree)
    scenes = [scene for made in sorted_here for scene in made(_)]
    for why in [why for scene in scenes for why in scene.why.values()]:
        assert repr(why)[1:-1] in for_trainers
        assert repr(why)[1:-1] not in for_all
    assert all(repr(scene.text)[1:-1] in for_all for scene in scenes)
    assert str([page.to_plain() for page in others if page.part == "shapes"]).count("<svg") == 26
    for case in (SLUICE, MARKET):
        sides = [str(page.to_plain()) for page in others if page.part == f"{case.key}_sides"]
        for side, sheet in zip(content.SIDES, sides, strict=False):
            assert repr(case.briefs[side][1])[1:-1] in sheet
        assert not [one for one in sides if all(repr(case.briefs[side][1])[1:-1] in one for side in content.SIDES)]
        assert [repr(case.record[0])[1:-1] in one for one in sides].count(True) == 1


@pytest.mark.parametrize("name", cases())
def test_a_quarrel_is_a_case_to_be_played_too(name: str) -> None:
    case = read_case(name)
    parties = {party.name for each in content.conflicts(_) if each.key == name for party in each.parties}
    seats = {_.case(case, f"seats.{seat}.name") for seat in case.seats}
    assert len(seats & parties) == 7 - (name == "sluice")
    assert set(case.sides) == set(content.SIDES)
