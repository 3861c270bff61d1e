"""Two maps of one quarrel laid over each other: what both have, what one has, who is missing, where a chain leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dastarkhan.content.conflict_analysis import SIDES, Conflict
from dastarkhan.lessons.conflict_analysis.drawn import Lines, Pair, all_pairs, people_on, signed, speaks_for
from simulations.relations import Difference, difference, tense_triangles

if TYPE_CHECKING:
    import networkx as nx

SAME, OTHER_SIGN, ONLY_FIRST, ONLY_SECOND, NEEDS = "same", "other_sign", "only_first", "only_second", "needs"
MOST_CHAINS, MOST_TRIANGLES = 3, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A way along good lines, from somebody who speaks for one side to somebody who speaks for the other.

    Attributes
    ----------
    people : tuple of str
    known_to : tuple of tuple of str
        For each step the sides whose map shows it.
    """

    people: tuple[str, ...]
    known_to: tuple[tuple[str, ...], ...]


class Overlaid:
    """Two maps of one quarrel.

    Parameters
    ----------
    quarrel : Conflict
    first, second : tuple of Line
        The map of Mill's briefing, and that of Willow's.
    """

    def __init__(self, quarrel: Conflict, first: Lines, second: Lines) -> None:
        self.quarrel, self.maps = quarrel, {SIDES[0]: first, SIDES[1]: second}

    @cached_property
    def found(self) -> Difference:
        """What the model says of the two maps."""
        return difference(*(signed(lines) for lines in self.maps.values()))

    @cached_property
    def pairs(self) -> dict[Pair, str]:
        """All pairs with a line on either map, in the order of the case, and what is seen there."""
        seen = {frozenset((str(a), str(b))): str(what) for a, b, what in self.found.merged.edges(data="seen")}
        drawn = {one.pair for lines in self.maps.values() for one in lines}
        return {pair: seen.get(frozenset(pair), NEEDS) for pair in all_pairs(self.quarrel) if pair in drawn}

    def of(self, *what: str) -> tuple[Pair, ...]:
        """The pairs at which one of these is seen."""
        return tuple(pair for pair, seen in self.pairs.items() if seen in what)

    def lines(self, side: str, pair: Pair) -> Lines:
        """The lines of one map between two people."""
        return tuple(one for one in self.maps[side] if one.pair == pair)

    def why(self, side: str, pair: Pair) -> tuple[str, ...]:
        """What a side's briefing says of a pair, as far as the kit has drawn the same line; needs are passed over."""
        told = (speaks_for(self.quarrel, side, one) for one in self.lines(side, pair) if one.sign is not None)
        return tuple(one for one in told if one)

    def people_only(self, side: str) -> tuple[str, ...]:
        """Whoever stands on one map, and not on the other."""
        here, there = (people_on(lines) for lines in self._own_first(side))
        return tuple(key for key in self._people() if key in here - there)

    def on_none(self) -> tuple[str, ...]:
        """Whoever has no line on either map."""
        there = people_on([one for lines in self.maps.values() for one in lines])
        return tuple(key for key in self._people() if key not in there)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The shortest ways along good lines from one side's first person to the other's; no step is doubted."""
        import networkx as nx

        good, (start, end) = self._good(), self.speakers
        if start not in good or end not in good or not nx.has_path(good, start, end):
            return ()
        ways = sorted(nx.all_shortest_paths(good, start, end))[:MOST_CHAINS]
        return tuple(Chain(people=tuple(way), known_to=self._known(way)) for way in ways)

    @cached_property
    def speakers(self) -> Pair:
        """Who speaks for each side: the first one of each town."""
        one, other = (next(p.key for p in self.quarrel.parties if p.town == town) for town in SIDES)
        return one, other

    def strained(self, side: str) -> tuple[tuple[str, str, str], ...]:
        """Triangles of one map whose lines do not go together."""
        order = list(self._people())
        found = [sorted(map(str, three), key=order.index) for three in tense_triangles(signed(self.maps[side]))]
        return tuple((a, b, c) for a, b, c in found[:MOST_TRIANGLES])

    def _own_first(self, side: str) -> Sequence[Lines]:
        return sorted(self.maps.values(), key=lambda lines: lines is not self.maps[side])

    def _people(self) -> Sequence[str]:
        return [party.key for party in self.quarrel.parties]

    def _good(self) -> "nx.Graph[str]":
        """Lines that are good on at least one map and bad on none."""
        import networkx as nx

        good: nx.Graph[str] = nx.Graph()
        good.add_edges_from(pair for pair in self.of(SAME, ONLY_FIRST, ONLY_SECOND) if self.is_good(pair))
        return good

    def is_good(self, pair: Pair) -> bool:
        """Whether a pair has a good line, and no bad one."""
        signs = [one.sign for side in SIDES for one in self.lines(side, pair) if one.sign is not None]
        return bool(signs) and min(signs) > 0

    def _known(self, way: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        order = list(self._people())
        steps = [tuple(sorted(step, key=order.index)) for step in pairwise(way)]
        return tuple(
            tuple(side for side in SIDES if any(one.sign == 1 for one in self.lines(side, (a, b)))) for a, b in steps
        )
