"""What a negotiation can end with, and how bargainers get there.

A strategy is a pure function ``(talk, rng) -> Answer``. A new one is one function in a file of its own and one
line in `PARTNERS`; the tests then hold it to the promises that every strategy keeps.
"""

from collections.abc import Mapping
from types import MappingProxyType

from simulations.bargaining.concession import boulware, conceder, linear
from simulations.bargaining.exchange import GeniusFiles, from_genius, to_genius
from simulations.bargaining.forgetting import forgetful
from simulations.bargaining.frontier import pareto_frontier
from simulations.bargaining.holding_out import stubborn
from simulations.bargaining.negotiation import Issue, Negotiation, Party
from simulations.bargaining.packages import Packages
from simulations.bargaining.problem_solving import problem_solver
from simulations.bargaining.reciprocity import tit_for_tat
from simulations.bargaining.sessions import Session, alternating_offers, many_sessions
from simulations.bargaining.sheet import Sheet
from simulations.bargaining.single_text import VOTERS, SingleText, Voter, annealer, hill_climber, single_text
from simulations.bargaining.solutions import Deal, egalitarian, kalai_smorodinsky, nash_solution, utilitarian
from simulations.bargaining.space import Space
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
        "forgetful": forgetful,
    }
)

__all__ = [
    "PARTNERS",
    "VOTERS",
    "Answer",
    "Deal",
    "GeniusFiles",
    "Issue",
    "Negotiation",
    "Packages",
    "Party",
    "Session",
    "Sheet",
    "SingleText",
    "Space",
    "Strategy",
    "Talk",
    "Voter",
    "agreement_zone",
    "alternating_offers",
    "annealer",
    "better_packages",
    "boulware",
    "conceder",
    "egalitarian",
    "forgetful",
    "from_genius",
    "hill_climber",
    "kalai_smorodinsky",
    "linear",
    "many_sessions",
    "nash_solution",
    "pareto_frontier",
    "problem_solver",
    "single_text",
    "stubborn",
    "tit_for_tat",
    "to_genius",
    "utilitarian",
    "zone_size",
]
