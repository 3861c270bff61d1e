"""Who would move, and what holds them: the graph model for conflict resolution.

Parties move between states, each along its own arcs. A state is stable for a party that has no better state to go to,
or that is held by what the others would answer.
"""

from simulations.stability.answers import answers
from simulations.stability.coalitions import coalition_improvements, reachable
from simulations.stability.concepts import Stability, equilibria, stable_states
from simulations.stability.graph_model import GraphModel
from simulations.stability.option_form import OptionForm
from simulations.stability.preferences import Statement

__all__ = [
    "GraphModel",
    "OptionForm",
    "Stability",
    "Statement",
    "answers",
    "coalition_improvements",
    "equilibria",
    "reachable",
    "stable_states",
]
