"""The talks that a person has held in this lesson, and whether the role is put down after them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dastarkhan.lessons.negotiation.table_meeting import TableMeeting
from dastarkhan.lessons.negotiation.table_talks import TableTalks
from dastarkhan.lessons.saved import part, whole

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

TABLES = ("one_issue", "three_issues", "wide_table")
"""The activities with talks, the easiest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Talks that are over.

    Attributes
    ----------
    key : str
        The activity in which they were held.
    sides : tuple of str
        Those that people played.
    meeting : TableMeeting
    """

    key: str
    sides: tuple[str, ...]
    meeting: TableMeeting


def held_talks(lesson: "Lesson") -> tuple[Held, ...]:
    """Every table's newest talks that came to an end, the easiest first."""
    found = []
    for key in TABLES:
        state = part(lesson.entry(key).state)
        game, kind = part(state.get("game")), lesson.kind(key)
        meeting = _over(kind, game)
        if meeting is not None:
            found.append(Held(key=key, sides=tuple(meeting.people), meeting=meeting))
    return tuple(found)


def _over(kind: Any, game: Any) -> TableMeeting | None:
    from dastarkhan.lessons.negotiation.table_talks import case_named

    if not issubclass(kind, TableTalks) or game.get("case") not in kind.CASES:
        return None
    sides = game.get("sides")
    if not isinstance(sides, list):
        return None
    case = case_named(game["case"])
    meeting = TableMeeting.take_up(case, tuple(map(str, sides)), game.get("partner"), game.get("record"))
    return meeting if meeting is not None and not meeting.talking else None


def newest(lesson: "Lesson") -> list[int]:
    """Which talks a card belongs to: how many games were begun at each table."""
    counts = [whole(part(lesson.entry(key).state).get("games"), 0, 999) for key in TABLES]
    return counts if held_talks(lesson) else []


def is_down(lesson: "Lesson") -> bool:
    """Whether the newest role is put down, so that numbers may be shown; without talks there is no role."""
    entry, now = lesson.entry("put_down"), newest(lesson)
    return bool(now) and entry.done and entry.state.get("talks") == now
