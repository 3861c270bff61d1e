"""Who shares what across two sides, against plain counting, networkx, and sums shown by hand."""

import doctest
from itertools import combinations, permutations
from math import asin, pi
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.contact import (
    Assumption,
    before_and_after,
    connectors,
    drawn_people,
    expected,
    identity_graph,
    joining_identities,
    shared_identities,
    side_assortativity,
    two_towns,
    unexpected_ties,
)
from simulations.errors import ModelError

PAGE = Path(__file__).parents[2] / "docs" / "models" / "contact.md"
quick = settings(max_examples=80, deadline=None)
IDENTITIES = ["music", "river", "chess", "eldest", "tea"]
chosen_sets = st.dictionaries(
    st.sampled_from([f"card{place}" for place in range(9)]), st.sets(st.sampled_from(IDENTITIES)), min_size=1
)


@st.composite
def rooms(draw: st.DrawFn):
    chosen = draw(chosen_sets)
    return chosen, {person: draw(st.sampled_from(["red", "blue"])) for person in chosen}


def rng(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_the_page_tells_the_truth() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted >= 5
    assert found.failed == 0


@quick
@given(chosen=chosen_sets)
def test_two_people_share_what_both_chose(chosen) -> None:
    before = {person: set(identities) for person, identities in chosen.items()}
    web = shared_identities(chosen)
    counted = {
        frozenset(pair): len(set(chosen[pair[0]]) & set(chosen[pair[1]]))
        for pair in combinations(chosen, 2)
        if set(chosen[pair[0]]) & set(chosen[pair[1]])
    }
    assert {frozenset(tie[:2]): tie[2] for tie in web.edges(data="weight")} == counted
    assert set(web) == set(chosen)
    assert chosen == before


@quick
@given(room=rooms())
def test_assortativity_is_networkx_s(room) -> None:
    chosen, sides = room
    web = shared_identities(chosen)
    ours = side_assortativity(web, sides)
    if len({sides[person] for tie in web.edges for person in tie}) < 2:
        assert ours is None
        return
    nx.set_node_attributes(web, sides, "side")
    assert ours == pytest.approx(nx.attribute_assortativity_coefficient(web, "side"))


@quick
@given(room=rooms(), seed=st.integers(0, 100))
def test_names_and_their_order_make_no_difference(room, seed: int) -> None:
    chosen, sides = room
    order = [list(chosen)[place] for place in rng(seed).permutation(len(chosen))]
    other = {f"x{person}": chosen[person] for person in order}
    colours = {f"x{person}": sides[person] for person in order}
    assert [(tie[0][1:], tie[1][1:], tie[2]) for tie in unexpected_ties(other, colours)] == list(
        unexpected_ties(chosen, sides)
    )
    assert joining_identities(other, colours, smallest=1) == joining_identities(chosen, sides, smallest=1)
    one = connectors(shared_identities(chosen), sides)
    two = connectors(shared_identities(other), colours)
    assert {person[1:]: share for person, share in two.between.items()} == pytest.approx(dict(one.between))


@quick
@given(room=rooms())
def test_crossing_pairs_are_counted_one_by_one(room) -> None:
    chosen, sides = room
    for found in joining_identities(chosen, sides, smallest=1):
        people = [person for person in chosen if found.identity in chosen[person]]
        assert found.n_people == len(people)
        assert found.cross_pairs == sum(sides[a] != sides[b] for a, b in combinations(people, 2)) > 0
    assert all(sides[one] != sides[other] for one, other, _ in unexpected_ties(chosen, sides))


def test_two_towns_of_fifteen() -> None:
    """4 neighbours each: 2 x 15 x 4 / 2 = 60 ties inside. With C across, ends are half and half, so chance is 1/2 and
    the coefficient is (60 / (60 + C) - 1/2) / (1/2) = (60 - C) / (60 + C)."""
    for crossing, by_hand in ((0, 1.0), (2, 58 / 62), (5, 55 / 65), (10, 50 / 70), (20, 40 / 80)):
        for seed in range(3):
            ties, towns = two_towns(15, crossing, rng=rng(seed))
            assert ties.number_of_edges() == 60 + crossing
            assert side_assortativity(ties, towns) == pytest.approx(by_hand)
    printed = [round((60 - crossing) / (60 + crossing), 2) for crossing in (0, 2, 5, 10, 20)]
    assert printed == [1.0, 0.94, 0.85, 0.71, 0.5]


def test_the_same_draws_give_the_same_towns() -> None:
    first, second, third = (two_towns(15, 7, rng=rng(seed))[0] for seed in (4, 4, 5))
    assert nx.utils.graphs_equal(first, second)
    assert not nx.utils.graphs_equal(first, third)
    full, _ = two_towns(3, 9, neighbours=2, rng=rng())
    assert full.number_of_edges() == 3 + 3 + 9


def test_telling_opens_the_web() -> None:
    """Two pairs who know each other, 1 within each side; red1 and blue1 find music: (2/3 - 1/2) / (1/2) = 1/3."""
    sides = {"red1": "red", "red2": "red", "blue1": "blue", "blue2": "blue"}
    known = nx.Graph([("red1", "red2"), ("blue1", "blue2")])
    chosen = {"red1": ["music"], "blue1": ["music"], "red2": iter(["tea"])}
    found = before_and_after(known, chosen, sides)
    assert (found.before, found.new_cross_ties) == (1.0, 1)
    assert found.after == pytest.approx(1 / 3)
    assert known.number_of_edges() == 2
    assert before_and_after(nx.Graph(), {"red1": []}, sides).before is None
    again = before_and_after(nx.Graph([("red1", "blue1")]), {"red1": ["tea"], "blue1": ["tea"]}, sides)
    assert again.new_cross_ties == 0


def test_a_star_goes_through_its_middle() -> None:
    """Four leaves on two sides, and a middle: of 2 x 2 + 2 pairs across, the 4 between leaves go through the middle."""
    star = nx.star_graph(["middle", "red1", "red2", "blue1", "blue2"])
    sides = {person: person[:-1] for person in star if person != "middle"} | {"middle": "red"}
    found = connectors(star, sides)
    assert next(iter(found.between)) == "middle"
    assert found.between["middle"] == pytest.approx(4 / 6)
    assert len(found.bridges) == 4
    ring = connectors(nx.cycle_graph(["red1", "blue1", "red2", "blue2"]), sides)
    assert ring.bridges == ()
    assert set(ring.between.values()) == {0.0}


def test_what_few_share_is_not_shown() -> None:
    chosen = {f"red{place}": ["music", "tea"] for place in range(3)} | {f"blue{place}": ["music"] for place in range(2)}
    chosen["blue0"] = ["music", "tea"]
    sides = {person: person[:-1] for person in chosen}
    assert [found.identity for found in joining_identities(chosen, sides)] == ["music"]
    assert [found.identity for found in joining_identities(chosen, sides, smallest=4)] == ["music", "tea"]


def test_a_correlation_in_words() -> None:
    """asin(0.21) is 0.2116: 50 + 100 x 0.2116 / 3.1416 = 56.7."""
    assert expected(Assumption()).nearer_of_100 == pytest.approx(56.73, abs=0.01)
    assert expected(Assumption(correlation=-0.21)).shared_variance == pytest.approx(0.0441)
    assert expected(Assumption(correlation=0)).nearer_of_100 == 50
    assert expected(Assumption(correlation=-1)).nearer_of_100 == pytest.approx(100)
    assert expected(Assumption(correlation=1)).nearer_of_100 == pytest.approx(0)


@pytest.mark.parametrize("correlation", [-0.8, -0.21, 0.0, 0.5])
def test_drawn_people_are_as_assumed(correlation: float) -> None:
    assumption = Assumption(correlation=correlation)
    people = drawn_people(40_000, assumption, rng=rng(3))
    assert np.corrcoef(people.T)[0, 1] == pytest.approx(correlation, abs=0.015)
    assert people.std(axis=0) == pytest.approx([1, 1], abs=0.02)
    one, other = people[:20_000], people[20_000:]
    nearer = ((one[:, 0] > other[:, 0]) == (one[:, 1] < other[:, 1])).mean()
    assert 100 * nearer == pytest.approx(100 * (0.5 + asin(-correlation) / pi), abs=1.2)


@pytest.mark.parametrize(
    ("ask", "code", "value"),
    [
        (lambda: identity_graph({"card1": ["card2"], "card2": []}), "contact.clash", "card2"),
        (lambda: side_assortativity(nx.Graph([("a", "b")]), {"a": "red"}), "contact.no_side", "b"),
        (lambda: unexpected_ties({"a": []}, {}), "contact.no_side", "a"),
        (lambda: joining_identities({}, {}, smallest=0), "contact.bad_number", 0),
        (lambda: two_towns(2, rng=rng()), "contact.bad_number", 2),
        (lambda: two_towns(5, neighbours=3, rng=rng()), "contact.bad_number", 3),
        (lambda: two_towns(5, neighbours=6, rng=rng()), "contact.bad_number", 6),
        (lambda: two_towns(5, 26, rng=rng()), "contact.bad_number", 26),
        (lambda: Assumption(correlation=1.2), "contact.bad_number", 1.2),
        (lambda: drawn_people(0, Assumption(), rng=rng()), "contact.bad_number", 0),
    ],
)
def test_what_cannot_be_is_refused(ask, code: str, value: object) -> None:
    with pytest.raises(ModelError) as caught:
        ask()
    assert (caught.value.code, caught.value.params["value"]) == (code, value)


def test_a_room_of_one_side_has_no_answer() -> None:
    for order in permutations(["a", "b", "c"]):
        assert side_assortativity(nx.path_graph(list(order)), dict.fromkeys("abc", "red")) is None
    assert side_assortativity(nx.empty_graph(["a"]), {"a": "red"}) is None
