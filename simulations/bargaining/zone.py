"""What there is to agree on: nobody below the reservation; and what would be better still."""

from collections.abc import Sequence

import numpy as np

from simulations.bargaining.counting import count_between
from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.packages import MOST_PACKAGES, Packages
from simulations.bargaining.search import zone_cuts
from simulations.bargaining.walk import completions
from simulations.errors import ModelError


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
        ``bargaining.too_many`` when more than two million packages lie in the zone, with their number where
        `zone_size` can count them; ``bargaining.too_hard``.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=2)
    >>> gardens = Party(key="gardens", values={"water": [0, 4, 8]}, reservation=2)
    >>> agreement_zone(Negotiation(issues=(water,), parties=(springs, gardens))).packages.tolist()
    [[1]]
    """
    return _listed(negotiation, negotiation.reservations)


def zone_size(negotiation: Negotiation) -> int:
    """Return how many packages leave no party below its reservation, without listing them.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    int

    Raises
    ------
    ModelError
        ``bargaining.too_hard`` when neither counting nor listing comes to an end: many issues, and values of
        which hardly two sums are equal.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> issues = [Issue(key=f"day {day}", options=("mine", "yours")) for day in range(40)]
    >>> mine = Party(key="springs", values={issue.key: [1, 0] for issue in issues}, reservation=19)
    >>> yours = Party(key="gardens", values={issue.key: [0, 1] for issue in issues}, reservation=20)
    >>> zone_size(Negotiation(issues=issues, parties=(mine, yours)))  # 40 over 20, and 40 over 19
    269128937220
    """
    n_inside = count_between(negotiation, negotiation.reservations)
    if n_inside is not None:
        return n_inside
    found = _at_least(negotiation, negotiation.reservations)
    if found is None:
        raise ModelError("bargaining.too_hard", value=negotiation.n_packages, allowed=MOST_PACKAGES)
    return len(found)


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
        ``bargaining.not_a_package``; ``bargaining.too_many`` when more than two million packages are better;
        ``bargaining.too_hard``.

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
    return _listed(negotiation, now, but_not=now)


def _listed(negotiation: Negotiation, least: Floats, but_not: Floats | None = None) -> Packages:
    """List the packages that give everybody so much, and not exactly something, or say how many there are."""
    n_found = None
    if negotiation.n_packages > MOST_PACKAGES:
        n_found = count_between(negotiation, least)
        if n_found is not None and but_not is not None:
            n_equal = count_between(negotiation, but_not, but_not)
            n_found = None if n_equal is None else n_found - n_equal
    found = None if n_found is not None and n_found > MOST_PACKAGES else _at_least(negotiation, least, but_not)
    if found is None:
        value = f"more than {MOST_PACKAGES}" if n_found is None else n_found
        raise ModelError("bargaining.too_many", value=value, allowed=MOST_PACKAGES)
    return found


def _at_least(negotiation: Negotiation, least: Floats, but_not: Floats | None = None) -> Packages | None:
    """List the packages that give everybody so much, and not exactly something; None when they are too many."""
    packages = [np.empty((0, len(negotiation.issues)), dtype=np.int64)]
    payoffs, n_found = [np.empty((0, len(least)))], 0
    for some in completions(negotiation, zone_cuts(negotiation, least)):
        inside = (some.payoffs >= least).all(axis=1)
        if but_not is not None:
            inside &= (some.payoffs != but_not).any(axis=1)
        packages.append(some.packages[inside])
        payoffs.append(some.payoffs[inside])
        n_found += int(inside.sum())
        if n_found > MOST_PACKAGES:
            return None
    return Packages(packages=np.concatenate(packages), payoffs=np.concatenate(payoffs))
