"""The trainer's page: its parts, each drawn from the look and from nothing else, and the whole document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urljoin

from markupsafe import Markup

from dastarkhan.languages import say
from dastarkhan.languages.near_home import near_home
from dastarkhan.live.invitation import code_in_signs
from dastarkhan.live.pages.board import Board, qr, seat_signs
from dastarkhan.live.pages.controls import (
    HURRY_MIN,
    absences,
    all_done,
    chairs,
    course,
    free_chairs,
    holders,
    injects,
    next_sentence,
    plan_is_played,
    releases,
    wall_choices,
)
from dastarkhan.live.pages.environment import language_names, render, words_of
from dastarkhan.live.pages.people import rows, summary
from dastarkhan.live.pages.run_sheet import drift, next_step, run_sheet
from dastarkhan.live.pages.table_cards import card
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.trainer_looks import TableLook, TrainerLook
from simulations.errors import KitError
from simulations.table import Case

MOST_TABLES = 80
"""A page has a place for so many, so that tables can come while it is open: a hall of 300 needs 75."""


def trainer_parts(look: TrainerLook) -> dict[str, str]:
    """Return the inside of every section of a trainer's page.

    What a person may be filling in stands in parts of its own, which depend on little and change rarely.
    """
    return _parts(Board(look))


def part_names() -> tuple[str, ...]:
    """Name every section of the page, also those of tables that have not come."""
    numbers = range(1, MOST_TABLES + 1)
    return (*PARTS, *(f"{of}-{number}" for number in numbers for of in ("table", "hands")))


def trainer_page(look: TrainerLook, events: str = "trainer-events") -> str:
    """Return the whole page; its forms carry an id, so that it works without a script too.

    Parameters
    ----------
    look : TrainerLook
    events : str, optional
        Relative address of the news.
    """
    me = sha256(look.token.encode()).hexdigest()[:12]
    board = Board(look, f"t{round(look.clock.now * 1000)}-{me}")
    html = render("trainer.html", look.lang, board=board, look=look, parts=_parts(board), me=me, events=events,
                  tables=range(1, MOST_TABLES + 1))  # fmt: skip
    return str(html)


def _parts(board: Board) -> dict[str, str]:
    found: dict[str, str] = {name: draw(board) for name, draw in PARTS.items()}
    by_number = {table.number: table for table in board.look.tables}
    for number in range(1, MOST_TABLES + 1):
        table = by_number.get(number)
        found[f"table-{number}"] = _table(board, table) if table else Markup("")
        found[f"hands-{number}"] = _hands(board, table) if table else Markup("")
    return found


def _draw(template: str, board: Board, **values: object) -> Markup:
    return Markup(render(template, board.look.lang, board=board, look=board.look, **values).strip())


def _head(board: Board) -> Markup:
    _ = board.words
    stages = {
        Stage.GATHER: _("People come in"),
        Stage.SEATED: _("Seated"),
        Stage.PLAY: _("Talks"),
        Stage.PAUSE: _("Pause"),
        Stage.HELD: _("Debrief"),
        Stage.CLOSED: _("Closed"),
    }
    choosing = board.look.stage in (Stage.GATHER, Stage.SEATED)
    too_near = near_home(board.case, board.words) if choosing else ""
    told = (say(KitError(code), board.look.lang) for code in board.look.warnings)
    warnings = tuple(filter(None, (too_near, *told)))
    return _draw("trainer_head.html", board, stage=stages[board.look.stage], warnings=warnings,
                 title=board.words.case(board.case, "title"), summary=summary(board))  # fmt: skip


def _course(board: Board) -> Markup:
    tables = board.look.tables
    timed = board.running or board.look.stage is Stage.HELD
    return _draw("trainer_course.html", board, told=next_sentence(board), taps=course(board),
                 injects=injects(board, tables), hurry=HURRY_MIN if timed else (),
                 can_end=board.running and any(table.can_end_talks for table in tables),
                 can_finish=board.running and any(table.can_finish for table in tables),
                 finish_first=plan_is_played(board) and all_done(board))  # fmt: skip


def _after(board: Board) -> Markup:
    held = board.look.stage is Stage.HELD
    return _draw("trainer_after.html", board, releases=releases(board) if held else (), held=held)


def _plan(board: Board) -> Markup:
    steps = run_sheet(board)
    return _draw("trainer_plan.html", board, steps=steps, drift=drift(board), next=next_step(board, steps))


def _people(board: Board) -> Markup:
    return _draw("trainer_people.html", board, rows=rows(board), free=free_chairs(board))


def _place(board: Board) -> Markup:
    shown = board.open and board.look.people and not all(table.over for table in board.look.tables)
    free, taken = (chairs(board, free=one) for one in (True, False)) if shown else ((), ())
    return _draw("trainer_place.html", board, shown=shown, free=free, taken=taken)


def _say(board: Board) -> Markup:
    return _draw("trainer_say.html", board, numbers=[table.number for table in board.look.tables])


def _said(board: Board) -> Markup:
    return _draw("trainer_said.html", board, messages=tuple(reversed(board.look.messages))[:5])


def _room(board: Board) -> Markup:
    return _draw("trainer_room.html", board, absences=absences(board.words), walls=wall_choices(board))


def _doors(board: Board) -> Markup:
    look, _ = board.look, board.words
    base = look.join_urls[0] if look.join_urls else ""
    links = tuple(urljoin(base, link) for link in look.co_trainer_links)
    return _draw("trainer_doors.html", board, code=code_in_signs(look.code), wall=urljoin(base, look.wall_link),
                 links=tuple((link, qr(link, _("Co-trainer's link"))) for link in links),
                 until=board.hour(look.code_until))  # fmt: skip


def _end(board: Board) -> Markup:
    look = board.look
    return _draw("trainer_end.html", board, languages=language_names(look.languages), saved=_saved(board),
                 folder=board.words.isolate(look.folder))  # fmt: skip


def _saved(board: Board) -> str:
    """Say when and where the moves were saved; nothing before."""
    look, _ = board.look, board.words
    if not look.saved_at:
        return ""
    return _.n(
        "Saved at {time}: {n} table, in {folder}.",
        "Saved at {time}: {n} tables, in {folder}.",
        look.saved_tables,
        time=board.hour(look.saved_at),
        folder=_.isolate(look.folder),
    )


def _table(board: Board, table: TableLook) -> Markup:
    return _draw("trainer_table.html", board, card=card(board, table))


def _hands(board: Board, table: TableLook) -> Markup:
    if not board.open:
        return Markup("")
    may = injects(board, (table,))
    can_end = board.running and table.can_end_talks
    sender = Sender(look=Sent(token=board.look.token), id=board.id)
    seats, left = ((), ()) if table.over else (tuple(table.seats), table.left)  # nobody plays there any more
    return _drawn_hands(sender, board.case, board.look.lang, table.number, seats, left, may, can_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What every form carries."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """As much of a board as a form needs."""

    look: Sent
    id: str


@lru_cache(maxsize=512)
def _drawn_hands(
    sender: Sender,
    case: Case,
    lang: str,
    number: int,
    seats: tuple[str, ...],
    left: tuple[str, ...],
    may: tuple[tuple[str, str, str], ...],
    can_end: bool,
) -> Markup:
    """Draw what can be changed at a table; it is the same most of the time, so it is kept."""
    signs = seat_signs(case, lang)
    return Markup(
        render(
            "trainer_hands.html",
            lang,
            board=sender,
            number=number,
            seats=tuple((seat, signs[seat][0]) for seat in seats),
            gone=tuple((seat, signs[seat][0]) for seat in left),
            holders=holders(words_of(lang)),
            injects=may,
            can_end=can_end,
        ).strip()
    )


PARTS: Mapping[str, Callable[[Board], Markup]] = {
    "head": _head,
    "course": _course,
    "after": _after,
    "plan": _plan,
    "people": _people,
    "place": _place,
    "say": _say,
    "said": _said,
    "room": _room,
    "doors": _doors,
    "end": _end,
}
"""Part -> what draws it; two parts for each table follow."""
