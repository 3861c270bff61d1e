"""What the writer asks of a database; everything here runs in the writer's thread, on its one connection."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, FromClause, Insert, String, bindparam, insert, select
from sqlalchemy.exc import DBAPIError

from dastarkhan.live.store.hearing import Ears
from dastarkhan.live.store.known import Known, Plan
from dastarkhan.live.store.tables import ENTRIES, MICRO, NEW_PLACES, PLACES, ROOMS
from simulations.errors import KitError

COLUMNS = ("stream", "number", "id", "kind", "data", "at_us")
ROWS = bindparam("rows", type_=String)
Values = tuple[str, int, str, str, str, int]
"""What is stored of an entry, in the order of `COLUMNS`."""
as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Database(ABC):
    """One room in one database.

    Attributes
    ----------
    engine : Engine
        Commits every statement by itself, unless a transaction is asked for.
    room : str
    place : str
        The file or the address, to be named in faults.
    patience_s : float
        How long a broken connection is tried again before those who wait are told.
    """

    engine: Engine
    room: str
    place: str
    patience_s: float = 0.0

    @abstractmethod
    def prepare(self) -> None:
        """Make or migrate the tables; refuse what is no room."""

    @abstractmethod
    def write(self, connection: Connection, room: int, plan: Plan) -> None:
        """Store all rows of a plan or none, durably, in one statement."""

    @abstractmethod
    def say(self, connection: Connection, what: Mapping[str, object]) -> None:
        """Tell the other processes something that is not stored."""

    @abstractmethod
    def erase(self, connection: Connection) -> None:
        """Take away every byte of the room that can be taken away."""

    @abstractmethod
    def copy(self, to: Path) -> None:
        """Copy the room while it is used; runs in a thread of its own."""

    @abstractmethod
    def fault(self, error: DBAPIError) -> KitError:
        """Say in the kit's words what is wrong with the disk or the connection."""

    def is_race(self, error: DBAPIError) -> bool:
        """Whether another process was faster, so that learning and planning again helps."""
        return False

    def listen(self, known: Known, told: Mapping[str, int], ears: Ears) -> None:  # noqa: B027 - nobody else writes
        """Report what other processes write and say, from a thread of its own."""

    def close(self) -> None:
        """Let go of everything."""
        self.engine.dispose()

    def learn_all(self, connection: Connection, known: Known) -> None:
        """Find the room, or make it, and learn all that is stored in it."""
        room = connection.scalar(select(ROOMS.c.id).where(ROOMS.c.name == self.room))
        if room is None:
            self.make_room(connection)
            room = connection.scalar(select(ROOMS.c.id).where(ROOMS.c.name == self.room))
        known.forget(int(str(room)))
        known.learn(map(tuple, connection.execute(PLACES, {"room": known.room})))

    def learn(self, connection: Connection, known: Known, streams: set[str]) -> None:
        """Learn what others have written to some streams."""
        if connection.scalar(select(ROOMS.c.id).where(ROOMS.c.name == self.room)) != known.room:
            return self.learn_all(connection, known)  # it was erased
        for stream in streams:
            new = {"room": known.room, "stream": stream, "after": known.head(stream)}
            known.learn(map(tuple, connection.execute(NEW_PLACES, new)))
        return None

    def make_room(self, connection: Connection) -> None:
        """Give the room a row of its own."""
        connection.execute(insert(ROOMS).values(name=self.room))


def rows_of(plan: Plan) -> list[Values]:
    """Return all rows of a plan, in an order that lets two processes never wait for each other."""
    return [
        (stream, number, wish.entry.id, wish.entry.kind, wish.text, round(wish.entry.at * MICRO))
        for (stream, number), wish in sorted(plan.rows.items())
    ]


def insert_from_text(each: FromClause, parts: tuple[Any, ...]) -> Insert:
    """Make the statement that unpacks the text in the database.

    One statement is one step outside Python's global lock, however many rows it has; row by row, a busy event loop
    would make the writer wait up to 5 ms for its turn after each of them.
    """
    wanted = select(bindparam("room"), *parts).select_from(each)
    return insert(ENTRIES).from_select(["room", *COLUMNS], wanted)
