"""Lesson 08 as a person would take it: dig, compute, talk with every partner, put the card down, look."""

from itertools import product
from typing import Any

import numpy as np
import pytest

from dastarkhan.content.negotiation.first_price import zone
from dastarkhan.content.negotiation.people import who_sits_there
from dastarkhan.content.negotiation.positions import QUESTIONS, own_positions, positions, question_words
from dastarkhan.languages import words
from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.negotiation.all_agreements import arrows_from, best_rows
from dastarkhan.lessons.negotiation.held import held_talks, is_down
from dastarkhan.lessons.negotiation.price_questions import limit_question, price_questions
from dastarkhan.lessons.negotiation.table_meeting import KINDS, TableMeeting
from dastarkhan.lessons.negotiation.table_talks import case_named
from dastarkhan.lessons.negotiation.tips import tips
from simulations.bargaining.digraph import dominance_digraph, pareto_set
from simulations.bargaining.dominance import undominated
from simulations.games.package_facts import package_facts
from simulations.games.package_points import options_of, payoffs
from tests.lessons.screen import buttons, press, radios, take, ticks, words_on, writing

_ = words("en", "lesson_08")
SLUG = "08_negotiation"
GOOD = {"repair": 20, "power": 4, "visits": 6}
"""Good for both villages: Quince 13 + 36 + 11 = 60 above 47, Walnut 12 + 10 + 40 = 62 above 49."""


@pytest.fixture
def talk(work: Any) -> Lesson:
    return lesson(SLUG, language="en")


def sat(talk: Lesson, key: str, **state: Any) -> Any:
    activity = talk.activity(key)
    extra = {"at": 9} if key == "one_issue" else {}
    activity.remember(**extra, **state)
    activity.begin()
    return activity


