"""What stands on which page: every seat has its card, and nobody reads the numbers of the other bank."""

import json
from functools import cache

import pytest

from dastarkhan.languages import words
from dastarkhan.paper.pack import PARTS, Pack, make_pack, pack_data, part_words
from dastarkhan.paper.page import Page
from dastarkhan.paper.pages_roles import role_cards
from dastarkhan.paper.room import Room, upstream
from simulations.games import read_case
from simulations.games.own_worth import what_is_worth_what
from simulations.games.terms import terms_in
from simulations.table import Case

CASES = ("ayna", "bell", "heron", "swallow")
OPEN = ("doors", "signs", "tents", "late", "river", "slips", "years", "numbers", "news", "dry", "talks", "clauses")
"""Parts that everybody may read before the roles are put down."""


@cache
def pack(name: str, people: int = 11) -> Pack:
    return make_pack(read_case(name), {"en": people})


def written(page: Page) -> str:
    return json.dumps(page.to_plain(), ensure_ascii=False)


def facts(case: Case, seat: str) -> list[str]:
    return [case.text[f"seats.{seat}.private.{key}"] for key in case.seats[seat].get("private", {})]


def worth_rows(page: Page) -> list[tuple[int, ...]]:
    """The signed numbers of each row of a role card."""
    tables = [block for block in page.blocks if block["kind"] == "table"]
    rows = [row for table in tables for row in table["rows"]]  # type: ignore[attr-defined]
    return [tuple(cell["signed"] for cell in row if isinstance(cell, dict) and "signed" in cell) for row in rows]


@pytest.mark.parametrize("name", CASES)
def test_a_role_card_holds_its_own_facts_and_no_others(name: str) -> None:
    case, room = read_case(name), pack(name).room
    pages = [page for page in pack(name).pages if page.part == "roles"]
    people = [person for _table, person in room.everybody()]
    assert len(pages) == len(people) + sum(bool(person.seat.covers) for person in people)
    waiting = iter(pages)
    for person in people:
        texts = [written(next(waiting))] + ([written(next(waiting))] if person.seat.covers else [])
        own, shown = person.seat.speaks_for, " ".join(texts)
        assert case.text[f"seats.{person.seat.id}.name"] in texts[0]
        for seat in case.seats:
            assert all((fact in shown) == (seat in own) for fact in facts(case, seat)), (person.seat, seat)


@pytest.mark.parametrize("name", CASES)
def test_a_role_card_holds_the_points_of_its_own_side_alone(name: str) -> None:
    case, room = read_case(name), pack(name).room
    years = range(1, int(case.data["years"]) + 1)
    for page in role_cards(room):
        seats = [seat for seat in case.seats if case.text[f"seats.{seat}.name"] == page.title]
        if not seats:
            assert not any(worth_rows(page))  # the second card: whom one also speaks for
            continue
        side = case.seats[seats[0]]["side"]
        numbers = [row for row in worth_rows(page) if row]
        if side not in case.sides:
            assert numbers == []
            continue
        by_year = [what_is_worth_what(case, side, year) for year in years]
        expected = [
            tuple(worth[term][option] for worth in by_year if term in worth)
            for term, options in by_year[-1].items()
            for option in options
        ]
        assert numbers == expected
        other = next(one for one in case.sides if one != side)
        theirs = what_is_worth_what(case, other, years[-1])
        assert [row[-1] for row in numbers] != [n for options in theirs.values() for n in options.values()]


@pytest.mark.parametrize("name", CASES)
def test_open_pages_hold_no_private_fact_and_no_points(name: str) -> None:
    case = read_case(name)
    every = [fact for seat in case.seats for fact in facts(case, seat)]
    assert every
    for page in pack(name).pages:
        if page.part in OPEN:
            assert not [fact for fact in every if fact in written(page)]
            assert '"signed"' not in written(page)
    assert {page.part for page in pack(name).pages} == set(PARTS)


@pytest.mark.parametrize("name", CASES)
def test_closed_pages_say_that_they_are_closed(name: str) -> None:
    results = [page for page in pack(name).pages if page.part == "results"]
    results = [page for page in results if page.title != "Our years" and not page.title.startswith("An example")]
    assert len(results) == 2 * (len(pack(name).room.sheets.results) + 1)  # two tables
    assert all("closed until the year is over" in page.foot for page in results)
    assert all(page.blocks[0]["kind"] == "note" for page in results)


@pytest.mark.parametrize("name", CASES)
def test_a_sheet_for_talks_has_that_years_terms(name: str) -> None:
    case = read_case(name)
    for year in range(1, int(case.data["years"]) + 1):
        (page, *_others) = [one for one in pack(name).pages if one.title == f"Talks of year {year}"]
        shown = [term for term in case.terms if f'"{case.text[f"terms.{term}.title"]}"' in written(page)]
        assert shown == list(terms_in(case, year))


@pytest.mark.parametrize("name", CASES)
def test_slips_call_each_card_as_often_as_it_weighs(name: str) -> None:
    from dastarkhan.paper.pages_years import slip_numbers

    case, numbers = read_case(name), slip_numbers(pack(name).room)
    called = [card for card, (first, last) in numbers.items() for _number in range(first, last + 1)]
    assert called == [card for card, about in case.cards.items() for _n in range(about["weight"])]
    assert [number for first, last in numbers.values() for number in range(first, last + 1)] == list(
        range(1, len(called) + 1)
    )


def test_door_cards_are_enough_and_say_who_sits_where() -> None:
    doors = [page for page in pack("ayna").pages if page.part == "doors"]
    for shape, side in (("circle", "downstream: Gardens"), ("triangle", "upstream: Springs")):
        mine = [page for page in doors if f'"shape": "{shape}"' in written(page)]
        assert sum(written(page).count('"kind": "shape"') for page in mine) == 11
        assert all(side in written(page) for page in mine)
    assert [upstream(read_case(name)) for name in CASES] == ["springs", "terraces", "poplars", "birches"]


@pytest.mark.parametrize("people", range(4, 61))
def test_any_number_of_people_has_cards(people: int) -> None:
    room = Room(case=read_case("ayna"), people={"en": people})
    pages = list(role_cards(room))
    assert sum(page.title != "You also speak for them" for page in pages) == people


def test_the_cover_counts_what_follows() -> None:
    made = pack("ayna")
    data = pack_data(made)
    cover, *pages = data["pages"]  # type: ignore[misc]
    (contents,) = [block for block in cover["blocks"] if block["kind"] == "contents"]
    assert sum(row["pages"] for row in contents["rows"]) == len(pages) == len(made.pages)
    assert [row["part"] for row in contents["rows"]] == list(PARTS)
    assert "Zhambyl and Talas" in json.dumps(cover)
    assert set(PARTS) == set(part_words(words("en")))


def test_the_run_sheet_stands_first_in_every_language() -> None:
    made = make_pack(read_case("ayna"), {"en": 4, "kk": 2})
    runs = [page for page in made.pages if page.part == "run"]
    assert made.pages[: len(runs)] == tuple(runs)
    assert [page.lang for page in runs] == ["en", "kk"]
    assert [len(page.blocks[0]["steps"]) for page in runs] == [13, 13]
    assert runs[0].title == "The shared river" != runs[1].title
