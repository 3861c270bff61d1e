"""Talks that are already over, for what follows them: built move by move, without a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import newest_talks
from simulations.games import read_case

FIRST: Mapping[str, int] = {"summer_release": 45, "payment": 60}
THIRD: Mapping[str, int] = {
    "summer_release": 55,
    "payment": 260,
    "maintenance_share": 0,
    "data_sharing": 0,
    "dry_year_rule": 0,
}
NO_CLAUSE = "dry_years"
CASES = ("ayna", "bell", "heron", "swallow")


@dataclass(frozen=True, kw_only=True)
class Year:
    """What one year of talks leads to: a package, or a reason for none; and what is asked before."""

    package: Mapping[str, int] | None = None
    reason: str = NO_CLAUSE
    ask: str | None = None


THREE_YEARS = (Year(package=FIRST, ask="worries"), Year(), Year(package=THIRD))


def plain(text: str) -> str:
    """What is read, without the marks of HTML and of directions."""
    return unescape(text).replace("\u2068", "").replace("\u2069", "")


def hold_talks(
    river: Lesson,
    *years: Year,
    side: str | None = "springs",
    name: str | None = None,
    earlier: tuple[Mapping[str, object], ...] = (),
) -> Mapping[str, object]:
    """Save talks as the table would have, after `earlier` games, and return this game."""
    partner = "conceder" if side else None
    case = river.case if name is None else read_case(name)
    meeting = Meeting.begin(case, side, partner, game=len(earlier))
    for year in years:
        meeting = _live(_talk(meeting, year))
    game = {"river": case.id, "side": side, "partner": partner, "record": meeting.text()}
    entry = river.progress.entry("negotiate")
    state = {"game": game, "earlier": list(earlier), "games": len(earlier) + 1}
    river.progress.save("negotiate", state, done=True, based_on=entry.revision)
    return game


def only_talk(river: Lesson, year: Year, *, side: str) -> None:
    """Save talks that have just ended: the year has not come yet."""
    meeting = _talk(Meeting.begin(river.case, side, "conceder", game=0), year)
    while not (meeting.talking or meeting.due in meeting.people):
        meeting = meeting.live()
    game = {"river": river.case.id, "side": side, "partner": "conceder", "record": meeting.text()}
    entry = river.progress.entry("negotiate")
    river.progress.save("negotiate", {"game": game, "games": 1}, done=False, based_on=entry.revision)


def put_role_down(river: Lesson) -> None:
    """As a person would have done before."""
    entry = river.progress.entry("role_down")
    state = {"at": 3, "talks": list(newest_talks(river))}
    river.progress.save("role_down", state, done=True, based_on=entry.revision)


def _talk(meeting: Meeting, year: Year) -> Meeting:
    if meeting.talk["offer"]:  # a partner has begun
        refused = {"offer": meeting.talk["offer"]["number"], "reason": "too_little"}
        meeting = meeting.add(str(meeting.due), "reject", refused)
    if year.ask:
        one = str(meeting.due)
        meeting = meeting.add(one, "ask", {"question": year.ask})
        meeting = meeting.add(meeting.other(one), "tell", {"question": year.ask, "answer": "not_said"})
    one = str(meeting.due)
    if year.package is None:
        return meeting.add(one, "close", {"reason": year.reason})
    meeting = meeting.add(one, "offer", year.package)
    return meeting.add(meeting.other(one), "accept", {"offer": meeting.talk["offer"]["number"]})


def _live(meeting: Meeting) -> Meeting:
    year = meeting.year
    while not (meeting.over or meeting.talking or meeting.year != year):
        if meeting.due in meeting.people:
            decision = meeting.lawful(str(meeting.due), "decide")[0].data["decision"]
            options = meeting.case.decisions[decision]["options"]
            meeting = meeting.add(str(meeting.due), "decide", {"decision": decision, "value": options[-1]})
        meeting = meeting.live()
    return meeting
