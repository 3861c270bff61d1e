"""When to sound the alarm: hits, misses, false alarms, the rounds that were gained, and what it all costs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulations.errors import ModelError
from simulations.escalation.numbers import Floats, Ints, read_amount, read_rows
from simulations.escalation.runs import first_reached
from simulations.escalation.signals import read_stages
from simulations.escalation.stairs import read_stage

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What being wrong costs, in any one unit: money, days of work, points of trust.

    Parameters
    ----------
    false_alarm : float
        Of an alarm in a run that never gets to the feared stage.
    missed : float
        Of getting there without an alarm before.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> Costs(false_alarm=2, missed=10).missed
    10
    """

    false_alarm: float
    missed: float

    def __post_init__(self) -> None:
        read_amount("false_alarm", self.false_alarm)
        read_amount("missed", self.missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """What one threshold did in every run.

    Attributes
    ----------
    alarm : ndarray of int, shape (n_runs,)
        The round after which the score first stood at the threshold or above; -1 for never.
    reached : ndarray of int, shape (n_runs,)
        The round after which the relation first stood at the feared stage or above; -1 for never.
    """

    alarm: Ints
    reached: Ints

    @property
    def hit(self) -> Flags:
        """In which runs the alarm came before the stage was reached. In the same round it comes too late."""
        return (self.alarm >= 0) & (self.alarm < self.reached)

    @property
    def missed(self) -> Flags:
        """In which runs the stage was reached without an alarm before."""
        return (self.reached >= 0) & ~self.hit

    @property
    def false_alarm(self) -> Flags:
        """In which runs there was an alarm, but the stage was never reached."""
        return (self.reached < 0) & (self.alarm >= 0)

    @property
    def hit_rate(self) -> float:
        """The share of hits among the runs that reached the stage; nan when none did."""
        return _share(self.hit, self.reached >= 0)

    @property
    def false_alarm_rate(self) -> float:
        """The share of false alarms among the runs that never reached the stage; nan when all did."""
        return _share(self.false_alarm, self.reached < 0)

    @property
    def mean_lead_rounds(self) -> float:
        """How many rounds before the stage the alarm came, on average over the hits; nan without a hit."""
        leads = (self.reached - self.alarm)[self.hit]
        return float(leads.mean()) if leads.size else float("nan")

    def cost(self, costs: Costs) -> float:
        """Return the mean cost a run, in the unit of the costs."""
        return float(costs.false_alarm * self.false_alarm.mean() + costs.missed * self.missed.mean())


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningCurve:
    """What each threshold did: the curve of hits against false alarms, and what it costs.

    Attributes
    ----------
    thresholds, hit_rates, false_alarm_rates, mean_lead_rounds, mean_costs : ndarray, shape (n_thresholds,)
        In the order of the thresholds; rates and leads as in `Warnings`, costs a run.
    """

    thresholds: Floats
    hit_rates: Floats
    false_alarm_rates: Floats
    mean_lead_rounds: Floats
    mean_costs: Floats

    @property
    def cheapest(self) -> float:
        """The threshold with the lowest mean cost; of equal ones the highest, which disturbs people least."""
        best = self.mean_costs <= self.mean_costs.min() * (1 + 1e-12)
        return float(self.thresholds[best].max())


def warn(scores: ArrayLike, stages: ArrayLike, *, stage: int, threshold: float) -> Warnings:
    """Sound an alarm in every run as soon as its score stands at a threshold.

    Parameters
    ----------
    scores : array_like, shape (n_runs, n_rounds + 1)
        What is watched, such as `smoothed` or `cusum` of the counts of all signals together.
    stages : array_like, shape (n_runs, n_rounds + 1)
        What came to be, such as ``Runs.stages``.
    stage : int
        The feared stage, 1 to 9: it counts when a run stands there or above.
    threshold : float

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> warnings = warn([[0, 3, 5], [0, 1, 4], [0, 0, 0]], [[1, 4, 7], [1, 2, 3], [1, 1, 2]], stage=7, threshold=3)
    >>> warnings.hit.tolist(), warnings.false_alarm.tolist(), warnings.mean_lead_rounds
    ([True, False, False], [False, True, False], 1.0)
    >>> round(warnings.cost(Costs(false_alarm=3, missed=30)), 9)
    1.0
    """
    watched, happened = _read_both(scores, stages)
    reached = first_reached(happened, read_stage("stage", stage))
    return Warnings(alarm=first_reached(watched, threshold), reached=reached)


def warning_curve(
    scores: ArrayLike, stages: ArrayLike, *, stage: int, thresholds: ArrayLike, costs: Costs
) -> WarningCurve:
    """Try many thresholds on the same runs.

    Parameters
    ----------
    scores, stages, stage
        As in `warn`.
    thresholds : array_like, shape (n_thresholds,)
    costs : Costs

    Returns
    -------
    WarningCurve
        Its false alarm and hit rates are the two axes of the receiver operating characteristic.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    References
    ----------
    N. Smits (2010), BMC Medical Research Methodology 10:89, doi:10.1186/1471-2288-10-89: a threshold needs the costs.
    Youden's index silently takes a false alarm and a miss to stand to each other as danger and no danger do.

    Examples
    --------
    >>> scores, stages = [[0, 3, 5], [0, 1, 4], [0, 0, 0]], [[1, 4, 7], [1, 2, 3], [1, 1, 2]]
    >>> costs = Costs(false_alarm=3, missed=30)
    >>> curve = warning_curve(scores, stages, stage=7, thresholds=[1, 3, 5], costs=costs)
    >>> curve.hit_rates.tolist(), curve.false_alarm_rates.tolist(), curve.cheapest
    ([1.0, 1.0, 0.0], [0.5, 0.5, 0.0], 3.0)
    """
    levels = read_rows("thresholds", thresholds).ravel()
    watched, happened = _read_both(scores, stages)
    reached = first_reached(happened, read_stage("stage", stage))
    tried = [Warnings(alarm=first_reached(watched, level), reached=reached) for level in levels]
    return WarningCurve(
        thresholds=levels,
        hit_rates=np.array([warnings.hit_rate for warnings in tried]),
        false_alarm_rates=np.array([warnings.false_alarm_rate for warnings in tried]),
        mean_lead_rounds=np.array([warnings.mean_lead_rounds for warnings in tried]),
        mean_costs=np.array([warnings.cost(costs) for warnings in tried]),
    )


def _share(part: Flags, whole: Flags) -> float:
    return float(part.sum() / whole.sum()) if whole.any() else float("nan")


def _read_both(scores: ArrayLike, stages: ArrayLike) -> tuple[Floats, Floats]:
    watched, happened = read_rows("scores", scores), read_stages(stages)
    if watched.shape != happened.shape:
        raise ModelError("escalation.wrong_shape", key="scores", value=watched.shape, allowed=happened.shape)
    return watched, happened
