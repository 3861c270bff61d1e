"""What a trainer may do now: the course of the session, an empty chair, the wall, the way in and the end."""

from dataclasses import dataclass

from dastarkhan.languages import Words
from dastarkhan.live.pages.board import Board
from dastarkhan.live.pages.environment import language_names
from dastarkhan.live.room.releasing import on_the_wall, releases_of, worth_giving
from dastarkhan.live.room.stages import Absence, Presence, Release, Stage, StandIn
from dastarkhan.live.room.timing import TALKS
from dastarkhan.live.room.trainer_looks import TableLook
from simulations.games.results import SMALLEST_CELL

HURRY_MIN = (1, 2, 5, 10)
MOST_WALL_LANGUAGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One button: what is done, with which fields, and what it says."""

    do: str
    label: str
    fields: tuple[tuple[str, str], ...] = ()
    main: bool = False


def next_sentence(board: Board) -> str:
    """Say where the room stands and what comes next."""
    _, look = board.words, board.look
    if look.stage is Stage.GATHER:
        return _("People come in. When all are here, seat everybody.")
    if look.stage is Stage.SEATED:
        return _("Everybody has a seat and may read the brief. Nothing moves before you start.")
    if look.stage is Stage.PAUSE:
        return _("The room pauses. Nothing can be tapped at the tables.")
    if look.stage is Stage.HELD:
        return _("All tables are over. First the feelings, then the numbers: you decide when.")
    if look.stage is Stage.CLOSED:
        return _("The room is closed. You can still save the moves, or erase everything.")
    return _playing(board)


def _playing(board: Board) -> str:
    _, look = board.words, board.look
    over = sum(table.over for table in look.tables)
    if not look.years:
        return _("Tables that are over: {n} of {total}.", n=over, total=len(look.tables))
    done = sum(table.over or table.year_done for table in look.tables)
    if look.year_open < look.years and all_done(board):
        if plan_is_played(board):
            return _("All tables have closed year {year}, the last one of your plan. You can finish the game now.",
                     year=look.year_open)  # fmt: skip
        return _("All tables have closed year {year}. You can open the next one.", year=look.year_open)
    return _(
        "Tables that have closed year {year}: {n} of {total}.", year=look.year_open, n=done, total=len(look.tables)
    )


def course(board: Board) -> tuple[Tap, ...]:
    """Return the large buttons, the one that comes next first."""
    _, look = board.words, board.look
    found: list[Tap] = []
    if look.stage is Stage.GATHER:
        found = [
            Tap(do="seat", label=_("Seat everybody"), main=True),
            Tap(do="start", label=_("Seat and start at once")),
        ]
    elif look.stage is Stage.SEATED:
        found = [Tap(do="start", label=_("Start"), main=True)]
    elif look.stage is Stage.PAUSE:
        found = [Tap(do="resume", label=_("Go on"), main=True)]
    elif look.stage is Stage.PLAY:
        found = [Tap(do="pause", label=_("Pause"))]
    if board.running and look.year_open < look.years:
        ready = look.stage is Stage.PLAY and all_done(board)
        main = ready and not plan_is_played(board)
        found.insert(0 if main else len(found), _next_year(board, main))
    return tuple(found)


def all_done(board: Board) -> bool:
    """Tell whether every table has closed the year that is open."""
    return all(table.over or table.year_done for table in board.look.tables)


def plan_is_played(board: Board) -> bool:
    """Tell whether the run-sheet has no talks in the years that are still closed."""
    planned = sum(one.id.startswith(TALKS) for one in board.look.plan)
    return 0 < planned <= board.look.year_open


def _next_year(board: Board, ready: bool) -> Tap:
    _ = board.words
    return Tap(do="next_year", label=_("Open year {n}", n=board.look.year_open + 1), main=ready)


def injects(board: Board, tables: tuple[TableLook, ...]) -> tuple[tuple[str, str, str], ...]:
    """Return what may be brought in at one of these tables now: id, name, news, in the case's order."""
    may = {inject for table in tables for inject in table.injects}
    found = [one for one in board.case.injects if one in may] if board.running else []
    return tuple((one, board.inject_name(one), board.inject_news(one)) for one in found)


def release_words(what: Release, _: Words) -> tuple[str, str]:
    """Name a step of the debrief, and say in one sentence what it shows."""
    return {
        Release.OWN: (_("Own results"), _("Each table sees its own results, on its own phones only.")),
        Release.DOTS: (_("All agreements"), _("The wall shows every table as a dot, without label and without order.")),
        Release.RELATIONS: (_("Who answered whom"), _("The wall shows yes, no and questions between the sides.")),
        Release.STRESS: (
            _("Harder years"),
            _("The wall shows what dry years would do to all agreements. Each table sees its own."),
        ),
    }[what]


