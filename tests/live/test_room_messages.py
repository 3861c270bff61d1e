"""What a trainer says to a room, and takes away again."""

import asyncio
from pathlib import Path

import pytest

from dastarkhan.live.pages.seat import seat_page
from dastarkhan.live.pages.trainer import trainer_page
from dastarkhan.live.pages.wall import wall_page
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.room import Room
from simulations.errors import KitError
from tests.live.rooms import come_in, do, open_room, url_in


def test_a_message_that_was_taken_away_is_gone_for_good(tmp_path: Path) -> None:
    def told(room: Room, person: str) -> tuple[str, str, str]:
        trainer = trainer_page(trainer_look(room, "trainer1", "en", (), ()))
        return seat_page(seat_look(room, person)), wall_page(wall_look(room, "http://127.0.0.1/")), trainer

    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        people = await come_in(room, 4)
        await do(room, "start")
        await do(room, "message", text="Look at the birds", to="all")
        await do(room, "message", text="Look at my private worry", to="all")
        await do(room, "message", text="Only for you", to="1")
        assert "Only for you" in told(room, people[0])[0]
        assert all("private worry" in page for page in told(room, people[0])[1:])
        for number in ("2", "3"):
            await do(room, "take_away", message=number)
        gone = ("private worry", "Only for you")
        assert not [words for page in told(room, people[0]) for words in gone if words in page]
        assert "birds" not in "".join(told(room, people[0])[:2]), "what was said before does not come back"
        before = room.state
        for number in ("2", "4", "0", "x", ""):
            with pytest.raises(KitError):
                await do(room, "take_away", message=number)
        assert room.state == before
        await room.stop()
        again = await open_room(url_in(tmp_path))
        assert again.state == before
        assert not [words for page in told(again, people[0]) for words in gone if words in page]
        await do(again, "message", text="Five more minutes", to="all")
        assert [said.number for said, _to in again.state.messages] == [1, 2, 3, 4]
        assert all("Five more minutes" in page for page in told(again, people[0]))
        await again.stop()

    asyncio.run(story())
