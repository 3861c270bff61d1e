"""What there is to agree on: nobody below the reservation; and what would be better still."""

from collections.abc import Sequence

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.packages import Packages, all_payoffs


def agreement_zone(negotiation: Negotiation) -> Packages:
    """Return the packages that leave no party below its reservation.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Packages
        Rows in lexicographic order; falsy when there is nothing to agree on.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=2)
    >>> gardens = Party(key="gardens", values={"water": [0, 4, 8]}, reservation=2)
    >>> agreement_zone(Negotiation(issues=(water,), parties=(springs, gardens))).packages.tolist()
    [[1]]
    """
    payoffs = all_payoffs(negotiation)
    inside = (payoffs >= negotiation.reservations).all(axis=1)
    return Packages.at(negotiation, np.flatnonzero(inside), payoffs)


def better_packages(negotiation: Negotiation, package: Sequence[int]) -> Packages:
    """Return the packages that are better than this one for somebody and worse for nobody.

    Parameters
    ----------
    negotiation : Negotiation
    package : sequence of int
        The place of the chosen option, one per issue.

    Returns
    -------
    Packages
        Rows in lexicographic order; falsy when the package lies on the Pareto frontier.

    Raises
    ------
    ModelError
        ``bargaining.not_a_package`` or ``bargaining.too_many``.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [3, 3, 8]}, reservation=0)
    >>> better_packages(Negotiation(issues=(water,), parties=(springs, gardens)), [1]).packages.tolist()
    [[0]]
    """
    now = negotiation.payoffs(package)
    payoffs = all_payoffs(negotiation)
    better = (payoffs >= now).all(axis=1) & (payoffs > now).any(axis=1)
    return Packages.at(negotiation, np.flatnonzero(better), payoffs)
