"""What is true in a room: a pure fold over the entries of its stream, as a game is over its moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from dastarkhan.live.room.looks import Line, Message
from dastarkhan.live.room.stages import Absence, Release, Stage
from dastarkhan.live.store.entries import Entry
from simulations.errors import KitError
from simulations.table import Case, Holder, Seat

EMPTY: Mapping[Any, Any] = MappingProxyType({})
ALL = "all"
WALL = "wall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A person in the room; nobody's real name is asked for.

    Attributes
    ----------
    id : str
        Drawn; people stand in the order of coming.
    lang : str
        Of the own page.
    name : str
        A nickname, or ``""``.
    speaks : tuple of str
        Languages that the person can talk in.
    door : str
        Sign of the card from the door, ``"circle"``, ``"triangle"`` or ``""``.
    pair : bool
        Two people share this phone.
    """

    id: str
    lang: str
    name: str = ""
    speaks: tuple[str, ...] = ()
    door: str = ""
    pair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A table that was laid: its seats at the opening, and who sits there now.

    Attributes
    ----------
    number : int
    seats : tuple of Seat
    seed : int
    people : mapping of str to tuple of str
        Seat -> ids of the people who hold it.
    laying : int
        How often the tables have been laid, this time included: moves of tables that were cleared away are not theirs.
    """

    number: int
    seats: tuple[Seat, ...]
    seed: int
    people: Mapping[str, tuple[str, ...]]
    laying: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomState:
    """Where a room stands. Times are seconds since 1970.

    Attributes
    ----------
    secret, code : str
    code_until : float
    case : Case
    guide, plan : str
        Catalog and name of the run-sheet; ``""`` without one.
    stage : Stage
        Never ``HELD``: that follows from the tables.
    absence : Absence
    wait_s : int
    wall_languages : tuple of str
    trainers : int
        How many trainer links there are.
    people : mapping of id to Guest
    tables : mapping of number to Laid
    stand_ins : mapping of (table, seat) to str
        Who plays a seat that a partner holds: ``"partner"`` or ``"careful"``.
    stepped_in : frozenset of (table, seat)
        Where that is so only until the person is back.
    resting : frozenset of (table, seat)
        Where that is so because the person stood up: whose page is still open is not back.
    held_since : mapping of (table, seat) to float
        When it changed last who holds a chair; of tables that are laid.
    came_late : frozenset of str
        People who got a seat at a table that had begun.
    layings : int
        How often tables have been laid.
    year_open : int
    years_began : mapping of int to float
        When the trainer opened each year; the first, and the only one of a game without years, with the start.
    messages : tuple of (Message, to)
        One that was taken away keeps its number and has no text.
    lines : tuple of Line
    released : tuple of Release
    step : int
        Place in the plan; -1 before it begins.
    step_began, began : float
        Of the step and of the whole; 0 before. Pauses are taken out.
    paused_at : float
    hurry_until : float
        0 without.
    opened_at : float
    saved_at : float
        When the moves were saved last; 0 before.
    saved_tables : int
        So many tables were saved then.
    """

    secret: str
    code: str
    code_until: float
    case: Case
    guide: str = ""
    plan: str = ""
    stage: Stage = Stage.GATHER
    absence: Absence = Absence.WAIT
    wait_s: int = 120
    wall_languages: tuple[str, ...] = ("en",)
    trainers: int = 1
    people: Mapping[str, Guest] = field(default_factory=lambda: EMPTY)
    tables: Mapping[int, Laid] = field(default_factory=lambda: EMPTY)
    stand_ins: Mapping[tuple[int, str], str] = field(default_factory=lambda: EMPTY)
    stepped_in: frozenset[tuple[int, str]] = frozenset()
    resting: frozenset[tuple[int, str]] = frozenset()
    held_since: Mapping[tuple[int, str], float] = field(default_factory=lambda: EMPTY)
    came_late: frozenset[str] = frozenset()
    layings: int = 0
    year_open: int = 1
    years_began: Mapping[int, float] = field(default_factory=lambda: EMPTY)
    messages: tuple[tuple[Message, str], ...] = ()
    lines: tuple[Line, ...] = ()
    released: tuple[Release, ...] = ()
    step: int = -1
    step_began: float = 0.0
    began: float = 0.0
    paused_at: float = 0.0
    hurry_until: float = 0.0
    opened_at: float = 0.0
    saved_at: float = 0.0
    saved_tables: int = 0
    _places: Mapping[str, tuple[int, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {
            person: (number, seat)
            for number, laid in self.tables.items()
            for seat, people in laid.people.items()
            for person in people
        }
        object.__setattr__(self, "_places", places)

    def place_of(self, person: str) -> tuple[int, str] | None:
        """Return the table and the seat that a person holds."""
        return self._places.get(person)


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
        resting=frozenset(),
        held_since=MappingProxyType({(number, seat): entry.at for number in tables for seat in state.case.seats}),
        came_late=frozenset(),
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
    return replace(state, step=entry.data["step"], step_began=entry.at, began=began, hurry_until=0.0)


def _hurry(state: RoomState, entry: Entry) -> RoomState:
    return replace(state, hurry_until=entry.at + 60 * entry.data["minutes"])


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
    tables = {}
    changed = {where: entry.at for where in (state.place_of(person), (table, seat)) if where}
    for number, laid in state.tables.items():
        people = {one: tuple(id for id in ids if id != person) for one, ids in laid.people.items()}
        if number == table:
            others = people.get(seat, ()) if entry.data["beside"] else ()
            people[seat] = (*others, person) if person else others
        tables[number] = replace(laid, people=MappingProxyType(people))
    held_since = MappingProxyType({**state.held_since, **changed})
    return replace(
        state, tables=MappingProxyType(tables), held_since=held_since, came_late=_late(state, entry)
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
    stepped_in, resting = state.stepped_in - {where}, state.resting - {where}
    if entry.data["by"] != Holder.PERSON:
        stand_ins[where] = entry.data["by"]
        stepped_in |= {where} if entry.data["until_back"] else set()
        resting |= {where} if entry.data.get("resting") else set()
    return replace(
        state,
        stand_ins=MappingProxyType(stand_ins),
        stepped_in=stepped_in,
        resting=resting,
        held_since=_with(state.held_since, where, entry.at),
    )


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
    "absence": _absence,
    "code": _code,
    "trainer": _trainer,
    "wall": _wall,
    "saved": _saved,
    "closed": _closed,
}
