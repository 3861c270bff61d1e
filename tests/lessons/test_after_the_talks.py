"""What follows the talks, used without a browser: first the person, then the numbers."""

import json
from collections.abc import Callable

import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.afterwards.found_more import (
    better_places,
    changed,
    place_of,
    possible,
    telling_question,
)
from dastarkhan.lessons.shared_river.afterwards.own_talks import was_asked
from dastarkhan.lessons.shared_river.afterwards.role_down import MOST_FEELINGS, feeling_words
from dastarkhan.lessons.shared_river.talks.played import years_talked
from simulations.games import agreements
from tests.lessons.after_talks import FIRST, THIRD, THREE_YEARS, Year, hold_talks, plain, put_role_down
from tests.lessons.screen import buttons, everything, press, select, ticks, words_on, writing

Again = Callable[..., Lesson]

HELD = ("all_agreements", "stress_test", "both_keep", "debrief")
AFTER = ("role_down", *HELD, "clauses", "one_line")


# --- numbers wait


@pytest.mark.parametrize("key", HELD)
def test_no_number_is_shown_before_the_role_is_put_down(river: Lesson, key: str) -> None:
    hold_talks(river, *THREE_YEARS)
    held = river.activity(key)
    assert "The numbers can wait." in words_on(held.box)
    assert "svg" not in "".join(getattr(one, "value", "") for one in everything(held.box) if hasattr(one, "value"))
    assert not buttons(held.box)
    down = river.activity("role_down")
    press(down.box, "My card lies face down")
    assert "The numbers can wait." in words_on(held.box)
    press(down.box, "I would rather not say")
    assert "The numbers can wait." not in words_on(held.box)  # an open page opens by itself
    assert buttons(held.box)


def test_writing_never_waits(river: Lesson) -> None:
    for key in ("clauses", "one_line"):
        assert buttons(river.activity(key).box)


# --- putting the role down


def test_a_role_is_put_down_step_by_step(river: Lesson, again: Again) -> None:
    hold_talks(river, *THREE_YEARS)
    down = river.activity("role_down")
    assert "Springs" in words_on(down.box)
    press(down.box, "My card lies face down")
    assert "Springs" not in words_on(down.box)
    for place in (1, 3, 5):
        ticks(down.box)[place].value = True
    writing(down.box).value = "When nobody answered."
    press(down.box, "Go on")
    writing(down.box).value = "Ты слушал. Спасибо."
    assert not down.done
    assert again().activity("role_down").state == down.state  # the kernel was lost here
    press(down.box, "My role is put down")
    assert down.done
    chosen = [list(feeling_words(river.words))[place] for place in (1, 3, 5)]
    assert down.state["feelings"] == chosen
    back = again().activity("role_down")
    assert "You felt: pressed, alone, angry." in words_on(back.box)
    press(back.box, "Look at my words again")
    assert writing(back.box).value == "When nobody answered."
    press(back.box, "Go on")
    assert writing(back.box).value == "Ты слушал. Спасибо."


def test_three_feelings_are_plenty(river: Lesson) -> None:
    down = river.activity("role_down")
    press(down.box, "My card lies face down")
    feelings = ticks(down.box)[: len(feeling_words(river.words))]
    for box in feelings[:MOST_FEELINGS]:
        box.value = True
    assert all(box.disabled for box in feelings[MOST_FEELINGS:])
    assert "put one back" in words_on(down.box)
    feelings[0].value = False
    assert not any(box.disabled for box in feelings)
    assert len(down.state["feelings"]) == MOST_FEELINGS - 1


@pytest.mark.parametrize("steps", [(), ("Go on",)])
def test_passing_finishes_as_well(river: Lesson, steps: tuple[str, ...]) -> None:
    down = river.activity("role_down")
    press(down.box, "My card lies face down")
    for step in steps:
        press(down.box, step)
    press(down.box, "I would rather not say")
    assert down.done
    assert "You felt" not in words_on(down.box)


