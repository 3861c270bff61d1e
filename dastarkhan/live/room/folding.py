"""From the entries of a room's stream to its state: a pure fold, as a game is over its moves."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from dastarkhan.live.room.looks import Line, Message
from dastarkhan.live.room.stages import Absence, Release, Stage
from dastarkhan.live.room.state import ALL, EMPTY, WALL, Guest, Laid, RoomState
from dastarkhan.live.store.entries import Entry
from simulations.errors import KitError
from simulations.table import Case, Holder, Seat


def opened(entry: Entry) -> RoomState:
    """Return the first state, from the first entry of the room's stream."""
    if entry.kind != "opened":
        raise KitError("live.not_a_room", file=entry.kind)
    about = dict(entry.data)
    return RoomState(
        case=Case(data=about.pop("case")),
        absence=Absence(about.pop("absence")),
        wall_languages=tuple(about.pop("wall_languages")),
        opened_at=entry.at,
        **about,
    )


def fold(state: RoomState, entry: Entry) -> RoomState:
    """Return the state after an entry."""
    return _KINDS[entry.kind](state, entry)


def _joined(state: RoomState, entry: Entry) -> RoomState:
    about = entry.data
    guest = Guest(
        id=about["person"],
        lang=about["lang"],
        name=about["name"],
        speaks=tuple(about["speaks"]),
        door=about["door"],
        pair=about["pair"],
    )
    return replace(state, people=_with(state.people, guest.id, guest))


def _changed(state: RoomState, entry: Entry) -> RoomState:
    guest = state.people[entry.data["person"]]
    guest = replace(guest, lang=entry.data["lang"], name=entry.data["name"])
    return replace(state, people=_with(state.people, guest.id, guest))


def _laid(state: RoomState, entry: Entry) -> RoomState:
    if state.stage not in (Stage.GATHER, Stage.SEATED):
        return state  # a co-trainer has started at the same moment: nobody is torn from a game
    tables: dict[int, Laid] = {}
    laying = state.layings + 1
    for about in entry.data["tables"]:
        people = {seat: tuple(ids) for seat, ids in about["people"].items()}
        seats = tuple(Seat(**seat) for seat in about["seats"])
        number = int(about["number"])
        held = MappingProxyType(people)
        tables[number] = Laid(number=number, seats=seats, seed=about["seed"], people=held, laying=laying)
    return replace(
        state,
        tables=MappingProxyType(tables),
        stage=Stage.SEATED,
        layings=laying,
        stand_ins=EMPTY,
        stepped_in=frozenset(),
        stood_up=EMPTY,
        held_since=MappingProxyType({(number, seat): entry.at for number in tables for seat in state.case.seats}),
        came_late=frozenset(),
        gave_up=frozenset(),
    )


def _started(state: RoomState, entry: Entry) -> RoomState:
    if state.stage is Stage.PAUSE:
        return _resumed(state, entry)
    if state.stage is not Stage.SEATED:
        return state  # two trainers at the same moment; a room that is closed stays so
    began = _with(state.years_began, state.year_open, entry.at)
    return replace(state, stage=Stage.PLAY, began=state.began or entry.at, years_began=began)


def _paused(state: RoomState, entry: Entry) -> RoomState:
    if state.stage is not Stage.PLAY:
        return state
    return replace(state, stage=Stage.PAUSE, paused_at=entry.at)


def _resumed(state: RoomState, entry: Entry) -> RoomState:
    if state.stage is not Stage.PAUSE:
        return state  # a pause counts once, also when two trainers end it
    rest = max(0.0, entry.at - state.paused_at)  # a clock may be set back
    hurry = state.hurry_until + rest if state.hurry_until else 0.0
    return replace(
        state, stage=Stage.PLAY, began=state.began + rest, step_began=state.step_began + rest, hurry_until=hurry
    )


def _year(state: RoomState, entry: Entry) -> RoomState:
    year = entry.data["year"]
    if year <= state.year_open:
        return state  # two trainers at the same moment
    return replace(state, year_open=year, years_began=_with(state.years_began, year, entry.at))


def _step(state: RoomState, entry: Entry) -> RoomState:
    began = state.began or entry.at - 60 * entry.data.get("before_min", 0.0)
    now = _on_the_clock(state, entry)
    return replace(state, step=entry.data["step"], step_began=now, began=began, hurry_until=0.0)


def _hurry(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, hurry_until=_on_the_clock(state, entry) + 60 * entry.data["minutes"])


def _on_the_clock(state: RoomState, entry: Entry) -> float:
    """Return when something happened on the clock of the steps, which stands still in a pause."""
    return state.paused_at if state.stage is Stage.PAUSE else entry.at


def _message(state: RoomState, entry: Entry) -> RoomState:
    to = entry.data["to"]
    table = 0 if to in (ALL, WALL) else int(to)
    said = Message(number=len(state.messages) + 1, text=entry.data["text"], at=entry.at, table=table)
    return replace(state, messages=(*state.messages, (said, to)))


def _message_dropped(state: RoomState, entry: Entry) -> RoomState:
    number = entry.data["message"]
    kept = ((replace(said, text="") if said.number == number else said, to) for said, to in state.messages)
    return replace(state, messages=tuple(kept))


