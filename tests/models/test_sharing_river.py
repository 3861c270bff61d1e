"""Sharing along a river, by water and by welfare."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.sharing import (
    RULES,
    along_river,
    constrained_equal_awards,
    constrained_equal_losses,
    downstream_incremental,
    proportional,
    talmud,
)

INFLOWS = [80, 10, 10, 10]
CLAIMS = [50, 10, 20, 90]

# The definition of Ansink and Weikard (2012) on a river of ours, every step by hand. Excess claims of those below:
# (10 - 10) + (20 - 10) + (90 - 10) = 90, then 10 + 80 = 90, then 80. The last party takes what arrives.
# proportional: 80 * 50/140 = 200/7, 360/7 pass; 430/7 * 10/100 = 43/7, 387/7 pass; 457/7 * 20/100 = 457/35; the rest
#     1828/35 + 10 = 2178/35 is below 90.
# equal awards: 40 | 40 + 10 = 50: 10 | 40 + 10 = 50: 20 | 30 + 10 = 40.
# equal losses: 60 missing of 50 and 90, 30 each: 20 | 60 + 10 = 70 of 10 and 90, 30 missing: 0, since 10 is lost
#     in full | 70 + 10 = 80 of 20 and 80: 20 missing, 10 each: 10 | 70 + 10 = 80.
# talmud: 80 of 50 and 90: half of the claims is 70, so halves less 30 of shared losses: 60 missing of halves 25 and
#     45: 25 and 35 lost: 25 | 55 + 10 = 65 of 10 and 90: 35 missing: 5 lost: 5 | 60 + 10 = 70 of 20 and 80: 30
#     missing: 10 lost: 10 | 60 + 10 = 70.
BY_HAND = [
    (proportional, [200 / 7, 43 / 7, 457 / 35, 2178 / 35]),
    (constrained_equal_awards, [40, 10, 20, 40]),
    (constrained_equal_losses, [20, 0, 10, 80]),
    (talmud, [25, 5, 10, 70]),
]


@pytest.mark.parametrize(("rule", "awards"), BY_HAND)
def test_four_parties_step_by_step(rule, awards: list[float]) -> None:
    np.testing.assert_allclose(along_river(rule, INFLOWS, CLAIMS), awards, atol=1e-12)
    assert sum(awards) == pytest.approx(sum(INFLOWS))


@pytest.mark.parametrize("name", RULES)
def test_water_that_joins_below_cannot_flow_back_up(name: str) -> None:
    """The lowest party has 100 and claims nothing; the middle one still needs its 10 from above."""
    awards = along_river(RULES[name], [10, 0, 100], [10, 10, 0])
    np.testing.assert_allclose(awards, [5, 5, 0])


@pytest.mark.parametrize("name", RULES)
def test_enough_for_all_runs_on(name: str) -> None:
    np.testing.assert_allclose(along_river(RULES[name], [50, 0, 0], [10, 20, 5]), [10, 20, 5])


amounts = st.floats(0, 100).map(lambda number: round(number, 3))
rivers = st.lists(st.tuples(amounts, amounts), min_size=1, max_size=6).map(np.array)


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=60, deadline=None)
@given(river=rivers)
def test_every_rule_keeps_to_the_river(name: str, river) -> None:
    inflows, claims = river[:, 0].copy(), river[:, 1].copy()
    awards = along_river(RULES[name], inflows, claims)
    np.testing.assert_array_equal(river, np.column_stack((inflows, claims)))
    assert (awards >= 0).all()
    assert (awards <= claims + 1e-8).all()
    assert (np.cumsum(awards) <= np.cumsum(inflows) + 1e-8).all()
    passing = inflows.sum() - awards.sum()
    if claims[-1] - awards[-1] > 1e-8:  # somebody at the end still wants water: none may have passed
        assert passing == pytest.approx(0, abs=1e-8)


def test_inflows_and_claims_of_one_length() -> None:
    with pytest.raises(ModelError) as caught:
        along_river(proportional, [1, 2], [1, 2, 3])
    assert (caught.value.code, caught.value.params["key"]) == ("sharing.wrong_shape", "inflows")


def test_increments_with_two_straight_uses() -> None:
    """Alone the upper party makes 10 of its 10. Together 5 go down for 15 and 5 stay for 5: 20, so 10 are added."""
    tables = [[(0, 0), (10, 10)], [(0, 0), (5, 15)]]
    np.testing.assert_allclose(downstream_incremental([10, 0], tables), [10, 10], atol=1e-12)


def test_increments_of_a_root_and_a_twofold_root() -> None:
    """One unit joins at the top. Alone: 1. Together max sqrt(x) + 2 sqrt(1 - x): x = 1/5, worth sqrt(5)."""
    welfare = downstream_incremental([1, 0], [sqrt, lambda water: 2 * sqrt(water)])
    np.testing.assert_allclose(welfare, [1, sqrt(5) - 1], atol=1e-9)


def test_increments_of_three_equal_roots() -> None:
    """Three units at the top and equal roots: 1, 2 or 3 parties share them evenly: sqrt(3), sqrt(6), 3."""
    welfare = downstream_incremental([3, 0, 0], [sqrt] * 3)
    np.testing.assert_allclose(welfare, [sqrt(3), sqrt(6) - sqrt(3), 3 - sqrt(6)], atol=1e-9)


def test_water_that_joins_at_the_bottom_stays_there() -> None:
    """The upper party could make more of it, but water does not run up."""
    welfare = downstream_incremental([1, 4], [lambda water: 10 * sqrt(water), sqrt])
    np.testing.assert_allclose(welfare, [10, 2], atol=1e-9)


def test_a_mixture_of_a_table_and_a_parabola() -> None:
    """Two units at the top, 4 x - x^2 there and 2 a unit below. Alone 4. Together slope 4 - 2 x = 2 at x = 1: 3 + 2."""
    welfare = downstream_incremental([2, 0], [lambda water: 4 * water - water**2, [(0, 0), (9, 18)]])
    np.testing.assert_allclose(welfare, [4, 1], atol=1e-9)


def test_a_satiated_party_lets_water_pass() -> None:
    """4 x - x^2 has its best at 2: the other 8 units are free for the party below, at 1 a unit."""
    welfare = downstream_incremental([10, 0], [lambda water: 4 * water - water**2, [(0, 0), (20, 20)]])
    # together the slope 4 - 2 x equals 1 at x = 1.5: 3.75 + 8.5
    np.testing.assert_allclose(welfare, [4, 8.25], atol=1e-9)


slopes = st.lists(st.integers(1, 20), min_size=1, max_size=4, unique=True).map(
    lambda drawn: sorted(drawn, reverse=True)
)


@settings(max_examples=60, deadline=None)
@given(parties=st.lists(st.tuples(st.integers(0, 9), slopes), min_size=1, max_size=4))
def test_increments_against_a_linear_program(parties) -> None:
    """HiGHS solves every coalition of the upper parties; each piece of a table is three units of water long."""
    from scipy.optimize import linprog

    inflows = [inflow for inflow, _ in parties]
    tables = [[(3 * k, 3 * sum(falling[:k])) for k in range(len(falling) + 1)] for _, falling in parties]
    pieces = [(party, slope) for party, (_, falling) in enumerate(parties) for slope in falling]
    worth = [0.0]
    for k in range(1, len(parties) + 1):
        own = [piece for piece in pieces if piece[0] < k]
        reach = [[party <= row for party, _ in own] for row in range(k)]
        costs = [-slope for _, slope in own]
        worth.append(-linprog(costs, A_ub=reach, b_ub=np.cumsum(inflows[:k]), bounds=(0, 3)).fun)
    np.testing.assert_allclose(downstream_incremental(inflows, tables), np.diff(worth), atol=1e-7)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.floats(0.1, 5), st.floats(0.5, 9)), min_size=2, max_size=4))
def test_functions_agree_with_fine_tables(parties) -> None:
    inflows = [inflow for inflow, _ in parties]
    smooth = [lambda water, scale=scale: scale * (1 - 2.0 ** (-water)) for _, scale in parties]
    grid = np.linspace(0, sum(inflows), 2000)
    tables = [[(water, benefit(water)) for water in grid] for benefit in smooth]
    exact, near = downstream_incremental(inflows, smooth), downstream_incremental(inflows, tables)
    np.testing.assert_allclose(exact, near, atol=1e-4)
    assert exact.sum() >= near.sum() - 1e-9


@pytest.mark.parametrize(
    ("benefit", "code"),
    [
        ([(0, 0), (1, 1), (2, 3)], "sharing.not_concave"),
        (lambda water: water**2, "sharing.not_concave"),
        ([(1, 0), (2, 1)], "sharing.bad_table"),
        ([(0, 0), (0, 1)], "sharing.bad_table"),
        ([1, 2, 3], "sharing.bad_table"),
        ([(0, 0), (1, float("nan"))], "sharing.bad_table"),
        ("rain", "sharing.bad_table"),
        (lambda water: float("inf"), "sharing.bad_number"),
    ],
)
def test_bad_benefits_are_named(benefit, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        downstream_incremental([1, 1], [benefit, [(0, 0), (1, 1)]])
    assert caught.value.code == code
    assert str(caught.value.params["key"]).startswith("benefits[0]")


def test_one_benefit_a_party() -> None:
    with pytest.raises(ModelError) as caught:
        downstream_incremental([1, 1], [sqrt])
    assert (caught.value.code, caught.value.params["key"]) == ("sharing.wrong_shape", "benefits")
