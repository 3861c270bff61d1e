"""Who plays a person's seat in place of the person, and whether the person may sit down again without the trainer."""

from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Instead, StandIn
from dastarkhan.live.room.table import LiveTable
from simulations.table import Holder


def plays_instead(room: Room, table: LiveTable, seat: str) -> Instead | None:
    """Return who plays a seat now; None where its people do, and where nothing is played any more."""
    if table.over:
        return None
    holder = next((one.holder for one in table.state.seats if one.id == seat), None)
    if holder is None:
        return Instead.COLLEAGUE
    if holder is not Holder.PARTNER:
        return None
    return Instead(room.state.stand_ins.get((table.number, seat), StandIn.PARTNER))


def instead_of(room: Room, table: LiveTable, seat: str, person: str) -> Instead | None:
    """Return who plays in place of a person, or that nobody does because the person stood up and the table waits."""
    waits = person in room.state.stood_up and not table.over
    return plays_instead(room, table, seat) or (Instead.NOBODY if waits else None)


def kept_warm(room: Room, table: LiveTable, seat: str) -> bool:
    """Tell whether a seat waits for its people: they went or stood up, and no trainer gave it to anybody else."""
    where = (table.number, seat)
    return where in room.state.stepped_in or where not in room.state.stand_ins


def given_away(room: Room, table: LiveTable, seat: str) -> bool:
    """Tell whether somebody else plays a seat because a trainer gave it to them."""
    return plays_instead(room, table, seat) is not None and not kept_warm(room, table, seat)
