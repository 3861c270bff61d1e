"""The rehearsal: every moment, every choice, and back again, without a browser."""

import itertools
import json
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dastarkhan.guides import read_guide
from dastarkhan.guides.vocabulary import Help
from dastarkhan.languages import words
from dastarkhan.lessons import lesson
from dastarkhan.lessons.rehearsal.rehearse import Rehearse
from dastarkhan.lessons.rehearsal.simulated_group import Group, after, answers, beginning, meets
from dastarkhan.lessons.rehearsal.table_picture import table_picture, told
from tests.lessons.screen import buttons, press, radios, words_on

REHEARSAL = read_guide("11").rehearsal
BRANCHES = [(number, move.id) for number, moment in enumerate(REHEARSAL.moments) for move in moment.choices]


def opened(language: str = "en") -> Rehearse:
    activity = lesson("11_rehearsal", language=language).activity("rehearse")
    assert isinstance(activity, Rehearse)
    return activity


def choose(activity: Rehearse, name: str) -> None:
    radios(activity.box)[0].value = name
    press(activity.box, "That is what I do")


def best(number: int) -> str:
    return next(move.id for move in REHEARSAL.moments[number].choices if move.helps is Help.MUCH)


def lived(activity: Rehearse, *names: str) -> Rehearse:
    press(activity.box, "Open the door")
    for number, name in enumerate(names):
        choose(activity, name)
        press(activity.box, "Look back" if number + 1 == len(REHEARSAL.moments) else "Go on")
    return activity


@pytest.fixture(autouse=True)
def own_folder(work: object) -> None:
    """Everybody rehearses in a folder of their own."""


def test_it_begins_at_the_table() -> None:
    activity = opened()
    assert activity.summary() == "0 of 8 moments rehearsed."
    shown = words_on(activity.box)
    assert "You are trainer A" in shown
    assert "0 of 6 have spoken · 4 of 6 are at ease · 0 minutes taken" in shown
    assert shown.count("an empty chair") == 1


@pytest.mark.parametrize(("number", "name"), BRANCHES, ids=lambda value: str(value))
def test_every_branch_says_what_happens_and_why(number: int, name: str) -> None:
    activity = lived(opened(), *(best(earlier) for earlier in range(number)))
    moment = REHEARSAL.moments[number]
    assert moment.see in words_on(activity.box)
    assert buttons(activity.box)["That is what I do"].disabled
    assert [value for _words, value in radios(activity.box)[0].options] == [one.id for one in moment.choices]
    choose(activity, name)
    move = next(one for one in moment.choices if one.id == name)
    shown = unescape(words_on(activity.box))
    assert all(text in shown for text in (move.do, move.then, move.why))
    opening = {Help.MUCH: "That helps.", Help.SOME: "That helps a little.", Help.LITTLE: "That helps less"}
    assert opening[move.helps] in shown
    assert activity.summary() == f"{number + 1} of 8 moments rehearsed."
    again = opened()
    assert unescape(words_on(again.box)) == shown
    press(again.box, "Try another way")
    assert moment.see in words_on(again.box)
    assert again.state["chosen"].keys() == {one.id for one in REHEARSAL.moments[:number]}


def test_the_end_names_the_cards_to_look_up() -> None:
    weak = {1: "tell_again", 6: "as_if_nothing"}
    activity = lived(opened(), *(weak.get(number, best(number)) for number in range(len(REHEARSAL.moments))))
    shown = words_on(activity.box)
    assert activity.done
    assert "Cards of the guide to look up" in shown
    cards = [card.condition for card in read_guide("11").common_problems if card.condition in shown]
    assert cards == ["Somebody walks out.", "Somebody comes late."]
    assert "Some people drew back" in shown
    press(activity.box, "Begin again")
    assert "You are trainer A" in words_on(activity.box)
    assert opened().state == {"at": -1, "chosen": {}}


def test_a_kind_session_has_no_card_to_look_up() -> None:
    activity = lived(opened(), *(best(number) for number in range(len(REHEARSAL.moments))))
    shown = words_on(activity.box)
    assert "In every moment you found a way that helps." in shown
    assert "Nearly everybody was heard" in shown
    assert "Most people would sit down at this table again." in shown
    assert "A real one will surprise you" in shown


