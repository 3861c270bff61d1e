"""What is known of two who mirror, forgive and mishear: tables, formulas, and sums by hand."""

from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.escalation import (
    Intervention,
    Line,
    Order,
    Quarrel,
    Runs,
    Strategy,
    ThirdParty,
    Turn,
    always_calm,
    always_hard,
    chain_of,
    exact_stages,
    forgiving,
    grit,
    mirror,
    simulate,
)

quick = settings(max_examples=25, deadline=None)
shares = st.floats(0.05, 0.95)
STAGES = np.arange(1, 10)


def two(first: Strategy, second: Strategy | None = None, p: float = 0.3, **rest: object) -> Quarrel:
    """Two parties on a line that misreads in the hostile direction only; the second as the first if not given."""
    parties = {"springs": first, "gardens": second or first}
    return Quarrel(parties=parties, line=Line(calm_as_hostile=p), **rest)  # type: ignore[arg-type]


def runs_of(quarrel: Quarrel, *, n_runs: int = 500, seed: int = 3) -> Runs:
    return simulate(quarrel, n_runs=n_runs, seed=seed)["springs", "gardens"]


@pytest.mark.parametrize(
    ("share", "p", "high", "mean"),
    [
        (0.0, 0.3, 1.00, 9.0),
        (0.3, 0.3, 0.20, 3.8),
        (0.6, 0.3, 0.01, 1.5),
        (0.0, 0.1, 0.94, None),
        (0.3, 0.1, 0.08, None),
    ],
)
def test_the_table_of_the_curriculum(share: float, p: float, high: float, mean: float | None) -> None:
    """Curriculum, lesson 07: 500 runs of a toy whose details are not told; both parties alike, misreading in the
    hostile direction only. The kit's rules over 16 rounds give the same within the sampling error of 500 runs
    (and the rounding of the table): share of runs at stage 7 or above, and mean stage."""
    exact = exact_stages(two(forgiving(share), p=p))[-1]
    reached = exact[6:].sum()
    assert abs(reached - high) <= 0.005 + 2 * np.sqrt(high * (1 - high) / 500) + 1e-4
    runs = runs_of(two(forgiving(share), p=p))
    assert abs(runs.share_at_least(7)[-1] - reached) <= 4 * np.sqrt(reached * (1 - reached) / 500) + 2e-3
    if mean is not None:
        spread = np.sqrt(exact @ STAGES**2 - (exact @ STAGES) ** 2)
        assert abs(exact @ STAGES - mean) <= 0.05 + 2 * spread / np.sqrt(500)
        assert abs(runs.mean_stage[-1] - exact @ STAGES) <= 4 * spread / np.sqrt(500) + 1e-3


@pytest.mark.parametrize("p", [0.1, 0.3])
def test_two_mirrors_echo_the_first_misreading_for_ever(p: float) -> None:
    """The first act is calm; each is misread with chance p, and from then on every act is hostile. Act number N is
    the first hostile one with N > 1 and P(N > m) = (1 - p)^(m - 1). Before it the stage is 1; act N + j brings it to
    2 + j. So stage k is reached after 2 T acts when N <= 2 T - k + 2: P = 1 - (1 - p)^(2 T - k + 1)."""
    chances = exact_stages(two(mirror(), p=p, n_rounds=20))
    for k in range(2, 10):
        for rounds in range(5, 21):
            assert chances[rounds, k - 1 :].sum() == pytest.approx(1 - (1 - p) ** (2 * rounds - k + 1))
    runs = runs_of(two(mirror(), p=p, n_rounds=60), n_runs=4000)
    acts_till_hostile = 1 + 1 / p  # the mean of N
    assert (60 * 2 - runs.hostile_acts).mean() == pytest.approx(acts_till_hostile - 1, rel=0.1)
    assert (runs.stages[:, -1] == 9).mean() >= 0.99
    assert (np.diff(runs.stages.astype(int), axis=1) >= 0).all()  # nothing ever brings two mirrors down


