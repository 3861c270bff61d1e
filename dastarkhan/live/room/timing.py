"""The run-sheet against the clock: what is left of every step when a room is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dastarkhan.guides import PlannedStep, plan, read_guide
from dastarkhan.guides.vocabulary import Phase
from dastarkhan.live.room.state import RoomState

TALKS = "talks_"
"""How the ids of the steps begin in which people talk at their tables; the number of the year follows."""
ROLE_DOWN = "role_down"
"""Id of the step after the talks."""
LEAST_SHARE = 0.5
"""A step is never cut below half; then the room is late, and the trainer sees how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """A plan as it can still be kept.

    Attributes
    ----------
    minutes : tuple of float
        Of each step; those that are done keep what was planned.
    late_min : float
        How far behind the plan the room is now; negative: ahead.
    over_min : float
        What still does not fit although everything is cut as far as it may be.
    """

    minutes: tuple[float, ...]
    late_min: float
    over_min: float


def steps_of(state: RoomState) -> tuple[PlannedStep, ...]:
    """Return the steps of a room's plan; none without a plan."""
    return _steps(state.guide, state.plan) if state.plan else ()


@lru_cache(maxsize=8)
def _steps(guide: str, name: str) -> tuple[PlannedStep, ...]:
    return tuple(plan(read_guide(guide.removeprefix("guide_")), name).steps)


def replanned(steps: Sequence[PlannedStep], current: int, elapsed_min: float, in_step_min: float) -> Replanned:
    """Fit what is left into the time that is left.

    The debrief keeps its minutes: it is what people learn from. The other steps that are still to come give way by
    the same share, down to half.

    Parameters
    ----------
    steps : sequence of PlannedStep
    current : int
        Place of the step that runs; -1 before the first.
    elapsed_min : float
        Since the beginning, without pauses.
    in_step_min : float
        Since the running step began.
    """
    planned = [float(one.minutes) for one in steps]
    before = sum(planned[: max(current, 0)])
    running = planned[current] if current >= 0 else 0.0
    late = elapsed_min - before - min(in_step_min, running)
    left = sum(planned) - elapsed_min - max(0.0, running - in_step_min)
    coming = range(current + 1, len(planned))
    kept = sum(planned[place] for place in coming if steps[place].step.phase is Phase.DEBRIEF)
    gives = sum(planned[place] for place in coming) - kept
    share = 1.0 if gives <= 0 else min(1.0, max(LEAST_SHARE, (left - kept) / gives))
    minutes = [
        planned[place] * share if place in coming and steps[place].step.phase is not Phase.DEBRIEF else planned[place]
        for place in range(len(planned))
    ]
    over = sum(minutes[place] for place in coming) - left
    return Replanned(minutes=tuple(minutes), late_min=late, over_min=max(0.0, over))