def test_the_work_has_a_file_of_its_own(work: object) -> None:
    activity = lived(opened(), best(0))
    path = activity.lesson.progress.path
    assert path.name == "11_rehearsal.json"
    assert json.loads(path.read_text("utf-8"))["activities"]["rehearse"]["state"]["at"] == 1


def test_changing_an_early_choice_opens_what_follows_anew() -> None:
    activity = lived(opened(), best(0), best(1), best(2))
    activity.remember(at=1)
    activity.reload()
    press(activity.box, "Try another way")
    assert set(activity.state["chosen"]) == {REHEARSAL.moments[0].id}


ODD = st.sampled_from([None, True, -5, 3, 99, "wait", "x", [], {}, {"nobody_answers": "wait"}, {"nobody_answers": 3}])


@settings(max_examples=60, deadline=None)
@given(at=ODD, chosen=ODD | st.dictionaries(st.sampled_from([m.id for m in REHEARSAL.moments]), ODD))
def test_any_saved_state_opens(at: object, chosen: object) -> None:
    activity = opened()
    activity.state = state = activity.clean({"at": at, "chosen": chosen})
    assert activity.clean(state) == state
    assert activity.body()
    assert -1 <= state["at"] <= len(state["chosen"]) <= len(REHEARSAL.moments)


def test_every_way_through_the_group_keeps_its_sums() -> None:
    people = {one.id for one in REHEARSAL.people}
    minutes = set()
    for moves in itertools.product(*(moment.choices for moment in REHEARSAL.moments)):
        group = after(REHEARSAL, moves)
        assert group.at_ease <= group.here <= people
        assert group.spoken <= people
        assert group.minutes == sum(move.min for move in moves)
        minutes.add(group.minutes)
    assert max(minutes) > 2 * min(minutes)


def test_ways_that_help_leave_a_better_table() -> None:
    def group(wanted: Help) -> Group:
        moves = [next((move for move in one.choices if move.helps is wanted), None) for one in REHEARSAL.moments]
        return after(REHEARSAL, moves)

    much, little = group(Help.MUCH), group(Help.LITTLE)
    assert len(much.at_ease) >= len(little.at_ease) + 3
    assert len(much.spoken) > len(little.spoken)
    assert much.minutes < little.minutes


def test_whoever_left_neither_speaks_nor_is_at_ease() -> None:
    moment = next(one for one in REHEARSAL.moments if one.goes)
    group = meets(beginning(REHEARSAL), moment)
    assert "door" not in group.here | group.at_ease
    stays = next(move for move in moment.choices if "door" not in move.comes)
    assert "door" not in answers(group, stays).at_ease


def test_the_picture_says_everything_in_words_too() -> None:
    group, _ = after(REHEARSAL, [REHEARSAL.moments[0].choices[1]]), words("en")
    picture = table_picture([(one.id, one.name) for one in REHEARSAL.people], group, _)
    assert picture.count("<li ") == 6
    assert picture.count("dk-said") == len(group.spoken) == 1
    assert [told(key, group, _) for key in ("tea", "pen", "window", "coat")] == [
        "has spoken, has drawn back", "quiet so far", "quiet so far, has drawn back", "an empty chair",
    ]  # fmt: skip


def test_numbers_of_the_screen_follow_the_choices() -> None:
    activity = lived(opened(), "wait")
    shown = words_on(activity.box)
    assert "2 of 6 have spoken · 5 of 6 are at ease · 2 minutes taken" in shown
    assert "Moment 2 of 8 · Minute 4 to 8 · The river" in shown


def test_the_way_home_says_nothing_of_a_case() -> None:
    assert "For trainers" not in words_on(lesson("11_rehearsal", language="en").welcome())


def test_the_debrief_has_a_rehearsal_of_its_own() -> None:
    found = read_guide("debrief").rehearsal
    activity = lesson("debrief_rehearsal", language="en").activity("rehearse")
    press(activity.box, "Open the door")
    for number, moment in enumerate(found.moments, start=1):
        assert moment.see in words_on(activity.box)
        choose(activity, next(move.id for move in moment.choices if move.helps is Help.MUCH))
        press(activity.box, "Look back" if number == len(found.moments) else "Go on")
    assert activity.summary() == f"{len(found.moments)} of {len(found.moments)} moments rehearsed."
