"""What a graph model and an option form refuse, and what they take."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from simulations.errors import ModelError
from simulations.stability import (
    GraphModel,
    OptionForm,
    Stability,
    Statement,
    answers,
    coalition_improvements,
    equilibria,
    reachable,
    stable_states,
)

MOVES = {"springs": nx.DiGraph([("kept", "left")]), "gardens": nx.DiGraph()}
PAYOFFS = {"springs": {"kept": 2, "left": 1}, "gardens": {"kept": 2, "left": 0}}
OPTIONS = {"springs": ["release"], "gardens": ["pay"]}
WISHES = {"springs": ["-Y"], "gardens": ["Y-"]}


def code_of(do: object) -> str:
    with pytest.raises(ModelError) as caught:
        do()  # type: ignore[operator]
    return caught.value.code


@pytest.mark.parametrize(
    ("moves", "payoffs", "code"),
    [
        ({}, {}, "stability.missing"),
        ({"springs": MOVES["springs"]}, PAYOFFS, "stability.missing"),
        (MOVES, {"springs": PAYOFFS["springs"]}, "stability.missing"),
        (MOVES, {**PAYOFFS, "gardens": {"kept": 1}}, "stability.missing"),
        (MOVES, {**PAYOFFS, "gardens": {"kept": 1, "left": 2, "lost": 3}}, "stability.unknown"),
        ({**MOVES, "gardens": nx.DiGraph([("kept", "lost")])}, PAYOFFS, "stability.unknown"),
        ({**MOVES, "gardens": nx.Graph([("kept", "left")])}, PAYOFFS, "stability.bad_moves"),
        ({**MOVES, "gardens": sparse.csr_array((3, 3))}, PAYOFFS, "stability.bad_moves"),
        ({**MOVES, "gardens": [("kept", "left")]}, PAYOFFS, "stability.bad_moves"),
        (MOVES, {**PAYOFFS, "gardens": {"kept": float("nan"), "left": 2}}, "stability.bad_number"),
        (MOVES, {**PAYOFFS, "gardens": {"kept": float("inf"), "left": 2}}, "stability.bad_number"),
    ],
)
def test_a_model_that_does_not_fit_together(moves: dict, payoffs: dict, code: str) -> None:
    assert code_of(lambda: GraphModel(moves=moves, payoffs=payoffs)) == code


def test_questions_about_what_is_not_there() -> None:
    model = GraphModel(moves=MOVES, payoffs=PAYOFFS)
    for do in (
        lambda: stable_states(model, "nobody", Stability.NASH),
        lambda: stable_states(model, "springs", "hope"),
        lambda: equilibria(model, "hope"),
        lambda: answers(model, "springs", "lost", Stability.SEQ),
        lambda: reachable(model, ["nobody"], "kept"),
        lambda: coalition_improvements(model, "lost"),
    ):
        assert code_of(do) == "stability.unknown"
    assert code_of(lambda: reachable(model, ["springs", "springs"], "kept")) == "stability.repeated"


def test_a_party_that_cannot_move_and_a_party_alone() -> None:
    model = GraphModel(moves=MOVES, payoffs=PAYOFFS)
    assert stable_states(model, "gardens", Stability.NASH) == {"kept", "left"}
    assert equilibria(model, Stability.NASH) == {"kept", "left"}
    turned = GraphModel(moves={"springs": MOVES["springs"]}, payoffs={"springs": {"kept": 1, "left": 2}})
    for concept in Stability:  # with nobody to answer, looking ahead changes nothing
        assert equilibria(turned, concept) == {"left"}
    assert reachable(model, [], "kept") == set()


def test_an_arc_to_the_same_state_is_no_move() -> None:
    """Otherwise a party could move twice in a row around it."""
    steps = nx.DiGraph([("a", "b"), ("b", "c")])
    still = nx.DiGraph([("b", "b")])
    model = GraphModel(
        moves={"one": steps, "two": still}, payoffs={name: {"a": 0, "b": 0, "c": 0} for name in ("one", "two")}
    )
    assert reachable(model, ["one", "two"], "a") == {"b"}


def test_a_model_does_not_follow_its_graph() -> None:
    graph = nx.DiGraph([("kept", "left")])
    model = GraphModel(moves={"springs": graph}, payoffs={"springs": {"kept": 1, "left": 2}})
    graph.remove_edge("kept", "left")
    assert equilibria(model, Stability.NASH) == {"left"}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"options": {}}, "stability.too_many"),
        ({"options": {"springs": [f"o{n}" for n in range(21)]}}, "stability.too_many"),
        ({"options": {"springs": ["pay"], "gardens": ["pay"]}}, "stability.repeated"),
        ({"irreversible": {"dig": "Y"}}, "stability.unknown"),
        ({"irreversible": {"pay": "yes"}}, "stability.unknown"),
        ({"priorities": {**WISHES, "nobody": ["Y-"]}}, "stability.unknown"),
        ({"priorities": {"springs": ["-Y"]}}, "stability.missing"),
        ({"rankings": {"springs": ["--"]}}, "stability.missing"),  # told twice over: which one counts?
    ],
)
def test_an_option_form_that_does_not_fit_together(changed: dict, code: str) -> None:
    assert code_of(lambda: OptionForm(**{"options": OPTIONS, "priorities": WISHES, **changed})) == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"infeasible": ["Y"]}, "stability.bad_pattern"),
        ({"infeasible": ["yn"]}, "stability.bad_pattern"),
        ({"alike": [("Y", "N")]}, "stability.bad_pattern"),
        ({"infeasible": ["--"]}, "stability.missing"),
        ({"priorities": {**WISHES, "gardens": [Statement(wish="Y-", when="Y--")]}}, "stability.bad_pattern"),
        ({"priorities": {"springs": ["-Y"]}, "rankings": {"gardens": ["Y-", "NN"]}}, "stability.missing"),
    ],
)
def test_an_option_form_without_a_model(changed: dict, code: str) -> None:
    form = OptionForm(**{"options": OPTIONS, "priorities": WISHES, **changed})
    assert code_of(form.graph_model) == code


def test_equal_states_and_more_wishes_than_an_integer_has_bits() -> None:
    form = OptionForm(
        options=OPTIONS, rankings={"springs": [("YY", "NN"), "Y-", "--"]}, priorities={"gardens": ["Y-", "-N"] * 50}
    )
    model = form.graph_model()
    assert model.payoffs["springs"] == {"YY": 2, "NN": 2, "YN": 1, "NY": 0}
    assert model.payoffs["gardens"] == {"YN": 3, "YY": 2, "NN": 1, "NY": 0}


def test_states_that_count_as_one_move_as_one() -> None:
    """Once one leaves, what the other does is all the same; nobody comes back."""
    form = OptionForm(
        options={"springs": ["leave"], "gardens": ["pay"]},
        alike=["Y-"],
        irreversible={"leave": "Y"},
        rankings={"springs": ["NY", "Y-", "NN"], "gardens": ["NN", "NY", "Y-"]},
    )
    model = form.graph_model()
    assert model.states == ("NN", "Y-", "NY")
    assert {state: reachable(model, ["springs"], state) for state in model.states} == {
        "NN": {"Y-"},
        "NY": {"Y-"},
        "Y-": set(),
    }
    assert reachable(model, ["gardens"], "Y-") == set()
    # Gardens would keep its money (NN); Springs would then leave, which is worse for both than NY.
    assert equilibria(model, Stability.NASH) == {"Y-"}
    assert equilibria(model, Stability.SEQ) == {"Y-", "NY"}


def test_numbers_of_any_kind_of_array() -> None:
    table = sparse.csr_array(np.array([[0, 1], [0, 0]]))
    model = GraphModel(moves={"springs": table}, payoffs={"springs": {"kept": np.float32(1), "left": 2}})
    assert equilibria(model, Stability.NASH) == {"left"}
