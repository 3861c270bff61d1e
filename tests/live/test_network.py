"""A phone that goes without a word, comes back, and is sent what it lacks; and the doors of an erased room."""

import asyncio
import contextlib
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dastarkhan.live.room.absence import presence_at
from dastarkhan.live.room.stages import Presence
from dastarkhan.live.web import events
from tests.live.here import Here, here
from tests.live.phones import Phone
from tests.live.rooms import do, url_in
from tests.live.test_room_races import full
from tests.live.test_room_stress import until

ROOT = Path(__file__).parents[2]
TCP_REPAIR = 19
"""Of Linux: a connection in repair is closed without a word to the other end."""
SECRETS = ("Nickname1", "one anonymous line", "a message to all", "where", "mill_growers")


class Listener:
    """An open event stream; ``next`` gives the id and the text of what comes."""

    def __init__(self, phone: Phone, path: str, **headers: str) -> None:
        self._events: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self._task = asyncio.ensure_future(self._listen(phone.events(path, **headers)))

    async def _listen(self, lines: AsyncIterator[bytes]) -> None:
        id, data = "", []
        async for line in lines:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "id":
                id, data = value, []
            elif name == "data":
                data.append(value)
            elif not name and not value and data:
                self._events.put_nowait((id, "\n".join(data)))
                data = []

    async def next(self, patience_s: float = 10.0) -> tuple[str, str]:
        """Give the next event; ("", "") when none comes in time."""
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(self._events.get(), patience_s)
        return "", ""

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


def is_here(room: Here, phone: Phone) -> bool:
    number, seat = room.room.state.place_of(phone.person) or (0, "")
    return presence_at(room.room, room.room.tables[number])[seat] is Presence.HERE


def cut(writer: asyncio.StreamWriter) -> None:
    """Let a connection vanish: no goodbye is sent."""
    connection = writer.get_extra_info("socket")
    try:
        connection.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
    except OSError:
        pytest.skip("only root on Linux may let a connection vanish")
    writer.transport.abort()


def test_a_phone_that_vanishes_is_missed_and_comes_back_to_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "QUIET_S", 0.2)

    async def story() -> None:
        async with here(url_in(tmp_path)) as room:
            phones = [await room.joins() for _ in range(4)]
            await do(room.room, "start")
            phone = phones[0]
            reader, writer = await phone.open("GET", "table-events", b"", {})
            id = ""
            while not id.startswith("id: "):
                id = (await asyncio.wait_for(reader.readline(), 10)).decode().strip()
            id = id.removeprefix("id: ")
            await until(lambda: is_here(room, phone))
            cut(writer)
            await asyncio.sleep(0)
            await until(lambda: not is_here(room, phone))

            # Back, and nothing has changed but that somebody was away: nothing of the game is sent again.
            stream = Listener(phone, "table-events", **{"Last-Event-ID": id})
            await until(lambda: is_here(room, phone))
            assert await stream.next(1.0) == ("", "")
            await do(room.room, "message", text="Look at the birds")
            name, text = await stream.next()
            assert name != id
            assert "Look at the birds" in text
            assert 'hx-target="#brief"' not in text, "what has not changed is not sent"
            await stream.close()
            await until(lambda: not is_here(room, phone))

            # While it was away something happened: all is sent once.
            await do(room.room, "message", text="And at the river")
            stream = Listener(phone, "table-events", **{"Last-Event-ID": name})
            assert "And at the river" in (await stream.next())[1]
            await stream.close()

    asyncio.run(story())


OUT_OF_REACH = """
import asyncio, os, subprocess, sys
from dastarkhan.live import serving
from dastarkhan.live.web import events
from tests.live.here import here
from tests.live.rooms import do
from tests.live.test_network import is_here
from tests.live.test_room_stress import until

async def story(url):
    async with here(url) as room:
        phones = [await room.joins() for _ in range(4)]
        await do(room.room, "start")
        reader, writer = await phones[0].open("GET", "table-events", b"", {})
        await until(lambda: is_here(room, phones[0]))
        subprocess.run(["ip", "link", "set", "lo", "down"], check=True)
        await until(lambda: not is_here(room, phones[0]), 20)
        print("missed", flush=True)
        os._exit(0)

subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
events.QUIET_S, serving.LOST_S = 0.2, 1
asyncio.run(story(sys.argv[1]))
"""


