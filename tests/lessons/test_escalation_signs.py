"""Lesson 07, the second half: signs and a board of alarms, a rumour and a third town; every branch."""

from typing import Any

import pytest

from dastarkhan.content.escalation.board import COUNTED, about_alarms, own_signs
from dastarkhan.content.escalation.rumours import retold, rumour_kinds, rumour_messages, turned, what_to_do
from dastarkhan.content.escalation.signs import sign_kinds, signs
from dastarkhan.content.escalation.spread import CARRIED, three_walk
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.escalation.alarm_board import NOISE, SIGNS, shown_walks, the_board
from tests.lessons.screen import everything, press, radios, take, ticks, words_on, writing

SLUG = "07_escalation"
_ = words("en", "lesson_07", "guide_07")


@pytest.fixture
def stairs(work: Any) -> Lesson:
    return lesson(SLUG, language="en")


def again(key: str) -> Any:
    """The same activity for the same person after a reload."""
    return lesson(SLUG, language="en").activity(key)


def slide(widget: Any, words: str, value: int) -> None:
    next(one for one in everything(widget) if getattr(one, "description", "") == words).value = value


# --- signs and alarms


@pytest.mark.parametrize(
    ("key", "kinds", "scenes"), [("signs", sign_kinds, signs), ("rumour", rumour_kinds, rumour_messages)]
)
def test_every_answer_has_its_reason(stairs: Lesson, key: str, kinds: Any, scenes: Any) -> None:
    sorting = stairs.activity(key)
    if key == "rumour":
        press(sorting.box, "To six messages of that evening")
    for scene in scenes(_):
        for kind in kinds(_):
            radios(sorting.box)[0].value = kind.key
            opening = "Yes." if kind.key == scene.kind else "Look again."
            assert f"{opening} {scene.why[kind.key]}" in words_on(sorting.box)
        press(sorting.box, "Go on")
    assert sorting.end() in words_on(sorting.box)
    assert again(key).done


def test_five_signs_of_ones_own_are_judged_by_nobody(stairs: Lesson) -> None:
    mine = stairs.activity("signs")
    for _scene in range(3):
        press(mine.box, "Go on")
    press(mine.box, "Short of time: on to my own signs")
    before = words_on(mine.box)
    fields = [one for one in everything(mine.box) if type(one).__name__ == "Textarea"]
    assert len(fields) == 5
    for number, field in enumerate(fields, start=1):
        field.value = f"Zeichen {number}: Nachbarn borgen nicht mehr."
    assert words_on(mine.box) == before
    assert [one.description for one in ticks(mine.box)] == list(own_signs(_))
    ticks(mine.box)[4].value = True
    ticks(mine.box)[0].value = True
    ticks(mine.box)[4].value = False
    kept = again("signs")
    assert kept.state["ticked"] == [0]
    written = type(kept).written(stairs, kept.state)
    assert [one.ask for one in written] == [f"Sign {n}, for a place that I know:" for n in range(1, 6)]


def test_the_board_answers_every_sign_and_shows_what_a_threshold_does(stairs: Lesson) -> None:
    mine = stairs.activity("signs")
    mine._go(len(signs(_)))
    press(mine.box, "More, if you like: a board of alarms")
    told = words_on(mine.box)
    assert all(one in told for one in about_alarms(_))
    for key in SIGNS:
        take(mine.box, key)
        told = words_on(mine.box)
        assert ("Yes. It goes up and down in every quarrel" in told) is (key == NOISE)
        assert ("Look again. This one rises with the step" in told) is (key != NOISE)
    press(mine.box, "Look at another quarrel")
    assert again("signs").state["board"]["walk"] == 1
    slide(mine.box, "Call as soon as the sum stands at", 4)
    told = words_on(mine.box)
    assert "With these costs a call at 8 costs least." in told
    # With the lowest threshold everybody calls: only calls for nothing cost, one evening each.
    stages = the_board().runs.stages
    never = int((stages.max(axis=1) < 7).sum())
    assert f"A hundred quarrels cost {round(never / 10)} evenings." in told
    slide(mine.box, "A call for nothing costs so many evenings", 5)
    slide(mine.box, "A missed one costs so many evenings", 1)
    assert "a call at 8 costs least" not in words_on(mine.box)
    press(mine.box, "Back to my own signs")
    assert again("signs").state["board"]["false_alarm"] == 5


def test_the_noise_of_the_board_is_noise_in_all_that_is_shown() -> None:
    board = the_board()
    assert len(shown_walks()) == 6
    tops = [int(board.runs.stages[n].max()) for n in shown_walks()]
    assert [top >= 7 for top in tops] == [True, False] * 3
    for at, sign in enumerate(COUNTED):
        # in a thousand walks counts follow the step for every sign but one
        low, high = (board.counts[at][board.runs.stages == step].mean() for step in (1, 9))
        assert bool(high > low + 1) is (sign.key != NOISE)


# --- the rumour


def test_each_mouth_has_added_something(stairs: Lesson) -> None:
    rumour = stairs.activity("rumour")
    first, *rest = retold(_)
    assert first in words_on(rumour.box)
    for n, (said, why) in enumerate(zip(rest, turned(_), strict=True), start=1):
        assert said in words_on(rumour.box)
        take(rumour.box, n)
        assert why in words_on(rumour.box)
    rumour._turn("messages", len(rumour_messages(_)))
    told = words_on(rumour.box)
    assert all(one in told for one in what_to_do(_))
    writing(rumour.box).value = "Bekannt: das Netz fehlt."
    assert [one.text for one in type(rumour).written(stairs, again("rumour").state)] == ["Bekannt: das Netz fehlt."]
    press(rumour.box, "Back to the six mouths")
    assert first in words_on(rumour.box)


def test_a_third_town_is_counted_and_drawn(stairs: Lesson) -> None:
    rumour = stairs.activity("rumour")
    rumour._turn("messages", len(rumour_messages(_)))
    press(rumour.box, "More, if you like: a third town")
    slider = next(one for one in everything(rumour.box) if type(one).__name__ == "IntSlider")
    for at, carried in enumerate(CARRIED):
        slider.value = at
        told = words_on(rumour.box)
        for n in three_walk("forgiving", carried).values():
            assert f": {n}" in told
    assert again("rumour").state["carried"] == 2
    press(rumour.box, "Back to my answer")
