"""Moves of people, and what nature and partners do after them."""

import asyncio

from dastarkhan.live.room.course import after_last_table
from dastarkhan.live.room.instead import plays_instead
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import StandIn
from dastarkhan.live.room.table import LiveTable
from simulations.errors import KitError
from simulations.games.stand_in import STAND_INS
from simulations.table import FACILITATOR, IllegalMove, Move, next_move

MOST_IN_A_ROW = 500
"""Partners among themselves never go on for ever; this is far above what any case needs in a year."""


async def play(room: Room, person: str, move: Move) -> None:
    """Take a move of a person; it is on the disk when this returns.

    Parameters
    ----------
    room : Room
    person : str
    move : Move
        Its id as the phone made it; its seat is replaced by the one that the person holds.

    Raises
    ------
    KitError
        ``live.no_seat``, ``live.not_started``, ``live.paused``, ``live.year_waits``; ``move.not_lawful``;
        ``live.seat_played`` while somebody else plays the seat.
    """
    table, seat = seat_of(room, person)
    mine = Move(id=f"{person}.{move.id}", seat=seat, kind=move.kind, data=move.data)
    async with table.lock:
        if mine.id in table.state.move_ids:
            return
        if seat_of(room, person) != (table, seat):  # somebody else was given the seat while this move waited
            raise KitError("live.no_seat")
        _refuse_when_closed(room, table)
        if plays_instead(room, table, seat):
            raise IllegalMove("live.seat_played")
        await room.move(table, mine)
    if person in room.state.stood_up:
        await room.tell("sat_down", {"person": person})
    go_on(room, table)


def seat_of(room: Room, person: str) -> tuple[LiveTable, str]:
    """Return the table and the seat of a person.

    Raises
    ------
    KitError
        ``live.no_seat`` when the person holds none.
    """
    place = room.state.place_of(person)
    if place is None or place[0] not in room.tables:
        raise KitError("live.no_seat")
    return room.tables[place[0]], place[1]


def _refuse_when_closed(room: Room, table: LiveTable) -> None:
    if room.open_for_moves(table) or table.over:
        return  # a table that is over says itself that the move is not lawful
    if room.year_waits(table):
        raise KitError("live.year_waits", value=table.year)
    raise KitError("live.paused" if room.state.began else "live.not_started")


async def facilitate(room: Room, table: LiveTable, kind: str, id: str = "", **data: object) -> bool:
    """Do something at a table as the facilitator; False when it is not lawful there now.

    What the room does by itself is named by its place and what it is: two processes that do the same do it once.
    """
    async with table.lock:
        name = id or ":".join(map(str, (table.n_moves + 1, kind, *data.values())))
        if name in table.state.move_ids:
            return True
        if table.facilitator_may(kind, **data) is None:
            return False
        done = await room.move(table, Move(id=name, seat=FACILITATOR, kind=kind, data=data))
    go_on(room, table)
    return done


def go_on(room: Room, table: LiveTable) -> None:
    """See to it that nature and partners move, where the table waits for them, and what follows the last table."""
    if table.moves_alone is not None or table.over:
        room.spawn(follow(room, table))


async def follow(room: Room, table: LiveTable) -> None:
    """Let nature and partners move until the table waits for people.

    Their moves depend on nothing but the seed and the moves before, so that it does not matter which process makes
    them.
    """
    async with table.lock:
        for _ in range(MOST_IN_A_ROW):
            actor = table.moves_alone if room.open_for_moves(table) else None
            if actor is None:
                break
            partner = STAND_INS[room.state.stand_ins.get((table.number, actor), StandIn.PARTNER)]
            move = await asyncio.to_thread(next_move, table.game, table.state, actor, partner)
            await room.move(table, move)
    await after_last_table(room)


async def follow_all(room: Room) -> None:
    """Let nature and partners move at every table: after a start, a pause, a new year."""
    await asyncio.gather(*(follow(room, table) for table in room.tables.values()))
