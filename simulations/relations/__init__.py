"""Maps of a conflict: who stands well or badly with whom, as a signed graph.

Graphs are `networkx.Graph`; every tie has the attribute ``sign``, +1 for a good one and -1 for a bad one.
"""

from simulations.relations.between import GoBetweens, go_betweens
from simulations.relations.differences import Difference, difference
from simulations.relations.frustration import Frustration, frustration
from simulations.relations.triangles import TriangleBalance, tense_triangles, triangle_balance

__all__ = [
    "Difference",
    "Frustration",
    "GoBetweens",
    "TriangleBalance",
    "difference",
    "frustration",
    "go_betweens",
    "tense_triangles",
    "triangle_balance",
]