def test_a_phone_out_of_reach_is_missed_before_the_system_gives_it_up(tmp_path: Path) -> None:
    """In a network of its own, which is switched off: nothing comes back, not even a no."""
    alone = ["unshare", "-n"]
    tried = shutil.which("unshare") and shutil.which("ip") and subprocess.run([*alone, "true"], check=False).returncode
    if tried != 0:
        pytest.skip("only root on Linux may make a network of its own")
    command = [*alone, sys.executable, "-c", OUT_OF_REACH, url_in(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT)
    assert done.stdout.strip() == "missed", done.stderr[-2000:]


def test_an_erased_room_leaves_no_byte_and_says_so_at_every_door(tmp_path: Path) -> None:
    async def story() -> None:
        folder = tmp_path / "rooms"
        folder.mkdir()
        async with here(url_in(folder)) as room:
            phones = [await room.joins(name=f"Nickname{n}") for n in range(4)]
            trainer, wall = await room.trains(), await room.wall()
            await do(room.room, "start")
            await do(room.room, "message", text="a message to all")
            await phones[0].post("line", {"text": "one anonymous line"})
            await offers(room, phones)
            stored = b"".join(file.read_bytes() for file in folder.iterdir())
            assert all(secret.encode() in stored for secret in SECRETS), "the search can find something"
            pages = ((phones[0], "table"), (trainer, "trainer"), (wall, "wall"))
            streams = [Listener(who, f"{name}-events") for who, name in pages]
            for stream in streams:
                assert (await stream.next())[0]
            assert (await trainer.post("act", {"do": "erase", "sure": "erase"})).status == 204
            for stream in streams:
                told = (await stream.next())[1]
                assert "erased" in told
                sections = dict(re.findall(r'hx-target="#([^"]+)"[^>]*>(.*?)</hx-partial>', told, re.DOTALL))
                assert [name for name, html in sections.items() if html] == ["head"], "nothing of it stays on a screen"
                await stream.close()
            left = b"".join(file.read_bytes() for file in folder.iterdir())
            for secret in (*SECRETS, *(phone.person for phone in phones), room.room.state.secret, room.room.state.code):
                assert secret.encode() not in left, secret
            for phone, path in [
                *((one, path) for one in phones for path in ("table", "", "table-events")),
                (trainer, "trainer"),
                (trainer, "record?table=1"),
                (wall, "wall"),
                (Phone(room.port), ""),
                (Phone(room.port), f"enter?key={phones[0].cookies['dastarkhan_seat']}"),
            ]:
                answer = await phone.get(path)
                assert answer.status in (403, 409, 410), path
                assert "erased" in answer.text, path
                assert "Nickname" not in answer.text
            token = phones[1].token
            for phone, path, fields in (
                (phones[1], "move", {"id": "1", "kind": "pass"}),
                (phones[1], "line", {"text": "late"}),
                (phones[1], "me", {"name": "late"}),
                (Phone(room.port, token=token), "join", {"code": room.room.state.code, "language": "en"}),
            ):
                answer = await phone.post(path, fields)
                assert answer.status in (403, 409, 410), path
                assert "erased" in answer.text, path
            assert await room.room.store.read_all() == {}

    asyncio.run(story())


async def offers(room: Here, phones: list[Phone]) -> None:
    """Somebody who may makes an offer."""
    table = room.room.tables[1]
    for phone in phones:
        seat = (room.room.state.place_of(phone.person) or (0, ""))[1]
        for choice in table.lawful(seat):
            if choice.kind == "offer":
                data = {f"data.{name}": str(options[0]) for name, options in choice.options.items()}
                assert (await phone.post("move", {"id": "1", "kind": "offer", **data})).status == 204
                return
    raise AssertionError("nobody may make an offer")


def test_a_full_disk_is_said_in_a_plain_sentence_and_play_goes_on(tmp_path: Path) -> None:
    async def story() -> None:
        async with here(url_in(tmp_path)) as room:
            phones = [await room.joins() for _ in range(4)]
            trainer = await room.trains()
            await do(room.room, "start")
            limit = await full(room.room)
            before = (room.room.state, room.room.tables[1].moves)
            forms = (("move", {"id": "1", "kind": "pass"}), ("me", {"name": "x" * 20}), ("line", {"text": "x" * 99}))
            mover = next(phone for phone in phones if waits(room, phone))
            for phone, path, fields in [
                *((mover, path, fields) for path, fields in forms),
                (trainer, "act", {"id": "2", "do": "message", "text": "x" * 99}),
            ]:
                answer = await phone.post(path, fields)
                assert answer.status == 409, (path, answer.text)
                assert "disk is full" in answer.text
                assert (await phone.get("trainer" if phone is trainer else "table")).status == 200
            assert (room.room.state, room.room.tables[1].moves) == before
            limit[0] = 100_000  # of the next connection
            await until_taken(mover, "move", {"id": "1", "kind": "pass"})
            assert [move.id for move in room.room.tables[1].moves] == [f"{mover.person}.1"]
            await until_taken(mover, "line", {"text": "x" * 99})
            assert len(room.room.state.lines) == 1

    asyncio.run(story())


async def until_taken(phone: Phone, path: str, fields: dict[str, str]) -> None:
    for _ in range(5):
        if (await phone.post(path, fields)).status == 204:
            return
    raise AssertionError("there is space, and nothing is taken")


def waits(room: Here, phone: Phone) -> bool:
    number, seat = room.room.state.place_of(phone.person) or (0, "")
    return any(choice.kind == "pass" for choice in room.room.tables[number].lawful(seat))


def test_keys_of_another_room_open_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        (tmp_path / "other").mkdir()
        async with here(url_in(tmp_path)) as room, here(url_in(tmp_path / "other")) as other:
            seat, trainer, wall = await other.joins(), await other.trains(), await other.wall()
            for phone, door in ((seat, "table"), (trainer, "trainer"), (wall, "wall")):
                assert (await phone.get(door)).status == 200
                phone.port = room.port
                for path in ("table", "table-events", "trainer", "trainer-events", "records", "wall", "wall-events"):
                    assert (await phone.get(path)).status == 403, path
                for path in ("move", "me", "line", "away", "back", "act"):
                    assert (await phone.post(path, {"id": "1", "kind": "pass", "do": "start"})).status == 403, path
            key = seat.cookies["dastarkhan_seat"]
            for path in (f"enter?key={key}", f"trainer?key={key}", f"wall?key={key}"):
                assert (await Phone(room.port).get(path)).status == 403
            assert room.room.state.people == {}

    asyncio.run(story())
