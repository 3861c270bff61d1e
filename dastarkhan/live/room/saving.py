"""The moves of a room as files to keep; every room has names of its own, so that no class is written over another."""

import time
from pathlib import Path

from dastarkhan.languages.paths import kit_root
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import short_sign
from simulations.errors import KitError


def room_name(room: Room) -> str:
    """Name a room: the day and the hour at which it was opened, its case, and a sign that no other room has.

    Lowercase letters, digits, ``-`` and ``_`` alone, so that it can name a file anywhere.
    """
    state = room.state
    opened = time.strftime("%Y-%m-%d-%H%M", time.localtime(state.opened_at))
    return f"{opened}-{state.case.id}-{short_sign(state.secret)}"


def record_name(room: Room, number: int) -> str:
    """Name the file of a table's moves; the debrief reads the room and the table from it."""
    return f"{room_name(room)}-table-{number}.jsonl"


def folder_name(folder: Path) -> str:
    """Name a folder as a person may read it: within the kit without the way to it, such as ``"my_work/rooms"``."""
    return folder.relative_to(kit_root()).as_posix() if folder.is_relative_to(kit_root()) else str(folder)


async def save(room: Room, folder: Path | None, id: str) -> None:
    """Write the moves of every table into the folder where the debrief looks for them.

    Parameters
    ----------
    room : Room
    folder : Path or None
    id : str
        Of the tap.

    Raises
    ------
    KitError
        ``live.nothing_to_save``, or ``live.not_saved`` when the folder cannot be written.
    """
    if folder is None or not room.tables:
        raise KitError("live.nothing_to_save")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in room.tables.values():
            _write(folder / record_name(room, table.number), table.record.to_text())
    except OSError as fault:
        raise KitError("live.not_saved", path=folder_name(folder), reason=fault.strerror or "") from fault
    await room.tell("saved", {"tables": len(room.tables)}, id=id)


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all: a full disk must not take what was saved before."""
    fresh = file.with_suffix(".part")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
