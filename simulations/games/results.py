"""What came of one table among several: one measure for every picture of them, and when there are enough to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SMALLEST_CELL = 5
"""What fewer tables have in common is neither drawn nor counted aloud: it would point at one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableResult:
    """How often a table agreed, and what its newest agreement brings.

    Attributes
    ----------
    n_years : int
        How many talks ended: years of a river; 1 at a table of packages, 0 while they are not over.
    n_agreed : int
        Those of them that ended with an agreement.
    gained : mapping of side to int
        Points that the newest agreement brings more than acting alone. Zeros without any agreement.
    on_average : bool
        Whether they are those of an average year, so that nobody's weather is in them, as on a river; else all the news
        that came is in them.
    """

    n_years: int
    n_agreed: int
    gained: Mapping[str, int]
    on_average: bool = False

    @property
    def agreed(self) -> bool:
        """Whether there was an agreement, in one year or more."""
        return self.n_agreed > 0


def table_result(facts: Mapping[str, Any]) -> TableResult:
    """Measure a table by its game's ``debrief``.

    Parameters
    ----------
    facts : mapping

    Examples
    --------
    >>> facts = {"over": True, "agreement": {"where": "x"}, "points": {"a": 7, "b": 3}, "alone": {"a": 5, "b": 4}}
    >>> table_result(facts).gained
    {'a': 2, 'b': -1}
    """
    if "agreements" not in facts:
        return TableResult(
            n_years=int(facts["over"]),
            n_agreed=int(bool(facts["agreement"])),
            gained=_more(facts["points"], facts["alone"]),
        )
    ended, mean = facts["agreements"], facts["mean_points"]
    return TableResult(
        n_years=len(ended),
        n_agreed=sum(bool(year["agreement"]) for year in ended),
        gained=_more(mean["agreement"] or mean["alone"], mean["alone"]),
        on_average=True,
    )


def _more(points: Mapping[str, int], alone: Mapping[str, int]) -> dict[str, int]:
    return {side: points[side] - alone[side] for side in points}


def enough_for_dots(agreed: Sequence[bool]) -> bool:
    """Tell whether a picture with one mark for each table keeps their secret.

    There must be enough tables, and those with an agreement and those without must each be enough, or none: a lone one
    among many is known to all.

    Parameters
    ----------
    agreed : sequence of bool
        Whether each table found an agreement.

    Examples
    --------
    >>> enough_for_dots([True] * 4), enough_for_dots([True] * 5)
    (False, True)
    >>> enough_for_dots([True] * 5 + [False]), enough_for_dots([True] * 5 + [False] * 5)
    (False, True)
    """
    n_agreed = sum(agreed)
    groups = (n_agreed, len(agreed) - n_agreed)
    return any(groups) and all(n == 0 or n >= SMALLEST_CELL for n in groups)


def enough_for_years(agreed: Sequence[bool]) -> bool:
    """Tell whether a picture with one row for each agreement keeps the secret of those who made them.

    Parameters
    ----------
    agreed : sequence of bool
        Whether each table found an agreement.

    Examples
    --------
    >>> enough_for_years([True] * 4 + [False] * 5), enough_for_years([True] * 5 + [False])
    (False, True)
    """
    return sum(agreed) >= SMALLEST_CELL
