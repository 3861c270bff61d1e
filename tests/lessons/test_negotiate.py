"""The river is negotiated: whole games without a browser, on both sides, with every partner."""

from collections.abc import Callable

import pytest

from dastarkhan.lessons import Lesson, shared_river
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.negotiate import Negotiate
from dastarkhan.lessons.shared_river.talks.own_value import gain, mean
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS
from dastarkhan.lessons.shared_river.talks.played import MOST_EARLIER, years_talked
from simulations.games import case_names, read_case
from tests.lessons.at_the_table import SIDES, accept, agree, fair, live, make, sit_down, stop, table
from tests.lessons.screen import buttons, press, select, take, words_on
from tests.turns import another

Again = Callable[..., Lesson]


# --- whole games


@pytest.mark.parametrize("side", another(SIDES))
@pytest.mark.parametrize("partner", another(list(MANNERS)))
def test_three_years_are_talked_and_lived(river: Lesson, again: Again, side: str, partner: str) -> None:
    talks = sit_down(river, side, partner)
    for year in (1, 2, 3):
        assert f"Year {year} of 3: the talks" in words_on(talks.stage)
        assert len(table(talks).talk["terms"]) == {1: 2, 2: 4, 3: 5}[year]
        agree(talks)
        agreed = table(talks).talk
        heading = "You have an agreement" if agreed["agreement"] else "No agreement this year"
        assert heading in words_on(talks.stage)
        live(talks)
        assert words_on(talks.stage).startswith(f"Year {year}: ")
        assert (river.text("injects.drought.news") in words_on(talks.stage)) == (year == 2)
        assert words_on(again().activity("negotiate").box) == words_on(talks.box)
        if year < 3:
            press(talks.stage, "Next year: new talks")
    played = years_talked(river)
    assert [(one.year, one.side, one.partner) for one in played] == [(year, side, partner) for year in (1, 2, 3)]
    assert all((one.package is None) is not (one.reason is None) for one in played)
    assert "Next year: new talks" not in buttons(talks.stage)
    assert not talks.done
    press(talks.stage, "Put the role down")
    assert talks.done


@pytest.mark.parametrize("partner", ["conceder", "problem_solver", "boulware"])
@pytest.mark.parametrize("side", SIDES)
def test_who_comes_down_step_by_step_finds_a_good_agreement(river: Lesson, side: str, partner: str) -> None:
    talks = sit_down(river, side, partner)
    agree(talks)
    package = table(talks).talk["agreement"]
    assert package is not None
    assert gain(river.case, side, package) > 0


def test_the_mirror_stands_when_one_stands_and_steps_when_one_steps(river: Lesson) -> None:
    def theirs(offers: list[dict[str, int]]) -> list[int]:
        meeting = Meeting.begin(river.case, "springs", "tit_for_tat")
        worth = []
        for package in offers:
            if meeting.talk["offer"]:
                data = {"offer": meeting.talk["offer"]["number"], "reason": "good_start"}
                meeting = meeting.add("springs", "reject", data)
            meeting = meeting.act("springs", "offer", package)
            worth.append(mean(river.case, "gardens", meeting.talk["offer"]["package"]))
        return worth

    high, lower = {"summer_release": 30, "payment": 260}, {"summer_release": 55, "payment": 220}
    stood, stepped = theirs([high, high, high]), theirs([high, high, lower])
    little = 10
    assert stood[1] - stood[2] < little
    assert stood[2] - stepped[2] > little  # worth less to itself: it came closer


@pytest.mark.parametrize("side", SIDES)
def test_no_agreement_is_a_result_with_its_reason(river: Lesson, side: str) -> None:
    talks = sit_down(river, side, "boulware")
    press(talks.stage, "Stop without agreement")
    select(talks.stage, 0, "dry_years")
    press(talks.stage, "Stop without agreement")
    assert "Stop this year’s talks?" in words_on(talks.stage)
    press(talks.stage, "No, go on talking")
    assert table(talks).talking
    stop(talks)
    said = words_on(talks.stage)
    assert "No agreement this year" in said
    assert "That is a result too." in said
    live(talks)
    assert [(one.package, one.reason) for one in years_talked(river)] == [(None, "dry_years")]


