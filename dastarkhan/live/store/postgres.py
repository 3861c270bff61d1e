"""A room in PostgreSQL: several processes write, and hear of each other."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    URL,
    BigInteger,
    Connection,
    Integer,
    NullPool,
    Text,
    bindparam,
    cast,
    column,
    create_engine,
    delete,
    event,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.exc import DBAPIError

from dastarkhan.live.store.database import ROWS, Database, Values, as_json, insert_from_text, rows_of
from dastarkhan.live.store.hearing import Ears, Hearing
from dastarkhan.live.store.known import Known, Plan
from dastarkhan.live.store.migrations import migrate
from dastarkhan.live.store.tables import ENTRIES, ROOMS
from simulations.errors import KitError

SCHEMA = "dastarkhan"  # tables have plain names, and the server may serve others too
LONGEST_WORD = 7000  # PostgreSQL carries 8,000 bytes, and a word has a frame
FITS = LONGEST_WORD - 100  # bytes of rows in a word
ONE_MIGRATES = 0x44415354
DISK_FULL, DEADLOCK = "53100", "40P01"
SESSION = {
    "synchronous_commit": "on",
    "search_path": SCHEMA,
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",  # a process that was stopped must not stop the others
}
NETWORK = {"connect_timeout": 5, "tcp_user_timeout": 10_000, "keepalives_idle": 10, "keepalives_interval": 3}

_each = func.json_array_elements(cast(ROWS, JSON)).table_valued(column("value", JSON), name="waiting")
_part = [_each.c.value.op("->>")(literal_column(str(part))) for part in range(6)]
_parts = (_part[0], cast(_part[1], Integer), *_part[2:5], cast(_part[5], BigInteger))
_note = func.unnest(bindparam("notes", type_=ARRAY(Text))).column_valued("note")
NOTIFY = select(func.pg_notify(bindparam("channel"), _note))
INSERT = NOTIFY.add_cte(insert_from_text(_each, _parts).returning(ENTRIES.c.number).cte("written"))
ERASE = NOTIFY.add_cte(delete(ROOMS).where(ROOMS.c.name == bindparam("name")).returning(ROOMS.c.id).cte("gone"))


class PostgresRoom(Database):
    """One room on a server, which other processes may have open too.

    Parameters
    ----------
    url : URL
    room : str
    """

    patience_s = 5.0

    def __init__(self, url: URL, room: str) -> None:
        self.room = room
        self.place = url.difference_update_query(("password", "sslpassword")).render_as_string(hide_password=True)
        self._channel = f"dastarkhan_{hashlib.sha256(room.encode()).hexdigest()[:16]}"
        self._me = secrets.token_hex(4)
        self._hearing: Hearing | None = None
        try:
            self.engine = create_engine(
                url.set(drivername="postgresql+psycopg"),
                poolclass=NullPool,
                isolation_level="AUTOCOMMIT",
                hide_parameters=True,
                connect_args=NETWORK,
            )
        except ImportError:
            raise KitError("machine.no_part", part="psycopg") from None
        event.listen(self.engine, "connect", _set_up)

    def prepare(self) -> None:
        """Make or migrate the tables; one process at a time."""
        with self.engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
            connection.execute(select(func.pg_advisory_xact_lock(ONE_MIGRATES)))
            if connection.scalar(select(func.to_regnamespace(SCHEMA))) is None:
                connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
            migrate(connection, self.place)

    def make_room(self, connection: Connection) -> None:
        """Give the room a row, unless another process is faster."""
        connection.execute(insert(ROOMS).values(name=self.room).on_conflict_do_nothing())

    def write(self, connection: Connection, room: int, plan: Plan) -> None:
        """Store all rows and tell the others: one statement is one transaction, and one journey to the server."""
        rows = rows_of(plan)
        notes = [self._note(entries=some) for some in _portions(rows)]
        connection.execute(INSERT, {"room": room, "rows": as_json(rows), "channel": self._channel, "notes": notes})

    def _note(self, **what: object) -> str:
        return as_json({"from": self._me, **what})

    def say(self, connection: Connection, what: Mapping[str, object]) -> None:
        """Send a word to the other processes.

        Raises
        ------
        KitError
            ``live.word_too_long``
        """
        note = self._note(said=what)
        if (size := len(note.encode())) > LONGEST_WORD:
            raise KitError("live.word_too_long", value=size, allowed=LONGEST_WORD)
        connection.execute(NOTIFY, {"channel": self._channel, "notes": [note]})

    def listen(self, known: Known, told: Mapping[str, int], ears: Ears) -> None:
        """Hear of other processes on a connection of its own."""
        if self._hearing is None:
            self._hearing = Hearing(self.engine, self._channel, self.room, self._me, known=known, told=told, ears=ears)

    def erase(self, connection: Connection) -> None:
        """Delete the room's rows, tell the others, and give the tables new files."""
        connection.execute(ERASE, {"name": self.room, "channel": self._channel, "notes": [self._note(erased=True)]})
        connection.execute(text("VACUUM (FULL) entries"))
        connection.execute(text("VACUUM (FULL) rooms"))

    def copy(self, to: Path) -> None:
        """Refuse: PostgreSQL has its own command."""
        raise KitError("live.no_backup", place=self.place)

    def is_race(self, error: DBAPIError) -> bool:
        """Whether two processes waited for each other, and this one was chosen to try again."""
        return getattr(error.orig, "sqlstate", None) == DEADLOCK

    def fault(self, error: DBAPIError) -> KitError:
        """Say whether the server's disk is full, or what else is wrong."""
        if getattr(error.orig, "sqlstate", None) == DISK_FULL:
            return KitError("live.disk_full", place=self.place)
        return KitError("live.store_failed", place=self.place, reason=str(error.orig).partition("\n")[0])

    def close(self) -> None:
        """Stop listening and hang up."""
        if self._hearing is not None:
            self._hearing.close()
        super().close()


def _portions(rows: Sequence[Values]) -> Iterator[list[Sequence[object]]]:
    """Divide rows into what a word can carry; of a row that is too long for one it says stream and number only."""
    portion: list[Sequence[object]] = []
    left = FITS
    for row in rows:
        told: Sequence[object] = row if _size(row) <= FITS else row[:2]
        if portion and _size(told) > left:
            yield portion
            portion, left = [], FITS
        portion.append(told)
        left -= _size(told)
    yield portion


def _size(row: Sequence[object]) -> int:
    return len(as_json(row).encode()) + 1  # and a comma


def _set_up(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET {name} TO '{value}'" for name, value in SESSION.items()))
    connection.commit()
