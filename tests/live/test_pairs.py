"""Two people at one phone: they are counted as two, and read that they share their seat."""

import asyncio
from pathlib import Path

from dastarkhan.live.pages.board import Board
from dastarkhan.live.pages.people import summary
from dastarkhan.live.pages.seat import seat_page
from dastarkhan.live.pages.trainer import trainer_parts
from dastarkhan.live.pages.wall import wall_parts
from dastarkhan.live.room import guests
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.room import Room
from tests.live.rooms import do, open_room, url_in


def told(room: Room) -> str:
    return summary(Board(trainer_look(room, "trainer1", "en", (), ())))


def test_trainer_and_wall_count_people_and_not_phones(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path))
        pairs = [await guests.join(room, lang="en", pair=True) for _ in range(2)]
        await guests.join(room, lang="en")
        for person in pairs:
            await room.came(person)
        assert told(room) == "5 people, 4 of them here"
        look = wall_look(room, "http://x/")
        assert look.n_people == 5
        assert "5 people are here." in "".join(wall_parts(look).values())
        await do(room, "seat")
        people = trainer_parts(trainer_look(room, "trainer1", "en", (), ()))["people"]
        assert "4 people have a seat and are here" in people
        await room.stop()

    asyncio.run(tell())


def test_a_pair_reads_that_it_shares_the_seat(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path))
        pair, other = [await guests.join(room, lang="en", pair=two) for two in (True, False)]
        await do(room, "start")
        assert "Two of you share this seat." in seat_page(seat_look(room, pair))
        assert "Two of you share this seat." not in seat_page(seat_look(room, other))
        await room.stop()

    asyncio.run(tell())
