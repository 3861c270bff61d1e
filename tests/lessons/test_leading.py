"""Lesson 04 as a person would take it: own tasks, the fair, feedback, meetings; every answer and every way back."""

import json
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.content.leading.fair import PEOPLE, WORKS, people_names, work_names
from dastarkhan.content.leading.feedback_scenes import feedback_scenes, own_checks
from dastarkhan.content.leading.kit_plans import kit_plan
from dastarkhan.content.leading.meetings import moments
from dastarkhan.content.leading.parts import part_kinds, part_scenes
from dastarkhan.content.leading.strengths import stress_words, team_tasks
from dastarkhan.content.leading.ways_to_lead import lead_kinds, lead_scenes
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.leading import ACTIVITIES
from dastarkhan.lessons.leading.fair_told import answers
from dastarkhan.lessons.leading.plan_pictures import loads, network
from dastarkhan.lessons.leading.plan_words import Round, about_one, faults, seen_besides
from tests.lessons.screen import buttons, press, radios, take, ticks, words_on, writing

KIT = Path(__file__).parents[2]
_ = words("en", "lesson_04", "guide_04")
SLUG = "04_leading"
MINE = ("self", "plan", "parts", "feedback", "safe", "fits")
GOOD = {
    "courtyard": "daniyar", "minutes": "farhod", "accounts": "shirin", "programme": "zarina", "van": "aibek",
    "cook": "aibek", "poster": "nargiza", "music": "shirin", "stage": "zarina", "radio": "farhod",
    "opening": "nargiza", "clean": "daniyar",
}  # fmt: skip
"""Made by hand. Days: Zarina 4 of 5, Daniyar 2 of 3, Nargiza 3 of 4, Farhod 3 of 4, Shirin 3 of 5, Aibek 3 of 3."""


@pytest.fixture
def leading(work: Any) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


def planned(leading: Lesson, **changes: str) -> Any:
    """The plan activity with a whole plan on the screen."""
    activity = leading.activity("plan")
    activity.remember(plan={**GOOD, **changes})
    activity._go("whole")
    return activity


# --- own tasks


def test_three_strengths_one_avoided_and_a_private_word(leading: Lesson) -> None:
    own = leading.activity("self")
    chips = ticks(own.box)
    for number in (0, 1, 4):
        chips[number].value = True
    assert chips[2].disabled
    press(own.box, "Go on")
    assert "begin when nobody begins" not in words_on(own.box)
    for one in team_tasks(_):
        if one.key not in own.state["liked"]:
            take(own.box, one.key)
            assert one.small in words_on(own.box)
    press(own.box, "Go on")
    for one in stress_words(_):
        take(own.box, one.key)
        assert one.wants in words_on(own.box)
        assert one.ideas in words_on(own.box)
    writing(own.box).value = "Ein Glas Wasser."
    ticks(own.box)[0].value = True
    press(own.box, "Go on")
    told = words_on(own.box)
    assert "Without a first sentence the tea gets cold" in told
    assert "Ein Glas Wasser." not in told  # it is not shown to those who look over the shoulder
    assert own.done
    assert [one.text for one in type(own).written(leading, again("self").state)] == ["Ein Glas Wasser."]


def test_whoever_likes_a_task_does_not_avoid_it(leading: Lesson) -> None:
    own = leading.activity("self")
    own.remember(avoided="begin")
    ticks(own.box)[0].value = True
    assert own.state["avoided"] is None


def test_nothing_has_to_be_chosen(leading: Lesson) -> None:
    own = leading.activity("self")
    for _screen in range(3):
        press(own.box, "Go on")
    assert "A team needs most of the fourteen tasks" in words_on(own.box)
    press(own.box, "Look once more")
    assert again("self").state["at"] == 0


# --- the fair


