"""What the nucleolus promises, against the definition itself and a slow way to count it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from simulations.coalitions import in_core, is_nucleolus, least_core, nucleolus
from simulations.errors import ModelError
from tests.models.small_games import ANY_GAME, CLOSE, game_of, games, members, numbers

Floats = NDArray[np.float64]
quick = settings(max_examples=30, deadline=None)
FEW_VALUES = st.integers(2, 6).flatmap(
    lambda n: st.lists(st.integers(0, 3).map(float), min_size=2**n - 1, max_size=2**n - 1).map(
        lambda drawn: np.array([0.0, *drawn])
    )
)
"""Games full of ties, where many coalitions are settled only together."""


def complaints(worth: Floats, shares: Floats) -> list[float]:
    """The excesses of all coalitions but nobody and everybody, the largest first."""
    return sorted((worth - members(shares.size) @ shares)[1:-1].tolist(), reverse=True)


def precedes(one: list[float], other: list[float], rounding: float) -> bool:
    """Whether the first list is smaller at the first place where they differ."""
    return next((a < b for a, b in zip(one, other, strict=True) if abs(a - b) > rounding), False)


def enough(worth: Floats) -> bool:
    return worth[1 << np.arange(worth.size.bit_length() - 1)].sum() <= worth[-1]


def by_the_book(worth: Floats) -> Floats:
    """The definition, slowly: after each program ask for every coalition whether it could get more than it does."""
    n_parties = worth.size.bit_length() - 1
    table = members(n_parties)
    floor = worth[1 << np.arange(n_parties)] if enough(worth) else [None] * n_parties
    bounds = [(least, None) for least in floor]
    settled, left = {len(worth) - 1: worth[-1]}, list(range(1, len(worth) - 1))
    while left:
        equal = (table[list(settled)], list(settled.values()))
        level = linprog(
            [*[0] * n_parties, -1],
            A_ub=np.column_stack((-table[left], np.ones(len(left)))),
            b_ub=-worth[left],
            A_eq=np.column_stack((equal[0], np.zeros(len(settled)))),
            b_eq=equal[1],
            bounds=[*bounds, (None, None)],
        ).x[-1]
        asked = worth[left] + level - 1e-9
        most = [
            -linprog(-table[c], A_ub=-table[left], b_ub=-asked, A_eq=equal[0], b_eq=equal[1], bounds=bounds).fun
            for c in left
        ]
        tight = [c for c, could in zip(left, most, strict=True) if could <= worth[c] + level + 1e-6]
        settled |= {c: worth[c] + level for c in tight}
        left = [c for c in left if c not in settled]
    return np.linalg.lstsq(table[list(settled)], list(settled.values()), rcond=None)[0]


@settings(max_examples=8, deadline=None)
@given(worth=st.integers(2, 4).flatmap(games) | FEW_VALUES.filter(lambda worth: worth.size <= 16))
def test_it_is_what_the_definition_gives(worth: Floats) -> None:
    np.testing.assert_allclose(nucleolus(worth), by_the_book(worth), atol=1e-5)


@quick
@given(worth=ANY_GAME | FEW_VALUES)
def test_every_level_is_balanced(worth: Floats) -> None:
    assert is_nucleolus(worth, nucleolus(worth))


@quick
@given(worth=ANY_GAME | FEW_VALUES)
def test_all_is_shared_and_nobody_gets_less_than_alone_when_that_can_be(worth: Floats) -> None:
    shares = nucleolus(worth)
    assert shares.sum() == pytest.approx(worth[-1], abs=1e-8)
    if enough(worth):
        assert (shares >= worth[1 << np.arange(shares.size)] - 1e-8).all()


@quick
@given(worth=FEW_VALUES | ANY_GAME, seed=st.integers(0, 999))
def test_no_other_sharing_has_smaller_complaints(worth: Floats, seed: int) -> None:
    shares = nucleolus(worth)
    n_parties, rng = shares.size, np.random.default_rng(seed)
    alone = worth[1 << np.arange(n_parties)]
    for _ in range(20):
        parts = rng.dirichlet(np.full(n_parties, 0.5))
        # anywhere among those that give enough to each, or anywhere near by
        anywhere = alone + parts * (worth[-1] - alone.sum()) if enough(worth) else shares + parts - 1 / n_parties
        other = shares + rng.choice([1, 0.1, 0.001]) * (anywhere - shares)
        assert not precedes(complaints(worth, other), complaints(worth, shares), 1e-7)


@quick
@given(worth=ANY_GAME | FEW_VALUES)
def test_it_lies_in_the_core_when_there_is_one(worth: Floats) -> None:
    assert bool(in_core(worth, nucleolus(worth))) == bool(least_core(worth))


@quick
@given(worth=ANY_GAME, unit=st.sampled_from([1e-9, 0.3, 1e9]), data=st.data())
def test_units_and_what_each_has_anyway_change_nothing(worth: Floats, unit: float, data: st.DataObject) -> None:
    n_parties = worth.size.bit_length() - 1
    own = np.array(data.draw(st.lists(numbers, min_size=n_parties, max_size=n_parties)))
    changed = unit * (worth + members(n_parties) @ own)
    np.testing.assert_allclose(nucleolus(changed), unit * (nucleolus(worth) + own), rtol=1e-9, atol=1e-8 * unit)


@quick
@given(worth=FEW_VALUES, data=st.data())
def test_the_order_of_the_parties_does_not_matter(worth: Floats, data: st.DataObject) -> None:
    n_parties = worth.size.bit_length() - 1
    order = data.draw(st.permutations(range(n_parties)))
    masks = [sum(1 << order[place] for place in range(n_parties) if mask >> place & 1) for mask in range(worth.size)]
    np.testing.assert_allclose(nucleolus(worth[masks]), nucleolus(worth)[order], **CLOSE)


@quick
@given(by_size=st.lists(numbers, min_size=1, max_size=7))
def test_parties_who_are_alike_get_the_same(by_size: list[float]) -> None:
    worth = game_of(len(by_size), lambda members: by_size[len(members) - 1])
    np.testing.assert_allclose(nucleolus(worth), np.full(len(by_size), by_size[-1] / len(by_size)), **CLOSE)


@quick
@given(worth=ANY_GAME)
def test_nobody_gets_more_than_it_ever_adds(worth: Floats) -> None:
    """J. W. Milnor's reasonable outcomes; so a party that adds nothing gets nothing."""
    worth[-1] = max(worth[-1], worth[1 << np.arange(worth.size.bit_length() - 1)].sum())
    shares = nucleolus(worth)
    for party, share in enumerate(shares):
        apart = worth.reshape(-1, 2, 1 << party)
        assert share <= (apart[:, 1] - apart[:, 0]).max() + 1e-8