def test_a_new_role_is_put_down_too(river: Lesson) -> None:
    first = hold_talks(river, *THREE_YEARS)
    down = river.activity("role_down")
    for step in ("My card lies face down", "Go on", "My role is put down"):
        press(down.box, step)
    assert "Put the new card down" not in buttons(down.box)
    hold_talks(river, Year(package=FIRST), side="gardens", earlier=(first,))
    down.reload()
    assert "The numbers can wait." in words_on(river.activity("all_agreements").box)  # in a role again
    press(down.box, "Put the new card down")
    press(down.box, "My card lies face down")
    press(down.box, "I would rather not say")
    assert "Put the new card down" not in buttons(down.box)
    assert "dots." in words_on(river.activity("all_agreements").box)


def test_words_stay_with_the_talks_that_they_are_about(river: Lesson, again: Again) -> None:
    first = hold_talks(river, *THREE_YEARS)
    down = river.activity("role_down")
    press(down.box, "My card lies face down")
    ticks(down.box)[0].value = True
    writing(down.box).value = "When they listened."
    press(down.box, "Go on")
    press(down.box, "My role is put down")
    assert "You felt: calm." in plain(words_on(down.box))
    hold_talks(river, Year(package=FIRST), side="gardens", earlier=(first,))
    down = again().activity("role_down")
    press(down.box, "Put the new card down")
    press(down.box, "My card lies face down")
    assert not any(box.value for box in ticks(down.box))
    assert writing(down.box).value == ""
    press(down.box, "I would rather not say")
    said = plain(words_on(again().activity("role_down").box))
    assert "You felt:" not in said
    assert "After earlier talks you felt: calm." in said
    assert "When they listened." in said


# --- all agreements


def test_what_an_agreement_is_worth_is_what_the_game_says(talked: Lesson) -> None:
    picture = talked.activity("all_agreements")
    assert "There are 672 dots." in words_on(picture.box)
    assert "Equal gain" not in words_on(picture.box)
    press(picture.box, "What else was possible?")
    said = plain(words_on(picture.box))
    place = place_of(possible(talked.case, 3), THIRD)
    for side in talked.case.sides:
        alone, own = agreements.alone_points(talked.case)[side], agreements.package_points(talked.case, 3)[side][place]
        gain = f"+{own - alone}" if own > alone else f"-{alone - own}"
        assert f"{talked.text(f'sides.{side}.name')} {alone} {own} {gain}" in said
    assert all(name in said for name in ("Equal gain", "Balanced gain", "Half each"))
    assert not picture.done
    press(picture.box, "Which question tells most?")
    assert picture.done


def test_each_package_that_was_also_there_is_told_with_its_gain(talked: Lesson, again: Again) -> None:
    picture = talked.activity("all_agreements")
    press(picture.box, "What else was possible?")
    press(picture.box, "Which question tells most?")
    found = possible(talked.case, 3)
    own = place_of(found, THIRD)
    better = better_places(found, own)
    assert len(better) >= 2
    said = plain(words_on(picture.box))
    for place in better:
        assert (found.dots[place] >= found.dots[own]).all()
        for column, side in enumerate(found.sides):
            gain = int(found.dots[place][column] - found.dots[own][column])
            assert f"{talked.text(f'sides.{side}.name')} {f'+{gain}' if gain else gain}" in said
        for term in changed(THIRD, found.packages[place]):
            assert talked.text(f"terms.{term}.options.{found.packages[place][term]}") in said
    assert "left points" not in said
    assert "Which question would have found this?" in said
    assert words_on(again().activity("all_agreements").box) == words_on(picture.box)


