"""What a negotiation can end with, and how bargainers get there.

A strategy is a pure function ``(talk, rng) -> Answer``. A new one is one function in a file of its own and one
line in `PARTNERS`; the tests then hold it to the promises that every strategy keeps.
"""

from collections.abc import Mapping
from types import MappingProxyType

from simulations.bargaining.concession import boulware, conceder, linear
from simulations.bargaining.problem_solving import problem_solver
from simulations.bargaining.holding_out import stubborn
from simulations.bargaining.talk import Answer, Strategy, Talk
from simulations.bargaining.reciprocity import tit_for_tat

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
    "Strategy",
    "Talk",
    "boulware",
    "conceder",
    "linear",
    "problem_solver",
    "stubborn",
    "tit_for_tat",
]
