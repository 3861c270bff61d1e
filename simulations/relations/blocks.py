"""Parts of a map that can be looked at alone: no cycle leads from one block to another."""

from collections.abc import Iterator

import networkx as nx
import numpy as np

from simulations.relations.camps import along_a_tree, misfits
from simulations.relations.signs import SignedTies, Whole

_SHORTEST_CYCLE = 3


def tangled_blocks(G: nx.Graph, ties: SignedTies) -> Iterator[Whole]:
    """Yield the ties of each block (biconnected component) that is not balanced, by their places.

    Parameters
    ----------
    G : networkx.Graph
    ties : SignedTies
        The same graph, read.

    Examples
    --------
    >>> from simulations.relations.signs import read_signs
    >>> G = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])
    >>> nx.set_edge_attributes(G, -1, "sign")
    >>> [ties.tolist() for ties in tangled_blocks(G, read_signs(G))]
    [[0, 1, 2]]
    """
    place = {frozenset(tie): number for number, tie in enumerate(G.edges)}
    for block in nx.biconnected_component_edges(G):
        if len(block) >= _SHORTEST_CYCLE:
            places = np.sort([place[frozenset(tie)] for tie in block])
            alone = part(ties, places)
            if misfits(alone, along_a_tree(alone, np.zeros(places.size))).size:
                yield places


def part(ties: SignedTies, places: Whole) -> SignedTies:
    """Return some of the ties and the people at their ends, numbered anew in the same order.

    Parameters
    ----------
    ties : SignedTies
    places : ndarray of int
        Which ties.
    """
    ends = np.concatenate([ties.first[places], ties.second[places]])
    kept, renumbered = np.unique(ends, return_inverse=True)
    first, second = np.split(renumbered, 2)
    people = tuple(ties.people[number] for number in kept)
    return SignedTies(people=people, first=first, second=second, sign=ties.sign[places])
