"""What the rules count against their definitions, and what no seating can do better against all seatings."""

from itertools import combinations, pairwise
from math import prod

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.teamwork import ORDERS, Card, Meeting, Need, Rule, table_sizes
from simulations.teamwork.cards import read_cards
from simulations.teamwork.counting import most, totals, weights
from simulations.teamwork.every import best_of_every, every_way, n_ways
from simulations.teamwork.languages import language_first
from simulations.teamwork.lone import fewest_lone
from simulations.teamwork.room import room_of
from simulations.teamwork.search import search
from tests.models.cohorts import REGION, cohort, counted, some_cards, some_meetings, talk

quick = settings(max_examples=25, deadline=None)
ALL = tuple(Rule)
SIZES = [(4, 4), (5, 3), (3, 3, 2), (6, 2), (2, 2, 2, 2)]


def ways_of(keys: list[str], sizes: tuple[int, ...]) -> list[list[tuple[str, ...]]]:
    """All ways to seat people, found without the kit: choose the tables one by one, and forget their order."""
    if not sizes:
        return [[]]
    found = {}
    for table in combinations(keys, sizes[0]):
        for rest in ways_of([key for key in keys if key not in table], sizes[1:]):
            found[frozenset([table, *rest])] = [table, *rest]
    return list(found.values())


@quick
@given(data=st.data(), sizes=st.sampled_from(SIZES))
def test_rules_count_what_they_say(data: st.DataObject, sizes: tuple[int, ...]) -> None:
    cards = data.draw(some_cards(8))
    meetings = data.draw(some_meetings(cards))
    room = room_of(read_cards(cards), sizes, meetings)
    seated = np.array(data.draw(st.permutations(range(8))))
    tables = [[room.cards[person].key for person in seated[a:b]] for a, b in pairwise(room.starts)]
    found = dict(zip(ALL, totals(room, ALL, seated).tolist(), strict=True))
    assert found == counted(cards, tables, meetings)
    assert all(found[rule] <= most(room)[rule] for rule in Rule)


@quick
@given(cards=some_cards(5))
def test_a_bridge_is_next_to_all_others_in_the_graph_of_talk(cards: list[Card]) -> None:
    room = room_of(read_cards(cards), (5,), ())
    graph = talk(cards)
    bridged = nx.is_dominating_set(graph, {max(graph, key=graph.degree)})
    (cut_off,) = totals(room, [Rule.BRIDGE], np.arange(5))
    assert (cut_off == 0) == bridged


@pytest.mark.parametrize("sizes", [(2, 2), (3, 3), (4, 3), (3, 2, 2), (2, 2, 2, 2), (5, 3), (3, 3, 3)])
def test_every_way_is_there_once(sizes: tuple[int, ...]) -> None:
    keys = [str(person) for person in range(sum(sizes))]
    starts = np.cumsum([0, *sizes])

    def name(seated: list[int]) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(map(str, seated[a:b])) for a, b in pairwise(starts))

    found = [name(row) for row in every_way(sizes).tolist()]
    assert len(set(found)) == len(found) == n_ways(sizes)
    assert set(found) == {frozenset(map(frozenset, way)) for way in ways_of(keys, sizes)}


@settings(max_examples=8, deadline=None)
@given(data=st.data(), sizes=st.sampled_from([(4, 4), (5, 3), (3, 3, 2), (3, 3, 3)]), need=st.sampled_from(Need))
def test_small_rooms_are_seated_best_and_the_search_finds_it_too(
    data: st.DataObject, sizes: tuple[int, ...], need: Need
) -> None:
    """All ways are counted here by the plain definitions; the search by swaps starts from five random seatings."""
    cards, order = data.draw(some_cards(sum(sizes))), ORDERS[need]
    meetings = data.draw(some_meetings(cards))
    room = room_of(read_cards(cards), sizes, meetings)
    all_counts = [counted(cards, way, meetings) for way in ways_of([card.key for card in cards], sizes)]
    best = min([found[rule] for rule in order] for found in all_counts)
    seated, least = best_of_every(room, order, np.random.default_rng(0))
    assert totals(room, order, seated).tolist() == best
    assert least == {rule: min(found[rule] for found in all_counts) for rule in order}
    assert least[Rule.SIDES] == least[Rule.GENDERS] == 0  # M. Bacharach (1966): by itself a share can always be rounded
    rng = np.random.default_rng(1)
    starts = [rng.permutation(len(cards)) for _ in range(5)]
    found = min(totals(room, order, search(room, order, start, least={}, rng=rng)).tolist() for start in starts)
    assert found == best


@settings(max_examples=15, deadline=None)
@given(cards=some_cards(8), sizes=st.sampled_from(SIZES), rule=st.sampled_from([Rule.COMMON, Rule.BRIDGE]))
def test_the_program_of_languages_is_exact(cards: list[Card], sizes: tuple[int, ...], rule: Rule) -> None:
    room = room_of(read_cards(cards), sizes, ())
    found = language_first(room, rule, np.random.default_rng(0))
    ways = every_way(sizes)
    assert found.least == min(int(totals(room, [rule], way)[0]) for way in ways)
    assert found.seated is not None
    assert sorted(found.seated.tolist()) == list(range(8))
    assert totals(room, [rule], found.seated).tolist() == [found.least]


