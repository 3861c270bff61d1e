"""What the wall may show after the talks: never what would point at a table."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.wall import wall_parts
from dastarkhan.live.room.looking import seat_look, wall_look
from dastarkhan.live.room.stages import Release, Stage
from simulations.errors import KitError
from tests.live.rooms import come_in, do, open_room, play_the_year, play_to_the_end, release_all, url_in


def run(story: Any) -> None:
    asyncio.run(story)


@pytest.mark.parametrize(
    ("n_people", "n_tables", "steps"),
    [
        (6, 1, [Release.OWN, Release.RELATIONS, Release.STRESS]),
        (12, 2, [Release.OWN, Release.STRESS]),
        (18, 3, [Release.OWN, Release.RELATIONS, Release.STRESS]),
    ],
)
def test_few_tables_go_on_without_what_would_point_at_one(
    tmp_path: Path, n_people: int, n_tables: int, steps: list[Release]
) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, n_people)
        await do(room, "start")
        await play_to_the_end(room, people)
        assert len(room.tables) == n_tables
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "release", what=Release.DOTS)  # an old page may still have the button
        assert await release_all(room) == steps
        wall = wall_look(room, "x")
        assert wall.results == ()
        assert len(wall.records) == (n_tables if Release.RELATIONS in steps else 0)
        seat = seat_look(room, people[0])
        assert Release.STRESS in seat.released
        assert seat.debrief is not None
        await room.stop()

    run(story())


def test_a_lone_table_without_agreement_has_no_dot_and_the_others_keep_their_years(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 42)
        await do(room, "start")
        for year in (1, 2, 3):
            await do(room, "end_talks", table=1)
            await play_the_year(room, people)
            if year < 3:
                await do(room, "next_year")
        assert room.stage is Stage.HELD
        assert room.agreed == (False, *[True] * (len(room.tables) - 1))
        assert len(room.tables) > 5
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "release", what=Release.DOTS)
        assert await release_all(room) == [Release.OWN, Release.RELATIONS, Release.STRESS]
        wall = wall_look(room, "x")
        assert wall.pictures == (Release.RELATIONS, Release.STRESS)
        assert 'class="shown stress"' in wall_parts(wall)["main"]
        await room.stop()

    run(story())