def test_gardens_plants_before_the_card_and_after_it_when_data_are_shared(river: Lesson) -> None:
    talks = sit_down(river, "gardens", "conceder")
    agree(talks)
    assert table(talks).state.card is None
    assert "You share no river data." in words_on(talks.stage)
    live(talks)
    press(talks.stage, "Next year: new talks")
    package = {**fair(table(talks)), "data_sharing": 1}
    for _turn in range(7):
        if not table(talks).talking:
            break
        offer = table(talks).talk["offer"]
        if offer and offer["package"]["data_sharing"] == 1 and "Offer this instead" not in buttons(talks.stage):
            accept(talks)
        else:
            make(talks, package)
    if not (table(talks).talk["agreement"] or {}).get("data_sharing"):
        pytest.fail("the partner that moves most did not agree to share data")
    press(talks.stage, "Let the year come") if "Let the year come" in buttons(talks.stage) else None
    assert table(talks).state.card == "drought"
    assert "The river data came in time, so you know it before you decide: Drought." in words_on(talks.stage)


def test_one_year_is_enough_for_a_day(river: Lesson) -> None:
    talks = sit_down(river, "springs", "conceder")
    agree(talks)
    live(talks)
    press(talks.stage, "Enough for today: put the role down")
    assert talks.done
    assert "put your role down there" in words_on(talks.stage)
    press(talks.stage, "Next year: new talks")
    assert "Year 2 of 3: the talks" in words_on(talks.stage)


def test_the_other_side_of_the_same_table(river: Lesson) -> None:
    talks = sit_down(river, "springs", "tit_for_tat")
    stop(talks)
    live(talks)
    press(talks.stage, "Enough for today: put the role down")
    for number in range(MOST_EARLIER + 2):
        button = buttons(talks.stage)["Change sides and play again"]
        button.click()
        button.click()
        assert talks.state["game"]["side"] == SIDES[(number + 1) % 2]
        stop(talks)
        live(talks)
        press(talks.stage, "Enough for today: put the role down")
    assert len(talks.state["earlier"]) == MOST_EARLIER
    assert len(years_talked(river)) == MOST_EARLIER + 1
    press(talks.stage, "Another partner")
    assert buttons(talks.stage)["Sit down at the table"].disabled
    assert "6 earlier games are kept." in words_on(talks.stage)


@pytest.mark.parametrize("name", case_names("river"))
def test_any_river_with_talks_is_played(
    river: Lesson, again: Again, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case = read_case(name)
    if "talks" not in case.data:
        pytest.fail(f"{name} has no talks")
    monkeypatch.setattr(shared_river, "CASE", name)
    talks = again().activity("negotiate")
    assert isinstance(talks, Negotiate)
    take(talks.box, "conceder")
    take(talks.box, next(iter(case.sides)))
    press(talks.box, "Sit down at the table")
    stop(talks)
    live(talks)
    assert words_on(talks.stage).startswith("Year 1: ")


@pytest.mark.parametrize("name", [name for name in case_names("river") if name != "ayna"])
def test_another_river_is_a_choice_and_stays_one(river: Lesson, name: str) -> None:
    talks = river.activity("negotiate")
    assert talks.case.id == "ayna"
    take(talks.box, name)
    case = read_case(name)
    assert "For trainers" in words_on(talks.box)
    take(talks.box, "conceder")
    take(talks.box, next(iter(case.sides)))
    press(talks.box, "Sit down at the table")
    stop(talks)
    live(talks)
    again = river.activity("negotiate")
    assert again.state["game"]["river"] == again.case.id == name
    (played,) = years_talked(river)
    assert played.case.id == name
    first = case.text["assumptions.1"]
    assert first in words_on(again.box)
