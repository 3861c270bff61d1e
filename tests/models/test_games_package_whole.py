"""Whole games of packages: made-up cases, every partner, any number of seats, the debrief, two games kept for good."""

import json
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.games import GAMES, Package, case_names, read_case
from simulations.games.mediating import single_text
from simulations.games.package_debrief import possible
from simulations.games.package_facts import package_facts
from simulations.games.package_partners import PARTNERS
from simulations.games.package_points import alone_of, negotiation_of, options_of, payoffs, points_of
from simulations.games.package_sheets import MOST_LISTED, sheet_of
from simulations.table import Case, Holder, Record, next_move, play, random_partner, replay, seats_of, turn
from simulations.table.plain import canonical
from tests.models.made_packages import HOST, THREE, cases, made, moved, opened

DATA = Path(__file__).parent / "data"
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
SHIPPED = case_names("package")


@cache
def shipped(name: str) -> Case:
    return read_case(name)


# --- any case, any seats, any partner


@FEW
@given(case=cases(), seed=st.integers(0, 99), partner=st.sampled_from([*PARTNERS.values(), random_partner]))
def test_any_case_is_played_to_its_end_and_replays(case: Case, seed: int, partner: Any) -> None:
    record = play(case, seed=seed, partners=dict.fromkeys(case.seats, partner))
    state = replay(Record.from_text(record.to_text()))
    assert turn(Package(), state) is None
    assert (state.talk.agreement is None) != (state.talk.no_agreement is None)
    assert state == replay(record)
    facts: Any = Package().debrief(state)
    assert bool(facts["agreement"]) == bool(state.talk.agreement)
    assert len(facts["offers"]) == len(state.talk.offers)
    json.loads(canonical(facts))


@FEW
@given(case=cases(most_terms=6), seed=st.integers(0, 99), partner=st.sampled_from(sorted(PARTNERS)))
def test_no_partner_agrees_to_less_than_it_has_alone(case: Case, seed: int, partner: str) -> None:
    state = replay(play(case, seed=seed, partners=dict.fromkeys(case.seats, PARTNERS[partner])))
    if state.talk.agreement:
        points = payoffs(case, state.talk.agreement)
        behind = {case.seats[seat]["side"] for seat in state.talk.offers[-1].stands}
        assert all(points[side] >= alone_of(case, side) for side in behind)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("partner", PARTNERS)
def test_every_partner_plays_every_case(name: str, partner: str) -> None:
    record = play(shipped(name), seed=4, partners=dict.fromkeys(shipped(name).seats, PARTNERS[partner]))
    agreed = replay(record).talk.agreement
    assert (agreed is None) == (partner == "stubborn"), "who only insists finds nobody who gives in"


@pytest.mark.parametrize("n_seats", range(2, 9))
@pytest.mark.parametrize("name", SHIPPED)
def test_a_case_seats_any_number_from_two_to_eight(name: str, n_seats: int) -> None:
    case = shipped(name)
    ranked = sorted(case.seats, key=lambda seat: not case.seats[seat].get("required", False))
    seats = seats_of(case, ranked[:n_seats])
    state = replay(play(case, seed=n_seats, seats=seats))
    assert turn(Package(), state) is None
    assert state.talk.agreement


def test_partners_of_a_kit_case_find_good_packages() -> None:
    found = [GAMES["package"].debrief(replay(play(shipped("fair"), seed=seed))) for seed in range(6)]
    assert all(facts["agreement"] for facts in found)
    assert sum(facts["better"]["pareto"] for facts in found) >= 4  # type: ignore[index]


def test_a_game_of_ten_thousand_million_packages_is_played_at_once() -> None:
    rng = np.random.default_rng(2)
    points = {
        side: {f"term{n}": [int(one) for one in rng.integers(0, 30, 3)] for n in range(20)} for side in ("a", "b", "c")
    }
    case = made(points, alone={"a": 200, "b": 200, "c": 200}, talks={"rounds": 10})
    assert negotiation_of(case).n_packages == 3**20
    state = replay(play(case, seed=1))
    assert state.talk.agreement
    assert min(payoffs(case, state.talk.agreement).values()) >= 200


# --- what a partner knows


