"""How far the sums of a negotiation can be off because computers round."""

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats

WHOLE = 2.0**53
"""Up to here every whole number has a place of its own among the computer's numbers."""


def rounding(negotiation: Negotiation) -> Floats:
    """Return a bound on what rounding can change in a sum of each party's values.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    ndarray, shape (n_parties,)
        0 for a party whose points add up without rounding in any order: whole numbers, halves, quarters and
        so on, together below 2**53 of their smallest part. Otherwise twice the rounding of as many additions
        as there are issues, each of them at most half a last digit of the largest sum.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "much"))
    >>> whole = Party(key="springs", values={"water": [5, 4.25]}, reservation=0)
    >>> tenths = Party(key="gardens", values={"water": [0.1, 0.7]}, reservation=0)
    >>> rounding(Negotiation(issues=(water,), parties=(whole, tenths))) > 0
    array([False,  True])
    """
    return np.array([_rounding(list(party.values.values())) for party in negotiation.parties])


def _rounding(rows: list[tuple[float, ...]]) -> float:
    largest = sum(max(map(abs, row)) for row in rows)
    finest = max(value.as_integer_ratio()[1] for row in rows for value in row)
    if largest * finest <= WHOLE:
        return 0.0
    # Twice the bound, for the bound itself is rounded; and never less than the smallest number there is.
    return 2 * float(np.nextafter(len(rows) * largest / WHOLE * 2, np.inf))
