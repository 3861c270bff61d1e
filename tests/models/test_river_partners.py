"""Partners on the Ayna: what they promise to keep, how they differ, and how their offers feel."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from simulations.games import read_case
from simulations.games.agreements import alone_points, package_points, year_under
from simulations.games.river import River
from simulations.games.river_partners import PARTNERS
from simulations.games.term_effects import term_effects
from simulations.games.terms import packages, terms_in
from simulations.table import (
    FACILITATOR,
    NATURE,
    Case,
    Holder,
    Move,
    Partner,
    Record,
    next_move,
    play,
    random_partner,
    replay,
    seats_of,
    turn,
)
from simulations.table.plain import thaw

TWO = ("springs_water", "gardens_farms")
SIDES = ("springs", "gardens")
SEEDS = range(5)


@cache
def ayna() -> Case:
    return read_case("ayna")


@cache
def places(year: int) -> Mapping[tuple[int, ...], int]:
    return {tuple(one.values()): place for place, one in enumerate(packages(ayna(), year))}


def gain(side: str, year: int, package: Mapping[str, int]) -> int:
    """What a package is worth to a side, against acting alone."""
    place = places(year)[tuple(package[name] for name in terms_in(ayna(), year))]
    return package_points(ayna(), year)[side][place] - alone_points(ayna())[side]


@cache
def game(springs: str, gardens: str, seed: int) -> tuple[Record, tuple[Mapping[str, Any], ...], tuple[Any, ...]]:
    """A whole game of two partners: its record, its closed years, and every offer with its year."""
    partners = {"springs_water": PARTNERS[springs], "gardens_farms": PARTNERS[gardens]}
    record = play(ayna(), seed=seed, seats=seats_of(ayna(), TWO), partners=partners)
    state: Any = River().open(record.case, record.seats, record.seed)
    offers = []
    for move in record.moves:
        if move.kind == "offer":
            offers.append((state.year, ayna().seats[move.seat]["side"], dict(move.data)))
        state = River().apply(state, move)
    return record, state.closed, tuple(offers)


def offers_of(name: str, side: str, other: str = "linear") -> list[tuple[int, list[dict[str, int]]]]:
    """Every year's offers of one partner, in many games against another."""
    pair = (name, other) if side == "springs" else (other, name)
    found = []
    for seed in SEEDS:
        _, _, offers = game(*pair, seed)
        found += [(year, [one for at, by, one in offers if (at, by) == (year, side)]) for year in (1, 2, 3)]
    return found


# --- promises


@pytest.mark.parametrize("springs", PARTNERS)
@pytest.mark.parametrize("gardens", PARTNERS)
def test_nobody_offers_or_accepts_less_than_acting_alone(springs: str, gardens: str) -> None:
    for seed in range(2):
        _, closed, offers = game(springs, gardens, seed)
        assert len(closed) == 3
        for year, side, package in offers:
            assert gain(side, year, package) >= 0
        for one in closed:
            if one["agreement"] is not None:
                assert min(gain(side, one["year"], one["agreement"]) for side in SIDES) >= 0


@pytest.mark.parametrize("name", PARTNERS)
@pytest.mark.parametrize("moves_before", [0, 7, 23])
def test_a_partner_takes_over_in_the_middle(name: str, moves_before: int) -> None:
    for seed in range(3):
        present = ("springs_water", "springs_energy", "gardens_farms", "commission_secretary")
        record = Record(case=ayna(), seats=seats_of(ayna(), present), seed=seed)
        state: Any = River().open(record.case, record.seats, seed)
        while (actor := turn(River(), state)) is not None:
            late = len(record.moves) >= moves_before
            if len(record.moves) == moves_before:
                change = {"which": "gardens_farms", "holder": "partner"}
                record = record.add(Move(id="late", seat=FACILITATOR, kind="seat_change", data=change))
            else:
                partner = PARTNERS[name] if late and actor == "gardens_farms" else random_partner
                record = record.add(next_move(River(), state, actor, partner))
            state = River().apply(state, record.moves[-1])
        assert len(state.closed) == 3
        assert replay(Record.from_text(record.to_text())) == state


