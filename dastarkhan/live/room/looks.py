"""What a page is drawn from: frozen data, made by the room for one pair of eyes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dastarkhan.live.room.stages import Absence, Instead, Presence, Release, Stage
from simulations.table import Case, Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something the trainer said to a table, to all tables, or to the wall; `table` is 0 but for a single one."""

    number: int
    text: str
    at: float
    table: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One anonymous line that a person wrote; only the trainer sees it until it is let through."""

    number: int
    text: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time of the step that runs.

    Attributes
    ----------
    step : str
        Title of the step, in English as the guide has it; ``""`` without a plan.
    ends_at : float or None
        Seconds since 1970; pages count down by themselves. None: no time is set.
    now : float
        The server's clock when the look was made, so that a phone with a wrong clock counts right.
    """

    step: str = ""
    ends_at: float | None = None
    now: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinLook:
    """The first page: a code, a language, perhaps a nickname.

    Attributes
    ----------
    lang : str
    languages : tuple of str
        Codes that a person may choose, all eight where nothing is said.
    code : str
        What came with the address, or was typed; ``""``: to be typed.
    name, speaks, door, pair
        What was typed and chosen so far, as in `Guest`.
    token : str
        Of the form.
    fault : str
        A plain sentence to show; ``""`` without one.
    """

    lang: str
    languages: tuple[str, ...]
    code: str = ""
    name: str = ""
    speaks: tuple[str, ...] = ()
    door: str = ""
    pair: bool = False
    token: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLook:
    """What one person may see on the own phone.

    Attributes
    ----------
    lang, name : str
        Code of the page's language; nickname or ``""``.
    languages : tuple of str
        Codes to choose from.
    link : str
        The personal link, relative, to come back on any device.
    stage : Stage
    case : Case
    table : int
        0 while nobody is seated.
    seat : str
        A seat of the case; ``""`` while nobody is seated.
    pair : bool
        Two people share this seat or this phone.
    view : mapping or None
        ``game.view(state, seat)``.
    lawful : tuple of Choice
        What the person may do now; empty while the room pauses or waits for the trainer, and while somebody else plays.
    instead : Instead or None
        Who plays the seat in place of the person.
    may_sit_down : bool
        Whether the person may take the seat back without asking the trainer.
    came_late : bool
        The person got the seat when the table had begun, and has made no move yet.
    waits : bool
        The table waits for this seat.
    next_year_waits : bool
        A year is over, and the trainer has not opened the next one.
    over : bool
        The game at this table is over.
    people : mapping of seat to Presence
        Of the own table.
    away_until : mapping of seat to float
        When the countdown for an absent seat ends, seconds since 1970.
    on_break : tuple of str
        Sides that take their break now.
    messages : tuple of Message
        The newest last.
    clock : Clock
    released : tuple of Release
    debrief : mapping or None
        ``game.debrief(state)`` of the own table, once ``Release.OWN`` is given.
    line_sent : bool
        Whether this person has sent the one line.
    version : int
        How many moves the table has had.
    move_id : str
        For the next move of a page without script.
    token : str
    """

    lang: str
    languages: tuple[str, ...]
    link: str
    stage: Stage
    case: Case
    name: str = ""
    table: int = 0
    seat: str = ""
    pair: bool = False
    view: Mapping[str, Any] | None = None
    lawful: tuple[Choice, ...] = ()
    instead: Instead | None = None
    may_sit_down: bool = False
    came_late: bool = False
    waits: bool = False
    next_year_waits: bool = False
    over: bool = False
    people: Mapping[str, Presence] = field(default_factory=dict)
    away_until: Mapping[str, float] = field(default_factory=dict)
    on_break: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    clock: Clock = Clock()
    released: tuple[Release, ...] = ()
    debrief: Mapping[str, Any] | None = None
    line_sent: bool = False
    version: int = 0
    move_id: str = ""
    token: str = ""


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
    guide: str = ""
    plan: tuple[PlanStep, ...] = ()
    clock: Clock = Clock()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WallLook:
    """What everybody sees on the wall. No names, no table's offers, no ranking.

    Attributes
    ----------
    languages : tuple of str
        Up to three, side by side.
    stage : Stage
    case : Case
    code : str
        ``""`` when nobody may join any more.
    join_url : str
        The address in the square code.
    n_people, n_tables : int
    clock : Clock
    next_step : str
        Title of the step that follows in the plan; ``""`` without one.
    guide : str
        Catalog of the steps' titles.
    year_open, years : int
    news : tuple of str
        Injects that all tables have had this year.
    messages : tuple of Message
        To the wall or to all, the newest last.
    lines : tuple of Line
        Those that were let through, in an order that does not say who was first.
    released : tuple of Release
    results : tuple of mapping
        ``game.debrief`` of each table, in an order that says nothing about the tables; filled once a picture with a
        mark for each table is given, and only where there are enough of them.
    records : tuple of Record
        Of all tables, in the same order, once ``Release.RELATIONS`` is given and no table can be told apart by it.
    """

    languages: tuple[str, ...]
    stage: Stage
    case: Case
    code: str
    join_url: str
    n_people: int
    n_tables: int
    clock: Clock = Clock()
    next_step: str = ""
    guide: str = ""
    year_open: int = 0
    years: int = 0
    news: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    lines: tuple[Line, ...] = ()
    released: tuple[Release, ...] = ()
    results: tuple[Mapping[str, Any], ...] = ()
    records: tuple[Any, ...] = ()
