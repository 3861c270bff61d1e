"""The nucleolus against published games: water, power, planes, insurance, votes, claims and markets."""

import re
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from simulations.coalitions import in_core, is_nucleolus, least_core, nucleolus, shapley_value, worth_of
from simulations.sharing import talmud
from tests.models.small_games import CLOSE, game_of

Floats = NDArray[np.float64]
quick = settings(max_examples=40, deadline=None)

SKANE = """
A 21.95 H 17.08 K 10.91 L 15.88 M 20.81 T 21.98
AH 34.69 AK 32.86 AL 37.83 AM 42.76 AT 43.93 HK 22.96 HL 25.00 HM 37.89 HT 39.06 KL 26.79 KM 31.45 KT 32.89 LM 31.10
LT 37.86 MT 39.41
AHK 40.74 AHL 43.22 AHM 55.50 AHT 56.67 AKL 48.74 AKM 53.40 AKT 54.85 ALM 53.05 ALT 59.81 AMT 61.36 HKL 27.26
HKM 42.55 HKT 44.94 HLM 45.81 HLT 46.98 HMT 56.49 KLM 42.01 KLT 48.77 KMT 50.32 LMT 51.46
AHKL 48.95 AHKM 60.25 AHKT 62.72 AHLM 64.03 AHLT 65.20 AHMT 74.10 AKLM 63.96 AKLT 70.72 AKMT 72.27 ALMT 73.41
HKLM 48.07 HKLT 49.24 HKMT 59.35 HLMT 64.41 KLMT 56.61
AHKLM 69.76 AHKLT 70.93 AHKMT 77.42 AHLMT 83.00 AKLMT 73.97 HKLMT 66.46 AHKLMT 83.82
"""
SKANE_WORTH = worth_of({tuple(g): -float(cost) for g, cost in re.findall(r"(\w+) ([\d.]+)", SKANE)}, "AHKLMT")


def in_order_of_names(n_parties: int, numbers: list[float]) -> Floats:
    """Games printed as 1, 12, 123, 13, 2, 23, 3."""
    groups = sorted(g for size in range(1, n_parties + 1) for g in combinations(range(n_parties), size))
    table = {tuple(map(str, group)): number for group, number in zip(groups, numbers, strict=True)}
    return worth_of(table, [str(party) for party in range(n_parties)])


def by_size(n_parties: int, numbers: list[float]) -> Floats:
    """Games printed as 1, 2, 3, 12, 13, 23, 123."""
    groups = (g for size in range(1, n_parties + 1) for g in combinations(range(n_parties), size))
    table = {tuple(map(str, group)): number for group, number in zip(groups, numbers, strict=True)}
    return worth_of(table, [str(party) for party in range(n_parties)])


# --- water


def test_six_towns_of_skane_share_their_water_supply() -> None:
    """H. P. Young, N. Okada and T. Hashimoto (1982), Water Resources Research 18:463-475,
    doi:10.1029/WR018i003p00463. The allocations are those of the working paper of 1979 (IIASA WP-79-77, Table 7)."""
    np.testing.assert_allclose(-shapley_value(SKANE_WORTH), [20.01, 10.71, 6.61, 10.37, 16.94, 19.18], atol=0.01)
    shares = -nucleolus(SKANE_WORTH)
    np.testing.assert_allclose(shares[:4], [20.35, 12.06, 5.00, 8.61], atol=0.006)
    assert in_core(SKANE_WORTH, -shares)
    assert not in_core(SKANE_WORTH, shapley_value(SKANE_WORTH))  # H, K and L pay 27.69; alone 27.26


def test_two_towns_of_skane_can_still_shift_what_the_working_paper_settles() -> None:
    """Table 7 gives M 18.60 and T 19.21. Together they pay 39.41 - 1.60 = 37.81 in any case. But alone M would pay
    20.81 and saves only 2.21, T 21.98 and saves 2.77, and nobody else stands in between: halving gives each 2.49,
    so that M pays 18.32 and T 19.49."""
    shares = nucleolus(SKANE_WORTH)
    assert -shares[4:] == pytest.approx([18.32, 19.49], abs=0.006)
    assert is_nucleolus(SKANE_WORTH, shares)
    shifted = is_nucleolus(SKANE_WORTH, shares + np.array([0, 0, 0, 0, -0.28, 0.28]))
    assert not shifted
    np.testing.assert_allclose(shifted.shift, [0, 0, 0, 0, 1, -1], atol=1e-9)


