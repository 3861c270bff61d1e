"""An empty chair: what the trainer chose for it, and how somebody comes back to it."""

import asyncio
from collections.abc import Iterator

from dastarkhan.live.room.playing import facilitate, follow
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Absence, Presence, StandIn
from dastarkhan.live.room.table import LiveTable
from simulations.errors import KitError
from simulations.table import Holder

TICK_S = 1.0


def presence_at(room: Room, table: LiveTable) -> dict[str, Presence]:
    """Return whether who holds each seat of a table is here."""
    laid = room.state.tables[table.number]
    found = {}
    for seat in table.state.seats:
        people = laid.people.get(seat.id, ())
        if seat.holder is Holder.PARTNER:
            found[seat.id] = Presence.PARTNER
        elif not people:
            found[seat.id] = Presence.EMPTY
        else:
            found[seat.id] = Presence.HERE if any(map(room.presence.here, people)) else Presence.AWAY
    return found


def waited_until(room: Room, table: LiveTable) -> dict[str, float]:
    """Return when the countdown for each seat ends whose people are away while the table waits for it."""
    laid, now = room.state.tables[table.number], room.clock()
    away = presence_at(room, table)
    return {
        seat: max((room.presence.since(one, now) for one in laid.people.get(seat, ())), default=now) + room.state.wait_s
        for seat in table.waits_for
        if away[seat] in (Presence.AWAY, Presence.EMPTY)
    }


async def keep_watch(room: Room) -> None:
    """Look at all tables once a second, for as long as the server runs."""
    while True:
        await asyncio.sleep(TICK_S)
        for table, seat in tuple(_gone(room)):
            await replace(room, table, seat)


def _gone(room: Room) -> Iterator[tuple[LiveTable, str]]:
    if room.state.absence is Absence.WAIT:
        return
    now = room.clock()
    for table in room.tables.values():
        if room.open_for_moves(table):
            yield from ((table, seat) for seat, until in waited_until(room, table).items() if until <= now)


async def replace(room: Room, table: LiveTable, seat: str) -> None:
    """Do for an empty chair what the trainer chose for the room; a partner steps in where nobody can cover it."""
    how = room.state.absence
    if how is Absence.SMALLER and await leave(room, table, seat):
        return
    await hold(room, table, seat, StandIn.CAREFUL if how is Absence.CAREFUL else StandIn.PARTNER, until_back=True)


async def hold(room: Room, table: LiveTable, seat: str, by: str, *, until_back: bool = False) -> bool:
    """Give a seat to a partner, to somebody careful, or back to people."""
    person = by == Holder.PERSON
    if person or by != room.state.stand_ins.get((table.number, seat)):
        await room.tell("stood_in", {"table": table.number, "seat": seat, "by": by, "until_back": until_back})
    holder = Holder.PERSON if person else Holder.PARTNER
    id = f"{table.n_moves + 1}:hold:{seat}"
    return await facilitate(room, table, "seat_change", id, which=seat, holder=holder.value)


async def leave(room: Room, table: LiveTable, seat: str) -> bool:
    """Let the table go on smaller: a colleague speaks for the seat. False where the case does not allow it."""
    return await facilitate(room, table, "seat_leave", f"{table.n_moves + 1}:leave:{seat}", which=seat)


async def come_back(room: Room, table: LiveTable, seat: str) -> bool:
    """Let a seat that left, or that was empty, be taken again."""
    return await facilitate(room, table, "seat_return", f"{table.n_moves + 1}:return:{seat}", which=seat)


async def welcome_back(room: Room, person: str) -> None:
    """Give a person who is here again the seat back that was kept warm."""
    place = room.state.place_of(person)
    if place is None or place[0] not in room.tables:
        return
    table, seat = room.tables[place[0]], place[1]
    if seat not in table.seat_ids:
        await come_back(room, table, seat)
    if (table.number, seat) in room.state.stepped_in:
        await hold(room, table, seat, Holder.PERSON.value)
        await follow(room, table)


async def stand_up(room: Room, person: str) -> None:
    """Free the chair of a person who goes: a colleague speaks for it, or a partner plays until somebody is back.

    Raises
    ------
    KitError
        ``live.no_seat`` when the person holds none.
    """
    place = room.state.place_of(person)
    if place is None or place[0] not in room.tables:
        raise KitError("live.no_seat")
    table, seat = room.tables[place[0]], place[1]
    if seat in table.seat_ids and not await leave(room, table, seat):
        await hold(room, table, seat, StandIn.PARTNER, until_back=True)
        await follow(room, table)
