"""What the pages of people and the wall are drawn from: frozen data, made by the room for one pair of eyes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dastarkhan.live.room.stages import Instead, Presence, Release, Stage
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
    gave_up : bool
        The trainer gave the person's seat to somebody else, and the person has no other one yet.
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
    gave_up: bool = False
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
    looks_back : bool
        Whether the run-sheet has gone beyond “Put your role down”.
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
    pictures : tuple of Release
        Those of them that the wall may show without pointing at a table.
    results : tuple of mapping
        ``game.debrief`` of each table, in an order that says nothing about the tables; filled once a picture with a
        mark for each table is among them.
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
    looks_back: bool = False
    guide: str = ""
    year_open: int = 0
    years: int = 0
    news: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    lines: tuple[Line, ...] = ()
    released: tuple[Release, ...] = ()
    pictures: tuple[Release, ...] = ()
    results: tuple[Mapping[str, Any], ...] = ()
    records: tuple[Any, ...] = ()
