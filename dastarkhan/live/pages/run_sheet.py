"""The run-sheet beside the tables: what the trainer says and does, and how long it may still take."""

from dataclasses import dataclass

from dastarkhan.live.pages.board import Board, guide_words
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.timing import ROLE_DOWN, TALKS


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStep:
    """One step, in the trainer's language.

    Attributes
    ----------
    number : int
        Place in the plan, from 0.
    title, say, do : str
    minutes, planned : str
        As they are now; as the guide says, ``""`` where that is the same.
    done, runs : bool
    """

    number: int
    title: str
    say: str
    do: str
    minutes: str
    planned: str
    done: bool
    runs: bool


def run_sheet(board: Board) -> tuple[SheetStep, ...]:
    """Return all steps in words."""
    _, look = board.words, board.look
    if not look.guide:
        return ()
    guide = guide_words(look.lang, look.guide)
    return tuple(
        SheetStep(
            number=place,
            title=guide.marked(step.title, context="steps.title"),
            say=guide.marked(step.say, context="steps.say"),
            do=guide.marked(step.do, context="steps.do"),
            minutes=board.minutes(step.minutes),
            planned=board.minutes(step.planned_min) if round(step.minutes) != round(step.planned_min) else "",
            done=step.done,
            runs=step.runs,
        )
        for place, step in enumerate(look.plan)
    )


def drift(board: Board) -> str:
    """Say how far the room is from its plan; nothing within two minutes."""
    _, late = board.words, round(board.look.late_min)
    if late >= 2:
        told = _.n("You are {n} minute behind.", "You are {n} minutes behind.", late)
        return f"{told} {_('Later steps are shorter now; the debrief keeps its time.')}"
    if late <= -2:
        return _.n("You are {n} minute ahead.", "You are {n} minutes ahead.", -late)
    return ""


def next_step(board: Board, steps: tuple[SheetStep, ...]) -> SheetStep | None:
    """Return the step after the one that runs, the first one before anything runs; None after the last.

    None too where the game leads on: to the talks by the start, and from them by the last table, or by who finishes.
    """
    runs = next((step.number for step in steps if step.runs), -1)
    if runs + 1 >= len(steps):
        return None
    id, stage = board.look.plan[runs + 1].id, board.look.stage
    by_start = id.startswith(TALKS) and stage in (Stage.GATHER, Stage.SEATED)
    by_the_game = id == ROLE_DOWN and stage in (Stage.PLAY, Stage.PAUSE)
    return None if by_start or by_the_game else steps[runs + 1]
