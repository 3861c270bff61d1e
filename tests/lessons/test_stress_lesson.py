"""Two hundred years and the numbers behind them, used without a browser."""

import re
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from dastarkhan.lessons import Lesson, lesson, shared_river
from dastarkhan.lessons.shared_river.afterwards.found_more import (
    better_places,
    fair_points,
    place_of,
    possible,
    telling_question,
)
from dastarkhan.lessons.shared_river.afterwards.stress_packages import changeable_terms
from dastarkhan.lessons.shared_river.afterwards.stress_words import BANDS, hardest_year, what_a_rule_costs
from simulations.games import read_case
from simulations.games.own_worth import what_is_worth_what
from simulations.games.river_answers import told_by
from simulations.games.sample_agreement import SEED, YEARS, sample_package
from simulations.games.stress import stress_test
from tests.lessons.after_talks import CASES, THIRD, Year, hold_talks, plain, put_role_down
from tests.lessons.screen import buttons, press, radios, select, words_on

Again = Callable[..., Lesson]
# --- the numbers behind it, for every case


@pytest.mark.parametrize("name", CASES)
def test_better_packages_are_better_for_somebody_and_worse_for_nobody(name: str) -> None:
    case = read_case(name)
    found = possible(case, int(case.data["years"]))
    rng = np.random.default_rng(3)
    for own in (None, *map(int, rng.choice(len(found.packages), 25))):
        base = found.alone if own is None else found.dots[own]
        gains = found.dots - base
        better = better_places(found, own)
        assert bool(better) == bool(((gains >= 0).all(axis=1) & (gains > 0).any(axis=1)).any())
        assert len({tuple(found.dots[place]) for place in better}) == len(better) <= 3
        assert all((gains[place] >= 0).all() and gains[place].sum() > 0 for place in better)


@pytest.mark.parametrize("name", CASES)
def test_half_each_is_what_each_has_alone_and_half_of_the_rest(name: str) -> None:
    case = read_case(name)
    year = int(case.data["years"])
    found, fair = possible(case, year), fair_points(case, year)
    gains = np.array(fair["half_each"]) - found.alone
    assert gains[0] == pytest.approx(gains[1])
    assert sum(fair["half_each"]) == pytest.approx(found.dots.sum(axis=1).max())
    inside = found.dots[((found.dots - found.alone) >= 0).all(axis=1)] - found.alone
    least = (np.array(fair["equal_gain"]) - found.alone).min()
    assert least == inside.min(axis=1).max()
    assert np.prod(np.array(fair["product"]) - found.alone) == inside.prod(axis=1).max()


@pytest.mark.parametrize("name", CASES)
def test_the_telling_question_points_where_the_sides_differ(name: str) -> None:
    case = read_case(name)
    found = possible(case, int(case.data["years"]))
    for side in (*case.sides, None):
        telling = telling_question(case, found, side, None)
        if telling is None:
            continue
        asked = [one for one in case.sides if one != side]
        year = int(case.data["years"])
        assert telling.term in {
            told_by(case, year, one, telling.question) for one in asked
        }  # an honest answer names it
        assert case.terms[telling.term]["kind"] != "payment"
        assert {telling.heavy, telling.light} == set(case.sides)
        if case.terms[telling.term]["kind"] != "dry_year":
            assert telling.question == ("easy_to_give" if side == telling.heavy else "matters_most")


# --- two hundred years


def _run(test: object, band: str = "some", first: str = "gardens") -> None:
    select(test.box, len(radios(test.box)) - 2, band)
    select(test.box, len(radios(test.box)) - 1, first)
    press(test.box, f"Let {YEARS} years come")


def test_a_guess_comes_before_the_years(talked: Lesson, again: Again) -> None:
    test = talked.activity("stress_test")
    assert buttons(test.box)[f"Let {YEARS} years come"].disabled
    _run(test)
    run = stress_test(talked.case, THIRD, years=YEARS, seed=SEED)
    said = plain(words_on(test.box))
    assert f"It held in {run.years_kept} of {YEARS} years." in said
    assert "You guessed 50 to 99 years." in said
    assert f"Year {run.breaks[0].year}: " in said
    assert test.done
    assert words_on(again().activity("stress_test").box) == words_on(test.box)


