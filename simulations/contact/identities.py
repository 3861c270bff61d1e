"""People and what they chose to say of themselves, as a graph of two kinds of nodes."""

from collections.abc import Iterable, Mapping

import networkx as nx
from networkx.algorithms import bipartite

from simulations.errors import ModelError


def identity_graph(chosen: Mapping[str, Iterable[str]]) -> nx.Graph:
    """Return the graph of people and identities; an edge says that a person chose an identity.

    Parameters
    ----------
    chosen : mapping of str to iterable of str
        Identities by person. Both are keys; a person may choose none, and the same one twice counts once.

    Returns
    -------
    networkx.Graph
        Nodes have ``bipartite`` 0 (person) or 1 (identity).

    Raises
    ------
    ModelError
        ``contact.clash`` when one key is a person and an identity.

    Examples
    --------
    >>> graph = identity_graph({"card1": ["music"], "card2": ["music", "eldest"], "card3": []})
    >>> sorted(graph["music"]), graph.degree["card3"]
    (['card1', 'card2'], 0)
    """
    graph = nx.Graph()
    graph.add_nodes_from(chosen, bipartite=0)
    for person, identities in chosen.items():
        for identity in identities:
            if identity in chosen:
                raise ModelError("contact.clash", value=identity)
            graph.add_node(identity, bipartite=1)
            graph.add_edge(person, identity)
    return graph


def shared_identities(chosen: Mapping[str, Iterable[str]]) -> nx.Graph:
    """Return who shares something with whom; the edge's ``weight`` is how many identities the two share.

    Parameters
    ----------
    chosen : mapping of str to iterable of str
        As in `identity_graph`.

    Returns
    -------
    networkx.Graph
        Over the people. Those who share nothing are there, without ties.

    Raises
    ------
    ModelError
        ``contact.clash``.

    References
    ----------
    R. L. Breiger (1974), Social Forces 53:181-190, doi:10.1093/sf/53.2.181 (people tied by the groups they share).

    Examples
    --------
    >>> web = shared_identities({"card1": ["music", "river"], "card2": ["river", "music"], "card3": ["chess"]})
    >>> list(web.edges(data="weight")), list(web)
    ([('card1', 'card2', 2)], ['card1', 'card2', 'card3'])
    """
    graph = identity_graph(chosen)
    if len(graph) == len(chosen):  # nobody told anything, which networkx takes for a mistake
        return nx.empty_graph(chosen)
    return bipartite.weighted_projected_graph(graph, list(chosen))
