"""Packages of a negotiation, and what all of them are worth when they are listed one by one."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining.negotiation import Negotiation, Party
from simulations.bargaining.numbers import Floats, Ints
from simulations.errors import ModelError

MOST_PACKAGES = 2_000_000
"""As many are listed, or kept at once while issues are merged; more are refused with their number, never sampled."""


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

    def __getitem__(self, rows: Ints) -> "Packages":
        """Return the packages in some rows, or where a mask of the rows is true."""
        return Packages(packages=self.packages[rows], payoffs=self.payoffs[rows])


def option_payoffs(negotiation: Negotiation) -> tuple[Floats, ...]:
    """Return for every issue what its options are worth to every party, shape (n_options, n_parties)."""
    return tuple(
        np.array([party.values[issue.key] for party in negotiation.parties], dtype=np.float64).T
        for issue in negotiation.issues
    )


def longer(sums: Floats, options: Floats) -> Floats:
    """Return the sums of every beginning of a package with every option of the next issue, in lexicographic order."""
    return (sums[:, None, :] + options[None, :, :]).reshape(-1, sums.shape[1])


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
    _check_not_too_many(negotiation)
    sums = np.zeros((1, len(negotiation.parties)))
    for options in option_payoffs(negotiation):
        sums = longer(sums, options)
    return sums


def payoffs_of(negotiation: Negotiation, party: Party) -> Floats:
    """Return what every package is worth to one party: its column of `all_payoffs`, without the others."""
    _check_not_too_many(negotiation)
    sums = np.zeros(1)
    for issue in negotiation.issues:
        sums = np.add.outer(sums, party.values[issue.key]).ravel()
    return sums


def all_packages(negotiation: Negotiation) -> NDArray[Any]:
    """Return the place of every package's option on every issue, in the order of `all_payoffs`, in small numbers."""
    _check_not_too_many(negotiation)
    shape = negotiation.shape
    return np.indices(shape, dtype=np.min_scalar_type(max(shape))).reshape(len(shape), -1).T


def _check_not_too_many(negotiation: Negotiation) -> None:
    if negotiation.n_packages > MOST_PACKAGES:
        raise ModelError("bargaining.too_many", value=negotiation.n_packages, allowed=MOST_PACKAGES)