def left_out_words(what: Release, agreed: tuple[bool, ...], _: Words) -> str:
    """Say why a step of the debrief is not on the wall, and what takes its place; ``""``: it is.

    Parameters
    ----------
    what : Release
    agreed : tuple of bool
        Whether each table found an agreement.
    _ : Words
    """
    if what is Release.OWN or on_the_wall(what, agreed):
        return ""
    return {
        Release.DOTS: _("Left out: with fewer than five tables everybody could guess whose dot is whose.")
        if len(agreed) < SMALLEST_CELL
        else _("Left out: fewer than five tables ended differently from the others, and everybody could guess which."),
        Release.RELATIONS: _("Left out: of two tables, what is not one's own is the other's. Tell each other instead."),
        Release.STRESS: _("Each table sees its own, on its own phones only. The wall shows it from five agreements on.")
        if any(agreed)
        else _("Left out: no table has an agreement that could be tried."),
    }[what]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStep:
    """One step of the debrief.

    Attributes
    ----------
    what : Release
    name, sentence : str
    shown, may : bool
        Whether it is given, and whether it may be given next.
    left_out : bool
        It would point at a table, or there is nothing to show.
    """

    what: Release
    name: str
    sentence: str
    shown: bool
    may: bool
    left_out: bool


def releases(board: Board) -> tuple[ReleaseStep, ...]:
    """Return the steps of the debrief in their order."""
    look, found = board.look, []
    agreed = tuple(table.agreed for table in look.tables)
    for one in releases_of(board.case.game):
        name, sentence = release_words(one, board.words)
        worth = worth_giving(one, agreed)
        found.append(
            ReleaseStep(
                what=one,
                name=name,
                sentence=left_out_words(one, agreed, board.words) or sentence,
                shown=worth and one in look.released,
                may=one in look.can_release,
                left_out=not worth,
            )
        )
    return tuple(found)


# --- an empty chair


def absences(_: Words) -> tuple[tuple[Absence, str, str], ...]:
    """Return what may happen with an empty chair, each with a sentence."""
    return (
        (Absence.WAIT, _("Wait"), _("A countdown is shown. You decide yourself.")),
        (Absence.SMALLER, _("Go on smaller"), _("A colleague of the same side speaks for the seat.")),
        (Absence.PARTNER, _("A partner plays"), _("The kit plays the seat until the person is back.")),
        (Absence.CAREFUL, _("Careful stand-in"), _("It passes and says no politely, until the person is back.")),
    )


def holders(_: Words) -> tuple[tuple[str, str], ...]:
    """Return who may hold a seat."""
    return (
        (StandIn.PARTNER.value, _("A partner of the kit")),
        (StandIn.CAREFUL.value, _("A careful stand-in")),
        ("person", _("The person again")),
    )


def chairs(board: Board, *, free: bool) -> tuple[tuple[str, str], ...]:
    """Return the chairs that nobody holds, or those that somebody does: the form's value, and words."""
    _, case = board.words, board.case
    found = []
    for table in _going_on(board):
        for seat in case.seats:
            people = board.sitting.get((table.number, seat), ())
            if bool(people) is free or seat not in (*table.seats, *table.empty, *table.left):
                continue
            who = " · ".join(board.person_name(one) for one in people)
            name = f"{board.seat_name(seat)} ({who})" if who else board.seat_name(seat)
            found.append((f"{table.number}.{seat}", _("Table {n}: {seats}", n=table.number, seats=name)))
    return tuple(found)


def _going_on(board: Board) -> tuple[TableLook, ...]:
    """Return the tables at which a chair still means something."""
    return tuple(table for table in board.look.tables if not table.over)


def free_chairs(board: Board) -> tuple[str, ...]:
    """Say where a latecomer can sit: chairs that nobody holds, and those that a partner plays."""
    _ = board.words
    found = []
    for table in _going_on(board):
        seats = [seat for seat, one in table.seats.items() if one in (Presence.EMPTY, Presence.PARTNER)]
        free = [board.seat_name(seat) for seat in (*seats, *table.empty) if not board.sitting.get((table.number, seat))]
        if free:
            found.append(_("Table {n}: {seats}", n=table.number, seats=" · ".join(free)))
    return tuple(found)


# --- the wall


def wall_choices(board: Board) -> tuple[tuple[str, str, bool, str], ...]:
    """Return each language as (name, its attribute, whether the wall shows it, the wall's list after a tap)."""
    now = board.look.wall_languages
    found = []
    for code, name, html in language_names(board.look.languages):
        if code not in now:
            then = (*now[: MOST_WALL_LANGUAGES - 1], code)
        else:
            then = tuple(one for one in now if one != code) or now
        found.append((name, html, code in now, ",".join(then)))
    return tuple(found)
