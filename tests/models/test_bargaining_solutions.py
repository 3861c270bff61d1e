"""The four solutions against published examples, sums by hand and their own axioms."""

from itertools import product
from math import prod, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.bargaining import (
    Issue,
    Negotiation,
    Party,
    agreement_zone,
    better_packages,
    egalitarian,
    kalai_smorodinsky,
    nash_solution,
    utilitarian,
)

SOLUTIONS = {
    "nash": nash_solution,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}
every_solution = pytest.mark.parametrize("name", SOLUTIONS)
quick = settings(max_examples=60, deadline=None)


def over_points(points, reservations=None) -> Negotiation:
    """One issue whose options are points in the space of the parties' payoffs."""
    columns = list(zip(*points, strict=True))
    least = reservations or [0] * len(columns)
    issue = Issue(key="point", options=[str(place) for place in range(len(points))])
    parties = [
        Party(key=f"p{place}", values={"point": column}, reservation=need)
        for place, (column, need) in enumerate(zip(columns, least, strict=True))
    ]
    return Negotiation(issues=(issue,), parties=parties)


POINTS = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.tuples(*[st.integers(-3, 8)] * n), min_size=1, max_size=15),
)


def test_where_not_all_can_gain_the_first_group_of_winners_counts() -> None:
    """The first package lets the first two gain: among those who do, 3 * 8 = 24 is more than 2 * 9 = 18."""
    assert nash_solution(over_points([(2, 9, 0), (0, 70, 80), (3, 8, 0), (17, 0, 0)])).payoffs == (3, 8, 0)


@quick
@given(points=POINTS)
def test_the_product_is_the_largest_of_the_first_group_with_most_winners(points: list[tuple[int, ...]]) -> None:
    zone = [point for point in points if min(point) >= 0]
    most = max((sum(gain > 0 for gain in point) for point in zone), default=0)
    leaders = [point for point in zone if sum(gain > 0 for gain in point) == most]
    group = [tuple(gain > 0 for gain in point) for point in leaders]
    first = [point for point, winners in zip(leaders, group, strict=True) if winners == group[0]]
    products = {point: prod(gain for gain in point if gain > 0) for point in first}
    deal = nash_solution(over_points(points))
    expected = max(products, key=products.__getitem__) if products else None
    assert (deal.payoffs if deal else None) == expected


def test_dividing_one_with_a_square_root() -> None:
    """u1 = x, u2 = sqrt(1 - x): Nash gives x = 2/3, Kalai-Smorodinsky (sqrt(5) - 1) / 2; on a grid of 1/9999."""
    n = 9999
    talks = over_points([(x / n, sqrt(1 - x / n)) for x in range(n + 1)])
    assert nash_solution(talks).payoffs[0] == pytest.approx(2 / 3, abs=1 / n)
    assert kalai_smorodinsky(talks).payoffs[0] == pytest.approx((sqrt(5) - 1) / 2, abs=1 / n)
    assert egalitarian(talks).payoffs[0] == pytest.approx((sqrt(5) - 1) / 2, abs=1 / n)  # both can hope for 1
    assert utilitarian(talks).payoffs[0] == pytest.approx(3 / 4, abs=1 / n)  # 1 = 1 / (2 sqrt(1 - x))


# J. F. Nash (1950), Econometrica 18:155-162, p. 161: whose it is, and what it is worth to Bill and to Jack.
NINE_GOODS = {
    "book": ("bill", 2, 4),
    "whip": ("bill", 2, 2),
    "ball": ("bill", 2, 1),
    "bat": ("bill", 2, 2),
    "box": ("bill", 4, 1),
    "pen": ("jack", 10, 1),
    "toy": ("jack", 4, 1),
    "knife": ("jack", 6, 2),
    "hat": ("jack", 2, 2),
}


def test_nash_own_example_of_nine_goods() -> None:
    """Bill gives book, whip, ball and bat, Jack gives pen, toy and knife: gains 12 and 5."""
    issues = [Issue(key=good, options=("bill", "jack")) for good in NINE_GOODS]
    bill = Party(key="bill", values={good: (worth, 0) for good, (_, worth, _) in NINE_GOODS.items()}, reservation=12)
    jack = Party(key="jack", values={good: (0, worth) for good, (_, _, worth) in NINE_GOODS.items()}, reservation=6)
    talks = Negotiation(issues=issues, parties=(bill, jack))
    deal = nash_solution(talks)
    assert deal.payoffs == (24, 11)
    assert deal.package is not None
    to_jack = {good for good, option in zip(NINE_GOODS, deal.package, strict=True) if option == 1}
    assert to_jack - {"hat"} == {"book", "whip", "ball", "bat"}
    # The other tables of the same example: who gives what and who gains what.
    assert to_jack == {"book", "whip", "ball", "bat", "hat"}
    assert not better_packages(talks, deal.package)


def test_each_solution_has_a_choice_of_its_own() -> None:
    """Gains by hand. Sums: 13, 11, 10, 10. Products: 22, 28, 24, 25. Least: 2, 4, 4, 5. Shares of 11 and 7:
    (1, 2/7), (7/11, 4/7), (4/11, 6/7), (5/11, 5/7): the least are 2/7, 4/7, 4/11, 5/11."""
    talks = over_points([(11, 2), (7, 4), (4, 6), (5, 5), (0, 7)])
    assert utilitarian(talks).payoffs == (11, 2)
    assert nash_solution(talks).payoffs == (7, 4)
    assert kalai_smorodinsky(talks).payoffs == (7, 4)
    assert egalitarian(talks).payoffs == (5, 5)


