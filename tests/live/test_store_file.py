"""The file of a room: copied while it is used, erased to the last byte, opened by newer kits.

``data/room_vN.sqlite`` was made by the kit that shipped version N of the tables, and never changes::

    python -c "from tests.live.test_store_file import make; make('tests/live/data/room_v1.sqlite')"
"""

import asyncio
import shutil
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from dastarkhan.live.store import Entry, Store, copy_room, migrations
from dastarkhan.live.store.migrations import MIGRATIONS
from dastarkhan.live.store.tables import METADATA
from simulations.errors import KitError

DATA = Path(__file__).parent / "data"
SECRET = "Zarina-7f3a"
OLD = {"room": [("open", "opened", {"case": "ayna"})], "table/1": [("a", "move", {"text": "сув"}), ("b", "move", {})]}


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def entry(n: int, **data: object) -> Entry:
    return Entry(id=f"{SECRET}-{n}", kind="move", data=data, at=0.0)


async def put_in(path: str | Path) -> None:
    store = await Store.open(url_of(Path(path)))
    for stream, entries in OLD.items():
        for after, (id_, kind, data) in enumerate(entries):
            await store.append(stream, Entry(id=id_, kind=kind, data=data, at=1_790_000_000.5), after=after)
    await store.close()


def make(path: str) -> None:
    """Make the file of an older version; run once, by the kit that ships the version."""
    asyncio.run(put_in(path))


