"""The games of talks that a person has saved: read with care, and told to the activities that look back."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dastarkhan.lessons.saved import one_of, part
from dastarkhan.lessons.shared_river.meeting import Meeting
from dastarkhan.lessons.shared_river.partner_words import MANNERS
from simulations.table import Case

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

KEY = "negotiate"
MOST_EARLIER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What one year of talks led to.

    Attributes
    ----------
    side : str or None
        The person's side; None when two people sat on both.
    partner : str or None
        Who sat opposite, a key of ``simulations.games.river_partners.PARTNERS``; None for a person.
    year : int
        From 1.
    package : mapping of str to int, or None
        The agreement, term by term.
    reason : str or None
        Why there was none.
    mode : str
        ``"partner"`` or ``"two"``.
    """

    side: str | None
    partner: str | None
    year: int
    package: Mapping[str, int] | None
    reason: str | None
    mode: str


def latest_agreements(lesson: "Lesson") -> tuple[Played, ...]:
    """What came of every year of talks that the person has lived, newest last."""
    state = lesson.progress.entry(KEY).state
    found: list[Played] = []
    for game in (*clean_earlier(lesson.case, state.get("earlier")), clean_game(lesson.case, state.get("game"))):
        if game is not None:
            found += _years(game, meeting_of(lesson.case, game))
    return tuple(found)


def clean_game(case: Case, saved: object) -> dict[str, Any] | None:
    """A saved game that can be played on, or None."""
    found = part(saved)
    side, partner = one_of(found.get("side"), case.sides), one_of(found.get("partner"), MANNERS)
    if (side is None) is not (partner is None):  # two people sit on no side of their own and have no partner
        return None
    if not Meeting.readable(case, side, partner, found.get("record")):
        return None
    return {"side": side, "partner": partner, "record": found["record"]}


def clean_earlier(case: Case, saved: object) -> list[dict[str, Any]]:
    """The newest of the finished games that can still be read."""
    games = [clean_game(case, one) for one in saved] if isinstance(saved, list) else []
    return [game for game in games if game is not None][-MOST_EARLIER:]


def meeting_of(case: Case, game: Mapping[str, Any]) -> Meeting:
    """Sit down again at the table of a clean game."""
    return Meeting.read(case, game["partner"], game["record"])


def _years(game: Mapping[str, Any], meeting: Meeting) -> list[Played]:
    return [
        Played(
            side=game["side"],
            partner=game["partner"],
            year=int(year["year"]),
            package=MappingProxyType(dict(year["agreement"])) if year["agreement"] else None,
            reason=year["no_agreement"],
            mode="partner" if game["partner"] else "two",
        )
        for year in meeting.closed
    ]
