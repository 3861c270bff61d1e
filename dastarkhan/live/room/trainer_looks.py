"""What the trainer's page is drawn from: everything that a trainer sees, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dastarkhan.live.room.looks import Clock, Line, Message
from dastarkhan.live.room.stages import Absence, Presence, Release, Stage
from simulations.table import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatedPerson:
    """One person as the trainer sees it.

    Attributes
    ----------
    id : str
        Within the room, such as ``"p7"``.
    name, lang : str
    here : bool
    since : float
        When that began, seconds since 1970.
    table : int
        0 without a seat.
    seat : str
    pair : bool
    """

    id: str
    name: str
    lang: str
    here: bool
    since: float
    table: int = 0
    seat: str = ""
    pair: bool = False

    @property
    def n_people(self) -> int:
        """How many people hold this phone."""
        return 2 if self.pair else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """One table as the trainer sees it.

    Attributes
    ----------
    number : int
    seats : mapping of seat to Presence
        Seats of the table, in the order of the case; covered seats are not among them.
    held_since : mapping of seat to float
        When it changed last who holds them, seconds since 1970.
    left : tuple of str
        Seats that left and may come back.
    empty : tuple of str
        Seats of the case that nobody has and a latecomer could take.
    view : mapping
        ``game.view(state, None)``: what lies on the table. Never shown on the wall.
    waits_for : tuple of str
        Seats that the table waits for.
    on_break : tuple of str
        Sides that take their break now.
    injects : tuple of str
        What the facilitator may bring in here now.
    can_end_talks, can_finish : bool
        Whether talks run that can be ended; whether the game can end with the year that was closed last.
    year_done : bool
        The table waits for the next year.
    over : bool
    agreed : bool
    moves : int
    waits_since : float
        When the last move was made, or the year was opened after it; 0 before the start. Nobody moves by stepping in,
        leaving or being back.
    """

    number: int
    seats: Mapping[str, Presence]
    held_since: Mapping[str, float]
    left: tuple[str, ...]
    empty: tuple[str, ...]
    view: Mapping[str, Any]
    waits_for: tuple[str, ...]
    injects: tuple[str, ...]
    can_end_talks: bool
    can_finish: bool
    year_done: bool
    over: bool
    agreed: bool
    moves: int
    waits_since: float
    on_break: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step of the run-sheet with the minutes it has, re-planned when the room is late.

    Attributes
    ----------
    id, title : str
        Title in English, as the guide has it (catalog ``guide_NN``).
    say, do : str
        What the trainer says and does, in English as the guide has it.
    planned_min, minutes : float
        As the guide says; as they are now.
    done : bool
    runs : bool
    """

    id: str
    title: str
    say: str
    do: str
    planned_min: float
    minutes: float
    done: bool
    runs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerLook:
    """Everything that a trainer sees.

    Attributes
    ----------
    lang : str
    languages : tuple of str
    stage : Stage
    case : Case
    code : str
        Six signs to join.
    code_until : float
        When the code ends, seconds since 1970.
    join_urls : tuple of str
        Addresses that phones may use, the best first.
    wall_link : str
        Relative.
    co_trainer_links : tuple of str
        Of co-trainers that were made, relative.
    people : tuple of SeatedPerson
        In the order they came.
    tables : tuple of TableLook
        Before the start: as they are planned, without moves.
    tables_to_choose : tuple of int
        At how many tables the people may sit; empty after the start.
    guide : str
        Catalog of the run-sheet, such as ``"guide_11"``; ``""`` without one.
    plan : tuple of PlanStep
    clock : Clock
    late_min : float
        Minutes behind the plan; negative: ahead.
    absence : Absence
    wait_s : int
    year_open : int
        The year that the trainer has opened (a river case); 0 for a package case.
    years : int
    wall_languages : tuple of str
        Up to three.
    messages : tuple of Message
        Those that were not taken away, also to single tables.
    lines : tuple of Line
    released : tuple of Release
    can_release : tuple of Release
    debrief : mapping of int to mapping
        ``game.debrief`` of every table that is over.
    warnings : tuple of str
        Codes of sentences that the page shows, such as ``"live.no_tls"``.
    saved_at : float
        When the moves were saved last, seconds since 1970; 0 before.
    saved_tables : int
        So many tables were saved then.
    folder : str
        Where the moves are saved, as a person may read it.
    token : str
    """

    lang: str
    languages: tuple[str, ...]
    stage: Stage
    case: Case
    code: str
    code_until: float
    join_urls: tuple[str, ...]
    wall_link: str
    co_trainer_links: tuple[str, ...] = ()
    people: tuple[SeatedPerson, ...] = ()
    tables: tuple[TableLook, ...] = ()
    tables_to_choose: tuple[int, ...] = ()
    guide: str = ""
    plan: tuple[PlanStep, ...] = ()
    clock: Clock = field(default_factory=Clock)
    late_min: float = 0.0
    absence: Absence = Absence.WAIT
    wait_s: int = 120
    year_open: int = 0
    years: int = 0
    wall_languages: tuple[str, ...] = ("en",)
    messages: tuple[Message, ...] = ()
    lines: tuple[Line, ...] = ()
    released: tuple[Release, ...] = ()
    can_release: tuple[Release, ...] = ()
    debrief: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    saved_at: float = 0.0
    saved_tables: int = 0
    folder: str = ""
    token: str = ""
