"""Packages as a graph: an arrow leads to whatever is better for somebody and worse for nobody."""

import networkx as nx
import numpy as np

from simulations.bargaining.numbers import Floats


def dominance_digraph(payoffs: Floats) -> "nx.DiGraph[int]":
    """Return the dominance digraph of a table of payoffs.

    Parameters
    ----------
    payoffs : ndarray, shape (n, n_parties)

    Returns
    -------
    networkx.DiGraph
        Nodes are rows. An arrow from a to b: b is better for some party and worse for none. So nodes without an arrow
        that leaves them are the Pareto set.

    Examples
    --------
    >>> graph = dominance_digraph(np.array([[5.0, 3.0], [4.0, 3.0], [1.0, 8.0]]))
    >>> sorted(graph.edges), [row for row, degree in graph.out_degree() if degree == 0]
    ([(1, 0)], [0, 2])
    """
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(payoffs)))
    for row, mine in enumerate(payoffs):
        better = (payoffs >= mine).all(axis=1) & (payoffs > mine).any(axis=1)
        graph.add_edges_from((row, int(other)) for other in np.flatnonzero(better))
    return graph


def pareto_set(graph: "nx.DiGraph[int]") -> tuple[int, ...]:
    """Return the nodes that no arrow leaves, in rising order."""
    return tuple(sorted(row for row, degree in graph.out_degree() if degree == 0))
