"""The tables as they are now, for questions and answers; migrations make them.

One row an entry, and the numbers of a stream have no holes. The two keys settle who was first: a place in a stream is
taken once, and an id counts once. A room that is erased gets a new row in ``rooms``, so that another process which
still believes in the old one cannot write into the new.
"""

import json
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Row, Select, Table, Text, bindparam, select

from dastarkhan.live.store.entries import Entry

METADATA = MetaData()
MICRO = 1_000_000

ABOUT = Table("about", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
ROOMS = Table(
    "rooms", METADATA, Column("id", Integer, primary_key=True), Column("name", Text, nullable=False, unique=True)
)
ENTRIES = Table(
    "entries",
    METADATA,
    Column("room", ForeignKey(ROOMS.c.id, ondelete="CASCADE"), primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
)

_OF_ROOM = select(ENTRIES).where(ENTRIES.c.room == bindparam("room"))
_IN_STREAM = _OF_ROOM.where(ENTRIES.c.stream == bindparam("stream"))
ALL: Select[Any] = _OF_ROOM.order_by(ENTRIES.c.stream, ENTRIES.c.number)
AFTER: Select[Any] = _IN_STREAM.where(ENTRIES.c.number > bindparam("after")).order_by(ENTRIES.c.number)
ONE: Select[Any] = _IN_STREAM.where(ENTRIES.c.number == bindparam("number"))

_PLACE = select(ENTRIES.c.stream, ENTRIES.c.number, ENTRIES.c.id).where(ENTRIES.c.room == bindparam("room"))
_NEW = (ENTRIES.c.stream == bindparam("stream"), ENTRIES.c.number > bindparam("after"))
PLACES: Select[Any] = _PLACE
NEW_PLACES: Select[Any] = _PLACE.where(*_NEW)


def entry_of(row: Row[Any]) -> Entry:
    """Turn a stored row back into an entry."""
    return entry_from(row.number, row.id, row.kind, row.data, row.at_us)


def entry_from(number: int, id: str, kind: str, data: str, at_us: int) -> Entry:
    """Make an entry of what is stored of it."""
    return Entry(id=id, kind=kind, data=json.loads(data), at=at_us / MICRO, number=number)