# --- games at the edge


@pytest.mark.parametrize(
    ("worth", "shares"),
    [
        ([0, 5], [5]),
        ([0, 0], [0]),
        ([0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0]),
        ([0, 7, 7, 7, 7, 7, 7, 7], [7 / 3, 7 / 3, 7 / 3]),
        ([0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 4]),  # everybody brings its own
        ([0, 0.1, 0.2, 0.1 + 0.2, 0.3, 0.4, 0.5, 0.6], [0.1, 0.2, 0.3]),  # 0.1 + 0.2 is not 0.3
        ([0, 3, 4, 6], [2.5, 3.5]),  # too little for each: both lack the same
        ([0, 0, 0, 10, 0, 0, 0, 2], [1, 1, 0]),  # the third gets no less than alone
        ([0, 1e300, 1e300, 4e300], [2e300, 2e300]),
        ([0, 1e-300, 1e-300, 4e-300], [2e-300, 2e-300]),
    ],
)
def test_games_at_the_edge(worth: list[float], shares: list[float]) -> None:
    np.testing.assert_allclose(nucleolus(worth), shares, rtol=1e-12, atol=1e-12 * max(shares))


def test_costs_need_not_fall_together() -> None:
    """Two share a works for 9 that each could build for 4. Nobody can pay no more than alone; 1 too much is halved."""
    np.testing.assert_allclose(-nucleolus([0, -4, -4, -9]), [4.5, 4.5])


@pytest.mark.parametrize(("n_parties", "quota"), [(9, 0.5), (10, 0.6), (12, 2 / 3)])
def test_votes_of_many_parties_are_settled_at_every_level(n_parties: int, quota: float) -> None:
    votes = np.random.default_rng(n_parties).integers(1, 30, n_parties).astype(float)
    worth = (members(n_parties) @ votes > quota * votes.sum()).astype(float)
    assert is_nucleolus(worth, nucleolus(worth))


@pytest.mark.parametrize("seed", range(4))
def test_twelve_parties_are_settled_at_every_level(seed: int) -> None:
    rng = np.random.default_rng(seed)
    table = members(12)
    worth = [
        rng.random(4096) * table.sum(axis=1) + 12 * (np.arange(4096) == 4095),
        -np.sqrt(table @ rng.random(12)) * rng.uniform(0.9, 1.1, 4096),
        rng.integers(-3, 4, 4096).astype(float),
        np.maximum(0.0, table @ rng.random(12) - 3),
    ][seed]
    worth[0] = 0
    assert is_nucleolus(worth, nucleolus(worth))


def test_inputs_stay_as_they_were() -> None:
    worth = np.array([0.0, 1.0, 2.0, 5.0])
    shares = nucleolus(worth)
    shares += 1
    assert worth.tolist() == [0, 1, 2, 5]


@pytest.mark.parametrize("count", [nucleolus, least_core])
@pytest.mark.parametrize(
    ("worth", "code"),
    [
        ([0, 1, 2], "coalitions.wrong_shape"),
        ([1, 1], "coalitions.bad_number"),
        ([0, float("inf")], "coalitions.bad_number"),
        (np.zeros(2**21), "coalitions.too_many_parties"),
    ],
)
def test_a_game_that_cannot_be_counted(count, worth, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        count(worth)
    assert caught.value.code == code