def _line(state: RoomState, entry: Entry) -> RoomState:
    line = Line(number=len(state.lines) + 1, text=entry.data["text"], shown=False)
    return replace(state, lines=(*state.lines, line))


def _line_shown(state: RoomState, entry: Entry) -> RoomState:
    shown = (replace(line, shown=line.shown or line.number == entry.data["line"]) for line in state.lines)
    return replace(state, lines=tuple(shown))


def _line_dropped(state: RoomState, entry: Entry) -> RoomState:
    kept = (replace(line, text="", shown=False) if line.number == entry.data["line"] else line for line in state.lines)
    return replace(state, lines=tuple(kept))


def _released(state: RoomState, entry: Entry) -> RoomState:
    what = Release(entry.data["what"])
    return state if what in state.released else replace(state, released=(*state.released, what))


def _placed(state: RoomState, entry: Entry) -> RoomState:
    """Give a seat to a person, besides or instead of who holds it; the person leaves the seat held before."""
    person, table, seat = entry.data["person"], int(entry.data["table"]), entry.data["seat"]
    tables, gave_up = {}, state.gave_up - {person}
    changed = {where: entry.at for where in (state.place_of(person), (table, seat)) if where}
    for number, laid in state.tables.items():
        people = {one: tuple(id for id in ids if id != person) for one, ids in laid.people.items()}
        if number == table:
            others = people.get(seat, ()) if entry.data["beside"] else ()
            gave_up |= {one for one in people.get(seat, ()) if one not in others}
            people[seat] = (*others, person) if person else others
        tables[number] = replace(laid, people=MappingProxyType(people))
    held_since = MappingProxyType({**state.held_since, **changed})
    return replace(
        _seated_again(state, (person,)),
        tables=MappingProxyType(tables),
        held_since=held_since,
        came_late=_late(state, entry),
        gave_up=gave_up,
    )


def _late(state: RoomState, entry: Entry) -> frozenset[str]:
    """Return who came late, now that somebody was given a seat; another chair at the own table changes nothing."""
    person, before = entry.data["person"], state.place_of(entry.data["person"])
    if before and before[0] == int(entry.data["table"]):
        return state.came_late
    late = state.began and entry.data.get("moves")
    return state.came_late | {person} if late else state.came_late - {person}


def _stood_in(state: RoomState, entry: Entry) -> RoomState:
    where = (int(entry.data["table"]), entry.data["seat"])
    stand_ins = {one: by for one, by in state.stand_ins.items() if one != where}
    stepped_in, people = state.stepped_in - {where}, _people_at(state, *where)
    if entry.data["by"] == Holder.PERSON:
        state = _seated_again(state, people)
    else:
        stand_ins[where] = entry.data["by"]
        stepped_in |= {where} if entry.data["until_back"] else set()
        if entry.data.get("resting"):  # so older rooms say that who holds the seat stood up
            state = _with_stood_up(state, people, entry.at)
    return replace(
        state,
        stand_ins=MappingProxyType(stand_ins),
        stepped_in=stepped_in,
        held_since=_with(state.held_since, where, entry.at),
    )


def _people_at(state: RoomState, table: int, seat: str) -> tuple[str, ...]:
    return state.tables[table].people.get(seat, ()) if table in state.tables else ()


def _stood_up(state: RoomState, entry: Entry) -> RoomState:
    return _with_stood_up(state, (entry.data["person"],), entry.at)


def _sat_down(state: RoomState, entry: Entry) -> RoomState:
    return _seated_again(state, (entry.data["person"],))


def _with_stood_up(state: RoomState, people: Iterable[str], at: float) -> RoomState:
    return replace(state, stood_up=MappingProxyType({**dict.fromkeys(people, at), **state.stood_up}))


def _seated_again(state: RoomState, people: Collection[str]) -> RoomState:
    left = {one: at for one, at in state.stood_up.items() if one not in people}
    return replace(state, stood_up=MappingProxyType(left))


def _absence(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, absence=Absence(entry.data["how"]), wait_s=entry.data["seconds"])


def _code(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, code=entry.data["code"], code_until=entry.data["until"])


def _trainer(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, trainers=state.trainers + 1)


def _wall(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, wall_languages=tuple(entry.data["languages"]))


def _saved(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, saved_at=entry.at, saved_tables=entry.data["tables"])


def _served(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, port=entry.data["port"])


def _closed(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, stage=Stage.CLOSED)


def _with(table: Mapping[Any, Any], key: Any, value: Any) -> Mapping[Any, Any]:
    return MappingProxyType({**table, key: value})


_KINDS: Mapping[str, Callable[[RoomState, Entry], RoomState]] = {
    "joined": _joined,
    "changed": _changed,
    "laid": _laid,
    "started": _started,
    "paused": _paused,
    "resumed": _resumed,
    "year": _year,
    "step": _step,
    "hurry": _hurry,
    "message": _message,
    "message_dropped": _message_dropped,
    "line": _line,
    "line_shown": _line_shown,
    "line_dropped": _line_dropped,
    "released": _released,
    "placed": _placed,
    "stood_in": _stood_in,
    "stood_up": _stood_up,
    "sat_down": _sat_down,
    "absence": _absence,
    "code": _code,
    "trainer": _trainer,
    "wall": _wall,
    "saved": _saved,
    "served": _served,
    "closed": _closed,
}
