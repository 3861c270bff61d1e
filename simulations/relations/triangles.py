"""Balance in threes: is the friend of my friend my friend, and the enemy of my enemy too?"""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from simulations.relations.signs import Person, read_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangleBalance:
    """How many triangles are balanced.

    Parameters
    ----------
    balanced : int
        Triangles with no bad tie or with two.
    unbalanced : int
        Triangles with one bad tie or with three.
    """

    balanced: int
    unbalanced: int

    @property
    def share(self) -> float | None:
        """Share of the triangles that are balanced (0 to 1); None without triangles, where it would mean nothing."""
        triangles = self.balanced + self.unbalanced
        return self.balanced / triangles if triangles else None


def triangle_balance(G: nx.Graph) -> TriangleBalance:
    """Count balanced and unbalanced triangles.

    Parameters
    ----------
    G : networkx.Graph
        Every tie has the attribute ``sign``, +1 or -1.

    Returns
    -------
    TriangleBalance
        With ``.balanced``, ``.unbalanced`` and ``.share`` (None when there are no triangles).

    Raises
    ------
    ModelError
        Those of `read_signs`.

    Notes
    -----
    A triangle is balanced when the product of its signs is +1. With the matrix of signs, two steps along ties and a
    third one back count all products at once.

    References
    ----------
    D. Cartwright and F. Harary (1956), Psychological Review 63:277-293, doi:10.1037/h0046049.

    Examples
    --------
    >>> ties = [("mill", "willow", +1), ("willow", "orchard", +1), ("mill", "orchard", -1)]
    >>> G = nx.Graph()
    >>> G.add_edges_from((one, other, {"sign": sign}) for one, other, sign in ties)
    >>> triangle_balance(G)
    TriangleBalance(balanced=0, unbalanced=1)
    """
    from scipy.sparse import csr_array

    ties = read_signs(G)
    ends = (ties.first, ties.second)
    half = csr_array((ties.sign, ends), shape=(len(ties.people), len(ties.people)))
    signs = half + half.T
    both_ways = 6  # each triangle is met from three corners, in two directions
    surplus = int((signs @ signs).multiply(signs).sum()) // both_ways
    total = int((abs(signs) @ abs(signs)).multiply(abs(signs)).sum()) // both_ways
    return TriangleBalance(balanced=(total + surplus) // 2, unbalanced=(total - surplus) // 2)


def tense_triangles(G: nx.Graph) -> Iterator[tuple[Person, Person, Person]]:
    """Yield the unbalanced triangles, each once, its people in the graph's order.

    Parameters
    ----------
    G : networkx.Graph
        Every tie has the attribute ``sign``, +1 or -1.

    Raises
    ------
    ModelError
        Those of `read_signs`.

    Examples
    --------
    >>> quarrel = nx.complete_graph(["mill", "willow", "orchard"])
    >>> nx.set_edge_attributes(quarrel, -1, "sign")
    >>> list(tense_triangles(quarrel))
    [('mill', 'willow', 'orchard')]
    """
    people = read_signs(G).people
    place = {person: number for number, person in enumerate(people)}
    for one in people:
        later = [other for other in G[one] if place[other] > place[one]]
        for other in sorted(later, key=place.__getitem__):
            for third in sorted(set(later) & set(G[other]), key=place.__getitem__):
                if place[third] > place[other] and _product(G, one, other, third) < 0:
                    yield one, other, third


def _product(G: nx.Graph, one: Person, other: Person, third: Person) -> int:
    return int(G[one][other]["sign"] * G[other][third]["sign"] * G[one][third]["sign"])
