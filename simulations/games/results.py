"""What came of one table among several: one measure for every picture of them, and when there are enough to draw."""

from collections.abc import Mapping
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


def enough_tables(n_tables: int) -> bool:
    """Tell whether a picture with one mark for each table keeps their secret.

    Examples
    --------
    >>> enough_tables(4), enough_tables(5)
    (False, True)
    """
    return n_tables >= SMALLEST_CELL
