"""The proof of a nucleolus, and the least core: both stand on weights that can be added up again."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from simulations.coalitions import NucleolusTest, in_core, is_nucleolus, least_core, nucleolus
from simulations.errors import ModelError
from tests.models.small_games import ANY_GAME, CLOSE, game_of, members

Floats = NDArray[np.float64]
quick = settings(max_examples=30, deadline=None)
GLOVES = [0, 0, 0, 1, 0, 1, 0, 1]  # one left glove (party 0) and two right ones
MAJORITY = [0, 0, 0, 1, 0, 1, 1, 1]  # any two of three


def counted(test: NucleolusTest, level: int, n_parties: int) -> list[float]:
    """How often each party is counted by the weights of a level."""
    pairs = list(zip(test.levels[level].coalitions, test.levels[level].weights, strict=True))
    return [sum(weight for group, weight in pairs if party in group) for party in range(n_parties)]


def excesses(worth: Floats, shares: Floats) -> Floats:
    return (worth - members(shares.size) @ shares)[1:-1]


# --- Kohlberg's criterion


def test_three_pairs_hold_one_another() -> None:
    """Any two of three decide. At a third each, every pair lacks a third; each pair weighs a half, so that every
    party is counted once. Then nothing is left to shift."""
    test = is_nucleolus(MAJORITY, [1 / 3, 1 / 3, 1 / 3])
    assert test
    assert [level.coalitions for level in test.levels] == [((0, 1), (0, 2), (1, 2))]
    assert test.levels[0].excess == pytest.approx(1 / 3)
    assert test.levels[0].weights == pytest.approx([1 / 2, 1 / 2, 1 / 2])


def test_a_party_that_cannot_give_need_not_be_counted_once() -> None:
    """Two of three gain 10 together, all only 2. Those two lack 8 at (1, 1, 0); the third could not give more."""
    test = is_nucleolus([0, 0, 0, 10, 0, 0, 0, 2], [1, 1, 0])
    assert test
    assert (test.levels[0].coalitions, test.levels[0].excess) == (((0, 1),), 8)
    assert counted(test, 0, 3) == pytest.approx([1, 1, 0])


def test_without_balance_it_says_what_could_be_shifted() -> None:
    """With the Shapley value (2/3, 1/6, 1/6) both pairs lack 1/6, and both have the left glove in them."""
    test = is_nucleolus(GLOVES, [2 / 3, 1 / 6, 1 / 6])
    assert not test
    assert (test.levels, test.below, test.left_over) == ((), (), 0)
    assert test.shift == pytest.approx([1, -1 / 2, -1 / 2])


def test_less_than_alone_or_more_than_all_is_none() -> None:
    assert is_nucleolus([0, 0, 0, 10, 0, 0, 0, 2], [3, 3, -4]).below == (2,)
    assert not is_nucleolus([0, 0, 0, 10, 0, 0, 0, 2], [3, 3, -4])
    assert is_nucleolus(MAJORITY, [0.3, 0.3, 0.3]).left_over == pytest.approx(0.1)
    assert not is_nucleolus(MAJORITY, [0.3, 0.3, 0.3])


def test_one_party_faces_no_coalition() -> None:
    assert is_nucleolus([0, 5], [5])
    assert is_nucleolus([0, 5], [4]).left_over == 1


@quick
@given(worth=ANY_GAME)
def test_weights_count_every_party_once_at_every_level(worth: Floats) -> None:
    shares = nucleolus(worth)
    test = is_nucleolus(worth, shares)
    assert test
    rich = shares > worth[1 << np.arange(shares.size)] + 1e-6
    can_give = rich | (worth[1 << np.arange(shares.size)].sum() > worth[-1])
    for place, level in enumerate(test.levels):
        often = np.array(counted(test, place, shares.size))
        np.testing.assert_allclose(often[can_give], 1, atol=1e-9)
        assert (often <= 1 + 1e-9).all()
        assert min(level.weights) > 0
        assert len(level.coalitions) == (excesses(worth, shares) >= level.excess - 1e-6).sum()


@quick
@given(worth=ANY_GAME.filter(lambda worth: worth.size > 2), seed=st.integers(0, 999))
def test_a_shift_lowers_the_complaints(worth: Floats, seed: int) -> None:
    """Somewhere else than the nucleolus, a small step along the shift makes the excesses smaller, largest first."""
    rng, n_parties = np.random.default_rng(seed), worth.size.bit_length() - 1
    alone = worth[1 << np.arange(n_parties)]
    worth[-1] = max(worth[-1], alone.sum()) + 10
    shares = alone + (worth[-1] - alone.sum()) * rng.dirichlet(np.ones(n_parties))
    test = is_nucleolus(worth, shares)
    assert not test
    shift = np.array(test.shift)
    assert shift.sum() == pytest.approx(0, abs=1e-9)
    assert np.abs(shift).max() == pytest.approx(1)
    old, new = (np.sort(excesses(worth, moved))[::-1] for moved in (shares, shares + 1e-4 * shift))
    first = np.flatnonzero(np.abs(old - new) > 1e-8)[0]
    assert new[first] < old[first]


# --- the least core


def test_what_leaving_must_cost() -> None:
    """Any two of three decide about 1: each pair lacks a third at least. Leaving must cost that, and all would stay."""
    found = least_core(MAJORITY)
    assert not found
    assert found.epsilon == pytest.approx(1 / 3)
    assert found.allocation == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert found.names(["north", "middle", "south"]) == (("north", "middle"), ("north", "south"), ("middle", "south"))
    fee = np.array([0, *[found.epsilon] * 6, 0])
    assert in_core(MAJORITY - fee, found.allocation)


def test_room_in_the_core() -> None:
    """Two who gain 206 together: in the middle each has 103 more than alone, so that both hold each other there."""
    found = least_core([0, 305, -56, 455])
    assert found
    assert (found.epsilon, found.allocation, found.binding) == (-103, (408, 47), ((0,), (1,)))


def test_gains_are_shared_among_all_sharings_even_below_alone() -> None:
    """Two gain 10, all three only 2. Whatever the first two get together, the third lacks: 10 - s = s - 2, 4 each."""
    found = least_core([0, 0, 0, 10, 0, 0, 0, 2])
    assert found.epsilon == pytest.approx(4)
    assert found.allocation == pytest.approx((3, 3, -4))
    assert found.binding == ((0, 1), (2,))


def test_a_core_of_one_point_is_a_core() -> None:
    found = least_core(GLOVES)
    assert found
    assert found.epsilon == 0
    assert found.allocation == pytest.approx((1, 0, 0))


def test_one_party_alone() -> None:
    found = least_core([0, 5])
    assert (found.epsilon, found.allocation, found.binding) == (0, (5,), ())


@quick
@given(worth=ANY_GAME.filter(lambda worth: worth.size > 2))
def test_epsilon_is_what_a_linear_program_finds(worth: Floats) -> None:
    n_parties = worth.size.bit_length() - 1
    table = members(n_parties)
    solved = linprog(
        [*[0] * n_parties, 1],
        A_ub=np.column_stack((-table[1:-1], -np.ones(worth.size - 2))),
        b_ub=-worth[1:-1],
        A_eq=[[*[1] * n_parties, 0]],
        b_eq=worth[-1:],
        bounds=(None, None),
    )
    found = least_core(worth)
    assert found.epsilon == pytest.approx(solved.fun, abs=1e-6)
    lacking = excesses(worth, np.array(found.allocation))
    assert lacking.max() == pytest.approx(found.epsilon, abs=1e-8)
    assert sum(found.allocation) == pytest.approx(worth[-1], abs=1e-8)


@quick
@given(worth=ANY_GAME.filter(lambda worth: worth.size > 2), seed=st.integers(0, 999))
def test_no_sharing_has_a_smaller_largest_complaint(worth: Floats, seed: int) -> None:
    """And where it is as small, the binding coalitions lack just that."""
    found, n_parties = least_core(worth), worth.size.bit_length() - 1
    parts = np.random.default_rng(seed).normal(size=n_parties)
    other = found.allocation + parts - parts.mean()
    assert excesses(worth, other).max() >= found.epsilon - 1e-8


@quick
@given(worth=ANY_GAME.filter(lambda worth: worth.size > 2))
def test_duality_gives_the_same_epsilon(worth: Floats) -> None:
    """O. N. Bondareva (1963) and L. S. Shapley (1967), Naval Research Logistics Quarterly 14:453-460,
    doi:10.1002/nav.3800140404: weights that count each party once turn what the coalitions are worth into a bound."""
    n_parties = worth.size.bit_length() - 1
    found = least_core(worth)
    binding = np.array([[party in group for party in range(n_parties)] for group in found.binding], dtype=float)
    asked = [worth[sum(1 << party for party in group)] for group in found.binding]
    solved = linprog(np.ones(len(asked)), A_eq=binding.T, b_eq=np.ones(n_parties))
    assert solved.success
    assert (solved.x @ asked - worth[-1]) / solved.x.sum() == pytest.approx(found.epsilon, abs=1e-6)


@pytest.mark.parametrize(
    ("allocation", "code"),
    [([1, 0], "coalitions.wrong_shape"), ([1, 0, float("nan")], "coalitions.bad_number")],
)
def test_an_allocation_must_fit_the_game(allocation: list[float], code: str) -> None:
    with pytest.raises(ModelError) as caught:
        is_nucleolus(GLOVES, allocation)
    assert caught.value.code == code


def test_inputs_stay_as_they_were() -> None:
    worth, shares = np.array([0.0, 1.0, 2.0, 5.0]), np.array([2.0, 3.0])
    assert is_nucleolus(worth, shares)
    assert least_core(worth)
    assert (worth.tolist(), shares.tolist()) == ([0, 1, 2, 5], [2, 3])


def test_a_constant_game_is_settled_at_once() -> None:
    """Everybody is worth 7, alone or together: 7/3 each, and whoever stands alone lacks most."""
    worth = game_of(3, lambda _: 7)
    test = is_nucleolus(worth, nucleolus(worth))
    assert test
    assert test.levels[0].coalitions == ((0,), (1,), (2,))
    np.testing.assert_allclose(test.levels[0].weights, 1, **CLOSE)
