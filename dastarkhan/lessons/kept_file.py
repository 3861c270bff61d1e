"""A file that loses nothing: locked, read again, replaced in one step, with a backup beside it.

A kernel may die, and two tabs or two processes may write at once. A damaged file is put aside, never thrown away.
"""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from filelock import FileLock, Timeout

from simulations.errors import KitError

PATIENCE_S = 10.0
TRIES, PAUSE_S = 20, 0.05

Kept = TypeVar("Kept")


class KeptFile(Generic[Kept]):
    """One JSON file and how it is read and written.

    Parameters
    ----------
    path : Path
        Where it lies; its folder is made at the first change.
    read_text : callable
        Makes the content out of text; raises `KitError` for text that is something else.
    write_text : callable
        Makes text out of the content.
    empty : callable
        The content when there is no file yet.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_text: Callable[[str], Kept],
        write_text: Callable[[Kept], str],
        empty: Callable[[], Kept],
    ) -> None:
        self.path = path
        self.damaged: Path | None = None
        self._read_text, self._write_text, self._empty = read_text, write_text, empty

    def read(self) -> Kept:
        """The content. A damaged file is put aside and its backup is used."""
        try:
            return self._read_text(self.path.read_text("utf-8"))
        except FileNotFoundError:
            # The only moment without a file is between put-aside and the next save; the backup still counts.
            return self._read_backup()
        except (KitError, UnicodeDecodeError):
            self.damaged = self._put_aside()
            return self._read_backup()
        except OSError:  # nothing can be read here; saving says why
            return self._empty()

    def change(self, change: Callable[[Kept], Kept]) -> Kept:
        """Lock the file, read it again, change the content, and replace the file in one step.

        Raises
        ------
        KitError
            ``lesson.cannot_save`` when the folder cannot be written or stays locked.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=PATIENCE_S):
                if self.path.exists() and not os.access(self.path, os.R_OK):
                    raise PermissionError(self.path.name)  # what cannot be read must not be replaced
                content = change(self.read())
                self._replace(self._write_text(content))
        except (OSError, Timeout) as error:
            raise KitError("lesson.cannot_save", folder=str(self.path.parent), reason=str(error)) from error
        return content

    def _replace(self, text: str) -> None:
        part = self.path.with_suffix(f".{os.getpid()}.part")
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if self.path.exists():
            _rename(self.path, self._backup)
        _rename(part, self.path)

    @property
    def _backup(self) -> Path:
        return self.path.with_suffix(".backup.json")

    def _read_backup(self) -> Kept:
        try:
            return self._read_text(self._backup.read_text("utf-8"))
        except (FileNotFoundError, UnicodeDecodeError, KitError):
            return self._empty()

    def _put_aside(self) -> Path | None:
        number = 1
        while (aside := self.path.with_suffix(f".damaged-{number}.json")).exists():
            number += 1
        try:
            _rename(self.path, aside)
        except OSError:  # a folder that cannot be written: saving says so
            return None
        return aside


def json_text(content: object) -> str:
    """JSON for people to look into; what cannot be written as it stands is written as an escape."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a sign, as some keyboards send: only its escape can be written
        text = json.dumps(content, indent=1)
    return text


def _rename(source: Path, target: Path) -> None:
    """Rename in one step; on Windows another tab may be reading for a moment."""
    for left in range(TRIES, -1, -1):
        try:
            os.replace(source, target)
        except PermissionError:
            if not left or os.name != "nt":
                raise
            time.sleep(PAUSE_S)
        else:
            return