def finish(activity: Any) -> TableMeeting:
    """Accept whatever is good, else refuse, until it is over."""
    for _turn in range(200):
        meeting = activity.meeting()
        if not meeting.talking:
            return meeting
        side = str(meeting.due)
        if meeting.talk["offer"]:
            package = meeting.talk["offer"]["package"]
            alone = meeting.view(side)["you"]["alone"]
            if payoffs(meeting.case, package)[side] > alone:
                activity.accept(side)
            else:
                activity.remember(picked="too_little")
                activity.refuse(side)
        else:
            middle = {term: options[len(options) // 2] for term, options in options_of(meeting.case).items()}
            activity.offer(side, middle)
    raise AssertionError("the talks do not end")


# --- content


def test_every_position_has_three_answers_and_one_interest_that_is_not_the_position() -> None:
    cards = positions(_)
    assert len(cards) == 8
    assert len({one.key for one in cards}) == 8
    assert set(question_words(_)) == set(QUESTIONS)
    for one in cards:
        assert len(set(one.told)) == 3
        assert len({interest.text for interest in one.interests}) == 3
        assert one.interests[0].why.startswith("Yes")
        assert set(one.shown) == set(one.interests)
    assert len({one.shown.index(one.interests[0]) for one in cards}) == 3, "the answer has no fixed place"


@pytest.mark.parametrize("name", ["cart", "gate", "fair", "canal"])
def test_somebody_with_a_reason_sits_on_every_side(name: str) -> None:
    told = [who_sits_there(name, side, _) for side in case_named(name).sides]
    assert all(told)
    assert len(set(told)) == len(told)


def test_the_rent_of_the_stall_by_hand() -> None:
    assert zone() == (20, 30)  # 25 - 5, 24 + 6
    asked = {one.key: one for one in price_questions(_)}
    right = {key: next(answer.text for answer in one.answers if answer.right) for key, one in asked.items()}
    assert (right["seller"], right["owner"], right["zone"]) == ("30 coins", "20 coins", "Between 20 and 30 coins")
    for one in asked.values():
        assert sum(answer.right for answer in one.answers) == 1
        assert len({answer.text for answer in one.answers}) == len(one.answers)
        assert all(answer.why for answer in one.answers)


def test_each_side_of_the_cart_finds_its_own_limit() -> None:
    for side, right in (("bakery", "44 coins"), ("workshop", "28 coins")):
        question = limit_question(case_named("cart"), side, _)
        assert [one.text for one in question.answers if one.right] == [right]


# --- the cases' claims


def test_the_brief_of_the_cart_says_what_its_numbers_say() -> None:
    cart = case_named("cart")
    baker, mender = (cart.seats[seat]["private"] for seat in ("bakery_bakers", "workshop_menders"))
    most = baker["other_workshop_asks"] + baker["way_to_the_other"]
    least = mender["wood_and_iron"] + mender["fence_would_bring"]
    alone = {side: cart.sides[side]["private"]["alone_points"] for side in cart.sides}
    good = [
        price
        for price in cart.terms["price"]["options"]
        if all(points >= alone[side] for side, points in payoffs(cart, {"price": price}).items())
    ]
    assert good == [price for price in cart.terms["price"]["options"] if least <= price <= most]
    assert alone["bakery"] == baker["coins_in_the_box"] - most
    assert (least, most, len(good)) == (28, 44, 9)


def test_three_terms_together_open_what_none_opens_alone() -> None:
    facts = package_facts(case_named("gate"))
    assert (facts.packages, facts.zone) == (125, 22)
    assert [term.enough_alone for term in facts.terms.values()] == [0, 0, 0]
    assert payoffs(case_named("gate"), GOOD) == {"quince": 60, "walnut": 62}


def test_a_trade_beats_meeting_in_the_middle_of_every_term() -> None:
    gate = case_named("gate")
    middle = payoffs(gate, {"repair": 20, "power": 3, "visits": 4})
    assert middle == {"quince": 53, "walnut": 54}
    assert all(payoffs(gate, GOOD)[side] > points for side, points in middle.items())


@pytest.mark.parametrize("seed", range(3))
def test_the_ends_of_the_digraph_are_what_nothing_dominates(seed: int) -> None:
    points = np.random.default_rng(seed).integers(0, 9, size=(40, 3)).astype(float)
    ends = pareto_set(dominance_digraph(points))
    assert set(undominated(points)) <= set(ends)  # of equal rows `undominated` keeps the first
    assert {tuple(points[row]) for row in ends} == {tuple(points[row]) for row in undominated(points)}


# --- interests


def test_one_asks_before_one_guesses_and_every_guess_has_its_reason(talk: Lesson) -> None:
    activity = talk.activity("interests")
    for one in positions(talk.words):
        assert not radios(activity.box), "first a question"
        press(activity.box, "Why is that important to you?")
        assert one.told[0] in words_on(activity.box)
        for interest in one.interests:
            take(activity.box, interest.key)
            assert interest.why in words_on(activity.box)
        press(activity.box, "Go on")
    assert len(list(ticks(activity.box))) == 3 * len(own_positions(talk.words))
    writing(activity.box).value = "A quiet place to wait."
    press(activity.box, "Go on")
    assert activity.done
    (piece,) = activity.written(talk, activity.state)
    assert piece.text == "A quiet place to wait."
    assert lesson(SLUG, language="en").activity("interests").state == activity.state


def test_four_cards_are_enough_when_time_is_short(talk: Lesson) -> None:
    activity = talk.activity("interests")
    for _card in range(3):
        press(activity.box, "Go on")
    press(activity.box, "Short of time: on to my own words")
    assert "your own words" in words_on(activity.box)


# --- talks


def test_the_price_is_computed_first_and_bargained_then(talk: Lesson) -> None:
    activity = talk.activity("one_issue")
    for question in price_questions(talk.words):
        for answer in question.answers:
            radios(activity.box)[0].value = answer.key
            press(activity.box, "Check")
            assert answer.why in words_on(activity.box)
        press(activity.box, "Go on")
    take(activity.box, "bakery")
    press(activity.box, "Sit down at the table")
    assert "Your private sheet: Bakery" in words_on(activity.box)
    for coins, said in (("38", "The way and the lost day"), ("50", "So much lies in the box"), ("44", "Yes: 38 there")):
        take(activity.box, coins)
        press(activity.box, "Check")
        assert said in words_on(activity.box)
    take(activity.box, 30)
    assert "better than your alternative by 14 points" in words_on(activity.box)
    take(activity.box, 48)
    assert "Your alternative is better by 4 points" in words_on(activity.box)
    assert finish(activity).talk["agreement"]
    assert activity.done
    assert "What else was possible comes later" in words_on(activity.box)


@pytest.mark.parametrize(
    ("partner", "key", "case", "side"),
    [
        *((kind, "three_issues", "gate", "quince") for kind in KINDS),
        ("boulware", "one_issue", "cart", "workshop"),
        ("tit_for_tat", "three_issues", "fair", "willow"),
        ("problem_solver", "wide_table", "canal", "school"),
    ],
)
def test_every_partner_talks_to_the_end_at_every_table(
    talk: Lesson, partner: str, key: str, case: str, side: str
) -> None:
    activity = sat(talk, key, case=case, side=side, partner=partner)
    meeting = finish(activity)
    assert meeting.case.id == case
    again = lesson(SLUG, language="en").activity(key)
    assert again.meeting().record == meeting.record
    assert words_on(again.box)


def test_nothing_of_the_other_side_stands_on_the_screen(talk: Lesson) -> None:
    activity = sat(talk, "three_issues", case="gate", side="walnut", partner="conceder")
    seen = words_on(activity.box)
    assert "pump fills the tank" not in seen
    assert "saws stand still" in seen


def test_a_question_is_answered_and_kept_on_the_sheet(talk: Lesson) -> None:
    activity = sat(talk, "three_issues", case="gate", side="quince", partner="problem_solver")
    press(activity.box, "Ask a question")
    take(activity.box, ":matters_most")
    press(activity.box, "Ask")
    assert "On how many days a month is the bridge open" in words_on(activity.box)
    assert activity.meeting().talk["asked"][0]["answer"] == "visits"


def test_among_six_sides_a_question_names_whom_it_asks(talk: Lesson) -> None:
    activity = sat(talk, "wide_table", case="canal", side="orchards", partner="conceder")
    press(activity.box, "Ask a question")
    take(activity.box, "reeds:worries")
    press(activity.box, "Ask")
    assert activity.meeting().talk["asked"][0]["of"] == "reeds"


def test_two_people_pass_the_screen_and_hide_their_sheets(talk: Lesson) -> None:
    activity = sat(talk, "three_issues", case="gate", side="quince", second="walnut")
    for name, brief in (("Quince", "pump fills the tank"), ("Walnut", "saws stand still")):
        assert "Hand the screen over" in words_on(activity.box)
        assert "pump fills" not in words_on(activity.box)
        assert "saws stand" not in words_on(activity.box)
        press(activity.box, f"I am {name}: show my side")
        press(activity.box, "Show my sheet")
        assert brief in words_on(activity.box)
        side = name.lower()
        activity.offer(side, GOOD) if side == "quince" else activity.accept(side)
    assert "You have an agreement" in words_on(activity.box)
    assert dict(activity.meeting().talk["agreement"]) == GOOD


def test_stopping_with_a_reason_is_a_result(talk: Lesson) -> None:
    activity = sat(talk, "three_issues", case="gate", side="quince", partner="boulware")
    press(activity.box, "Stop without agreement")
    take(activity.box, "missing_voice")
    press(activity.box, "Yes, stop the talks")
    assert "That is a result too" in words_on(activity.box)
    assert activity.done


def test_a_no_has_a_reason_and_a_break_has_a_note(talk: Lesson) -> None:
    activity = sat(talk, "three_issues", case="gate", side="walnut", partner="tit_for_tat")
    press(activity.box, "Take a break")
    writing(activity.box).value = "They talk of buckets."
    press(activity.box, "Back to the table")
    assert "They talk of buckets." in words_on(activity.box)
    press(activity.box, "Say no, and why")
    take(activity.box, "ask_at_home")
    press(activity.box, "Say no for now")
    assert any(move.kind == "reject" for move in activity.meeting().record.moves)


# --- after the talks


def put_down(talk: Lesson) -> Any:
    activity = talk.activity("put_down")
    press(activity.box, "My card lies face down")
    press(activity.box, "Go on")
    press(activity.box, "My role is put down")
    return activity


def test_numbers_wait_until_the_card_lies_face_down(talk: Lesson) -> None:
    looking = talk.activity("all_agreements")
    assert "First hold one of the talks" in words_on(looking.box)
    finish(sat(talk, "three_issues", case="gate", side="quince", partner="conceder"))
    looking = talk.activity("all_agreements")
    assert "The numbers can wait" in words_on(looking.box)
    put_down(talk)
    seen = words_on(looking.box)
    assert is_down(talk)
    assert "22 of them leave nobody with less" in seen
    assert "With any one term alone there is none" in seen
    assert "left" not in seen.replace("left out", ""), "nobody left anything on the table"
    assert "<svg" in "".join(str(getattr(one, "value", "")) for one in _everything(looking.box))
    sat(talk, "three_issues", case="gate", side="quince", partner="conceder")
    assert "The numbers can wait" not in words_on(talk.activity("all_agreements").box) or not is_down(talk)


def _everything(box: Any) -> Any:
    from tests.lessons.screen import everything

    return everything(box)


@pytest.mark.parametrize(("key", "case", "side"), [
    ("one_issue", "cart", "bakery"), ("three_issues", "fair", "mill"), ("wide_table", "canal", "melons"),
])  # fmt: skip
def test_every_table_can_be_looked_at(talk: Lesson, key: str, case: str, side: str) -> None:
    finish(sat(talk, key, case=case, side=side, partner="linear" if key == "none" else "conceder"))
    put_down(talk)
    looking = talk.activity("all_agreements")
    assert "Next time" in words_on(looking.box)
    press(looking.box, "I have seen it")
    assert looking.done
    assert tips(held_talks(talk)[0], talk.words)


def test_arrows_lead_from_the_middle_to_ends_that_are_better() -> None:
    from dastarkhan.lessons.debrief.world import world_of

    world = world_of(case_named("gate"), 1)
    arrows = arrows_from(world, {"repair": 20, "power": 3, "visits": 4})
    assert arrows
    for start, end in arrows:
        assert start == (53.0, 54.0)
        assert end[0] >= 53
        assert end[1] >= 54
        assert end != start
    assert len(best_rows(world)) == 22
    assert arrows_from(world, {"repair": 0}) == ()


@pytest.mark.parametrize("key", ["interests", "one_issue", "three_issues", "wide_table", "put_down", "all_agreements"])
@pytest.mark.parametrize("broken", [
    {}, {"at": "x", "game": 3, "chosen": [], "asked": 4}, {"game": {"case": "ayna", "sides": ["x"], "record": "{"}},
    {"case": "canal", "side": "nobody", "partner": "stubborn", "draft": [], "own": {"bench": 3}, "answers": 1},
    {"game": {"case": "gate", "sides": ["quince"], "partner": "conceder", "record": "{}\n{}"}, "pane": "tell"},
])  # fmt: skip
def test_damaged_work_never_stops_the_lesson(talk: Lesson, key: str, broken: dict[str, Any]) -> None:
    talk.progress.save(key, broken, done=False, based_on=0)
    assert words_on(talk.activity(key).box)


def test_options_of_every_table_have_words(talk: Lesson) -> None:
    for name in ("cart", "gate"):
        case = case_named(name)
        for term, options in options_of(case).items():
            assert all(f"terms.{term}.options.{option}" in case.text for option in options)
    assert len(list(product(*options_of(case_named("gate")).values()))) == 125
    assert buttons(talk.activity("interests").box)