def test_a_sheet_lists_every_package_and_places_the_offers() -> None:
    state = opened(made(THREE, alone={"farms": 5}))
    state = moved(state, "farms_0", "offer", when="o1", who="o2")
    sheet = sheet_of(Package().view(state, "town_0"))
    assert sheet.talk.values.tolist() == [4, 2, 0, 10, 8, 6]
    assert (sheet.talk.theirs, sheet.talk.mine, sheet.refused) == ((5,), (), ())
    assert sheet.package(5) == {"when": "o1", "who": "o2"}
    assert sheet.later == pytest.approx(1 / 8), "the town has the word next, in the second of nine turns"
    state = moved(state, "town_0", "reject", offer=1, reason="too_little")
    assert sheet_of(Package().view(state, "town_0")).refused == (5,)
    assert sheet_of(Package().view(state, "farms_0")).talk.mine == (5,)


@FEW
@given(data=st.data())
def test_a_long_sheet_holds_the_best_the_worst_the_offers_and_the_way_between(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(st.integers(-9, 30), min_size=3, max_size=3), min_size=10, max_size=14))
    points = {side: {f"t{n}": row for n, row in enumerate(rows)} for side in ("a", "b")}
    case = made(points)
    assert negotiation_of(case).n_packages > MOST_LISTED
    package = {f"t{n}": f"o{data.draw(st.integers(0, 2))}" for n in range(len(rows))}
    state = moved(opened(case), "a_0", "offer", **package)
    sheet = sheet_of(Package().view(state, "b_0"))
    values = sheet.talk.values
    assert (values.max(), values.min()) == (sum(map(max, rows)), sum(map(min, rows)))
    assert sheet.package(sheet.talk.theirs[0]) == package
    assert values[sheet.talk.theirs[0]] == payoffs(case, package)["b"]
    assert len(values) < MOST_LISTED
    shown = [sum(row[place] for row, place in zip(rows, one, strict=True)) for one in sheet.talk.attributes.tolist()]
    assert shown == values.tolist()


def test_a_partner_answers_questions_truly_and_the_stubborn_one_does_not() -> None:
    state = moved(opened(made(THREE)), "farms_0", "ask", of="town", question="matters_most")
    assert next_move(Package(), state, "town_0").data["answer"] == "when"
    assert next_move(Package(), state, "town_0", PARTNERS["stubborn"]).data["answer"] == "not_said"


def test_a_partner_names_the_change_that_brings_it_most() -> None:
    case = made(THREE, alone={"farms": 15}, more_seats=HOST)
    state = opened(case)
    for side in ("farms", "town", "school"):
        state = moved(state, f"{side}_0", "pass")
    state = moved(state, "host", "offer", when="o1", who="o2")
    move = next_move(Package(), state, "farms_0")
    assert (move.kind, dict(move.data)) == ("improve", {"offer": 1, "term": "when", "option": "o0"})


def test_a_text_goes_half_way_to_the_middle_of_what_is_wished() -> None:
    terms = {"hour": (1, 2, 3, 4, 5), "place": ("here", "there")}
    said = {"side": "none", "package": {"hour": 1, "place": "here"}}
    wishes = tuple({"seat": seat, "term": "hour", "option": hour} for seat, hour in (("a", 3), ("b", 5), ("c", 5)))
    assert single_text({"terms": terms, "offers": [{**said, "wishes": wishes}]}) == {"hour": 3, "place": "here"}
    assert single_text({"terms": terms, "offers": [{**said, "wishes": ()}]}) is None
    assert single_text({"terms": terms, "offers": []}) is None


# --- the debrief, against all packages one by one


def by_hand(case: Case) -> list[tuple[tuple[Any, ...], tuple[int, ...]]]:
    listed = []
    for chosen in product(*options_of(case).values()):
        points = payoffs(case, dict(zip(options_of(case), chosen, strict=True)))
        listed.append((chosen, tuple(points.values())))
    return listed


def beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(mine >= theirs for mine, theirs in zip(one, other, strict=True))


@FEW
@given(case=cases(most_sides=4, most_terms=3), data=st.data())
def test_the_debrief_counts_right(case: Case, data: st.DataObject) -> None:
    listed = by_hand(case)
    alone = [alone_of(case, side) for side in case.sides]
    zone = [points for _, points in listed if all(own >= least for own, least in zip(points, alone, strict=True))]
    known = possible(case)
    assert (known["packages"], known["zone"]) == (len(listed), len(zone))
    distinct = {points for _, points in listed}
    frontier = {one for one in distinct if not any(beats(other, one) for other in distinct)}
    assert (known["frontier"], known["both"]) == (len(frontier), len(frontier & set(zone)))
    if zone:
        assert sum(known["solutions"]["utilitarian"]["points"].values()) == max(map(sum, zone))
    else:
        assert set(known["solutions"].values()) == {None}
    chosen, points = data.draw(st.sampled_from(listed))
    state = agreed_on(case, dict(zip(options_of(case), chosen, strict=True)))
    better = [other for _, other in listed if beats(other, points)]
    facts: Any = Package().debrief(state)
    assert (facts["better"]["count"], facts["better"]["pareto"]) == (len(better), not better)
    assert all(tuple(one["points"].values()) in better for one in facts["better"]["some"])
    assert tuple(facts["points"].values()) == tuple(facts["offers"][-1]["points"].values()) == points


