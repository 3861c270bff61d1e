"""A message that is passed on: by hand, by counting many runs, and with the same seed twice."""

import doctest
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.relay import SaysBack, arrives, calls_that_say_back, carry, chances, shortest_way

PAGE = Path(__file__).parents[2] / "docs" / "models" / "relay.md"
SHARE = st.floats(min_value=0, max_value=1)


def test_the_page_tells_the_truth() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted >= 4
    assert found.failed == 0


def test_chances_by_hand() -> None:
    assert arrives(0, slip=0.9) == 1
    assert arrives(1, slip=0.2) == pytest.approx(0.8)
    assert arrives(2, slip=0.2, caught=0.5) == pytest.approx(0.81)  # 0.9 twice
    assert chances((False, False, True), slip=0.2, caught=1.0) == pytest.approx((1, 0.8, 0.64, 0.64))


@given(st.integers(min_value=1, max_value=9), SHARE, SHARE)
def test_saying_back_never_harms_and_a_longer_line_never_helps(calls: int, slip: float, caught: float) -> None:
    nobody, last, everybody = (chances(calls_that_say_back(calls, who), slip=slip, caught=caught) for who in SaysBack)
    assert nobody[-1] <= last[-1] + 1e-12
    assert last[-1] <= everybody[-1] + 1e-12
    for one in (nobody, last, everybody):
        assert all(after <= before for before, after in pairwise(one))


@pytest.mark.parametrize("who", list(SaysBack))
def test_many_runs_come_out_as_the_chances_say(who: SaysBack) -> None:
    says_back, pieces = calls_that_say_back(5, who), tuple("abcdefghij")
    rng, whole = np.random.default_rng(2), 0
    for _run in range(2000):
        calls = carry("123456", pieces, slip=0.15, caught=0.8, says_back=says_back, rng=rng)
        whole += len(set(pieces) - {piece for one in calls for piece in one.slipped})
    expected = chances(says_back, slip=0.15, caught=0.8)[-1]
    assert whole / 20_000 == pytest.approx(expected, abs=0.012)  # more than three standard errors


@given(st.integers(min_value=0, max_value=10**6), SHARE, SHARE)
def test_the_same_pieces_slip_whether_anybody_says_back_or_not(seed: int, slip: float, caught: float) -> None:
    plain, back = (
        carry("abcd", "xyz", slip=slip, caught=caught, says_back=calls_that_say_back(3, who),
              rng=np.random.default_rng(seed))
        for who in (SaysBack.NOBODY, SaysBack.EVERYBODY)
    )  # fmt: skip
    for one, other in zip(plain, back, strict=True):
        assert (one.giver, one.taker) == (other.giver, other.taker)
        assert one.caught == ()
        assert sorted(one.slipped) == sorted(other.slipped + other.caught)


def test_the_shortest_way() -> None:
    numbers = [("a", "b"), ("b", "c"), ("c", "d")]
    assert shortest_way(numbers, "a", "d") == ("a", "b", "c", "d")
    assert shortest_way([*numbers, ("d", "a")], "a", "d") == ("a", "d")
    assert shortest_way([*numbers, ("y", "z")], "a", "z") == ()
    assert shortest_way(numbers, "a", "z") == ()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: arrives(-1, slip=0.1),
        lambda: arrives(2, slip=1.1),
        lambda: arrives(2, slip=0.1, caught=-0.1),
        lambda: calls_that_say_back(0, SaysBack.LAST),
        lambda: carry("a", "x", slip=0.1, caught=0, says_back=(), rng=np.random.default_rng(1)),
        lambda: carry("abc", "x", slip=0.1, caught=0, says_back=(True,), rng=np.random.default_rng(1)),
    ],
)
def test_numbers_that_are_none(wrong: object) -> None:
    with pytest.raises(ModelError, match="relay"):
        wrong()  # type: ignore[operator]
