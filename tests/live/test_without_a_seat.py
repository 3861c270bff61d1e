"""Who has no seat: a guest of the debrief, and a person whose seat went to somebody else."""

import asyncio
import re
from pathlib import Path
from typing import Any

from dastarkhan.live.pages.seat import seat_page, seat_parts
from dastarkhan.live.room.guests import join, send_line
from dastarkhan.live.room.looking import seat_look, trainer_look
from dastarkhan.live.room.room import Room
from tests.live.rooms import do, open_room, url_in

GIVEN_AWAY = "The trainer gave your seat to somebody else, and will find another one for you."


def run(story: Any) -> None:
    asyncio.run(story)


async def room_with(tmp_path: Path, n_people: int) -> tuple[Room, list[str]]:
    room = await open_room(url_in(tmp_path))
    people = [await join(room, lang="en") for _ in range(n_people)]
    for person in people:
        await room.came(person)
    await do(room, "start")
    return room, people


def told(room: Room, person: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", seat_page(seat_look(room, person))).split())


def test_whoever_comes_in_during_the_debrief_may_leave_a_line(tmp_path: Path) -> None:
    async def story() -> None:
        room, _people = await room_with(tmp_path, 6)
        await do(room, "end_talks", table="all")
        late = await join(room, lang="en")
        page = seat_page(seat_look(room, late))
        assert 'action="line"' in page
        assert "You are welcome in the circle" in page
        assert "The talks are over. Look up." in page
        assert not [words for words in ("Turn your card", "Card face down", "First you, then") if words in page]
        await send_line(room, late, "I would like to sit with you next time")
        assert [line.text for line in trainer_look(room, "trainer1", "en", (), ()).lines] == [
            "I would like to sit with you next time"
        ]
        assert 'action="line"' not in seat_page(seat_look(room, late))
        await do(room, "release", what="own")
        assert "What your table found" not in told(room, late)
        await room.stop()

    run(story())


def test_a_person_whose_seat_went_to_somebody_else_reads_so(tmp_path: Path) -> None:
    async def story() -> None:
        room, people = await room_with(tmp_path, 6)
        late = await join(room, lang="en")
        assert "You have no seat yet." in told(room, late)
        first = people[0]
        table, seat = room.state.place_of(first) or (0, "")
        await do(room, "place", person=late, chair=f"{table}.{seat}")
        assert GIVEN_AWAY in told(room, first)
        assert "One moment, please" in seat_parts(seat_look(room, first))["head"]
        assert not [words for words in ("Welcome", "You have no seat yet") if words in told(room, first)]
        assert GIVEN_AWAY not in told(room, late)
        await do(room, "place", person=first, chair=f"{table}.{seat}", beside="on")
        assert seat_look(room, first).seat == seat_look(room, late).seat == seat
        assert GIVEN_AWAY not in told(room, first) + told(room, late)
        assert not room.state.gave_up
        await room.stop()
        again = await open_room(url_in(tmp_path))
        assert again.state == room.state
        await again.stop()

    run(story())