def test_there_is_a_file_of_every_version() -> None:
    names = {f"room_v{version}.sqlite" for version in range(1, len(MIGRATIONS) + 1)}
    assert {path.name for path in DATA.glob("*.sqlite")} == names


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_file_of_an_older_version_is_read_and_written(version: int, tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    shutil.copy(DATA / f"room_v{version}.sqlite", path)

    async def work() -> None:
        store = await Store.open(url_of(path))
        streams = await store.read_all()
        assert {s: [(e.id, e.kind, e.data) for e in entries] for s, entries in streams.items()} == OLD
        assert {e.at for entries in streams.values() for e in entries} == {1_790_000_000.5}
        assert (await store.append("table/1", entry(1), after=2)).number == 3
        assert (await store.append("table/1", Entry(id="a", kind="move", at=0.0), after=3)).number == 1
        await store.close()

    asyncio.run(work())
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT value FROM about WHERE key='schema'").fetchall() == [(str(len(MIGRATIONS)),)]


def test_migrations_make_the_tables_that_are_asked(store_url: str) -> None:
    async def visit() -> None:
        await (await Store.open(store_url)).close()

    asyncio.run(visit())
    schema = None if store_url.startswith("sqlite") else "dastarkhan"
    seen = inspect(create_engine(store_url))
    assert set(seen.get_table_names(schema=schema)) == set(METADATA.tables)
    for name, table in METADATA.tables.items():
        columns = {column["name"]: column["nullable"] for column in seen.get_columns(name, schema=schema)}
        assert columns.keys() == set(table.columns.keys())
        key = seen.get_pk_constraint(name, schema=schema)["constrained_columns"]
        assert set(key) == set(table.primary_key.columns.keys())
        assert not any(columns[column.name] for column in table.columns if not column.primary_key)
    unique = seen.get_unique_constraints("entries", schema=schema)
    assert [one["column_names"] for one in unique] == [["room", "stream", "id"]]


def add_a_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE entries ADD COLUMN colour TEXT"))
    connection.execute(text("UPDATE entries SET kind = 'better'"))


def add_and_fail(connection: Connection) -> None:
    add_a_column(connection)
    connection.execute(text("INSERT INTO nowhere VALUES (1)"))


def test_a_migration_is_made_whole_or_not_at_all(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def kinds() -> set[str]:
        store = await Store.open(store_url)
        entries = await store.read("room")
        await store.append("room", Entry(id=f"{len(entries)}", kind="came", at=0.0), after=len(entries))
        await store.close()
        return {entry.kind for entry in entries}

    assert asyncio.run(kinds()) == set()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_and_fail))
    with pytest.raises(KitError, match=r"live\.store_failed"):
        asyncio.run(kinds())
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS)
    assert asyncio.run(kinds()) == {"came"}
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_a_column))
    assert asyncio.run(kinds()) == {"better"}
    assert asyncio.run(kinds()) == {"better", "came"}  # once only
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS)
    with pytest.raises(KitError, match=r"live\.newer_file"):
        asyncio.run(kinds())


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    shutil.copy(DATA / "room_v1.sqlite", path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE about SET value='99' WHERE key='schema'")
    file.close()
    before = path.read_bytes()
    with pytest.raises(KitError) as told:
        asyncio.run(Store.open(url_of(path)))
    assert told.value.code == "live.newer_file"
    assert told.value.params == {"file": str(path), "value": "99", "allowed": len(MIGRATIONS)}
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", ["text", "picture", "other tables", "other about", "cut"])
def test_what_is_no_room_is_left_alone(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    if kind == "text":
        path.write_text("Дорогие участники! " * 100, encoding="utf-8")
    elif kind == "picture":
        path.write_bytes(b"\x89PNG\r\n" + bytes(5000))
    elif kind == "cut":
        path.write_bytes((DATA / "room_v1.sqlite").read_bytes()[:50])
    else:
        with sqlite3.connect(path) as file:
            columns = "key TEXT, value TEXT" if kind == "other about" else "a, b"
            file.execute(f"CREATE TABLE about ({columns})")
        file.close()
    before = path.read_bytes()
    with pytest.raises(KitError) as told:
        asyncio.run(Store.open(url_of(path)))
    assert told.value.code == ("live.store_failed" if kind == "cut" else "live.not_a_room")
    assert path.read_bytes() == before
    path.unlink()
    asyncio.run(put_in(path))  # the latch was let go


@pytest.mark.parametrize("began", [b"", None])
def test_a_room_that_was_only_begun_is_made(began: bytes | None, tmp_path: Path) -> None:
    """The process was killed before the tables were there."""
    path = tmp_path / "room.sqlite"
    if began is None:
        with sqlite3.connect(path) as file:
            file.execute("PRAGMA journal_mode=WAL")
        file.close()
        assert path.stat().st_size > 0
    else:
        path.write_bytes(began)
    asyncio.run(put_in(path))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://u:pw@h/d", "room.sqlite", "oracle+x://"])
def test_an_address_that_names_no_store(url: str) -> None:
    with pytest.raises(KitError) as told:
        asyncio.run(Store.open(url))
    assert told.value.code == "live.unknown_store"
    assert "pw" not in str(told.value)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KitError) as told:
        asyncio.run(Store.open(url_of(tmp_path / "file" / "room.sqlite")))
    assert told.value.code == "machine.not_writable"


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    async def work() -> None:
        store = await Store.open(url_of(tmp_path / "room.sqlite"))
        await store.append("room", entry(0), after=0)
        await store.backup(tmp_path / "copy.sqlite")
        for name in ("room.sqlite", "room.sqlite-wal", "room.sqlite-shm", "copy.sqlite"):
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600, name
        await store.close()

    asyncio.run(work())


def test_a_copy_made_while_people_play_is_a_beginning_of_the_room(tmp_path: Path) -> None:
    async def work() -> tuple[list[int], list[int]]:
        store = await Store.open(url_of(tmp_path / "room.sqlite"))
        over = asyncio.Event()

        async def play(table: int) -> int:
            n = 0
            while not over.is_set():
                await store.append(f"table/{table}", Entry(id=str(n), kind="move", at=0.0), after=n)
                n += 1
            return n

        playing = [asyncio.ensure_future(play(table)) for table in range(8)]
        seen = []
        for n in range(5):
            await asyncio.sleep(0.05)
            await store.backup(tmp_path / "copies" / f"{n}.sqlite")
            copy_room(tmp_path / "room.sqlite", tmp_path / "copies" / "again.sqlite")  # as another process would
            seen.append(sum(map(len, (await store.read_all()).values())))
        over.set()
        ends = await asyncio.gather(*playing)
        with pytest.raises(KitError, match=r"live\.in_use"):
            await store.backup(tmp_path / "room.sqlite")
        await store.close()
        return seen, list(ends)

    (tmp_path / "copies").mkdir()
    seen, ends = asyncio.run(work())
    sizes = []
    for n in range(5):
        streams = asyncio.run(read(tmp_path / "copies" / f"{n}.sqlite"))
        for stream, numbers in streams.items():
            assert numbers == list(range(1, len(numbers) + 1))
            assert len(numbers) <= ends[int(stream.partition("/")[2])]
        sizes.append(sum(map(len, streams.values())))
        assert sizes[-1] <= seen[n]
    assert sizes == sorted(sizes)
    assert 0 < sizes[0] < sizes[-1]


async def read(path: Path) -> dict[str, list[int]]:
    store = await Store.open(url_of(path))
    streams = await store.read_all()
    await store.close()
    return {stream: [entry.number for entry in entries] for stream, entries in streams.items()}


def bytes_beside(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize("n_entries", [3, 3000])
def test_erased_is_erased(n_entries: int, tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"

    async def work() -> None:
        store = await Store.open(url_of(path))
        given = (entry(n, name=f"{SECRET} {n}" * (1 + n % 9)) for n in range(n_entries))
        await asyncio.gather(*(store.append(f"table/{n % 7}", one, after=n // 7) for n, one in enumerate(given)))
        assert SECRET.encode() in bytes_beside(path)
        await store.erase()
        assert SECRET.encode() not in bytes_beside(path)
        assert b"table/" not in bytes_beside(path).replace(b"CREATE TABLE", b"")
        assert path.stat().st_size < 50_000
        assert await store.read_all() == {}
        assert (await store.append("table/0", Entry(id="new", kind="move", at=0.0), after=0)).number == 1
        await store.close()

    asyncio.run(work())
    assert SECRET.encode() not in bytes_beside(path)
    assert asyncio.run(read(path)) == {"table/0": [1]}


def test_a_room_that_somebody_reads_says_that_it_is_not_erased_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dastarkhan.live.store.sqlite.PRAGMAS", ("secure_delete=ON", "busy_timeout=100"))
    path = tmp_path / "room.sqlite"

    async def work() -> None:
        store = await Store.open(url_of(path))
        await store.append("room", entry(0), after=0)
        reader = sqlite3.connect(path)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entries").fetchone()
        with pytest.raises(KitError, match=r"live\.store_failed"):
            await store.erase()
        reader.close()
        assert (await store.append("room", Entry(id="new", kind="came", at=0.0), after=0)).number == 1
        await store.erase()
        assert SECRET.encode() not in bytes_beside(path)
        await store.close()

    asyncio.run(work())


def test_no_thread_stays(tmp_path: Path) -> None:
    asyncio.run(put_in(tmp_path / "room.sqlite"))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("room-")]