def agreed_on(case: Case, package: dict[str, Any]) -> Any:
    """An offer that everybody takes."""
    state = opened(case)
    first = state.seats[0].id
    state = moved(state, first, "offer", **package)
    while state.talk.agreement is None:
        seat = next(one for one in state.seats if any(c.kind in ("sponsor", "accept") for c in lawful(state, one.id)))
        kind = next(c.kind for c in lawful(state, seat.id) if c.kind in ("sponsor", "accept"))
        state = moved(state, seat.id, kind, offer=1)
    return state


def lawful(state: Any, seat: str) -> Any:
    return Package().lawful(state, seat)


def test_points_of_the_debrief_are_counted_with_the_news() -> None:
    rain = {"private": {"farms": {"points": {"when": [-4, 0]}}}}
    state = opened(made(THREE, injects={"rain": rain}))
    state = moved(state, "farms_0", "offer", when="o0", who="o1")
    state = moved(state, "facilitator", "inject", inject="rain")
    facts: Any = Package().debrief(state)
    assert facts["offers"][0]["points"]["farms"] == 14
    assert facts["injects"] == ("rain",)


@FEW
@given(case=cases(most_sides=4, most_terms=3))
def test_the_facts_for_the_trainer_are_right(case: Case) -> None:
    facts, listed = package_facts(case), by_hand(case)
    alone = dict(zip(case.sides, (alone_of(case, side) for side in case.sides), strict=True))
    talks = case.data["talks"]
    needed = talks.get("must_agree", () if "quorum" in talks else case.sides)
    quorum = talks.get("quorum", max(2, len(needed)))
    lost = dict.fromkeys(case.sides, 0)
    agreeable = 0
    for _, points in listed:
        content = {side for side, own in zip(case.sides, points, strict=True) if own >= alone[side]}
        if content >= set(needed) and len(content) >= quorum:
            agreeable += 1
            for side in set(case.sides) - content:
                lost[side] += 1
    assert (facts.agreeable, facts.forgotten) == (agreeable, lost)
    for term, options in options_of(case).items():
        enough = [
            place
            for place in range(len(options))
            if all(points_of(case, side)[term][place] >= alone[side] for side in case.sides)
        ]
        assert facts.terms[term].enough_alone == len(enough)


# --- games that are never made again


@pytest.mark.parametrize(
    ("name", "points", "alone", "below_alone"),
    [
        ("fair", {"mill": 72, "willow": 67}, {"mill": 56, "willow": 52}, ()),
        (
            "canal",
            {"orchards": 90, "melons": 68, "town": 44, "school": 26, "drivers": 68, "reeds": 16},
            {"orchards": 40, "melons": 32, "town": 38, "school": 34, "drivers": 34, "reeds": 36},
            ("school", "reeds"),
        ),
    ],
)
def test_a_golden_record_replays(name: str, points: Any, alone: Any, below_alone: tuple[str, ...]) -> None:
    """Partners, a person and a pair who let go and come back, every inject, a mediator's texts.

    A rule that is mended may change the points, and says so in its commit; the moves must stay lawful and the file as
    it is. Only a new version of the record's format, which can no longer read it, may make it again.
    """
    text = (DATA / f"{name}_package.jsonl").read_text(encoding="utf-8")
    record = Record.from_text(text)
    state = replay(record)
    assert {move.kind for move in record.moves} == {
        *("offer", "sponsor", "accept", "reject", "improve", "pass", "ask", "tell", "break"),
        *("inject", "seat_change"),
    }
    facts: Any = Package().debrief(state)
    assert facts["agreement"] == state.talk.offers[-1].package
    assert (facts["points"], facts["alone"], facts["below_alone"]) == (points, alone, below_alone)
    assert facts["better"]["pareto"]
    assert Holder.PAIR in {seat.holder for seat in state.seats}
    assert set(facts["injects"]) == set(record.case.injects)
    assert record.to_text() == text
