"""A person's own talks, looked back at: who offered, who asked, what a dry year did to what was agreed."""

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, text_of
from dastarkhan.lessons.shared_river.afterwards.agreement_words import signed
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name, weather_name
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import Played, years_talked
from simulations.games.agreements import year_under
from simulations.games.river_years import weather
from simulations.table import Case, Move

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


def was_asked(year: Played, question: str, side: str | None) -> bool:
    """Whether a side asked a question in that year; any side, when none is named."""
    return any(
        move.kind == "ask" and move.data.get("question") == question and side in (None, year.meeting.side_of(move.seat))
        for move in year.said
    )


def what_happened(lesson: "Lesson") -> str:
    """Facts of the newest game to look at together, as HTML; nothing when there was none."""
    _, years = lesson.words, years_talked(lesson)
    if not years:
        return ""
    game = [one for one in years if one.meeting.record == years[-1].meeting.record]
    said = [move for one in game for move in one.said]
    meeting, case = game[-1].meeting, game[-1].case
    lines = [
        _("Offers: {who}.", who=_by_side(meeting, said, "offer", _)),
        _("Questions: {who}.", who=_by_side(meeting, said, "ask", _)),
        *_questions(said, _),
    ]
    told = [*lines, *(_year_words(case, one, _) for one in game), *_dry_words(case, game, _)]
    heading = escape(_("Your newest talks, as the record tells them"))
    return f"<div class='dk-slip'><b>{heading}</b><ul>{''.join(f'<li>{escape(one)}</li>' for one in told)}</ul></div>"


def _by_side(meeting: Meeting, said: list[Move], kind: str, _: Words) -> str:
    count = Counter(meeting.side_of(move.seat) for move in said if move.kind == kind)
    case = meeting.case
    return _.listed([f"{side_name(case, side, _)} {_.number(count[side])}" for side in sides_by_name(case, _)])


def _questions(said: list[Move], _: Words) -> list[str]:
    asked = dict.fromkeys(str(move.data.get("question")) for move in said if move.kind == "ask")
    quoted = [_("“{question}”", question=text_of(QUESTIONS, question, _)) for question in asked]
    return [_("Asked: {questions}", questions=" ".join(quoted))] if quoted else []


def _year_words(case: Case, one: Played, _: Words) -> str:
    nature = weather_name(case, str(one.closed["card"]), _)
    if one.closed["agreement"]:
        return _("Year {n}: {card}, with an agreement.", n=one.year, card=nature)
    why = text_of(NO_AGREEMENT, one.closed["no_agreement"] or "", _)
    return _("Year {n}: {card}, no agreement. “{why}”", n=one.year, card=nature, why=why)


def _dry_words(case: Case, game: list[Played], _: Words) -> list[str]:
    """What an agreement did in every dry year, beside acting alone; numbers are free once the role is put down."""
    told = []
    for one in game:
        card = str(one.closed["card"])
        if weather(case)[card] >= 1 or not one.closed["agreement"]:
            continue
        points, alone = one.meeting.state.closed[one.year - 1]["points"], year_under(case, card, None).points
        each = [
            f"{side_name(case, side, _)} {signed(points[side] - alone[side], _)}" for side in sides_by_name(case, _)
        ]
        told.append(_("The dry year {n}, in points beside acting alone: {who}.", n=one.year, who=_.listed(each)))
    return told
