"""Whole games with talks: a thousand of them, every view of many, and one that is never made again."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from simulations.games import case_names, read_case
from simulations.games.river import River
from simulations.games.river_partners import PARTNERS
from simulations.table import (
    NATURE,
    Case,
    Holder,
    Partner,
    Record,
    next_move,
    play,
    random_partner,
    replay,
    seats_of,
    turn,
)
from simulations.table.plain import canonical, thaw

GOLDEN = Path(__file__).parent / "data" / "ayna_talks.jsonl"

TABLES: dict[int, tuple[str, ...] | None] = {
    2: ("springs_water", "gardens_farms"),
    4: ("springs_water", "springs_energy", "gardens_farms", "gardens_town"),
    8: None,
}
"""Who is there; None: all eight seats."""

N_RANDOM, N_PAIR_SEEDS, REPLAYED = 270, 2, 10
"""Of each table, games by random moves, and games of each ordered pair of partners; one in ten is folded again."""


@cache
def ayna() -> Case:
    return read_case("ayna")


def ended(seats: int, seed: int, partners: tuple[Partner, Partner] | None = None) -> Any:
    """Play a game to its end, one partner for each side or random moves, and look at its years."""
    case, taken = ayna(), seats_of(ayna(), TABLES[seats])
    by_side = dict(zip(case.sides, partners or (random_partner, random_partner), strict=True))
    record = Record(case=case, seats=taken, seed=seed)
    state: Any = River().open(case, taken, seed)
    while (actor := turn(River(), state)) is not None:
        assert len(record.moves) < 600, "the game does not end"
        partner = by_side.get(case.seats[actor]["side"], random_partner) if actor != NATURE else None
        move = next_move(River(), state, actor, partner)
        state, record = River().apply(state, move), record.add(move)
    assert seed % REPLAYED or replay(record) == state
    assert len(state.closed) == case.data["years"]
    for closed in state.closed:
        assert (closed["agreement"] is None) != (closed["no_agreement"] is None)
        for side, points in closed["points"].items():
            assert points == sum(closed["parts"][side].values())
    return state


@pytest.mark.slow
@pytest.mark.turn("many games")
def test_a_thousand_games_end() -> None:
    pairs = [*product(PARTNERS.values(), repeat=2)]
    by_chance = [ended(seats, seed) for seats, seed in product(TABLES, range(N_RANDOM))]
    by_partners = [ended(*one) for one in product(TABLES, range(N_PAIR_SEEDS), pairs)]
    assert len(by_chance) + len(by_partners) >= 1000
    seen = Counter(closed["no_agreement"] or "agreed" for state in by_chance for closed in state.closed)
    assert min(seen["agreed"], seen["missing_voice"], seen["alone_is_enough"]) > 0
    agreed = [closed["agreement"] is not None for state in by_partners for closed in state.closed]
    assert sum(agreed) > 0.8 * len(agreed)


@pytest.mark.parametrize("name", case_names("river"))
def test_partners_play_every_river(name: str) -> None:
    case = read_case(name)
    assert "talks" in case.data
    for seed, partner in enumerate(PARTNERS):
        record = play(case, seed=seed, partners=dict.fromkeys(case.seats, PARTNERS[partner]))
        state = replay(record)
        assert turn(River(), state) is None
        assert len(state.closed) == case.data["years"]


# --- nobody sees the other side's numbers

HUGE = 7_000_000_000
"""Added to every number of one side, so that whatever is made of them is recognised at once."""

LONG_NUMBER = re.compile(r"\d{9,}")


def raised(side: str) -> Case:
    """The Ayna with one side's points moved far away; nobody's best changes by it."""
    data: Any = thaw(ayna().data)
    table = data["outcomes"]
    column = table["columns"].index(f"{side}_points")
    for rows in table["rows"].values():
        for row in rows.values():
            row[column] += HUGE
    return Case(data=data)


def states(case: Case, seats: int, seed: int, partner: Partner | None) -> Iterator[Any]:
    """Every state of a game."""
    taken = seats_of(case, TABLES[seats])
    chosen = dict.fromkeys((seat.id for seat in taken), partner) if partner else {}
    state = River().open(case, taken, seed)
    yield state
    for move in play(case, seed=seed, seats=taken, partners=chosen).moves:  # type: ignore[arg-type]
        state = River().apply(state, move)
        yield state


@pytest.mark.parametrize("side", ["springs", "gardens"])
@pytest.mark.parametrize("partner", [random_partner, PARTNERS["linear"]], ids=["random", "linear"])
def test_no_view_holds_a_number_of_the_other_side(side: str, partner: Partner) -> None:
    case, looked, told = raised(side), 0, 0
    for seats, seed in ((2, 1), (2, 2), (4, 3), (4, 4), (8, 5), (8, 6)):
        for state in states(case, seats, seed, partner):
            for seat in (None, *(taken.id for taken in state.seats)):
                seen = LONG_NUMBER.search(canonical(River().view(state, seat)))
                own = seat is not None and case.seats[seat]["side"] == side
                assert bool(seen) == own, f"{seat} of {case.seats[seat]['side'] if seat else 'the wall'} reads {seen}"
                looked, told = looked + 1, told + own
    assert looked > 500
    assert told > 100


def test_no_choice_and_no_move_of_a_partner_tells_numbers() -> None:
    for side in ayna().sides:
        record = play(raised(side), seed=3)
        state: Any = River().open(record.case, record.seats, record.seed)
        for move in record.moves:
            assert not LONG_NUMBER.search(canonical(move.to_plain()))
            for choice in River().lawful(state, None):
                assert not LONG_NUMBER.search(canonical([choice.data, choice.options]))
            state = River().apply(state, move)


def test_a_side_knows_the_same_whatever_the_other_has() -> None:
    """Byte for byte: with the other side's points moved away, views and so all offers stay as they are."""
    plain = play(ayna(), seed=8, seats=seats_of(ayna(), TABLES[2]))
    other = raised("gardens")
    moved = play(other, seed=8, seats=seats_of(other, TABLES[2]))
    assert [move.to_plain() for move in moved.moves] == [move.to_plain() for move in plain.moves]
    here: Any = River().open(ayna(), plain.seats, 8)
    there: Any = River().open(other, plain.seats, 8)
    for move in plain.moves:
        assert canonical(River().view(here, "springs_water")) == canonical(River().view(there, "springs_water"))
        assert canonical(River().view(here, None)) == canonical(River().view(there, None))
        here, there = River().apply(here, move), River().apply(there, move)


