"""Any number from 4 to 60: tables, seats, who speaks for an empty seat, and languages."""

import pytest

from dastarkhan.paper.seating import even, seating, spread
from simulations.errors import KitError
from simulations.games import GAMES, read_case
from simulations.games.seating import seats_for, table_sizes
from simulations.table import Case, Holder

CASES = ("ayna", "bell", "heron", "swallow")


@pytest.mark.parametrize("people", range(4, 61))
@pytest.mark.parametrize("name", CASES)
def test_everybody_has_a_table_of_four_to_eight(name: str, people: int) -> None:
    sizes = table_sizes(read_case(name), people)
    assert sum(sizes) == people
    assert all(4 <= size <= 8 for size in sizes)
    assert sum(size % 2 for size in sizes) == people % 2  # with an even number both banks are equal at every table
    assert len(sizes) <= max(5, -(-people // 8))


def test_the_numbers_that_the_guide_names() -> None:
    river = read_case("ayna")
    assert table_sizes(river, 24) == (6, 6, 6, 6)
    assert table_sizes(river, 23) == (6, 6, 6, 5)
    assert table_sizes(river, 11) == (6, 5)
    assert table_sizes(river, 40) == (8,) * 5


@pytest.mark.parametrize("people", [0, 3, 61])
def test_other_numbers_are_refused(people: int) -> None:
    with pytest.raises(KitError, match=r"paper\.people"):
        seating(read_case("ayna"), {"en": people})


@pytest.mark.parametrize("people", range(1, 9))
@pytest.mark.parametrize("name", [*CASES, "fair", "canal"])
def test_a_case_can_be_opened_by_any_number(name: str, people: int) -> None:
    case = read_case(name)
    seats = {seat.id: seat for seat in seats_for(case, people)}  # who shares a seat comes twice
    GAMES[case.game].open(case, tuple(seats.values()), 1)
    assert sum(seat.holder is not Holder.PARTNER for seat in seats_for(case, people)) == people


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    ("people", "on_each_bank", "of_no_side"), [(4, 2, 0), (5, 2, 1), (6, 3, 0), (7, 3, 1), (8, 3, 2)]
)
def test_banks_are_equal_and_seats_of_no_side_come_last(
    name: str, people: int, on_each_bank: int, of_no_side: int
) -> None:
    case = read_case(name)
    seats = seats_for(case, people)
    sides = [case.seats[seat.id]["side"] for seat in seats]
    assert [sides.count(side) for side in case.sides] == [on_each_bank, on_each_bank]
    assert sides.count("both") == of_no_side
    required = {seat for seat, about in case.seats.items() if about.get("required")}
    assert required <= {seat.id for seat in seats}
    spoken_for = [one for seat in seats for one in seat.speaks_for]
    assert len(spoken_for) == len(set(spoken_for))
    merging = {seat for seat, about in case.seats.items() if about["side"] != "both"}
    assert merging <= set(spoken_for)  # nobody on a bank is without a voice


def test_people_without_a_seat_of_their_own_share_one() -> None:
    small = {"north": {"side": "north"}, "south": {"side": "south"}}
    case = Case(data={"seats": small, "sides": {"north": {}, "south": {}}})
    seats = seats_for(case, 4)
    assert [seat.id for seat in seats] == ["north", "north", "south", "south"]
    assert {seat.holder for seat in seats} == {Holder.PAIR}


@pytest.mark.parametrize("people", range(4, 61))
def test_languages_are_spread_evenly(people: int) -> None:
    tables = seating(read_case("ayna"), even(("kk", "ru", "prs"), people) if people > 4 else {"kk": 2, "ru": 2})
    spoken = [person.lang for table in tables for person in table.people]
    counts = [spoken.count(lang) for lang in dict.fromkeys(spoken)]
    assert sum(counts) == people
    assert max(counts) - min(counts) <= 1
    if people > 4:
        assert all(set(table.languages) == {"kk", "ru", "prs"} for table in tables)


def test_counted_languages_keep_their_numbers() -> None:
    assert sorted(spread({"kk": 14, "ru": 10})) == ["kk"] * 14 + ["ru"] * 10
    tables = seating(read_case("ayna"), {"kk": 14, "ru": 10})
    assert all(3 <= [one.lang for one in table.people].count("kk") <= 4 for table in tables)
