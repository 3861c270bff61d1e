"""How quarrels climb the stairs, what brings them down again, and when to sound the alarm.

A strategy is a small table made by a function. A new one is one function in ``strategies.py`` and one line in
`STRATEGIES`; the tests then hold it to the promises that every strategy keeps.
"""

from simulations.escalation.chain import Chain, chain_of, exact_stages
from simulations.escalation.ensemble import simulate
from simulations.escalation.quarrel import Line, Order, Quarrel, ThirdParty
from simulations.escalation.runs import Runs, Turn
from simulations.escalation.signals import Signal, cusum, smoothed, watch
from simulations.escalation.stairs import FITS, Intervention, Level, Stage, fitting, stairs
from simulations.escalation.strategies import (
    STRATEGIES,
    Strategy,
    always_calm,
    always_hard,
    answers_once,
    forgiving,
    grit,
    mirror,
    patient,
    pavlov,
)
from simulations.escalation.warning import Costs, WarningCurve, Warnings, warn, warning_curve

__all__ = [
    "FITS",
    "STRATEGIES",
    "Chain",
    "Costs",
    "Intervention",
    "Level",
    "Line",
    "Order",
    "Quarrel",
    "Runs",
    "Signal",
    "Stage",
    "Strategy",
    "ThirdParty",
    "Turn",
    "WarningCurve",
    "Warnings",
    "always_calm",
    "always_hard",
    "answers_once",
    "chain_of",
    "cusum",
    "exact_stages",
    "fitting",
    "forgiving",
    "grit",
    "mirror",
    "patient",
    "pavlov",
    "simulate",
    "smoothed",
    "stairs",
    "warn",
    "warning_curve",
    "watch",
]
