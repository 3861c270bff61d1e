"""What contact may do: an assumption with a name, and what follows from it."""

from dataclasses import dataclass
from math import asin, pi

import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError

MEAN_CORRELATION = -0.21
"""Of contact and prejudice, the mean over 515 studies: T. F. Pettigrew and L. R. Tropp (2006), Journal of Personality
and Social Psychology 90:751-783, doi:10.1037/0022-3514.90.5.751. Most of them compare people; they show no cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What is assumed, and not found, by this model.

    Parameters
    ----------
    correlation : float
        Of contact and distance felt, -1 to 1; below 0 when people with more contact feel less distance.
    """

    correlation: float = MEAN_CORRELATION

    def __post_init__(self) -> None:
        if not -1 <= self.correlation <= 1:
            raise ModelError("contact.bad_number", key="correlation", value=self.correlation, allowed="-1 to 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What follows from the assumption.

    Attributes
    ----------
    nearer_of_100 : float
        Of 100 pairs of people, in how many the one with more contact feels less distance; 50 says nothing.
    shared_variance : float
        Share (0 to 1) of the differences between people that go along with contact; the rest has other reasons.
    """

    nearer_of_100: float
    shared_variance: float


def expected(assumption: Assumption) -> Expected:
    """Say what an assumed correlation means for people.

    Parameters
    ----------
    assumption : Assumption

    Returns
    -------
    Expected

    Notes
    -----
    Exact where both numbers are spread normally. It says nothing about what a meeting *does*: for this, people would
    have to be sent to meetings by lot, and few studies do so.

    References
    ----------
    W. P. Dunlap (1994), Psychological Bulletin 116:509-511, doi:10.1037/0033-2909.116.3.509 (correlations as pairs).

    Examples
    --------
    >>> found = expected(Assumption())
    >>> round(found.nearer_of_100), round(found.shared_variance, 3)
    (57, 0.044)
    """
    r = assumption.correlation
    return Expected(nearer_of_100=100 * (0.5 + asin(-r) / pi), shared_variance=r * r)


def drawn_people(n_people: int, assumption: Assumption, *, rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw people as the assumption has them, to be shown as dots.

    Parameters
    ----------
    n_people : int
    assumption : Assumption
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_people, 2)
        Contact and distance felt, both with mean 0 and standard deviation 1.

    Raises
    ------
    ModelError
        ``contact.bad_number``.

    Examples
    --------
    >>> people = drawn_people(200_000, Assumption(), rng=np.random.default_rng(1))
    >>> round(float(np.corrcoef(people.T)[0, 1]), 2)
    -0.21
    """
    if n_people < 1:
        raise ModelError("contact.bad_number", key="n_people", value=n_people, allowed="1 or more")
    r = assumption.correlation
    drawn = rng.standard_normal((n_people, 2))
    drawn[:, 1] = r * drawn[:, 0] + np.sqrt(1 - r * r) * drawn[:, 1]
    return drawn
