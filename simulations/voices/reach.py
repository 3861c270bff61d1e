"""A group as a network: a line where two people share a language, and what follows for talking together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far words get in a group.

    Attributes
    ----------
    common : tuple of str
        Languages that everybody would use; empty when there is none.
    parts : tuple of tuple of str
        People who reach each other, directly or through others; one part when all do. The largest part stands first.
    between : int
        How many people stand between the two who are farthest from each other, in the part where it is most.
    bridges : tuple of str
        People without whom a part would fall apart: whoever interprets for others.
    """

    common: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    between: int
    bridges: tuple[str, ...]


def common_languages(speaks: Mapping[str, Iterable[str]]) -> "nx.Graph[str]":
    """Return who shares a language with whom; an edge's ``languages`` are those that the two share.

    Parameters
    ----------
    speaks : mapping of str to iterable of str
        Languages by person. Somebody may name none yet.

    Returns
    -------
    networkx.Graph
        Over the people, in their order.

    Examples
    --------
    >>> graph = common_languages({"1": ["kk"], "2": ["kk", "ky"], "3": ["ky"]})
    >>> list(graph.edges(data="languages"))
    [('1', '2', ('kk',)), ('2', '3', ('ky',))]
    """
    spoken = {person: set(languages) for person, languages in speaks.items()}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(spoken)
    for one, other in combinations(spoken, 2):
        if shared := spoken[one] & spoken[other]:
            graph.add_edge(one, other, languages=tuple(sorted(shared)))
    return graph


def reach(speaks: Mapping[str, Iterable[str]]) -> Reach:
    """Return how far words get in a group.

    Parameters
    ----------
    speaks : mapping of str to iterable of str
        As in `common_languages`.

    Returns
    -------
    Reach

    References
    ----------
    R. E. Tarjan (1972), SIAM Journal on Computing 1:146-160, doi:10.1137/0201010 (people without whom a part falls
    apart: articulation points).

    Examples
    --------
    >>> reach({"1": ["kk"], "2": ["kk", "ky"], "3": ["ky"], "4": ["prs"]})
    Reach(common=(), parts=(('1', '2', '3'), ('4',)), between=1, bridges=('2',))
    """
    spoken = {person: set(languages) for person, languages in speaks.items()}
    graph, order = common_languages(spoken), list(spoken)
    parts = [tuple(sorted(part, key=order.index)) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order.index(part[0])))
    farthest = max((nx.diameter(graph.subgraph(part)) for part in parts), default=0)
    return Reach(
        common=tuple(sorted(set.intersection(*spoken.values()))) if spoken else (),
        parts=tuple(parts),
        between=max(0, farthest - 1),
        bridges=tuple(sorted(nx.articulation_points(graph), key=order.index)),
    )
