"""What the talks say first and what they fold: sense before numbers, partners that remember, a last word."""

import re
from collections.abc import Callable
from typing import Any

import ipywidgets
import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.own_value import floods_explain_a_dry_year, gain
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS, opening
from dastarkhan.lessons.shared_river.talks.talk_log import year_said
from dastarkhan.lessons.shared_river.talks.talk_words import turns_words
from dastarkhan.lessons.shared_river.talks.voices import Happened
from simulations.games import case_names, read_case
from simulations.games.agreements import package_points
from simulations.games.own_worth import helps_most
from simulations.games.terms import packages
from tests.lessons.at_the_table import accept, agree, fair, fill, live, make, sit_down, stop, table
from tests.lessons.screen import buttons, everything, press, take, words_on

Again = Callable[..., Lesson]
ALIKE = {"summer_release": 45, "payment": 140}


def bar(talks: Any) -> ipywidgets.Widget:
    """What an offer means, and its button, in one place."""
    return next(one for one in everything(talks.stage) if "dk-own-bar" in one._dom_classes)


# --- before the talks


def test_a_side_is_all_that_has_to_be_chosen(river: Lesson) -> None:
    talks: Any = river.activity("negotiate")
    said = words_on(talks.stage)
    order = ("You talk about: The river Ayna.", "On which side do you sit?", "You sit opposite “Quick to meet you”.")
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    assert buttons(talks.stage)["Sit down at the table"].disabled
    take(talks.stage, "gardens")
    press(talks.stage, "Sit down at the table")
    assert table(talks).partner == "conceder"


def test_the_other_rivers_and_partners_open_without_a_new_screen(river: Lesson) -> None:
    talks: Any = river.activity("negotiate")
    shown = talks.stage.children
    for words in ("Another river", "Another partner, or two people"):
        button = buttons(talks.stage)[words]
        rest = next(one for one in everything(talks.stage) if button in getattr(one, "children", ())).children[1]
        assert rest.layout.display == "none"
        button.click()
        assert rest.layout.display is None
    take(talks.stage, "heron")
    assert talks.stage.children is shown
    assert "You talk about: The river Heron." in words_on(talks.stage)
    take(talks.stage, next(iter(read_case("heron").sides)))
    assert not buttons(talks.stage)["Sit down at the table"].disabled


def test_a_warning_to_trainers_stands_folded(river: Lesson) -> None:
    shown = everything(river.activity("negotiate").box)
    told = [one.value for one in shown if isinstance(one, ipywidgets.HTML)]
    assert sum("Zhambyl" in one for one in told) == 1
    assert all(one.startswith("<details>") for one in told if "Zhambyl" in one)


# --- their offer


@pytest.mark.parametrize("side", ["gardens", "springs"])
def test_sense_comes_before_numbers_and_decides_what_stands_out(river: Lesson, side: str) -> None:
    talks = sit_down(river, side, "conceder")
    while table(talks).talking:
        offer = table(talks).talk["offer"]
        if offer:
            worse = gain(river.case, side, offer["package"]) < 0
            said = words_on(talks.stage)
            sense = f"This is {'worse' if worse else 'better'} for your side than no agreement."
            assert said.index(" offers ") < said.index(sense) < said.index("In points") < said.index("On average")
            accept_css = buttons(talks.stage)["Accept this offer"]._dom_classes
            assert ("dk-primary" in accept_css) is not worse
            assert ("dk-primary" in buttons(talks.stage)["Make another offer"]._dom_classes) is worse
            if not worse:
                return
        make(talks, fair(table(talks)))
    pytest.fail("they never offered anything better than alone")


def test_nothing_is_said_of_what_was_not_said(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "boulware")
    assert "so far" not in words_on(talks.stage)
    assert "What was said before" not in words_on(talks.stage)
    press(talks.stage, "Say no, and why")
    take(talks.stage, "dry_years")
    press(talks.stage, "Say no for now")
    assert "Gardens: Not for now. A dry year worries us." in words_on(talks.stage)


@pytest.mark.parametrize("name", case_names("river"))
def test_floods_explain_a_good_dry_year_only_where_they_do(name: str) -> None:
    case = read_case(name)
    explained = {side for side in case.sides if floods_explain_a_dry_year(case, side)}
    assert explained <= {
        side
        for side in case.sides
        for node in case.basin["nodes"].values()
        if node["side"] == side and "flood_points_per_mcm" in node
    }
    if name == "ayna":
        assert explained == {"gardens"}


# --- one's own offer


def test_the_word_on_ones_offer_stays_in_sight_only_once_it_is_complete(river: Lesson) -> None:
    talks = sit_down(river, "springs", "boulware")
    assert "dk-sticks" not in bar(talks)._dom_classes
    assert buttons(bar(talks))["Make this offer"].disabled
    fill(talks, ALIKE)
    assert "dk-sticks" in bar(talks)._dom_classes
    assert not buttons(bar(talks))["Make this offer"].disabled


