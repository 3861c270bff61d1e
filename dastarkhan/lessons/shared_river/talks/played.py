"""The games of talks that a person has saved: read with care, and told to the activities that look back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dastarkhan.lessons.saved import one_of, part
from dastarkhan.lessons.shared_river.rivers import river, rivers
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS
from dastarkhan.lessons.shared_river.talks.talk_log import TALK_KINDS
from simulations.games.terms import Package
from simulations.table import Case, Move

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

KEY = "negotiate"
MOST_EARLIER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One year of talks that a person has held and lived.

    Attributes
    ----------
    meeting : Meeting
        The game it belongs to.
    side : str or None
        The person's side; None when two people sat on both.
    partner : str or None
        Who sat opposite, a key of ``simulations.games.river_partners.PARTNERS``; None for a person.
    closed : mapping
        The year as the game tells it to everybody.
    said : tuple of Move
        What was said at the table in that year.
    """

    meeting: Meeting
    side: str | None
    partner: str | None
    closed: Mapping[str, Any]
    said: tuple[Move, ...]

    @property
    def case(self) -> Case:
        """The river it was about."""
        return self.meeting.case

    @property
    def year(self) -> int:
        """The year's number, from 1."""
        return int(self.closed["year"])

    @property
    def talks(self) -> tuple[int, int]:
        """Which talks they were, whatever comes before or after them: the game's own number and the year."""
        return (self.meeting.record.seed, self.year)

    @property
    def package(self) -> Mapping[str, int] | None:
        """The agreement, term by term."""
        agreed = self.closed["agreement"]
        return MappingProxyType(dict(agreed)) if agreed else None

    @property
    def reason(self) -> str | None:
        """Why there was no agreement."""
        reason: str | None = self.closed["no_agreement"]
        return reason


def years_talked(lesson: "Lesson") -> tuple[Played, ...]:
    """Every year of talks that the person has held and lived, with an agreement or without, newest last."""
    state = lesson.entry(KEY).state
    games = (*clean_earlier(lesson, state.get("earlier")), clean_game(lesson, state.get("game")))
    each = [_years(game["river"], game["side"], game["partner"], game["record"]) for game in games if game is not None]
    return tuple(year for years in each for year in years)


def newest_talks(lesson: "Lesson") -> tuple[int, ...]:
    """Which talks were the last, see `Played.talks`; nothing before there were any."""
    years = years_talked(lesson)
    return years[-1].talks if years else ()


def newest_case(lesson: "Lesson") -> Case:
    """The river that the newest talks were about; the lesson's own when there were none."""
    return case_of(lesson, newest_talks(lesson))


def case_of(lesson: "Lesson", talks: Sequence[int]) -> Case:
    """The river that some talks were about; the lesson's own when they are not kept."""
    found = (one.case for one in years_talked(lesson) if one.talks == tuple(talks))
    return next(found, lesson.case)


def newest_package(lesson: "Lesson", case: Case) -> Package | None:
    """The person's newest agreement on a river; another river has other terms."""
    here = [one for one in years_talked(lesson) if one.case.id == case.id]
    return next((one.package for one in reversed(here) if one.package is not None), None)


def clean_game(lesson: "Lesson", saved: object) -> dict[str, Any] | None:
    """A saved game that can be played on, or None."""
    found = part(saved)
    name = one_of(found.get("river"), rivers(), lesson.case.id)
    side, partner = one_of(found.get("side"), river(name).sides), one_of(found.get("partner"), MANNERS)
    if (side is None) is not (partner is None):  # two people sit on no side of their own and have no partner
        return None
    record = found.get("record")
    if not isinstance(record, str):
        return None
    game = {"river": name, "side": side, "partner": partner, "record": record}
    return None if meeting_of(game) is None else game


def clean_earlier(lesson: "Lesson", saved: object) -> list[dict[str, Any]]:
    """The newest of the finished games that can still be read."""
    games = [clean_game(lesson, one) for one in saved] if isinstance(saved, list) else []
    return [game for game in games if game is not None][-MOST_EARLIER:]


def meeting_of(game: Mapping[str, Any] | None) -> Meeting | None:
    """Sit down again at the table of a game; None when there is none or it cannot be played on."""
    return None if game is None else _meeting(game["river"], game["side"], game["partner"], game["record"])


@lru_cache(maxsize=64)
def _meeting(name: str, side: str | None, partner: str | None, record: str) -> Meeting | None:
    """Replay a game once: what looks back asks for every game at every tap."""
    return Meeting.read(river(name), side, partner, record)


@lru_cache(maxsize=64)
def _years(name: str, side: str | None, partner: str | None, record: str) -> tuple[Played, ...]:
    meeting = _meeting(name, side, partner, record)
    if meeting is None:
        return ()
    said = _said_by_year(meeting.record.moves)
    return tuple(
        Played(meeting=meeting, side=side, partner=partner, closed=year, said=said.get(int(year["year"]), ()))
        for year in meeting.closed
    )


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
