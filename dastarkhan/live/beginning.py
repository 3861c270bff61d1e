"""From what the trainer asked for to the first entry of a room."""

import argparse
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dastarkhan.guides import plan_names, read_guide
from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.paths import home
from dastarkhan.live.room.acts import CODE_HOURS, MOST_WALL_LANGUAGES
from dastarkhan.live.room.secrets import join_code, room_secret
from dastarkhan.live.room.stages import Absence
from simulations.errors import KitError
from simulations.games import read_case
from simulations.table import Case
from simulations.table.plain import thaw

GUIDES: Mapping[str, str] = {"river": "11", "package": "08"}
"""Which guide's run-sheet goes with a game; its talks are called `talks_1` and so on, what follows them `role_down`."""
FOLDER = "rooms"
WAIT_S = 120


def first_entry(args: argparse.Namespace, lang: str, now: float) -> Mapping[str, Any]:
    """Return the data of a new room's first entry.

    Parameters
    ----------
    args : argparse.Namespace
        ``case``, ``plan``, ``absence`` and ``wall``.
    lang : str
        Of the command; the wall speaks it when nothing else is asked for.
    now : float
        Seconds since 1970.

    Raises
    ------
    KitError
        For a case, a plan or languages that do not exist.
    """
    case = read_case(args.case)
    guide = guide_of(case)
    return {
        "secret": room_secret(),
        "code": join_code(),
        "code_until": now + 3600 * CODE_HOURS,
        "case": thaw(case.data),
        "guide": f"guide_{guide}" if guide else "",
        "plan": _plan(guide, args.plan),
        "absence": Absence(args.absence).value,
        "wait_s": WAIT_S,
        "wall_languages": list(wall_languages(args.wall, lang)),
    }


def guide_of(case: Case) -> str:
    """Return whose run-sheet goes with a case; none, ``""``, where a price alone is talked about."""
    one_price = case.game == "package" and len(case.terms) == 1
    return "" if one_price else GUIDES.get(case.game, "")


def _plan(guide: str, asked: str | None) -> str:
    if not guide and asked is not None:
        raise KitError("live.no_plan", value=asked)
    if not guide:
        return ""
    names = plan_names(read_guide(guide))
    if asked is not None and asked not in names:
        raise KitError("guide.unknown_plan", value=asked, allowed=", ".join(names))
    return asked or names[0]


def wall_languages(asked: str | None, lang: str) -> tuple[str, ...]:
    """Return up to three languages of the wall.

    Raises
    ------
    KitError
        ``command.bad_option`` naming those that the kit does not speak; ``live.too_many_walls`` for more than three.

    Examples
    --------
    >>> wall_languages("kk, ru", "en"), wall_languages(None, "ky")
    (('kk', 'ru'), ('ky',))
    """
    codes = tuple(dict.fromkeys(one.strip() for one in (asked or lang).split(",") if one.strip()))
    unknown = tuple(one for one in codes if one not in LANGUAGES)
    if unknown or not codes:
        raise KitError("command.bad_option", option="--wall", value=unknown or asked, allowed=tuple(LANGUAGES))
    if len(codes) > MOST_WALL_LANGUAGES:
        raise KitError("live.too_many_walls", value=codes)
    return codes


def room_url(asked: str | None, case: Case | str, day: str) -> str:
    """Return where a room is kept: what was asked for, or a new file among the person's own work.

    Parameters
    ----------
    asked : str or None
        A file, or the address of a PostgreSQL database.
    case : Case or str
    day : str
        Of the file's name, such as ``"2026-11-28"``.
    """
    if asked and "://" in asked:
        return asked
    if asked:
        return f"sqlite:///{Path(asked).resolve()}"
    folder = home().resolve() / FOLDER
    name = case if isinstance(case, str) else case.id
    free = (folder / f"{day}-{Path(name).stem}{_nth(n)}.sqlite" for n in range(1, 1000))
    return f"sqlite:///{next(path for path in free if not path.exists())}"


def room_file(asked: str) -> Path:
    """Return the file of a room that is there.

    Raises
    ------
    KitError
        ``live.no_backup`` for a room that is in no file.
    """
    if "://" in asked and not asked.startswith("sqlite:///"):
        raise KitError("live.no_backup", place=hide_password(asked))
    return Path(asked.removeprefix("sqlite:///"))


def hide_password(address: str) -> str:
    """Write the address of a database without its password.

    Examples
    --------
    >>> hide_password("postgresql://me:secret@host/rooms")
    'postgresql://me:***@host/rooms'
    """
    return re.sub(r"(?<=://)([^:/@]*):[^@/]*@", r"\1:***@", address)


def _nth(n: int) -> str:
    return "" if n == 1 else f"-{n}"


def records_folder() -> Path:
    """Return the folder where the debrief looks for the moves of a room."""
    return home().resolve() / FOLDER
