"""The tables as a trainer sees them: who sits there, what lies on the table, whom it waits for, what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dastarkhan.languages import Words, mark
from dastarkhan.live.pages.board import Board
from dastarkhan.live.pages.debrief import Result, results
from dastarkhan.live.pages.offers import offer_on_table, package_rows
from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.years import no_agreement_words
from dastarkhan.live.room.stages import Presence, Stage
from dastarkhan.live.room.trainer_looks import SeatedPerson, TableLook

SIGNS: Mapping[Presence, tuple[str, str]] = {
    Presence.HERE: ("●", mark("here")),
    Presence.AWAY: ("○", mark("away")),
    Presence.PARTNER: ("◆", mark("a partner plays")),
    Presence.EMPTY: ("–", mark("nobody")),
}
"""A sign and a word for each: never colour alone."""


BETWEEN = " · "
"""Between names: many names of seats hold a comma of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """One seat of a table.

    Attributes
    ----------
    seal : Seal
    seat, who : str
        Name of the seat; nicknames of who holds it.
    sign, word, css_class : str
        Of the presence.
    since : float
        When that began: when somebody came or went, when the chair became empty, when a partner stepped in.
    pair : bool
        Two people share the seat, or the phone of who holds it.
    waits : bool
        The table waits for this seat.
    """

    seal: Seal
    seat: str
    who: str
    sign: str
    word: str
    css_class: str
    since: float
    pair: bool
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """What lies on the table: whose it is, and its terms."""

    title: str
    seal: Seal | None
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One table, ready to be shown.

    Attributes
    ----------
    number : int
    state, state_class : str
        In one or two words, and its class.
    where : str
        Year or round.
    chairs : tuple of Chair
    gone : str
        Seats that left.
    lying : Lying or None
    waits_for : str
    since : float
        When it began to wait; 0 where it waits for nobody.
    came_in : str
        What the trainer has brought in this year.
    breaks : tuple of Seal
        Sides that take their break now.
    why_not : str
    results : tuple of Result
        For the trainer alone.
    """

    number: int
    state: str
    state_class: str
    where: str
    chairs: tuple[Chair, ...]
    gone: str
    lying: Lying | None
    waits_for: str
    since: float
    came_in: str
    breaks: tuple[Seal, ...]
    why_not: str
    results: tuple[Result, ...]


def card(board: Board, table: TableLook) -> Card:
    """Return a table in words."""
    _, seen = board.words, board.seen(table)
    state, css = _state(board, table)
    waits = table.waits_for if board.look.stage is Stage.PLAY else ()
    return Card(
        number=table.number,
        state=state,
        state_class=css,
        where=_where(table, _),
        chairs=tuple(_chairs(board, table)),
        gone=BETWEEN.join(board.seat_name(seat) for seat in table.left),
        lying=_lying(board, table),
        waits_for=BETWEEN.join(_waited(board, waits)),
        since=table.waits_since if waits else 0.0,
        came_in=BETWEEN.join(map(board.inject_name, table.view["injects"])),
        breaks=tuple(seen.seal(side) for side in table.on_break) if seen.talks_on else (),
        why_not=no_agreement_words(seen.talk.get("no_agreement"), _),
        results=results(seen),
    )


def _state(board: Board, table: TableLook) -> tuple[str, str]:
    _ = board.words
    if table.over:
        if board.look.years:
            return _("All years are over"), "done"
        # Two words of the same weight: a reasoned no is a result too.
        return (_("Agreed"), "done") if table.agreed else (_("Over, without agreement"), "done")
    if board.look.stage in (Stage.GATHER, Stage.SEATED):
        return _("Reads the brief"), "quiet"
    if table.year_done:
        return _("The year is over"), "done"
    if not board.sitting_at(table.number):
        return _("Nobody is here"), "alarm"
    return _("Talks"), "quiet"


def _waited(board: Board, seats: tuple[str, ...]) -> Iterator[str]:
    """Name the sides that the table waits for; a lone seat by its own name."""
    by_side: dict[str, list[str]] = {}
    for seat in seats:
        by_side.setdefault(board.seat_seal(seat).name, []).append(seat)
    for side, waited in by_side.items():
        if len(waited) > 1 and board.seat_seal(waited[0]).letter:
            yield side
        else:
            yield from map(board.seat_name, waited)


def _where(table: TableLook, _: Words) -> str:
    view = table.view
    if "years" in view:
        return _("Year {n} of {total}", n=view["year"] - table.year_done, total=view["years"])
    talk = view.get("talk")
    return _("Round {n} of {total}", n=talk["round"], total=talk["rounds"]) if talk else ""


def _chairs(board: Board, table: TableLook) -> Iterator[Chair]:
    _ = board.words
    for seat, presence in table.seats.items():
        people = board.sitting.get((table.number, seat), ())
        sign, word = SIGNS[presence]
        yield Chair(
            seal=board.seat_seal(seat),
            seat=board.seat_name(seat),
            who=BETWEEN.join(board.person_name(one) for one in people),
            sign=sign,
            word=_.marked(word),
            css_class=presence.value,
            since=_since(table, seat, people),
            pair=len(people) > 1 or any(one.pair for one in people),
            waits=seat in table.waits_for and board.look.stage is Stage.PLAY,
        )


def _since(table: TableLook, seat: str, people: tuple[SeatedPerson, ...]) -> float:
    """Return when it began that somebody, nobody or a partner is at a seat."""
    presence, held = table.seats[seat], table.held_since[seat]
    if presence is Presence.HERE:
        return min((one.since for one in people if one.here), default=held)
    if presence is Presence.AWAY:
        return max((one.since for one in people), default=held)
    return held


def _lying(board: Board, table: TableLook) -> Lying | None:
    """Return the offer on the table, or else what was agreed."""
    _, seen = board.words, board.seen(table)
    offer = offer_on_table(seen)
    if offer is not None:
        rows, title, seal = offer.rows, _("On the table, from {seat}", seat=offer.seat), offer.seal
    elif seen.talk.get("agreement"):
        rows, title, seal = package_rows(seen, seen.talk["agreement"]), _("Agreed"), None
    else:
        return None
    return Lying(
        title=title, seal=seal, terms=tuple(_("{term}: {option}", term=row.title, option=row.option) for row in rows)
    )
