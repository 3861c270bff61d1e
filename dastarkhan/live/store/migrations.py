"""From every older version of the tables to the newest, one step after the other.

A step that was published never changes: files made by it are in people's hands. A new version is a new function at the
end of ``MIGRATIONS``, and a file of the version before it goes to ``tests/live/data``.
"""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, inspect, select, text

from dastarkhan.live.store.tables import ABOUT
from simulations.errors import KitError


def entries_in_streams(connection: Connection) -> None:
    """Version 1: rooms, and entries numbered in their streams."""
    small = connection.dialect.name == "sqlite"
    own_number = "INTEGER PRIMARY KEY" if small else "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    as_one_tree = "WITHOUT ROWID" if small else ""
    connection.execute(text("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL)"))
    connection.execute(text(f"CREATE TABLE rooms (id {own_number}, name TEXT NOT NULL UNIQUE)"))
    connection.execute(
        text(
            "CREATE TABLE entries (room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, stream TEXT NOT NULL,"
            " number INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL, at_us BIGINT NOT NULL,"
            f" PRIMARY KEY (room, stream, number), UNIQUE (room, stream, id)) {as_one_tree}"
        )
    )


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (entries_in_streams,)


def schema_of(connection: Connection, place: str) -> int:
    """Say which version the tables have; 0 when there are none yet.

    Raises
    ------
    KitError
        ``live.not_a_room`` when other tables are there, ``live.newer_file`` when a newer kit has made them.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return 0
    found = None
    if "about" in names and {column["name"] for column in inspect(connection).get_columns("about")} == {"key", "value"}:
        found = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == "schema"))
    if not str(found).isdecimal():
        raise KitError("live.not_a_room", file=place)
    if int(str(found)) > len(MIGRATIONS):
        raise KitError("live.newer_file", file=place, value=found, allowed=len(MIGRATIONS))
    return int(str(found))


def migrate(connection: Connection, place: str) -> None:
    """Bring the tables to the newest version; the caller holds the transaction."""
    version = schema_of(connection, place)
    if version == len(MIGRATIONS):
        return
    for step in MIGRATIONS[version:]:
        step(connection)
    connection.execute(delete(ABOUT).where(ABOUT.c.key == "schema"))
    connection.execute(insert(ABOUT).values(key="schema", value=str(len(MIGRATIONS))))
