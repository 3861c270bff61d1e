"""The four solutions against published examples, sums by hand and their own axioms."""

from functools import partial
from itertools import product
from math import prod, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from simulations.bargaining import (
    Issue,
    Negotiation,
    Party,
    agreement_zone,
    better_packages,
    egalitarian,
    kalai_smorodinsky,
    nash_solution,
    solutions,
    utilitarian,
)
from simulations.bargaining.frontier import merged
from simulations.bargaining.packages import Packages, option_payoffs
from simulations.bargaining.search import best_package
from simulations.errors import ModelError

SOLUTIONS = {
    "nash": nash_solution,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}
every_solution = pytest.mark.parametrize("name", SOLUTIONS)
AIMS = {
    "nash": solutions.largest_product,
    "kalai_smorodinsky": solutions.equal_shares,
    "egalitarian": solutions.equal_gains,
    "utilitarian": solutions.largest_sum,
}
quick = settings(max_examples=30, deadline=None)


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


# S. J. Brams and A. D. Taylor, The Win-Win Solution (1999), as shown at pages.nyu.edu/adjustedwinner: 100 points each.
FIVE_GOODS = {
    "retirement account": (50, 40),
    "home": (20, 30),
    "summer cottage": (15, 10),
    "investments": (10, 10),
    "other": (5, 10),
}


def test_carol_and_bob_share_what_cannot_be_divided() -> None:
    """To whoever values it more: she has 50 + 15, he 30 + 10, as printed; the tied 10 go to him, by every idea but the
    sum's. With them to her 75 * 40 = 3000, to him 65 * 50 = 3250; giving the account away, 50 * 60 at most."""
    issues = [Issue(key=good, options=("carol", "bob")) for good in FIVE_GOODS]
    carol = Party(key="carol", values={good: (worth, 0) for good, (worth, _) in FIVE_GOODS.items()}, reservation=0)
    bob = Party(key="bob", values={good: (0, worth) for good, (_, worth) in FIVE_GOODS.items()}, reservation=0)
    talks = Negotiation(issues=issues, parties=(carol, bob))
    assert nash_solution(talks).payoffs == (65, 50)
    assert utilitarian(talks).payoffs == (75, 40)  # 115 either way: the first package has the tied good at Carol
    # Without account and cottage he could have 100 - 50; with the cottage 60, and she 50: the least is 50 both times.
    assert egalitarian(talks).payoffs == kalai_smorodinsky(talks).payoffs == (65, 50)


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


def in_many_issues(n_parties: int, n_issues: int, n_options: int, seed: int, share: float, whole: bool = True):
    """Values drawn at random; the reservations are a share of what each would have with its best options."""
    rng, shape = np.random.default_rng(seed), (n_parties, n_issues, n_options)
    values = rng.integers(0, 101, shape) if whole else rng.integers(0, 11, shape) / 10
    names = [f"i{place}" for place in range(n_issues)]
    best = values.max(axis=2).sum(axis=1)
    parties = [
        Party(key=f"p{place}", values=dict(zip(names, sheet.tolist(), strict=True)), reservation=float(needs))
        for place, (sheet, needs) in enumerate(zip(values, np.floor(share * best), strict=True))
    ]
    issues = [Issue(key=name, options=[str(option) for option in range(n_options)]) for name in names]
    return Negotiation(issues=issues, parties=parties)


@every_solution
@settings(max_examples=25, deadline=None)
@given(
    n_parties=st.integers(1, 5),
    n_issues=st.integers(1, 4),
    seed=st.integers(0, 10**6),
    share=st.sampled_from([0, 0.4, 0.7, 0.9]),
    whole=st.booleans(),
)
def test_search_and_frontier_give_the_same_package(
    name: str, n_parties: int, n_issues: int, seed: int, share: float, whole: bool
) -> None:
    """Also among equals: many sums of tenths are equal, and some only by rounding."""
    talks = in_many_issues(n_parties, n_issues, 3, seed, share, whole)
    frontier = merged(talks, least=talks.reservations, most_pairs=10**9)
    assert isinstance(frontier, Packages)
    best = partial(solutions.best_of, talks, frontier)
    assert solutions.reached(talks, AIMS[name], best) == SOLUTIONS[name](talks)
    assert solutions.reached(talks, AIMS[name], partial(best_package, talks)) == SOLUTIONS[name](talks)


