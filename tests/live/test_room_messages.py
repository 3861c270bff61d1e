"""What a trainer says to a room, and takes away again."""

import asyncio
from pathlib import Path

import pytest

from dastarkhan.live.pages.environment import words_of
from dastarkhan.live.pages.seat import seat_page, seat_parts
from dastarkhan.live.pages.trainer import trainer_page, trainer_parts
from dastarkhan.live.pages.wall import wall_page
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.room import Room
from simulations.errors import KitError
from tests.live.rooms import TurnableClock, choices_of, choose, come_in, do, open_room, url_in


def test_what_was_said_in_the_talks_ends_with_them(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), clock=clock)
        people = await come_in(room, 12)
        await do(room, "start")
        at = {room.state.place_of(person)[0]: person for person in people}  # type: ignore[index]  # all have a seat
        await do(room, "message", text="Let the families speak first", to="1")
        await do(room, "message", text="Ten more minutes", to="all")
        assert "families" in seat_look(room, at[1]).messages[-2].text
        clock.now += 60
        await do(room, "end_talks", table=1)
        assert seat_look(room, at[1]).messages == ()
        assert [said.text for said in seat_look(room, at[2]).messages] == ["Ten more minutes"]
        assert [said.text for said in wall_look(room, "x").messages] == ["Ten more minutes"]
        clock.now += 60
        await do(room, "end_talks", table="all")
        assert seat_look(room, at[2]).messages == wall_look(room, "x").messages == ()
        await do(room, "message", text="Come into the circle", to="all")
        heard = (seat_look(room, at[1]), wall_look(room, "x"))
        assert all([said.text for said in look.messages] == ["Come into the circle"] for look in heard)
        await do(room, "close")
        assert [said.text for said in wall_look(room, "x").messages] == ["Come into the circle"]
        await room.stop()

    asyncio.run(story())


def test_an_offer_that_was_open_and_chairs_go_with_the_talks(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        people = await come_in(room, 12)
        await do(room, "start")
        first = next(one for one in people if any(choice.kind == "offer" for choice in choices_of(room, one)[1]))
        number = (room.state.place_of(first) or (0, ""))[0]
        await choose(room, first, "offer")

        def shown() -> tuple[str, str, str, str]:
            trainer = trainer_parts(trainer_look(room, "trainer1", "en", (), ()))
            seat = seat_parts(seat_look(room, first))
            return trainer[f"table-{number}"], seat["table"], trainer[f"hands-{number}"], seat["me"]

        card, phone, hands, me = shown()
        assert "On the table, from" in card
        assert 'class="card offer"' in phone
        assert 'value="hold"' in hands
        assert 'action="away"' in me
        await do(room, "end_talks", table=number)
        card, phone, hands, me = shown()
        assert "On the table, from" not in card
        assert 'class="card offer"' not in phone
        assert words_of(seat_look(room, first).lang)("No agreement") in phone
        assert not [word for word in ("hold", "leave", "back") if f'value="{word}"' in hands]
        assert f"record?table={number}" in hands
        assert 'action="away"' not in me
        place = trainer_parts(trainer_look(room, "trainer1", "en", (), ()))["place"]
        assert f'value="{number}.' not in place
        assert 'value="' in place
        await room.stop()

    asyncio.run(story())


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
