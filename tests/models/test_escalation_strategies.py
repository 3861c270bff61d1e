"""What every strategy promises: its habit in plain words, its exact chain, and thousands of runs give the same."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from simulations.errors import ModelError
from simulations.escalation import (
    STRATEGIES,
    Intervention,
    Line,
    Order,
    Quarrel,
    Strategy,
    ThirdParty,
    Turn,
    chain_of,
    exact_stages,
    forgiving,
    grit,
    mirror,
    simulate,
)
from tests.models.escalation_by_hand import HABITS, shares_by_hand

MEDIATOR = ThirdParty(intervention=Intervention.MEDIATION, fresh_start=0.3)
BAD_LINE = Line(calm_as_hostile=0.2, hostile_as_calm=0.1, left_when_announced=0.5)


def quarrel_of(first: str, second: str, line: Line = BAD_LINE, **rest: object) -> Quarrel:
    return Quarrel(parties={"springs": STRATEGIES[first](), "gardens": STRATEGIES[second]()}, line=line, **rest)  # type: ignore[arg-type]


def test_every_strategy_is_told_in_plain_words_as_well() -> None:
    assert set(HABITS) == set(STRATEGIES)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("first", STRATEGIES)
def test_the_chain_counts_every_history(first: str, order: Order) -> None:
    """Against fractions over all histories of three rounds, from habits written in plain words."""
    line = Line(calm_as_hostile=0.3, hostile_as_calm=0.1)
    misread, missed, in_turn = Fraction(3, 10), Fraction(1, 10), order is Order.IN_TURN
    for second in STRATEGIES:
        by_hand = shares_by_hand(
            HABITS[first], HABITS[second], misread=misread, missed=missed, n_rounds=3, in_turn=in_turn
        )
        exact = exact_stages(quarrel_of(first, second, line, order=order, n_rounds=3))
        assert exact[-1] == pytest.approx([float(share) for share in by_hand], abs=1e-12), second


@pytest.mark.parametrize("order", Order)
def test_grit_tries_again_after_waiting(order: Order) -> None:
    """Eight rounds, so that a series, the waiting and the next series all come in."""
    by_hand = shares_by_hand(
        HABITS["grit"], HABITS["always_hard"], misread=Fraction(0), missed=Fraction(1, 10), n_rounds=8,
        in_turn=order is Order.IN_TURN,
    )  # fmt: skip
    line = Line(calm_as_hostile=0, hostile_as_calm=0.1)
    exact = exact_stages(quarrel_of("grit", "always_hard", line, order=order, n_rounds=8))
    assert exact[-1] == pytest.approx([float(share) for share in by_hand], abs=1e-12)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("first", STRATEGIES)
def test_runs_agree_with_the_exact_chain(first: str, order: Order) -> None:
    """The share of runs at every stage after every round lies within five standard errors of the exact chance."""
    n_runs = 2000
    for second, third_party in product(STRATEGIES, (None, MEDIATOR)):
        quarrel = quarrel_of(first, second, order=order, n_rounds=8, first_stage=4, third_party=third_party)
        stages = simulate(quarrel, n_runs=n_runs, seed=11)["springs", "gardens"].stages
        shares = np.array([(stages == stage).mean(axis=0) for stage in range(1, 10)]).T
        exact = np.clip(exact_stages(quarrel), 0, 1)
        errors = np.sqrt(exact * (1 - exact) / n_runs)
        assert (np.abs(shares - exact) <= 5 * errors + 2 / n_runs).all(), second
        assert (shares[exact == 0] == 0).all()


@pytest.mark.parametrize("order", Order)
def test_a_chain_loses_nobody(order: Order) -> None:
    for first, second in product(STRATEGIES, ("mirror", "grit")):
        chain = chain_of(quarrel_of(first, second, order=order, third_party=MEDIATOR))
        assert np.allclose(np.bincount(chain.sources, weights=chain.chances), 1)


@pytest.mark.parametrize("name", STRATEGIES)
def test_at_once_it_does_not_matter_who_is_named_first(name: str) -> None:
    for other in STRATEGIES:
        here = exact_stages(quarrel_of(name, other, order=Order.AT_ONCE))
        there = exact_stages(quarrel_of(other, name, order=Order.AT_ONCE))
        assert here == pytest.approx(there, abs=1e-12)


@pytest.mark.parametrize("name", sorted(set(STRATEGIES) - {"always_hard"}))
def test_on_a_good_line_nobody_but_the_hard_begins(name: str) -> None:
    for other in set(STRATEGIES) - {"always_hard"}:
        runs = simulate(quarrel_of(name, other, Line(calm_as_hostile=0)), n_runs=20, seed=1)["springs", "gardens"]
        assert (runs.stages == 1).all()
        assert not any(counts.any() for counts in runs.turns.values())


@pytest.mark.parametrize("name", STRATEGIES)
def test_runs_are_fixed_by_the_seed_and_change_nothing(name: str) -> None:
    quarrel = quarrel_of(name, "mirror")
    before = quarrel_of(name, "mirror")
    one, two = (simulate(quarrel, n_runs=50, seed=5)["springs", "gardens"] for _ in range(2))
    other = simulate(quarrel, n_runs=50, seed=6)["springs", "gardens"]
    assert (one.stages == two.stages).all()
    assert all((one.turns[turn] == two.turns[turn]).all() for turn in Turn)
    assert (one.turns[Turn.MISREAD] != other.turns[Turn.MISREAD]).any() or name == "always_hard"
    assert quarrel == before


def test_forgiving_stands_between_the_mirror_and_always_calm() -> None:
    assert forgiving(0).hostile_chance == mirror().hostile_chance
    assert forgiving(1).hostile_chance == STRATEGIES["always_calm"]().hostile_chance


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: forgiving(1.1), "escalation.bad_number"),
        (lambda: forgiving(float("nan")), "escalation.bad_number"),
        (lambda: grit(initiatives=0), "escalation.bad_number"),
        (lambda: grit(waiting=-1), "escalation.bad_number"),
        (lambda: grit(waiting=1.5), "escalation.bad_number"),  # type: ignore[arg-type]
        (lambda: Strategy(hostile_chance=()), "escalation.wrong_shape"),
        (lambda: Strategy(hostile_chance=((0, 1), (0, 1))), "escalation.wrong_shape"),
        (lambda: Strategy(hostile_chance=((0, 1, 1),)), "escalation.wrong_shape"),  # type: ignore[arg-type]
        (lambda: Strategy(hostile_chance=((0, 2),)), "escalation.bad_number"),
        (lambda: Strategy(hostile_chance=((0, 1),), next_mood=((0, 1),)), "escalation.bad_number"),
        (lambda: Strategy(hostile_chance=((0, 1),), announced=((True, True),) * 2), "escalation.wrong_shape"),
    ],
)
def test_a_strategy_checks_itself(make, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.code == code
