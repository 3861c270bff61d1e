"""What the trainer may do, each under one word; pages send the word and its fields."""

from collections.abc import Awaitable, Callable, Mapping

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.room import absence as chairs
from dastarkhan.live.room.course import go_to, to_talks
from dastarkhan.live.room.playing import facilitate, follow, follow_all
from dastarkhan.live.room.releasing import worth_giving
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.seating import seated, tables_to_choose, to_plain
from dastarkhan.live.room.secrets import join_code
from dastarkhan.live.room.stages import Absence, Release, Stage, StandIn
from dastarkhan.live.room.state import ALL, WALL
from dastarkhan.live.room.table import LiveTable
from simulations.errors import KitError
from simulations.games.talks import NoAgreement
from simulations.table import Holder

Fields = Mapping[str, str]
CODE_HOURS = 12
LONGEST_MESSAGE = 300
MOST_WALL_LANGUAGES = 3
HOLDERS = (Holder.PERSON.value, *StandIn)


async def act(room: Room, word: str, fields: Fields, id: str) -> None:
    """Do what a trainer asks for.

    Parameters
    ----------
    room : Room
    word : str
        A key of `ACTS`.
    fields : mapping of str to str
        As the form sent them.
    id : str
        Of the tap; the same one again changes nothing.

    Raises
    ------
    KitError
        ``live.unknown_act``, ``live.not_now``, ``live.bad_field`` and others; nothing has changed.
    """
    if word not in ACTS:
        raise KitError("live.unknown_act", value=word, allowed=tuple(ACTS))
    if room.has_done(id):
        return  # the answer was lost, not what was asked for
    if room.stage is Stage.CLOSED:
        raise KitError("live.closed")
    await ACTS[word](room, fields, id)


# --- the course of the session


async def _seat(room: Room, fields: Fields, id: str) -> None:
    _only(room, Stage.GATHER, Stage.SEATED)
    people = tuple(room.state.people.values())
    if not people:
        raise KitError("live.nobody_here")
    again = 0 if room.stage is Stage.GATHER else sum(table.seed for table in room.tables.values()) % 9973
    seed = int.from_bytes(room.state.secret.encode()[:4]) + again
    # Quick enough to wait for (48 people in about half a second), and nobody can come in between.
    tables = seated(room.state.case, people, seed, _n_tables(room, fields))
    await room.tell("laid", {"tables": to_plain(tables)}, id=id)


def _n_tables(room: Room, fields: Fields) -> int:
    """Read how many tables the trainer wants; 0 where that is left to the kit."""
    if not fields.get("tables"):
        return 0
    possible = tables_to_choose(room.state.case, tuple(room.state.people.values()))
    return int(_one_of(fields, "tables", tuple(map(str, possible))))


async def _start(room: Room, fields: Fields, id: str) -> None:
    if room.stage is Stage.GATHER:
        await _seat(room, fields, f"{id}.seat")
    _only(room, Stage.SEATED, Stage.PAUSE)
    await to_talks(room, 1, id)
    await room.tell("started", id=id)
    room.spawn(follow_all(room))


async def _pause(room: Room, fields: Fields, id: str) -> None:
    _only(room, Stage.PLAY)
    await room.tell("paused", id=id)


async def _resume(room: Room, fields: Fields, id: str) -> None:
    if room.state.stage is not Stage.PAUSE:
        raise KitError("live.not_now")
    await room.tell("resumed", id=id)
    room.spawn(follow_all(room))


async def _next_year(room: Room, fields: Fields, id: str) -> None:
    _only(room, Stage.PLAY, Stage.PAUSE)
    if room.state.year_open >= int(room.state.case.data.get("years", 1)):
        raise KitError("live.last_year")
    year = room.state.year_open + 1
    await room.tell("year", {"year": year}, id=id)
    await to_talks(room, year, id)
    room.spawn(follow_all(room))


