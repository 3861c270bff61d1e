"""What the store does when a process is killed, the disk is full, or two want the same file."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, text

from dastarkhan.live.store import Entry, Store
from simulations.errors import KitError

HERE = Path(__file__).parent
LONG = "сув " * 2000


def entry(n: int, **data: object) -> Entry:
    return Entry(id=str(n), kind="move", data=data, at=0.0)


def python(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def kill(url: str, rounds: int) -> None:
    acknowledged, there = map(int, python(str(HERE / "kill_writers.py"), url, str(rounds), "8").split())
    assert rounds < acknowledged <= there


def test_what_was_acknowledged_outlives_the_process(store_url: str) -> None:
    kill(store_url, rounds=20)


@pytest.mark.slow
@pytest.mark.turn("many processes")
def test_what_was_acknowledged_outlives_a_hundred_processes(store_url: str) -> None:
    kill(store_url, rounds=100)


def limit_pages(store: Store, pages: int) -> list[int]:
    """Let SQLite find the disk full, on this connection and those that come; the number may be changed."""
    limit = [pages]
    event.listen(
        store._database.engine, "connect", lambda driver, _: driver.execute(f"PRAGMA max_page_count={limit[0]}")
    )
    return limit


async def fill(store: Store) -> tuple[int, str]:
    """Append until the store refuses; give how many it kept, and what it said."""
    for n in range(100):
        try:
            await store.append("table/1", entry(n, text=LONG), after=n)
        except KitError as error:
            return n, error.code
    return 100, ""


def test_a_full_disk_refuses_and_the_store_goes_on_when_there_is_space(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'room.sqlite'}"

    async def work() -> int:
        store = await Store.open(url)
        limit = limit_pages(store, 40)
        await store._writer.do(lambda connection: connection.execute(text("PRAGMA max_page_count=40")))
        kept, code = await fill(store)
        assert code == "live.disk_full"
        assert 1 < kept < 40
        waiting = [store.append("table/1", entry(kept + n, text=LONG), after=kept + n) for n in range(5)]
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        assert {getattr(one, "code", "kept") for one in answers} == {"live.disk_full"}
        assert len(await store.read("table/1")) == kept
        limit[0] = 4000
        with pytest.raises(KitError, match=r"live\.disk_full"):  # the last time; then the connection is a new one
            await store.append("table/1", entry(kept, text=LONG), after=kept)
        assert (await store.append("table/1", entry(kept, text=LONG), after=kept)).number == kept + 1
        await store.close()
        return kept + 1

    kept = asyncio.run(work())
    assert asyncio.run(numbers(url)) == list(range(1, kept + 1))


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    url = f"sqlite:///{tmp_path / 'room.sqlite'}"

    async def work() -> int:
        store = await Store.open(url)
        (tmp_path / "other").write_bytes(b"x" * 150_000)
        kept, code = await fill(store)
        assert code == "live.disk_full"
        assert kept > 1
        assert len(await store.read("table/1")) == kept
        with pytest.raises(KitError, match=r"live\.(disk_full|store_failed)"):
            await store.backup(tmp_path / "copy.sqlite")
        assert not list(tmp_path.glob("copy*"))
        (tmp_path / "other").unlink()
        assert (await store.append("table/1", entry(kept, text=LONG), after=kept)).number == kept + 1
        await store.close()
        return kept + 1

    try:
        kept = asyncio.run(work())
        assert asyncio.run(numbers(url)) == list(range(1, kept + 1))
    finally:
        subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


async def numbers(url: str) -> list[int]:
    store = await Store.open(url)
    found = [one.number for one in await store.read("table/1")]
    await store.close()
    return found


BROKEN_DISK = """
import asyncio, json, resource, sys
from dastarkhan.live.store import Entry, Store
from simulations.errors import KitError

async def work(url):
    store = await Store.open(url)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    kept, code = 0, ""
    try:
        for n in range(200):
            entry = Entry(id=str(n), kind="move", data={"text": "x" * 4000}, at=0.0)
            kept = (await store.append("table/1", entry, after=n)).number
    except KitError as error:
        code = error.code
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    entry = Entry(id=str(kept), kind="move", data={}, at=0.0)
    again = (await store.append("table/1", entry, after=kept)).number
    await store.close()
    print(json.dumps([kept, code, again]))

asyncio.run(work(sys.argv[1]))
"""


def test_a_disk_that_refuses_to_write_loses_nothing(tmp_path: Path) -> None:
    """The system itself refuses: a limit on how long a file may grow."""
    url = f"sqlite:///{tmp_path / 'room.sqlite'}"
    kept, code, again = json.loads(python("-c", BROKEN_DISK, url))
    assert code in ("live.store_failed", "live.disk_full")
    assert 1 < kept < 200
    assert again == kept + 1
    assert asyncio.run(numbers(url)) == list(range(1, again + 1))


def test_a_second_window_is_told_and_a_dead_one_does_not_block(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'room.sqlite'}"
    dies = "import asyncio, os, sys; from dastarkhan.live.store import Store\n"
    dies += "async def work():\n store = await Store.open(sys.argv[1]); os._exit(0)\nasyncio.run(work())"

    async def work() -> None:
        first = await Store.open(url)
        with pytest.raises(KitError) as told:
            await Store.open(url)
        assert told.value.code == "live.in_use"
        other = subprocess.run([sys.executable, "-c", dies, url], capture_output=True, text=True, check=False)
        assert "live.in_use" in other.stderr
        await first.append("table/1", entry(0), after=0)
        await first.close()
        python("-c", dies, url)  # goes away without closing
        third = await Store.open(url)
        assert len(await third.read("table/1")) == 1
        await third.close()

    asyncio.run(work())


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    async def work() -> None:
        store = await Store.open(f"sqlite:///{tmp_path / 'room.sqlite'}")
        for pragma, meant in (("synchronous", 2), ("journal_mode", "wal"), ("secure_delete", 1), ("fullfsync", 1)):
            ask = text(f"PRAGMA {pragma}")
            assert await store._writer.do(lambda connection, ask=ask: connection.scalar(ask)) == meant, pragma
        await store.close()

    asyncio.run(work())


def test_nothing_is_logged_and_no_driver_is_loaded(tmp_path: Path) -> None:
    code = (
        "import asyncio, logging, sys; logging.basicConfig(level=0)\n"
        "from dastarkhan.live.store import Entry, Store\n"
        "async def work():\n"
        " store = await Store.open(sys.argv[1])\n"
        " await store.append('room', Entry(id='1', kind='came', data={'name': 'Gulnora'}, at=0.0), after=0)\n"
        " await store.erase(); await store.close()\n"
        "asyncio.run(work()); assert 'psycopg' not in sys.modules\n"
    )
    command = [sys.executable, "-c", code, f"sqlite:///{tmp_path / 'room.sqlite'}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = [line for line in done.stderr.splitlines() if not line.startswith(("DEBUG:asyncio", "DEBUG:filelock"))]
    assert told == []
    assert "Gulnora" not in done.stderr + done.stdout
