"""What coalitions are worth, and how those who work together may share it.

A game is an array of length ``2**n`` by bit mask: party ``i`` is bit ``i``, and ``worth[0]`` is 0. Where the
numbers are costs, pass minus the costs.
"""

from simulations.coalitions.core import CoreTest, in_core
from simulations.coalitions.shapley import shapley_value
from simulations.coalitions.worth import worth_of

__all__ = ["CoreTest", "in_core", "shapley_value", "worth_of"]
