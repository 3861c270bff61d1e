"""Several processes and one room, in PostgreSQL: who was first, and what they hear of each other."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, make_url

from dastarkhan.live.store import Behind, Entry, Store
from simulations.errors import KitError
from tests.live.postgres_server import Server

SOON_S = 5.0


def entry(id_: str, **data: object) -> Entry:
    return Entry(id=id_, kind="move", data=data, at=0.0)


class Heard:
    """What a store told."""

    def __init__(self, store: Store) -> None:
        self.entries: list[tuple[str, int]] = []
        self.came_along: list[Entry | None] = []
        self.said: list[Mapping[str, object]] = []
        store.listen(self._hear, self.said.append)

    def _hear(self, stream: str, number: int, entry: Entry | None) -> None:
        self.entries.append((stream, number))
        self.came_along.append(entry)

    async def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + SOON_S
        while not true():
            assert time.monotonic() < end, (self.entries, self.said)
            await asyncio.sleep(0.005)


async def listening(url: str, *stores: Store) -> None:
    """Wait until each store has its second connection, the one that listens."""
    end = time.monotonic() + SOON_S
    ears = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
    while ask(url, ears) < len(stores):
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


def ask(url: str, question: str) -> int:
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        return int((connection.execute(question).fetchone() or [0])[0] or 0)


def cut_connections(url: str) -> int:
    """End every connection to the room, as a server that starts anew would."""
    return ask(
        url,
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )


def test_two_stores_see_what_the_other_writes_and_says(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        elsewhere = await Store.open(postgres_url, "another room")
        heard_one, heard_other, heard_elsewhere = Heard(one), Heard(other), Heard(elsewhere)
        await listening(postgres_url, one, other, elsewhere)
        for store, heard in ((one, heard_other), (other, heard_one)):  # a word is heard after what was missed
            await store.say({"here": True})
            await heard.until(lambda heard=heard: heard.said.pop() == {"here": True} if heard.said else False)
        await one.append("table/1", entry("a", text="сув"), after=0)
        await heard_other.until(lambda: ("table/1", 1) in heard_other.entries)
        assert [e.id for e in await other.read("table/1")] == ["a"]
        await other.append("table/1", entry("b"), after=1)
        await heard_one.until(lambda: ("table/1", 2) in heard_one.entries)
        await one.say({"here": ["p7"], "name": "Гүлнора"})
        await heard_other.until(lambda: heard_other.said == [{"here": ["p7"], "name": "Гүлнора"}])
        with pytest.raises(KitError, match=r"live\.word_too_long"):
            await one.say({"text": "я" * 5000})
        assert heard_one.entries == [("table/1", 2)]
        assert heard_other.entries == [("table/1", 1)]
        assert (heard_one.said, heard_elsewhere.said, heard_elsewhere.entries) == ([], [], [])
        assert await elsewhere.read_all() == {}
        for store in (one, other, elsewhere):
            await store.close()

    asyncio.run(work())


def test_what_was_written_before_listening_is_told(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        await one.append("table/1", entry("a"), after=0)
        await one.append("table/1", entry("b"), after=1)
        heard = Heard(other)
        await heard.until(lambda: heard.entries == [("table/1", 2)])
        await one.close()
        await other.close()

    asyncio.run(work())


def test_the_key_settles_who_was_first(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        answers = await asyncio.gather(
            *(store.append("table/1", entry(f"{n}"), after=0) for n, store in enumerate((one, other))),
            return_exceptions=True,
        )
        assert sorted(type(answer).__name__ for answer in answers) == ["Behind", "Entry"]
        assert len(await one.read("table/1")) == 1
        twice = await asyncio.gather(*(store.append("table/1", entry("tap"), after=1) for store in (one, other)))
        assert [answer.number for answer in twice] == [2, 2]
        assert (await one.append("table/1", entry("c"), after=2)).number == 3
        with pytest.raises(Behind):  # it has not heard of "c"
            await other.append("table/1", entry("d"), after=2)
        assert (await other.append("table/1", entry("d"), after=3)).number == 4
        assert (await one.append("table/1", entry("e"), after=4)).number == 5  # nor this one of "d"
        with pytest.raises(KitError, match=r"live\.ahead"):
            await other.append("table/1", entry("f"), after=9)
        await one.close()
        await other.close()

    asyncio.run(work())


def test_who_has_read_on_need_not_ask_again_before_writing(postgres_url: str) -> None:
    async def work() -> None:
        one, other, late = [await Store.open(postgres_url) for _ in range(3)]
        for number in range(3):
            await one.append("table/1", entry(f"{number}"), after=number)
        await other.read("table/1")
        asked: list[str] = []
        event.listen(other._database.engine, "before_cursor_execute", lambda *about: asked.append(about[2]))
        assert (await other.append("table/1", entry("mine"), after=3)).number == 4
        assert len(asked) == 1, asked
        assert (await other.append("table/1", entry("1"), after=4)).number == 2  # stored already, by the other
        await late.read("table/1", after=2)  # only the end: what is before it stays unknown
        assert (await late.append("table/1", entry("0"), after=4)).number == 1
        assert (await late.append("table/1", entry("theirs"), after=4)).number == 5
        for store in (one, other, late):
            await store.close()

    asyncio.run(work())


def test_an_entry_comes_along_with_the_word_of_it(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        heard = Heard(other)
        await listening(postgres_url, other)
        await one.say({"here": True})
        await heard.until(lambda: bool(heard.said))  # a word is heard after what was missed
        asked: list[str] = []
        event.listen(other._database.engine, "before_cursor_execute", lambda *about: asked.append(about[2]))
        many = [one.append(f"table/{n}", entry("first", text="сув" * 300), after=0) for n in range(20)]
        stored = await asyncio.gather(*many)  # in few commits, and more than one word can carry
        assert one.commits < 20
        await heard.until(lambda: len(heard.entries) == 20)
        assert {f"{found}" for found in heard.came_along} == {f"{found}" for found in stored}
        assert (await other.append("table/7", entry("mine"), after=1)).number == 2  # it knows what was before
        assert len(asked) == 1, asked
        await one.append("table/8", entry("long", text="я" * 5000), after=1)
        await one.append("table/8", entry("short"), after=2)
        await heard.until(lambda: heard.entries[-1] == ("table/8", 3))
        assert [found and found.id for found in heard.came_along[-2:]] == [None, "short"]
        assert (await other.append("table/8", entry("mine"), after=3)).number == 4
        await one.close()
        await other.close()

    asyncio.run(work())


def test_four_stores_write_to_the_same_tables(postgres_url: str) -> None:
    async def person(store: Store, who: str, table: int) -> None:
        after = 0
        for n in range(15):
            while True:
                try:
                    after = (await store.append(f"table/{table}", entry(f"{who}-{n}", n=n), after=after)).number
                    break
                except Behind:
                    after = (await store.read(f"table/{table}", after))[-1].number

    async def work() -> None:
        stores = [await Store.open(postgres_url) for _ in range(4)]
        heard = Heard(stores[0])
        await asyncio.gather(*(person(store, f"{s}.{p}", p % 3) for s, store in enumerate(stores) for p in range(6)))
        streams = await stores[0].read_all()
        assert {stream: [e.number for e in entries] for stream, entries in streams.items()} == {
            f"table/{table}": list(range(1, 121)) for table in range(3)
        }
        assert len({e.id for entries in streams.values() for e in entries}) == 360
        mine = {stream: max(e.number for e in entries if e.id.startswith("0.")) for stream, entries in streams.items()}
        newest = {stream: 120 for stream in streams if mine[stream] < 120}
        await heard.until(lambda: newest.items() <= dict(heard.entries).items())
        for store in stores:
            await store.close()

    asyncio.run(work())


def test_a_broken_connection_is_made_again_and_nothing_is_missed(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        heard = Heard(other)
        await listening(postgres_url, other)
        await one.append("table/1", entry("a"), after=0)
        await heard.until(lambda: ("table/1", 1) in heard.entries)
        assert await asyncio.to_thread(cut_connections, postgres_url) >= 3
        for after in range(1, 4):
            assert (await one.append("table/1", entry(f"b{after}"), after=after)).number == after + 1
        await heard.until(lambda: ("table/1", 4) in heard.entries)
        await listening(postgres_url, other)
        await one.say({"still": "here"})
        await heard.until(lambda: heard.said == [{"still": "here"}])
        assert (await other.append("table/1", entry("c"), after=4)).number == 5
        await one.close()
        await other.close()

    asyncio.run(work())


def test_connections_that_break_while_people_write(postgres_url: str) -> None:
    """An answer that got lost is no entry that got lost, and none that counts twice."""

    async def person(store: Store, table: int) -> None:
        for n in range(60):
            stored = await store.append(f"table/{table}", entry(f"{table}-{n}"), after=n)
            assert stored.number == n + 1

    async def work() -> None:
        store = await Store.open(postgres_url)
        writing = asyncio.gather(*(person(store, table) for table in range(20)))
        cuts = 0
        while not writing.done():
            await asyncio.sleep(0.02)
            cuts += await asyncio.to_thread(cut_connections, postgres_url)
        await writing
        assert cuts > 0
        streams = await store.read_all()
        assert [len(entries) for entries in streams.values()] == [60] * 20
        await store.close()

    asyncio.run(work())


def test_a_server_that_falls_over_loses_nothing(postgres: Server, postgres_url: str) -> None:
    async def person(store: Store, table: int) -> None:
        n, faults = 0, set[str]()
        while n < 100:
            try:
                n = (await store.append(f"table/{table}", entry(f"{table}-{n}"), after=n)).number
            except KitError as error:
                faults.add(error.code)
        assert faults <= {"live.store_failed"}

    async def work() -> None:
        store, other = await Store.open(postgres_url), await Store.open(postgres_url)
        heard = Heard(other)
        writing = asyncio.gather(*(person(store, table) for table in range(10)))
        await heard.until(lambda: len(heard.entries) > 20)
        await asyncio.to_thread(postgres.down)
        assert not writing.done()
        await asyncio.to_thread(postgres.up)
        await writing
        streams = await other.read_all()
        assert [[e.number for e in entries] for entries in streams.values()] == [list(range(1, 101))] * 10
        await heard.until(lambda: dict(heard.entries) == dict.fromkeys(streams, 100))
        await store.close()
        await other.close()

    asyncio.run(work())


def test_a_server_that_stays_away_is_named_and_waited_for(
    postgres: Server, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dastarkhan.live.store.postgres.PostgresRoom.patience_s", 0.2)

    async def work() -> None:
        store = await Store.open(postgres_url)
        await store.append("table/1", entry("a"), after=0)
        postgres.down()
        try:
            with pytest.raises(KitError, match=r"live\.store_failed"):
                await store.append("table/1", entry("b"), after=1)
            await store.say({"nobody": "hears"})
        finally:
            postgres.up()
        assert (await store.append("table/1", entry("b"), after=1)).number == 2
        await store.close()

    asyncio.run(work())


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError) as told:
        asyncio.run(Store.open(f"postgresql+psycopg://me:geheim@/room?host={tmp_path}&password=geheim"))
    assert told.value.code == "live.store_failed"
    assert str(tmp_path.name) in str(told.value)
    assert "geheim" not in str(told.value)


def test_without_the_driver_a_part_is_missing() -> None:
    code = (
        "import asyncio, sys; sys.modules['psycopg'] = None\n"
        "from dastarkhan.live.store import Store\n"
        "asyncio.run(Store.open('postgresql+psycopg://h/d'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "machine.no_part: part='psycopg'" in done.stderr


def test_erasing_takes_the_rooms_rows_and_leaves_other_rooms(postgres_url: str) -> None:
    async def work() -> None:
        one, other = await Store.open(postgres_url), await Store.open(postgres_url)
        elsewhere = await Store.open(postgres_url, "another room")
        heard = Heard(other)
        await listening(postgres_url, other)
        await elsewhere.append("table/1", entry("stays"), after=0)
        for n in range(3):
            await one.append("table/1", entry(f"gone-{n}"), after=n)
        await heard.until(lambda: ("table/1", 3) in heard.entries)
        await one.erase()
        await heard.until(lambda: ("table/1", 0) in heard.entries)
        assert ask(postgres_url, "SELECT count(*) FROM dastarkhan.entries WHERE id LIKE 'gone%'") == 0
        assert await other.read_all() == {}
        assert (await other.append("table/1", entry("gone-0"), after=0)).number == 1
        with pytest.raises(Behind):
            await one.append("table/1", entry("new"), after=0)
        assert [e.id for e in await elsewhere.read("table/1")] == ["stays"]
        with pytest.raises(KitError, match=r"live\.no_backup"):
            await one.backup(Path("copy"))
        for store in (one, other, elsewhere):
            await store.close()

    asyncio.run(work())


def test_an_erased_room_takes_nothing_from_a_process_that_has_not_heard(postgres_url: str) -> None:
    async def work() -> None:
        one, deaf = await Store.open(postgres_url), await Store.open(postgres_url)
        await deaf.append("table/1", entry("a"), after=0)
        await one.append("table/1", entry("b"), after=1)
        await one.erase()
        with pytest.raises(KitError, match=r"live\.ahead"):
            await deaf.append("table/1", entry("c"), after=2)
        await deaf.append("table/1", entry("a"), after=0)
        await one.erase()
        assert (await deaf.append("table/1", entry("a"), after=0)).number == 1  # not the one it remembers
        await one.erase()
        assert await one.read_all() == await deaf.read_all() == {}
        await one.close()
        await deaf.close()

    asyncio.run(work())
