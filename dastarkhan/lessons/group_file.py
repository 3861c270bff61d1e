"""The group's own file: lines without names that people chose to leave to the group on this computer."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from dastarkhan.languages.paths import home
from dastarkhan.lessons.kept_file import KeptFile, json_text
from simulations.errors import KitError

SCHEMA = 1
KINDS = ("concern", "fear", "hope", "idea")
MOST_LETTERS = 300  # one line that fits on a slip of paper


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Line:
    """One line: its text, its kind and the number of the lesson after which it was left. No name, and no time."""

    text: str
    kind: str
    lesson: str


class GroupFile:
    """The lines of the group, in an order that says nothing about who wrote them: by their letters.

    Parameters
    ----------
    folder : Path, optional
        Where people's work is kept; `home` by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = KeptFile(
            (folder or home()) / "group" / "lines.json", read_text=parse, write_text=write, empty=frozenset[Line]
        )

    def lines(self) -> tuple[Line, ...]:
        """All lines."""
        return tuple(sorted(self._file.read()))

    def add(self, *lines: Line) -> None:
        """Put lines in; one that is there already stays once.

        Raises
        ------
        KitError
            ``lesson.cannot_save``.
        """
        self._file.change(lambda kept: kept | set(lines))

    def remove(self, line: Line) -> None:
        """Take a line out again; nothing happens when it is not there.

        Raises
        ------
        KitError
            ``lesson.cannot_save``.
        """
        self._file.change(lambda kept: kept - {line})

    def text(self) -> str:
        """The whole file as text, to take along."""
        return write(self._file.read())

    def bring_back(self, text: str) -> int:
        """Put the lines of a file that was taken along beside those that are here; return how many are new.

        Raises
        ------
        KitError
            ``lesson.not_our_file`` when it is something else, ``lesson.cannot_save``; nothing is changed then.
        """
        arriving, new = parse(text), 0

        def merged(kept: frozenset[Line]) -> frozenset[Line]:
            nonlocal new
            new = len(arriving - kept)
            return kept | arriving

        self._file.change(merged)
        return new


def write(lines: Iterable[Line]) -> str:
    """The text of the group's file."""
    return json_text({"schema": SCHEMA, "lines": [asdict(line) for line in sorted(lines)]})


def parse(text: str) -> frozenset[Line]:
    """Read the text of a group's file; lines of a kind that is not known are passed over.

    Raises
    ------
    KitError
        ``lesson.not_our_file`` when it is something else.
    """
    try:
        found = json.loads(text)
        if found["schema"] != SCHEMA:
            raise KitError("lesson.not_our_file", value=f"schema {found['schema']}")
        read = (Line(**{name: str(one[name]) for name in ("text", "kind", "lesson")}) for one in found["lines"])
        return frozenset(line for line in read if line.kind in KINDS and line.text.strip())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KitError("lesson.not_our_file", value=text[:40]) from error
