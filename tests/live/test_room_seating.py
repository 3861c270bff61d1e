"""From people to tables: any number, the doors' cards, and languages."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dastarkhan.live.room.seating import laid, seated
from dastarkhan.live.room.state import Guest, Laid
from simulations.games import GAMES, read_case
from simulations.games.reading import CASES as FOLDER
from simulations.games.seating import pairs_at, table_sizes, tables_possible
from simulations.table import Case

LANGUAGES = ("kk", "ky", "ru", "prs")
CASES = ("ayna", "fair", "canal", "cart", "gate")
ALL_CASES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def people(n: int, *, doors: tuple[str, ...] = ("",)) -> list[Guest]:
    return [
        Guest(id=f"p{number:02}", lang=LANGUAGES[number % 4], speaks=("ru",), door=doors[number % len(doors)])
        for number in range(n)
    ]


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 7, 13, 24, 47, 60])
@pytest.mark.parametrize("name", CASES)
def test_everybody_has_a_seat_and_every_table_can_begin(name: str, n: int) -> None:
    case = read_case(name)
    tables = seated(case, people(n), 3)
    held = [person for table in tables for ids in table.people.values() for person in ids]
    assert sorted(held) == [guest.id for guest in people(n)]
    for table in tables:
        GAMES[case.game].open(case, table.seats, table.seed)
        assert set(table.people) <= {seat.id for seat in table.seats}
    sizes = sorted((sum(map(len, table.people.values())) for table in tables), reverse=True)
    assert sizes == list(table_sizes(case, n))


def at_seats(table: Laid, guests: Sequence[Guest]) -> Counter[str]:
    """How many people hold each seat of a table."""
    by_id = {guest.id: guest.n_people for guest in guests}
    return Counter({seat: sum(by_id[one] for one in ids) for seat, ids in table.people.items()})


def on_sides(case: Case, table: Laid, guests: Sequence[Guest]) -> list[int]:
    """How many more people than seats there are on each side."""
    doubles = dict.fromkeys(case.sides, 0)
    for seat, n in at_seats(table, guests).items():
        if case.seats[seat]["side"] in doubles:
            doubles[case.seats[seat]["side"]] += n - 1
    return list(doubles.values())


def is_well_laid(case: Case, table: Laid, guests: Sequence[Guest]) -> None:
    """One table: required seats are there, seats are shared by those who wished it, and by all sides alike."""
    GAMES[case.game].open(case, table.seats, table.seed)
    held = [person for ids in table.people.values() for person in ids]
    assert {seat for seat, about in case.seats.items() if about.get("required")} <= {seat.id for seat in table.seats}
    assert len(held) <= len(case.seats)
    assert all(len(ids) == 1 for ids in table.people.values())
    sides = on_sides(case, table, guests)
    assert max(sides) - min(sides) <= 1


@pytest.mark.parametrize("name", ALL_CASES)
def test_any_number_finds_seats_at_tables_that_the_case_is_made_for(name: str) -> None:
    case = read_case(name)
    for n in range(2, 61):
        for n_pairs in {0, 1, n // 5, n // 3, n // 2}:
            sizes = table_sizes(case, n, n_pairs)
            assert sum(sizes) == n
            assert max(sizes) <= 8
            if n_pairs == 0:
                assert max(sizes) <= len(case.seats)
            of_pairs = pairs_at(sizes, n_pairs)
            assert sum(of_pairs) == n_pairs
            for number, (size, two) in enumerate(zip(sizes, of_pairs, strict=True), start=1):
                guests = [Guest(id=f"p{one}", lang="en", pair=one < two) for one in range(size - two)]
                table = laid(case, number, guests, 1)
                assert sorted(person for ids in table.people.values() for person in ids) == [one.id for one in guests]
                assert len(guests) >= min(2, n - n_pairs)
                is_well_laid(case, table, guests)


@given(st.sampled_from(ALL_CASES), st.lists(st.tuples(st.booleans(), st.integers(0, 3)), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_two_at_one_phone_count_as_two_and_sit_alone(name: str, phones: list[tuple[bool, int]]) -> None:
    case = read_case(name)
    guests = [Guest(id=f"p{n}", lang=LANGUAGES[lang], pair=pair) for n, (pair, lang) in enumerate(phones)]
    tables = seated(case, guests, 7)
    held = [person for table in tables for ids in table.people.values() for person in ids]
    assert sorted(held) == sorted(guest.id for guest in guests)
    n_people = sum(guest.n_people for guest in guests)
    sizes = sorted((at_seats(table, guests).total() for table in tables), reverse=True)
    assert sizes == list(table_sizes(case, n_people, n_people - len(guests)))
    for table in tables:
        is_well_laid(case, table, guests)


def test_a_small_case_gets_tables_of_four() -> None:
    gate = read_case("gate")
    assert [at_seats(table, people(24)).total() for table in seated(gate, people(24), 1)] == [4] * 6
    assert [at_seats(table, people(13)).total() for table in seated(gate, people(13), 1)] == [5, 4, 4]


def test_pairs_are_spread_over_a_hall_as_well() -> None:
    guests = [Guest(id=f"p{n:02}", lang="en", pair=n % 2 == 0) for n in range(64)]  # 96 people, by two halls
    sizes = [at_seats(table, guests).total() for table in seated(read_case("fair"), guests, 1)]
    assert sum(sizes) == 96
    assert max(sizes) <= 7


@pytest.mark.parametrize("n", range(3, 9))
def test_who_has_no_seat_of_the_own_shares_one_on_each_side_in_turn(n: int) -> None:
    small = {"north": {"side": "north"}, "south": {"side": "south"}, "host": {"side": "none"}}
    case = Case(data={"seats": small, "sides": {"north": {}, "south": {}}})
    table = laid(case, 1, people(n), 1)
    assert at_seats(table, people(n)).total() == n
    sides = on_sides(case, table, people(n))
    assert max(sides) - min(sides) <= 1


def test_nobody_sits_beside_a_pair_while_others_can_share() -> None:
    small = {"north": {"side": "north"}, "south": {"side": "south"}}
    case = Case(data={"seats": small, "sides": {"north": {}, "south": {}}})
    for place in range(3):
        guests = [Guest(id=f"p{n}", lang="en", pair=n == place) for n in range(3)]
        assert sorted(at_seats(laid(case, 1, guests, 1), guests).values()) == [2, 2]


@pytest.mark.parametrize("first", range(6))
@pytest.mark.parametrize("second", range(6))
def test_pairs_sit_on_both_sides(first: int, second: int) -> None:
    case = read_case("fair")
    guests = [Guest(id=f"p{n}", lang="en", pair=n in (first, second)) for n in range(6)]
    doubles = on_sides(case, laid(case, 1, guests, 1), guests)
    assert sorted(doubles) == ([0, 1] if first == second else [1, 1])


def test_a_pair_keeps_the_bank_of_its_card() -> None:
    case = read_case("ayna")
    guests = [Guest(id=f"p{n}", lang="en", door=("circle", "triangle")[n % 2], pair=n in (0, 2)) for n in range(6)]
    table = laid(case, 1, guests, 1)
    banks = {person: case.seats[seat]["side"] for seat, ids in table.people.items() for person in ids}
    first, last = tuple(case.sides)
    assert banks == {f"p{n}": first if n % 2 else last for n in range(6)}


def test_the_card_from_the_door_says_on_which_bank_one_sits() -> None:
    case = read_case("ayna")
    table = laid(case, 1, people(6, doors=("circle", "triangle")), 1)
    first, last = tuple(case.sides)
    for seat, ids in table.people.items():
        door = {int(person[1:]) % 2 for person in ids}
        assert case.seats[seat]["side"] in (first, last)
        assert door == ({1} if case.seats[seat]["side"] == first else {0})


def test_the_same_people_and_seed_sit_the_same_way() -> None:
    case = read_case("ayna")
    assert seated(case, people(23), 5) == seated(case, people(23), 5)


def test_nobody_sits_at_a_table_without_a_word_that_others_know() -> None:
    guests = [Guest(id=f"p{n:02}", lang=("kk", "prs")[n % 2]) for n in range(24)]
    by_id = {guest.id: guest for guest in guests}
    for table in seated(read_case("ayna"), guests, 2):
        spoken = [by_id[person].lang for ids in table.people.values() for person in ids]
        assert min(map(spoken.count, spoken)) > 1


@pytest.mark.parametrize("name", ALL_CASES)
def test_every_number_of_tables_that_is_offered_can_be_had(name: str) -> None:
    case = read_case(name)
    for n in (4, 7, 13, 24, 26, 31, 48, 60):
        for n_tables in tables_possible(case, n):
            tables = seated(case, people(n), 1, n_tables)
            sizes = [at_seats(table, people(n)).total() for table in tables]
            assert (len(sizes), sum(sizes)) == (n_tables, n)
            assert min(sizes) >= 4
            assert max(sizes) <= min(8, len(case.seats))
    assert tables_possible(read_case("ayna"), 26) == (4, 5, 6)
