"""One side's sheet: what stays the same through a whole talk, checked and sorted once."""

from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from simulations.bargaining.numbers import Floats, Ints, read_numbers
from simulations.bargaining.space import Space
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """What every package is worth to one side.

    Parameters
    ----------
    values : array_like, shape (n_packages,)
        What each package is worth to this side, in points of its own.
    reservation : float
        What this side has without an agreement, in the same points.
    space : Space
        The packages; the sheets of all sides may share it.

    Attributes
    ----------
    best : float
        What the best package is worth.
    order, gains : ndarray, shape (n_packages,)
        Packages from the least to the most valuable, and what each lies above the reservation, in that order.
    codes : ndarray of int, shape (n_packages, n_issues)
        Those of the space, in that order: packages that are worth nearly the same stand together.

    Raises
    ------
    ModelError
        ``bargaining.bad_number`` or ``bargaining.wrong_shape``.

    Examples
    --------
    >>> sheet = Sheet(values=[5, 1, 3], reservation=2, space=Space(attributes=[[0], [1], [2]]))
    >>> sheet.best, sheet.order.tolist(), sheet.gains.tolist()
    (5.0, [1, 2, 0], [-1.0, 1.0, 3.0])
    >>> sheet.order[sheet.reach(0.4, width=0.05)].tolist()
    [0]
    """

    values: Floats
    reservation: float
    space: Space
    best: float = field(init=False)
    order: Ints = field(init=False)
    gains: Floats = field(init=False)
    codes: Ints = field(init=False)

    def __post_init__(self) -> None:
        values = read_numbers("values", self.values)
        if len(values) != len(self.space.attributes):
            allowed = f"({len(self.space.attributes)},)"
            raise ModelError("bargaining.wrong_shape", key="values", value=f"({len(values)},)", allowed=allowed)
        if not isfinite(self.reservation):
            raise ModelError("bargaining.bad_number", key="reservation", value=self.reservation, allowed="finite")
        order = np.argsort(values)
        worked_out = {
            "values": values,
            "best": float(values[order[-1]]),
            "order": order,
            # Counted from the reservation, so that the zero of the points changes no rounding.
            "gains": values[order] - self.reservation,
            "codes": self.space.codes.take(order, axis=0),
        }
        for name, found in worked_out.items():
            object.__setattr__(self, name, found)

    def reach(self, share: float, *, width: float) -> slice:
        """Return which places in `order` meet an aspiration.

        Parameters
        ----------
        share : float
            The aspiration as a share of the room between the reservation (0) and the best package (1).
        width : float
            As a share of the room: what lies no further above the aspiration counts as worth the same.

        Returns
        -------
        slice
            Where the values have a gap there, the least valuable packages above it. The best packages where nothing
            is worth the reservation. Never empty.
        """
        gains, most = self.gains, float(self.gains[-1])
        if share >= 1 or most < 0:
            return slice(int(self.values[self.order].searchsorted(self.best)), len(gains))
        aspiration = max(share, 0.0) * most
        first = int(gains.searchsorted(aspiration))
        limit = max(aspiration + width * most, float(gains[first]))
        return slice(first, int(gains.searchsorted(limit, side="right")))

    def distances(self, run: slice, other: int) -> Floats:
        """Return how far the packages at some places of `order` lie from another one, added up over the issues."""
        row = self.space.distances_from(other)
        # All codes are places in the row: clipping changes nothing and spares the check of each.
        distances: Floats = row.take(self.codes[run], mode="clip") @ np.ones(self.codes.shape[1])
        return distances