def test_hope_moves_kalai_smorodinsky_and_not_nash() -> None:
    """One more point far out on one side: shares of (20, 6) and (8, 12) change from 8/8, .. to 8/20 and so on."""
    near = [(6, 6), (8, 4)]
    far = [*near, (20, 0)]
    assert kalai_smorodinsky(over_points(near)).payoffs == (6, 6)  # shares (3/4, 1) against (1, 2/3)
    assert kalai_smorodinsky(over_points(far)).payoffs == (8, 4)  # shares (3/10, 1) against (2/5, 2/3)
    assert nash_solution(over_points(near)).payoffs == nash_solution(over_points(far)).payoffs == (6, 6)


@every_solution
def test_no_agreement_is_a_result(name: str) -> None:
    deal = SOLUTIONS[name](over_points([(5, 0), (0, 5)], reservations=(1, 1)))
    assert not deal
    assert deal.package is None
    assert deal.payoffs == (1, 1)


@every_solution
def test_an_agreement_at_the_reservations_is_an_agreement(name: str) -> None:
    deal = SOLUTIONS[name](over_points([(5, 0), (1, 1), (0, 5)], reservations=(1, 1)))
    assert deal
    assert deal.package == (1,)


@every_solution
def test_of_equal_packages_the_first_is_taken(name: str) -> None:
    assert SOLUTIONS[name](over_points([(0, 0), (2, 2), (2, 2)])).package == (1,)


def test_where_somebody_cannot_gain_the_others_still_do() -> None:
    """The third party has its reservation everywhere; every product of three would be 0."""
    talks = over_points([(4, 1, 7), (3, 3, 7), (9, 0, 7)], reservations=(0, 0, 7))
    assert nash_solution(talks).payoffs == (3, 3, 7)
    assert kalai_smorodinsky(talks).payoffs == (3, 3, 7)  # shares (4/9, 1/3), (1/3, 1), (1, 0)
    assert egalitarian(talks).payoffs == (3, 3, 7)


def test_equal_products_of_large_numbers_stay_equal() -> None:
    """2 * 6 = 3 * 4; logarithms would round them apart. The first is taken, in either order."""
    for points in ([(2e9, 6e9), (3e9, 4e9)], [(3e9, 4e9), (2e9, 6e9)]):
        assert nash_solution(over_points(points)).package == (0,)


@every_solution
@quick
@given(points=POINTS)
def test_a_deal_is_in_the_zone_and_on_the_frontier(name: str, points) -> None:
    talks = over_points(points)
    deal, zone = SOLUTIONS[name](talks), agreement_zone(talks)
    assert bool(deal) == bool(zone)
    if deal.package is not None:
        assert list(deal.package) in zone.packages.tolist()
        assert deal.payoffs == tuple(talks.payoffs(deal.package))
        assert not better_packages(talks, deal.package)


@quick
@given(points=POINTS)
def test_nash_has_the_largest_product(points) -> None:
    deal = nash_solution(over_points(points))
    inside = [point for point in points if min(point) >= 0]
    if inside:
        assert prod(deal.payoffs) == max(prod(point) for point in inside)


@quick
@given(points=POINTS)
def test_egalitarian_raises_the_least_first(points) -> None:
    deal = egalitarian(over_points(points))
    inside = [sorted(point) for point in points if min(point) >= 0]
    if inside:
        assert sorted(deal.payoffs) == max(inside)


@pytest.mark.parametrize("name", ["nash", "kalai_smorodinsky"])
@quick
@given(points=POINTS, zero=st.integers(-50, 50))
def test_unit_and_zero_of_a_party_do_not_matter(name: str, points, zero: int) -> None:
    """The first party counts in points four times as fine, from another zero."""
    moved = [(4 * point[0] + zero, *point[1:]) for point in points]
    least = [0] * len(points[0])
    plain, other = over_points(points, least), over_points(moved, [zero, *least[1:]])
    assert SOLUTIONS[name](plain).package == SOLUTIONS[name](other).package


@every_solution
@quick
@given(points=POINTS)
def test_the_order_of_the_parties_does_not_matter(name: str, points) -> None:
    turned = [tuple(reversed(point)) for point in points]
    assert SOLUTIONS[name](over_points(points)).package == SOLUTIONS[name](over_points(turned)).package


@pytest.mark.parametrize("name", ["nash", "egalitarian", "utilitarian"])
@quick
@given(points=POINTS)
def test_options_that_were_not_chosen_do_not_matter(name: str, points) -> None:
    """Without the last point that was not chosen, the choice stays. (Kalai-Smorodinsky looks at hopes.)"""
    deal = SOLUTIONS[name](over_points(points))
    if deal.package is not None and len(points) > 1:
        dropped = next(place for place in reversed(range(len(points))) if place != deal.package[0])
        fewer = [point for place, point in enumerate(points) if place != dropped]
        assert SOLUTIONS[name](over_points(fewer)).payoffs == deal.payoffs


def test_issues_add_up() -> None:
    """Two issues of unlike weight: each gets what matters to it, by every idea of fairness."""
    issues = [Issue(key="power", options=("no", "yes")), Issue(key="water", options=("no", "yes"))]
    springs = Party(key="springs", values={"power": (0, 9), "water": (2, 0)}, reservation=1)
    gardens = Party(key="gardens", values={"power": (2, 0), "water": (0, 9)}, reservation=1)
    talks = Negotiation(issues=issues, parties=(springs, gardens))
    everything = {package: tuple(talks.payoffs(package)) for package in product((0, 1), repeat=2)}
    assert everything == {(0, 0): (2, 2), (0, 1): (0, 11), (1, 0): (11, 0), (1, 1): (9, 9)}
    assert {solution(talks).package for solution in SOLUTIONS.values()} == {(1, 1)}
    assert np.array_equal(agreement_zone(talks).packages, [[0, 0], [1, 1]])
