"""News for all tables: those that still talk when they come."""

import asyncio
from pathlib import Path
from typing import Any

from dastarkhan.live.room.looking import wall_look
from dastarkhan.live.room.room import Room
from tests.live.rooms import TurnableClock, choices_of, choose, come_in, do, open_room, play_the_year, settle, url_in


def run(story: Any) -> None:
    asyncio.run(story)


async def started(tmp_path: Path, case: str, n_people: int) -> tuple[Room, TurnableClock, list[str]]:
    clock = TurnableClock()
    room = await open_room(url_in(tmp_path), case, clock)
    people = await come_in(room, n_people)
    await do(room, "start")
    clock.now += 60
    return room, clock, people


def news(room: Room) -> tuple[str, ...]:
    return wall_look(room, "http://x/").news


def test_a_table_that_was_over_keeps_no_news_from_the_wall(tmp_path: Path) -> None:
    async def story() -> None:
        room, clock, _people = await started(tmp_path, "fair", 18)
        first, second = tuple(room.state.case.injects)[:2]
        assert len(room.tables) >= 3
        await do(room, "end_talks", table=1)
        clock.now += 60
        await do(room, "inject", inject=first, table="all")
        assert news(room) == (first,)
        await do(room, "inject", inject=second, table=2)
        assert news(room) == (first,), "the third table still talks and has not heard it"
        clock.now += 60
        for number in list(room.tables)[2:]:
            await do(room, "end_talks", table=number)
        assert news(room) == (first,), "who ended later was there when it came, and did not hear it"
        await room.stop()

    run(story())


def test_a_river_whose_year_was_closed_keeps_no_news_from_the_wall(tmp_path: Path) -> None:
    async def story() -> None:
        room, clock, people = await started(tmp_path, "ayna", 12)
        seated = [one for one in people if (room.state.place_of(one) or (0, ""))[0] == 1]
        await play_table(room, seated)
        assert room.year_waits(room.tables[1])
        clock.now += 60
        await do(room, "inject", inject="drought", table=2)
        assert news(room) == ("drought",)
        clock.now += 60
        await play_the_year(room, people)
        assert news(room) == ("drought",), "what closed its year with it has heard it"
        await do(room, "next_year")
        assert news(room) == ()
        await room.stop()

    run(story())


async def play_table(room: Room, seated: list[str]) -> None:
    """Table 1 closes its year alone; the other one waits."""
    await do(room, "end_talks", table=1)
    await settle(room)
    while not room.year_waits(room.tables[1]):
        await play_one(room, seated)


async def play_one(room: Room, seated: list[str]) -> None:
    person = next(one for one in seated if (room.state.place_of(one) or (0, ""))[1] in room.tables[1].waits_for)
    kind = next(choice.kind for choice in choices_of(room, person)[1] if not choice.may_wait)
    await choose(room, person, kind)
