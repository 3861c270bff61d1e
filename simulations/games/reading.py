"""Reading a case: from a file to a `Case`, or to all its faults at once."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulations.errors import CaseError
from simulations.games.faults import Faults
from simulations.games.lines import key_lines
from simulations.games.listing import GAMES
from simulations.games.outcomes import made_from, outcome_table
from simulations.games.package_schema import check_package
from simulations.games.possible import check_years
from simulations.games.river_schema import check_river
from simulations.games.schema import check_plain
from simulations.games.texts import check_text
from simulations.table import Case

CASES = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What a look at a case file found.

    Attributes
    ----------
    path : Path
    case : Case or None
        None when there are faults.
    faults : tuple of CaseError
        In the order of their lines; each has ``file``, ``line``, ``key``, ``value`` and ``allowed``.
    outcomes_fresh : bool
        Whether the outcome table beside the file was made from this very case, or the game needs none.
    """

    path: Path
    case: Case | None
    faults: tuple[CaseError, ...]
    outcomes_fresh: bool = False


def case_names(game: str | None = None) -> tuple[str, ...]:
    """Return the names of the cases that come with the kit, or of those that one game plays.

    Examples
    --------
    >>> case_names("package")
    ('canal', 'cart', 'fair', 'gate', 'market', 'sluice')
    """
    paths = sorted(CASES.glob("*.toml"))
    return tuple(path.stem for path in paths if game is None or _game_of(path) == game)


@cache
def _game_of(path: Path) -> str:
    """Return which game plays a case of the kit, without reading all of it: a page lists them often."""
    found = re.search(r'^game = "(\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def case_path(name_or_path: str | Path) -> Path:
    """Return where a case lies: the name of one of the kit's cases, or a path.

    Raises
    ------
    CaseError
        ``case.not_found``, with the names that there are; ``case.unreadable`` when nobody may even look there.
    """
    if str(name_or_path) in case_names():
        return CASES / f"{name_or_path}.toml"
    path = Path(name_or_path)
    try:
        there = path.exists()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not there:
        raise CaseError("case.not_found", value=str(name_or_path), allowed=case_names())
    return path


def outcomes_path(path: Path) -> Path:
    """Return where the outcome table of a case lies: beside it."""
    return path.with_name(f"{path.stem}.outcomes.json")


def read_case(name_or_path: str | Path) -> Case:
    """Read a case.

    Parameters
    ----------
    name_or_path : str or Path
        The name of a case of the kit, such as ``"ayna"``, or the path of somebody's own.

    Returns
    -------
    Case
        A river with its outcome table under ``data["outcomes"]``; a missing or outdated table is made afresh.

    Raises
    ------
    CaseError
        The first fault of the file; `inspect_case` gives them all. ``case.not_found`` and ``case.unreadable`` when
        there is no such file, or this person may not read it.

    Examples
    --------
    >>> case = read_case("ayna")
    >>> case.game, list(case.sides)
    ('river', ['springs', 'gardens'])
    """
    path = case_path(name_or_path)
    faults, data = _look(path, years=False)
    if faults:
        raise faults[0]
    return _with_outcomes(path, data)[0]


def inspect_case(name_or_path: str | Path) -> Inspection:
    """Look at a case file as a whole and return every fault, those that need a simulation included.

    Raises
    ------
    CaseError
        ``case.not_found`` or ``case.unreadable``: without its text there is nothing to look at.
    """
    path = case_path(name_or_path)
    faults, data = _look(path, years=True)
    if faults:
        return Inspection(path=path, case=None, faults=faults)
    case, fresh = _with_outcomes(path, data)
    return Inspection(path=path, case=case, faults=(), outcomes_fresh=fresh)


def _look(path: Path, *, years: bool) -> tuple[tuple[CaseError, ...], dict[str, Any]]:
    """Parse and check a file; `years` also tries every year that the case can have."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError:
        return (CaseError("case.not_utf8", file=path.name, line=1, key="", value="", allowed="UTF-8"),), {}
    except OSError as error:
        raise _unreadable(path, error) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting too long for Python is no TOML error
        return (_toml_fault(path, str(error), text),), {}
    faults = Faults(file=path.name, lines=key_lines(text))
    _check(faults, data)
    if years and not faults.found and data["game"] == "river":
        check_years(faults, Case(data=data))
    return tuple(sorted(faults.found, key=lambda fault: fault.params["line"])), data  # type: ignore[arg-type, return-value]


def faults_of(data: Mapping[str, Any], file: str) -> tuple[CaseError, ...]:
    """Return the faults of a case that is not written yet, as its file would have them; all on line 1."""
    faults = Faults(file=file, lines={})
    _check(faults, data)
    return tuple(faults.found)


def _check(faults: Faults, data: Mapping[str, Any]) -> None:
    """Note every fault that needs no simulation, by what the case's game may say."""
    check_plain(faults, data, tuple(GAMES))
    if data.get("game") == "package":
        check_package(faults, data)
    else:  # a mistyped game too: most cases are rivers
        check_river(faults, data)
    check_text(faults, data)


def _unreadable(path: Path, error: OSError) -> CaseError:
    return CaseError("case.unreadable", value=str(path), reason=error.strerror or str(error))


def _toml_fault(path: Path, message: str, text: str) -> CaseError:
    place = re.search(r"at line (\d+)", message)
    lines = text.rstrip().split("\n")
    line = min(int(place[1]), len(lines)) if place else len(lines)
    written = lines[line - 1].strip()
    return CaseError("case.not_toml", file=path.name, line=line, key="", value=written, allowed="TOML", reason=message)


def _with_outcomes(path: Path, data: Mapping[str, Any]) -> tuple[Case, bool]:
    """Return the case with its outcome table, and whether the one beside the file was good; packages need none."""
    bare = Case(data=data)
    if bare.game != "river":
        return bare, True
    table = _stored_outcomes(outcomes_path(path))
    fresh = table.get("made_from") == made_from(bare)
    return Case(data={**data, "outcomes": table if fresh else outcome_table(bare)}), fresh


def _stored_outcomes(path: Path) -> dict[str, Any]:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}
