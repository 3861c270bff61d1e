"""Two maps of one conflict, laid over each other."""

from dataclasses import dataclass

import networkx as nx

from simulations.relations.signs import Person, Tie, read_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What two maps of one conflict have in common, and what only one of them shows.

    Parameters
    ----------
    same, other_sign, only_first, only_second : tuple of pairs
        Ties on both maps with the same sign, on both with another sign, and on one map only.
    people_only_first, people_only_second : tuple
        Whom only one map shows.
    merged : networkx.Graph
        Both maps at once. A tie has ``sign_first`` and ``sign_second``, None where a map does not show it, and
        ``seen``: ``"same"``, ``"other_sign"``, ``"only_first"`` or ``"only_second"``.
    """

    same: tuple[Tie, ...]
    other_sign: tuple[Tie, ...]
    only_first: tuple[Tie, ...]
    only_second: tuple[Tie, ...]
    people_only_first: tuple[Person, ...]
    people_only_second: tuple[Person, ...]
    merged: nx.Graph

    @property
    def agreement(self) -> float | None:
        """Share (0 to 1) of all ties on either map that both show with the same sign; None without ties."""
        n_ties = self.merged.number_of_edges()
        return len(self.same) / n_ties if n_ties else None


def difference(G: nx.Graph, H: nx.Graph) -> Difference:
    """Lay two maps over each other.

    Parameters
    ----------
    G, H : networkx.Graph
        The first map and the second. Every tie has the attribute ``sign``, +1 or -1.

    Returns
    -------
    Difference
        Ties in the order of the first map, then of the second.

    Raises
    ------
    ModelError
        Those of `read_signs`.

    Examples
    --------
    >>> first, second = nx.Graph(), nx.Graph()
    >>> first.add_edges_from([("farms", "town", {"sign": +1}), ("town", "mill", {"sign": -1})])
    >>> second.add_edges_from([("town", "farms", {"sign": +1}), ("mill", "town", {"sign": +1})])
    >>> second.add_edge("mill", "herders", sign=-1)
    >>> found = difference(first, second)
    >>> found.other_sign, found.only_second, found.people_only_second, round(found.agreement, 2)
    ((('town', 'mill'),), (('mill', 'herders'),), ('herders',), 0.33)
    """
    for graph in (G, H):
        read_signs(graph)
    merged = nx.Graph()
    merged.add_nodes_from([*G, *H])
    for one, other in (*G.edges, *H.edges):
        first, second = (graph.edges[one, other]["sign"] if graph.has_edge(one, other) else None for graph in (G, H))
        merged.add_edge(one, other, sign_first=first, sign_second=second, seen=_seen(first, second))
    by_kind: dict[str, list[Tie]] = {"same": [], "other_sign": [], "only_first": [], "only_second": []}
    written = dict.fromkeys(frozenset(tie) for tie in (*G.edges, *H.edges))
    pairs = {frozenset(tie): tie for tie in (*H.edges, *G.edges)}  # written as the first map writes them
    for key in written:
        by_kind[merged.edges[pairs[key]]["seen"]].append(pairs[key])
    return Difference(
        same=tuple(by_kind["same"]),
        other_sign=tuple(by_kind["other_sign"]),
        only_first=tuple(by_kind["only_first"]),
        only_second=tuple(by_kind["only_second"]),
        people_only_first=tuple(person for person in G if person not in H),
        people_only_second=tuple(person for person in H if person not in G),
        merged=merged,
    )


def _seen(first: int | None, second: int | None) -> str:
    if first is None:
        return "only_second"
    if second is None:
        return "only_first"
    return "same" if first == second else "other_sign"