def test_three_purposes_of_the_tennessee_valley() -> None:
    """J. S. Ransmeier (1942), The Tennessee Valley Authority, Vanderbilt University Press; P. D. Straffin and
    J. P. Heaney (1981), International Journal of Game Theory 10:35-43, doi:10.1007/BF01770069. Navigation, flood
    control and power, thousand dollars. No pair saves a third of what all save (141,858), so that each saves a third,
    47,286."""
    alone = (163520, 140826, 250096)
    table = {("n",): -alone[0], ("f",): -alone[1], ("p",): -alone[2], ("n", "f"): -301607, ("n", "p"): -378821}
    worth = worth_of({**table, ("f", "p"): -367370, ("n", "f", "p"): -412584}, "nfp")
    np.testing.assert_allclose(-nucleolus(worth), [cost - 47286 for cost in alone], **CLOSE)
    np.testing.assert_allclose(-shapley_value(worth), [117829, 100756.5, 193998.5], **CLOSE)
    assert in_core(worth, nucleolus(worth))
    assert in_core(worth, shapley_value(worth))


def test_the_tennessee_valley_shares_what_is_left_by_remaining_benefits() -> None:
    """The same published costs; the shares are worked out by hand. Each purpose pays its separable cost, what leaving
    it out would save: 45,214, 33,763 and 110,977. The rest, 222,630, is shared as the remaining benefits stand:
    118,306, 107,063 and 139,119. Nobody objects. Were navigation to pay a dollar less than its separable cost, the two
    others would pay 367,371 together, a dollar more than without it."""
    alone, separable = np.array([163520.0, 140826, 250096]), np.array([45214.0, 33763, 110977])
    together = {("n", "f"): -301607, ("n", "p"): -378821, ("f", "p"): -367370, ("n", "f", "p"): -412584}
    table = {(purpose,): -cost for purpose, cost in zip("nfp", alone, strict=True)}
    worth = worth_of({**table, **together}, "nfp")
    remaining = alone - separable
    shares = separable + (412584 - separable.sum()) * remaining / remaining.sum()
    np.testing.assert_allclose(shares, [117476, 99157, 195951], atol=1)
    assert in_core(worth, -shares)
    refused = in_core(worth, [-45213, -130000, -237371])
    assert (refused.names("nfp"), refused.shortfalls) == ((("f", "p"),), (1,))


# --- power, insurance, production


def test_three_systems_of_electric_power() -> None:
    """D. Gately (1974), International Economic Review 15:195-208: pairs save 210, 770 and 1170, all save 1530. By
    hand: the last two together get 1170 and half of what is left, (1530 - 1170) / 2, the first the other 180. Of the
    1350 the second wants up to 760 - t and the third up to 1320 - t: t = 365 leaves them 395 and 955."""
    np.testing.assert_allclose(nucleolus(by_size(3, [0, 0, 0, 210, 770, 1170, 1530])), [180, 395, 955], **CLOSE)