@settings(max_examples=15, deadline=None)
@given(first=shares, second=shares, p=shares, missed=shares)
def test_how_often_forgiving_parties_are_hostile(first: float, second: float, p: float, missed: float) -> None:
    """M. Nowak (1990), Theoretical Population Biology 38:93-112: strategies whose chance depends on the other's last
    act alone. With k = 1 - p - r, what is heard as hostile is p + k b when the other is hostile with chance b. So
    a = (1 - f)(p + k b) and b = (1 - g)(p + k a); hence a = (q + s q') / (1 - s s') with q = (1 - f) p, s = (1 - f) k.
    The five acts allowed beside chance are for the calm beginning."""
    k = 1 - p - missed
    q, s, other_q, other_s = (1 - first) * p, (1 - first) * k, (1 - second) * p, (1 - second) * k
    a = (q + s * other_q) / (1 - s * other_s)
    b = other_q + other_s * a
    quarrel = Quarrel(
        parties={"springs": forgiving(first), "gardens": forgiving(second)},
        line=Line(calm_as_hostile=p, hostile_as_calm=missed),
        n_rounds=200,
    )
    runs = runs_of(quarrel, n_runs=40)
    spread = runs.hostile_acts.std() / np.sqrt(40)
    assert abs(runs.hostile_acts.mean() - 200 * (a + b)) <= 5.5 * spread + 5


@quick
@given(p=shares, missed=st.floats(0, 0.9))
def test_how_much_forgiveness_is_enough(p: float, missed: float) -> None:
    """Both forgive with chance f. Calm turns into hostile with chance (1 - f) p, hostile into calm with chance
    1 - (1 - f)(1 - r). They are equal when f = (p - r) / (1 + p - r): then up and down are alike, and in the long run
    the mean stage is 5, in the middle. Less forgiveness ends above, more below."""
    if missed >= p:
        missed = 0.0
    least = (p - missed) / (1 + p - missed)
    line = Line(calm_as_hostile=p, hostile_as_calm=missed)
    means = []
    for share in (least * 0.8, least, least + (1 - least) * 0.2):
        quarrel = Quarrel(parties={"springs": forgiving(share), "gardens": forgiving(share)}, line=line)
        chain = chain_of(quarrel)
        step = np.zeros((chain.start.size,) * 2)
        np.add.at(step, (chain.sources, chain.targets), chain.chances)
        long_run = chain.start @ np.linalg.matrix_power(step, 1 << 14)
        # A round ends after the second act, which leaves no bias: both directions of a step are alike.
        means.append(float(long_run @ chain.stages))
    assert means[1] == pytest.approx(5, abs=1e-6)
    assert means[2] < 5 < means[0]


def test_mirrors_on_a_line_that_errs_both_ways_end_half_hostile() -> None:
    """Acting at once, a mirror's chance to hear hostility is h(t + 1) = h(t) (1 - e) + (1 - h(t)) e from h(0) = 0,
    so h(t) = (1 - (1 - 2e)^t) / 2. P. Molander (1985): however rare the errors, it ends at one half."""
    e, rounds, n_runs = 0.1, 200, 2000
    line = Line(calm_as_hostile=e, hostile_as_calm=e)
    parties = {"springs": mirror(), "gardens": mirror()}
    quarrel = Quarrel(parties=parties, line=line, order=Order.AT_ONCE, n_rounds=rounds)
    runs = runs_of(quarrel, n_runs=n_runs)
    heard = (runs.hostile_acts - runs.turns[Turn.MISSED] + runs.turns[Turn.MISREAD]) / (2 * rounds)
    expected = np.mean([(1 - (1 - 2 * e) ** t) / 2 for t in range(1, rounds + 1)])
    assert abs(heard.mean() - expected) <= 4 * heard.std() / np.sqrt(n_runs)
    assert expected == pytest.approx(0.49, abs=0.002)


