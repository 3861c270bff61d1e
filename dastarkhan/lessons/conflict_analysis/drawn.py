"""Lines that somebody has drawn: read with care, kept one a pair besides a need, and given to the model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from dastarkhan.content.conflict_analysis import SIGNS, Conflict
from dastarkhan.lessons.saved import one_of

if TYPE_CHECKING:
    import networkx as nx

NEED = "need"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a map; its people stand in the order of the case.

    Attributes
    ----------
    one, other, kind : str
    guessed : bool
        Whether no sentence of the briefing speaks for it.
    """

    one: str
    other: str
    kind: str
    guessed: bool = False

    @property
    def pair(self) -> Pair:
        """Between whom it runs."""
        return self.one, self.other

    @property
    def sign(self) -> int | None:
        """How the model reads it; None for a need."""
        return SIGNS[self.kind]

    def plain(self) -> list[object]:
        """As it is saved."""
        return [self.one, self.other, self.kind, self.guessed]


Lines = tuple[Line, ...]


def all_pairs(quarrel: Conflict) -> tuple[Pair, ...]:
    """Every two people, in the order of the case."""
    return tuple(combinations((party.key for party in quarrel.parties), 2))


def line(quarrel: Conflict, one: str, other: str, kind: str, *, guessed: bool = False) -> Line:
    """Make a line, its people in order."""
    keys = [party.key for party in quarrel.parties]
    first, second = sorted((one, other), key=keys.index)
    return Line(one=first, other=second, kind=kind, guessed=guessed)


def drawn(lines: Lines, new: Line) -> Lines:
    """Return a map with one more line; between two people there is a need, and one line more."""
    kept = (one for one in lines if one.pair != new.pair or (one.kind == NEED) != (new.kind == NEED))
    return (*kept, new)


def rubbed_out(lines: Lines, gone: Line) -> Lines:
    """Return a map without a line."""
    return tuple(one for one in lines if (one.pair, one.kind) != (gone.pair, gone.kind))


def clean_lines(saved: object, quarrel: Conflict) -> list[list[object]]:
    """The saved lines that this version of the case knows."""
    keys = [party.key for party in quarrel.parties]
    found: Lines = ()
    for each in saved if isinstance(saved, list) else ():
        if not (isinstance(each, list) and len(each) == 4):
            continue
        one, other, kind = one_of(each[0], keys), one_of(each[1], keys), one_of(each[2], SIGNS)
        if one and other and kind and one != other:
            found = drawn(found, line(quarrel, one, other, kind, guessed=each[3] is True))
    return [one.plain() for one in found]


def read_lines(saved: object, quarrel: Conflict) -> Lines:
    """The saved lines as lines."""
    return tuple(
        Line(one=str(one), other=str(other), kind=str(kind), guessed=bool(guessed))
        for one, other, kind, guessed in clean_lines(saved, quarrel)
    )


def kit_lines(quarrel: Conflict, side: str) -> Lines:
    """The map that a briefing leads to; an example."""
    return tuple(line(quarrel, tie.one, tie.other, tie.kind) for tie in quarrel.maps[side])


def speaks_for(quarrel: Conflict, side: str, one: Line) -> str:
    """What in a briefing speaks for a line; nothing where the kit has not drawn it."""
    ties = {line(quarrel, tie.one, tie.other, tie.kind): tie.why for tie in quarrel.maps[side]}
    return ties.get(Line(one=one.one, other=one.other, kind=one.kind), "")


def people_on(lines: Iterable[Line]) -> set[str]:
    """Whoever has a line."""
    return {key for one in lines for key in one.pair}


def signed(lines: Sequence[Line]) -> "nx.Graph[str]":
    """A map as the model reads it: a need brings people in, and is not counted."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for one in lines:
        graph.add_nodes_from(one.pair)
        if one.sign is not None:
            graph.add_edge(*one.pair, sign=one.sign)
    return graph
