"""A served room in the test's own loop: real sockets, and the room can be looked at."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn

from dastarkhan.live import serving
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import key_for
from dastarkhan.live.web.app import create_app
from dastarkhan.live.web.site import Site
from tests.live.phones import Phone, joins, trains
from tests.live.rooms import open_room, settle


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(slots=True)
class Here:
    """A room and where it is to be found."""

    room: Room
    port: int
    server: uvicorn.Server

    async def quiet(self) -> None:
        """Wait until nothing that was asked is still being done, answered or not."""
        while self.server.server_state.tasks:
            await asyncio.sleep(0.005)
        await settle(self.room)

    async def joins(self, **fields: str) -> Phone:
        return await joins(self.port, self.room.state.code, **fields)

    async def trains(self) -> Phone:
        return await trains(self.port, f"/?key={key_for(self.room.state.secret, 'trainer1')}")

    async def wall(self) -> Phone:
        phone = Phone(self.port)
        await phone.get(f"wall?key={key_for(self.room.state.secret, 'wall')}")
        return phone


@asynccontextmanager
async def here(url: str, case: str = "fair", **asked: object) -> AsyncIterator[Here]:
    """Serve a room on this computer until the block ends; its clock is turned by hand."""
    begun: list[Room] = []

    async def begin() -> Site:
        begun.append(await open_room(url, case, **asked))
        return Site(room=begun[0])

    at = serving.listening(serving.HERE, free_port())
    server = uvicorn.Server(serving.configured(lambda: create_app(begin), calm_s=1))
    served = asyncio.ensure_future(server.serve(sockets=[at]))
    while not server.started:
        assert not served.done(), served
        await asyncio.sleep(0.01)
    try:
        yield Here(begun[0], int(at.getsockname()[1]), server)
    finally:
        server.should_exit = True
        await served
