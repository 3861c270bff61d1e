"""Many phones in one loop: each has cookies and a form's token, and asks again when the server was gone."""

import asyncio
import json
import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

PATIENCE_S = 60.0
SCRIPT = {"X-Dastarkhan": "1"}


@dataclass(slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(slots=True)
class Phone:
    """Somebody with cookies.

    ``lost`` counts requests that got no answer at first, ``heard`` keeps every body when a list is put there.
    """

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    lost: int = 0
    heard: list[bytes] | None = None

    @property
    def person(self) -> str:
        return self.cookies["dastarkhan_seat"].rpartition("-")[0]

    async def get(self, path: str, **headers: str) -> Answer:
        return await self._patiently("GET", path, b"", headers)

    async def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form as the page's script does; without an answer the same form is sent again."""
        body = urlencode({"token": self.token, **fields}).encode()
        return await self._patiently("POST", path, body, SCRIPT)

    async def _patiently(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        for attempt in range(int(PATIENCE_S * 5)):
            try:
                return await self.once(method, path, body, headers)
            except (OSError, EOFError):
                self.lost += not attempt
                await asyncio.sleep(0.2)
        raise AssertionError("the room does not come back")

    async def once(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        """Ask once; a connection that breaks before the whole answer is there raises."""
        reader, writer = await self.open(method, path, body, headers or {})
        try:
            status, given = await _head(reader)
            length = next((int(value) for name, value in given if name == "content-length"), None)
            answer = Answer(status, given, await (reader.read() if length is None else reader.readexactly(length)))
        finally:
            writer.close()
        self._keep(answer)
        return answer

    async def open(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = {"Host": f"127.0.0.1:{self.port}", "Content-Length": str(len(body)), **headers}
        if body:
            lines.setdefault("Content-Type", "application/x-www-form-urlencoded")
        if self.cookies:
            lines["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        writer.write(f"{method} /{path} HTTP/1.0\r\n{head}\r\n".encode() + body)
        return reader, writer

    async def events(self, path: str, **headers: str) -> AsyncIterator[bytes]:
        """Yield the lines of an event stream until it ends."""
        reader, writer = await self.open("GET", path, b"", headers)
        try:
            status, _ = await _head(reader)
            assert status == 200, status
            while line := await reader.readline():
                if self.heard is not None:
                    self.heard.append(line)
                yield line
        finally:
            writer.close()

    def _keep(self, answer: Answer) -> None:
        for name, value in answer.headers:
            if name == "set-cookie":
                key, _, kept = value.partition(";")[0].partition("=")
                self.cookies[key] = kept
        if found := re.search(rb'name="token" value="([0-9a-f]+)"', answer.body):
            self.token = found[1].decode()
        if self.heard is not None:
            self.heard.append(answer.body)


async def _head(reader: asyncio.StreamReader) -> tuple[int, list[tuple[str, str]]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in head[1:] if line)
    return int(head[0].split()[1]), [(name.lower(), value.strip()) for name, _, value in pairs]


async def joins(port: int, code: str, **fields: str) -> Phone:
    """Somebody comes in with the code and opens the table's page."""
    phone = Phone(port)
    await phone.get("")
    answer = await phone.post("join", {"code": code, "language": "en", **fields})
    assert answer.status == 303, answer.text
    assert (await phone.get("table")).status == 200
    return phone


async def trains(port: int, link: str) -> Phone:
    """The trainer opens the private link."""
    phone = Phone(port)
    address = urlsplit(link)
    assert (await phone.get(f"trainer?{address.query}")).status == 303
    assert (await phone.get("trainer")).status == 200
    assert phone.token
    return phone


def laid(file: Path) -> dict[int, dict[str, list[str]]]:
    """Who sits where, as the room's file says: table -> seat -> people."""
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as database:
        (data,) = database.execute("SELECT data FROM entries WHERE kind = 'laid' ORDER BY number DESC").fetchone()
    return {table["number"]: table["people"] for table in json.loads(data)["tables"]}