def test_one_change_stands_beside_the_first_run(talked: Lesson, again: Again) -> None:
    test = talked.activity("stress_test")
    _run(test)
    select(test.box, 0, "dry_year_rule")
    assert "With the change" not in words_on(test.box)
    select(test.box, 1, 1)
    first, second = (
        stress_test(talked.case, package, years=YEARS, seed=SEED) for package in (THIRD, {**THIRD, "dry_year_rule": 1})
    )
    said = plain(words_on(test.box))
    assert f"Years that it held {first.years_kept} {second.years_kept}" in said
    assert f"Times that it broke {len(first.breaks)} {len(second.breaks)}" in said
    assert second.years_kept > first.years_kept  # what the lesson teaches
    for side in talked.case.sides:
        means = [round(float(np.mean(run.points[side]))) for run in (first, second)]
        alone = round(float(np.mean(first.alone[side])))
        name = talked.text(f"sides.{side}.name")
        assert f"{name}, points a year (alone in these years {alone}) {means[0]} {means[1]}" in said
    assert "changes an average year in which the agreement holds" not in said
    assert words_on(again().activity("stress_test").box) == words_on(test.box)
    select(test.box, 0, "payment")
    assert "Years that it held" not in words_on(test.box)  # only one thing is changed
    select(test.box, 0, "data_sharing")
    select(test.box, 1, 1)
    assert "“River data” changes an average year in which the agreement holds" in plain(words_on(test.box))


def test_the_years_can_be_drawn_anew_and_are_the_same_after_a_reload(talked: Lesson, again: Again) -> None:
    test = talked.activity("stress_test")
    _run(test)
    other = buttons(test.box)["Other years"]
    other.click()
    other.click()  # a second tap finds the years already drawn
    assert test.state["draws"] == 1
    run = stress_test(talked.case, THIRD, years=YEARS, seed=SEED + 1)
    assert f"It held in {run.years_kept} of {YEARS} years." in words_on(test.box)
    assert words_on(again().activity("stress_test").box) == words_on(test.box)


def test_without_an_agreement_another_one_meets_the_years(river: Lesson) -> None:
    hold_talks(river, Year(), Year(), Year())
    put_role_down(river)
    test = river.activity("stress_test")
    assert "You have no agreement of your own to test." in words_on(test.box)
    _run(test)
    assert "It held in" in words_on(test.box)


@pytest.mark.parametrize("name", CASES)
def test_the_quick_agreement_looks_good_and_has_no_clause(name: str) -> None:
    case = read_case(name)
    found, sample = possible(case, int(case.data["years"])), sample_package(case)
    place = place_of(found, sample)
    assert (found.dots[place] > found.alone).all()
    for term in changeable_terms(case):
        if case.terms[term]["kind"] != "payment":
            assert sample[term] == case.terms[term]["options"][0]


def test_the_quick_agreement_breaks_and_the_same_with_a_clause_holds_longer() -> None:
    case = read_case("ayna")
    fixed, follows = (
        stress_test(case, {**sample_package(case), "dry_year_rule": rule}, years=YEARS, seed=SEED) for rule in (0, 1)
    )
    assert len(fixed.breaks) > 2 * len(follows.breaks)
    assert all(one.side == "gardens" for one in fixed.breaks)


def test_guesses_cover_every_number_of_years_once() -> None:
    covered = [year for low, high in BANDS.values() for year in range(low, high + 1)]
    assert covered == list(range(YEARS + 1))


