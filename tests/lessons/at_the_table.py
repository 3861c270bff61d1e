"""Sit at the river's table as a person would: build offers, answer, agree or stop, and let the years come."""

import re
from typing import Any

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.own_value import gain, mean
from simulations.games.agreements import package_points
from simulations.games.terms import packages
from tests.lessons.screen import buttons, press, radios, select, take, words_on

SIDES = ("springs", "gardens")


def sit_down(river: Lesson, side: str | None, partner: str) -> Any:
    talks = river.activity("negotiate")
    take(talks.box, partner)
    if side is not None:
        take(talks.box, side)
    press(talks.box, "Sit down at the table")
    return talks


def table(talks: Any) -> Meeting:
    meeting = talks.meeting()
    assert isinstance(meeting, Meeting)
    return meeting


def fill(talks: Any, package: dict[str, int]) -> None:
    """Choose an option in every row of the offer builder, the last choices on the talks' screen."""
    for radio, option in zip(radios(talks.stage)[-len(package) :], package.values(), strict=True):
        radio.value = option


def fair(meeting: Meeting) -> dict[str, int]:
    """A package that helps both sides; a test may look at both sheets."""
    case, year = meeting.case, meeting.year
    every = [dict(one) for one in packages(case, year)]
    return max(every, key=lambda one: min(gain(case, side, one) for side in SIDES))


def make(talks: Any, package: dict[str, int]) -> None:
    fill(talks, package)
    press(talks.stage, "Make this offer" if "Make this offer" in buttons(talks.stage) else "Offer this instead")


def accept(talks: Any) -> None:
    press(talks.stage, "Accept this offer")
    if "Yes, accept it" in buttons(talks.stage):
        press(talks.stage, "Yes, accept it")


def ask_for(meeting: Meeting, side: str) -> dict[str, int]:
    """A person who begins high, comes down step by step, and keeps what the other side needs in mind."""
    every, other = [dict(one) for one in packages(meeting.case, meeting.year)], meeting.other(side)
    points = package_points(meeting.case, meeting.year)
    mine, theirs = points[side], points[other]
    middle = mean(meeting.case, side, fair(meeting))
    left = 1 - meeting.talk["turn"] / meeting.talk["turns"]
    target = middle + left * (max(mine) - middle) / 2
    good = [place for place in range(len(every)) if mine[place] >= target]
    return every[max(good, key=lambda place: theirs[place])]


def agree(talks: Any) -> None:
    """Come down step by step; say yes to what is good enough, or to the last word."""
    while table(talks).talking:
        meeting = table(talks)
        offer, side = meeting.talk["offer"], talks.state["game"]["side"]
        wanted = ask_for(meeting, side)
        enough = offer and mean(meeting.case, side, offer["package"]) >= mean(meeting.case, side, wanted)
        if enough or (offer and "Offer this instead" not in buttons(talks.stage)):
            accept(talks)
        else:
            make(talks, wanted)


def stop(talks: Any) -> None:
    press(talks.stage, "Stop without agreement")
    select(talks.stage, 0, "dry_years")
    press(talks.stage, "Stop without agreement")
    press(talks.stage, "Yes, stop the talks")


def live(talks: Any) -> None:
    """Decide what is one's own to decide, then see the year."""
    while "Decide" in buttons(talks.stage) or "Let the year come" in buttons(talks.stage):
        if "Decide" in buttons(talks.stage):
            select(talks.stage, 0, radios(talks.stage)[0].options[1][1])
            press(talks.stage, "Decide")
        else:
            press(talks.stage, "Let the year come")


def numbers_on(talks: Any) -> set[str]:
    return set(re.findall(r"[−-]?\d+", words_on(talks.stage)))
