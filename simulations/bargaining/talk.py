"""What a bargainer knows when it has the word, and what it can answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from simulations.bargaining.numbers import Floats, Ints
from simulations.bargaining.sheet import Sheet
from simulations.bargaining.space import Space
from simulations.errors import ModelError

Told = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...] | None]
"""One side's own offers, those of the others, and who made these."""
_TOLD = ("mine", "theirs", "whose")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talk:
    """One side's view of a talk, at the moment when this side has the word.

    Parameters
    ----------
    values : array_like, shape (n_packages,)
        What each package is worth to this side, in points of its own.
    reservation : float
        What this side has without an agreement, in the same points.
    mine, theirs : tuple of int
        Packages offered so far by this side and by the others, oldest first.
    time : float
        Share of the turns that are used, 0 to 1.
    attributes : array_like of int, shape (n_packages, n_issues)
        The place of each package's option on every issue. Tells how much alike two packages are; the values
        need not be a sum over the issues.
    whose : tuple of str, optional
        Who made each of `theirs`, where there are several others; None: there is one other side.

    Attributes
    ----------
    sheet : Sheet
        Values, reservation and attributes, checked and sorted.
    newest : int or None
        The others' newest offer.

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
    whose: tuple[str, ...] | None = None
    sheet: Sheet = field(init=False, repr=False)
    newest: int | None = field(init=False, repr=False)
    _told: Callable[[], Told] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sheet = Sheet(values=self.values, reservation=self.reservation, space=Space(attributes=self.attributes))
        mine, theirs = (tuple(int(package) for package in offers) for offers in (self.mine, self.theirs))
        whose = None if self.whose is None else tuple(self.whose)
        if not 0 <= self.time <= 1:
            raise ModelError("bargaining.bad_number", key="time", value=self.time, allowed="0 to 1")
        for package in (*mine, *theirs):
            if not 0 <= package < len(sheet.values):
                raise ModelError("bargaining.unknown_package", value=package, allowed=len(sheet.values) - 1)
        if whose is not None and len(whose) != len(theirs):
            raise ModelError(
                "bargaining.wrong_shape", key="whose", value=f"({len(whose)},)", allowed=f"({len(theirs)},)"
            )
        self._hold(sheet, theirs[-1] if theirs else None, self.time, None)
        self._fill_in((mine, theirs, whose))

    @classmethod
    def of(cls, sheet: Sheet, *, newest: int | None, time: float, told: Callable[[], Told]) -> Self:
        """Return a talk over a sheet that is checked already; nothing else is checked either.

        For whoever holds long talks with many packages, and has made sure that all offers are packages.

        Parameters
        ----------
        sheet : Sheet
        newest : int or None
            The others' newest offer.
        time : float
        told : function
            Gives `mine`, `theirs` and `whose`. Called when one of them is first asked for: many look at the newest
            offer only, and copying thousands of others would take longer than their turn.
        """
        talk = object.__new__(cls)
        talk._hold(sheet, newest, time, told)
        return talk

    def _hold(self, sheet: Sheet, newest: int | None, time: float, told: Callable[[], Told] | None) -> None:
        keep = object.__setattr__
        keep(self, "values", sheet.values)
        keep(self, "reservation", sheet.reservation)
        keep(self, "attributes", sheet.space.attributes)
        keep(self, "time", time)
        keep(self, "sheet", sheet)
        keep(self, "newest", newest)
        keep(self, "_told", told)

    def _fill_in(self, told: Told) -> None:
        for name, offers in zip(_TOLD, told, strict=True):
            object.__setattr__(self, name, offers)

    if not TYPE_CHECKING:  # a checker would take every name for good

        def __getattr__(self, name: str) -> Any:
            """Fill in what was told so far; Python asks here only for what is not there yet."""
            if name not in _TOLD:
                raise AttributeError(name)
            self._fill_in(self._told())
            return getattr(self, name)

    @property
    def best(self) -> float:
        """What the best package is worth to this side."""
        return self.sheet.best

    @property
    def room(self) -> float:
        """How far the best package lies above the reservation; below 0 where nothing is acceptable."""
        return self.sheet.best - self.reservation

    @property
    def acceptable(self) -> NDArray[np.bool_]:
        """Whether a package is worth at least the reservation, shape (n_packages,)."""
        return self.values >= self.reservation

    @property
    def by_other(self) -> tuple[tuple[int, ...], ...]:
        """The offers of each of the others, oldest first; whoever has offered nothing is not there.

        Examples
        --------
        >>> sheet = {"values": [5, 3, 1], "reservation": 2, "attributes": [[0], [1], [2]], "mine": (), "time": 0.5}
        >>> Talk(theirs=(2, 1, 1), whose=("gardens", "hills", "gardens"), **sheet).by_other
        ((2, 1), (1,))
        """
        if self.whose is None:
            return (self.theirs,) if self.theirs else ()
        offers: dict[str, list[int]] = {}
        for party, package in zip(self.whose, self.theirs, strict=True):
            offers.setdefault(party, []).append(package)
        return tuple(tuple(made) for made in offers.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a bargainer says.

    Parameters
    ----------
    accept : bool
        Whether it takes the others' newest offer.
    offer : int
        The package it accepts, or else the package it offers.
    """

    accept: bool
    offer: int


Strategy = Callable[[Talk, np.random.Generator], Answer]
"""A strategy answers from what its side knows; the same talk and the same draws give the same answer."""
