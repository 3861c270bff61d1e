"""Every small model against the definitions, and what must hold for any model."""

import copy
from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from stability import Plain  # benchmarks/stability.py: the definitions, word for word

from simulations.stability import (
    GraphModel,
    OptionForm,
    Stability,
    answers,
    coalition_improvements,
    equilibria,
    reachable,
    stable_states,
)

quick = settings(max_examples=60, deadline=None)
PARTIES = ("north", "middle", "south", "coast")


@st.composite
def models(draw: st.DrawFn) -> GraphModel:
    """Any moves, with or without a way back, over states that are few enough to look at one by one; ties included."""
    n_parties, n_states = draw(st.integers(1, 4)), draw(st.integers(1, 7))
    states = [f"s{n}" for n in range(n_states)]
    pairs = st.tuples(st.sampled_from(states), st.sampled_from(states))
    graphs = {party: nx.DiGraph(draw(st.lists(pairs, max_size=12))) for party in PARTIES[:n_parties]}
    worth = {party: {state: draw(st.integers(-3, 3)) for state in states} for party in graphs}
    return GraphModel(moves=graphs, payoffs=worth)


def plain(model: GraphModel) -> Plain:
    return Plain(dict(model.moves), model.payoffs)


@quick
@given(model=models())
def test_every_state_is_as_the_definitions_say(model: GraphModel) -> None:
    for party in model.parties:
        for concept in Stability:
            assert stable_states(model, party, concept) == plain(model).stable(party, concept), (party, concept)


@quick
@given(model=models())
def test_an_equilibrium_is_stable_for_all(model: GraphModel) -> None:
    for concept in Stability:
        stable = [stable_states(model, party, concept) for party in model.parties]
        assert equilibria(model, concept) == set.intersection(*stable)


@quick
@given(model=models())
def test_who_looks_less_far_stays_less_often(model: GraphModel) -> None:
    """Nash within SEQ within GMR, Nash within SMR within GMR."""
    for party in model.parties:
        nash, gmr, smr, seq = (stable_states(model, party, concept) for concept in Stability)
        assert nash <= seq <= gmr
        assert nash <= smr <= gmr


@quick
@given(model=models())
def test_answers_say_why_a_state_is_stable(model: GraphModel) -> None:
    for party in model.parties:
        worth, others = model.payoffs[party], [name for name in model.parties if name != party]
        for concept in Stability:
            stable = stable_states(model, party, concept)
            for state in model.states:
                found = answers(model, party, state, concept)
                assert (None not in found.values()) == (state in stable)
                assert set(found) == reachable(model, [party], state, improving=True)
                for better, end in found.items():
                    if end is not None:
                        assert worth[end] <= worth[state] < worth[better]
                        assert end in plain(model).reach(others, better, improving=concept is Stability.SEQ)


@quick
@given(model=models(), data=st.data())
def test_what_a_coalition_reaches(model: GraphModel, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(model.states))
    improvements = coalition_improvements(model, state)
    for size in range(1, len(model.parties) + 1):
        for coalition in combinations(model.parties, size):
            for improving in (False, True):
                reached = plain(model).reach(coalition, state, improving=improving) - {state}
                assert reachable(model, coalition, state, improving=improving) == reached
            better = {
                end
                for end in plain(model).reach(coalition, state)
                if all(model.payoffs[party][end] > model.payoffs[party][state] for party in coalition)
            }
            if size > 1:
                assert improvements.get(coalition, set()) == better


@quick
@given(model=models(), seed=st.integers(0, 999))
def test_names_order_and_units_change_nothing(model: GraphModel, seed: int) -> None:
    rng = np.random.default_rng(seed)
    called = {state: ("state", int(n)) for state, n in zip(model.states, rng.permutation(99), strict=False)}
    parties = {party: f"party {party}" for party in model.parties}
    order = rng.permutation(len(model.states))
    renamed = GraphModel(
        moves={parties[name]: nx.relabel_nodes(model.moves[name], called) for name in reversed(model.parties)},
        payoffs={
            parties[name]: {
                called[model.states[place]]: 7.5 * model.payoffs[name][model.states[place]] - 100 for place in order
            }
            for name in rng.permutation(model.parties).tolist()
        },
    )
    for concept in Stability:
        assert {called[state] for state in equilibria(model, concept)} == equilibria(renamed, concept)
        for party in model.parties:
            stable = stable_states(model, party, concept)
            assert {called[state] for state in stable} == stable_states(renamed, parties[party], concept)


@quick
@given(model=models())
def test_the_same_moves_as_an_array(model: GraphModel) -> None:
    tables = {
        party: sparse.csr_array(
            np.array([[graph.has_edge(tail, head) for head in model.states] for tail in model.states])
        )
        for party, graph in model.moves.items()
    }
    twin = GraphModel(moves=tables, payoffs=model.payoffs)
    for concept in Stability:
        assert equilibria(twin, concept) == equilibria(model, concept)


@quick
@given(model=models())
def test_inputs_stay_as_they_are(model: GraphModel) -> None:
    before = copy.deepcopy((dict(model.moves), model.payoffs))
    for concept in Stability:
        equilibria(model, concept)
    coalition_improvements(model, model.states[0])
    assert all(nx.utils.graphs_equal(before[0][party], graph) for party, graph in model.moves.items())
    assert model.payoffs == before[1]


@st.composite
def forms(draw: st.DrawFn) -> OptionForm:
    names = [f"o{n}" for n in range(draw(st.integers(1, 5)))]
    cut = draw(st.integers(0, len(names)))
    signs = st.text("YN-", min_size=len(names), max_size=len(names))
    lists = st.lists(signs, max_size=4)
    return OptionForm(
        options={"north": names[:cut], "south": names[cut:]},
        infeasible=[one for one in draw(lists) if "N" in one],
        irreversible=draw(st.dictionaries(st.sampled_from(names), st.sampled_from("YN"), max_size=2)),
        priorities={"north": draw(lists), "south": draw(lists)},
    )


@quick
@given(form=forms())
def test_options_become_the_states_and_moves_they_allow(form: OptionForm) -> None:
    """Each state and each move looked at alone."""

    def fits(state: str, pattern: str) -> bool:
        return all(asked in ("-", sign) for sign, asked in zip(state, pattern, strict=True))

    names, model = form.option_names, form.graph_model()
    every = ["".join("Y" if code >> n & 1 else "N" for n in range(len(names))) for code in range(1 << len(names))]
    states = [one for one in every if not any(fits(one, pattern) for pattern in form.infeasible)]
    assert list(model.states) == states
    for party, options in form.options.items():
        weights = [2.0 ** -(place + 1) for place in range(len(form.priorities[party]))]
        scores = [
            sum(weight for weight, told in zip(weights, form.priorities[party], strict=True) if fits(state, told))
            for state in states
        ]
        ranks = sorted(set(scores))
        assert [model.payoffs[party][state] for state in states] == [ranks.index(score) for score in scores]
        for tail in states:
            lawful = {
                head
                for head in states
                if head != tail
                and all(a == b or name in options for name, a, b in zip(names, tail, head, strict=True))
                and all(
                    a == b or form.irreversible.get(name) != a for name, a, b in zip(names, tail, head, strict=True)
                )
            }
            assert reachable(model, [party], tail) == lawful
