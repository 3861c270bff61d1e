"""Who speaks after whom in a practice debate, as a network."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from dastarkhan.languages import Words

SEATS = "ABCDEF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Speaking turns of one talk.

    Attributes
    ----------
    order : str
        The seats in the order in which they spoke, a letter each.
    """

    order: str

    @property
    def graph(self) -> "nx.DiGraph[str]":
        """A line from each voice to the one that followed it; ``weight`` says how often, ``turns`` how often a seat."""
        made: nx.DiGraph[str] = nx.DiGraph()
        spoken = Counter(self.order)
        for seat in SEATS:
            made.add_node(seat, turns=spoken[seat])
        for (one, other), times in Counter(pairwise(self.order)).items():
            if one != other:
                made.add_edge(one, other, weight=times)
        return made

    @property
    def heard(self) -> int:
        """How many seats spoke."""
        return len(set(self.order))

    @property
    def silent(self) -> tuple[str, ...]:
        """Seats that did not speak."""
        return tuple(seat for seat in SEATS if seat not in self.order)

    @property
    def changes(self) -> int:
        """How often one voice followed another."""
        return sum(one != other for one, other in pairwise(self.order))

    @property
    def busiest(self) -> tuple[str, str, int] | None:
        """The two seats that followed each other most often, and how often; None before two voices."""
        pairs = Counter(tuple(sorted(pair)) for pair in pairwise(self.order) if pair[0] != pair[1])
        if not pairs:
            return None
        (one, other), times = min(pairs.items(), key=lambda found: (-found[1], found[0]))
        return one, other, times


def seat_sign(seat: str, _: Words) -> str:
    """Return what stands on a seat: its number, which every script can read."""
    return _.number(SEATS.index(seat) + 1)
