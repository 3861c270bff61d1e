"""What coalitions are worth, and how those who work together may share it.

A game is an array of length ``2**n`` by bit mask: party ``i`` is bit ``i``, and ``worth[0]`` is 0. Where the
numbers are costs, pass minus the costs.
"""

from simulations.coalitions.core import CoreTest, in_core
from simulations.coalitions.kohlberg import Level, NucleolusTest, is_nucleolus
from simulations.coalitions.least_core import LeastCore, least_core
from simulations.coalitions.nucleolus import nucleolus
from simulations.coalitions.shapley import shapley_value
from simulations.coalitions.worth import worth_of

__all__ = [
    "CoreTest",
    "LeastCore",
    "Level",
    "NucleolusTest",
    "in_core",
    "is_nucleolus",
    "least_core",
    "nucleolus",
    "shapley_value",
    "worth_of",
]
