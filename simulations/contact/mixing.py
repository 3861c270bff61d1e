"""How much ties stay within the sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from simulations.contact.identities import shared_identities
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """How much ties stay within the sides, before people tell what they share and after.

    Attributes
    ----------
    before, after : float or None
        As `side_assortativity` gives them.
    new_cross_ties : int
        Pairs across the sides that share something and knew nothing of each other.
    """

    before: float | None
    after: float | None
    new_cross_ties: int


def side_assortativity(ties: nx.Graph, sides: Mapping[str, str]) -> float | None:
    """Return how much ties stay within the sides.

    Parameters
    ----------
    ties : networkx.Graph
        Over people; every tie counts once, whatever its weight.
    sides : mapping of str to str
        The side of every person of the graph.

    Returns
    -------
    float or None
        1 when every tie stays within a side, 0 when ties fall as if nobody looked at sides, below 0 when they
        cross more often than that. None where it is not defined: there are no ties, or all end on one side.

    Raises
    ------
    ModelError
        ``contact.no_side``.

    References
    ----------
    M. E. J. Newman (2003), Physical Review E 67:026126, doi:10.1103/PhysRevE.67.026126 (equation 2).

    Examples
    --------
    >>> ties = nx.Graph([("card1", "card2"), ("card3", "card4"), ("card2", "card3")])
    >>> round(side_assortativity(ties, {"card1": "red", "card2": "red", "card3": "blue", "card4": "blue"}), 3)
    0.333
    """
    check_sides(ties, sides)
    ends: dict[str, int] = {}
    within: int = 0
    for one, other in ties.edges:
        for person in (one, other):
            ends[sides[person]] = ends.get(sides[person], 0) + 1
        within += int(sides[one] == sides[other])
    n_ties: int = ties.number_of_edges()
    if len(ends) < 2:
        return None
    by_chance = sum((n_ends / (2 * n_ties)) ** 2 for n_ends in ends.values())
    return (within / n_ties - by_chance) / (1 - by_chance)


def before_and_after(ties: nx.Graph, chosen: Mapping[str, Iterable[str]], sides: Mapping[str, str]) -> BeforeAfter:
    """Compare the ties that people have already with these and the ones they find by what they share.

    Parameters
    ----------
    ties : networkx.Graph
        Who knows whom already. It is left as it is.
    chosen : mapping of str to iterable of str
        Identities by person, as far as the person wants to share them.
    sides : mapping of str to str

    Returns
    -------
    BeforeAfter

    Raises
    ------
    ModelError
        ``contact.clash`` or ``contact.no_side``.

    Examples
    --------
    >>> sides = {"card1": "red", "card2": "red", "card3": "blue", "card4": "blue"}
    >>> known = nx.Graph([("card1", "card2"), ("card3", "card4")])
    >>> found = before_and_after(known, {"card1": ["music"], "card3": ["music"], "card4": ["chess"]}, sides)
    >>> found.before, round(found.after, 3), found.new_cross_ties
    (1.0, 0.333, 1)
    """
    web = shared_identities({person: tuple(identities) for person, identities in chosen.items()})
    check_sides(web, sides)
    new = [tie for tie in web.edges if not ties.has_edge(*tie) and sides[tie[0]] != sides[tie[1]]]
    both = nx.Graph(ties.edges)
    both.add_edges_from(web.edges)
    return BeforeAfter(
        before=side_assortativity(ties, sides), after=side_assortativity(both, sides), new_cross_ties=len(new)
    )


def check_sides(people: Iterable[str], sides: Mapping[str, str]) -> None:
    """Refuse a person whose side is not told (``contact.no_side``)."""
    for person in people:
        if person not in sides:
            raise ModelError("contact.no_side", value=person)
