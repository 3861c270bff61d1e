"""A break that a side asked for: everybody at the table reads it at once, and the trainer; the wall shows nothing."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.seat import seat_parts
from dastarkhan.live.pages.trainer import trainer_parts
from dastarkhan.live.pages.wall import wall_parts
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.room import Room
from tests.live.rooms import choices_of, choose, come_in, do, open_room, settle, url_in, waited_person

OWN = "Your side takes its break. Its next move ends it."
NOBODY_HURRIES = "takes a break. Nobody hurries."
OVER = "had its break."


def story(tell: Any) -> None:
    asyncio.run(asyncio.wait_for(tell(), 60))


async def playing(folder: Path, case: str, n: int = 6) -> tuple[Room, list[str]]:
    """A room that plays at one table; all pages are in English."""
    room = await open_room(url_in(folder), case)
    people = await come_in(room, n)
    for person in people:
        await room.tell("changed", {"person": person, "lang": "en", "name": ""})
    await do(room, "start")
    return room, people


def side_of(room: Room, person: str) -> str:
    place = room.state.place_of(person) or (0, "")
    return str(room.state.case.seats[place[1]]["side"])


def heads(room: Room, people: list[str]) -> dict[str, str]:
    return {person: seat_parts(seat_look(room, person))["head"] for person in people}


def card_of(room: Room) -> str:
    return trainer_parts(trainer_look(room, "trainer1", "en", (), ()))["table-1"]


@pytest.mark.parametrize("case", ["ayna", "canal"])
def test_a_break_stands_at_the_top_until_the_next_move_of_that_side(tmp_path: Path, case: str) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, case)
        before = "".join(wall_parts(wall_look(room, "x")).values())
        asks = waited_person(room, people)
        side = side_of(room, asks)
        name = room.state.case.text[f"sides.{side}.name"]
        assert not any(NOBODY_HURRIES in head or OWN in head for head in heads(room, people).values())
        await choose(room, asks, "break")
        for person, head in heads(room, people).items():
            own = side_of(room, person) == side
            assert (OWN in head) == own
            assert (f"{name} {NOBODY_HURRIES}" in head) == (not own)
            assert OVER not in seat_parts(seat_look(room, person))["said"]
        assert f"{name} {NOBODY_HURRIES}" in card_of(room)
        assert "".join(wall_parts(wall_look(room, "x")).values()) == before
        await choose(room, asks, "offer")
        assert not any(NOBODY_HURRIES in head or OWN in head for head in heads(room, people).values())
        assert NOBODY_HURRIES not in card_of(room)
        assert all(OVER in seat_parts(seat_look(room, person))["said"] for person in people)
        await room.stop()

    story(tell)


def test_others_may_go_on_while_a_side_has_its_break(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, "canal")
        await choose(room, waited_person(room, people), "offer")
        first, second = [one for one in people if choices_of(room, one)[1] and side_of(room, one) != "none"][1:3]
        assert side_of(room, first) != side_of(room, second)
        await choose(room, first, "break")
        await choose(room, second, "accept")
        assert room.tables[1].on_break == (side_of(room, first),)
        await choose(room, first, "reject")
        assert room.tables[1].on_break == ()
        await room.stop()

    story(tell)


def test_a_break_lasts_through_a_pause_and_ends_with_the_talks(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, "ayna")
        await choose(room, waited_person(room, people), "break")
        assert room.tables[1].on_break
        await do(room, "pause")
        assert any(NOBODY_HURRIES in head for head in heads(room, people).values())
        await do(room, "resume")
        await do(room, "end_talks", table="all")
        await settle(room)
        assert room.tables[1].on_break == ()
        assert not any(NOBODY_HURRIES in head or OWN in head for head in heads(room, people).values())
        await room.stop()

    story(tell)


def partner_at(room: Room, person: str) -> dict[str, Any]:
    """What the trainer's form says to give the seat of a person to a partner."""
    number, seat = room.state.place_of(person) or (0, "")
    return {"table": number, "seat": seat, "holder": "partner"}


@pytest.mark.parametrize("case", ["ayna", "fair"])
def test_a_partner_lets_the_people_of_its_side_have_their_break(tmp_path: Path, case: str) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, case)
        asks = waited_person(room, people)
        side = side_of(room, asks)
        await choose(room, asks, "break")
        table, n_moves = room.tables[1], room.tables[1].n_moves
        await do(room, "hold", **partner_at(room, asks))
        assert table.on_break == (side,)
        assert table.n_moves == n_moves + 1  # nothing but the new holder
        colleague = next(one for one in people if one != asks and side_of(room, one) == side)
        await choose(room, colleague, "pass")
        assert table.on_break == ()
        assert table.moves_alone is None  # the partner has moved as well
        assert table.n_moves > n_moves + 2
        await room.stop()

    story(tell)


def test_a_side_of_partners_only_has_no_break_to_keep(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, "fair", 4)
        asks = waited_person(room, people)
        side = side_of(room, asks)
        await choose(room, asks, "break")
        for person in [one for one in people if side_of(room, one) == side]:
            assert room.tables[1].on_break == (side,)
            await do(room, "hold", **partner_at(room, person))
        assert room.tables[1].on_break == ()
        await room.stop()

    story(tell)


def test_a_break_stops_no_table_whose_people_have_all_answered(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await playing(tmp_path, "fair", 4)
        maker = waited_person(room, people)
        await choose(room, maker, "offer")
        speaks, sponsor = [one for one in people if side_of(room, one) != side_of(room, maker)]
        await choose(room, sponsor, "sponsor")
        await choose(room, speaks, "break")
        assert not choices_of(room, sponsor)[1]  # nobody but the partner could end the break
        await do(room, "hold", **partner_at(room, speaks))
        assert room.tables[1].on_break == ()
        await room.stop()

    story(tell)
