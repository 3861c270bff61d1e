"""From people to tables: any number, the doors' cards, and languages."""

import pytest

from dastarkhan.live.room.seating import laid, seated
from dastarkhan.live.room.state import Guest
from simulations.games import GAMES, read_case
from simulations.games.seating import table_sizes

LANGUAGES = ("kk", "ky", "ru", "prs")
CASES = ("ayna", "fair", "canal", "cart", "gate")


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
    if n >= 4:
        assert sorted((sum(map(len, table.people.values())) for table in tables), reverse=True) == list(table_sizes(n))


def test_who_has_no_seat_of_the_own_shares_one() -> None:
    tables = seated(read_case("fair"), people(8), 1)
    assert max(len(ids) for table in tables for ids in table.people.values()) == 2 or len(tables) > 1


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
