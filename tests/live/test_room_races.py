"""Moments in which two things happen at once, each of them once a fault."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from dastarkhan.live.room import absence
from dastarkhan.live.room.absence import hold, keep_watch, look_after, stand_up, welcome_back
from dastarkhan.live.room.acts import act
from dastarkhan.live.room.guests import join, send_line
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Stage, StandIn
from dastarkhan.live.store import Entry
from simulations.errors import KitError
from simulations.table import Holder, Move
from tests.live.rooms import TurnableClock, choose, come_in, do, open_room, settle, tap, url_in, waited_person
from tests.live.test_room_stress import same_as_stored, until
from tests.live.test_store_faults import limit_pages


def story(tell: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(tell())  # type: ignore[arg-type]


def holder(room: Room, number: int, seat: str) -> Holder:
    return room.tables[number].state.seat(seat).holder


async def full(room: Room) -> list[int]:
    """Let SQLite find the disk full to the last byte; a larger number gives it space again."""
    limit = limit_pages(room.store, 1)  # it does not go below what is used
    await room.store._writer.do(lambda connection: connection.execute(text("PRAGMA max_page_count=1")))
    n = 0
    for size in (2000, 200, 1):
        with suppress(KitError):
            while True:
                filling = Entry(id=f"{size}.{n}", kind="x", data={"x": "x" * size}, at=0.0)
                n = (await room.store.append("filling", filling, after=n)).number
    return limit


def test_tables_that_are_laid_again_begin_anew(tmp_path: Path) -> None:
    """A latecomer is given a seat before the start, and then everybody is seated once more."""

    async def tell() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 4)
        await do(room, "seat")
        number, seat = room.state.place_of(people[0]) or (0, "")
        await do(room, "hold", table=number, seat=seat, holder="careful")
        assert room.tables[number].n_moves == 1
        await come_in(room, 3)
        await do(room, "seat")
        assert all(table.n_moves == 0 for table in room.tables.values())
        assert room.state.stand_ins == {}
        await do(room, "start")
        await choose(room, waited_person(room, list(room.state.people)), "offer")
        again = await same_as_stored([room], url_in(tmp_path), clock)
        await again.stop()

    story(tell)


def test_two_holders_at_the_same_moment_leave_one(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "start")
        number, seat = room.state.place_of(people[0]) or (0, "")
        table = room.tables[number]
        for first, second in ((StandIn.PARTNER, Holder.PERSON), (Holder.PERSON, StandIn.CAREFUL)):
            await asyncio.gather(hold(room, table, seat, first), hold(room, table, seat, second))
            told = room.state.stand_ins.get((number, seat))
            assert told == (None if second is Holder.PERSON else second)
            assert holder(room, number, seat) is (Holder.PERSON if told is None else Holder.PARTNER)
        await room.stop()

    story(tell)


def test_who_comes_back_while_a_partner_sits_down_plays(tmp_path: Path) -> None:
    async def tell() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock, absence="partner")
        people = await come_in(room, 6)
        await do(room, "start")
        for delay in (0, 0.0005, 0.002, 0.005):
            gone = waited_person(room, people)
            number, seat = room.state.place_of(gone) or (0, "")
            await room.went(gone)
            clock.now += room.state.wait_s + 1

            async def comes(person: str = gone, delay: float = delay) -> None:
                await asyncio.sleep(delay)
                await room.came(person)
                await welcome_back(room, person)

            await asyncio.gather(look_after(room), comes())
            await settle(room)
            assert holder(room, number, seat) is Holder.PERSON, delay
            assert (number, seat) not in room.state.stepped_in
        await room.stop()

    story(tell)


def test_a_server_that_was_cut_off_between_two_steps_gives_the_chair_back(tmp_path: Path) -> None:
    """It was stored that the person is back, and the chair had not changed hands yet."""

    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "start")
        number, seat = room.state.place_of(people[0]) or (0, "")
        await hold(room, room.tables[number], seat, StandIn.PARTNER, until_back=True)
        await room.tell("stood_in", {"table": number, "seat": seat, "by": "person", "until_back": False})
        await room.stop()
        again = await open_room(url_in(tmp_path))
        assert holder(again, number, seat) is Holder.PARTNER
        await again.came(people[0])
        await look_after(again)
        assert holder(again, number, seat) is Holder.PERSON
        await again.stop()

    story(tell)


def test_who_stands_up_is_left_in_peace_although_the_page_is_open(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "fair", absence="partner")
        people = await come_in(room, 4)
        await do(room, "start")
        number, seat = room.state.place_of(people[0]) or (0, "")
        await stand_up(room, people[0])
        await look_after(room)
        assert holder(room, number, seat) is Holder.PARTNER
        await room.came(people[0])
        await welcome_back(room, people[0])
        assert holder(room, number, seat) is Holder.PERSON
        await room.stop()

    story(tell)


def test_a_move_that_waited_is_not_made_for_a_seat_that_was_given_away(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "fair")
        people = await come_in(room, 4)
        (late,) = await come_in(room, 1)
        await do(room, "start")
        gone = waited_person(room, people)
        number, seat = room.state.place_of(gone) or (0, "")
        table = room.tables[number]
        async with table.lock:
            waits = asyncio.ensure_future(play(room, gone, Move(id="late", seat="", kind="pass")))
            await asyncio.sleep(0)
            await room.tell("placed", {"person": late, "table": number, "seat": seat, "beside": False})
        with pytest.raises(KitError, match=r"live\.no_seat"):
            await waits
        assert not [move for move in table.moves if move.id.endswith(".late")]
        await room.stop()

    story(tell)


def test_two_trainers_at_the_same_moment(tmp_path: Path) -> None:
    async def tell() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "fair", clock)
        await come_in(room, 4)
        await do(room, "seat")
        await asyncio.gather(act(room, "start", {}, tap()), act(room, "seat", {}, tap()), act(room, "start", {}, tap()))
        await settle(room)
        assert room.stage is Stage.PLAY, "nobody is torn from a game"
        await do(room, "pause")
        began = room.state.began
        clock.now += 600
        await asyncio.gather(act(room, "resume", {}, tap()), act(room, "resume", {}, tap()), return_exceptions=True)
        assert room.state.began == began + 600, "a pause counts once"
        again = await same_as_stored([room], url_in(tmp_path), clock)
        await again.stop()

    story(tell)


def test_nothing_is_stored_in_an_erased_room(tmp_path: Path) -> None:
    """The first move of a table is on its way while the trainer erases."""

    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "fair")
        people = await come_in(room, 4)
        await do(room, "start")
        person = waited_person(room, people)
        table = room.tables[(room.state.place_of(person) or (0, ""))[0]]
        async with table.lock:
            move = asyncio.ensure_future(play(room, person, Move(id="m", seat="", kind="pass")))
            await asyncio.sleep(0)
            await room.erase()
        with pytest.raises(KitError):
            await move
        with pytest.raises(KitError, match=r"live\.erased"):
            await join(room, lang="en")
        assert await room.store.read_all() == {}
        await room.stop()

    story(tell)


def test_a_full_disk_stops_no_watch_and_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absence, "TICK_S", 0.01)

    async def tell() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock, absence="partner")
        people = await come_in(room, 1)  # partners take the other seats
        await do(room, "start")
        room.spawn(keep_watch(room))
        person = people[0]
        number, seat = room.state.place_of(person) or (0, "")
        table = room.tables[number]
        await until(lambda: seat in table.waits_for)
        limit = await full(room)
        with pytest.raises(KitError, match=r"live\.disk_full"):
            await send_line(room, person, "a line")
        await room.went(person)
        clock.now += room.state.wait_s + 1
        await asyncio.sleep(0.1)
        assert holder(room, number, seat) is Holder.PERSON
        before = table.n_moves
        limit[0] = 100_000  # of the next connection; the one that fails is given up
        await until(lambda: holder(room, number, seat) is Holder.PARTNER and table.n_moves > before + 1)
        await send_line(room, person, "a line")
        assert [line.text for line in room.state.lines] == ["a line"]
        await room.stop()

    story(tell)


def test_a_trainers_second_try_of_what_is_done_is_a_yes(tmp_path: Path) -> None:
    """The answer was lost; the same tap comes again, also after the server was started anew."""

    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        await come_in(room, 6)
        taps = [
            ("start", {}), ("inject", {"inject": "drought", "table": "all"}), ("end_talks", {"table": "all"}),
            ("leave", {"table": "1", "seat": "springs_villages"}), ("back", {"table": "1", "seat": "springs_villages"}),
            ("next_year", {}), ("pause", {}), ("resume", {}), ("message", {"text": "Look", "to": "all"}), ("close", {}),
        ]  # fmt: skip
        for n, (word, fields) in enumerate(taps[:-1]):
            for _ in range(2):
                await act(room, word, fields, f"tap-{n}")
                await settle(room)
        before = room.state
        assert len(before.messages) == 1
        assert before.year_open == 2
        await room.stop()
        again = await open_room(url_in(tmp_path))
        for n, (word, fields) in enumerate(taps[:-1]):
            await act(again, word, fields, f"tap-{n}")
        assert again.state == before
        await again.stop()

    story(tell)


def test_a_mistake_beside_is_written_down_and_a_full_disk_is_not(tmp_path: Path) -> None:
    async def tell() -> None:
        room, told = await open_room(url_in(tmp_path)), []
        asyncio.get_running_loop().set_exception_handler(lambda _, about: told.append(about["exception"]))

        async def fails(error: Exception) -> None:
            raise error

        room.spawn(fails(KitError("live.disk_full", place="x")))
        room.spawn(fails(ZeroDivisionError()))
        await asyncio.sleep(0.05)
        assert [type(one) for one in told] == [ZeroDivisionError]
        await room.stop()

    story(tell)