# --- a game that is never made again


def test_the_golden_record_replays() -> None:
    """Partners with seed 116, a person and a pair that let go and come back, four injects, every kind of move.

    A rule that is mended may change the points below, and says so in its commit; the moves must stay lawful and the
    file as it is. Only a new version of the record's format, which can no longer read it, may make it again.
    """
    record = Record.from_text(GOLDEN.read_text(encoding="utf-8"))
    state = replay(record)
    assert {move.kind for move in record.moves} == {
        *("offer", "sponsor", "accept", "reject", "pass", "ask", "tell", "break", "close"),
        *("decide", "card", "inject", "seat_change"),
    }
    assert [(closed["card"], closed["injects"]) for closed in state.closed] == [
        ("drought", ("drought",)),
        ("dry", ("pump_failure",)),
        ("dry", ("news", "late_data")),
    ]
    assert [closed["no_agreement"] for closed in state.closed] == ["dry_years", None, None]
    assert [closed["decisions"] for closed in state.closed] == [
        {"summer_release": 12, "planted_share": 100},
        {"summer_release": 55, "planted_share": 100},
        {"summer_release": 49, "planted_share": 100},  # 70 follows a dry year
    ]
    assert [closed["points"] for closed in state.closed] == [
        {"springs": 212, "gardens": -48},
        {"springs": 304, "gardens": 78},
        {"springs": 280, "gardens": 92},
    ]
    assert state.closed[2]["parts"] == {
        "springs": {"river": 137, "payment": 154, "upkeep": -8, "data": -3, "injects": 0},
        "gardens": {"river": 219, "payment": -154, "upkeep": 30, "data": -3, "injects": 0},
    }
    facts: Any = River().debrief(state)
    assert facts["agreement"] == {
        "summer_release": 70,
        "payment": 220,
        "maintenance_share": 50,
        "data_sharing": 1,
        "dry_year_rule": 2,
    }
    assert facts["points"] == {"springs": 796, "gardens": 122}
    assert facts["mean_points"]["agreement"] == {"springs": 363, "gardens": 72}
    assert [seat.holder for seat in state.seats if seat.id in ("springs_water", "gardens_town")] == [Holder.PERSON] * 2
    assert json.loads(canonical(facts))["agreements"][0]["no_agreement"] == "dry_years"
    assert record.to_text() == GOLDEN.read_text(encoding="utf-8")