async def _end_talks(room: Room, fields: Fields, id: str) -> None:
    """End the talks of the year that runs; where the next one is not open yet, there are none."""
    done = [
        await facilitate(room, table, "close", f"{id}.{table.number}", reason=NoAgreement.TIME_UP.value)
        for table in _tables(room, fields)
        if not room.year_waits(table)
    ]
    if not any(done):
        raise KitError("live.not_now")


async def _finish(room: Room, fields: Fields, id: str) -> None:
    """End the game after the year that is closed: what follows is the debrief."""
    _only(room, Stage.PLAY, Stage.PAUSE)
    done = [await facilitate(room, table, "finish", f"{id}.{table.number}") for table in _tables(room, fields)]
    if not any(done):
        raise KitError("live.not_now")


async def _inject(room: Room, fields: Fields, id: str) -> None:
    inject = fields.get("inject", "")
    if inject not in room.state.case.injects:
        raise KitError("live.bad_field", field="inject", value=inject, allowed=tuple(room.state.case.injects))
    done = [
        await facilitate(room, table, "inject", f"{id}.{table.number}", inject=inject)
        for table in _tables(room, fields)
    ]
    if not any(done):
        raise KitError("live.not_now")


async def _step(room: Room, fields: Fields, id: str) -> None:
    await go_to(room, _number(fields, "step", 0, 99), id)


async def _hurry(room: Room, fields: Fields, id: str) -> None:
    await room.tell("hurry", {"minutes": _number(fields, "minutes", 1, 60)}, id=id)


async def _release(room: Room, fields: Fields, id: str) -> None:
    what = Release(_one_of(fields, "what", tuple(Release)))
    if room.stage is not Stage.HELD or not worth_giving(what, room.agreed):
        raise KitError("live.not_now")
    await room.tell("released", {"what": what}, id=id)


async def _close(room: Room, fields: Fields, id: str) -> None:
    await room.tell("closed", id=id)


# --- words


async def _message(room: Room, fields: Fields, id: str) -> None:
    text = " ".join(fields.get("text", "").split())[:LONGEST_MESSAGE]
    if not text:
        raise KitError("live.empty_text")
    to = fields.get("to", ALL)
    if to not in (ALL, WALL):
        to = str(_table(room, fields, "to").number)
    await room.tell("message", {"text": text, "to": to}, id=id)


async def _take_away(room: Room, fields: Fields, id: str) -> None:
    number = _number(fields, "message", 1, 10_000)
    if not any(said.number == number and said.text for said, _to in room.state.messages):
        raise KitError("live.no_message")
    await room.tell("message_dropped", {"message": number}, id=id)


async def _let_through(room: Room, fields: Fields, id: str) -> None:
    await room.tell("line_shown", {"line": _number(fields, "line", 1, 10_000)}, id=id)


async def _drop_line(room: Room, fields: Fields, id: str) -> None:
    await room.tell("line_dropped", {"line": _number(fields, "line", 1, 10_000)}, id=id)


# --- seats


async def _place(room: Room, fields: Fields, id: str) -> None:
    """Give a seat to somebody: a latecomer, another person, or a second one beside who has it."""
    person = fields.get("person", "")
    if person not in room.state.people:
        raise KitError("live.bad_field", field="person", value=person, allowed=tuple(room.state.people))
    if not room.tables:
        raise KitError("live.not_now")
    chairs_here = tuple(f"{number}.{seat}" for number in room.tables for seat in room.state.case.seats)
    number, _, seat = _one_of(fields, "chair", chairs_here).partition(".")
    table = room.tables[int(number)]
    if seat not in table.seat_ids and room.state.began and not await chairs.come_back(room, table, seat):
        raise KitError("live.seat_not_free", value=seat)
    beside = fields.get("beside") == "on"
    where = {"table": table.number, "seat": seat, "beside": beside}
    await room.tell("placed", {"person": person, **where, "moves": table.n_moves}, id=id)
    await chairs.hold(room, table, seat, Holder.PERSON.value)
    await follow(room, table)


