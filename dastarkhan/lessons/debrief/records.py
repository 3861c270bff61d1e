"""Where the moves of tables come from: files in the folder of rooms, a file that is brought, or an example."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dastarkhan.languages.paths import home
from simulations.errors import KitError
from simulations.games import package_partners, read_case, river_partners
from simulations.table import Record, play, replay

FOLDER = "rooms"
KINDS = (".jsonl", ".zip")
MOST_TABLES = 12
MOST_BYTES = 20_000_000
"""A whole room is far below this; what unpacks to more is no room."""

SAVED = re.compile(r"(([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4})-(.+)-[0-9a-f]{6})-table-([0-9]+)\.jsonl")
"""What the live room calls a table's file: room (day, hour, case, sign) and table."""

EXAMPLES = ("ayna", "fair")
_SEEDS = (3, 5, 13, 21, 8)
"""Of an example's tables. All agree: a lone table without agreement could be told from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRoom:
    """Files of one room.

    Attributes
    ----------
    name : str
        ``""``: files whose names tell of no room, such as brought ones.
    opened : datetime or None
        By the clock of the computer that served the room.
    case : str
        Its id.
    files : mapping of str to int
        Name of a file -> number of its table; 0 where the name tells none.
    """

    name: str = ""
    opened: datetime.datetime | None = None
    case: str = ""
    files: Mapping[str, int]


def folder() -> Path:
    """The folder in which a room's moves are kept."""
    return home() / FOLDER


def names() -> tuple[str, ...]:
    """Files that may hold moves of tables, by their names: table 10 comes after table 2."""
    if not folder().is_dir():
        return ()
    found = (path.name for path in folder().iterdir() if path.suffix.lower() in KINDS and path.is_file())
    return tuple(sorted(found, key=_in_order))


def _in_order(name: str) -> tuple[list[str | int], str]:
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)], name


def rooms() -> tuple[SavedRoom, ...]:
    """The rooms whose files lie in the folder, the newest first; files that tell of no room come last."""
    found: dict[str, SavedRoom] = {}
    for name in names():
        one = _room_of(name)
        files = {**found[one.name].files, **one.files} if one.name in found else one.files
        found[one.name] = replace(one, files=files)
    return tuple(found[name] for name in sorted(found, reverse=True))


def _room_of(file: str) -> SavedRoom:
    if told := SAVED.fullmatch(file):
        name, opened, case, table = told.groups()
        with suppress(ValueError):  # no such day, or no such hour
            when = datetime.datetime.strptime(opened, "%Y-%m-%d-%H%M")
            return SavedRoom(name=name, opened=when, case=case, files={file: int(table)})
    return SavedRoom(files={file: 0})


def read(chosen: Sequence[str]) -> tuple[Record, ...]:
    """The tables in files of the folder, in their order.

    Raises
    ------
    KitError
        ``debrief.not_a_record``, ``debrief.two_cases`` or ``debrief.too_many``.
    """
    return together(record for name in chosen for record in records_in(name, _content(name)))


def _content(name: str) -> bytes:
    try:
        return (folder() / Path(name).name).read_bytes()
    except OSError as fault:
        raise KitError("debrief.not_a_record", file=name) from fault


def records_in(name: str, content: bytes) -> tuple[Record, ...]:
    """The tables in one file.

    Parameters
    ----------
    name : str
        Its ending says whether it is a zip file.
    content : bytes

    Raises
    ------
    KitError
        ``debrief.not_a_record`` with the file's name; its cause, where it is another `KitError`, says what is wrong.
    """
    texts = _unpacked(name, content) if name.lower().endswith(".zip") else [(name, content)]
    return tuple(_record(inner, text) for inner, text in texts)


def _unpacked(name: str, content: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = [one for one in archive.infolist() if one.filename.lower().endswith(".jsonl")]
            if not inside or sum(one.file_size for one in inside) > MOST_BYTES:
                raise KitError("debrief.no_tables_inside", file=name)
            return [(Path(one.filename).name, archive.read(one)) for one in inside]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as fault:
        raise KitError("debrief.no_tables_inside", file=name) from fault


def _record(name: str, content: bytes) -> Record:
    """Read a record and play it through once: what does not follow the rules is no record of a game."""
    try:
        record = Record.from_text(content.decode("utf-8"))
        replay(record)
    except (KitError, UnicodeDecodeError) as fault:
        raise KitError("debrief.not_a_record", file=name) from fault
    except (LookupError, TypeError, ValueError, AttributeError) as fault:  # its marks fit, but no game wrote it
        raise KitError("debrief.not_a_record", file=name) from fault
    return record


def together(records: Iterable[Record]) -> tuple[Record, ...]:
    """The tables of one room, if they can be looked at together.

    Raises
    ------
    KitError
        ``debrief.two_cases`` when they did not play the same, ``debrief.too_many``.
    """
    found = tuple(records)
    if len({record.case.sha256 for record in found}) > 1:
        titles = dict.fromkeys(record.case.text.get("title", record.case.id) for record in found)
        raise KitError("debrief.two_cases", value=", ".join(titles))
    if len(found) > MOST_TABLES:
        raise KitError("debrief.too_many", value=len(found), allowed=MOST_TABLES)
    return found


def keep(name: str, content: bytes) -> str:
    """Put a brought file beside the others, once it was found to hold tables; give the name under which it lies.

    Raises
    ------
    KitError
        As `records_in` and `together`; ``lesson.cannot_save`` when the folder cannot be written.
    """
    together(records_in(name, content))
    plain = Path(name.replace("\\", "/")).name
    stem, suffix = Path(plain).stem, Path(plain).suffix.lower()
    place = folder() / f"{stem}{suffix if suffix in KINDS else '.jsonl'}"
    number = 2
    while place.exists() and place.read_bytes() != content:
        place = place.with_name(f"{stem}-{number}{place.suffix}")
        number += 1
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    except OSError as fault:
        raise KitError("lesson.cannot_save", folder=str(place.parent), reason=fault.strerror or "") from fault
    return place.name


@lru_cache(maxsize=4)
def example(case_name: str) -> tuple[Record, ...]:
    """Five tables at which the kit's own partners have played: so many that their dots may be drawn."""
    case = read_case(case_name)
    first, last = ([seat for seat, one in case.seats.items() if one["side"] == side] for side in case.sides)
    partners = (river_partners if case.game == "river" else package_partners).PARTNERS
    quick, calm, giving, slow, firm = _SEEDS
    return (
        play(case, seed=quick),
        play(case, seed=calm, partners=dict.fromkeys(last, partners["conceder"])),
        play(case, seed=giving, partners=dict.fromkeys(first, partners["conceder"])),
        play(case, seed=slow, partners=dict.fromkeys(first, partners["boulware"])),
        play(case, seed=firm, partners=dict.fromkeys(last, partners["boulware"])),
    )
