"""When to sound the alarm: sums by hand, and thresholds that theory knows."""

from itertools import accumulate
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, poisson

from simulations.errors import ModelError
from simulations.escalation import (
    Costs,
    Line,
    Quarrel,
    Signal,
    cusum,
    forgiving,
    simulate,
    smoothed,
    warn,
    warning_curve,
    watch,
)

quick = settings(max_examples=30, deadline=None)
counts = st.lists(st.integers(0, 30), min_size=1, max_size=20)


def test_five_runs_by_hand() -> None:
    """Feared is stage 7, the threshold is 4: warned in good time, too late by a hair, missed, alarmed for nothing,
    and quiet. A false alarm costs 2 days, a miss 10: (2 + 10 + 10) / 5 = 4.4 days a run."""
    stages = [[1, 3, 5, 7], [1, 3, 5, 7], [1, 7, 5, 3], [1, 3, 3, 1], [1, 1, 1, 1]]
    scores = [[0, 4, 1, 9], [0, 1, 3, 9], [0, 0, 9, 9], [0, 2, 5, 5], [0, 3, 3, 3]]
    warnings = warn(scores, stages, stage=7, threshold=4)
    assert warnings.alarm.tolist() == [1, 3, 2, 2, -1]
    assert warnings.reached.tolist() == [3, 3, 1, -1, -1]
    assert warnings.hit.tolist() == [True, False, False, False, False]
    assert warnings.missed.tolist() == [False, True, True, False, False]
    assert warnings.false_alarm.tolist() == [False, False, False, True, False]
    assert (warnings.hit_rate, warnings.false_alarm_rate, warnings.mean_lead_rounds) == (1 / 3, 1 / 2, 2)
    assert warnings.cost(Costs(false_alarm=2, missed=10)) == pytest.approx(4.4)


def test_rates_of_nothing_are_no_numbers() -> None:
    quiet = warn([[0, 0]], [[1, 1]], stage=7, threshold=4)
    assert np.isnan(quiet.hit_rate)
    assert np.isnan(quiet.mean_lead_rounds)
    assert quiet.false_alarm_rate == 0
    there = warn([[9, 9]], [[7, 7]], stage=7, threshold=4)  # it stood there from the beginning: nobody could warn
    assert there.missed.tolist() == [True]
    assert np.isnan(there.false_alarm_rate)


