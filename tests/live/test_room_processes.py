"""Two processes of one room at the same moment, each moment once a fault."""

import asyncio
from collections.abc import Callable

import pytest

from dastarkhan.live.room import room as room_module
from dastarkhan.live.room.guests import join
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Stage
from simulations.errors import KitError
from simulations.table import FACILITATOR, Holder, Move
from tests.live.rooms import TurnableClock, choose, come_in, do, open_room, settle, waited_person
from tests.live.test_room_races import holder, story
from tests.live.test_room_stress import same_as_stored, until


def test_two_processes_tell_two_things_at_the_same_moment(postgres_url: str) -> None:
    async def tell() -> None:
        clock = TurnableClock()
        rooms = [await open_room(postgres_url, "ayna", clock) for _ in range(2)]
        for _ in range(5):
            came = await asyncio.gather(*(join(room, lang="en") for room in rooms))
            await until(lambda came=came: all(set(came) <= set(room.state.people) for room in rooms))
        again = await same_as_stored(rooms, postgres_url, clock)
        await again.stop()

    story(tell)


def test_two_processes_make_two_moves_of_one_name(postgres_url: str) -> None:
    async def tell() -> None:
        clock = TurnableClock()
        rooms = [await open_room(postgres_url, "fair", clock) for _ in range(2)]
        await come_in(rooms[0], 4)
        await do(rooms[0], "start")
        await until(lambda: bool(rooms[1].tables))
        seat = rooms[0].tables[1].seat_ids[0]

        async def change(room: Room, to: Holder) -> bool:
            table = room.tables[1]
            async with table.lock:
                data = {"which": seat, "holder": to.value}
                return await room.move(table, Move(id="same", seat=FACILITATOR, kind="seat_change", data=data))

        new = await asyncio.gather(change(rooms[0], Holder.PERSON), change(rooms[1], Holder.PAIR))
        assert sorted(new) == [False, True]
        assert holder(rooms[0], 1, seat) is holder(rooms[1], 1, seat)
        again = await same_as_stored(rooms, postgres_url, clock)
        await again.stop()

    story(tell)


def test_who_was_behind_is_told_so_whoever_read_on(postgres_url: str) -> None:
    """The word of a move may be read between a refusal and the second look: that is no reason to refuse again."""

    async def tell() -> None:
        rooms = [await open_room(postgres_url, "fair") for _ in range(2)]
        people = await come_in(rooms[0], 4)
        await do(rooms[0], "start")
        await until(lambda: bool(rooms[1].tables))
        table = rooms[1].tables[1]
        known = table.n_moves
        async with table.lock:  # somebody is reading on at this moment
            look = asyncio.ensure_future(rooms[1].was_behind(table, known))
            await asyncio.sleep(0)
            await choose(rooms[0], waited_person(rooms[0], people), "offer")
            await rooms[1]._read_on(table)
        assert await look
        assert not await rooms[1].was_behind(table, table.n_moves)
        for room in rooms:
            await room.stop()

    story(tell)


def test_what_one_process_erases_the_other_forgets(postgres_url: str) -> None:
    async def tell() -> None:
        rooms = [await open_room(postgres_url, "fair") for _ in range(2)]
        people = await come_in(rooms[0], 4)
        await do(rooms[0], "start")
        await until(lambda: rooms[1].stage is Stage.PLAY)
        await rooms[0].erase()
        await until(lambda: rooms[1].erased)
        assert rooms[1].tables == {}
        with pytest.raises(KitError):
            await play(rooms[1], people[0], Move(id="m", seat="", kind="pass"))
        await settle(rooms[1])
        assert await rooms[0].store.read_all() == {}
        for room in rooms:
            await room.stop()

    story(tell)


def test_moves_that_are_heard_of_before_the_table_is_known(postgres_url: str) -> None:
    async def tell() -> None:
        clock = TurnableClock()
        rooms = [await open_room(postgres_url, "fair", clock) for _ in range(2)]
        people = await come_in(rooms[0], 4)
        rooms[1]._heard_entry = lambda stream, number, entry: None  # type: ignore[method-assign] - its ears are late
        await do(rooms[0], "start")
        await choose(rooms[0], waited_person(rooms[0], people), "offer")
        await rooms[1]._hear_table("table/1", 1, None)
        assert rooms[1].tables[1].n_moves == rooms[0].tables[1].n_moves > 0
        for room in rooms:
            await room.stop()

    story(tell)


async def until_it_calls(room: Room, true: Callable[[], bool]) -> None:
    """Call the roll again and again: a word before the ears are open is lost, and an old one is forgotten soon."""
    for _ in range(200):
        await room.call_the_roll()
        await asyncio.sleep(0.05)
        if true():
            return
    raise AssertionError("the roll told nothing")


def test_people_of_a_process_that_died_are_missed(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "SILENT_S", 0.2)

    async def tell() -> None:
        one, other = [await open_room(postgres_url, "fair") for _ in range(2)]
        people = await come_in(one, 4)
        await until_it_calls(one, lambda: all(map(other.presence.here, people)))
        await one.stop()  # its pages are gone, and it has not said so
        late = await open_room(postgres_url, "fair")
        await other.came(people[0])
        await until_it_calls(other, lambda: late.presence.here(people[0]))
        assert not late.presence.here(people[1])
        await asyncio.sleep(0.3)
        await other.call_the_roll()
        assert [person for person in people if other.presence.here(person)] == people[:1]
        await other.went(people[0])
        await until(lambda: not late.presence.here(people[0]))
        for room in (other, late):
            await room.stop()

    story(tell)


def test_who_came_in_at_one_process_is_known_at_the_other_at_once(postgres_url: str) -> None:
    async def tell() -> None:
        one, other = [await open_room(postgres_url, "fair") for _ in range(2)]
        other._heard_entry = lambda stream, number: None  # type: ignore[method-assign] - its ears are late
        person = await join(one, lang="en")
        await other.catch_up()
        assert person in other.state.people
        for room in (one, other):
            await room.stop()

    story(tell)


def test_who_goes_from_one_process_to_another_is_never_away(postgres_url: str) -> None:
    async def tell() -> None:
        one, other = [await open_room(postgres_url, "fair") for _ in range(2)]
        (person,) = await come_in(one, 1)
        for _ in range(100):
            await one.call_the_roll()
            await other.call_the_roll()
            await asyncio.sleep(0.05)
            if other.presence.here(person):
                break
        await other.came(person)
        await asyncio.sleep(0.3)
        await one.went(person)
        assert one.presence.here(person)
        assert other.presence.here(person)
        for room in (one, other):
            await room.stop()

    story(tell)
