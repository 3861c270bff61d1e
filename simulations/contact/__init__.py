"""Who shares what with whom, across two sides; and what contact may do, as an assumption that is named.

People are anonymous keys, such as the numbers on their cards. A side is the colour of a card.
"""

from simulations.contact.effect import MEAN_CORRELATION, Assumption, Expected, drawn_people, expected
from simulations.contact.identities import identity_graph, shared_identities
from simulations.contact.joining import Connectors, Joining, connectors, joining_identities, unexpected_ties
from simulations.contact.mixing import BeforeAfter, before_and_after, side_assortativity
from simulations.contact.towns import two_towns

__all__ = [
    "MEAN_CORRELATION",
    "Assumption",
    "BeforeAfter",
    "Connectors",
    "Expected",
    "Joining",
    "before_and_after",
    "connectors",
    "drawn_people",
    "expected",
    "identity_graph",
    "joining_identities",
    "shared_identities",
    "side_assortativity",
    "two_towns",
    "unexpected_ties",
]
