"""What agreements on the Ayna are worth: sums done by hand, and what the numbers are to teach."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from simulations.bargaining import (
    agreement_zone,
    better_packages,
    egalitarian,
    kalai_smorodinsky,
    nash_solution,
    pareto_frontier,
    utilitarian,
)
from simulations.errors import KitError
from simulations.games import read_case, without_talks
from simulations.games.agreements import (
    PARTS,
    alone_points,
    mean_points,
    negotiation,
    package_points,
    values,
    year_under,
)
from simulations.games.terms import Package, packages, terms_in
from simulations.table import Case
from simulations.table.plain import thaw


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


def gains(chosen: Package) -> dict[str, dict[str, int]]:
    """What each card brings each side, against acting alone."""
    with_it, alone = values(ayna(), chosen), values(ayna(), None)
    return {card: {side: with_it[card][side] - alone[card][side] for side in alone[card]} for card in alone}


# --- packages


def test_packages_stand_in_the_order_of_the_case() -> None:
    assert [len(packages(ayna(), year)) for year in (1, 2, 3)] == [4 * 7, 4 * 7 * 4 * 2, 4 * 7 * 4 * 2 * 3]
    assert terms_in(ayna(), 2) == ("summer_release", "payment", "maintenance_share", "data_sharing")
    assert packages(ayna(), 1)[:2] == ({"summer_release": 30, "payment": 0}, {"summer_release": 30, "payment": 60})
    assert packages(ayna(), 3)[-1] == package(70, 260, 75, 1, 2)
    assert packages(ayna(), 3)[1] == package(30, 0, 0, 0, 1), "the last term changes first"


def test_points_of_packages_stand_in_the_same_order() -> None:
    by_side = package_points(ayna(), 3)
    for place in (0, 1, 466, 671):
        mean = mean_points(ayna(), values(ayna(), packages(ayna(), 3)[place]))
        assert mean == {side: row[place] for side, row in by_side.items()}


def test_a_term_that_is_not_there_yet_counts_as_nothing_agreed() -> None:
    short = {"summer_release": 45, "payment": 180}
    nothing = package(45, 180, care=0, data=0, rule=0)
    assert values(ayna(), short) == values(ayna(), nothing)
    at = packages(ayna(), 3).index(nothing)
    first = packages(ayna(), 1).index(short)
    assert all(row[at] == package_points(ayna(), 1)[side][first] for side, row in package_points(ayna(), 3).items())


# --- years by hand. The river's points are rows of simulations/cases/ayna.outcomes.json.


def test_a_dry_year_that_release_and_payment_follow() -> None:
    lived = year_under(ayna(), "dry", package(care=25, rule=2))
    # 70 percent of 55 and of 140; with data Gardens plants 80 of 100 when it knows that 39 million come.
    assert lived.decisions == {"summer_release": 39, "planted_share": 80}
    assert lived.parts == {
        # of the care's 40 points Gardens carries 25 percent, Springs 30; it saves Springs 12 and Gardens 50
        # data cost each 3; they save Springs 5 and Gardens 12
        "springs": {"river": 158, "payment": 98, "upkeep": 12 - 30, "data": 5 - 3, "injects": 0},
        "gardens": {"river": 168, "payment": -98, "upkeep": 50 - 10, "data": 12 - 3, "injects": 0},
    }
    assert lived.points == {"springs": 158 + 98 - 18 + 2, "gardens": 168 - 98 + 40 + 9}
    assert tuple(lived.parts["springs"]) == PARTS
    assert lived.results["springs_points"] == 158


def test_a_normal_year_pays_the_whole_promise() -> None:
    for rule in (0, 1, 2):
        lived = year_under(ayna(), "normal", package(rule=rule))
        assert lived.decisions == {"summer_release": 55, "planted_share": 100}
        assert lived.points == {"springs": 222 + 140 + (12 - 20) + 2, "gardens": 233 - 140 + (50 - 20) + 9}


def test_no_wet_year_raises_the_payment() -> None:
    assert year_under(ayna(), "wet", package(rule=2)).parts["springs"]["payment"] == 140


def test_alone_each_side_does_its_best() -> None:
    # 12 million in summer and 40 of 100 fields, whatever the year brings.
    expected = {"very_dry": (151, 8), "dry": (212, 6), "below": (258, -23), "normal": (305, -56), "wet": (344, -22)}
    for card, (springs, gardens) in expected.items():
        lived = year_under(ayna(), card, None)
        assert lived.decisions == {"summer_release": 12, "planted_share": 40}
        assert lived.points == {"springs": springs, "gardens": gardens}
    # Weights 1, 2, 3, 4, 2: (151 + 424 + 774 + 1220 + 688) / 12 and (8 + 12 - 69 - 224 - 44) / 12.
    assert alone_points(ayna()) == {"springs": 271, "gardens": -26}


def test_means_round_to_the_nearest_half_upwards() -> None:
    def mean(*points: int) -> dict[str, int]:
        by_card = {card: {"springs": one, "gardens": -one} for card, one in zip(("dry", "wet"), points, strict=True)}
        return mean_points(ayna(), by_card)  # the two weigh the same

    assert mean(1, 2) == {"springs": 2, "gardens": -1}
    assert mean(1, 1) == {"springs": 1, "gardens": -1}


def test_what_people_decide_takes_the_place_of_their_best() -> None:
    lived = year_under(ayna(), "dry", {"summer_release": 55, "payment": 140}, decided={"planted_share": 40})
    assert lived.decisions == {"summer_release": 55, "planted_share": 40}
    assert lived.parts["gardens"]["river"] == 88
    kept = year_under(ayna(), "dry", package(), decided={"summer_release": 12})
    assert kept.decisions["summer_release"] == 55, "what is agreed is kept"


def test_without_data_one_choice_meets_all_years() -> None:
    blind = {year_under(ayna(), card, package(30, data=0)).decisions["planted_share"] for card in ayna().cards}
    knowing = {
        year_under(ayna(), card, package(45, data=1, rule=2)).decisions["planted_share"] for card in ayna().cards
    }
    assert len(blind) == 1
    assert len(knowing) > 1
    late = year_under(ayna(), "very_dry", package(55, data=1), injects=("late_data",))
    without = year_under(ayna(), "very_dry", package(55, data=0))
    assert late.decisions == without.decisions != year_under(ayna(), "very_dry", package(55, data=1)).decisions


def test_a_pump_that_fails_costs_only_where_nobody_cared() -> None:
    harm = [
        year_under(ayna(), "normal", chosen, injects=("pump_failure", "news")).parts["gardens"]["injects"]
        for chosen in (None, package(care=0), package(care=25))
    ]
    assert harm == [-30, -30, 0]


def test_a_rumour_moves_no_water_and_no_point_and_names_no_side() -> None:
    assert dict(ayna().injects["rumour"]) == {}
    for card in ayna().cards:
        for chosen in (None, package(care=25, rule=2)):
            assert year_under(ayna(), card, chosen, injects=("rumour",)) == year_under(ayna(), card, chosen)
    told = ayna().text["injects.rumour.news"]
    assert not [side for side in ayna().sides if ayna().text[f"sides.{side}.name"] in told]


def test_late_data_cost_the_same_and_spare_nothing() -> None:
    """By hand on the Bell: warnings cost 4 and 6 a year and spare 36 and 16; a mudflow does 40 and 15 of harm."""
    bell = read_case("bell")
    warned = {"watered_share": 70, "payment": 50, "warnings": 1}

    def parts(package: Package, *injects: str) -> list[tuple[int, int]]:
        lived = year_under(bell, "normal", package, injects=injects).parts
        return [(lived[side]["data"], lived[side]["injects"]) for side in ("meadows", "terraces")]

    assert parts(warned) == [(36 - 4, 0), (16 - 6, 0)]
    assert parts(warned, "mudflow") == [(32, 0), (10, 0)]
    assert parts(warned, "late_data") == [(-4, 0), (-6, 0)]
    assert parts(warned, "late_data", "mudflow") == parts(warned, "mudflow", "late_data") == [(-4, -40), (-6, -15)]
    assert parts({**warned, "warnings": 0}, "late_data", "mudflow") == [(0, -40), (0, -15)]
    cared = {**warned, "channel_share": 50}
    assert parts(cared, "late_data", "channel_slide") == [(-4, 0), (-6, 0)], "care has nothing to do with data"


def test_a_record_of_care_without_its_gain_fails_loudly() -> None:
    data: Any = thaw(ayna().data)
    del data["terms"]["maintenance_share"]["spares_points"]
    with pytest.raises(KeyError, match="spares_points"):
        year_under(Case(data=data), "normal", package(care=50))


def test_a_year_that_the_case_has_not_is_named() -> None:
    def fault(card: str, chosen: Package | None, **decided: int) -> tuple[str, dict[str, object]]:
        with pytest.raises(KitError) as caught:
            year_under(ayna(), card, chosen, decided=decided)
        return caught.value.code, caught.value.params

    cards = (*ayna().cards, "drought", "high_water")
    assert fault("flood", None) == ("river.unknown_card", {"value": "flood", "allowed": cards})
    assert fault("dry", {"payment": 61}) == (
        "river.unknown_package",
        {"term": "payment", "value": 61, "allowed": (0, 60, 100, 140, 180, 220, 260)},
    )
    code, params = fault("dry", {"fish": 1})
    assert (code, params["term"], params["allowed"]) == ("river.unknown_package", "fish", tuple(ayna().terms))
    assert fault("dry", None, planted_share=41)[0] == "river.unknown_decision"


def test_years_alone_are_the_same_numbers_without_talks() -> None:
    quiet = without_talks(ayna())
    assert "talks" not in quiet.data
    assert not any(decision.get("early") for decision in quiet.decisions.values())
    assert quiet.data["outcomes"]["rows"] == ayna().data["outcomes"]["rows"]
    assert quiet == without_talks(ayna())


def test_two_terms_of_a_kind_add_up() -> None:
    data: Any = thaw(ayna().data)
    data["terms"]["fuel"] = {"kind": "payment", "year": 1, "payer": "springs", "options": [0, 25]}
    both = Case(data=data)
    parts = year_under(both, "normal", {**package(payment=140), "fuel": 25}).parts
    assert (parts["springs"]["payment"], parts["gardens"]["payment"]) == (115, -115)


# --- the same numbers for the bargaining models


def test_the_negotiation_has_one_issue_of_all_packages() -> None:
    talks = negotiation(ayna(), 3)
    assert talks.n_packages == 672
    assert talks.reservations.tolist() == [271, -26]
    points = package_points(ayna(), 3)
    assert talks.payoffs((466,)).tolist() == [points["springs"][466], points["gardens"][466]]


def test_fair_packages_are_fair_on_the_river() -> None:
    talks = negotiation(ayna(), 3)
    even = egalitarian(talks)
    assert even.package is not None
    assert packages(ayna(), 3)[even.package[0]] == package(55, 220, 25, 1, 1)
    assert even.payoffs == (371, 78)  # 100 and 104 more than alone
    inside = agreement_zone(talks)
    least = (inside.payoffs - talks.reservations).min(axis=1).max()
    assert min(np.array(even.payoffs) - talks.reservations) == least
    total = utilitarian(talks)
    assert sum(total.payoffs) == inside.payoffs.sum(axis=1).max()
    assert not better_packages(talks, even.package)
    for deal in (nash_solution(talks), kalai_smorodinsky(talks)):
        assert deal.package is not None
        assert not better_packages(talks, deal.package)


def test_better_packages_are_better_for_somebody_and_worse_for_nobody() -> None:
    talks = negotiation(ayna(), 3)
    poor = packages(ayna(), 3).index(package(45, 100, care=0, data=0))
    found = better_packages(talks, (poor,))
    now = talks.payoffs((poor,))
    assert len(found) > 5
    assert (found.payoffs >= now).all()
    assert (found.payoffs > now).any(axis=1).all()
    assert set(pareto_frontier(talks).packages[:, 0]) & set(found.packages[:, 0])


# --- the numbers teach on the Ayna (lesson 11); what every case must keep stands in test_cases.py


def test_together_gains_in_every_year() -> None:
    for card, by_side in gains(package(55, 140, care=50, data=1, rule=2)).items():
        assert min(by_side.values()) > 0, card
    for year in (1, 2, 3):
        best = max(map(sum, zip(*package_points(ayna(), year).values(), strict=True)))
        assert best >= sum(alone_points(ayna()).values()) + 170


def test_more_terms_make_more_to_agree_on() -> None:
    best = [egalitarian(negotiation(ayna(), year)).payoffs for year in (1, 2, 3)]
    alone = np.array(list(alone_points(ayna()).values()))
    least = [min(np.array(payoffs) - alone) for payoffs in best]
    assert least[0] < least[1]
    assert least[1] <= least[2]


def test_a_low_payment_that_follows_hurts_springs() -> None:
    assert gains(package(55, 100, rule=0))["dry"]["springs"] > 0
    assert gains(package(55, 100, rule=1))["dry"]["springs"] < 0
