"""Frontier, zone and better packages against plain counting, and in spaces with nothing much in them."""

from itertools import product

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
)
from simulations.bargaining.frontier import undominated
from simulations.bargaining.packages import MOST_PACKAGES
from simulations.errors import ModelError

quick = settings(max_examples=80, deadline=None)


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    """One to four parties over one to three issues, with small whole numbers so that there are many ties."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    names = [f"issue{place}" for place in range(len(sizes))]
    issues = [
        Issue(key=name, options=[f"o{place}" for place in range(size)]) for name, size in zip(names, sizes, strict=True)
    ]

    def sheet() -> dict[str, list[int]]:
        return {
            name: draw(st.lists(st.integers(-3, 5), min_size=size, max_size=size))
            for name, size in zip(names, sizes, strict=True)
        }

    n_parties = draw(st.integers(1, 4))
    parties = [Party(key=f"p{i}", values=sheet(), reservation=draw(st.integers(-4, 6))) for i in range(n_parties)]
    return Negotiation(issues=issues, parties=parties)


def listed(talks: Negotiation) -> dict[tuple[int, ...], tuple[float, ...]]:
    """Every package and its payoffs, added up one by one."""
    return {
        package: tuple(
            sum(party.values[issue.key][place] for issue, place in zip(talks.issues, package, strict=True))
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
@given(talks=negotiations())
def test_the_frontier_is_what_nothing_beats(talks: Negotiation) -> None:
    everything, expected = listed(talks), {}
    for package, payoffs in everything.items():
        if not any(beats(other, payoffs) for other in everything.values()):
            expected.setdefault(payoffs, package)  # the first is the lexicographically smallest
    assert as_pairs(pareto_frontier(talks)) == sorted((package, payoffs) for payoffs, package in expected.items())


@quick
@given(talks=negotiations())
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
