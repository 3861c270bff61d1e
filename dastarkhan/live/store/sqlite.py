"""A room in a file of its own: one process writes, and what it acknowledges is on the disk."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, NullPool, create_engine, event, func, text
from sqlalchemy.exc import DBAPIError

from dastarkhan.live.store.database import ROWS, Database, as_json, insert_from_text, rows_of
from dastarkhan.live.store.known import Plan
from dastarkhan.live.store.migrations import migrate, schema_of
from dastarkhan.live.store.tables import ENTRIES, ROOMS
from simulations.errors import KitError

BUSY_S = 10
PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=ON",  # a Mac answers too early without it
    "checkpoint_fullfsync=ON",
    "secure_delete=ON",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_S * 1000}",
)

_each = func.json_each(ROWS).table_valued("value", name="waiting")
INSERT = insert_from_text(_each, tuple(func.json_extract(_each.c.value, f"$[{part}]") for part in range(6)))


class SqliteRoom(Database):
    """One file, one room.

    Parameters
    ----------
    path : Path
        Of the file; made when it is not there.
    room : str
    """

    def __init__(self, path: Path, room: str) -> None:
        self.path = path.absolute()
        self.room, self.place = room, str(self.path)
        self._latch = FileLock(f"{self.path}.lock", thread_local=False)
        self.engine = create_engine(
            URL.create("sqlite", database=self.place),
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        event.listen(self.engine, "connect", _set_up)

    def prepare(self) -> None:
        """Take the file for this process alone, and make or migrate its tables."""
        self._take()
        with self.engine.connect() as connection:
            schema_of(connection, self.place)  # before the first write: what is no room stays as it is
            connection.execute(text("PRAGMA journal_mode=WAL"))
            with _whole(connection):
                migrate(connection, self.place)

    def _take(self) -> None:
        try:
            self._latch.acquire(timeout=0)
            # What people wrote is for the owner of the machine only; SQLite gives the same rights to its other files.
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        except Timeout:
            raise KitError("live.in_use", file=self.place) from None
        except OSError:
            raise KitError("machine.not_writable", place=str(self.path.parent)) from None

    def write(self, connection: Connection, room: int, plan: Plan) -> None:
        """Store all rows: one statement is one transaction."""
        connection.execute(INSERT, {"room": room, "rows": as_json(rows_of(plan))})

    def say(self, connection: Connection, what: Mapping[str, object]) -> None:
        """Do nothing: there is no other process."""

    def erase(self, connection: Connection) -> None:
        """Delete all rows, and every trace of them in the file and beside it."""
        with _whole(connection):
            connection.execute(ENTRIES.delete())
            connection.execute(ROOMS.delete())
        self._empty_log(connection)
        connection.execute(text("VACUUM"))
        self._empty_log(connection)

    def _empty_log(self, connection: Connection) -> None:
        busy, _, _ = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
        if busy:
            raise KitError("live.store_failed", place=self.place, reason="the file is being read")

    def copy(self, to: Path) -> None:
        """Copy the room as it is now; SQLite lets others write meanwhile."""
        copy_room(self.path, to)

    def fault(self, error: DBAPIError) -> KitError:
        """Say whether the disk is full, or what else is wrong."""
        return fault_of(error.orig, self.place)

    def close(self) -> None:
        """Let another process have the file."""
        super().close()
        self._latch.release()


def copy_room(path: Path, to: Path) -> None:
    """Copy a room's file while it is used, by SQLite's own means; also from another process.

    Parameters
    ----------
    path, to : Path
        What is there already at ``to`` is replaced, in one step, when the copy is whole.

    Raises
    ------
    KitError
        ``live.not_a_room``, ``live.disk_full`` or ``live.store_failed``.
    """
    if to.exists() and to.samefile(path):
        raise KitError("live.in_use", file=str(to))
    part = to.with_name(f"{to.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_RDWR, 0o600))
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_S)
        with contextlib.closing(source), contextlib.closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(to)
    except sqlite3.Error as error:
        raise fault_of(error, str(path)) from None
    except OSError as error:
        raise KitError("live.store_failed", place=str(to), reason=error.strerror) from None
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)


def fault_of(error: BaseException | None, place: str) -> KitError:
    """Turn SQLite's own fault into the kit's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return KitError("live.disk_full", place=place)
    if code == sqlite3.SQLITE_NOTADB:
        return KitError("live.not_a_room", file=place)
    return KitError("live.store_failed", place=place, reason=str(error))


@contextlib.contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    """All of it or nothing; the driver would commit each statement by itself."""
    connection.execute(text("BEGIN IMMEDIATE"))
    try:
        yield
        connection.execute(text("COMMIT"))
    except BaseException:
        connection.connection.rollback()
        raise


def _set_up(connection: Any, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
