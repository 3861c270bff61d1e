"""The thread that hears what other processes have written and said; it comes back when a connection breaks."""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import DBAPIError

from dastarkhan.live.store.entries import Entry
from dastarkhan.live.store.known import Known
from dastarkhan.live.store.tables import ENTRIES, ROOMS, entry_from

LOOKS_UP_S = 0.25  # how long closing may have to wait
PAUSE_S = 0.2
OnEntry = Callable[[str, int, Entry | None], None]
OnSaid = Callable[[Mapping[str, object]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """Whom to tell, in the event loop."""

    on_entry: OnEntry
    on_said: OnSaid
    on_erased: Callable[[], None]


class Hearing:
    """Listens on a channel of PostgreSQL.

    Parameters
    ----------
    engine : Engine
    channel, room, me : str
        What to listen to, which room it is about, and how this process signs its own messages.
    known : Known
        For what this process wrote itself.
    told : mapping of str to int
        The newest number of each stream that the caller could know when it opened the room.
    ears : Ears
    """

    def __init__(
        self, engine: Engine, channel: str, room: str, me: str, *, known: Known, told: Mapping[str, int], ears: Ears
    ) -> None:
        self._engine, self._channel, self._room, self._me = engine, channel, room, me
        self._known, self._told, self._ears = known, dict(told), ears
        self._loop = asyncio.get_running_loop()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="room-hearing", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        broken = self._engine.dialect.loaded_dbapi.Error
        while not self._over.is_set():
            try:
                self._listen()
            except (DBAPIError, broken):
                self._over.wait(PAUSE_S)

    def _listen(self) -> None:
        with self._engine.connect() as connection:
            connection.execute(text(f'LISTEN "{self._channel}"'))
            self._catch_up()
            driver: Any = connection.connection.driver_connection
            while not self._over.is_set():
                for note in driver.notifies(timeout=LOOKS_UP_S):
                    self._hear(json.loads(note.payload))

    def _catch_up(self) -> None:
        """Tell what was written while nobody listened; on another connection, for this one may be told things now."""
        heads = select(ENTRIES.c.stream, func.max(ENTRIES.c.number)).join(ROOMS).where(ROOMS.c.name == self._room)
        with self._engine.connect() as connection:
            now = dict(map(tuple, connection.execute(heads.group_by(ENTRIES.c.stream))))
        if any(number > now.get(stream, 0) for stream, number in self._told.items()):
            self._hear_erased()
        for stream, number in now.items():
            if number > self._known.mine.get(stream, 0):
                self._hear_of(stream, number)

    def _hear(self, note: Mapping[str, Any]) -> None:
        if note["from"] == self._me:
            return
        if note.get("erased"):
            self._hear_erased()
        for stream, number, *rest in note.get("entries", ()):
            self._hear_of(stream, number, entry_from(number, *rest) if rest else None)
        if "said" in note:
            self._tell(self._ears.on_said, note["said"])

    def _hear_of(self, stream: str, number: int, entry: Entry | None = None) -> None:
        if number > self._told.get(stream, 0):
            self._told[stream] = number
            self._tell(self._ears.on_entry, stream, number, entry)

    def _hear_erased(self) -> None:
        gone = {*self._told, *self._known.mine}
        self._told.clear()
        self._tell(self._ears.on_erased)
        for stream in sorted(gone):
            self._tell(self._ears.on_entry, stream, 0, None)

    def _tell(self, ear: Callable[..., None], *what: object) -> None:
        try:
            self._loop.call_soon_threadsafe(ear, *what)
        except RuntimeError:
            self._over.set()  # the event loop has ended: nobody hears any more