def test_a_whole_plan_by_tapping(leading: Lesson) -> None:
    plan = leading.activity("plan")
    told = words_on(plan.box)
    assert all(name in told for name in people_names(_).values())
    press(plan.box, "To the first task")
    for number, work in enumerate(WORKS, start=1):
        assert f"Task {number} of 12 {work_names(_)[work.key]}" in words_on(plan.box)
        take(plan.box, GOOD[work.key])
        assert "can do this" in words_on(plan.box)
        press(plan.box, "Go on")
    told = words_on(plan.box)
    assert "Everybody can do their tasks, nobody has too much" in told
    assert "All carry nearly alike" in told
    press(plan.box, "Our plan stands")
    assert not plan.done
    assert "Opening: Nargiza" in words_on(plan.box)
    assert "Cleaning up: Daniyar" in words_on(plan.box)
    assert "See a plan that the model made" not in buttons(plan.box)  # feelings come before anything is compared
    writing(plan.box).value = "Farhod writes again. I ask him first."
    press(plan.box, "Go on")
    assert plan.done
    assert again("plan").state["plan"] == GOOD
    assert [one.text for one in type(plan).written(leading, plan.state)] == ["Farhod writes again. I ask him first."]


@pytest.mark.parametrize(
    ("task", "person", "said"),
    [
        ("van", "shirin", "This needs driving, and ⁨Shirin⁩ has not learned it yet."),
        ("minutes", "aibek", "This needs the language of Mill. ⁨Aibek⁩ would need an interpreter."),
        ("poster", "daniyar", "This needs the language of Willow. ⁨Daniyar⁩ would need an interpreter."),
        ("courtyard", "aibek", "This needs the language of Mill."),
        ("clean", "aibek", "⁨Aibek⁩ now has 1 day more than offered."),
        ("programme", "nargiza", "⁨Nargiza⁩ now has 1 day more than offered."),
    ],
)
def test_a_reason_for_every_tap(leading: Lesson, task: str, person: str, said: str) -> None:
    plan = planned(leading)
    plan._go("tasks", task=[work.key for work in WORKS].index(task))
    take(plan.box, person)
    assert said in words_on(plan.box)
    assert "dk-note-warn" in plan.said.value
    press(plan.box, "See the whole plan")
    assert "Go on with what is open" in buttons(plan.box)
    if "more than offered" not in said:
        assert plan._to_look_at(plan.now()) == [work.key for work in WORKS].index(task)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"music": "daniyar", "opening": "zarina"}, ""),
        ({"opening": "shirin", "radio": "shirin"}, "All tasks in the light lie with Willow."),
        ({"music": "daniyar", "opening": "zarina", "radio": "nargiza"}, "All tasks in the light lie with Mill."),
        ({"radio": "zarina"}, "All tasks in the light lie with women. Is there a man"),
        ({"music": "daniyar", "opening": "farhod"}, "All tasks in the light lie with men. Which woman"),
        ({"minutes": "zarina", "cook": "shirin", "clean": "nargiza"}, "all lie with women. Did they choose it"),
        ({"minutes": "farhod", "cook": "aibek", "clean": "farhod"}, "all lie with men. Did they choose it"),
        ({"minutes": "farhod", "cook": "aibek", "clean": "shirin"}, "All three quiet tasks lie with Willow."),
    ],
)
def test_light_and_quiet_are_seen(changes: dict[str, str], said: str) -> None:
    told = answers(Round(people=PEOPLE, plan={**GOOD, **changes}), _)
    assert said in told if said else "in the light lie" not in told


def test_the_light_is_judged_only_when_all_of_it_is_given() -> None:
    half = Round(people=PEOPLE, plan={"music": "shirin", "radio": "farhod"})
    assert about_one(half, "radio", _) == ("⁨Farhod⁩ can do this, and has 3 days left.", False)


def test_one_pair_of_hands_makes_it_late() -> None:
    # Nargiza has accounts on day 1, programme 2 and 3, poster 4 and 5, opening 7: all in time.
    plan = {**GOOD, "poster": "nargiza", "programme": "nargiza", "accounts": "nargiza"}
    assert Round(people=PEOPLE, plan=plan).check().late_hours == 0
    # Two days of minutes fit in nowhere: either the opening waits until day 8, or they end on day 9.
    late = Round(people=PEOPLE, plan={**plan, "minutes": "nargiza"})
    assert late.check().finish_hours == 9
    told = " ".join(faults(late, _))
    assert "All is ready after 9 days, and the trees bloom for 8." in told
    assert "Look at those with a double edge first." in told


