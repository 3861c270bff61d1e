"""Who is at which table since when, and since when a table waits: told by the room's clock, and never by a reload."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.board import Board
from dastarkhan.live.pages.table_cards import Card, Chair, card
from dastarkhan.live.room.absence import look_after, welcome_back
from dastarkhan.live.room.looking import trainer_look
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Presence
from tests.live.rooms import (
    TurnableClock,
    choices_of,
    choose,
    come_in,
    do,
    open_room,
    settle,
    url_in,
    waited_person,
)

MINUTE = 60.0


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


def card_of(room: Room, number: int = 1) -> Card:
    look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
    return card(Board(look), next(one for one in look.tables if one.number == number))


def chair_of(room: Room, place: tuple[int, str]) -> Chair:
    look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
    table = next(one for one in look.tables if one.number == place[0])
    return card(Board(look), table).chairs[list(table.seats).index(place[1])]


# --- people


def test_a_reload_leaves_the_trainers_page_as_it_was(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        came = clock.now
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 6)
        clock.now += 5 * MINUTE
        await do(room, "start")
        place = room.state.place_of(people[0]) or (0, "")
        before = card_of(room)
        assert chair_of(room, place).since == came
        clock.now += 10 * MINUTE
        await room.went(people[0])
        chair = chair_of(room, place)
        assert (chair.css_class, chair.since) == (Presence.AWAY, clock.now)
        clock.now += 2
        await room.came(people[0])
        await welcome_back(room, people[0])
        assert card_of(room) == before
        assert {one.since for one in trainer_look(room, "trainer1", "en", (), ()).people} == {came}
        await room.stop()

    run(story())


def test_of_two_at_one_seat_the_one_who_is_here_longer_counts(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        first_came = clock.now
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 6)
        await do(room, "start")
        place = room.state.place_of(people[0]) or (0, "")
        assert not chair_of(room, place).pair
        clock.now += 5 * MINUTE
        (late,) = await come_in(room, 1)
        await do(room, "place", person=late, chair=f"{place[0]}.{place[1]}", beside="on")
        assert (chair_of(room, place).since, chair_of(room, place).pair) == (first_came, True)
        await room.went(people[0])
        assert chair_of(room, place).since == clock.now
        clock.now += MINUTE
        await room.went(late)
        assert chair_of(room, place).css_class == Presence.AWAY
        assert chair_of(room, place).since == clock.now  # since then nobody is there
        await room.stop()

    run(story())


# --- chairs


def test_a_chair_that_nobody_holds_says_since_when(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 12)
        await do(room, "start")
        began, place = clock.now, room.state.place_of(people[0]) or (0, "")
        other = next(at for one in people if (at := room.state.place_of(one)) and at[0] != place[0])
        clock.now += 7 * MINUTE
        left = clock.now
        await do(room, "place", person=people[0], chair=f"{other[0]}.{other[1]}", beside="on")
        clock.now += MINUTE
        chair = chair_of(room, place)
        assert (chair.css_class, chair.since) == (Presence.EMPTY, left)
        stepped_in = clock.now
        await do(room, "hold", table=place[0], seat=place[1], holder="partner")
        clock.now += MINUTE
        chair = chair_of(room, place)
        assert (chair.css_class, chair.since) == (Presence.PARTNER, stepped_in)
        held = trainer_look(room, "trainer1", "en", (), ()).tables[place[0] - 1].held_since
        assert {at for seat, at in held.items() if seat != place[1]} == {began}
        before = room.state
        await room.stop()
        again = await open_room(url_in(tmp_path), "ayna", clock)
        assert again.state.held_since == before.held_since  # also after a power cut
        await again.stop()

    run(story())


# --- what a table waits for


@pytest.mark.parametrize("case", ["ayna", "fair"])
@pytest.mark.parametrize("how", ["partner", "careful", "smaller"])
def test_who_steps_in_and_comes_back_is_no_move_of_the_table(tmp_path: Path, case: str, how: str) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), case, clock, absence="wait")
        people = await come_in(room, 6)
        await do(room, "start")
        began = clock.now
        assert card_of(room).since == began  # no move yet: since the start
        clock.now += MINUTE
        mover = waited_person(room, people)
        kind = next(one.kind for one in choices_of(room, mover)[1] if not one.may_wait)
        await choose(room, mover, kind)
        moved = clock.now
        waited = card_of(room).waits_for
        assert card_of(room).since == moved
        table = room.tables[1]
        idle = [one for one in table.seat_ids if one not in table.waits_for and room.state.tables[1].people.get(one)]
        seat = next(one for one in idle if how != "smaller" or table.facilitator_may("seat_leave", which=one))
        before = table.n_moves
        clock.now += MINUTE
        for _ in range(2):
            if how == "smaller":
                await do(room, "leave", table=1, seat=seat)
                await do(room, "back", table=1, seat=seat)
            else:
                await do(room, "hold", table=1, seat=seat, holder=how)
                await do(room, "hold", table=1, seat=seat, holder="person")
        assert table.n_moves == before + 4
        assert (card_of(room).waits_for, card_of(room).since) == (waited, moved)
        clock.now += MINUTE
        mover = waited_person(room, people)
        await choose(room, mover, next(one.kind for one in choices_of(room, mover)[1] if not one.may_wait))
        assert card_of(room).since == clock.now
        await room.stop()

    run(story())


def test_a_partner_who_plays_for_who_is_away_makes_moves(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "fair", clock, absence="partner")
        people = await come_in(room, 4)
        await do(room, "start")
        began = clock.now
        await room.went(waited_person(room, people))
        clock.now += room.state.wait_s + 1
        assert card_of(room).since == began
        await look_after(room)
        await settle(room)
        assert card_of(room).since == clock.now
        await room.stop()

    run(story())


def test_in_a_new_year_a_table_waits_since_the_trainer_opened_it(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 12)
        await do(room, "start")
        first = [one for one in people if (room.state.place_of(one) or (0, ""))[0] == 1]
        clock.now += MINUTE
        await do(room, "end_talks", table=1)
        while not room.year_waits(room.tables[1]):
            await choose(room, waited_person(room, first), "decide")
        began_to_wait = card_of(room, 2).since
        clock.now += 10 * MINUTE
        await do(room, "pause")
        clock.now += MINUTE
        await do(room, "next_year")
        opened = clock.now
        clock.now += MINUTE
        await do(room, "resume")
        await do(room, "message", text="Go on", to="all")
        assert card_of(room, 1).since == opened
        assert card_of(room, 2).since == began_to_wait < opened  # it still plays its first year
        await room.stop()

    run(story())
