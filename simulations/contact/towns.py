"""Two towns of neighbours, and some ties between them."""

import networkx as nx
import numpy as np

from simulations.errors import ModelError


def two_towns(
    n_people: int = 15, cross_ties: int = 0, *, neighbours: int = 4, rng: np.random.Generator
) -> tuple[nx.Graph, dict[str, str]]:
    """Return two towns in which everybody knows the nearest neighbours, and ties across drawn at random.

    Parameters
    ----------
    n_people : int
        In each town.
    cross_ties : int
        Ties from one town to the other, all different.
    neighbours : int, optional
        How many people of the own town everybody knows, half to each hand; even, and fewer than `n_people`.
    rng : numpy.random.Generator

    Returns
    -------
    ties : networkx.Graph
    towns : dict of str to str
        The town of every person: ``"mill"`` or ``"willow"``.

    Raises
    ------
    ModelError
        ``contact.bad_number``.

    Notes
    -----
    With ``W`` ties inside both towns and ``C`` across, the assortativity is ``(W - C) / (W + C)``: how the ties across
    fall makes no difference.

    Examples
    --------
    >>> from simulations.contact import side_assortativity
    >>> [round(side_assortativity(*two_towns(15, ties, rng=np.random.default_rng(1))), 2) for ties in (0, 2, 5, 10, 20)]
    [1.0, 0.94, 0.85, 0.71, 0.5]
    """
    _check(n_people, cross_ties, neighbours)
    ties = nx.Graph()
    towns: dict[str, str] = {}
    for town in ("mill", "willow"):
        people = [f"{town}{place + 1}" for place in range(n_people)]
        towns |= dict.fromkeys(people, town)
        ties.add_nodes_from(people)
        for place, person in enumerate(people):
            ties.add_edges_from((person, people[(place + step) % n_people]) for step in range(1, neighbours // 2 + 1))
    for pair in rng.choice(n_people**2, size=cross_ties, replace=False).tolist():
        ties.add_edge(f"mill{pair // n_people + 1}", f"willow{pair % n_people + 1}")
    return ties, towns


def _check(n_people: int, cross_ties: int, neighbours: int) -> None:
    if n_people < 3:
        raise ModelError("contact.bad_number", key="n_people", value=n_people, allowed="3 or more")
    if neighbours % 2 or not 0 <= neighbours < n_people:
        raise ModelError("contact.bad_number", key="neighbours", value=neighbours, allowed=f"even, below {n_people}")
    if not 0 <= cross_ties <= n_people**2:
        raise ModelError("contact.bad_number", key="cross_ties", value=cross_ties, allowed=f"0 to {n_people**2}")