def asked(partner: Partner, side: str, question: str, year: int = 1) -> str:
    """What a partner says when the other side asks in a year's talks."""
    asker, teller = TWO if side == "gardens" else TWO[::-1]
    state: Any = River().open(ayna(), seats_of(ayna(), TWO), 1)
    while state.year < year or state.talk.speaking == side:
        actor = turn(River(), state)
        assert actor is not None
        decides = actor != NATURE and any(choice.kind == "close" for choice in River().lawful(state, actor))
        if decides and state.year < year:
            move = Move(id=str(len(state.move_ids)), seat=actor, kind="close", data={"reason": "needs_more_time"})
        elif decides:
            move = Move(id=str(len(state.move_ids)), seat=actor, kind="pass")
        else:
            move = next_move(River(), state, actor)
        state = River().apply(state, move)
    state = River().apply(state, Move(id="ask", seat=asker, kind="ask", data={"question": question}))
    return str(next_move(River(), state, teller, partner).data["answer"])


def mean_by_option(side: str, year: int, term: str) -> list[float]:
    points = package_points(ayna(), year)[side]
    return [
        float(np.mean([points[place] for place, one in enumerate(packages(ayna(), year)) if one[term] == option]))
        for option in ayna().terms[term]["options"]
    ]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("year", [1, 2, 3])
def test_a_term_matters_as_much_as_its_packages_differ(side: str, year: int) -> None:
    effects = term_effects(ayna(), year, side)
    assert tuple(effects) == terms_in(ayna(), year)
    for term, row in effects.items():
        assert row == pytest.approx(mean_by_option(side, year, term))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("year", [1, 2, 3])
def test_answers_are_true(side: str, year: int) -> None:
    """Payments are not spoken of; before an offer nothing is wished yet."""
    rows = {term: mean_by_option(side, year, term) for term in terms_in(ayna(), year) if term != "payment"}
    spread = {term: max(row) - min(row) for term, row in rows.items()}
    steps = {term: max(abs(one - other) for one, other in pairwise(row)) for term, row in rows.items()}
    worry = "dry_year_rule" if year == 3 else max(steps, key=steps.__getitem__)
    for name in set(PARTNERS) - {"stubborn"}:
        assert asked(PARTNERS[name], side, "matters_most", year) == max(spread, key=spread.__getitem__)
        assert asked(PARTNERS[name], side, "worries", year) == worry
        easy = asked(PARTNERS[name], side, "easy_to_give", year)
        if year == 1:
            assert easy == "not_said"  # the one term that matters most is not easy to give
        else:
            assert easy in set(rows) - {max(spread, key=spread.__getitem__), worry}


def test_gardens_fears_for_its_fields() -> None:
    assert asked(PARTNERS["linear"], "gardens", "worries") == "summer_release"
    assert asked(PARTNERS["linear"], "gardens", "worries", 3) == "dry_year_rule"


@pytest.mark.parametrize("question", ["matters_most", "easy_to_give", "worries"])
def test_the_stubborn_one_would_rather_not_say(question: str) -> None:
    assert all(asked(PARTNERS["stubborn"], side, question) == "not_said" for side in SIDES)


@pytest.mark.parametrize("name", PARTNERS)
def test_reasons_are_true(name: str) -> None:
    for seed in SEEDS:
        record, _, _ = game(name, "linear", seed)
        state: Any = River().open(record.case, record.seats, record.seed)
        for move in record.moves:
            if move.kind == "reject" and move.seat == "springs_water":
                worth = gain("springs", state.year, state.talk.offer.package)
                late = (state.talk.turn - 1) / 11 >= 0.6
                clear = worth >= 15
                if worth < 0:
                    assert move.data["reason"] == "too_little"
                if move.data["reason"] in ("good_start", "ask_at_home"):
                    assert clear
                    assert not (late and move.data["reason"] == "good_start")
                if move.data["reason"] == "need_more_time":
                    assert late
                if move.data["reason"] == "dry_years":
                    assert state.year == 3
            state = River().apply(state, move)


def test_where_nothing_is_better_than_acting_alone_it_closes_kindly() -> None:
    data: Any = thaw(ayna().data)
    data["terms"]["payment"]["options"] = [0]
    data["terms"]["summer_release"]["options"] = [55, 70]
    for name in ("maintenance_share", "data_sharing", "dry_year_rule"):
        del data["terms"][name]
    case = Case(data=data)
    for partner in PARTNERS.values():
        state = replay(play(case, seed=1, seats=seats_of(case, TWO), partners=dict.fromkeys(TWO, partner)))
        assert [closed["no_agreement"] for closed in state.closed] == ["alone_is_enough"] * 3


