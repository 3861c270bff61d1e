"""A real room for tests: a real store, people who join, and a clock that tests may turn."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dastarkhan.live.beginning import first_entry
from dastarkhan.live.room import guests
from dastarkhan.live.room.acts import act
from dastarkhan.live.room.looking import trainer_look
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Release, Stage
from dastarkhan.live.room.table import LiveTable
from dastarkhan.live.store import Store
from simulations.table import Choice, Move

LANGUAGES = ("en", "kk", "prs", "ru", "ky")


class TurnableClock:
    """Seconds that go on only when a test says so."""

    def __init__(self, now: float = 1_790_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def about(case: str = "fair", **asked: Any) -> Mapping[str, Any]:
    """Data of a first entry."""
    options = {"case": case, "plan": None, "absence": "wait", "wall": "en", **asked}
    return first_entry(argparse.Namespace(**options), "en", 1_790_000_000.0)


def url_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'room.sqlite'}"


async def open_room(url: str, case: str = "fair", clock: TurnableClock | None = None, **asked: Any) -> Room:
    """A new room, or the one that is there."""
    return await Room.begin(await Store.open(url), about(case, **asked), clock=clock or TurnableClock())


async def come_in(room: Room, n: int) -> list[str]:
    """So many people come in, and their pages are open."""
    people = [await guests.join(room, lang=LANGUAGES[place % len(LANGUAGES)]) for place in range(n)]
    for person in people:
        await room.came(person)
    return people


_taps = 0


def tap() -> str:
    """An id as a phone makes it."""
    global _taps
    _taps += 1
    return f"tap{_taps}"


async def do(room: Room, word: str, **fields: Any) -> None:
    """The trainer does something, and everything that follows from it has happened."""
    await act(room, word, {name: str(value) for name, value in fields.items()}, tap())
    await settle(room)


async def settle(room: Room) -> None:
    """Wait until nothing runs beside any more."""
    while tasks := {task for task in room._tasks if not task.done() and "keep_watch" not in repr(task)}:
        for task in tasks:
            await task


def choices_of(room: Room, person: str) -> tuple[LiveTable, tuple[Choice, ...]]:
    """The table of a person, and what the person may do."""
    table, seat = room.state.place_of(person) or (0, "")
    return room.tables[table], room.tables[table].lawful(seat)


async def choose(room: Room, person: str, kind: str, **data: Any) -> None:
    """A person does something lawful of this kind; what is not said is the first option."""
    choices = choices_of(room, person)[1]
    choice = next(one for one in choices if one.kind == kind)
    chosen = {name: data.get(name, options[0]) for name, options in choice.options.items()}
    move = choice.move(tap(), **chosen)
    await play(room, person, Move(id=move.id, seat="", kind=move.kind, data=move.data))
    await settle(room)


def waited_person(room: Room, people: list[str]) -> str:
    """Somebody for whom a table waits."""
    return next(
        person
        for person in people
        if (place := room.state.place_of(person)) and place[1] in room.tables[place[0]].waits_for
    )


async def play_to_the_end(room: Room, people: list[str]) -> None:
    """Play all years."""
    await play_the_year(room, people)
    while room.stage is not Stage.HELD:
        await do(room, "next_year")
        await play_the_year(room, people)


async def play_the_year(room: Room, people: list[str]) -> None:
    """Everybody says yes to whatever lies on the table, and decides the first thing there is."""
    for _ in range(600):
        if room.stage is Stage.HELD:
            return
        waiting = [one for one in room.tables.values() if room.year_waits(one)]
        if waiting and not any(one.waits_for for one in room.tables.values() if room.open_for_moves(one)):
            return
        person = next(
            one
            for one in people
            if (place := room.state.place_of(one))
            and room.open_for_moves(room.tables[place[0]])
            and place[1] in room.tables[place[0]].waits_for
        )
        kinds = [choice.kind for choice in choices_of(room, person)[1] if not choice.may_wait]
        await choose(
            room, person, next(one for one in ("accept", "sponsor", "offer", "tell", "decide", *kinds) if one in kinds)
        )
    raise AssertionError("the game goes on for ever")


async def release_all(room: Room) -> list[Release]:
    """The trainer shows one thing after the other, as long as there is a button."""
    given = []
    while can := trainer_look(room, "trainer1", "en", (), ()).can_release:
        await do(room, "release", what=can[0])
        given.append(can[0])
    return given