def test_no_agreement_is_a_result_with_a_reason(talked: Lesson) -> None:
    picture = talked.activity("all_agreements")
    select(picture.box, 0, years_talked(talked)[1].talks)  # the second year's talks
    assert "You made none of them, for a reason." in words_on(picture.box)
    assert "2. Springs, year 2, Quick to meet you: no agreement" in plain(words_on(picture.box))
    press(picture.box, "What else was possible?")
    assert "You protected people from a promise that a dry year might break." in words_on(picture.box)
    press(picture.box, "Which question tells most?")
    said = words_on(picture.box)
    assert "Better for both than acting alone" in said
    assert "yours" not in said.lower()
    select(picture.box, 0, years_talked(talked)[0].talks)
    assert "What else was possible?" in buttons(picture.box)  # other talks begin without words again


@pytest.mark.parametrize(("which", "told"), [(0, "It was asked."), (2, "It was not asked this time.")])
def test_whether_the_question_was_asked_is_read_from_the_record(river: Lesson, which: int, told: str) -> None:
    found = possible(river.case, 1)
    telling = telling_question(river.case, found, "springs", place_of(found, FIRST))
    assert telling is not None
    hold_talks(river, Year(package=FIRST, ask=telling.question), Year(), Year(package=THIRD))
    put_role_down(river)
    years = years_talked(river)
    assert [was_asked(year, telling.question, "springs") for year in years] == [True, False, False]
    assert not was_asked(years[0], telling.question, "gardens")
    picture = river.activity("all_agreements")
    select(picture.box, 0, years[which].talks)
    press(picture.box, "What else was possible?")
    press(picture.box, "Which question tells most?")
    assert told in words_on(picture.box)


def test_two_people_at_one_screen_look_back_too(river: Lesson) -> None:
    hold_talks(river, Year(package=FIRST, ask="matters_most"), side=None)
    put_role_down(river)
    picture = river.activity("all_agreements")
    for step in ("What else was possible?", "Which question tells most?"):
        press(picture.box, step)
    assert "Which question tells most here?" in words_on(picture.box)  # nothing beats this agreement
    assert "Nothing was better for one side" in words_on(picture.box)


def test_without_talks_there_is_a_kind_word(river: Lesson) -> None:
    put_role_down(river)
    assert "Hold talks first" in words_on(river.activity("all_agreements").box)
    assert "Your newest talks" not in words_on(river.activity("debrief").box)


# --- whatever was saved


BROKEN = [
    {},
    {"at": 99, "which": -3, "feelings": 7, "words": [], "tell": {"text": 5}, "talks": "many"},
    {"at": "1", "which": True, "feelings": ["calm", {}, "calm", "bored"], "answers": {"feelings": 3, "x": {}}},
    {"ran": True, "guess": "some", "first": None, "term": "nothing", "option": 3, "draws": -1},
    {"ran": True, "guess": "some", "first": "gardens", "term": "payment", "option": "60", "draws": 10**9},
    {"written": {"dry": {"text": 1, "ticked": [99, "0"]}, "data": None}, "at": 1.5},
    {"kind": "hope", "text": "", "left": True},
    {"kind": ["hope"], "text": "x" * 9999, "left": 1},
]


@pytest.mark.parametrize("key", AFTER)
@pytest.mark.parametrize("saved", BROKEN)
def test_any_saved_state_opens(talked: Lesson, again: Again, key: str, saved: dict[str, object]) -> None:
    entry = talked.progress.entry(key)
    talked.progress.save(key, saved, done=True, based_on=entry.revision)
    opened = again().activity(key)
    assert opened.clean(opened.state) == opened.state
    assert json.loads(json.dumps(opened.state)) == opened.state
    assert words_on(opened.box)


@pytest.mark.parametrize("game", [None, 5, {"side": "springs", "partner": "conceder", "record": "not a record"}])
def test_talks_that_cannot_be_read_do_not_stop_what_follows(river: Lesson, again: Again, game: object) -> None:
    river.progress.save("negotiate", {"game": game, "earlier": [game, {}]}, done=True, based_on=0)
    put_role_down(river)
    for key in AFTER:
        assert words_on(again().activity(key).box)
