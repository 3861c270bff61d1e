"""The six rules against published tables and sums shown by hand."""

from itertools import permutations

import numpy as np
import pytest

from simulations.errors import ModelError
from simulations.sharing import (
    RULES,
    adjusted_proportional,
    constrained_equal_awards,
    constrained_equal_losses,
    proportional,
    random_arrival,
    talmud,
)
from simulations.sharing.arrival import MOST_PARTIES

# R. J. Aumann and M. Maschler (1985), Journal of Economic Theory 36:195-213, table of the three estates.
THREE_ESTATES = [
    (100, [100 / 3, 100 / 3, 100 / 3]),
    (200, [50, 75, 75]),
    (300, [50, 100, 150]),
]


@pytest.mark.parametrize(("estate", "awards"), THREE_ESTATES)
def test_talmud_gives_the_three_published_estates(estate: float, awards: list[float]) -> None:
    np.testing.assert_allclose(talmud(estate, [100, 200, 300]), awards, atol=1e-12)


@pytest.mark.parametrize("rule", [talmud, adjusted_proportional, random_arrival])
def test_the_contested_garment(rule) -> None:
    """Mishnah, Bava Metzia 2a (in Aumann and Maschler 1985): one holds it all, one half: 3/4 and 1/4."""
    np.testing.assert_allclose(rule(100, [100, 50]), [75, 25])


def test_the_four_heirs_come_to_the_tap_in_turn() -> None:
    """Estate 120, claims 120, 60, 40, 30: the will of four sons treated by O'Neill (1982).

    By hand, for the claim of 30: first (6 of 24 orders) 30; second 30 unless after 120, 4 of 6 orders: 30 each;
    third after {60, 40} (2 orders) 20; fourth after 130 or more: 0. Sum 6*30 + 4*30 + 2*20 = 340; 340 / 24 = 85/6.
    The claim of 40: first 6*40; second 4*40; third after {60, 30} (2 orders) 30: 460 / 24 = 115/6.
    The claim of 60: first 6*60; second 4*60; third after {40, 30} (2 orders) 50: 700 / 24 = 175/6.
    The claim of 120: first 6*120; second after 60, 40, 30 (2 orders each) 60, 80, 90; third after 100, 90, 70
    (2 orders each) 20, 30, 50; fourth 0: (720 + 460 + 200) / 24 = 1380/24 = 345/6. Together 720/6 = 120.
    """
    np.testing.assert_allclose(random_arrival(120, [120, 60, 40, 30]), np.array([345, 175, 115, 85]) / 6)


# Claims 100, 200, 300 with the estates of the Talmud; each line is worked by hand in its comment.
BY_HAND = [
    (proportional, 100, [100 / 6, 100 / 3, 50]),  # a sixth of every claim
    (proportional, 200, [100 / 3, 200 / 3, 100]),
    (constrained_equal_awards, 200, [200 / 3, 200 / 3, 200 / 3]),
    (constrained_equal_awards, 400, [100, 150, 150]),  # 100 is full; 300 left for two
    (constrained_equal_losses, 100, [0, 0, 100]),  # 500 is missing; the loss of 200 leaves only the largest
    (constrained_equal_losses, 200, [0, 50, 150]),  # 100 lost in full, 300 more over two
    (constrained_equal_losses, 300, [0, 100, 200]),  # 300 is missing: 100 each
    (adjusted_proportional, 100, [100 / 3, 100 / 3, 100 / 3]),  # all claims count as 100
    (adjusted_proportional, 200, [40, 80, 80]),  # nothing undisputed; claims count as 100, 200, 200
    (adjusted_proportional, 400, [60, 120, 220]),  # 100 undisputed; claims 100, 200, 200 share 300
    (random_arrival, 100, [100 / 3, 100 / 3, 100 / 3]),  # the first takes all
    # After nobody 100 200 200, second after 100: 100 100, after 200 or 300: nothing. (2*100, 2*200 + 100, same)/6
    (random_arrival, 200, [200 / 6, 500 / 6, 500 / 6]),
]


@pytest.mark.parametrize(("rule", "estate", "awards"), BY_HAND)
def test_sums_by_hand(rule, estate: float, awards: list[float]) -> None:
    np.testing.assert_allclose(rule(estate, [100, 200, 300]), awards, atol=1e-12)


def test_adjusted_proportional_with_three_parties_step_by_step() -> None:
    """Claims 100, 200, 300, supply 450: shortage 150, so that 50 and 150 are undisputed (0 for the first).

    The rest is 250; the claims that remain are 100, 150, 150 and share it as 62.5, 93.75, 93.75.
    """
    np.testing.assert_allclose(adjusted_proportional(450, [100, 200, 300]), [62.5, 143.75, 243.75])


def test_random_arrival_is_the_mean_over_all_orders() -> None:
    claims, supply = np.array([3.0, 1.5, 7.0, 2.0, 4.5]), 9.0
    total = np.zeros(5)
    orders = list(permutations(range(5)))
    for order in orders:
        left = supply
        for party in order:
            award = min(left, claims[party])
            total[party] += award
            left -= award
    np.testing.assert_allclose(random_arrival(supply, claims), total / len(orders), atol=1e-12)


def test_random_arrival_of_sixteen_equal_parties_is_an_equal_split() -> None:
    np.testing.assert_allclose(random_arrival(40, [5] * 16), [2.5] * 16)


def test_random_arrival_says_how_many_parties_it_takes() -> None:
    with pytest.raises(ModelError) as caught:
        random_arrival(1, [1] * (MOST_PARTIES + 1))
    assert caught.value.code == "sharing.too_many_parties"
    assert caught.value.params == {"value": MOST_PARTIES + 1, "allowed": MOST_PARTIES}


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize(
    ("supply", "claims", "code", "key"),
    [
        (-1, [1, 2], "sharing.bad_number", "supply[0]"),
        (float("nan"), [1, 2], "sharing.bad_number", "supply[0]"),
        (1, [1, -2], "sharing.bad_number", "claims[1]"),
        (1, [float("inf"), 2], "sharing.bad_number", "claims[0]"),
        (1, [[1, 2], [3, 4]], "sharing.wrong_shape", "claims"),
        (1, [], "sharing.wrong_shape", "claims"),
        (1, 5, "sharing.wrong_shape", "claims"),
        (1, ["much"], "sharing.wrong_shape", "claims"),
        ([1, 2], [1, 2], "sharing.wrong_shape", "supply"),
    ],
)
def test_bad_problems_are_named(name: str, supply, claims, code: str, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        RULES[name](supply, claims)
    assert (caught.value.code, caught.value.params["key"]) == (code, key)
