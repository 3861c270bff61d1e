"""What a negotiation can end with, and how bargainers get there.

A strategy is a pure function ``(talk, rng) -> Answer``. A new one is one function in a file of its own and one
line in `PARTNERS`; the tests then hold it to the promises that every strategy keeps.
"""

from collections.abc import Mapping
from types import MappingProxyType

from simulations.bargaining.concession import boulware, conceder, linear
from simulations.bargaining.frontier import pareto_frontier
from simulations.bargaining.holding_out import stubborn
from simulations.bargaining.negotiation import Issue, Negotiation, Party
from simulations.bargaining.packages import Packages
from simulations.bargaining.problem_solving import problem_solver
from simulations.bargaining.reciprocity import tit_for_tat
from simulations.bargaining.solutions import Deal, egalitarian, kalai_smorodinsky, nash_solution, utilitarian
from simulations.bargaining.talk import Answer, Strategy, Talk
from simulations.bargaining.zone import agreement_zone, better_packages, zone_size

PARTNERS: Mapping[str, Strategy] = MappingProxyType(
    {
        "boulware": boulware,
        "linear": linear,
        "conceder": conceder,
        "tit_for_tat": tit_for_tat,
        "problem_solver": problem_solver,
        "stubborn": stubborn,
    }
)

__all__ = [
    "PARTNERS",
    "Answer",
    "Deal",
    "Issue",
    "Negotiation",
    "Packages",
    "Party",
    "Strategy",
    "Talk",
    "agreement_zone",
    "better_packages",
    "boulware",
    "conceder",
    "egalitarian",
    "kalai_smorodinsky",
    "linear",
    "nash_solution",
    "pareto_frontier",
    "problem_solver",
    "stubborn",
    "tit_for_tat",
    "utilitarian",
    "zone_size",
]
