"""Promises that every rule in RULES keeps, on any problem."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.sharing import RULES

amounts = st.floats(0, 1000, allow_subnormal=False).map(lambda number: round(number, 3))
problems = st.tuples(st.lists(amounts, min_size=1, max_size=6), st.floats(0, 1)).map(
    lambda drawn: (sum(drawn[0]) * drawn[1], np.array(drawn[0]))
)
every_rule = pytest.mark.parametrize("name", RULES)
quick = settings(max_examples=60, deadline=None)
CLOSE = {"rtol": 1e-9, "atol": 1e-8}

DUALS = {
    "proportional": "proportional",
    "constrained_equal_awards": "constrained_equal_losses",
    "constrained_equal_losses": "constrained_equal_awards",
    "talmud": "talmud",
    "adjusted_proportional": "adjusted_proportional",
    "random_arrival": "random_arrival",
}


@every_rule
@quick
@given(problem=problems)
def test_no_water_is_made_or_lost_and_nobody_passes_the_claim(name: str, problem) -> None:
    supply, claims = problem
    awards = RULES[name](supply, claims)
    assert awards.sum() == pytest.approx(supply, rel=1e-9, abs=1e-8)
    assert (awards >= 0).all()
    assert (awards <= claims + 1e-9).all()


@every_rule
@quick
@given(problem=problems)
def test_inputs_stay_as_they_were(name: str, problem) -> None:
    supply, claims = problem
    before = claims.copy()
    awards = RULES[name](supply, claims)
    awards += 1
    np.testing.assert_array_equal(claims, before)


@every_rule
@quick
@given(problem=problems)
def test_equal_claims_get_the_same(name: str, problem) -> None:
    supply, claims = problem
    awards = RULES[name](supply, np.append(claims, claims[0]))
    assert awards[0] == pytest.approx(awards[-1], rel=1e-9, abs=1e-8)


@every_rule
@quick
@given(problem=problems)
def test_a_larger_claim_gets_no_less_and_loses_no_less(name: str, problem) -> None:
    supply, claims = problem
    claims = np.sort(claims)
    awards = RULES[name](supply, claims)
    assert (np.diff(awards) >= -1e-8).all()
    assert (np.diff(claims - awards) >= -1e-8).all()


@every_rule
@quick
@given(problem=problems, more=st.floats(0, 500))
def test_more_water_harms_nobody(name: str, problem, more: float) -> None:
    supply, claims = problem
    assert (RULES[name](supply + more, claims) >= RULES[name](supply, claims) - 1e-8).all()


@every_rule
@quick
@given(problem=problems, more=st.floats(0, 500))
def test_enough_for_all_gives_everybody_the_claim(name: str, problem, more: float) -> None:
    _, claims = problem
    np.testing.assert_allclose(RULES[name](claims.sum() + more, claims), claims, **CLOSE)


@every_rule
@quick
@given(problem=problems, factor=st.floats(0.001, 1000))
def test_the_unit_does_not_matter(name: str, problem, factor: float) -> None:
    supply, claims = problem
    scaled = RULES[name](supply * factor, claims * factor)
    np.testing.assert_allclose(scaled, RULES[name](supply, claims) * factor, rtol=1e-8, atol=1e-7 * max(factor, 1))


@every_rule
@quick
@given(problem=problems, order=st.randoms(use_true_random=False))
def test_the_order_of_the_parties_does_not_matter(name: str, problem, order) -> None:
    supply, claims = problem
    places = list(range(len(claims)))
    order.shuffle(places)
    np.testing.assert_allclose(RULES[name](supply, claims[places]), RULES[name](supply, claims)[places], **CLOSE)


@every_rule
def test_every_rule_names_its_dual(name: str) -> None:
    """A new rule must say what it becomes when the shortage is shared instead of the water."""
    assert name in DUALS


@every_rule
@quick
@given(problem=problems)
def test_sharing_the_shortage_by_the_dual_gives_the_same(name: str, problem) -> None:
    supply, claims = problem
    shortage = max(claims.sum() - supply, 0)
    np.testing.assert_allclose(RULES[name](supply, claims), claims - RULES[DUALS[name]](shortage, claims), **CLOSE)


@quick
@given(claims=st.tuples(amounts, amounts), part=st.floats(0, 1))
def test_three_rules_agree_on_the_contested_garment(claims, part: float) -> None:
    supply = sum(claims) * part
    expected = RULES["talmud"](supply, claims)
    for name in ("adjusted_proportional", "random_arrival"):
        np.testing.assert_allclose(RULES[name](supply, claims), expected, **CLOSE)
