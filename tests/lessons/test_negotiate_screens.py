"""The talks on the screen: what a side sees and what it never sees, what comes back, and the words."""

import json
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS
from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.own_value import gain, mean
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS, step
from dastarkhan.lessons.shared_river.talks.played import years_talked
from dastarkhan.lessons.shared_river.talks.seating import deciding_seats
from dastarkhan.lessons.shared_river.talks.talk_log import year_said
from dastarkhan.lessons.shared_river.talks.voices import Happened
from simulations.games import case_names, read_case
from simulations.games.agreements import package_points, values
from simulations.games.own_worth import what_is_worth_what
from simulations.games.river_answers import told_by
from simulations.games.river_partners import PARTNERS
from simulations.games.talks import NoAgreement, Question, Reason
from simulations.games.terms import packages, terms_in
from tests.lessons.at_the_table import SIDES, accept, fair, fill, live, make, numbers_on, sit_down, stop, table
from tests.lessons.screen import buttons, press, radios, select, words_on, writing

Again = Callable[..., Lesson]


# --- what a person sees, and what not


def test_the_own_value_follows_every_tap_without_a_new_screen(river: Lesson) -> None:
    talks = sit_down(river, "springs", "boulware")
    shown = talks.stage.children
    assert buttons(talks.stage)["Make this offer"].disabled
    for package in ({"summer_release": 55, "payment": 180}, {"summer_release": 70, "payment": 0}):
        fill(talks, package)
        said = words_on(talks.stage)
        assert talks.stage.children is shown
        assert f"On average {mean(river.case, 'springs', package)} " in said
        better = gain(river.case, "springs", package) > 0
        assert ("On average this is better for you than no agreement" in said) == better
        assert ("On average you would do better without it" in said) != better
    assert not buttons(talks.stage)["Make this offer"].disabled


def test_a_yes_to_less_than_alone_is_asked_once_more(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "boulware")
    press(talks.stage, "Accept this offer")
    assert "Say yes to this?" in words_on(talks.stage)
    press(talks.stage, "Back to the table")
    assert table(talks).talk["offer"]
    accept(talks)
    assert "You have an agreement" in words_on(talks.stage)


def test_a_question_is_answered_and_kept_on_the_sheet(river: Lesson, again: Again) -> None:
    talks = sit_down(river, "springs", "conceder")
    for asked, question in enumerate(QUESTIONS):
        press(talks.stage, "Ask a question")
        assert len(radios(talks.stage)[0].options) == len(QUESTIONS) - asked
        select(talks.stage, 0, question)
        press(talks.stage, "Ask")
        assert "What they told you:" in words_on(talks.stage)
    assert "Ask a question" not in buttons(talks.stage)
    answers = [one["answer"] for one in table(talks).talk["asked"]]
    for answer in answers:
        known = "We would rather not say." if answer == "not_said" else river.text(f"terms.{answer}.title")
        assert known in words_on(talks.stage)
    assert words_on(again().activity("negotiate").box) == words_on(talks.box)


def test_a_break_is_taken_once_and_its_note_stays_on_the_sheet(river: Lesson, again: Again) -> None:
    talks = sit_down(river, "gardens", "boulware")
    press(talks.stage, "Take a break")
    assert "Breathe in slowly" in words_on(talks.stage)
    writing(talks.stage).value = "Им нужна зима. / به زمستان فکر می‌کنند"
    assert words_on(again().activity("negotiate").box) == words_on(talks.box)
    press(talks.stage, "Back to the table")
    assert "Take a break" not in buttons(talks.stage)
    assert "Им нужна зима." in words_on(talks.stage)
    press(talks.stage, "Hide my sheet")
    assert "Им нужна зима." not in words_on(talks.stage)
    assert "Им нужна зима." in words_on(sit_again(again).stage)


def sit_again(again: Again) -> Any:
    talks = again().activity("negotiate")
    press(talks.stage, "Show my sheet")
    return talks


def test_a_no_has_a_reason_and_hands_over_the_word(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "boulware")
    press(talks.stage, "Say no, and why")
    assert buttons(talks.stage)["Say no for now"].disabled
    select(talks.stage, 0, "dry_years")
    press(talks.stage, "Say no for now")
    assert "Gardens: Not for now. A dry year worries us." in words_on(talks.stage)
    assert "Make this offer" in buttons(talks.stage)


def test_start_from_their_offer(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "boulware")
    theirs = dict(table(talks).talk["offer"]["package"])
    press(talks.stage, "Start from their offer")
    assert talks.state["draft"]["gardens"] == theirs
    assert [radio.value for radio in radios(talks.stage)] == list(theirs.values())