@pytest.mark.parametrize(("share", "better"), [(0.4, False), (0.6, True)])
def test_too_much_forgiveness_invites_hardness(share: float, better: bool) -> None:
    """With the points 5, 3, 1, 0 (T, R, P, S) a hard party gets T f + P (1 - f) a round from one that forgives with
    chance f: more than R for mutual calm as soon as f > (R - P) / (T - P) = 1/2, one of the two bounds of generous
    tit for tat."""
    rounds = 400
    runs = runs_of(two(always_hard(), forgiving(share), p=0.0, order=Order.AT_ONCE, n_rounds=rounds), n_runs=50)
    calm = 2 * rounds - runs.hostile_acts  # all by the forgiving party
    points = (5 * calm + 1 * (rounds - calm)) / rounds
    assert points.mean() == pytest.approx(5 * share + 1 * (1 - share), abs=0.05)
    assert bool(points.mean() > 3) is better


def test_what_turned_a_quarrel_by_hand() -> None:
    """Every calm act is misread. Springs (act 1) is calm, Gardens heard hostility; from then on all is hostile.
    Stages after each round: 1 -> 1 -> 2, then two steps up a round: 4, 6, 8, 9."""
    runs = runs_of(two(mirror(), p=1.0, n_rounds=6), n_runs=3)
    assert runs.stages.tolist() == [[1, 2, 4, 6, 8, 9, 9]] * 3
    assert {turn.value: counts.tolist() for turn, counts in runs.turns.items() if counts.any()} == {"misread": [1] * 3}
    assert runs.hostile_acts.tolist() == [11] * 3
    assert runs.first_reached(5).tolist() == [3] * 3
    assert runs.first_reached(9).tolist() == [5] * 3


def test_who_never_answers_forgives_and_who_always_attacks_is_unprovoked() -> None:
    """Three rounds: the calm party acts first and has heard hostility twice when it acts; the hard one hears calm."""
    runs = runs_of(two(always_calm(), always_hard(), p=0.0, n_rounds=3), n_runs=2)
    assert {turn.value: counts.tolist() for turn, counts in runs.turns.items() if counts.any()} == {
        "forgiven": [2, 2],
        "unprovoked": [3, 3],
    }
    assert runs.stages.tolist() == [[1, 2, 2, 2]] * 2
    assert runs.first_reached(3).tolist() == [-1, -1]


def test_a_third_party_helps_only_where_it_fits() -> None:
    """All calm acts misread: 1, 2, 4, 6. Mediation (5-7) that always works then lets both begin anew: Springs is calm
    (5), Gardens hears hostility (6), and so on for ever. Moderation (1-3) works at stages 1 and 2 as long as it is
    there: 1 -> 2, anew: calm 1, hostile 2, anew, ..."""
    for kind, stages, helped in [
        (Intervention.MEDIATION, [1, 2, 4, 6, 6, 6], 3),
        (Intervention.MODERATION, [1, 2, 2, 2, 2, 2], 5),
        (Intervention.POWER_INTERVENTION, [1, 2, 4, 6, 8, 8], 2),
    ]:
        third_party = ThirdParty(intervention=kind, fresh_start=1.0)
        runs = runs_of(two(mirror(), p=1.0, n_rounds=5, third_party=third_party), n_runs=1)
        assert runs.stages.tolist() == [stages]
        assert runs.turns[Turn.FRESH_START].tolist() == [helped]
    late = ThirdParty(intervention=Intervention.MODERATION, fresh_start=1.0)
    runs = runs_of(two(always_hard(), p=0.0, first_stage=4, third_party=late))
    assert not runs.turns[Turn.FRESH_START].any()


def test_with_and_without_a_third_party() -> None:
    """Two mirrors on a bad line never come down by themselves; with somebody who helps at stages 5 to 7 some do."""
    alone = exact_stages(two(mirror(), p=0.1))[-1]
    third_party = ThirdParty(intervention=Intervention.MEDIATION, fresh_start=0.5)
    helped = exact_stages(two(mirror(), p=0.1, third_party=third_party))[-1]
    assert helped @ STAGES < alone @ STAGES - 1
    nothing = ThirdParty(intervention=Intervention.MEDIATION, fresh_start=0.0)
    assert exact_stages(two(mirror(), p=0.1, third_party=nothing))[-1] == pytest.approx(alone)


