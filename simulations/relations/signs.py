"""Reading a map of relations: who is tied to whom, and whether the tie is a good one or a bad one."""

from collections.abc import Hashable
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError

Person = Hashable
Tie = tuple[Person, Person]
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedTies:
    """A signed graph as arrays; people are numbered in the graph's own order.

    Parameters
    ----------
    people : tuple
        The graph's nodes.
    first, second : ndarray of int, shape (n_ties,)
        Both ends of every tie, by their places among the people.
    sign : ndarray of int, shape (n_ties,)
        +1 or -1.
    """

    people: tuple[Person, ...]
    first: Whole
    second: Whole
    sign: Whole

    def matrix(self) -> Floats:
        """Return the symmetric matrix of signs, shape (n_people, n_people); 0 where there is no tie.

        Examples
        --------
        >>> read_signs(nx.Graph([("mill", "willow", {"sign": -1})])).matrix()
        array([[ 0., -1.],
               [-1.,  0.]])
        """
        square = np.zeros((len(self.people), len(self.people)))
        square[self.first, self.second] = square[self.second, self.first] = self.sign
        return square


def read_signs(G: nx.Graph) -> SignedTies:
    """Check a signed graph and return it as arrays.

    Parameters
    ----------
    G : networkx.Graph
        Undirected, one tie a pair; every tie has the attribute ``sign``, +1 or -1.

    Returns
    -------
    SignedTies

    Raises
    ------
    ModelError
        ``relations.wrong_graph`` for a directed graph or one with several ties a pair, ``relations.self_tie``, and
        ``relations.bad_sign``, which names the tie.

    Examples
    --------
    >>> ties = read_signs(nx.Graph([("mill", "willow", {"sign": -1})]))
    >>> ties.people, ties.sign.tolist()
    (('mill', 'willow'), [-1])
    """
    if not isinstance(G, nx.Graph) or G.is_directed() or G.is_multigraph():
        raise ModelError("relations.wrong_graph", value=type(G).__name__, allowed="networkx.Graph")
    place = {person: number for number, person in enumerate(G)}
    ties = [(place[one], place[other], _sign(one, other, sign)) for one, other, sign in G.edges(data="sign")]
    columns = np.array(ties, dtype=np.int64).reshape(-1, 3)
    return SignedTies(people=tuple(G), first=columns[:, 0], second=columns[:, 1], sign=columns[:, 2])


def _sign(one: Person, other: Person, sign: object) -> int:
    if one == other:
        raise ModelError("relations.self_tie", value=one)
    if not isinstance(sign, int | float | np.integer | np.floating) or sign not in (1, -1):
        raise ModelError("relations.bad_sign", key=f"{one} - {other}", value=sign, allowed="+1, -1")
    return int(sign)
