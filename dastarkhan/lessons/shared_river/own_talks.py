"""A person's own talks, looked back at: who offered, who asked, what a dry year did to what was agreed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.agreement_words import side_name, sides_by_name, signed
from dastarkhan.lessons.shared_river.meeting import Meeting
from dastarkhan.lessons.shared_river.played import KEY, clean_earlier, clean_game, meeting_of
from dastarkhan.lessons.shared_river.talk_log import TALK_KINDS
from dastarkhan.lessons.shared_river.talk_words import NO_AGREEMENT, QUESTIONS, text_of
from simulations.games.agreements import year_under
from simulations.games.river_years import weather
from simulations.table import Case, Move

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkYear:
    """One year that a person has talked about and lived.

    Attributes
    ----------
    meeting : Meeting
        The game it belongs to.
    year : int
        From 1.
    closed : mapping
        The year as the game tells it to everybody.
    said : tuple of Move
        What was said at the table in that year.
    """

    meeting: Meeting
    year: int
    closed: Mapping[str, Any]
    said: tuple[Move, ...]


def talk_years(lesson: "Lesson") -> tuple[TalkYear, ...]:
    """Every year of talks that was lived, newest last: one for each of `latest_agreements`, in the same order."""
    state = lesson.progress.entry(KEY).state
    games = (*clean_earlier(lesson.case, state.get("earlier")), clean_game(lesson.case, state.get("game")))
    return tuple(year for game in games if game is not None for year in _years(meeting_of(lesson.case, game)))


def newest_talks(lesson: "Lesson") -> tuple[int, ...]:
    """Which talks were the last: the game's own number and the year; nothing before there were any."""
    years = talk_years(lesson)
    return (years[-1].meeting.record.seed, years[-1].year) if years else ()


def was_asked(year: TalkYear, question: str, side: str | None) -> bool:
    """Whether a side asked a question in that year; any side, when none is named."""
    return any(
        move.kind == "ask" and move.data.get("question") == question and side in (None, year.meeting.side_of(move.seat))
        for move in year.said
    )


def what_happened(lesson: "Lesson") -> str:
    """Facts of the newest game to look at together, as HTML; nothing when there was none."""
    _, years = lesson.words, talk_years(lesson)
    if not years:
        return ""
    game = [one for one in years if one.meeting.record == years[-1].meeting.record]
    said = [move for one in game for move in one.said]
    meeting, case = game[-1].meeting, lesson.case
    lines = [
        _("Offers: {who}.", who=_by_side(meeting, said, "offer", _)),
        _("Questions: {who}.", who=_by_side(meeting, said, "ask", _)),
        *_questions(said, _),
    ]
    told = [*lines, *(_year_words(case, one, _) for one in game), *_dry_words(case, game, _)]
    heading = escape(_("Your newest talks, as the record tells them"))
    return f"<div class='dk-slip'><b>{heading}</b><ul>{''.join(f'<li>{escape(one)}</li>' for one in told)}</ul></div>"


def _years(meeting: Meeting) -> list[TalkYear]:
    said = _said_by_year(meeting.record.moves)
    return [
        TalkYear(meeting=meeting, year=int(one["year"]), closed=one, said=said.get(int(one["year"]), ()))
        for one in meeting.closed
    ]


def _said_by_year(moves: tuple[Move, ...]) -> dict[int, tuple[Move, ...]]:
    """The talks' moves by year: talks that follow weather or decisions belong to the next year."""
    said: dict[int, list[Move]] = {1: []}
    year, lived = 1, False
    for move in moves:
        lived = lived or move.kind in ("card", "decide")
        if move.kind in TALK_KINDS:
            year, lived = year + lived, False
            said.setdefault(year, []).append(move)
    return {year: tuple(each) for year, each in said.items()}


def _by_side(meeting: Meeting, said: list[Move], kind: str, _: Words) -> str:
    count = Counter(meeting.side_of(move.seat) for move in said if move.kind == kind)
    case = meeting.case
    return _.listed([f"{side_name(case, side, _)} {_.number(count[side])}" for side in sides_by_name(case, _)])


def _questions(said: list[Move], _: Words) -> list[str]:
    asked = dict.fromkeys(str(move.data.get("question")) for move in said if move.kind == "ask")
    quoted = [_("“{question}”", question=text_of(QUESTIONS, question, _)) for question in asked]
    return [_("Asked: {questions}", questions=" ".join(quoted))] if quoted else []


def _year_words(case: Case, one: TalkYear, _: Words) -> str:
    nature = _nature(case, str(one.closed["card"]), _)
    if one.closed["agreement"]:
        return _("Year {n}: {card}, with an agreement.", n=one.year, card=nature)
    why = text_of(NO_AGREEMENT, one.closed["no_agreement"] or "", _)
    return _("Year {n}: {card}, no agreement. “{why}”", n=one.year, card=nature, why=why)


def _dry_words(case: Case, game: list[TalkYear], _: Words) -> list[str]:
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


def _nature(case: Case, card: str, _: Words) -> str:
    key = f"cards.{card}.name" if card in case.cards else f"injects.{card}.name"
    return _.case(case, key)
