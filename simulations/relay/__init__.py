"""A message that is passed on from one to the next: what arrives, with and without saying back.

What is assumed is named: a piece slips by the same chance at each call, whoever speaks.
"""

from simulations.relay.calls import SaysBack, calls_that_say_back, shortest_way
from simulations.relay.carry import Call, carry
from simulations.relay.chances import arrives, chances

__all__ = ["Call", "SaysBack", "arrives", "calls_that_say_back", "carry", "chances", "shortest_way"]
