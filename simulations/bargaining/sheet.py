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
    _best_from: int = field(init=False, repr=False)
    _ones: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        values = read_numbers("values", self.values)
        if len(values) != len(self.space.attributes):
            allowed = f"({len(self.space.attributes)},)"
            raise ModelError("bargaining.wrong_shape", key="values", value=f"({len(values)},)", allowed=allowed)
        if not isfinite(self.reservation):
            raise ModelError("bargaining.bad_number", key="reservation", value=self.reservation, allowed="finite")
        order = _rising(values)
        rising = values[order]
        worked_out = {
            "values": values,
            "best": rising.item(-1),
            "_best_from": int(rising.searchsorted(rising[-1])),
            "order": order,
            # Counted from the reservation, so that the zero of the points changes no rounding.
            "gains": rising - self.reservation,
            "codes": self.space.codes.take(order, axis=0),
            "_ones": np.ones(self.space.codes.shape[1]),  # kept: it adds up in every turn
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
        gains, most = self.gains, self.gains.item(-1)
        if share >= 1 or most < 0:
            return slice(self._best_from, len(gains))
        aspiration = max(share, 0.0) * most
        first = int(gains.searchsorted(aspiration))
        limit = max(aspiration + width * most, gains.item(first))
        after = first + 1
        if after < len(gains) and gains.item(after) <= limit:  # else there is nothing to look for
            after = int(gains.searchsorted(limit, side="right"))
        return slice(first, after)

    def distances(self, run: slice, other: int) -> Floats:
        """Return how far the packages at some places of `order` lie from another one, added up over the issues."""
        row = self.space.distances_from(other)
        # All codes are places in the row: clipping changes nothing and spares the check of each.
        distances: Floats = row.take(self.codes[run], mode="clip").dot(self._ones)
        return distances


def _rising(values: Floats) -> Ints:
    """Return the places of the values from the least to the largest, equal ones in their order.

    Whole numbers of two bytes are sorted by counting, and what is nearly sorted is soon sorted: together half the time.
    """
    rough = values / 2  # halves, so that the widest span is still a number
    rough -= rough.min()
    rough *= 65535 / max(rough.max(), 1e-300)
    order = rough.astype(np.uint16).argsort(kind="stable")
    return order[values[order].argsort(kind="stable")]