def test_how_unevenly_work_is_shared_is_said_in_words() -> None:
    for changes, said in (
        ({}, "All carry nearly alike"),
        ({"minutes": "zarina"}, "Some carry noticeably more"),
        (dict.fromkeys(GOOD, "zarina"), "A few carry most of it"),
    ):
        assert said in " ".join(seen_besides(Round(people=PEOPLE, plan={**GOOD, **changes}), _))


def test_an_open_task_keeps_the_plan_open(leading: Lesson) -> None:
    plan = leading.activity("plan")
    plan.remember(plan={key: GOOD[key] for key in GOOD if key != "van"})
    plan._go("whole")
    assert "Nobody has these yet: The van." in words_on(plan.box)
    assert not {"Our plan stands", "Go on with what is open"} & set(buttons(plan.box))
    press(plan.box, "Go to this task")
    assert "The van" in words_on(plan.box)


def at_more(leading: Lesson, **changes: str) -> Any:
    plan = planned(leading, **changes)
    press(plan.box, "Our plan stands")
    press(plan.box, "Go on")
    return plan


def test_the_models_plan_is_looked_at_as_any_other(leading: Lesson) -> None:
    plan = at_more(leading)
    press(plan.box, "See a plan that the model made")
    told = words_on(plan.box)
    assert "Thousands of plans pass every check." in told
    assert "Minutes, cooking and cleaning up all lie with men." in told
    same = sum(GOOD[key] == who for key, who in kit_plan("").items())
    assert f"In {same} tasks both plans agree." in told


def test_somebody_falls_ill_and_others_take_over(leading: Lesson) -> None:
    plan = at_more(leading)
    press(plan.box, "Somebody falls ill")
    assert plan.state["happened"] == "zarina"  # four days: nobody carries more
    told = words_on(plan.box)
    assert "⁨Zarina⁩ has a fever" in told
    assert "Nobody has these yet: Programme, The stage." in told
    press(plan.box, "Go to this task")
    assert "zarina" not in [key for _label, key in radios(plan.box)[0].options]
    take(plan.box, "shirin")
    plan._go("tasks", task=[work.key for work in WORKS].index("stage"))
    take(plan.box, "farhod")
    press(plan.box, "See the whole plan")
    press(plan.box, "Go on with what is open")  # Farhod has a day too many, and everybody can see it
    assert "2 tasks have changed hands." in words_on(plan.box)
    writing(plan.box).value = "A second pair of hands for the stage."
    assert again("plan").state["second"]["stage"] == "farhod"
    assert [one.text for one in type(plan).written(leading, plan.state)] == ["A second pair of hands for the stage."]
    press(plan.box, "Let something else happen")
    press(plan.box, "The bridge closes early")
    assert "one day less to give" in words_on(plan.box)


def test_a_plan_with_room_bears_the_bridge(leading: Lesson) -> None:
    plan = at_more(leading, cook="daniyar", clean="zarina", courtyard="nargiza")
    press(plan.box, "The bridge closes early")
    assert "Your plan bears it as it is." in words_on(plan.box)
    press(plan.box, "Our plan stands")
    assert "0 tasks have changed hands." in words_on(plan.box)
    press(plan.box, "See a plan that the model made")
    press(plan.box, "Back to the plan")


def test_what_is_drawn_says_it_in_words_too() -> None:
    one = Round(people=PEOPLE, plan=GOOD)
    drawn = network(one, _, key="net")
    assert "must not slip: Courtyard, Programme, Poster, Radio, Opening, Cleaning up." in drawn
    assert "It waits for: Programme. It may slip by 1 day." in drawn
    assert "days 2 and 3" in drawn
    assert "Zarina: 4 of 5 days" in loads(one, _, key="load")


# --- feedback, meetings


@pytest.mark.parametrize(
    ("key", "kinds", "scenes"), [("parts", part_kinds, part_scenes), ("fits", lead_kinds, lead_scenes)]
)
def test_every_answer_has_its_reason(leading: Lesson, key: str, kinds: Any, scenes: Any) -> None:
    sorting = leading.activity(key)
    for scene in scenes(_):
        for kind in kinds(_):
            radios(sorting.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sorting.box)
        press(sorting.box, "Go on")
    assert sorting.end() in words_on(sorting.box)
    assert again(key).done


