"""A room that is late: what gives way, and what does not."""

import pytest

from dastarkhan.guides import plan, read_guide
from dastarkhan.guides.vocabulary import Phase
from dastarkhan.live.room.timing import LEAST_SHARE, replanned

STEPS = plan(read_guide("11"), "90").steps
MINUTES = [one.minutes for one in STEPS]


def test_a_room_in_time_keeps_the_plan() -> None:
    kept = replanned(STEPS, 2, sum(MINUTES[:2]) + 3, 3)
    assert kept.minutes == tuple(MINUTES)
    assert kept.late_min == pytest.approx(0)
    assert kept.over_min == 0


def test_before_the_first_step_nothing_is_late() -> None:
    assert replanned(STEPS, -1, 0, 0).minutes == tuple(MINUTES)


@pytest.mark.parametrize("late", [3, 6, 10])
def test_later_work_gives_way_by_the_same_share_and_the_debrief_keeps_its_minutes(late: int) -> None:
    told = replanned(STEPS, 1, sum(MINUTES[:1]) + late, 0)
    assert told.late_min == pytest.approx(late)
    coming = range(2, len(STEPS))
    debrief = [place for place in coming if STEPS[place].step.phase is Phase.DEBRIEF]
    work = [place for place in coming if place not in debrief]
    assert [told.minutes[place] for place in debrief] == [MINUTES[place] for place in debrief]
    shares = {round(told.minutes[place] / MINUTES[place], 9) for place in work}
    assert len(shares) == 1
    left = sum(MINUTES) - (sum(MINUTES[:1]) + late) - MINUTES[1]
    assert sum(told.minutes[place] for place in coming) == pytest.approx(left)
    assert told.over_min == pytest.approx(0)


def test_nothing_is_cut_below_half_and_what_does_not_fit_is_said() -> None:
    told = replanned(STEPS, 1, 80, 0)
    work = [place for place in range(2, len(STEPS)) if STEPS[place].step.phase is not Phase.DEBRIEF]
    assert all(told.minutes[place] == MINUTES[place] * LEAST_SHARE for place in work)
    assert told.over_min > 0


def test_a_step_that_runs_too_long_makes_the_room_late() -> None:
    told = replanned(STEPS, 2, sum(MINUTES[:2]) + MINUTES[2] + 4, MINUTES[2] + 4)
    assert told.late_min == pytest.approx(4)


def test_who_is_early_gets_nothing_longer() -> None:
    told = replanned(STEPS, 3, 1, 0)
    assert told.late_min < 0
    assert told.minutes == tuple(MINUTES)
