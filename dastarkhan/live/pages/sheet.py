"""The private score sheet: what helps one's own side most, and what each option is worth to it."""

from dataclasses import dataclass

from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.value import has_value, worth_of_options
from simulations.games.own_worth import ENOUGH, NEARLY

MOST = 3
"""So many terms are named: enough for a first offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The score sheet in words.

    Attributes
    ----------
    most : tuple of str
        What helps most, the weightiest first.
    terms : tuple of (title, rows)
        Each row is an option with its points.
    alone : str
        Points without any agreement.
    """

    most: tuple[str, ...]
    terms: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    alone: str


def sheet(seen: Seen) -> Sheet | None:
    """Return the score sheet; None for a seat of no side."""
    if not has_value(seen):
        return None
    _, worth = seen.words, worth_of_options(seen)
    sign = "+" if seen.river else ""
    terms = []
    for term, row in worth.items():
        options = seen.talk["terms"][term]
        rows = tuple(
            (seen.option(term, option), _.isolate(sign + _.number(points)) if sign else _.number(points))
            for option, points in zip(options, row, strict=True)
        )
        terms.append((seen.term(term), rows))
    return Sheet(most=_most(seen, worth), terms=tuple(terms), alone=_.number(seen.you["alone"]))


def _most(seen: Seen, worth: dict[str, tuple[int, ...]]) -> tuple[str, ...]:
    """Say the first option of a term that is about as good as its best one, the weightiest terms first."""
    _ = seen.words
    told = []
    for term, row in sorted(worth.items(), key=lambda one: min(one[1]) - max(one[1])):
        spread = max(row) - min(row)
        if spread <= NEARLY:
            continue
        best = row.index(max(row))
        enough = next(at for at in range(best + 1) if row[at] - min(row) >= ENOUGH * spread)
        title, option = seen.term(term), seen.option(term, seen.talk["terms"][term][enough])
        told.append(
            _("{term}: {option}", term=title, option=option)
            if enough == best
            else _("{term}: {option}. More than that helps little.", term=title, option=option)
        )
    return tuple(told[:MOST])