# --- characters


def mean_gain(name: str, side: str, other: str) -> float:
    pair = (name, other) if side == "springs" else (other, name)
    closed = [one for seed in SEEDS for one in game(*pair, seed)[1]]
    return float(np.mean([gain(side, one["year"], one["agreement"]) if one["agreement"] else 0 for one in closed]))


@pytest.mark.parametrize("side", SIDES)
def test_who_holds_out_gets_more_and_takes_longer(side: str) -> None:
    got = {name: mean_gain(name, side, "linear") for name in PARTNERS}
    assert got["conceder"] < got["linear"] < got["boulware"] - 10
    assert got["stubborn"] > got["linear"] + 20
    length = {name: np.mean([len(offers) for _, offers in offers_of(name, side)]) for name in PARTNERS}
    assert length["conceder"] <= length["linear"] < length["boulware"]


def test_two_problem_solvers_find_more_than_two_stubborn_ones() -> None:
    solved, fought = (sum(mean_gain(name, side, name) for side in SIDES) for name in ("problem_solver", "stubborn"))
    assert solved > fought + 5


def test_nobody_gives_everything_to_who_only_waits() -> None:
    """The other side asks for its best to the end: what is left is small, but not nothing."""
    for name in set(PARTNERS) - {"tit_for_tat"}:
        for side in SIDES:
            assert mean_gain(name, side, "stubborn") >= 10


def first_offer(name: str, seed: int) -> int:
    """What Springs' first answer to nothing is worth to Gardens: partners open high."""
    _, _, offers = game(name, "stubborn", seed)
    return gain("springs", 1, next(package for year, side, package in offers if (year, side) == (1, "springs")))


def test_everybody_opens_with_the_best_for_its_side_and_who_agrees_early_near_it() -> None:
    best = max(package_points(ayna(), 1)["springs"]) - alone_points(ayna())["springs"]
    assert {first_offer(name, seed) for name in set(PARTNERS) - {"conceder"} for seed in SEEDS} == {best}
    assert all(0.8 * best <= first_offer("conceder", seed) < best for seed in SEEDS)


# --- a path that a person can follow