def test_their_first_offer_of_a_year_is_told_beside_what_was_agreed(river: Lesson) -> None:
    talks = sit_down(river, "springs", "conceder")
    agree(talks)
    agreed = table(talks).talk["agreement"]
    live(talks)
    press(talks.stage, "Next year: new talks")
    offer = table(talks).talk["offer"]["package"]
    said = words_on(talks.stage)
    assert said.count(" new this year ") == len(offer) - len(agreed)
    assert said.count("changed; before: ") == sum(offer[term] != agreed[term] for term in agreed)
    assert "Show my sheet" in buttons(talks.stage)  # it was read and put away in the first year


def test_last_years_terms_are_filled_in(river: Lesson) -> None:
    talks = sit_down(river, "springs", "conceder")
    agree(talks)
    live(talks)
    press(talks.stage, "Next year: new talks")
    said = words_on(bar(talks))
    assert said.replace("&#x27;", "'").startswith("Last year's terms are filled in. Add the new ones: ")
    for term in ("maintenance_share", "data_sharing"):
        assert river.text(f"terms.{term}.title") in said
        assert f"{river.text(f'terms.{term}.title')} (new this year)" in words_on(talks.stage)


@pytest.mark.parametrize("side", ["springs", "gardens"])
def test_the_sheet_says_in_words_what_helps_most(river: Lesson, side: str) -> None:
    every, points = packages(river.case, 1), package_points(river.case, 1)[side]
    best = every[points.index(max(points))]
    most = helps_most(river.case, side, 1)
    assert {one.term: one.best for one in most} == dict(best)
    said = words_on(sit_down(river, side, "boulware").stage)
    heading = said.index("What helps your side most, the weightiest first:")
    for one in most:
        assert river.text(f"terms.{one.term}.options.{one.option}") in said[heading:]
    assert "Facts that you may tell them, or keep:" in said


# --- what the partner says


@pytest.mark.parametrize("ends", ["yes", "stop"])
@pytest.mark.parametrize("partner", list(MANNERS))
def test_the_partner_answers_a_yes_and_a_stop(river: Lesson, partner: str, ends: str) -> None:
    talks = sit_down(river, "gardens", partner)
    (accept if ends == "yes" else stop)(talks)
    last = year_said(table(talks), river.words)[-1]
    assert last.side == "springs"
    assert last.voice in MANNERS[partner].says[Happened.YES if ends == "yes" else Happened.STOP]
    assert last.voice in words_on(talks.stage)
    assert "Who would you tell first at home?" in words_on(talks.stage)


@pytest.mark.parametrize(
    ("closed", "happened"),
    [
        ([], Happened.OPENING),
        ([{"card": "normal", "agreement": ALIKE}], Happened.AFTER_AGREED),
        ([{"card": "normal", "agreement": None}], Happened.AFTER_APART),
        ([{"card": "normal", "agreement": ALIKE}, {"card": "drought", "agreement": ALIKE}], Happened.AFTER_DRY),
        ([{"card": "dry", "agreement": None}], Happened.AFTER_DRY),
        ([{"card": "high_water", "agreement": None}], Happened.AFTER_APART),
    ],
)
def test_a_partner_remembers_the_year_before(river: Lesson, closed: Any, happened: Happened) -> None:
    assert opening(river.case, closed) is happened


def test_nobody_is_asked_for_a_step_right_after_one(river: Lesson) -> None:
    """A partner that stands still asks for a step only while the person stands still, too."""
    talks = sit_down(river, "gardens", "stubborn")
    stood = {"summer_release": 70, "payment": 0}
    for package in (stood, stood, {"summer_release": 70, "payment": 60}, {"summer_release": 55, "payment": 100}):
        make(talks, package)
    told = [one for one in year_said(table(talks), river.words) if one.kind == "offer" and one.side == "springs"]
    manner = MANNERS["stubborn"].says
    assert all(one.voice not in manner[Happened.NO_STEP] for one in told[-2:])
    for name, other in MANNERS.items():
        for happened in set(Happened) - {Happened.NO_STEP}:
            assert not any(re.search(r"[Tt]ake a step", one) for one in other.says[happened]), (name, happened)


def test_the_head_says_what_both_say_already(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "conceder")
    make(talks, dict(table(talks).talk["offer"]["package"]))
    if table(talks).talking:
        assert "You already agree on: " in words_on(talks.stage)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (12, "There is plenty of time."),
        (6, "There is still good time."),
        (4, "4 more offers are possible."),
        (2, "Two more offers are possible."),
        (1, "One more offer is possible."),
        (0, "No other offer is possible this year."),
    ],
)
def test_time_is_told_calmly(river: Lesson, left: int, told: str) -> None:
    assert re.sub("[\u2066-\u2069]", "", turns_words(left, 12, river.words)) == told


def test_a_model_says_what_to_do_only_where_it_can_be_done(river: Lesson) -> None:
    assert "Change a number and see." in words_on(river.activity("act_alone").box)
    said = words_on(river.activity("negotiate").box)
    assert "A model is an argument, not evidence." in said
    assert "Change a number and see." not in said