@pytest.mark.parametrize("sizes", SIZES)
def test_the_arithmetic_of_lone_people_is_exact(sizes: tuple[int, ...]) -> None:
    ways = every_way(sizes)
    for n_women in range(9):
        for n_men in range(9 - n_women):
            genders = ["woman"] * n_women + ["man"] * n_men + [None] * (8 - n_women - n_men)
            cards = [Card(key=str(i), side="x", languages=("a",), gender=genders[i]) for i in range(8)]  # type: ignore[arg-type]
            room = room_of(read_cards(cards), sizes, ())
            best = min(int(totals(room, [Rule.LONE], way)[0]) for way in ways[:: max(1, len(ways) // 60)])
            assert fewest_lone(n_women, n_men, sizes) <= best
    assert fewest_lone(2, 6, (4, 4)) == 0  # both at one table
    assert fewest_lone(1, 7, (4, 4)) == 1
    assert fewest_lone(2, 3, (3, 2)) == 0  # three men, and two women
    assert fewest_lone(3, 2, (3, 2)) == 0
    assert fewest_lone(3, 3, (2, 2, 2)) == 2  # two, two, and one of each


@settings(max_examples=20, deadline=None)
@given(genders=st.lists(st.sampled_from(["woman", "man", None]), min_size=7, max_size=7))
def test_the_fewest_lone_people_are_those_of_the_best_way(genders: list[str | None]) -> None:
    cards = [Card(key=str(i), side="x", languages=("a",), gender=gender) for i, gender in enumerate(genders)]  # type: ignore[arg-type]
    room = room_of(read_cards(cards), (3, 2, 2), ())
    best = min(int(totals(room, [Rule.LONE], way)[0]) for way in every_way((3, 2, 2)))
    assert fewest_lone(genders.count("woman"), genders.count("man"), (3, 2, 2)) == best


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6, 10, 12])
def test_one_number_holds_all_rules_of_the_fullest_room(size: int) -> None:
    """Sixty people with all the wishes they may have, all met often: less of a rule must outweigh all later ones."""
    keys = [f"{i:02d}" for i in range(60)]
    cards = [
        Card(
            key=key,
            side="xy"[i % 2],
            languages=("a",),
            gender=("woman", "man")[i % 2],  # type: ignore[arg-type]
            apart=tuple(keys[i + 1 : i + 4]),
            together=tuple(keys[i + 4 : i + 7]),
        )
        for i, key in enumerate(keys)
    ]
    always = [Meeting(tables=(tuple(keys),), bridges=tuple(keys))] * 4
    room = room_of(read_cards(cards), (size,) * (60 // size), always)
    for order in ORDERS.values():
        found = weights(room, order).tolist()
        limits = [most(room)[rule] for rule in order]
        assert prod(limit + 1 for limit in limits) < 2**63
        for place in range(len(order)):
            later = sum(w * m for w, m in zip(found[place + 1 :], limits[place + 1 :], strict=True))
            assert found[place] > later


def test_sizes_for_every_number_of_people() -> None:
    for n_people in range(4, 61):
        sizes = table_sizes(n_people).sizes
        assert sum(sizes) == n_people
        assert all(4 <= size <= 8 for size in sizes)
        assert max(sizes) - min(sizes) <= 1
        assert list(sizes) == sorted(sizes, reverse=True)
        circles = table_sizes(n_people, least=4, most=6, ideal=5)
        assert bool(circles) == (n_people != 7)
        assert all(4 <= size <= 6 for size in circles.sizes)
        assert sum(circles.sizes) == (n_people if circles else 0)


@pytest.mark.parametrize(
    ("n_people", "tables", "circles"),
    [
        (11, (6, 5), (6, 5)),
        (23, (6, 6, 6, 5), (5, 5, 5, 4, 4)),
        (48, (6,) * 8, (5,) * 8 + (4,) * 2),
        (8, (4, 4), (4, 4)),
    ],
)
def test_usual_numbers(n_people: int, tables: tuple[int, ...], circles: tuple[int, ...]) -> None:
    assert table_sizes(n_people).sizes == tables
    assert table_sizes(n_people, least=4, most=6, ideal=5).sizes == circles


@pytest.mark.parametrize(("n_people", "fewer", "more"), [(0, None, 4), (3, None, 4), (7, 6, 8)])
def test_a_number_that_cannot_be_split_says_which_can(n_people: int, fewer: int | None, more: int) -> None:
    sizes = table_sizes(n_people, least=4, most=6, ideal=5)
    assert not sizes
    assert (sizes.fewer, sizes.more) == (fewer, more)
    for near in (fewer, more):
        assert near is None or table_sizes(near, least=4, most=6, ideal=5)


@pytest.mark.parametrize(
    "kwargs", [{"n_people": -1}, {"n_people": 8, "least": 5, "most": 4}, {"n_people": 8, "least": 1}]
)
def test_sizes_are_sensible(kwargs: dict[str, int]) -> None:
    with pytest.raises(ModelError) as caught:
        table_sizes(**kwargs)
    assert caught.value.code == "teamwork.bad_number"


def test_the_region_needs_bridges_and_they_suffice() -> None:
    """What the curriculum measured: one language a table fails for 48 people of six sides, a bridge person works."""
    for seed in range(3):
        room = room_of(read_cards(cohort(REGION, 48, seed)), (6,) * 8, ())
        assert language_first(room, Rule.BRIDGE, np.random.default_rng(0)).least == 0