def unlike(year: int, one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """From 0 to 1: how many terms differ, and how far."""
    parts = []
    for term in terms_in(ayna(), year):
        options = ayna().terms[term]["options"]
        far = abs(options.index(one[term]) - options.index(other[term])) / (len(options) - 1)
        parts.append((far + (far > 0)) / 2)
    return float(np.mean(parts))


@pytest.mark.parametrize("name", PARTNERS)
@pytest.mark.parametrize("side", SIDES)
def test_offers_go_in_small_steps(name: str, side: str) -> None:
    steps = [
        unlike(year, one, other)
        for year, offers in offers_of(name, side, "boulware")
        for one, other in pairwise(offers)
    ]
    rng = np.random.default_rng(1)
    drawn = [packages(ayna(), 3)[place] for place in rng.integers(0, 672, 200)]
    by_chance = np.mean([unlike(3, one, other) for one, other in pairwise(drawn)])
    assert np.mean(steps) < 0.8 * by_chance
    if name != "conceder":
        assert np.mean(steps) < 0.6 * by_chance


@pytest.mark.parametrize("name", ["linear", "conceder", "problem_solver", "boulware"])
@pytest.mark.parametrize("side", SIDES)
def test_offers_come_down_and_do_not_jump_back(name: str, side: str) -> None:
    for year, offers in offers_of(name, side, "boulware"):
        worth = [gain(side, year, package) for package in offers]
        room = max(package_points(ayna(), year)[side]) - alone_points(ayna())[side]
        assert all(later <= earlier + 0.1 * room for earlier, later in pairwise(worth)), worth


@pytest.mark.parametrize("name", ["linear", "conceder", "problem_solver"])
def test_nearly_every_offer_is_a_new_one(name: str) -> None:
    """In the first year there are 28 packages only. Who holds out may say the same again, who comes down may not."""
    later = [offers for side in SIDES for year, offers in offers_of(name, side) if year > 1]
    again = sum(len(offers) - len({tuple(one.values()) for one in offers}) for offers in later)
    assert again <= 0.2 * sum(map(len, later))


@pytest.mark.parametrize("name", PARTNERS)
@pytest.mark.parametrize("side", SIDES)
def test_nobody_takes_back_what_both_want(name: str, side: str) -> None:
    """An offer that is worth no more to its maker than the last one is not further from the other's newest either."""
    other = SIDES[1 - SIDES.index(side)]
    pair = (name, "problem_solver") if side == "springs" else ("problem_solver", name)
    silly = steps = 0
    for seed in SEEDS:
        newest: dict[tuple[int, str], Mapping[str, int]] = {}
        for year, by, package in game(*pair, seed)[2]:
            last, theirs = newest.get((year, by)), newest.get((year, other))
            if by == side and last is not None and theirs is not None:
                steps += 1
                less = gain(side, year, package) <= gain(side, year, last)
                silly += less and unlike(year, package, theirs) > unlike(year, last, theirs)
            newest[year, by] = package
    assert steps >= 15
    assert silly <= 0.1 * steps


# --- colleagues


def test_colleagues_stand_behind_one_another() -> None:
    """Half of a side and the seat that decides are needed; offers must not fall at home again and again."""
    sponsored = fell_at_home = 0
    for seed in range(6):
        state = River().open(ayna(), seats_of(ayna()), seed)
        for move in play(ayna(), seed=seed).moves:
            before: Any = state.talk
            state = River().apply(state, move)
            if move.kind in ("sponsor", "reject") and before.offer is not None:
                maker = before.offer.side
                own = ayna().seats[move.seat]["side"] == maker
                sponsored += move.kind == "sponsor"
                fell_at_home += own and state.talk.offer is None and state.agreement is None
    assert sponsored > 15
    assert fell_at_home <= 0.1 * sponsored


def test_a_colleague_says_no_to_a_gift() -> None:
    """A person of its own side offers nearly all: a partner asks for more."""
    seats = seats_of(ayna(), ("springs_water", "springs_energy", "gardens_farms"), {"springs_energy": Holder.PERSON})
    state: Any = River().open(ayna(), seats, 1)
    gift = {"summer_release": 70, "payment": 100}
    for number, (seat, kind, data) in enumerate(
        (("springs_energy", "offer", gift), ("gardens_farms", "sponsor", {"offer": 1}))
    ):
        state = River().apply(state, Move(id=str(number), seat=seat, kind=kind, data=data))
    answer = next_move(River(), state, "springs_water", PARTNERS["linear"])
    assert (answer.kind, answer.data["reason"]) == ("reject", "too_little")


# --- decisions


def seed_bought(state: Any) -> int:
    assert (state.phase, turn(River(), state)) == ("early", "gardens_farms")
    return int(next_move(River(), state, "gardens_farms").data["value"])


def talked(state: Any, *steps: tuple[str, str, Mapping[str, object]]) -> Any:
    for seat, kind, data in steps:
        state = River().apply(state, Move(id=f"t{len(state.move_ids)}", seat=seat, kind=kind, data=data))
    return state


def test_an_announced_drought_is_counted_on() -> None:
    package = {"summer_release": 30, "payment": 60}
    steps = (("springs_water", "offer", package), ("gardens_farms", "accept", {"offer": 1}))
    opened = River().open(ayna(), seats_of(ayna(), TWO), 1)
    for inject in ("drought", "high_water"):
        announced = talked(opened, (FACILITATOR, "inject", {"inject": inject}), *steps)
        worth = {
            share: year_under(ayna(), inject, package, decided={"planted_share": share}).points["gardens"]
            for share in (40, 60, 80, 100)
        }
        assert worth[seed_bought(announced)] == max(worth.values())


def test_a_promise_of_last_year_is_not_expected_again() -> None:
    opened = River().open(ayna(), seats_of(ayna(), TWO), 1)
    alone = ("springs_water", "close", {"reason": "dry_years"})
    decide = ("gardens_farms", "decide", {"decision": "planted_share", "value": 80})
    firsts = []
    for release in (30, 70):
        package = {"summer_release": release, "payment": 100}
        state = talked(opened, ("springs_water", "offer", package), ("gardens_farms", "accept", {"offer": 1}), decide)
        state = talked(state, (NATURE, "card", {"card": "normal"}), ("gardens_farms", *alone[1:]))
        firsts.append(seed_bought(state))
    assert firsts[0] == firsts[1] == seed_bought(talked(opened, alone))
