"""A web of cards as data, and what can be said of it: for a table everything, for a wall only from five people on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dastarkhan.content.who_am_i import SIDES, identities
from dastarkhan.languages import Words
from simulations.contact import (
    BeforeAfter,
    Connectors,
    Joining,
    before_and_after,
    connectors,
    joining_identities,
    shared_identities,
    unexpected_ties,
)

if TYPE_CHECKING:
    import networkx as nx

FIRST_TIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Somebody in the web: the shape of the card, and what was chosen."""

    side: str
    chosen: tuple[str, ...]


class SharedWeb:
    """Cards that share things.

    Parameters
    ----------
    cards : sequence of Card
        In the order in which they came; their numbers are their names.
    """

    def __init__(self, cards: Sequence[Card]) -> None:
        self.cards = {str(number): one for number, one in enumerate(cards, start=1)}
        self.chosen = {key: one.chosen for key, one in self.cards.items()}
        self.sides = {key: one.side for key, one in self.cards.items()}

    @cached_property
    def graph(self) -> "nx.Graph[str]":
        """Who shares something with whom."""
        graph: nx.Graph[str] = shared_identities(self.chosen)
        return graph

    @cached_property
    def found(self) -> Connectors:
        """Who and which lines hold it together."""
        return connectors(self.graph, self.sides)

    @cached_property
    def crossing(self) -> int:
        """How many lines go from one shape to the other."""
        return sum(self.sides[one] != self.sides[other] for one, other in self.graph.edges)

    @property
    def by_chance(self) -> int:
        """Of 100 pairs of cards, how many are of two shapes: so many lines would cross if nobody looked at shapes."""
        many = [list(self.sides.values()).count(side) for side in SIDES]
        pairs = sum(many) * (sum(many) - 1) / 2
        return round(100 * many[0] * many[1] / pairs) if pairs else 0

    @property
    def before_after(self) -> BeforeAfter:
        """Before, by assumption: everybody knows two of the own shape. After: those who share something, too."""
        return before_and_after(self.assumed_before(), self.chosen, self.sides)

    def assumed_before(self) -> "nx.Graph[str]":
        """Who knows whom before anybody told anything, as it is assumed."""
        import networkx as nx

        known: nx.Graph[str] = nx.Graph()
        known.add_nodes_from(self.cards)
        for side in SIDES:
            people = [key for key in self.cards if self.sides[key] == side]
            known.add_edges_from(pairwise(people))
            if len(people) > len(SIDES):
                known.add_edge(people[-1], people[0])
        return known

    def joining(self, *, smallest: int) -> tuple[Joining, ...]:
        """Things that people of both shapes share."""
        return joining_identities(self.chosen, self.sides, smallest=smallest)

    def both(self, one: str, other: str) -> tuple[str, ...]:
        """What two cards share, by its names in the saved work."""
        return tuple(key for key in self.chosen[one] if key in self.chosen[other])

    def unexpected(self) -> tuple[tuple[str, str], ...]:
        """Pairs across, those who share most first, nobody twice as long as there are others."""
        found = unexpected_ties(self.chosen, self.sides)
        pairs = [(min(one, other, key=int), max(one, other, key=int)) for one, other, _many in found]
        used: set[str] = set()
        fresh = []
        for pair in pairs:
            if not used & set(pair):
                fresh.append(pair)
                used |= set(pair)
        return tuple([*fresh, *[pair for pair in pairs if pair not in fresh]][:FIRST_TIES])

    def ties_of(self, key: str) -> tuple[str, ...]:
        """Cards that share something with this one; those of the other shape first."""
        return tuple(sorted(self.graph[key], key=lambda other: (self.sides[other] == self.sides[key], int(other))))

    def across_of(self, key: str) -> int:
        """How many of a card's lines go to the other shape."""
        return sum(self.sides[other] != self.sides[key] for other in self.graph[key])


def card_told(web: SharedWeb, key: str, _: Words) -> str:
    """How many lines a card has: this may stand on a wall, because it says nothing of what is shared."""
    many = web.graph.degree[key]
    if not many:
        return _("No line yet. The next card may bring one.")
    lines = _.n("{n} line.", "{n} lines.", many)
    return f"{lines} {_.n('{n} goes to the other shape.', '{n} go to the other shape.', web.across_of(key))}"


def shared_words(web: SharedWeb, one: str, other: str, _: Words) -> str:
    """What two cards share, in words."""
    names: Mapping[str, str] = identities(_)
    return _.listed([names[key] for key in web.both(one, other)])
