"""Frontier, zone and better packages against plain counting, and in spaces with nothing much in them."""

from functools import reduce
from itertools import product
from math import comb
from operator import add

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
    pareto_frontier,
    utilitarian,
    zone_size,
)
from simulations.bargaining.frontier import undominated
from simulations.bargaining.packages import MOST_PACKAGES, all_payoffs
from simulations.errors import ModelError

quick = settings(max_examples=40, deadline=None)


WHOLE = st.integers(-3, 5)
TENTHS = st.integers(0, 9).map(lambda number: number / 10)
UNEVEN = st.sampled_from([0.1, 0.2, 0.3, 1 / 3, 1.0, 2.0, 3e-17, 1e16, -1e16])


@st.composite
def negotiations(draw: st.DrawFn, values=WHOLE, most_issues: int = 3, most_parties: int = 5) -> Negotiation:
    """A few parties over a few issues, with small whole numbers, unless others are asked for: so many ties."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=most_issues))
    names = [f"issue{place}" for place in range(len(sizes))]
    issues = [
        Issue(key=name, options=[f"o{place}" for place in range(size)]) for name, size in zip(names, sizes, strict=True)
    ]

    def sheet() -> dict[str, list[int]]:
        return {
            name: draw(st.lists(values, min_size=size, max_size=size)) for name, size in zip(names, sizes, strict=True)
        }

    n_parties = draw(st.integers(1, most_parties))
    parties = [Party(key=f"p{i}", values=sheet(), reservation=draw(st.integers(-4, 6))) for i in range(n_parties)]
    return Negotiation(issues=issues, parties=parties)


def listed(talks: Negotiation) -> dict[tuple[int, ...], tuple[float, ...]]:
    """Every package and its payoffs, added up one by one in the order of the issues."""
    return {
        package: tuple(
            reduce(add, (party.values[issue.key][place] for issue, place in zip(talks.issues, package, strict=True)))
            for party in talks.parties
        )
        for package in product(*(range(len(issue.options)) for issue in talks.issues))
    }


def beats(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return all(a >= b for a, b in zip(first, second, strict=True)) and first != second


def as_pairs(found) -> list[tuple[tuple[int, ...], tuple[float, ...]]]:
    return [
        (tuple(package), tuple(payoffs))
        for package, payoffs in zip(found.packages.tolist(), found.payoffs.tolist(), strict=True)
    ]


def two_sides(first: list[float], second: list[float], reservations: tuple[float, float] = (0, 0)) -> Negotiation:
    """One issue and two parties."""
    issue = Issue(key="only", options=[str(place) for place in range(len(first))])
    parties = [
        Party(key=key, values={"only": row}, reservation=least)
        for key, row, least in zip(("springs", "gardens"), (first, second), reservations, strict=True)
    ]
    return Negotiation(issues=[issue], parties=parties)


@quick
@given(talks=st.one_of(negotiations(), negotiations(TENTHS, 5, 3), negotiations(UNEVEN, 5, 3)))
def test_the_frontier_is_what_nothing_beats(talks: Negotiation) -> None:
    """To the last digit, and of equal packages the first, also where sums are rounded."""
    everything, expected = listed(talks), {}
    for package, payoffs in everything.items():
        if not any(beats(other, payoffs) for other in everything.values()):
            expected.setdefault(payoffs, package)  # the first is the lexicographically smallest
    assert as_pairs(pareto_frontier(talks)) == sorted((package, payoffs) for payoffs, package in expected.items())


@quick
@given(talks=st.one_of(negotiations(), negotiations(UNEVEN, 4, 3)))
def test_the_zone_is_what_nobody_must_refuse(talks: Negotiation) -> None:
    least = [party.reservation for party in talks.parties]
    expected = [
        (package, payoffs)
        for package, payoffs in listed(talks).items()
        if all(has >= needs for has, needs in zip(payoffs, least, strict=True))
    ]
    zone = agreement_zone(talks)
    assert as_pairs(zone) == expected
    assert bool(zone) == bool(expected)
    assert zone_size(talks) == len(expected)


@quick
@given(talks=negotiations(), data=st.data())
def test_better_packages_are_all_that_beat_it(talks: Negotiation, data: st.DataObject) -> None:
    everything = listed(talks)
    package = data.draw(st.sampled_from(sorted(everything)))
    found = better_packages(talks, package)
    assert as_pairs(found) == [(p, v) for p, v in everything.items() if beats(v, everything[package])]
    assert bool(found) == (everything[package] not in set(map(tuple, pareto_frontier(talks).payoffs.tolist())))


@quick
@given(rows=st.lists(st.tuples(*[st.integers(0, 6)] * 3), min_size=1, max_size=40))
def test_two_parties_and_many_parties_are_pruned_alike(rows: list[tuple[int, int, int]]) -> None:
    """A third party with nothing at stake changes nothing."""
    payoffs = np.array(rows, dtype=np.float64)
    payoffs[:, 2] = 0
    assert sorted(undominated(payoffs)) == sorted(undominated(payoffs[:, :2]))


def test_a_beginning_that_is_better_by_less_than_rounding_does_not_hide_the_first() -> None:
    """1025 and 1025 + 2**-52 are one number to a computer: both packages are worth the same, and the first stands."""
    issues = [Issue(key="crumb", options=("no", "yes")), Issue(key="loaf", options=("whole",))]
    party = Party(key="p", values={"crumb": (1, 1 + 2**-52), "loaf": (1024,)}, reservation=0)
    assert as_pairs(pareto_frontier(Negotiation(issues=issues, parties=(party,)))) == [((0, 0), (1025,))]


def test_a_package_is_worth_the_same_wherever_it_is_added_up() -> None:
    """Ten tenths, one after the other, are 0.9999999999999999: as here, so in every list of packages."""
    names = [f"i{place}" for place in range(10)]
    issues = [Issue(key=name, options=("only",)) for name in names]
    talks = Negotiation(issues=issues, parties=[Party(key="p", values=dict.fromkeys(names, (0.1,)), reservation=0)])
    assert talks.payoffs([0] * 10).tolist() == [0.9999999999999999]
    for found in (pareto_frontier(talks), agreement_zone(talks)):
        assert found.payoffs.tolist() == [[0.9999999999999999]]
    assert all_payoffs(talks).tolist() == [[0.9999999999999999]]


def drawn(n_parties: int, n_issues: int, n_options: int, seed: int, *, whole: bool, share: float = 0) -> Negotiation:
    """Values drawn at random; reservations are a share of what a party would have with its best options."""
    rng, shape = np.random.default_rng(seed), (n_parties, n_issues, n_options)
    values = rng.integers(0, 101, shape) if whole else rng.random(shape)
    names = [f"i{place}" for place in range(n_issues)]
    parties = [
        Party(key=f"p{place}", values=dict(zip(names, sheet.tolist(), strict=True)), reservation=share * best)
        for place, (sheet, best) in enumerate(zip(values, values.max(axis=2).sum(axis=1).tolist(), strict=True))
    ]
    issues = [Issue(key=name, options=[str(option) for option in range(n_options)]) for name in names]
    return Negotiation(issues=issues, parties=parties)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(("n_parties", "n_issues"), [(2, 9), (3, 8), (5, 6)])
def test_merging_issues_finds_what_listing_all_packages_finds(n_parties: int, n_issues: int, whole: bool) -> None:
    talks = drawn(n_parties, n_issues, 4, seed=n_parties, whole=whole)
    payoffs, frontier = all_payoffs(talks), pareto_frontier(talks)
    rows = undominated(payoffs)
    assert np.array_equal(frontier.payoffs, payoffs[rows])
    assert np.array_equal(frontier.packages, np.stack(np.unravel_index(rows, talks.shape), axis=1))


@pytest.mark.parametrize("whole", [True, False])
def test_a_billion_packages_have_a_frontier_too(whole: bool) -> None:
    talks = drawn(2, 15, 4, seed=3, whole=whole)
    frontier = pareto_frontier(talks)
    assert talks.n_packages == 4**15
    assert (np.diff(frontier.payoffs[np.argsort(frontier.payoffs[:, 0])][:, 1]) < 0).all()
    for package, payoffs in as_pairs(frontier)[:: max(len(frontier) // 4, 1)]:
        assert tuple(talks.payoffs(package)) == payoffs
        assert not better_packages(talks, package)
    # The largest weighted sums lie on every frontier; they are found issue by issue.
    for weight in np.linspace(0.1, 0.9, 9):
        weights = np.array([weight, 1 - weight])
        sheets = [np.array([party.values[issue.key] for party in talks.parties]) for issue in talks.issues]
        best = sum((weights @ sheet).max() for sheet in sheets)
        assert (frontier.payoffs @ weights).max() == pytest.approx(best, rel=1e-12)


def test_what_is_better_is_found_among_a_billion_packages() -> None:
    """From a package of the frontier, one issue is turned to an option that is worse for everybody."""
    talks = drawn(6, 16, 4, seed=5, whole=True)
    first, row = talks.issues[0], [list(party.values["i0"]) for party in talks.parties]
    spoilt = [
        Party(key=party.key, values={**party.values, "i0": [*values[:3], min(values) - 1]}, reservation=0)
        for party, values in zip(talks.parties, row, strict=True)
    ]
    talks = Negotiation(issues=(first, *talks.issues[1:]), parties=spoilt)
    best = utilitarian(talks).package
    assert best is not None
    assert not better_packages(talks, best)
    better = better_packages(talks, (3, *best[1:]))
    assert [list(best)] == [package for package in better.packages.tolist() if package == list(best)]
    assert (better.payoffs >= talks.payoffs((3, *best[1:]))).all()


def test_a_frontier_that_is_too_long_is_refused_before_it_is_listed() -> None:
    with pytest.raises(ModelError) as caught:
        pareto_frontier(ten_options_each_for_itself(7))
    assert caught.value.code == "bargaining.long_frontier"
    assert utilitarian(ten_options_each_for_itself(7)).package == (0,) * 7


def ten_options_each_for_itself(n_issues: int) -> Negotiation:
    """Powers of ten: no two packages are alike, and what one has the other has not."""
    names = [f"i{place}" for place in range(n_issues)]
    issues = [Issue(key=name, options=[str(option) for option in range(10)]) for name in names]
    tens = [10**place for place in range(n_issues)]
    mine = {name: [ten * option for option in range(10)] for name, ten in zip(names, tens, strict=True)}
    yours = {name: [ten * (9 - option) for option in range(10)] for name, ten in zip(names, tens, strict=True)}
    sheets = (("springs", mine), ("gardens", yours))
    return Negotiation(issues=issues, parties=[Party(key=key, values=row, reservation=0) for key, row in sheets])


@quick
@given(talks=negotiations(), data=st.data())
def test_the_order_of_parties_and_issues_changes_no_payoffs(talks: Negotiation, data: st.DataObject) -> None:
    seats = data.draw(st.permutations(range(len(talks.parties))))
    issues = data.draw(st.permutations(talks.issues))
    turned = Negotiation(issues=issues, parties=[talks.parties[place] for place in seats])
    expected = pareto_frontier(talks).payoffs[:, list(seats)].tolist()
    assert sorted(pareto_frontier(turned).payoffs.tolist()) == sorted(expected)
    assert zone_size(turned) == zone_size(talks)


def test_packages_are_counted_that_nobody_could_list() -> None:
    """Forty days, each for one of two: with at least 15 for each, 40 over 15 to 25 added up."""
    names = [f"i{place}" for place in range(40)]
    issues = [Issue(key=name, options=("mine", "yours")) for name in names]
    parties = [
        Party(key=key, values=dict.fromkeys(names, row), reservation=15)
        for key, row in (("springs", (1, 0)), ("gardens", (0, 1)))
    ]
    talks = Negotiation(issues=issues, parties=parties)
    assert zone_size(talks) == sum(comb(40, days) for days in range(15, 26))
    with pytest.raises(ModelError) as caught:
        agreement_zone(talks)
    assert caught.value.params["value"] == zone_size(talks)


def test_a_large_frontier_of_two_parties_is_right() -> None:
    """Powers of two against their mirror image: all 2**16 packages differ, and none beats another."""
    names = [f"i{place}" for place in range(16)]
    issues = [Issue(key=name, options=("no", "yes")) for name in names]
    springs = Party(key="springs", values={name: (0, 2**place) for place, name in enumerate(names)}, reservation=0)
    gardens = Party(key="gardens", values={name: (2**place, 0) for place, name in enumerate(names)}, reservation=0)
    frontier = pareto_frontier(Negotiation(issues=issues, parties=(springs, gardens)))
    assert len(frontier) == 2**16
    assert (frontier.payoffs.sum(axis=1) == 2**16 - 1).all()


def test_reservations_are_not_applied_to_the_frontier() -> None:
    assert len(pareto_frontier(two_sides([0, 1, 2], [2, 1, 0], reservations=(9, 9)))) == 3


def test_one_option_is_a_negotiation_too() -> None:
    talks = two_sides([3], [4])
    assert as_pairs(pareto_frontier(talks)) == as_pairs(agreement_zone(talks)) == [((0,), (3, 4))]
    assert not better_packages(talks, [0])


def test_when_all_is_worth_the_same_the_first_package_stands_for_all() -> None:
    talks = two_sides([1, 1, 1], [2, 2, 2])
    assert as_pairs(pareto_frontier(talks)) == [((0,), (1, 2))]
    assert len(agreement_zone(talks)) == 3


def test_the_reservation_itself_is_enough() -> None:
    assert agreement_zone(two_sides([0, 1, 2], [2, 1, 0], reservations=(1, 1))).packages.tolist() == [[1]]
    assert not agreement_zone(two_sides([0, 1, 2], [2, 1, 0], reservations=(1, 1.5)))


def ten_options(n_issues: int) -> Negotiation:
    names = [f"i{place}" for place in range(n_issues)]
    issues = [Issue(key=name, options=[str(option) for option in range(10)]) for name in names]
    party = Party(key="p", values={name: range(10) for name in names}, reservation=0)
    return Negotiation(issues=issues, parties=(party,))


@pytest.mark.parametrize(
    ("question", "n_found"),
    [(agreement_zone, 10**20), (lambda talks: better_packages(talks, [0] * 20), 10**20 - 1)],
)
def test_what_cannot_be_listed_is_refused_and_says_how_much_it_is(question, n_found: int) -> None:
    with pytest.raises(ModelError) as caught:
        question(ten_options(20))
    assert caught.value.code == "bargaining.too_many"
    assert caught.value.params == {"value": n_found, "allowed": MOST_PACKAGES}


def test_one_party_takes_the_best_of_any_number_of_packages() -> None:
    assert as_pairs(pareto_frontier(ten_options(20))) == [((9,) * 20, (180,))]
    assert not better_packages(ten_options(20), [9] * 20)


ISSUE = Issue(key="a", options=("x", "y"))
PARTY = Party(key="p", values={"a": (1, 2)}, reservation=0)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Issue(key="a", options=()), "bargaining.nothing_there"),
        (lambda: Issue(key="a", options=("x", "x")), "bargaining.repeated"),
        (lambda: Party(key="p", values={"a": ()}, reservation=0), "bargaining.wrong_shape"),
        (lambda: Party(key="p", values={"a": [[1]]}, reservation=0), "bargaining.wrong_shape"),
        (lambda: Party(key="p", values={"a": [float("nan")]}, reservation=0), "bargaining.bad_number"),
        (lambda: Party(key="p", values={"a": [1]}, reservation=float("-inf")), "bargaining.bad_number"),
        (
            lambda: Negotiation(
                issues=(ISSUE, Issue(key="b", options="x")),
                parties=(Party(key="p", values={"a": (1e308, 0), "b": (1e308,)}, reservation=0),),
            ),
            "bargaining.bad_number",
        ),
        (lambda: Negotiation(issues=(), parties=(PARTY,)), "bargaining.nothing_there"),
        (lambda: Negotiation(issues=(ISSUE,), parties=()), "bargaining.nothing_there"),
        (lambda: Negotiation(issues=(ISSUE, ISSUE), parties=(PARTY,)), "bargaining.repeated"),
        (lambda: Negotiation(issues=(ISSUE,), parties=(PARTY, PARTY)), "bargaining.repeated"),
        (lambda: Negotiation(issues=(Issue(key="b", options="xy"),), parties=(PARTY,)), "bargaining.other_issues"),
        (lambda: Negotiation(issues=(Issue(key="a", options="xyz"),), parties=(PARTY,)), "bargaining.wrong_shape"),
        (lambda: better_packages(Negotiation(issues=(ISSUE,), parties=(PARTY,)), [2]), "bargaining.not_a_package"),
        (lambda: better_packages(Negotiation(issues=(ISSUE,), parties=(PARTY,)), [-1]), "bargaining.not_a_package"),
        (lambda: better_packages(Negotiation(issues=(ISSUE,), parties=(PARTY,)), [0, 0]), "bargaining.not_a_package"),
    ],
)
def test_negotiations_check_themselves(make, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.code == code


def test_a_sheet_is_copied_and_cannot_be_changed() -> None:
    row = [1, 2]
    party = Party(key="p", values={"a": row}, reservation=0)
    row[0] = 9
    assert party.values["a"] == (1, 2)
    assert party == PARTY
    with pytest.raises(TypeError):
        party.values["a"] = (0, 0)  # type: ignore[index]
