"""Requests as bytes: what has no end is ended, and whoever keeps a connection may ask again and again."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from dastarkhan.live.web.safety import LARGEST_BODY
from dastarkhan.live.web.wire import LARGEST_REQUEST
from tests.live.here import Here, here
from tests.live.phones import Phone, _head
from tests.live.rooms import url_in

PATIENCE_S = 10.0
FORM = "POST /join HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def in_a_room(folder: Path, story: Callable[[Here], Awaitable[None]]) -> None:
    async def served() -> None:
        async with here(url_in(folder)) as room:
            await asyncio.wait_for(story(room), 6 * PATIENCE_S)

    asyncio.run(served())


async def goes_on_for_ever(port: int, begin: str, again: bytes) -> int:
    """Send a request that does not end; give how many bytes were sent until the other end had enough."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    gone, sent = asyncio.ensure_future(reader.read()), 0
    with contextlib.suppress(OSError):
        writer.write(begin.encode())
        while not gone.done() and sent < 100 * LARGEST_REQUEST:
            writer.write(again)
            sent += len(again)
            await writer.drain()
            await asyncio.sleep(0)
    with contextlib.suppress(OSError):
        await asyncio.wait_for(gone, PATIENCE_S)
    writer.close()
    return sent


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        ("GET /", b"a" * 4096),
        ("GET / HTTP/1.1\r\nX: ", b"y" * 4096),
        ("GET / HTTP/1.1\r\n", b"X: y\r\n" * 512),
        (FORM + "Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 512),
        (FORM + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: ", b"y" * 4096),
        (FORM + "Content-Length: 99999999999\r\n\r\n", b"y" * 4096),
    ],
    ids=["address", "header", "headers", "trailers", "trailer", "body"],
)
def test_a_request_without_an_end_is_ended(tmp_path: Path, begin: str, again: bytes) -> None:
    async def story(room: Here) -> None:
        sent = await goes_on_for_ever(room.port, begin, again)
        assert sent < 50 * LARGEST_REQUEST  # what lies in the system's own buffers is sent too
        assert (await Phone(room.port).get("")).status == 200

    in_a_room(tmp_path, story)


def test_a_form_that_is_too_large_hears_so(tmp_path: Path) -> None:
    async def story(room: Here) -> None:
        for size in (LARGEST_BODY + 1, LARGEST_REQUEST - 1000):
            answer = await Phone(room.port).once("POST", "join", b"a=" + b"y" * size)
            assert (answer.status, "That was too long" in answer.text) == (413, True)

    in_a_room(tmp_path, story)


def test_every_request_of_a_connection_is_counted_by_itself(tmp_path: Path) -> None:
    body = b"a=" + b"y" * (LARGEST_BODY - 2)

    async def story(room: Here) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        for _ in range(2 * LARGEST_REQUEST // LARGEST_BODY):
            writer.write(f"{FORM}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            status, headers = await asyncio.wait_for(_head(reader), PATIENCE_S)
            await reader.readexactly(int(dict(headers)["content-length"]))
            assert status == 409, status  # no code, no token: the door says no, the wire does not
        writer.close()

    in_a_room(tmp_path, story)
