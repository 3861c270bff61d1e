"""One side's sheet: what stays the same through a whole talk, checked and sorted once."""

from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from simulations.bargaining.numbers import Floats, Ints, read_numbers, read_positions
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """What every package is worth to one side, and how alike packages are.

    Parameters
    ----------
    values : array_like, shape (n_packages,)
        What each package is worth to this side, in points of its own.
    reservation : float
        What this side has without an agreement, in the same points.
    attributes : array_like of int, shape (n_packages, n_issues)
        The place of each package's option on every issue.

    Attributes
    ----------
    best : float
        What the best package is worth.
    order, gains : ndarray, shape (n_packages,)
        Packages from the least to the most valuable, and what each lies above the reservation, in that order.
    columns : ndarray of int, shape (n_issues, n_packages)
        The attributes, issue by issue.
    spans : ndarray, shape (n_issues, 1)
        How far apart the options of an issue can lie; at least 1.

    Raises
    ------
    ModelError
        ``bargaining.bad_number`` or ``bargaining.wrong_shape``.

    Examples
    --------
    >>> sheet = Sheet(values=[5, 1, 3], reservation=2, attributes=[[0], [1], [2]])
    >>> sheet.best, sheet.order.tolist(), sheet.gains.tolist()
    (5.0, [1, 2, 0], [-1.0, 1.0, 3.0])
    """

    values: Floats
    reservation: float
    attributes: Ints
    best: float = field(init=False)
    order: Ints = field(init=False)
    gains: Floats = field(init=False)
    columns: Ints = field(init=False)
    spans: Ints = field(init=False)

    def __post_init__(self) -> None:
        values = read_numbers("values", self.values)
        attributes = read_positions("attributes", self.attributes, n_rows=len(values))
        if not isfinite(self.reservation):
            raise ModelError("bargaining.bad_number", key="reservation", value=self.reservation, allowed="finite")
        order = np.argsort(values)
        columns = np.ascontiguousarray(attributes.T)
        worked_out = {
            "values": values,
            "attributes": attributes,
            "best": float(values[order[-1]]),
            "order": order,
            # Counted from the reservation, so that the zero of the points changes no rounding.
            "gains": values[order] - self.reservation,
            "columns": columns,
            "spans": np.maximum(columns.max(axis=1) - columns.min(axis=1), 1)[:, None],
        }
        for name, found in worked_out.items():
            object.__setattr__(self, name, found)

    def between(self, least: float, most: float) -> Ints:
        """Return the packages whose gain over the reservation lies between two numbers, both included."""
        first, behind = self.gains.searchsorted(least), self.gains.searchsorted(most, side="right")
        return np.sort(self.order[first:behind])

    def next_gain(self, least: float) -> float:
        """Return the smallest gain over the reservation that is not below this one; there must be one."""
        return float(self.gains[self.gains.searchsorted(least)])

    def distances(self, packages: Ints, other: int) -> Floats:
        """Return how far packages lie from another one on every issue, shape (n_issues, k).

        0 for the same option and 1 for the options furthest apart. Half of it counts that the option is another
        one (options may be mere names), half how far apart the two stand in the list (options may rise).
        """
        steps = np.abs(self.columns[:, packages] - self.columns[:, other, None])
        distances: Floats = ((steps > 0) + steps / self.spans) / 2
        return distances
