"""Who connects two camps, and which tie is missing most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from simulations.errors import ModelError
from simulations.relations.frustration import frustration
from simulations.relations.signs import Floats, Person, Tie, read_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBetweens:
    """Who connects the camps along good ties.

    Parameters
    ----------
    camps : tuple of tuples
        The camps that were looked at.
    between : mapping of person to float
        The share (0 to 1) of the shortest ways along good ties, from one camp to another, that lead through a person.
        The largest share first.
    missing : tuple of (pair, float)
        Pairs of two camps without a tie, and how much nearer to each other the camps would be with a good one: the
        gain in closeness. The largest gain first.
    closeness : float or None
        Mean of ``1 / steps`` over all pairs of two camps, 0 for a pair without a way; None with one camp.
    """

    camps: tuple[tuple[Person, ...], ...]
    between: Mapping[Person, float]
    missing: tuple[tuple[Tie, float], ...]
    closeness: float | None


def go_betweens(G: nx.Graph, camps: Sequence[Iterable[Person]] | None = None, *, most: int = 5) -> GoBetweens:
    """Find who connects the camps, and which new good ties would bring them nearest to each other.

    Parameters
    ----------
    G : networkx.Graph
        Every tie has the attribute ``sign``, +1 or -1. Only good ties are ways.
    camps : sequence of iterables, optional
        Who belongs together; the camps of `frustration` when left out.
    most : int, optional
        How many missing ties to name.

    Returns
    -------
    GoBetweens

    Raises
    ------
    ModelError
        Those of `read_signs`; ``relations.unknown_person`` and ``relations.two_camps`` for camps that do not hold
        everybody once; ``relations.bad_number``.

    References
    ----------
    L. C. Freeman (1977), Sociometry 40:35-41, doi:10.2307/3033543 (betweenness, here from camp to camp);
    V. Latora and M. Marchiori (2001), Physical Review Letters 87:198701, doi:10.1103/PhysRevLett.87.198701 (closeness).

    Examples
    --------
    >>> G = nx.Graph()
    >>> ties = [("farms", "town", +1), ("town", "mill", +1), ("farms", "mill", -1)]
    >>> G.add_edges_from((one, other, {"sign": sign}) for one, other, sign in ties)
    >>> found = go_betweens(G, [["farms", "town"], ["mill"]])
    >>> dict(found.between), found.closeness
    ({'town': 0.5, 'farms': 0.0, 'mill': 0.0}, 0.75)
    """
    if most < 0:
        raise ModelError("relations.bad_number", key="most", value=most, allowed=">= 0")
    people = read_signs(G).people
    sides = tuple(tuple(camp) for camp in (frustration(G).camps if camps is None else camps))
    camp_of = _camp_of(people, sides)
    good = nx.Graph()
    good.add_nodes_from(people)
    good.add_edges_from(tie[:2] for tie in G.edges(data="sign") if tie[2] > 0)
    pairs = [pair for pair in combinations(people, 2) if camp_of[pair[0]] != camp_of[pair[1]]]
    nearness = _nearness(good)
    place = {person: number for number, person in enumerate(people)}
    ends = np.array([(place[one], place[other]) for one, other in pairs], dtype=np.int64).reshape(-1, 2)
    closeness = float(nearness[ends[:, 0], ends[:, 1]].mean()) if pairs else None
    gains = [(pair, _gain(nearness, ends, (place[pair[0]], place[pair[1]]))) for pair in pairs if not G.has_edge(*pair)]
    gains.sort(key=lambda found: -found[1])
    return GoBetweens(
        camps=sides, between=_between(good, sides, nearness), missing=tuple(gains[:most]), closeness=closeness
    )


def _camp_of(people: Sequence[Person], camps: Sequence[Sequence[Person]]) -> dict[Person, int]:
    camp_of: dict[Person, int] = {}
    for number, camp in enumerate(camps):
        for person in camp:
            if person not in people:
                raise ModelError("relations.unknown_person", value=person, allowed=tuple(people))
            if person in camp_of:
                raise ModelError("relations.two_camps", value=person)
            camp_of[person] = number
    for person in people:
        if person not in camp_of:
            raise ModelError("relations.two_camps", value=person)
    return camp_of


def _nearness(good: nx.Graph) -> Floats:
    """Return ``1 / steps`` for every two people, shape (n_people, n_people); 0 without a way."""
    from scipy.sparse.csgraph import shortest_path

    if not len(good):
        return np.zeros((0, 0))
    steps = shortest_path(nx.to_scipy_sparse_array(good, weight=None, format="csr"), unweighted=True)
    with np.errstate(divide="ignore"):
        return np.asarray(np.where(steps == 0, 0.0, 1.0 / steps), dtype=np.float64)


def _gain(nearness: Floats, ends: np.ndarray[tuple[int, int], np.dtype[np.int64]], tie: tuple[int, int]) -> float:
    """Return how much the mean nearness of the pairs grows with one more tie."""
    with np.errstate(divide="ignore"):
        steps = np.where(nearness > 0, 1.0 / nearness, np.inf)
    np.fill_diagonal(steps, 0.0)
    one, other = ends.T
    there, back = (steps[one, a] + 1 + steps[b, other] for a, b in (tie, tie[::-1]))
    now = steps[one, other]
    return float((1.0 / np.minimum(now, np.minimum(there, back)) - nearness[one, other]).mean())


def _between(good: nx.Graph, camps: Sequence[Sequence[Person]], nearness: Floats) -> Mapping[Person, float]:
    through: dict[Person, float] = dict.fromkeys(good, 0.0)
    place = {person: number for number, person in enumerate(good)}
    n_joined = 0
    for one, other in combinations(camps, 2):
        n_joined += int((nearness[np.ix_([place[p] for p in one], [place[p] for p in other])] > 0).sum())
        for person, half in nx.betweenness_centrality_subset(good, one, other).items():
            through[person] += 2 * half  # networkx halves what it finds in undirected graphs
    shares = {person: ways / n_joined if n_joined else 0.0 for person, ways in through.items()}
    return dict(sorted(shares.items(), key=lambda found: -found[1]))
