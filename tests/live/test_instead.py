"""A seat that somebody else plays: its person is told, makes no move, and gets it back as the room allows."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.seat import seat_page, seat_parts
from dastarkhan.live.pages.trainer import trainer_parts
from dastarkhan.live.room.absence import look_after, presence_at, sit_down, stand_up, waited_until, welcome_back
from dastarkhan.live.room.looking import seat_look, trainer_look
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Instead, Presence, StandIn
from simulations.errors import KitError
from simulations.table import Holder, IllegalMove, Move
from tests.live.here import here
from tests.live.rooms import (
    TurnableClock,
    choices_of,
    choose,
    come_in,
    do,
    open_room,
    play_to_the_end,
    settle,
    tap,
    url_in,
    waited_person,
)

TOLD = {
    Instead.PARTNER: "A partner of the kit plays your seat now.",
    Instead.CAREFUL: "A careful stand-in holds your seat.",
    Instead.COLLEAGUE: "A colleague speaks for your seat now.",
    Instead.NOBODY: "You left the table. Your seat waits for you.",
}
BACK = "I sit down again"
ASK = "Ask your trainer if you would like it back."


def story(tell: Any) -> None:
    asyncio.run(asyncio.wait_for(tell(), 60))


async def two_people(folder: Path, case: str = "ayna", n: int = 6, absence: str = "wait") -> tuple[Room, list[str]]:
    """A room that plays; all pages are in English."""
    room = await open_room(url_in(folder), case, TurnableClock(), absence=absence)
    people = await come_in(room, n)
    for person in people:
        await room.tell("changed", {"person": person, "lang": "en", "name": ""})
    await do(room, "start")
    return room, people


def may_be_covered(room: Room, people: list[str]) -> tuple[str, str]:
    """Somebody for whom a colleague could speak, and the seat."""
    return next(
        (one, place[1])
        for one in people
        if (place := room.state.place_of(one)) and room.state.case.seats[place[1]].get("merges_into")
    )


def posts_a_move(html: str) -> bool:
    return 'action="move"' in html


@pytest.mark.parametrize("by", StandIn)
def test_who_made_an_offer_may_not_take_it_back_while_somebody_else_plays(tmp_path: Path, by: StandIn) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path)
        maker = waited_person(room, people)
        await choose(room, maker, "offer")
        number, seat = room.state.place_of(maker) or (0, "")
        table, withdraw = choices_of(room, maker)[0], choices_of(room, maker)[1][0]
        assert withdraw.kind == "withdraw"
        assert "Take my offer back" in seat_page(seat_look(room, maker))
        await do(room, "hold", table=number, seat=seat, holder=by)
        look, n_moves = seat_look(room, maker), table.n_moves
        assert (look.instead, look.may_sit_down, look.lawful, look.waits) == (Instead(by.value), False, (), False)
        page = seat_page(look)
        assert TOLD[Instead(by.value)] in page
        assert ASK in page
        assert BACK not in page
        assert not posts_a_move(page)
        with pytest.raises(IllegalMove, match=r"live\.seat_played"):
            await play(room, maker, Move(id=tap(), seat="", kind="withdraw", data=withdraw.data))
        with pytest.raises(KitError, match=r"live\.seat_played"):
            await sit_down(room, maker)
        await stand_up(room, maker)
        await welcome_back(room, maker)  # to leave and come again, or to load the page again, is no way around it
        assert seat_look(room, maker).instead == Instead(by.value)
        assert table.n_moves == n_moves
        others = [seat_look(room, one) for one in people if one != maker]
        assert not [one for one in others if one.instead or any(words in seat_page(one) for words in TOLD.values())]
        await do(room, "hold", table=number, seat=seat, holder=Holder.PERSON.value)
        assert "Take my offer back" in seat_page(seat_look(room, maker))
        await choose(room, maker, "withdraw")
        await room.stop()

    story(tell)


def test_who_stood_up_sits_down_again_by_one_tap(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, "fair", 4, "partner")
        person = waited_person(room, people)
        await stand_up(room, person)
        await look_after(room)
        look = seat_look(room, person)
        assert (look.instead, look.may_sit_down) == (Instead.PARTNER, True)
        parts = seat_parts(look)
        assert BACK in parts["head"]
        assert ASK not in parts["head"]
        assert "I leave the table" not in parts["me"]
        assert not parts["build"]
        assert "you make no moves" in parts["act"]
        await sit_down(room, person)
        await settle(room)
        look = seat_look(room, person)
        assert (look.instead, look.may_sit_down) == (None, False)
        assert "I leave the table" in seat_parts(look)["me"]
        n_moves = choices_of(room, person)[0].n_moves
        await sit_down(room, person)  # who sits there already changes nothing
        assert choices_of(room, person)[0].n_moves == n_moves
        await room.stop()

    story(tell)


def test_where_the_trainer_decides_a_table_waits_for_who_stood_up(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path)
        person = waited_person(room, people)
        number, seat = room.state.place_of(person) or (0, "")
        table = room.tables[number]
        n_moves, now = table.n_moves, room.clock()
        room.clock.now += 300  # type: ignore[attr-defined]  # the page has been open for long
        await stand_up(room, person)
        await look_after(room)
        await settle(room)
        assert table.n_moves == n_moves
        assert presence_at(room, table)[seat] is Presence.AWAY
        assert waited_until(room, table)[seat] == now + 300 + room.state.wait_s
        look = seat_look(room, person)
        assert (look.instead, look.may_sit_down, look.lawful) == (Instead.NOBODY, True, ())
        parts = seat_parts(look)
        assert TOLD[Instead.NOBODY] in parts["head"]
        assert BACK in parts["head"]
        assert "As long as you are away from the table, you make no moves." in parts["act"]
        room.clock.now += 3600  # type: ignore[attr-defined]
        await look_after(room)
        await settle(room)
        assert table.n_moves == n_moves
        await sit_down(room, person)
        assert seat_look(room, person).instead is None
        assert presence_at(room, table)[seat] is Presence.HERE
        assert not room.state.stood_up
        await room.stop()

    story(tell)


@pytest.mark.parametrize(
    ("absence", "by"), [("smaller", Instead.COLLEAGUE), ("partner", Instead.PARTNER), ("careful", Instead.CAREFUL)]
)
def test_the_chair_of_who_stands_up_is_seen_to_as_the_trainer_chose(
    tmp_path: Path, absence: str, by: Instead
) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, absence=absence)
        person, _ = may_be_covered(room, people)
        await stand_up(room, person)
        await settle(room)
        assert seat_look(room, person).instead is by
        await room.stop()
        again = await open_room(url_in(tmp_path))
        assert seat_look(again, person).instead is by
        assert person in again.state.stood_up
        await again.stop()

    story(tell)


def test_a_new_rule_counts_also_for_who_stood_up_before(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path)
        person = waited_person(room, people)
        await stand_up(room, person)
        await do(room, "absence", how="careful", seconds=60)
        room.clock.now += 61  # type: ignore[attr-defined]
        await look_after(room)
        await look_after(room)  # and the open page does not bring the person back
        await settle(room)
        assert seat_look(room, person).instead is Instead.CAREFUL
        await room.stop()

    story(tell)


def test_a_seat_is_not_empty_while_one_of_two_stays(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, "fair", 4, "partner")
        (beside,) = await come_in(room, 1)
        stays = people[0]
        number, seat = room.state.place_of(stays) or (0, "")
        await do(room, "place", person=beside, chair=f"{number}.{seat}", beside="on")
        await stand_up(room, beside)
        await settle(room)
        assert seat_look(room, beside).instead is Instead.NOBODY
        assert seat_look(room, stays).instead is None
        assert presence_at(room, room.tables[number])[seat] is Presence.HERE
        await stand_up(room, stays)
        await settle(room)
        assert seat_look(room, stays).instead is Instead.PARTNER
        await room.stop()

    story(tell)


def test_a_move_of_who_stood_up_says_that_they_are_back(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path)
        person = waited_person(room, people)
        await stand_up(room, person)
        await choose(room, person, "offer")
        assert seat_look(room, person).instead is None
        await room.stop()

    story(tell)


def test_the_trainer_may_give_a_seat_that_left_to_a_partner(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, absence="smaller")
        person, seat = may_be_covered(room, people)
        number = (room.state.place_of(person) or (0, ""))[0]
        await stand_up(room, person)
        await settle(room)
        hands = trainer_parts(trainer_look(room, "trainer1", "en", (), ()))[f"hands-{number}"]
        asks, _, smaller = hands.partition("Who plays it")
        assert f'<option value="{seat}">' in asks
        assert f'<option value="{seat}">' not in smaller
        await do(room, "hold", table=number, seat=seat, holder="partner")
        look = seat_look(room, person)
        assert (look.instead, look.may_sit_down) == (Instead.PARTNER, False)
        await do(room, "hold", table=number, seat=seat, holder="person")
        assert seat_look(room, person).instead is None
        await room.stop()

    story(tell)


def test_an_older_room_says_in_its_own_words_that_somebody_stood_up(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, "fair", 4)
        number, seat = room.state.place_of(people[0]) or (0, "")
        about = {"table": number, "seat": seat, "by": "partner", "until_back": True, "resting": True}
        await room.tell("stood_in", about)
        assert set(room.state.stood_up) == {people[0]}
        await sit_down(room, people[0])
        assert not room.state.stood_up
        await room.stop()

    story(tell)


def test_who_is_away_is_told_and_gets_the_seat_back(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path)
        await do(room, "absence", how="careful", seconds=60)
        gone = waited_person(room, people)
        await room.went(gone)
        room.clock.now += 61  # type: ignore[attr-defined]
        await look_after(room)
        await settle(room)
        look = seat_look(room, gone)
        assert (look.instead, look.may_sit_down) == (Instead.CAREFUL, True)
        assert TOLD[Instead.CAREFUL] in seat_page(look)
        await room.came(gone)
        await welcome_back(room, gone)
        assert seat_look(room, gone).instead is None
        await room.stop()

    story(tell)


def test_a_seat_that_a_colleague_covers_is_named_and_can_be_taken_again(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, absence="smaller")
        person, seat = may_be_covered(room, people)
        await stand_up(room, person)
        await settle(room)
        look = seat_look(room, person)
        assert (look.instead, look.may_sit_down, look.view) == (Instead.COLLEAGUE, True, None)
        page = seat_page(look)
        assert TOLD[Instead.COLLEAGUE] in page
        assert room.state.case.text[f"seats.{seat}.name"] in page
        assert "You have no seat yet" not in page
        with pytest.raises(IllegalMove, match=r"live\.seat_played"):
            await play(room, person, Move(id=tap(), seat="", kind="pass"))
        await sit_down(room, person)
        assert seat_look(room, person).instead is None
        await room.stop()

    story(tell)


def test_who_was_spoken_for_to_the_end_is_asked_how_it_was(tmp_path: Path) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, absence="smaller")
        person, _ = may_be_covered(room, people)
        await stand_up(room, person)
        await settle(room)
        await play_to_the_end(room, [one for one in people if one != person])
        assert seat_look(room, person).view is None
        assert "How was it?" in seat_parts(seat_look(room, person))["after"]
        await do(room, "release", what="own")
        assert "What your table found" in seat_parts(seat_look(room, person))["after"]
        await room.stop()

    story(tell)


@pytest.mark.parametrize("absence", ["partner", "wait"])
def test_after_the_game_nobody_is_told_of_a_stand_in(tmp_path: Path, absence: str) -> None:
    async def tell() -> None:
        room, people = await two_people(tmp_path, "fair", 4, absence)
        await stand_up(room, people[0])
        await settle(room)
        await do(room, "end_talks", table="all")
        look = seat_look(room, people[0])
        assert (look.over, look.instead) == (True, None)
        assert not [words for words in TOLD.values() if words in seat_page(look)]
        await room.stop()

    story(tell)


def test_a_phone_stands_up_is_refused_a_move_and_sits_down(tmp_path: Path) -> None:
    async def tell() -> None:
        async with here(url_in(tmp_path)) as room:
            phones = [await room.joins(language="en") for _ in range(4)]
            await do(room.room, "absence", how="partner", seconds=60)
            await do(room.room, "start")
            first = phones[0]
            place = room.room.state.place_of(first.person) or (0, "")
            assert (await first.post("away", {})).status in (204, 303)
            await room.quiet()
            n_moves = room.room.tables[place[0]].n_moves
            answer = await first.post("move", {"id": tap(), "kind": "pass"})
            assert answer.status == 409
            assert "Somebody else plays your seat now, so nothing was done." in answer.text
            assert room.room.tables[place[0]].n_moves == n_moves
            page = (await first.get("table")).text
            assert 'action="back"' in page
            assert (await first.post("back", {"token": "wrong"})).status == 409
            assert seat_look(room.room, first.person).instead is Instead.PARTNER
            assert (await first.post("back", {})).status in (204, 303)
            await room.quiet()
            assert seat_look(room.room, first.person).instead is None

    story(tell)