async def _hold(room: Room, fields: Fields, id: str) -> None:
    table = _table(room, fields, "table")
    seat = _one_of(fields, "seat", (*table.seat_ids, *table.left))
    if seat in table.left and not await chairs.come_back(room, table, seat):
        raise KitError("live.seat_not_free", value=seat)
    await chairs.hold(room, table, seat, _one_of(fields, "holder", HOLDERS))
    await follow(room, table)


async def _leave(room: Room, fields: Fields, id: str) -> None:
    table = _table(room, fields, "table")
    if not await chairs.leave(room, table, _one_of(fields, "seat", table.seat_ids), id):
        raise KitError("live.seat_needed", value=fields.get("seat"))


async def _back(room: Room, fields: Fields, id: str) -> None:
    table = _table(room, fields, "table")
    if not await chairs.come_back(room, table, _one_of(fields, "seat", tuple(room.state.case.seats)), id):
        raise KitError("live.not_now")


async def _absence(room: Room, fields: Fields, id: str) -> None:
    how = _one_of(fields, "how", tuple(Absence))
    await room.tell("absence", {"how": how, "seconds": _number(fields, "seconds", 10, 3600)}, id=id)


# --- doors


async def _new_code(room: Room, fields: Fields, id: str) -> None:
    await room.tell("code", {"code": join_code(), "until": room.clock() + 3600 * CODE_HOURS}, id=id)


async def _co_trainer(room: Room, fields: Fields, id: str) -> None:
    await room.tell("trainer", id=id)


async def _languages(room: Room, fields: Fields, id: str) -> None:
    asked = tuple(dict.fromkeys(one for one in fields.get("wall", "").replace(" ", "").split(",") if one))
    if not 1 <= len(asked) <= MOST_WALL_LANGUAGES or not set(asked) <= set(LANGUAGES):
        raise KitError("live.bad_field", field="wall", value=fields.get("wall", ""), allowed=tuple(LANGUAGES))
    await room.tell("wall", {"languages": asked}, id=id)


# --- reading fields


def _only(room: Room, *stages: Stage) -> None:
    if room.stage not in stages:
        raise KitError("live.not_now")


def _tables(room: Room, fields: Fields) -> tuple[LiveTable, ...]:
    return tuple(room.tables.values()) if fields.get("table", ALL) == ALL else (_table(room, fields, "table"),)


def _table(room: Room, fields: Fields, name: str) -> LiveTable:
    if not room.tables:
        raise KitError("live.not_now")
    return room.tables[int(_one_of(fields, name, tuple(map(str, room.tables))))]


def _one_of(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    value = fields.get(name, "")
    if value not in allowed:
        raise KitError("live.bad_field", field=name, value=value, allowed=tuple(map(str, allowed)))
    return str(value)


def _number(fields: Fields, name: str, least: int, most: int) -> int:
    text = fields.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 7 and least <= int(text) <= most):
        raise KitError("live.bad_field", field=name, value=text, allowed=f"{least} – {most}")
    return int(text)


ACTS: Mapping[str, Callable[[Room, Fields, str], Awaitable[None]]] = {
    "seat": _seat,
    "start": _start,
    "pause": _pause,
    "resume": _resume,
    "next_year": _next_year,
    "end_talks": _end_talks,
    "finish": _finish,
    "inject": _inject,
    "step": _step,
    "hurry": _hurry,
    "release": _release,
    "close": _close,
    "message": _message,
    "take_away": _take_away,
    "let_through": _let_through,
    "drop_line": _drop_line,
    "place": _place,
    "hold": _hold,
    "leave": _leave,
    "back": _back,
    "absence": _absence,
    "new_code": _new_code,
    "co_trainer": _co_trainer,
    "languages": _languages,
}