@every_solution
@quick
@given(points=POINTS, first=st.integers(0, 3))
def test_of_equals_the_first_is_found_by_search_too(name: str, points, first: int) -> None:
    """Every point twice or more, on two issues of which one changes nothing."""
    talks = over_points(points)
    idle = Issue(key="idle", options=[str(place) for place in range(first + 1)])
    parties = [
        Party(key=party.key, values={**party.values, "idle": [0] * (first + 1)}, reservation=party.reservation)
        for party in talks.parties
    ]
    both = Negotiation(issues=(idle, *talks.issues), parties=parties)
    found = solutions.reached(both, AIMS[name], partial(best_package, both))
    expected = SOLUTIONS[name](talks)
    assert found.payoffs == expected.payoffs
    assert found.package == ((0, *expected.package) if expected.package else None)


def integer_program(talks: Negotiation, *, sum_of_gains: bool) -> float:
    """Return the largest sum of gains, or the largest least gain, as the solver HiGHS finds it."""
    issues = option_payoffs(talks)
    worth, n_options = np.concatenate(issues).T, sum(map(len, issues))
    once = np.repeat(np.eye(len(issues)), [len(options) for options in issues], axis=1)
    threshold = np.full((len(worth), 1), 0.0 if sum_of_gains else -1.0)
    rules = [
        LinearConstraint(np.hstack((once, np.zeros((len(issues), 1)))), 1, 1),
        LinearConstraint(np.hstack((worth, threshold)), talks.reservations, np.inf),
    ]
    aim = np.append(-worth.sum(axis=0), 0) if sum_of_gains else np.append(np.zeros(n_options), -1)
    solved = milp(
        aim,
        constraints=rules,
        integrality=np.append(np.ones(n_options), 0),
        bounds=Bounds(np.zeros(n_options + 1), np.append(np.ones(n_options), 1e6)),
        options={"mip_rel_gap": 0.0},
    )
    return float(-solved.fun) - (talks.reservations.sum() if sum_of_gains else 0.0)


def test_eight_parties_and_twenty_issues_are_solved_without_a_frontier() -> None:
    """4**20 packages. The sum agrees with an integer program; no package is better than any of the deals."""
    talks = in_many_issues(8, 20, 4, seed=1, share=0.6)
    assert isinstance(merged(talks, least=talks.reservations, most_pairs=10**6), int)
    total = utilitarian(talks)
    assert sum(total.payoffs) - talks.reservations.sum() == pytest.approx(integer_program(talks, sum_of_gains=True))
    deal = nash_solution(talks)
    assert prod(np.array(deal.payoffs) - talks.reservations) >= prod(np.array(total.payoffs) - talks.reservations)


@pytest.mark.parametrize("seed", [0, 1])
def test_the_least_gain_agrees_with_an_integer_program(seed: int) -> None:
    talks = in_many_issues(6, 10, 4, seed, share=0.5)
    deal = solutions.reached(talks, solutions.equal_gains, partial(best_package, talks))
    least = (np.array(deal.payoffs) - talks.reservations).min()
    assert least == pytest.approx(integer_program(talks, sum_of_gains=False))


def test_products_are_compared_to_the_last_digit() -> None:
    """n * n is one more than (n - 1) * (n + 1); both lie above 2**53, where a rounded product is the same."""
    n = 94906267
    talks = over_points([(n - 1, n + 1), (n, n)])
    assert float((n - 1) * (n + 1)) == float(n * n)
    assert nash_solution(talks).package == (1,)


@quick
@given(values=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8))
def test_where_both_are_alike_nash_shares_evenly(values: list[tuple[int, int]]) -> None:
    """Symmetry, on a list of packages: each has its mirror image, and so has the best; an even one wins if any."""
    points = sorted({*values, *((second, first) for first, second in values)})
    product_of = [first * second for first, second in points]
    deal = nash_solution(over_points(points))
    assert deal.payoffs[0] * deal.payoffs[1] == max(product_of)
    assert deal.payoffs[::-1] in points
    assert deal.payoffs[0] <= deal.payoffs[1]  # of the two the first in order


def test_a_search_that_cannot_end_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulations.bargaining.walk.MOST_STEPS", 1000)
    talks = in_many_issues(8, 12, 4, seed=0, share=0.6)
    with pytest.raises(ModelError) as caught:
        best_package(talks, solutions.equal_gains(talks, partial(best_package, talks)))
    assert caught.value.code == "bargaining.too_hard"
    assert caught.value.params == {"value": 4**12, "allowed": 1000}