def test_two_people_never_see_the_other_sheet(river: Lesson, again: Again) -> None:
    """The screen is handed over with nothing but the open offer on it, and no value of the other side ever is."""
    talks = sit_down(river, None, "two")
    package = {"summer_release": 55, "payment": 180}
    for side, name, other in (("springs", "Springs", "gardens"), ("gardens", "Gardens", "springs")):
        assert "Hand the screen over" in words_on(talks.stage)
        offered = set() if side == "springs" else {str(option) for option in package.values()}
        assert numbers_on(talks) == offered
        assert not radios(talks.stage)
        assert words_on(again().activity("negotiate").box) == words_on(talks.box)
        press(talks.stage, f"I am {name}: show my side")
        if side == "springs":
            fill(talks, package)
        said = words_on(talks.stage)
        assert str(mean(river.case, side, package)) in numbers_on(talks)
        assert str(mean(river.case, other, package)) not in numbers_on(talks)
        seat = deciding_seats(river.case)
        assert river.text(f"seats.{seat[side]}.brief") in said
        assert river.text(f"seats.{seat[other]}.brief") not in said
        secret = {str(v) for v in river.case.seats[seat[other]]["private"].values() if v > 60}
        assert not secret & numbers_on(talks)
        press(talks.stage, f"Hide what belongs to {name}")
        assert numbers_on(talks) == offered
        press(talks.stage, f"I am {name}: show my side")
        if side == "springs":
            press(talks.stage, "Make this offer")
    accept(talks)
    assert table(talks).talk["agreement"] == package
    live(talks)
    assert [(one.side, one.partner) for one in years_talked(river)] == [(None, None)]


def test_two_people_ask_aloud(river: Lesson) -> None:
    talks = sit_down(river, None, "two")
    press(talks.stage, "I am Springs: show my side")
    assert "Ask aloud. Tap only your offers and your yes." in words_on(talks.stage)
    assert "Ask a question" not in buttons(talks.stage)
    talks.step(pane="ask")  # saved while the button was there
    select(talks.stage, 0, "worries")
    press(talks.stage, "Ask")
    press(talks.stage, "I am Gardens: show my side")
    assert "They ask you: What worries you?" in words_on(talks.stage)


@pytest.mark.parametrize("side", SIDES)
def test_a_screen_with_a_partner_says_nothing_of_its_values(river: Lesson, side: str) -> None:
    talks = sit_down(river, side, "problem_solver")
    make(talks, fair(table(talks)))
    meeting = table(talks)
    other, offer = meeting.other(side), meeting.talk["offer"]["package"]
    shown = (dict(offer), fair(meeting))
    own = {mean(river.case, side, one) for one in shown}
    known = {points[side] for one in (*shown, None) for points in values(river.case, one).values()}
    hidden = {mean(river.case, other, one) for one in shown} - own - known
    assert hidden
    assert not {str(value) for value in hidden} & numbers_on(talks)
    assert {str(value) for value in own} <= numbers_on(talks)


# --- what was saved comes back, or does no harm


def test_the_middle_of_the_talks_comes_back(river: Lesson, again: Again) -> None:
    talks = sit_down(river, "gardens", "problem_solver")
    for package in ({"summer_release": 70, "payment": 0}, {"summer_release": 70, "payment": 60}):
        make(talks, package)
        back = again().activity("negotiate")
        assert back.state == talks.state
        assert words_on(back.box) == words_on(talks.box)
    fill(talks, {"summer_release": 55, "payment": 60})
    assert words_on(again().activity("negotiate").box) == words_on(talks.box)


def test_a_second_tap_changes_nothing(river: Lesson) -> None:
    talks = sit_down(river, "springs", "boulware")
    fill(talks, {"summer_release": 30, "payment": 260})
    for words in ("Make this offer", "Offer this instead", "Take a break"):
        button = buttons(talks.stage)[words]
        button.click()
        count = table(talks).count
        button.click()
        assert table(talks).count == count
    press(talks.stage, "Back to the table")
    stop(talks)
    button = buttons(talks.stage).get("Let the year come") or buttons(talks.stage)["Decide"]
    live(talks)
    button.click()
    assert len(table(talks).closed) == 1
    onward = buttons(talks.stage)["Next year: new talks"]
    onward.click()
    onward.click()
    assert talks.state["past"] == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"game": 5, "earlier": {}, "draft": [], "notes": 3, "past": -2, "pane": {}, "picked": [], "hands": 1},
        {"game": {"side": "springs", "partner": "boulware", "record": "no record"}},
        {"game": {"side": None, "partner": "boulware", "record": ""}, "earlier": [None, 4, {}]},
        {"side": "north", "opposite": "the cat", "draft": {"springs": {"payment": "much"}}, "sheet": 0},
    ],
)
def test_whatever_was_saved_opens(river: Lesson, again: Again, broken: dict[str, Any]) -> None:
    river.progress.save("negotiate", broken, done=False, based_on=0)
    talks = again().activity("negotiate")
    assert buttons(talks.stage)["Sit down at the table"].disabled
    assert years_talked(again()) == ()
    assert json.loads(json.dumps(talks.state)) == talks.state


