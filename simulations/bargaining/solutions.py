"""Four ideas of a good agreement, each a function ``negotiation -> Deal``."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.zone import agreement_zone

Choice = Callable[[Floats], Ints]
"""From gains over the reservation, shape (k, n_parties), the rows to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A package that was agreed, or no agreement (then it is falsy).

    Parameters
    ----------
    package : tuple of int or None
        The place of the chosen option on every issue; None without an agreement.
    payoffs : tuple of float
        What each party has; its reservation without an agreement.
    """

    package: tuple[int, ...] | None
    payoffs: tuple[float, ...]

    def __bool__(self) -> bool:
        return self.package is not None


def nash_solution(negotiation: Negotiation) -> Deal:
    """Return the package with the largest product of the gains over the reservations.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Notes
    -----
    Where every package leaves somebody without a gain, as many parties as possible gain, and the product is taken
    over those who do: the result stays on the Pareto frontier. If it could be one group or another, it is the group
    of the first such package, for products in different units cannot be compared.

    References
    ----------
    J. F. Nash (1950), Econometrica 18:155-162, doi:10.2307/1907266.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [2, 5, 8]}, reservation=2)
    >>> nash_solution(Negotiation(issues=(water,), parties=(springs, gardens)))
    Deal(package=(1,), payoffs=(4.0, 5.0))
    """
    return _choose(negotiation, _largest_product)


def kalai_smorodinsky(negotiation: Negotiation) -> Deal:
    """Return the package whose gains come nearest to the same share of what each party can hope for.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Notes
    -----
    A gain is measured as a share of the party's largest gain inside the agreement zone. The solution of Kalai
    and Smorodinsky gives everybody the same share. A list of packages seldom has such a point; here it is the
    lexicographic maximin: the smallest share as large as possible, then the second smallest, and so on.

    References
    ----------
    E. Kalai and M. Smorodinsky (1975), Econometrica 43:513-518, doi:10.2307/1914280.
    H. Imai (1983), Econometrica 51:389-401, doi:10.2307/1911997 (lexicographic maximin).
    """
    return _choose(negotiation, lambda gains: _lexicographic_maximin(gains / _ideal(gains)))


def egalitarian(negotiation: Negotiation) -> Deal:
    """Return the package that gives the least gain as much as possible, then the second least, and so on.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Notes
    -----
    Gains over the reservation are compared as they are. That makes sense only when a point is worth the same
    to everybody.

    References
    ----------
    E. Kalai (1977), Econometrica 45:1623-1630, doi:10.2307/1913954.
    """
    return _choose(negotiation, _lexicographic_maximin)


def utilitarian(negotiation: Negotiation) -> Deal:
    """Return the package with the largest sum of gains.

    Parameters
    ----------
    negotiation : Negotiation

    Returns
    -------
    Deal
        Falsy when every package leaves somebody below the reservation. Of equal packages the first.

    Raises
    ------
    ModelError
        ``bargaining.too_many``.

    Notes
    -----
    Adds up the points of different parties. That makes sense only when a point is worth the same to everybody.
    """
    return _choose(negotiation, lambda gains: _rows_of_largest(gains.sum(axis=1)))


def _choose(negotiation: Negotiation, choice: Choice) -> Deal:
    """Return the first of the rows that ``choice`` finds in the agreement zone."""
    zone = agreement_zone(negotiation)
    if not zone:
        return Deal(package=None, payoffs=tuple(negotiation.reservations.tolist()))
    place = int(choice(zone.payoffs - negotiation.reservations)[0])
    return Deal(package=tuple(zone.packages[place].tolist()), payoffs=tuple(zone.payoffs[place].tolist()))


def _rows_of_largest(numbers: Floats | Ints) -> Ints:
    return np.flatnonzero(numbers == numbers.max())


def _largest_product(gains: Floats) -> Ints:
    rows = _rows_of_largest((gains > 0).sum(axis=1))
    # Products of different winners are in different units: only those of the first row's winners are compared.
    winners = gains[rows[0]] > 0
    rows = rows[((gains[rows] > 0) == winners).all(axis=1)]
    # Halves and powers of two apart: nothing grows too large, and equal products stay equal.
    parts, powers = np.frexp(np.where(winners, gains[rows], 1.0))
    products, carried = np.frexp(parts.prod(axis=1))
    sizes = powers.sum(axis=1) + carried
    largest = _rows_of_largest(sizes)
    return np.asarray(rows[largest[_rows_of_largest(products[largest])]])


def _lexicographic_maximin(gains: Floats) -> Ints:
    ordered = np.sort(gains, axis=1)
    rows = np.arange(len(gains))
    for column in ordered.T:
        rows = rows[_rows_of_largest(column[rows])]
    return rows


def _ideal(gains: Floats) -> Floats:
    """Return each party's largest gain; 1 for a party that cannot gain, whose gain is 0 by any measure."""
    largest: Floats = gains.max(axis=0)
    return np.where(largest > 0, largest, 1.0)
