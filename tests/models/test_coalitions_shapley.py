"""The Shapley value against published games, and the promises that name it."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from simulations.coalitions import shapley_value, worth_of
from simulations.coalitions.members import members_of
from simulations.coalitions.worth import MOST_PARTIES
from simulations.errors import ModelError
from tests.models.small_games import ANY_GAME, CLOSE, game_of, games, numbers

quick = settings(max_examples=80, deadline=None)


def by_orders(worth: NDArray[np.float64], n_parties: int) -> list[float]:
    """The definition: what each party adds, over all orders of joining."""
    total, orders = [Fraction(0)] * n_parties, list(permutations(range(n_parties)))
    for order in orders:
        mask = 0
        for party in order:
            total[party] += Fraction(worth[mask | 1 << party]) - Fraction(worth[mask])
            mask |= 1 << party
    return [float(part / len(orders)) for part in total]


def test_the_small_airport() -> None:
    """S. C. Littlechild and G. Owen (1973), Management Science 20:370-372: a runway as long as the largest plane
    needs, costs 8, 11, 13 and 18. Shares by hand: 8/4 = 2, + 3/3 = 3, + 2/2 = 4, + 5 = 9."""
    costs = (8, 11, 13, 18)
    worth = game_of(4, lambda members: -max(costs[member] for member in members))
    np.testing.assert_allclose(-shapley_value(worth), [2, 3, 4, 9], **CLOSE)


def test_one_left_glove_and_two_right_ones() -> None:
    """The left glove comes second or third in 4 of 6 orders, and then it makes the pair."""
    worth = game_of(3, lambda members: 0 in members and len(members) > 1)
    np.testing.assert_allclose(shapley_value(worth), [2 / 3, 1 / 6, 1 / 6], **CLOSE)


def test_the_council_of_six_states() -> None:
    """Votes 4, 4, 4, 2, 2, 1 and 12 to decide, as in the Council of the six founding states of 1958: the
    smallest state never turned a decision."""
    votes = (4, 4, 4, 2, 2, 1)
    worth = game_of(6, lambda members: sum(votes[member] for member in members) >= 12)
    np.testing.assert_allclose(shapley_value(worth), [7 / 30, 7 / 30, 7 / 30, 3 / 20, 3 / 20, 0], **CLOSE)


def test_two_sides_of_a_river_halve_what_they_gain() -> None:
    """Alone 305 and -56, together 455: the gain is 206, and each gets 103 more than alone."""
    table = {("springs",): 305, ("gardens",): -56, ("springs", "gardens"): 455}
    assert shapley_value(worth_of(table, ["springs", "gardens"])).tolist() == [408, 47]


@quick
@given(worth=ANY_GAME)
def test_it_is_the_mean_over_all_orders(worth: NDArray[np.float64]) -> None:
    n_parties = worth.size.bit_length() - 1
    np.testing.assert_allclose(shapley_value(worth), by_orders(worth, n_parties), **CLOSE)


@quick
@given(worth=ANY_GAME)
def test_all_of_the_worth_is_shared(worth: NDArray[np.float64]) -> None:
    assert shapley_value(worth).sum() == pytest.approx(worth[-1], abs=1e-8)


@quick
@given(pair=st.integers(1, 4).flatmap(lambda n: st.tuples(games(n), games(n))))
def test_two_games_at_once_add_up(pair: tuple[NDArray[np.float64], NDArray[np.float64]]) -> None:
    first, second = pair
    np.testing.assert_allclose(shapley_value(first + second), shapley_value(first) + shapley_value(second), **CLOSE)


@quick
@given(worth=ANY_GAME, alone=numbers)
def test_who_adds_only_its_own_worth_gets_just_that(worth: NDArray[np.float64], alone: float) -> None:
    """A further party adds the same to every coalition; with nothing of its own it gets exactly nothing."""
    more = shapley_value(np.concatenate((worth, worth + alone)))
    np.testing.assert_allclose(more, [*shapley_value(worth), alone], **CLOSE)
    assert shapley_value(np.concatenate((worth, worth)))[-1] == 0


@quick
@given(worth=st.integers(2, 5).flatmap(games), data=st.data())
def test_the_order_of_the_parties_does_not_matter(worth: NDArray[np.float64], data: st.DataObject) -> None:
    n_parties = worth.size.bit_length() - 1
    order = data.draw(st.permutations(range(n_parties)))
    masks = [sum(1 << order[place] for place in range(n_parties) if mask >> place & 1) for mask in range(worth.size)]
    np.testing.assert_allclose(shapley_value(worth[masks]), shapley_value(worth)[order], **CLOSE)


@quick
@given(by_size=st.lists(numbers, min_size=1, max_size=6))
def test_parties_who_are_alike_get_the_same(by_size: list[float]) -> None:
    worth = game_of(len(by_size), lambda members: by_size[len(members) - 1])
    np.testing.assert_allclose(shapley_value(worth), np.full(len(by_size), by_size[-1] / len(by_size)), **CLOSE)


def test_twenty_parties_are_counted_exactly() -> None:
    """The airport with twenty planes, costs 1 to 20: party k pays 1/20 + 1/19 + ... + 1/(21 - k)."""
    masks = np.arange(1 << MOST_PARTIES)
    longest = np.zeros(masks.size)
    for party in range(MOST_PARTIES):
        longest[(masks >> party & 1) == 1] = party + 1
    expected = np.cumsum(1 / np.arange(MOST_PARTIES, 0, -1))
    np.testing.assert_allclose(-shapley_value(-longest), expected, rtol=1e-12)


def test_inputs_stay_as_they_were() -> None:
    worth = np.array([0.0, 1.0, 2.0, 5.0])
    shares = shapley_value(worth)
    shares += 1
    assert worth.tolist() == [0, 1, 2, 5]


@pytest.mark.parametrize(
    ("worth", "code"),
    [
        ([0, 1, 2], "coalitions.wrong_shape"),
        ([0], "coalitions.wrong_shape"),
        ([], "coalitions.wrong_shape"),
        ([[0, 1], [2, 3]], "coalitions.wrong_shape"),
        ([1, 1], "coalitions.bad_number"),
        ([0, float("nan")], "coalitions.bad_number"),
        (np.zeros(2**21), "coalitions.too_many_parties"),
    ],
)
def test_a_game_that_cannot_be_counted(worth, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        shapley_value(worth)
    assert caught.value.code == code


TABLE = {("springs",): 305, ("gardens",): -56, ("gardens", "springs"): 455}


def test_a_table_becomes_an_array_by_bit_mask() -> None:
    assert worth_of(TABLE, ["springs", "gardens"]).tolist() == [0, 305, -56, 455]
    assert worth_of(TABLE, ["gardens", "springs"]).tolist() == [0, -56, 305, 455]
    sets = {frozenset(members): number for members, number in TABLE.items()}
    assert worth_of({**sets, frozenset(): 0}, ["springs", "gardens"]).tolist() == [0, 305, -56, 455]
    assert worth_of({"springs": 7}, ["springs"]).tolist() == [0, 7]


def test_members_are_named_in_the_order_of_the_parties() -> None:
    assert [members_of(mask, "abc") for mask in range(8)] == [
        (), ("a",), ("b",), ("a", "b"), ("c",), ("a", "c"), ("b", "c"), ("a", "b", "c"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "parties", "code", "value"),
    [
        ({("a",): 1, ("b",): 2}, ["a", "b"], "coalitions.missing", "a, b"),
        ({("a",): 1, ("c",): 2}, ["a", "b"], "coalitions.unknown_party", "c"),
        ({("a", "b"): 1, ("b", "a"): 2}, ["a", "b"], "coalitions.repeated", "a, b"),
        ({("a", "a"): 1}, ["a"], "coalitions.repeated", "a"),
        ({("a",): 1}, ["a", "a"], "coalitions.repeated", "a"),
        ({("a",): float("inf")}, ["a"], "coalitions.bad_number", float("inf")),
        ({("a",): 1, (): 3}, ["a"], "coalitions.bad_number", 3),
        ({}, [], "coalitions.wrong_shape", (0,)),
        ({}, [str(n) for n in range(21)], "coalitions.too_many_parties", 21),
    ],
)
def test_a_table_with_a_fault_names_it(table, parties, code: str, value: object) -> None:
    with pytest.raises(ModelError) as caught:
        worth_of(table, parties)
    assert (caught.value.code, caught.value.params["value"]) == (code, value)
