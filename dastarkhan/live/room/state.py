"""What is true in a room at one moment: people, tables, who holds which chair, and where the session stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dastarkhan.live.room.looks import Line, Message
from dastarkhan.live.room.stages import Absence, Release, Stage
from simulations.table import Case, Seat

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

    @property
    def n_people(self) -> int:
        """How many people hold this phone."""
        return 2 if self.pair else 1


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
    stood_up : mapping of str to float
        Who left the table, and when: whose page is still open is not back.
    held_since : mapping of (table, seat) to float
        When it changed last who holds a chair; of tables that are laid.
    came_late : frozenset of str
        People who got a seat at a table that had begun.
    gave_up : frozenset of str
        People whose seat a trainer gave to somebody else, and who have no other one yet.
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
    port : int
        Where the room was served last: open pages look for it there. 0 before.
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
    stood_up: Mapping[str, float] = field(default_factory=lambda: EMPTY)
    held_since: Mapping[tuple[int, str], float] = field(default_factory=lambda: EMPTY)
    came_late: frozenset[str] = frozenset()
    gave_up: frozenset[str] = frozenset()
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
    port: int = 0
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
