"""All packages of a negotiation, listed one by one."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.errors import ModelError

MOST_PACKAGES = 2_000_000
"""Two parties' two million take 70 MB to list, a second and 300 MB to solve; more is refused, never sampled."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Packages:
    """Some packages of a negotiation and what they are worth; falsy when there are none.

    Parameters
    ----------
    packages : ndarray of int, shape (k, n_issues)
        The place of the chosen option on every issue; rows in lexicographic order.
    payoffs : ndarray, shape (k, n_parties)
        What each package is worth to each party.
    """

    packages: Ints
    payoffs: Floats

    def __len__(self) -> int:
        return len(self.packages)

    @classmethod
    def at(cls, negotiation: Negotiation, places: Ints, payoffs: Floats) -> Self:
        """Return the packages at some rows of `all_payoffs`."""
        rows = np.sort(places)
        options = np.stack(np.unravel_index(rows, negotiation.shape), axis=1)
        return cls(packages=options.astype(np.int64), payoffs=payoffs[rows])


def all_payoffs(negotiation: Negotiation) -> Floats:
    """Return what every package is worth to every party.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    ndarray, shape (n_packages, n_parties)
        Packages in lexicographic order: the last issue changes fastest.

    Raises
    ------
    ModelError
        ``bargaining.too_many`` above two million packages.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> issues = (Issue(key="a", options=("x", "y")), Issue(key="b", options=("x", "y")))
    >>> party = Party(key="p", values={"a": [0, 10], "b": [0, 1]}, reservation=0)
    >>> all_payoffs(Negotiation(issues=issues, parties=(party,))).ravel().tolist()
    [0.0, 1.0, 10.0, 11.0]
    """
    if negotiation.n_packages > MOST_PACKAGES:
        raise ModelError("bargaining.too_many", value=negotiation.n_packages, allowed=MOST_PACKAGES)
    sums = np.zeros((1, len(negotiation.parties)))
    for issue in negotiation.issues:
        worth = np.array([party.values[issue.key] for party in negotiation.parties], dtype=np.float64).T
        sums = (sums[:, None, :] + worth[None, :, :]).reshape(-1, sums.shape[1])
    return sums
