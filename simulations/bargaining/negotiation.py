"""A negotiation: what is on the table, and what it is worth to whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, prod
from types import MappingProxyType

import numpy as np

from simulations.bargaining.numbers import Floats, read_numbers
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One question of a negotiation, with the options it can be settled by.

    Parameters
    ----------
    key : str
    options : sequence of str
        At least one, all different. A package names options by their place in this list.

    Raises
    ------
    ModelError
        ``bargaining.nothing_there`` or ``bargaining.repeated``.

    Examples
    --------
    >>> Issue(key="payment", options=("none", "small", "large")).options[2]
    'large'
    """

    key: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", tuple(self.options))
        _check_different(f"{self.key}.options", self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party's private sheet: what every option is worth to it, and what it has without an agreement.

    Parameters
    ----------
    key : str
    values : mapping of str to sequence of float
        For every issue one number per option, in points of the party's own. The worth of a package is their sum.
    reservation : float
        What the party has without an agreement, in the same points.

    Raises
    ------
    ModelError
        ``bargaining.bad_number`` or ``bargaining.wrong_shape``.

    Examples
    --------
    >>> Party(key="springs", values={"payment": [0, 4, 9]}, reservation=3).values["payment"]
    (0.0, 4.0, 9.0)
    """

    key: str
    values: Mapping[str, tuple[float, ...]]
    reservation: float

    def __post_init__(self) -> None:
        values = {issue: tuple(read_numbers(f"{self.key}.{issue}", row).tolist()) for issue, row in self.values.items()}
        object.__setattr__(self, "values", MappingProxyType(values))
        if not isfinite(self.reservation):
            key = f"{self.key}.reservation"
            raise ModelError("bargaining.bad_number", key=key, value=self.reservation, allowed="finite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation:
    """Issues on the table and the parties around it.

    Parameters
    ----------
    issues : sequence of Issue
        At least one. A package is one option per issue, in this order.
    parties : sequence of Party
        At least one. Payoffs are listed in this order.

    Raises
    ------
    ModelError
        ``bargaining.nothing_there``, ``bargaining.repeated``, ``bargaining.other_issues``,
        ``bargaining.wrong_shape`` or ``bargaining.bad_number`` (values too large to be added).

    Examples
    --------
    >>> water = Issue(key="water", options=("little", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [0, 8]}, reservation=2)
    >>> talks = Negotiation(issues=(water,), parties=(springs, gardens))
    >>> talks.n_packages, talks.payoffs((1,)).tolist(), talks.reservations.tolist()
    (2, [1.0, 8.0], [0.0, 2.0])
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "issues", tuple(self.issues))
        object.__setattr__(self, "parties", tuple(self.parties))
        _check_different("issues", [issue.key for issue in self.issues])
        _check_different("parties", [party.key for party in self.parties])
        for party in self.parties:
            self._check_sheet(party)

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of options on every issue."""
        return tuple(len(issue.options) for issue in self.issues)

    @property
    def n_packages(self) -> int:
        """How many packages there are."""
        return prod(self.shape)

    @property
    def reservations(self) -> Floats:
        """What each party has without an agreement, shape (n_parties,)."""
        return np.array([party.reservation for party in self.parties], dtype=np.float64)

    def payoffs(self, package: Sequence[int]) -> Floats:
        """Return what a package is worth to each party, shape (n_parties,).

        Parameters
        ----------
        package : sequence of int
            The place of the chosen option, one per issue.

        Raises
        ------
        ModelError
            ``bargaining.not_a_package``.
        """
        places = tuple(package)
        if len(places) != len(self.shape) or any(
            not 0 <= place < size for place, size in zip(places, self.shape, strict=True)
        ):
            raise ModelError("bargaining.not_a_package", value=places, allowed=self.shape)
        # Added one after the other, as everywhere in this topic, so that all round alike; `sum` may do otherwise.
        worth = np.zeros(len(self.parties))
        for issue, place in zip(self.issues, places, strict=True):
            worth += [party.values[issue.key][place] for party in self.parties]
        return worth

    def _check_sheet(self, party: Party) -> None:
        keys = {issue.key for issue in self.issues}
        if set(party.values) != keys:
            wrong = sorted(set(party.values) ^ keys)
            raise ModelError("bargaining.other_issues", key=party.key, value=wrong, allowed=sorted(keys))
        for issue in self.issues:
            n_values = len(party.values[issue.key])
            if n_values != len(issue.options):
                key, allowed = f"{party.key}.{issue.key}", f"({len(issue.options)},)"
                raise ModelError("bargaining.wrong_shape", key=key, value=(n_values,), allowed=allowed)
        if not isfinite(sum(max(map(abs, row)) for row in party.values.values())):
            raise ModelError("bargaining.bad_number", key=party.key, value=float("inf"), allowed="finite sums")


def _check_different(key: str, names: Iterable[str]) -> None:
    """Demand at least one name, and no name twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ModelError("bargaining.repeated", key=key, value=name)
        seen.add(name)
    if not seen:
        raise ModelError("bargaining.nothing_there", key=key)
