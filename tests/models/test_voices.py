"""Who can talk with whom: groups drawn by hand, and what must hold for any group."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from simulations.voices import common_languages, reach

PEOPLE = st.dictionaries(st.sampled_from("123456789"), st.sets(st.sampled_from("abcde"), max_size=3), max_size=8)


def test_a_chain_of_interpreters() -> None:
    # 1 and 2 share a, 2 and 3 share b, 3 and 4 share c: two people stand between 1 and 4, and both hold the chain.
    found = reach({"1": "a", "2": "ab", "3": "bc", "4": "c"})
    assert (found.parts, found.between, found.bridges, found.common) == ((("1", "2", "3", "4"),), 2, ("2", "3"), ())


def test_one_language_for_all() -> None:
    found = reach({"1": "ab", "2": "a", "3": "ac"})
    assert (found.common, found.between, found.bridges, len(found.parts)) == (("a",), 0, (), 1)


def test_somebody_whom_nobody_reaches() -> None:
    found = reach({"1": "z", "2": "a", "3": "a"})
    assert found.parts == (("2", "3"), ("1",))


def test_nobody_and_one_person() -> None:
    assert reach({}).parts == ()
    assert reach({"1": "ab"}).common == ("a", "b")
    assert reach({"1": ""}).parts == (("1",),)


@given(PEOPLE)
def test_any_group(speaks: dict[str, set[str]]) -> None:
    found, graph = reach(speaks), common_languages(speaks)
    assert sorted(person for part in found.parts for person in part) == sorted(speaks)
    for one, other, languages in graph.edges(data="languages"):
        assert set(languages) == speaks[one] & speaks[other]
    for person in speaks:  # a bridge is somebody whose leaving makes more parts of the others
        rest = nx.number_connected_components(
            nx.subgraph_view(graph, filter_node=lambda node, gone=person: node != gone)
        )
        alone = graph.degree(person) == 0
        assert (person in found.bridges) == (rest > len(found.parts) - alone)
    if found.common:
        assert len(found.parts) == 1
        assert found.between == 0
    before = reach({person: speaks[person] for person in reversed(speaks)})  # the order of people changes nothing else
    assert {frozenset(part) for part in before.parts} == {frozenset(part) for part in found.parts}
    assert (before.between, set(before.bridges)) == (found.between, set(found.bridges))
