"""Moves and choices: what somebody did, and what somebody may do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import numpy as np

from simulations.errors import KitError
from simulations.table.plain import freeze_mapping, thaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing that one seat did.

    Parameters
    ----------
    id : str
        Counts once: the same id again changes nothing, so that a phone may send twice.
    seat : str
        A seat at the table, ``"facilitator"`` or ``"nature"``.
    kind : str
        What was done, a slug of the game.
    data : mapping, optional
        The particulars, JSON-plain.
    """

    id: str
    seat: str
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("id", "seat", "kind"):
            if not isinstance(getattr(self, name), str):
                raise KitError("move.not_plain", field=name, value=getattr(self, name))
        if not isinstance(self.data, Mapping):
            raise KitError("move.not_plain", field="data", value=self.data)
        object.__setattr__(self, "data", freeze_mapping(self.data, "data"))

    def __reduce__(self) -> tuple[Any, ...]:
        return _from_plain, (self.to_plain(),)  # read-only mappings cannot travel to another process

    def to_plain(self) -> dict[str, object]:
        """Return the move as JSON-plain data."""
        return {"id": self.id, "seat": self.seat, "kind": self.kind, "data": thaw(self.data)}


def _from_plain(plain: Mapping[str, Any]) -> Move:
    return Move(**plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One kind of move that is open to a seat now, as a small form to fill in.

    Parameters
    ----------
    seat, kind : str
        As in the move.
    data : mapping, optional
        Particulars that are settled.
    options : mapping of str to tuple, optional
        Particulars to choose, each with its values.
    weight : int, optional
        How often nature draws it, against its other choices.
    may_wait : bool, optional
        Whether the table goes on without it: nobody waits for a seat that has no other choice.

    Examples
    --------
    >>> choice = Choice(seat="mill", kind="decide", options={"release": (12, 55)})
    >>> [move.data["release"] for move in choice.moves()]
    [12, 55]
    >>> choice.allows(Move(id="1", seat="mill", kind="decide", data={"release": 13}))
    False
    """

    seat: str
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    weight: int = 1
    may_wait: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", freeze_mapping(self.data, "data"))
        object.__setattr__(self, "options", freeze_mapping(self.options, "options"))

    def move(self, id: str = "", **chosen: object) -> Move:
        """Return the move that fills the form in; whoever keeps the record gives the id."""
        return Move(id=id, seat=self.seat, kind=self.kind, data={**self.data, **chosen})

    def moves(self) -> Iterator[Move]:
        """Yield every way to fill the form in."""
        for values in product(*self.options.values()):
            yield self.move(**dict(zip(self.options, values, strict=True)))

    def pick(self, rng: np.random.Generator) -> Move:
        """Return one way at random, all equally likely."""
        return self.move(**{name: values[int(rng.integers(len(values)))] for name, values in self.options.items()})

    def allows(self, move: Move) -> bool:
        """Tell whether `move` is one way to fill the form in."""
        if (move.seat, move.kind) != (self.seat, self.kind) or set(move.data) != {*self.data, *self.options}:
            return False
        settled = all(_same(move.data[name], value) for name, value in self.data.items())
        return settled and all(
            any(_same(move.data[name], value) for value in values) for name, values in self.options.items()
        )


def _same(one: object, other: object) -> bool:
    """Compare as JSON does: ``True`` is not 1, and 55.0 is not 55, or two records of one game would differ."""
    return type(one) is type(other) and one == other
