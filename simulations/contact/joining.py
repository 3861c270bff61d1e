"""What and who joins the sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from simulations.contact.identities import identity_graph, shared_identities
from simulations.contact.mixing import check_sides
from simulations.errors import ModelError

SMALLEST_CELL = 5
"""What fewer people share is not shown: it could point at somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """One identity that people of more than one side chose.

    Attributes
    ----------
    identity : str
    n_people : int
        Of all sides together.
    cross_pairs : int
        Pairs of people from two sides that it joins.
    """

    identity: str
    n_people: int
    cross_pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Connectors:
    """Who holds the web together.

    Attributes
    ----------
    bridges : tuple of pairs of str
        Ties without which the web falls into more pieces.
    between : mapping of str to float
        For each person the share (0 to 1) of shortest ways between people of different sides that lead through it;
        the largest share first.
    """

    bridges: tuple[tuple[str, str], ...]
    between: Mapping[str, float]


def joining_identities(
    chosen: Mapping[str, Iterable[str]], sides: Mapping[str, str], *, smallest: int = SMALLEST_CELL
) -> tuple[Joining, ...]:
    """Return the identities that join people across sides; those that join most pairs first.

    Parameters
    ----------
    chosen : mapping of str to iterable of str
    sides : mapping of str to str
    smallest : int, optional
        Identities of fewer people are left out. For a wall keep the default; alone with one's own file 1 will do.

    Returns
    -------
    tuple of Joining

    Raises
    ------
    ModelError
        ``contact.clash``, ``contact.no_side`` or ``contact.bad_number``.

    Examples
    --------
    >>> chosen = {"card1": ["music", "river"], "card2": ["music"], "card3": ["river"]}
    >>> joining_identities(chosen, {"card1": "red", "card2": "red", "card3": "blue"}, smallest=1)
    (Joining(identity='river', n_people=2, cross_pairs=1),)
    """
    if smallest < 1:
        raise ModelError("contact.bad_number", key="smallest", value=smallest, allowed="1 or more")
    check_sides(chosen, sides)
    graph = identity_graph(chosen)
    found = []
    for identity in (node for node, kind in graph.nodes(data="bipartite") if kind == 1):
        people = list(graph[identity])
        crossing = sum(sides[one] != sides[other] for one, other in combinations(people, 2))
        if crossing and len(people) >= smallest:
            found.append(Joining(identity=identity, n_people=len(people), cross_pairs=crossing))
    return tuple(sorted(found, key=lambda one: (-one.cross_pairs, one.identity)))


def unexpected_ties(chosen: Mapping[str, Iterable[str]], sides: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    """Return pairs from two sides that share something, with how much; those who share most first.

    Parameters
    ----------
    chosen : mapping of str to iterable of str
    sides : mapping of str to str

    Raises
    ------
    ModelError
        ``contact.clash`` or ``contact.no_side``.

    Examples
    --------
    >>> chosen = {"card1": ["music", "river"], "card2": ["river", "music"], "card3": ["river"]}
    >>> unexpected_ties(chosen, {"card1": "red", "card2": "blue", "card3": "blue"})
    (('card1', 'card2', 2), ('card1', 'card3', 1))
    """
    check_sides(chosen, sides)
    web = shared_identities(chosen)
    crossing = [(*sorted((one, other)), weight) for one, other, weight in web.edges(data="weight")
                if sides[one] != sides[other]]  # fmt: skip
    return tuple(sorted(crossing, key=lambda tie: (-tie[2], tie[:2])))


def connectors(ties: nx.Graph, sides: Mapping[str, str]) -> Connectors:
    """Return who and which ties hold a web together across the sides.

    Parameters
    ----------
    ties : networkx.Graph
        Over people, such as `shared_identities`. Weights are not looked at.
    sides : mapping of str to str

    Returns
    -------
    Connectors

    Raises
    ------
    ModelError
        ``contact.no_side``.

    References
    ----------
    L. C. Freeman (1977), Sociometry 40:35-41, doi:10.2307/3033543 (betweenness), here over ways between sides only.

    Examples
    --------
    >>> path = nx.path_graph(["card1", "card2", "card3"])
    >>> found = connectors(path, {"card1": "red", "card2": "red", "card3": "blue"})
    >>> dict(found.between), len(found.bridges)
    ({'card2': 0.5, 'card1': 0.0, 'card3': 0.0}, 2)
    """
    check_sides(ties, sides)
    camps: dict[str, list[str]] = {}
    for person in ties:
        camps.setdefault(sides[person], []).append(person)
    through = dict.fromkeys(ties, 0.0)
    n_joined = 0
    for one, other in combinations(camps.values(), 2):
        n_joined += sum(len(piece & {*one}) * len(piece & {*other}) for piece in nx.connected_components(ties))
        for person, half in nx.betweenness_centrality_subset(ties, one, other).items():
            through[person] += 2 * half  # networkx halves what it finds in undirected graphs
    shares = {person: ways / n_joined if n_joined else 0.0 for person, ways in through.items()}
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    bridges = sorted((min(tie), max(tie)) for tie in nx.bridges(ties))
    return Connectors(bridges=tuple(bridges), between=dict(ranked))