# M. Guajardo and K. Jornsten (2015), Common mistakes in computing the nucleolus, European Journal of Operational
# Research 241, collect published answers that were wrong, and mend them.
MENDED = {
    "insurance, Lemaire 1991": (
        3, 1, [46125, 69187.5, 90000, 53812.5, 17437.5, 30750, 5812.5], [52687.5, 24468.75, 12843.75],
    ),
    "broadcasting, Hasan and others 2011": (
        4, -1, [8, 8, 10, 20, 19, 10, 20, 19, 1, 10, 13, 12, 10, 12, 11], [7.5, 0.5, 1.5, 10.5],
    ),
    "manufacturing, Oh and Shin 2012": (
        3, -1, [375144, 568232, 772500, 551055, 245280, 452411, 211239], [331695.25, 233051.25, 207753.5],
    ),
    "production, Sakawa and others 2001": (
        5, 1,
        [0.060, 0.378, 0.536, 0.906, 1, 0.573, 0.747, 0.874, 0.485, 0.144, 0.546, 0.634, 0.255, 0.408, 0.561, 0.182,
         0.168, 0.337, 0.706, 0.801, 0.379, 0.538, 0.668, 0.279, 0.03, 0.383, 0.473, 0.083, 0.249, 0.386, 0],
        [0.165, 0.3205, 0.0845, 0.3745, 0.0555],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_answers_that_were_published_wrongly_and_mended(name: str) -> None:
    n_parties, sign, numbers, shares = MENDED[name]
    worth = sign * in_order_of_names(n_parties, numbers)
    np.testing.assert_allclose(sign * nucleolus(worth), shares, **CLOSE)


# --- lecture notes


def test_a_game_of_three_from_lecture_notes() -> None:
    """T. S. Ferguson, Game Theory, University of California, part IV: Games in Coalitional Form."""
    np.testing.assert_allclose(nucleolus(by_size(3, [-1, 0, 1, 3, 4, 2, 5])), [8 / 3, 2 / 3, 5 / 3], **CLOSE)


def test_a_game_of_four_from_a_handbook_of_software() -> None:
    """J. Staudacher and others, CoopGame for R, help page of its nucleolus."""
    worth = by_size(4, [0, 0, 0, 0, 5, 5, 8, 9, 10, 8, 13, 15, 16, 17, 21])
    np.testing.assert_allclose(nucleolus(worth), [3.5, 4.5, 5.5, 7.5], **CLOSE)


# --- votes


def test_the_council_of_six_states() -> None:
    """Votes 4, 4, 4, 2, 2, 1 and 12 to decide, 1958. Three large states, or two large and both middle ones, just
    suffice. With x for each large and y for each middle one, 3x and 2x + 2y are alike when x = 2y: 1/4 and 1/8."""
    votes = (4, 4, 4, 2, 2, 1)
    worth = game_of(6, lambda members: sum(votes[member] for member in members) >= 12)
    np.testing.assert_allclose(nucleolus(worth), [1 / 4, 1 / 4, 1 / 4, 1 / 8, 1 / 8, 0], **CLOSE)
    assert least_core(worth).epsilon == pytest.approx(1 / 4)


def test_a_veto_takes_all() -> None:
    """Party 0 and any two of the others decide: nothing is left for those who can be replaced."""
    worth = game_of(5, lambda members: 0 in members and len(members) > 2)
    np.testing.assert_allclose(nucleolus(worth), [1, 0, 0, 0, 0], **CLOSE)


# --- claims


def claims_game(supply: float, claims: list[float]) -> Floats:
    """What a group is sure of: what the others leave when they get all they claim."""
    everyone = set(range(len(claims)))
    return game_of(len(claims), lambda members: max(0, supply - sum(claims[p] for p in everyone - members)))


@pytest.mark.parametrize(("supply", "shares"), [(100, [100 / 3] * 3), (200, [50, 75, 75]), (300, [50, 100, 150])])
def test_three_widows(supply: float, shares: list[float]) -> None:
    """R. J. Aumann and M. Maschler (1985), Journal of Economic Theory 36:195-213,
    doi:10.1016/0022-0531(85)90102-4: claims of 100, 200 and 300."""
    np.testing.assert_allclose(nucleolus(claims_game(supply, [100, 200, 300])), shares, **CLOSE)


@quick
@given(claims=st.lists(st.integers(0, 60).map(float), min_size=1, max_size=6), part=st.integers(0, 20))
def test_the_nucleolus_of_claims_is_the_rule_of_the_talmud(claims: list[float], part: int) -> None:
    """Aumann and Maschler's theorem, against the kit's own rule, which was written without this one."""
    supply = part / 20 * sum(claims)
    np.testing.assert_allclose(nucleolus(claims_game(supply, claims)), talmud(supply, claims), atol=1e-7)


# --- markets and planes


def test_one_left_glove_and_two_right_ones() -> None:
    worth = game_of(3, lambda members: 0 in members and len(members) > 1)
    np.testing.assert_allclose(nucleolus(worth), [1, 0, 0], **CLOSE)
    assert least_core(worth).allocation == pytest.approx((1, 0, 0))


def test_nine_left_gloves_and_eleven_right_ones() -> None:
    """As many parties as can be counted. Right gloves are left over, so that one more can always be had for nothing."""
    left, right = (np.array([bin(k).count("1") for k in range(1 << n)]) for n in (9, 11))
    worth = np.minimum(left[np.newaxis, :], right[:, np.newaxis]).ravel()
    np.testing.assert_allclose(nucleolus(worth), [1] * 9 + [0] * 11, atol=1e-9)


def test_a_market_for_horses() -> None:
    """E. von Boehm-Bawerk's market, in L. S. Shapley and M. Shubik (1971), International Journal of Game Theory
    1:111-130, doi:10.1007/BF01753437: eight sellers, ten buyers, eighteen parties. Five horses change hands at one
    price: at least 21, or a sixth buyer would come in, at most 21.5, or a sixth seller would. Nobody else stands
    in the way between, and the middle is fair to both sides: 21.25."""
    sellers = [10, 11, 15, 17, 20, 21.5, 25, 26]
    buyers = [30, 28, 26, 24, 22, 21, 20, 18, 17, 15]
    # Duality: the gain of a group is what its members gain at the price that leaves them least.
    worth = np.full(1 << 18, np.inf)
    for price in (*sellers, *buyers):
        gains = [max(0, price - least) for least in sellers] + [max(0, most - price) for most in buyers]
        sums = np.zeros(1)
        for gain in gains:
            sums = np.concatenate((sums, sums + gain))
        worth = np.minimum(worth, sums)
    expected = [max(0, 21.25 - least) for least in sellers] + [max(0, most - 21.25) for most in buyers]
    np.testing.assert_allclose(nucleolus(worth), expected, atol=1e-9)


def runway_shares(costs: list[float]) -> list[float]:
    """S. C. Littlechild (1974), International Journal of Game Theory 3:21-29, doi:10.1007/BF01766216. Those with
    the shortest runways pay alike, as little as any prefix of the queue allows; then the next ones."""
    shares: list[float] = []
    while len(shares) < len(costs):
        left, paid = len(costs) - len(shares), sum(shares)
        prefixes = [(costs[len(shares) + k] - paid) / (k + 2 if k + 1 < left else k + 1) for k in range(left)]
        least = min(prefixes)
        shares += [least] * (1 + prefixes.index(least))
    return shares


def test_the_small_airport() -> None:
    """Costs 8, 11, 13 and 18: 8/2 = 4, 11/3, 13/4 = 3.25 is least, for three planes; the last pays 18 - 9.75."""
    assert runway_shares([8, 11, 13, 18]) == [3.25, 3.25, 3.25, 8.25]
    worth = game_of(4, lambda members: -(8, 11, 13, 18)[max(members)])
    np.testing.assert_allclose(-nucleolus(worth), [3.25, 3.25, 3.25, 8.25], **CLOSE)


@quick
@given(costs=st.lists(st.integers(1, 90).map(float), min_size=1, max_size=7).map(sorted))
def test_every_airport(costs: list[float]) -> None:
    worth = game_of(len(costs), lambda members: -costs[max(members)])
    np.testing.assert_allclose(-nucleolus(worth), runway_shares(costs), atol=1e-7)


def test_sixteen_planes() -> None:
    costs = [float(k * k) for k in range(1, 17)]
    longest = np.zeros(1)
    for cost in costs:
        longest = np.concatenate((longest, np.full(longest.size, cost)))
    np.testing.assert_allclose(-nucleolus(-longest), runway_shares(costs), rtol=1e-9)
