"""The store of a room: entries in their order, in a file or in PostgreSQL."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Self, cast

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from dastarkhan.live.store.database import Database
from dastarkhan.live.store.entries import ROOM, Entry
from dastarkhan.live.store.hearing import Ears, OnEntry, OnSaid
from dastarkhan.live.store.known import Wish
from dastarkhan.live.store.postgres import PostgresRoom
from dastarkhan.live.store.sqlite import SqliteRoom
from dastarkhan.live.store.tables import AFTER, ALL, MICRO, entry_of
from dastarkhan.live.store.writer import Heard, Writer
from simulations.errors import KitError

ALLOWED = "sqlite:///room.sqlite, postgresql+psycopg://..."
LONGEST_NAMES = 1000  # bytes of stream, id and kind together; a key of PostgreSQL carries 2,700
END_OF_TIME = 1e12  # seconds
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class Store:
    """Entries of one room, durable before they are acknowledged. Made by `Store.open`.

    All methods belong to the event loop in which the store was opened.
    """

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._writer = writer
        self._seen: Mapping[str, int] = {}
        self._alone = asyncio.Lock()  # a copy and an erasing do not go together

    @classmethod
    async def open(cls, url: str, room: str = ROOM) -> Self:
        """Open a room, make it, or bring its tables to the newest version.

        Parameters
        ----------
        url : str
            ``"sqlite:////folder/room.sqlite"`` or ``"postgresql+psycopg://..."``.
        room : str, optional
            Several rooms may share a PostgreSQL server.

        Raises
        ------
        KitError
            ``live.unknown_store``, ``live.in_use``, ``live.not_a_room``, ``live.newer_file``, ``live.store_failed``,
            ``machine.not_writable``; ``machine.no_part`` without PostgreSQL's driver.
        """
        database = _database_of(url, room)
        try:
            await asyncio.to_thread(_prepare, database)
        except BaseException:
            database.close()
            raise
        store = cls(database, Writer(database))
        try:
            await store._writer.do(store._learn_all)
        except BaseException:
            await store.close()
            raise
        return store

    def _learn_all(self, connection: Connection) -> None:
        self._database.learn_all(connection, self._writer.known)
        self._seen = self._writer.known.heads()

    @property
    def commits(self) -> int:
        """Transactions with entries so far; entries that wait together share one."""
        return self._writer.commits

    async def append(self, stream: str, entry: Entry, *, after: int) -> Entry:
        """Store an entry; it is on the disk when this returns.

        Parameters
        ----------
        stream : str
        entry : Entry
            Its own ``number`` is not looked at; ``at`` is kept to the microsecond.
        after : int
            Number of the newest entry of the stream that the caller has seen.

        Returns
        -------
        Entry
            With its number ``after + 1``; or, when the id is in the stream already, what is stored under it.

        Raises
        ------
        Behind
            Somebody else has written number ``after + 1``.
        KitError
            ``live.disk_full`` or ``live.store_failed``: nothing is acknowledged; the same entry may be tried again.
            ``plain.not_json`` for data that no file can hold, ``live.ahead`` when entry ``after`` is not there.
        """
        return cast(Entry, await self._writer.do(_wish(stream, entry, after)))

    async def read(self, stream: str, after: int = 0) -> tuple[Entry, ...]:
        """Read a stream from an entry on, in its order."""

        def job(connection: Connection) -> tuple[Entry, ...]:
            wanted = {"room": self._writer.known.room, "stream": stream, "after": after}
            found = tuple(map(entry_of, connection.execute(AFTER, wanted)))
            self._writer.known.learn_read(stream, found)
            return found

        return cast(tuple[Entry, ...], await self._writer.do(job))

    async def read_all(self) -> Mapping[str, tuple[Entry, ...]]:
        """Read every stream that has entries."""

        def job(connection: Connection) -> Mapping[str, tuple[Entry, ...]]:
            rows = connection.execute(ALL, {"room": self._writer.known.room})
            return {stream: tuple(map(entry_of, group)) for stream, group in groupby(rows, lambda row: str(row.stream))}

        return cast(Mapping[str, tuple[Entry, ...]], await self._writer.do(job))

    def listen(self, on_entry: OnEntry, on_said: OnSaid) -> None:
        """Hear of other processes; call it once, after which nothing is missed that was written since `open`.

        Parameters
        ----------
        on_entry : callable
            Called in the event loop with a stream, the number of an entry in it that another process wrote, and the
            entry, or None where it has to be read: one that is too long for a word, or more than one at once. An erased
            room calls it with number 0 for each stream.
        on_said : callable
            Called with what another process said. A word may be lost when a connection breaks.
        """

        def heard(stream: str, number: int, entry: Entry | None) -> None:
            if entry is not None:
                self._writer.learn(Heard(stream, entry))
            on_entry(stream, number, entry)

        ears = Ears(on_entry=heard, on_said=on_said, on_erased=lambda: self._writer.soon(self._learn_all))
        self._database.listen(self._writer.known, self._seen, ears)

    async def say(self, what: Mapping[str, object]) -> None:
        """Tell the other processes something small that is not stored, such as who is here.

        It may be lost when a connection breaks.

        Raises
        ------
        KitError
            ``live.word_too_long`` for more than 7,000 bytes.
        """
        try:
            await self._writer.do(lambda connection: self._database.say(connection, what))
        except KitError as error:
            if error.code != "live.store_failed":
                raise

    async def backup(self, to: Path) -> None:
        """Copy the room's file while it is used.

        Raises
        ------
        KitError
            ``live.no_backup`` for PostgreSQL, which has its own command.
        """
        async with self._alone:
            await asyncio.to_thread(self._database.copy, to)

    async def erase(self) -> None:
        """Take away every entry for good; the empty room can be used."""

        def job(connection: Connection) -> None:
            try:
                self._database.erase(connection)
            finally:  # rows may be gone although not every trace is
                self._database.learn_all(connection, self._writer.known)

        async with self._alone:
            await self._writer.do(job)

    async def close(self) -> None:
        """Store what still waits, and let go of the file or the server."""
        await self._writer.close()
        await asyncio.to_thread(self._database.close)


def _prepare(database: Database) -> None:
    try:
        database.prepare()
    except DBAPIError as error:
        raise database.fault(error) from None


def _database_of(url: str, room: str) -> Database:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise KitError("live.unknown_store", value=url, allowed=ALLOWED) from None
    if parsed.drivername == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return SqliteRoom(Path(str(parsed.database)), room)
    if parsed.drivername in ("postgresql", "postgresql+psycopg"):
        return PostgresRoom(parsed, room)
    raise KitError("live.unknown_store", value=parsed.render_as_string(hide_password=True), allowed=ALLOWED)


def _wish(stream: str, entry: Entry, after: int) -> Wish:
    """Look at an entry before it waits, so that a bad one harms nobody but itself."""
    names = f"{stream}{entry.id}{entry.kind}"
    try:
        text = _encode(entry.data)
        data = json.loads(text)  # as it will be read
        fits = "\0" not in names and len(names.encode()) <= LONGEST_NAMES and bool(text.encode())
        fits = fits and abs(entry.at) < END_OF_TIME and after >= 0
    except (TypeError, ValueError, RecursionError):
        fits = False
    if not fits:
        raise KitError("plain.not_json", key=stream, value=entry.kind)
    kept = replace(entry, data=data, at=round(entry.at * MICRO) / MICRO)
    return Wish(stream=stream, entry=kept, text=text, after=after)