def test_announcing_helps_only_as_far_as_it_is_assumed_to() -> None:
    """Grit and a mirror, every calm act misread. The first one is not announced, so Gardens answers with hostility:
    1, 2. Springs announces a calm act: 1. If that is heard, Gardens is calm as well; its act is misread, Springs
    announces again, and so on: 1. If announcing is worth nothing, Gardens goes on: 2."""
    parties = {"springs": grit(), "gardens": mirror()}
    clear = Line(calm_as_hostile=1.0, left_when_announced=0.0)
    runs = runs_of(Quarrel(parties=parties, line=clear, n_rounds=4), n_runs=1)
    assert runs.stages.tolist() == [[1, 2, 1, 1, 1]]
    unclear = runs_of(Quarrel(parties=parties, line=Line(calm_as_hostile=1.0), n_rounds=4), n_runs=1)
    assert unclear.stages.tolist() == [[1, 2, 2, 2, 2]]


@quick
@given(p=shares, share=shares, seed=st.integers(0, 99), order=st.sampled_from(Order))
def test_a_round_moves_a_relation_by_two_steps_at_most(p: float, share: float, seed: int, order: Order) -> None:
    runs = runs_of(two(forgiving(share), p=p, order=order), n_runs=20, seed=seed)
    assert runs.stages.min() >= 1
    assert runs.stages.max() <= 9
    assert np.abs(np.diff(runs.stages.astype(int), axis=1)).max() <= 2
    assert (runs.stages[:, 0] == 1).all()
    assert (np.diff([runs.share_at_least(stage)[-1] for stage in range(1, 10)]) <= 0).all()
    reached = runs.first_reached(4)
    assert ((reached >= 0) == (runs.stages >= 4).any(axis=1)).all()
    for run, first in zip(runs.stages, reached, strict=True):
        assert first == -1 or (run[first] >= 4 and (run[:first] < 4).all())


def test_a_process_pool_gives_the_same_runs() -> None:
    """5,000 runs are three batches; each has a seed of its own, wherever it is worked out."""
    quarrel = two(forgiving(), grit(), third_party=ThirdParty(intervention=Intervention.MEDIATION, fresh_start=0.2))
    here = simulate(quarrel, n_runs=5000, seed=9)["springs", "gardens"]
    with ProcessPoolExecutor(max_workers=2) as pool:
        there = simulate(quarrel, n_runs=5000, seed=9, mapper=pool.map)["springs", "gardens"]
    assert here.stages.shape == (5000, 17)
    assert np.array_equal(here.stages, there.stages)
    assert np.array_equal(here.hostile_acts, there.hostile_acts)
    assert all(np.array_equal(here.turns[turn], there.turns[turn]) for turn in Turn)
    assert not np.array_equal(here.stages[:2000], here.stages[2000:4000])  # batches do not repeat each other


def test_what_a_run_gives_cannot_be_changed() -> None:
    runs = runs_of(two(mirror()), n_runs=2)
    with pytest.raises(ValueError, match="read-only"):
        runs.stages[0, 0] = 5
    with pytest.raises(TypeError):
        runs.turns[Turn.MISREAD] = runs.hostile_acts  # type: ignore[index]


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda: Line(calm_as_hostile=1.2), "calm_as_hostile"),
        (lambda: Line(calm_as_hostile=0.2, hostile_as_calm=-0.1), "hostile_as_calm"),
        (lambda: Line(calm_as_hostile=0.2, left_when_announced=float("nan")), "left_when_announced"),
        (lambda: ThirdParty(intervention=Intervention.MEDIATION, fresh_start=2), "fresh_start"),
        (lambda: two(mirror(), n_rounds=0), "n_rounds"),
        (lambda: two(mirror(), first_stage=10), "first_stage"),
        (lambda: two(mirror(), carry_over=-1), "carry_over"),
        (lambda: simulate(two(mirror()), n_runs=0, seed=1), "n_runs"),
        (lambda: simulate(two(mirror()), n_runs=1, seed=-1), "seed"),
        (lambda: runs_of(two(mirror()), n_runs=1).share_at_least(0), "stage"),
        (lambda: runs_of(two(mirror()), n_runs=1).first_reached(12), "stage"),
    ],
)
def test_numbers_are_checked(make, key: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.code == "escalation.bad_number"
    assert caught.value.params["key"] == key