def test_six_scenes_then_own_words_for_two(leading: Lesson) -> None:
    feedback = leading.activity("feedback")
    for scene in feedback_scenes(_):
        for saying in scene.sayings:
            take(feedback.box, saying.key)
            assert saying.why in words_on(feedback.box)
            assert ("dk-note'" in feedback.reason.value) is saying.heard
        press(feedback.box, "Go on")
    before = words_on(feedback.box)
    fields = [one for one in feedback.stage.children[0].children if hasattr(one, "children") and ticks(one) == []]
    for number, text in enumerate(("Gestern um vier.", "You always shout!", "Ich war froh.")):
        writing(fields[number]).value = text
    assert words_on(feedback.box) == before  # nobody judges a person's own sentence
    ticks(feedback.box)[-1].value = True
    ticks(feedback.box)[0].value = True
    ticks(feedback.box)[0].value = False
    assert again("feedback").state["ticked"] == [len(own_checks(_)) - 1]
    press(feedback.box, "Go on")
    assert feedback.done
    assert "Gestern um vier. You always shout! Ich war froh." in words_on(feedback.box)
    assert len(type(feedback).written(leading, again("feedback").state)) == 3
    press(feedback.box, "Write on")
    press(feedback.box, "Back")


def test_three_scenes_are_enough_when_time_is_short(leading: Lesson) -> None:
    feedback = leading.activity("feedback")
    for _scene in range(2):
        press(feedback.box, "Go on")
    press(feedback.box, "Short of time: on to my own words")
    assert "No names, please." in words_on(feedback.box)


def test_every_reply_shows_what_happens_and_why(leading: Lesson) -> None:
    safe = leading.activity("safe")
    for moment in moments(_):
        for reply in moment.replies:
            take(safe.box, reply.key)
            assert f"Then: {reply.then} {reply.why}" in words_on(safe.box)
        press(safe.box, "Go on")
    assert safe.done
    writing(safe.box).value = "Danke, dass du es heute sagst."
    assert len(type(safe).written(leading, again("safe").state)) == 1


# --- the whole


@pytest.mark.parametrize(
    "damaged", [None, [], "x", 7, True, {"at": "x"}, {"at": 99, "plan": [], "chosen": {}, "own": {}}, {"van": "nobody"}]
)
def test_any_saved_state_opens(leading: Lesson, damaged: Any) -> None:
    for key in ACTIVITIES:
        activity = leading.activity(key)
        for name in activity.state:
            activity.clean({name: damaged})
        cleaned = activity.clean(damaged if isinstance(damaged, dict) else {})
        assert activity.clean(json.loads(json.dumps(cleaned))) == cleaned
        assert type(activity).written(leading, damaged if isinstance(damaged, dict) else {"own": damaged}) == ()


@pytest.mark.parametrize(
    "saved",
    [
        {"at": "end", "plan": GOOD},
        {"at": "end", "plan": GOOD, "happened": "zarina", "second": GOOD},
        {"at": "felt", "plan": {"van": "zarina"}},
        {"at": "more", "happened": "bridge"},
        {"at": "tasks", "task": 11, "plan": {**GOOD, "van": "somebody"}, "happened": "aibek"},
    ],
)
def test_a_plan_from_elsewhere_can_be_shown(leading: Lesson, saved: dict[str, Any]) -> None:
    leading.progress.save("plan", saved, done=False, based_on=0)
    plan = leading.activity("plan")
    assert words_on(plan.box)
    assert plan.clean(plan.state) == plan.state
    there = {one.key for one in PEOPLE} - {plan.state["happened"]}
    assert set(plan.state["second"].values()) <= there


def test_each_activity_says_how_it_is_done_alone_and_together(leading: Lesson) -> None:
    for key in MINE:
        ways = leading.activity(key).ways()
        assert ways is not None
        assert all((ways.alone, ways.pair, ways.room, ways.call))
        assert leading.activity(key).summary()


def test_the_page_takes_the_time_that_it_promises(leading: Lesson) -> None:
    promised = json.loads((KIT / "modules/en/04_leading.ipynb").read_text("utf-8"))["metadata"]["dastarkhan"]["minutes"]
    assert abs(sum(leading.activity(key).minutes() for key in ACTIVITIES) - promised) <= 5
