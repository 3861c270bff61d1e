"""Seats: who sits where, and who speaks for a seat that is empty."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from simulations.errors import KitError
from simulations.table.case import Case


class Holder(StrEnum):
    """Who holds a seat."""

    PERSON = "person"
    PAIR = "pair"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place at the table and who holds it.

    Parameters
    ----------
    id : str
        A seat of the case.
    holder : Holder, optional
        A person, a pair, or a partner that plays by itself.
    covers : tuple of str, optional
        Empty seats of the case that this one speaks for.
    """

    id: str
    holder: Holder = Holder.PARTNER
    covers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise KitError("table.unknown_seat", seat=self.id, allowed=())
        if self.holder not in tuple(Holder):
            raise KitError("table.unknown_holder", value=self.holder, allowed=tuple(holder.value for holder in Holder))
        object.__setattr__(self, "holder", Holder(self.holder))
        object.__setattr__(self, "covers", tuple(self.covers))

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """This seat and the empty ones that it covers."""
        return (self.id, *self.covers)

    def to_plain(self) -> dict[str, object]:
        """Return the seat as JSON-plain data."""
        return {"id": self.id, "holder": self.holder.value, "covers": list(self.covers)}


def seats_of(
    case: Case, present: Iterable[str] | None = None, holders: Mapping[str, Holder] | None = None
) -> tuple[Seat, ...]:
    """Return the seats at the table, in the order of the case.

    A seat that is absent is covered by the first one present along its ``merges_into``; without any it stays empty.

    Parameters
    ----------
    case : Case
    present : iterable of str, optional
        Seats that are taken; all seats of the case by default.
    holders : mapping of str to Holder, optional
        Who holds a seat; a partner by default.

    Raises
    ------
    KitError
        ``table.unknown_seat`` for a seat that the case has not, ``table.seat_missing`` when a required one is empty.

    Examples
    --------
    >>> case = Case(data={"seats": {"mill": {}, "baker": {"merges_into": ["mill"]}}})
    >>> [(seat.id, seat.covers) for seat in seats_of(case, ["mill"])]
    [('mill', ('baker',))]
    """
    taken = tuple(case.seats) if present is None else tuple(present)
    for seat in (*taken, *(holders or {})):
        if seat not in case.seats:
            raise KitError("table.unknown_seat", seat=seat, allowed=tuple(case.seats))
    held = holders or {}
    for seat, about in case.seats.items():
        if about.get("required", False) and seat not in taken:
            raise KitError("table.seat_missing", seat=seat)
    return covered(case, (Seat(id=seat, holder=held.get(seat, Holder.PARTNER)) for seat in case.seats if seat in taken))


def covered(case: Case, seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return the same seats, with each empty one covered by the first seat present along its ``merges_into``."""
    there = tuple(seats)
    taken = {seat.id for seat in there}
    covers: dict[str, tuple[str, ...]] = {}
    for absent in case.seats:
        cover = None if absent in taken else cover_of(case, absent, taken)
        if cover is not None:
            covers[cover] = (*covers.get(cover, ()), absent)
    # Taken out as they are given: of two people on one seat, only the first covers others.
    return tuple(replace(seat, covers=covers.pop(seat.id, ())) for seat in there)


def cover_of(case: Case, absent: str, seats: Collection[str]) -> str | None:
    """Follow ``merges_into`` breadth first until somebody is there."""
    queue, seen = [absent], {absent}
    while queue:
        seat = queue.pop(0)
        if seat in seats:
            return seat
        following = [name for name in case.seats.get(seat, {}).get("merges_into", ()) if name not in seen]
        queue += following
        seen.update(following)
    return None
