"""What was said at a table of packages, in its order; partners have a voice of their own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.lessons.negotiation.table_meeting import TableMeeting
from dastarkhan.lessons.negotiation.worth import span, worth
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.partner_words import says, step
from dastarkhan.lessons.shared_river.talks.talk_log import say_move, say_offer
from dastarkhan.lessons.shared_river.talks.voices import Happened
from simulations.games.talks import NOT_SAID
from simulations.table import Move

VOICED = {"accept": Happened.YES, "reject": Happened.NO}
NEAR = 2 / 3
TWO = 2


def log_lines(meeting: TableMeeting, _: Words) -> tuple[str, ...]:
    """Every line of the talks as HTML, the oldest first."""
    return tuple(_lines(meeting, _))


def log_html(meeting: TableMeeting, _: Words) -> str:
    """The newest lines, and the older ones folded; nothing before anybody has spoken."""
    lines, newest = log_lines(meeting, _), len(meeting.case.sides)
    if not lines:
        return ""
    older, last = lines[:-newest], lines[-newest:]
    heading = escape(_("What was said before"))
    folded = f"<details><summary>{heading}</summary><ol class='dk-log'>{''.join(older)}</ol></details>" if older else ""
    return f"{folded}<ol class='dk-log'>{''.join(last)}</ol>"


def _lines(meeting: TableMeeting, _: Words) -> Iterator[str]:
    case, listener = meeting.case, (meeting.people or tuple(meeting.case.sides))[0]
    newest: dict[str, Mapping[str, Any]] = {}
    happened: Counter[Happened] = Counter()  # of all partners together, so that no two say the same one after the other
    for place, move in enumerate(meeting.record.moves):
        side = meeting.side_of(move.seat)
        before = newest.get(side)
        told = say_offer(case, before, move.data, _) if move.kind == "offer" else say_move(case, move, _)
        voice = ""
        what = _happened(meeting, move, listener, before, place)
        if what is not None and side not in meeting.people and meeting.partner is not None:
            happened[what] += 1
            voice = f"<q>{escape(says(meeting.partner, what, happened[what] - 1, _))}</q>"
        if move.kind == "offer":
            newest[side] = move.data
        if told:
            letter = escape(_.case(case, f"sides.{side}.letter"))
            seal = f"<span class='dk-seal' aria-hidden='true'>{letter}</span>"
            yield f"<li>{seal}<div><b>{escape(side_name(case, side, _))}:</b> {escape(told)}{voice}</div></li>"


def _happened(
    meeting: TableMeeting, move: Move, listener: str, before: Mapping[str, Any] | None, place: int
) -> Happened | None:
    """What a partner's sentence has to fit; large steps have none, since their sentences speak of water."""
    if move.kind == "offer":
        case = meeting.case
        late = place > NEAR * int(case.data["talks"]["rounds"]) * 2
        what = step(
            None if before is None else worth(case, listener, before),
            worth(case, listener, move.data),
            span(case, listener),
            same=before is not None and dict(before) == dict(move.data),
            near_end=late,
        )
        return Happened.OTHER_WAY if what is Happened.BIG_STEP else what
    if move.kind == "tell":
        return Happened.NOT_SAID if move.data["answer"] == NOT_SAID else Happened.ANSWER
    # The sentences speak of two who meet; among many a plain yes or no is enough.
    return VOICED.get(move.kind) if len(meeting.case.sides) == TWO else None