def test_a_game_on_other_numbers_or_other_seats_is_put_aside(river: Lesson) -> None:
    talks = sit_down(river, "springs", "boulware")
    text = talks.state["game"]["record"]
    assert Meeting.read(river.case, "springs", "boulware", text) == table(talks)
    assert Meeting.read(river.case, "gardens", "boulware", text) is None
    assert Meeting.read(river.case, None, None, text) is None
    assert Meeting.read(read_case("swallow"), "springs", "boulware", text) is None


def test_a_record_that_was_cut_goes_on_as_it_went(river: Lesson, again: Again) -> None:
    """A record may end after any line, also where the partner has the word."""
    talks = sit_down(river, "springs", "boulware")
    make(talks, {"summer_release": 30, "payment": 260})
    whole = talks.state["game"]["record"]
    for lines in range(2, whole.count("\n")):
        cut = "\n".join(whole.split("\n")[:lines]) + "\n"
        talks.remember(game={**talks.state["game"], "record": cut})
        back = again().activity("negotiate")
        assert table(back).due == "springs"
        assert table(back).text() == whole


# --- the words


def test_every_partner_every_reason_and_every_question_has_words() -> None:
    assert set(MANNERS) <= set(PARTNERS)
    assert set(REASONS) == {one.value for one in Reason}
    assert set(NO_AGREEMENT) == {one.value for one in NoAgreement}
    assert set(QUESTIONS) == {one.value for one in Question}
    every = [text for manner in MANNERS.values() for texts in manner.says.values() for text in texts]
    assert len(every) == len(set(every))
    for manner in MANNERS.values():
        assert set(manner.says) == set(Happened)
    for sentence in re.split(r"(?<=[.!?]) ", " ".join([*every, *(manner.about for manner in MANNERS.values())])):
        assert len(sentence.split()) <= 20, sentence
        assert not re.search(r"\d", sentence), sentence


@pytest.mark.parametrize(
    ("before", "now", "same", "near", "happened"),
    [
        (None, 50, False, False, Happened.OPENING),
        (50, 50, True, True, Happened.NO_STEP),
        (50, 60, False, False, Happened.SMALL_STEP),
        (50, 60, False, True, Happened.NEAR_END),
        (50, 90, False, True, Happened.BIG_STEP),
        (50, 40, False, False, Happened.OTHER_WAY),
        (50, 50, False, False, Happened.OTHER_WAY),
    ],
)
def test_a_sentence_fits_what_happened(
    before: int | None, now: int, same: bool, near: bool, happened: Happened
) -> None:
    assert step(before, now, 200, same=same, near_end=near) is happened


def test_who_speaks_first_opens_the_talks(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "boulware")
    (said,) = year_said(table(talks), river.words)
    assert said.voice in MANNERS["boulware"].says[Happened.OPENING]


def test_the_log_tells_the_talks_in_their_order(river: Lesson) -> None:
    talks = sit_down(river, "springs", "boulware")
    make(talks, {"summer_release": 30, "payment": 260})
    said = year_said(table(talks), river.words)
    assert [(one.side, one.kind) for one in said] == [("springs", "offer"), ("gardens", "offer")]
    assert said[0].voice == ""
    assert said[1].voice == ""  # it answers, and opens nothing that is open already
    assert said[1].reason in REASONS.values()


def test_the_sheet_says_what_is_worth_what(river: Lesson) -> None:
    """Measured again here: one term changes, the others stay as they are."""
    worth, every = what_is_worth_what(river.case, "springs", 1), packages(river.case, 1)
    assert set(worth) == set(terms_in(river.case, 1))
    points = dict(zip([tuple(one.values()) for one in every], package_points(river.case, 1)["springs"], strict=True))
    assert worth["payment"][260] - worth["payment"][0] == points[(30, 260)] - points[(30, 0)]
    assert all(min(options.values()) == 0 for options in worth.values())


@pytest.mark.parametrize("name", case_names("river"))
def test_the_sheet_and_the_honest_answer_agree(name: str) -> None:
    """What a side tells when it is asked what matters most is what its own sheet shows as widest."""
    case = read_case(name)
    for side, year in product(case.sides, (1, 2, 3)):
        worth = what_is_worth_what(case, side, year)
        widest = {term: max(options.values()) for term, options in worth.items()}
        told = told_by(case, year, side, Question.MATTERS_MOST)
        assert widest[told] == max(widest[term] for term in worth if case.terms[term]["kind"] != "payment")
