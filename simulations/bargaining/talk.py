"""What a bargainer knows when it has the word, and what it can answer."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining.numbers import Floats, Ints, read_numbers, read_positions
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talk:
    """One side's sheet of a talk, at the moment when this side has the word.

    Parameters
    ----------
    values : array_like, shape (n_packages,)
        What each package is worth to this side, in points of its own.
    reservation : float
        What this side has without an agreement, in the same points.
    mine, theirs : tuple of int
        Packages offered so far by this side and by the other, oldest first.
    time : float
        Share of the turns that are used, 0 to 1.
    attributes : array_like of int, shape (n_packages, n_issues)
        The place of each package's option on every issue. Tells how much alike two packages are; the values
        need not be a sum over the issues.

    Raises
    ------
    ModelError
        ``bargaining.bad_number``, ``bargaining.wrong_shape`` or ``bargaining.unknown_package``.

    Examples
    --------
    >>> talk = Talk(values=[5, 3, 1], reservation=2, mine=(0,), theirs=(2,), time=0.5, attributes=[[0], [1], [2]])
    >>> talk.best, talk.room, talk.newest, talk.acceptable.tolist()
    (5.0, 3.0, 2, [True, True, False])
    """

    values: Floats
    reservation: float
    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    time: float
    attributes: Ints

    def __post_init__(self) -> None:
        values = read_numbers("values", self.values)
        attributes = read_positions("attributes", self.attributes, n_rows=len(values))
        object.__setattr__(self, "values", values)
        object.__setattr__(self, "attributes", attributes)
        object.__setattr__(self, "mine", tuple(int(package) for package in self.mine))
        object.__setattr__(self, "theirs", tuple(int(package) for package in self.theirs))
        if not isfinite(self.reservation):
            raise ModelError("bargaining.bad_number", key="reservation", value=self.reservation, allowed="finite")
        if not 0 <= self.time <= 1:
            raise ModelError("bargaining.bad_number", key="time", value=self.time, allowed="0 to 1")
        for package in (*self.mine, *self.theirs):
            if not 0 <= package < len(values):
                raise ModelError("bargaining.unknown_package", value=package, allowed=len(values) - 1)

    @property
    def best(self) -> float:
        """What the best package is worth to this side."""
        return float(self.values.max())

    @property
    def room(self) -> float:
        """How far the best package lies above the reservation; below 0 where nothing is acceptable."""
        return self.best - self.reservation

    @property
    def newest(self) -> int | None:
        """The other side's newest offer."""
        return self.theirs[-1] if self.theirs else None

    @property
    def acceptable(self) -> NDArray[np.bool_]:
        """Whether a package is worth at least the reservation, shape (n_packages,)."""
        return self.values >= self.reservation


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a bargainer says.

    Parameters
    ----------
    accept : bool
        Whether it takes the other side's newest offer.
    offer : int
        The package it accepts, or else the package it offers.
    """

    accept: bool
    offer: int


Strategy = Callable[[Talk, np.random.Generator], Answer]
"""A strategy answers from what its side knows; the same talk and the same draws give the same answer."""
