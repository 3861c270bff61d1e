"""One thing that happened, and where it stands in its stream."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulations.errors import KitError

ROOM = "room"


class Behind(KitError):  # noqa: N818 - not an error of a person: somebody else was first
    """Another process has written to the stream since it was read; read on and try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened in a room or at a table.

    Parameters
    ----------
    id : str
        Counts once in its stream: the same id again is the same entry.
    kind : str
        What happened; ``"move"`` at a table, otherwise a fact of the room.
    data : mapping, optional
        JSON-plain.
    at : float
        Seconds since 1970, of the machine that wrote it.
    number : int, optional
        Place in the stream, from 1; 0 until it is stored.
    """

    id: str
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    at: float
    number: int = 0


def table_stream(number: int, laying: int = 1) -> str:
    """Name the stream of a table's moves; tables that are laid once more begin new ones.

    Examples
    --------
    >>> table_stream(3)
    'table/3'
    >>> table_stream(3, 2)
    'table/3.2'
    """
    return f"table/{number}" if laying == 1 else f"table/{number}.{laying}"
