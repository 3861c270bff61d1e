"""Agreements over many years: what is drawn, what breaks, and for whom."""

from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest

from simulations.errors import ModelError
from simulations.games import read_case
from simulations.games.agreements import values
from simulations.games.stress import REST_YEARS, Stress, draw_cards, stress_test
from simulations.games.terms import Package
from simulations.table import Case
from simulations.table.plain import thaw

SEEDS = range(20)


@cache
def ayna() -> Case:
    return read_case("ayna")


def package(release: int = 55, payment: int = 140, care: int = 50, data: int = 1, rule: int = 0) -> Package:
    return {
        "summer_release": release,
        "payment": payment,
        "maintenance_share": care,
        "data_sharing": data,
        "dry_year_rule": rule,
    }


def mean_breaks(chosen: Package) -> Counter[str]:
    """Breaks in twenty times 200 years, by side."""
    return Counter(one.side for seed in SEEDS for one in stress_test(ayna(), chosen, seed=seed).breaks)


def runs(cards: tuple[str, ...]) -> list[int]:
    """The lengths of runs of years with less water than a normal one."""
    text = "".join("d" if ayna().cards[card]["inflow_factor"] < 1 else "." for card in cards)
    return [len(run) for run in text.split(".") if run]


# --- the years


def test_in_the_long_run_every_card_comes_by_its_weight() -> None:
    years = 60_000
    for persistence in (0.0, 0.6):
        seen = Counter(draw_cards(ayna(), years, np.random.default_rng(4), persistence))
        for card, entry in ayna().cards.items():
            assert seen[card] / years == pytest.approx(entry["weight"] / 12, abs=0.01)


def test_dry_years_come_in_runs() -> None:
    drawn = {key: runs(draw_cards(ayna(), 20_000, np.random.default_rng(5), key)) for key in (0.0, 0.6)}
    # Half of the weight is dry. Independent years stay dry with 1/2: runs of 2. Here with 0.6 + 0.4 / 2: runs of 5.
    assert np.mean(drawn[0.0]) == pytest.approx(2, rel=0.05)
    assert np.mean(drawn[0.6]) == pytest.approx(5, rel=0.1)
    assert max(drawn[0.6]) > max(drawn[0.0])


@pytest.mark.parametrize("seed", [0, 1, 77])
def test_the_same_seed_gives_the_same_years_to_every_package(seed: int) -> None:
    tests = [stress_test(ayna(), chosen, seed=seed) for chosen in (None, package(), package(55, 260, 0, 0))]
    assert len({one.cards for one in tests}) == 1
    assert len({one.alone["gardens"] for one in tests}) == 1
    assert stress_test(ayna(), package(), seed=seed) == tests[1]
    assert stress_test(ayna(), package(), seed=seed + 1).cards != tests[1].cards


@pytest.mark.parametrize("wrong", [{"years": 0}, {"years": -5}, {"persistence": 1.0}, {"persistence": -0.1}])
def test_senseless_numbers_are_errors(wrong: Any) -> None:
    with pytest.raises(ModelError) as fault:
        stress_test(ayna(), package(), **wrong)
    assert fault.value.code == "stress.bad_number"


# --- what a test tells


def check(test: Stress, chosen: Package | None, years: int) -> None:
    with_it, alone = values(ayna(), chosen), values(ayna(), None)
    assert len(test.cards) == len(test.kept) == years
    resting = 0
    broken = {one.year: one for one in test.breaks}
    for place, card in enumerate(test.cards):
        assert test.kept[place] == (chosen is not None and resting == 0)
        resting = REST_YEARS if place + 1 in broken else max(resting - 1, 0)
        for side in ayna().sides:
            assert test.alone[side][place] == alone[card][side]
            assert test.points[side][place] == (with_it if test.kept[place] else alone)[card][side]
            assert (test.reserve[side][place] < 0) <= (place + 1 in broken)
            assert test.reserve[side][place] <= 40
    for one in test.breaks:
        assert test.cards[one.year - 1] == one.card
        assert test.reserve[one.side][one.year - 1] == -one.short_points < 0
        assert with_it[one.card][one.side] < alone[one.card][one.side], "it breaks in a year that hurts"
        dry = [ayna().cards[card]["inflow_factor"] < 1 for card in test.cards[: one.year]]
        assert one.dry_years == (dry[::-1].index(False) if False in dry else len(dry))