def one_look(calm: np.ndarray, danger: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores and stages of runs with one look only: calm ones stay at 1, dangerous ones go on to 7."""
    first = np.concatenate((calm, danger))
    scores = np.stack((first, np.full(first.size, -1e9)), axis=1)
    stages = np.repeat([[1, 1], [1, 7]], (calm.size, danger.size), axis=0)
    return scores, stages


@pytest.mark.parametrize("d", [1.0, 2.0])
@pytest.mark.parametrize(("false_alarm", "missed"), [(1, 1), (1, 4), (5, 1)])
def test_the_cheapest_threshold_between_two_bells(d: float, false_alarm: float, missed: float) -> None:
    """Scores N(0, 1) without danger and N(d, 1) with, both equally often. The likelihood ratio exp(d x - d^2 / 2) must
    be worth the costs: the cheapest threshold is d / 2 + ln(false_alarm / missed) / d. With equal costs it is d / 2,
    where Youden's index, hits less false alarms, is largest: 2 Phi(d / 2) - 1."""
    bell = norm.ppf((np.arange(4000) + 0.5) / 4000)  # the bell itself, not a sample
    thresholds = np.arange(-3, 5, 0.05)
    costs = Costs(false_alarm=false_alarm, missed=missed)
    curve = warning_curve(*one_look(bell, bell + d), stage=7, thresholds=thresholds, costs=costs)
    assert curve.cheapest == pytest.approx(d / 2 + log(false_alarm / missed) / d, abs=0.06)
    assert curve.hit_rates == pytest.approx(norm.sf(thresholds - d), abs=3e-4)
    assert curve.false_alarm_rates == pytest.approx(norm.sf(thresholds), abs=3e-4)
    youden = curve.hit_rates - curve.false_alarm_rates
    assert youden.max() == pytest.approx(2 * norm.cdf(d / 2) - 1, abs=2e-3)
    area = np.trapezoid(curve.hit_rates[::-1], curve.false_alarm_rates[::-1])
    assert area == pytest.approx(norm.cdf(d / sqrt(2)), abs=2e-3)


def test_youdens_index_hides_the_costs() -> None:
    """N. Smits (2010), doi:10.1186/1471-2288-10-89: Youden's threshold is the cheapest one only when a false alarm
    and a miss stand to each other as danger and no danger do. Three quiet runs for each dangerous one: 1 to 3."""
    bell = norm.ppf((np.arange(5000) + 0.5) / 5000)
    scores, stages = one_look(np.tile(bell, 3), bell + 1)
    thresholds = np.arange(-3, 5, 0.05)
    for costs, cheapest in [(Costs(false_alarm=1, missed=3), 0.5), (Costs(false_alarm=1, missed=1), 0.5 + log(3))]:
        curve = warning_curve(scores, stages, stage=7, thresholds=thresholds, costs=costs)
        assert curve.cheapest == pytest.approx(cheapest, abs=0.08)
        youden = thresholds[np.argmax(curve.hit_rates - curve.false_alarm_rates)]
        assert youden == pytest.approx(0.5, abs=0.08)


def test_counts_are_poisson_and_so_are_their_warnings() -> None:
    """Two signals together expect 1 + 2 = 3 a round at stage 1, and 3 + 4 (1 + 0.5) = 9 at stage 5. A count k is worth
    an alarm when (9/3)^k exp(-(9 - 3)) >= false_alarm / missed = 2: k >= (6 + ln 2) / ln 3 = 6.09, so from 7 on."""
    n_runs = 20_000
    signals = Signal(key="cancelled", quiet=1, per_stage=1), Signal(key="rumours", quiet=2, per_stage=0.5)
    stages = np.repeat([[1, 1], [5, 7]], n_runs, axis=0)
    seen = watch(stages, signals, rng=np.random.default_rng(5)).sum(axis=0)
    assert (6 + log(2)) / log(3) == pytest.approx(6.09, abs=0.01)
    scores = np.stack((seen[:, 0], np.full(2 * n_runs, -1)), axis=1)
    thresholds = np.arange(15)
    curve = warning_curve(scores, stages, stage=7, thresholds=thresholds, costs=Costs(false_alarm=2, missed=1))
    assert curve.hit_rates == pytest.approx(poisson.sf(thresholds - 1, 9), abs=4 * 0.5 / sqrt(n_runs))
    assert curve.false_alarm_rates == pytest.approx(poisson.sf(thresholds - 1, 3), abs=4 * 0.5 / sqrt(n_runs))
    assert curve.cheapest == 7


def test_a_signal_that_does_not_rise_warns_of_nothing() -> None:
    """Noise alone: hits and false alarms come equally often, whatever the threshold."""
    n_runs = 20_000
    stages = np.repeat([[2, 2], [6, 7]], n_runs, axis=0)
    noise = watch(stages, [Signal(key="weather", quiet=4, per_stage=0)], rng=np.random.default_rng(6))[0]
    scores = np.stack((noise[:, 0], np.full(2 * n_runs, -1)), axis=1)
    curve = warning_curve(scores, stages, stage=7, thresholds=range(12), costs=Costs(false_alarm=1, missed=1))
    assert curve.hit_rates == pytest.approx(curve.false_alarm_rates, abs=5 * 0.7 / sqrt(n_runs))


def test_a_whole_board_from_quarrels() -> None:
    """A lower threshold warns earlier and more often for nothing; the more a miss costs, the lower the cheapest."""
    quarrel = Quarrel(parties={"springs": forgiving(), "gardens": forgiving()}, line=Line(calm_as_hostile=0.3))
    stages = simulate(quarrel, n_runs=2000, seed=1)["springs", "gardens"].stages
    signals = Signal(key="cancelled", quiet=1, per_stage=0.5), Signal(key="weather", quiet=2, per_stage=0)
    scores = smoothed(watch(stages, signals, rng=np.random.default_rng(1)).sum(axis=0))
    thresholds = np.arange(2, 8, 0.25)

    def board(missed: float):
        costs = Costs(false_alarm=1, missed=missed)
        return warning_curve(scores, stages, stage=7, thresholds=thresholds, costs=costs)

    curve = board(1)
    assert (np.diff(curve.hit_rates) <= 0).all()
    assert (np.diff(curve.false_alarm_rates) <= 0).all()
    assert curve.mean_lead_rounds[4] > curve.mean_lead_rounds[12] > 1
    cheapest = [board(missed).cheapest for missed in (0.2, 1, 5, 25)]
    assert cheapest == sorted(cheapest, reverse=True)
    assert cheapest[0] > cheapest[-1]


def test_of_equally_cheap_thresholds_the_highest_is_named() -> None:
    curve = warning_curve([[3, 0]], [[1, 7]], stage=7, thresholds=[1, 2, 3, 4], costs=Costs(false_alarm=1, missed=1))
    assert curve.mean_costs.tolist() == [0, 0, 0, 1]
    assert curve.cheapest == 3


@quick
@given(row=counts, allowance=st.integers(0, 10))
def test_cusum_is_the_largest_sum_of_the_latest_rounds(row: list[int], allowance: int) -> None:
    found = cusum(row, allowance=allowance)
    for place in range(len(row)):
        over = [count - allowance for count in row[: place + 1]]
        assert found[place] == max(0, *accumulate(reversed(over)))


@quick
@given(row=counts, weight=st.floats(0, 1))
def test_a_smoothed_row_is_a_mean_of_what_was_seen(row: list[int], weight: float) -> None:
    found = smoothed([row, row], weight=weight)
    for place in range(len(row)):
        weights = [weight * (1 - weight) ** back for back in range(place)] + [(1 - weight) ** place]
        assert found[0, place] == pytest.approx(np.dot(weights, row[place::-1]), abs=1e-9)
    assert (found[0] == found[1]).all()
    assert (smoothed(row, weight=1) == row).all()


def test_nothing_given_is_changed() -> None:
    stages, scores = np.array([[1.0, 3, 7]]), np.array([[1.0, 5, 9]])
    smoothed(scores)
    cusum(scores, allowance=1)
    watch(stages, [Signal(key="rumours", quiet=1, per_stage=1)], rng=np.random.default_rng(0))
    warning_curve(scores, stages, stage=7, thresholds=[1], costs=Costs(false_alarm=1, missed=1))
    assert stages.tolist() == [[1, 3, 7]]
    assert scores.tolist() == [[1, 5, 9]]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Signal(key="rumours", quiet=-1, per_stage=0), "escalation.bad_number"),
        (lambda: Signal(key="rumours", quiet=1, per_stage=float("inf")), "escalation.bad_number"),
        (lambda: Costs(false_alarm=-1, missed=1), "escalation.bad_number"),
        (lambda: Costs(false_alarm=1, missed=float("nan")), "escalation.bad_number"),
        (lambda: smoothed([1, 2], weight=1.5), "escalation.bad_number"),
        (lambda: smoothed([1, float("nan")]), "escalation.bad_number"),
        (lambda: smoothed([]), "escalation.wrong_shape"),
        (lambda: cusum([1, 2], allowance=-1), "escalation.bad_number"),
        (lambda: warn([[1, 2]], [[1, 2]], stage=0, threshold=1), "escalation.bad_number"),
        (lambda: warn([[1, 2]], [[1, 2, 3]], stage=7, threshold=1), "escalation.wrong_shape"),
        (lambda: warn([[1, 2]], [[1, 12]], stage=7, threshold=1), "escalation.bad_number"),
        (lambda: warn([[1, 2]], [[1, 2.5]], stage=7, threshold=1), "escalation.bad_number"),
        (lambda: warn([1, 2], [1, 2], stage=7, threshold=1), "escalation.wrong_shape"),
    ],
)
def test_numbers_are_checked(make, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.code == code
