"""The room goes on in its run-sheet: forward only, wherever the trainer has gone already."""

from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.timing import ROLE_DOWN, TALKS, steps_of


async def to_talks(room: Room, number: int, id: str) -> None:
    """Go on to the talks of a year; a package case has but the first.

    Where the run-sheet was there before the talks could begin, their time begins now.
    """
    await _to_step(room, f"{TALKS}{number}", id, anew=room.stage is Stage.SEATED)


async def after_last_table(room: Room) -> None:
    """Go on to what follows the talks, once all tables are over: once in a room, whichever process saw it first."""
    if room.stage is Stage.HELD:
        await _to_step(room, ROLE_DOWN, "held")


async def go_to(room: Room, step: int, id: str) -> None:
    """Go to a step; where the run-sheet begins with it, what is planned before it was done without the room."""
    before = sum(float(one.minutes) for one in steps_of(room.state)[:step])
    await room.tell("step", {"step": step, "before_min": before}, id=id)


async def _to_step(room: Room, step: str, id: str, *, anew: bool = False) -> None:
    place = next((place for place, one in enumerate(steps_of(room.state)) if one.step.id == step), -1)
    if place > room.state.step or (anew and place == room.state.step >= 0):
        await go_to(room, place, f"{id}.step")