@pytest.mark.parametrize("chosen", [None, package(), package(55, 260, 0, 0), package(45, 260, 0, 0), package(55, 60)])
def test_every_year_adds_up(chosen: Package | None) -> None:
    check(stress_test(ayna(), chosen, years=300, seed=3), chosen, 300)


def test_no_agreement_is_a_river_alone() -> None:
    test = stress_test(ayna(), None, years=50)
    assert (set(test.kept), test.breaks, test.years_kept) == ({False}, (), 0)
    assert test.points == test.alone


def test_a_reserve_by_hand() -> None:
    data: Any = thaw(ayna().data)
    data["cards"] = {"dry": data["cards"]["dry"]}
    data["injects"] = {}
    test = stress_test(Case(data=data), {"summer_release": 55, "payment": 260}, years=10)
    # With the agreement 228 - 260 = -32 points in a dry year, alone 6: each year takes 38 from the reserve of 40.
    assert test.points["gardens"] == (-32, -32, 6, 6, 6) * 2
    assert test.reserve["gardens"] == (2, -36, 40, 40, 40) * 2
    assert test.reserve["springs"] == (40,) * 10
    assert test.kept == ((True,) * 2 + (False,) * 3) * 2
    assert [(one.year, one.side, one.dry_years, one.short_points) for one in test.breaks] == [
        (2, "gardens", 2, 36),
        (7, "gardens", 7, 36),
    ]
    assert test.years_kept == 2


def test_a_quarter_of_a_good_year_goes_into_the_reserve() -> None:
    chosen: Package = {"summer_release": 55, "payment": 260}
    with_it, alone = values(ayna(), chosen)["normal"], values(ayna(), None)["normal"]
    assert with_it["gardens"] - alone["gardens"] == 29
    test = stress_test(ayna(), chosen, seed=2)
    saved = [
        after - before
        for before, after, card, kept in zip(
            test.reserve["gardens"], test.reserve["gardens"][1:], test.cards[1:], test.kept[1:], strict=False
        )
        if kept and card == "normal" and 0 <= before <= 33
    ]
    assert saved
    assert set(saved) == {29 // 4}


def test_a_case_can_say_how_much_a_side_can_lose() -> None:
    data: Any = thaw(ayna().data)
    data["talks"]["reserve_points"] = 5000
    assert stress_test(ayna(), package(45, 260, 0, 0)).breaks
    assert not stress_test(Case(data=data), package(45, 260, 0, 0), years=60).breaks


# --- the numbers teach (lesson 11)


def test_runs_of_dry_years_break_a_fixed_payment() -> None:
    for payment in (220, 260):
        fixed = package(55, payment, care=0, data=0, rule=0)
        assert set(mean_breaks(fixed)) == {"gardens"}
        breaks = [one for seed in SEEDS for one in stress_test(ayna(), fixed, seed=seed).breaks]
        assert np.mean([one.dry_years >= 2 for one in breaks]) > 0.5, "most of them in a run of dry years"


def test_a_payment_that_follows_the_river_lasts() -> None:
    for payment in (180, 220, 260):
        assert not mean_breaks(package(55, payment, rule=1))
    fixed, follows = package(55, 260, care=0, data=0, rule=0), package(55, 260, care=0, data=0, rule=1)
    assert mean_breaks(follows)["gardens"] < mean_breaks(fixed)["gardens"] / 2


def test_release_and_payment_that_follow_last_longer_still_for_springs() -> None:
    low, lower = mean_breaks(package(55, 100, rule=1)), mean_breaks(package(55, 100, rule=2))
    assert set(low) == {"springs"}
    assert lower["springs"] == 0


def test_care_and_data_make_an_agreement_last_longer() -> None:
    bare, data, both = (mean_breaks(package(55, 260, *terms))["gardens"] for terms in ((0, 0), (0, 1), (50, 1)))
    assert bare > data > both


def test_what_lasts_is_worth_more_in_the_end() -> None:
    fixed = [stress_test(ayna(), package(45, 260, 0, 0), seed=seed) for seed in SEEDS]
    follows = [stress_test(ayna(), package(45, 260, 50, 1, 1), seed=seed) for seed in SEEDS]
    total = [sum(sum(sum(row) for row in one.points.values()) for one in tests) for tests in (fixed, follows)]
    assert total[1] > total[0]