@pytest.mark.parametrize("name", CASES[1:])
def test_every_case_can_be_looked_back_at(work: object, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(shared_river, "CASE", name)
    other = lesson("11_shared_river", language="en")
    case = other.case
    first = dict(possible(case, 1).packages[0])
    hold_talks(other, Year(package=first, ask="worries"), side=next(iter(case.sides)))
    put_role_down(other)
    picture = other.activity("all_agreements")
    for step in ("What else was possible?", "Which question tells most?"):
        press(picture.box, step)
    test = other.activity("stress_test")
    select(test.box, 0, "sample")
    _run(test, first="nobody")
    term = changeable_terms(case)[0]
    select(test.box, 0, term)
    select(test.box, 1, case.terms[term]["options"][-1])
    assert "Years that it held" in words_on(test.box)
    debrief = other.activity("debrief")
    press(debrief.box, "Go on")
    assert "Your newest talks" in words_on(debrief.box)
    names = {read_case("ayna").text[f"sides.{side}.name"] for side in ("springs", "gardens")}
    shown = words_on(picture.box) + words_on(test.box) + words_on(debrief.box)
    assert not names & set(re.findall(r"\w+", shown))


# --- when nothing breaks


NAIVE = {"summer_release": 45, "payment": 140, "maintenance_share": 50, "data_sharing": 1, "dry_year_rule": 0}


@pytest.fixture
def held(river: Lesson) -> Lesson:
    """A person whose agreement holds in all the years."""
    hold_talks(river, Year(), Year(), Year(package=NAIVE))
    put_role_down(river)
    run = stress_test(river.case, NAIVE, years=YEARS, seed=SEED)
    assert not run.breaks
    return river


def test_an_agreement_that_holds_is_told_by_its_hardest_year(held: Lesson) -> None:
    test = held.activity("stress_test")
    _run(test)
    run = stress_test(held.case, NAIVE, years=YEARS, seed=SEED)
    found = hardest_year(held.case, run)
    said = plain(words_on(test.box))
    assert "Your newest agreement" in said
    assert held.text("terms.payment.options.140") in said
    if found is None:
        assert "No year took anything from a reserve." in said
    else:
        year, side = found
        left = run.reserve[side][year - 1]
        assert left == min(min(each) for each in run.reserve.values())
        assert f"It held. In year {year} {held.text(f'sides.{side}.name')} had {left} of 100 left." in said


def test_one_that_broke_is_shown_with_its_rule_for_dry_years(held: Lesson, again: Again) -> None:
    test = held.activity("stress_test")
    _run(test)
    press(test.box, "See one that broke")
    said = plain(words_on(test.box))
    assert "The first time that it broke" in said
    assert "You guessed" not in said  # nobody guessed about this one
    assert radios(test.box)[0].value == "dry_year_rule"  # what is offered first
    assert words_on(again().activity("stress_test").box) == words_on(test.box)
    select(test.box, 1, 1)
    assert "This is what the rule costs while all goes well. It is like a roof." in words_on(test.box)
    press(test.box, "Back to my agreement")
    assert "You guessed" in words_on(test.box)


@pytest.mark.parametrize("name", CASES)
def test_what_a_rule_costs_is_what_a_year_that_holds_loses(name: str) -> None:
    case = read_case(name)
    rule = next(term for term, one in case.terms.items() if one["kind"] == "dry_year")
    package = sample_package(case)
    runs = [stress_test(case, {**package, rule: one}, years=YEARS, seed=SEED) for one in (0, 1)]
    words = lesson("11_shared_river", language="en").words
    held = [year for year in range(YEARS) if all(run.kept[year] for run in runs)]
    means = [{side: np.mean([run.points[side][year] for year in held]) for side in case.sides} for run in runs]
    gone = [round(means[0][side] - means[1][side]) for side in case.sides]
    lost = [n for n in gone if n > 0]
    said = plain(what_a_rule_costs(case, rule, runs, words))
    assert all(f" {n} point" in said for n in lost)
    assert bool(said) == bool(lost)
    assert not what_a_rule_costs(case, "payment", runs, words)


def test_the_table_is_laid_again_from_the_stress_test(held: Lesson) -> None:
    talks, test = held.activity("negotiate"), held.activity("stress_test")
    before = talks.state["games"]
    _run(test)
    press(test.box, "Talk once more, with a dry-year rule")
    assert "The rule for dry years comes to it in year 3." in plain(words_on(test.box))
    assert talks.meeting().talking
    assert (talks.state["games"], talks.state["side"] or "springs") == (before + 1, "springs")
    assert len(talks.state["earlier"]) == 1  # nothing is lost


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_afterwards_is_what_a_side_would_have_said(name: str) -> None:
    case = read_case(name)
    rng = np.random.default_rng(5)
    for year in range(1, int(case.data["years"]) + 1):
        found = possible(case, year)
        for own, side in product(map(int, rng.choice(len(found.packages), 10)), (*case.sides, None)):
            telling = telling_question(case, found, side, own)
            if telling is None:
                continue
            asked = [one for one in case.sides if one != side]
            answers = [told_by(case, year, one, telling.question) for one in asked]
            assert telling.term in answers
            wide = {one: max(what_is_worth_what(case, one, year)[telling.term].values()) for one in case.sides}
            assert wide[telling.heavy] >= wide[telling.light]
