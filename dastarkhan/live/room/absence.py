"""An empty chair: what the trainer chose for it, and how somebody comes back to it."""

import asyncio
import math
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

from dastarkhan.live.room.instead import given_away, kept_warm
from dastarkhan.live.room.playing import facilitate, follow, seat_of
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Absence, Presence, StandIn
from dastarkhan.live.room.table import LiveTable
from simulations.errors import KitError
from simulations.table import Holder

TICK_S = 1.0
ROLL_TICKS = 5


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
            found[seat.id] = Presence.HERE if any(map(room.at_table, people)) else Presence.AWAY
    return found


def waited_until(room: Room, table: LiveTable) -> dict[str, float]:
    """Return when the countdown for each seat ends whose people are away while the table waits for it."""
    away = {seat for seat, here in presence_at(room, table).items() if here in (Presence.AWAY, Presence.EMPTY)}
    if not away:
        return {}
    laid, now = room.state.tables[table.number], room.clock()
    return {
        seat: max(map(room.since, laid.people.get(seat, ())), default=now) + room.state.wait_s
        for seat in table.waits_for
        if seat in away
    }


async def keep_watch(room: Room) -> None:
    """Look at all tables once a second, for as long as the server runs."""
    for tick in count():
        await asyncio.sleep(TICK_S)
        with suppress(KitError):  # a full disk, a lost database: in a second it is tried again
            if tick % ROLL_TICKS == 0:
                await room.call_the_roll()
            await look_after(room)


async def look_after(room: Room) -> None:
    """See to empty chairs, to people who are back, and to tables where a move was due that could not be stored."""
    for table, seat in tuple(_gone(room)):
        await replace(room, table, seat)
    for table, seat in tuple(_locked_out(room)):
        await give_back(room, table, seat)
    for table in room.tables.values():
        if table.moves_alone and room.open_for_moves(table) and not table.lock.locked():
            room.spawn(follow(room, table))


def _locked_out(room: Room) -> Iterator[tuple[LiveTable, str]]:
    """Find seats of people who are here although a partner plays them, and nobody wanted that: the server was cut off
    between two steps, or another process had not heard yet that they are back."""
    here = set(room.presence.mine()).difference(room.state.stood_up)
    for table in room.tables.values():
        people = room.state.tables[table.number].people
        for seat in table.state.seats:
            unwanted = kept_warm(room, table, seat.id)
            if unwanted and seat.holder is Holder.PARTNER and here.intersection(people.get(seat.id, ())):
                yield table, seat.id


def _gone(room: Room) -> Iterator[tuple[LiveTable, str]]:
    if room.state.absence is Absence.WAIT:
        return
    now = room.clock()
    for table in room.tables.values():
        if room.open_for_moves(table):
            yield from ((table, seat) for seat, until in waited_until(room, table).items() if until <= now)


async def replace(room: Room, table: LiveTable, seat: str) -> None:
    """Do for an empty chair what the trainer chose for the room; a partner steps in where nobody can cover it."""
    if waited_until(room, table).get(seat, math.inf) > room.clock():
        return  # somebody came while another chair was looked after
    await _let_go_on(room, table, seat)


async def _let_go_on(room: Room, table: LiveTable, seat: str) -> None:
    how = room.state.absence
    if how is not Absence.SMALLER or not await leave(room, table, seat):
        by = StandIn.CAREFUL if how is Absence.CAREFUL else StandIn.PARTNER
        await hold(room, table, seat, by, until_back=True)
    if presence_at(room, table).get(seat) is not Presence.EMPTY and _anybody_here(room, table, seat):
        await give_back(room, table, seat)  # who came meanwhile did not find the chair empty yet


def _anybody_here(room: Room, table: LiveTable, seat: str) -> bool:
    return any(map(room.at_table, room.state.tables[table.number].people.get(seat, ())))


async def hold(room: Room, table: LiveTable, seat: str, by: str, *, until_back: bool = False) -> bool:
    """Give a seat to a partner, to somebody careful, or back to people."""
    person = by == Holder.PERSON
    async with table.chairs:
        if person or by != room.state.stand_ins.get((table.number, seat)):
            about = {"table": table.number, "seat": seat, "by": by, "until_back": until_back}
            await room.tell("stood_in", about)
        holder = Holder.PERSON if person else Holder.PARTNER
        return await facilitate(room, table, "seat_change", which=seat, holder=holder.value)


async def leave(room: Room, table: LiveTable, seat: str, id: str = "") -> bool:
    """Let the table go on smaller: a colleague speaks for the seat. False where the case does not allow it."""
    return await facilitate(room, table, "seat_leave", id, which=seat)


async def come_back(room: Room, table: LiveTable, seat: str, id: str = "") -> bool:
    """Let a seat that left, or that was empty, be taken again."""
    return await facilitate(room, table, "seat_return", id, which=seat)


async def welcome_back(room: Room, person: str) -> None:
    """Give a person who is here again the seat back that was kept warm."""
    await _no_longer_up(room, person)
    place = room.state.place_of(person)
    if place is not None and place[0] in room.tables:
        await give_back(room, room.tables[place[0]], place[1])


async def give_back(room: Room, table: LiveTable, seat: str) -> None:
    """Give a seat back to its people, unless the trainer gave it to somebody else."""
    if seat not in table.seat_ids:
        await come_back(room, table, seat)
    where = (table.number, seat)
    if where in room.state.stepped_in or (kept_warm(room, table, seat) and _played_for(table, seat)):
        await hold(room, table, seat, Holder.PERSON.value)
        await follow(room, table)


def _played_for(table: LiveTable, seat: str) -> bool:
    return any(one.id == seat and one.holder is Holder.PARTNER for one in table.state.seats)


async def stand_up(room: Room, person: str) -> None:
    """Free the chair of a person who goes. What the trainer chose for an empty chair is done at once: nobody need
    be waited for who has said so; where the trainer decides, the countdown begins.

    Raises
    ------
    KitError
        ``live.no_seat`` when the person holds none.
    """
    table, seat = seat_of(room, person)
    if given_away(room, table, seat):
        return  # who plays it goes on, and it is still the trainer's to give back
    if person not in room.state.stood_up:
        await room.tell("stood_up", {"person": person})
    if room.state.absence is not Absence.WAIT and presence_at(room, table).get(seat) is Presence.AWAY:
        await _let_go_on(room, table, seat)
        await follow(room, table)


async def sit_down(room: Room, person: str) -> None:
    """Give the chair back to a person who had left it.

    Raises
    ------
    KitError
        ``live.no_seat`` when the person holds none; ``live.seat_played`` when a trainer gave it to somebody else.
    """
    table, seat = seat_of(room, person)
    if given_away(room, table, seat):
        raise KitError("live.seat_played")
    await _no_longer_up(room, person)
    await give_back(room, table, seat)


async def _no_longer_up(room: Room, person: str) -> None:
    if person in room.state.stood_up:
        await room.tell("sat_down", {"person": person})
