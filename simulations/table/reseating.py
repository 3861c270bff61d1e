"""Seats that leave in the middle and come back: the table goes on smaller, and somebody speaks for who left."""

from dataclasses import replace

from simulations.table.case import Case
from simulations.table.seats import Holder, Seat, cover_of, covered


def may_leave(case: Case, seats: tuple[Seat, ...]) -> tuple[str, ...]:
    """Return the seats that the table can do without.

    A seat may leave when it is not required and a seat that stays on the same side covers it, so that every side and
    every mediator's word keeps a voice of its own.
    """
    ids = tuple(dict.fromkeys(seat.id for seat in seats))
    return tuple(one for one in ids if not case.seats[one].get("required", False) and _is_covered(case, one, ids))


def may_return(seats: tuple[Seat, ...], left: tuple[Seat, ...]) -> tuple[str, ...]:
    """Return the seats that left, and those that were empty from the first and that somebody speaks for."""
    spoken_for = (one for seat in seats for one in seat.covers)
    return tuple(dict.fromkeys((*(seat.id for seat in left), *spoken_for)))


Seating = tuple[tuple[Seat, ...], tuple[Seat, ...]]
"""Seats at the table, and seats that left and may come back."""


def leave(case: Case, seats: tuple[Seat, ...], left: tuple[Seat, ...], which: str) -> Seating:
    """Return who stays and who is away when a seat leaves; who covers it speaks for it."""
    gone, stay = _parted(seats, which)
    return covered(case, stay), (*left, *(replace(seat, covers=()) for seat in gone))


def come_back(case: Case, seats: tuple[Seat, ...], left: tuple[Seat, ...], which: str) -> Seating:
    """Return who is there and who is still away when a seat comes back, in the order of the case."""
    back, away = _parted(left, which)
    back = back or (Seat(id=which, holder=Holder.PERSON),)
    order = tuple(case.seats)
    return covered(case, sorted((*seats, *back), key=lambda seat: order.index(seat.id))), away


def _parted(seats: tuple[Seat, ...], which: str) -> Seating:
    """Return the seats called `which`, and all others."""
    return tuple(seat for seat in seats if seat.id == which), tuple(seat for seat in seats if seat.id != which)


def _is_covered(case: Case, seat: str, present: tuple[str, ...]) -> bool:
    cover = cover_of(case, seat, tuple(one for one in present if one != seat))
    return cover is not None and _voice(case, cover) == _voice(case, seat)


def _voice(case: Case, seat: str) -> tuple[object, bool]:
    """Return as whom a seat speaks; in a game without sides all are alike."""
    about = case.seats[seat]
    return about.get("side"), bool(about.get("mediates", False))
