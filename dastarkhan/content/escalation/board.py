"""A board of five signs that can be counted, and what an alarm costs when it comes too early or too late."""

from dataclasses import dataclass

import numpy as np

from dastarkhan.content.escalation.walks import HIGH, SEED, walks
from dastarkhan.languages import Words
from simulations.escalation import Costs, Runs, Signal, WarningCurve, smoothed, warning_curve, watch

COUNTED = (
    Signal(key="called_off", quiet=0.2, per_stage=0.4),
    Signal(key="unanswered", quiet=1.0, per_stage=0.8),
    Signal(key="sharp_words", quiet=1.5, per_stage=1.0),
    Signal(key="rumours", quiet=0.5, per_stage=0.6),
    Signal(key="onions", quiet=2.0, per_stage=0.0),
)
"""Counts a round, invented. The last one has nothing to do with the quarrel: noise."""
COSTS = Costs(false_alarm=1, missed=5)
"""In evenings of work. A room may choose others."""
THRESHOLDS = tuple(range(4, 17))
WAY, GARBLED = "patient", 0.2
"""Some of these quarrels rise and stay, others come down again by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A thousand walks with what could be counted on the way.

    Attributes
    ----------
    runs : Runs
    counts : ndarray of int, shape (n_signs, n_walks, n_rounds + 1)
        In the order of `COUNTED`.
    scores : ndarray, shape (n_walks, n_rounds + 1)
        All counts of a round together, the newest weighing most.
    """

    runs: Runs
    counts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    scores: np.ndarray[tuple[int, ...], np.dtype[np.float64]]

    def curve(self, costs: Costs = COSTS) -> WarningCurve:
        """What each threshold does: hits, false alarms, rounds gained, costs."""
        return warning_curve(self.scores, self.runs.stages, stage=HIGH, thresholds=THRESHOLDS, costs=costs)


def board() -> Board:
    """The same board every time."""
    runs = walks(WAY, WAY, GARBLED)
    counts = watch(runs.stages, COUNTED, rng=np.random.default_rng(SEED))
    return Board(runs=runs, counts=counts, scores=smoothed(counts.sum(axis=0)))


def sign_names(_: Words) -> dict[str, str]:
    """What is counted, by key of `COUNTED`."""
    return {
        "called_off": _("meetings that were called off"),
        "unanswered": _("messages without an answer"),
        "sharp_words": _("sharp words in the chat"),
        "rumours": _("things told without anybody who saw them"),
        "onions": _("the price of onions going up"),
    }


def about_alarms(_: Words) -> tuple[str, ...]:
    """What the board teaches, in plain sentences; its numbers are computed beside them."""
    return (
        _("Whoever calls early is sometimes wrong. Whoever wants to be sure often calls too late."),
        _("There is no right threshold without a question: what does each mistake cost, and whom?"),
        _("A false alarm costs trust. A missed one costs what people were afraid of."),
        _("An alarm is a reason to ask and to visit. It is never a reason to blame."),
        _("One of the five signs means nothing at all. Did you see which?"),
    )


def own_signs(_: Words) -> tuple[str, ...]:
    """Questions to the five signs that a person writes down for a place of their own."""
    return (
        _("Could a neighbour count it, without asking anybody about their views?"),
        _("Does it change before deeds do?"),
        _("Does it tell of two groups, and not of one person?"),
        _("Would both sides agree that it is a sign?"),
        _("Do I know whom to call when I see it?"),
    )
