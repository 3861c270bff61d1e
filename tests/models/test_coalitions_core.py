"""Who would leave, and who would stay."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.coalitions import in_core, shapley_value
from simulations.errors import ModelError

quick = settings(max_examples=80, deadline=None)
GLOVES = [0, 0, 0, 1, 0, 1, 0, 1]  # one left glove (party 0) and two right ones


def test_the_core_of_the_gloves_is_one_point() -> None:
    """All for the left glove; otherwise it would leave with the right one that has something to give."""
    assert in_core(GLOVES, [1, 0, 0])
    test = in_core(GLOVES, [0.5, 0.5, 0])
    assert not test
    assert test.objecting == ((0, 2),)
    assert test.shortfalls == (0.5,)
    assert test.names(["left", "right", "other"]) == (("left", "other"),)


def test_the_largest_shortfall_comes_first() -> None:
    test = in_core(GLOVES, [0.25, 0, 0.75])
    assert test.objecting == ((0, 1),)
    test = in_core(GLOVES, [-0.5, 0.5, 1])
    assert test.objecting == ((0, 1), (0,), (0, 2))
    assert test.shortfalls == (1, 0.5, 0.5)


@pytest.mark.parametrize(("allocation", "left_over"), [([2, 0, 0], -1), ([1.5, -0.5, -0.5], 0.5)])
def test_all_of_the_worth_must_be_handed_out_and_no_more(allocation: list[float], left_over: float) -> None:
    test = in_core(GLOVES, allocation)
    assert not test
    assert test.left_over == left_over


def test_costs_are_passed_as_minus_the_costs() -> None:
    """The small airport: no group of planes pays more than a runway of its own would cost."""
    costs = (8, 11, 13, 18)
    worth = [-max((costs[p] for p in range(4) if mask >> p & 1), default=0) for mask in range(16)]
    assert in_core(worth, [-2, -3, -4, -9])
    turned = in_core(worth, [-9, -3, -4, -2])
    assert turned.objecting[0] == (0, 1, 2)  # they pay 16; 13 is what their runway costs
    assert (0,) in turned.objecting  # it pays 9; a short runway costs 8


def test_rounding_is_no_objection() -> None:
    third = 1 / 3
    assert in_core([0, 0, 0, 0.2, 0, 0.2, 0, 0.3 * third + 0.3 * third + 0.3 * third], [0.1, 0.1, 0.1])


@quick
@given(parts=st.lists(st.integers(0, 40), min_size=2, max_size=5), seed=st.integers(0, 99))
def test_growing_gains_keep_everybody(parts: list[int], seed: int) -> None:
    """L. S. Shapley (1971), International Journal of Game Theory 1:11-26, doi:10.1007/BF01753431: where each
    adds more to a larger group, the Shapley value lies in the core. Squares of sums are such games."""
    n_parties = len(parts)
    sums = [sum(parts[p] for p in range(n_parties) if mask >> p & 1) for mask in range(1 << n_parties)]
    worth = np.square(np.array(sums, dtype=float))
    shares = shapley_value(worth)
    assert in_core(worth, shares)
    taken = np.random.default_rng(seed).permutation(n_parties)[0]
    lowered = shares.copy()
    lowered[taken] -= shares[taken] - worth[1 << taken] + 1  # one below what it has alone
    assert (int(taken),) in in_core(worth, lowered).objecting


@pytest.mark.parametrize(
    ("allocation", "code"),
    [
        ([1, 0], "coalitions.wrong_shape"),
        ([[1, 0, 0]], "coalitions.wrong_shape"),
        ([1, 0, float("nan")], "coalitions.bad_number"),
    ],
)
def test_an_allocation_must_fit_the_game(allocation, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        in_core(GLOVES, allocation)
    assert caught.value.code == code
