"""What a person did in a lesson, kept in a file of their own so that nothing is lost.

One file a lesson, keyed by activity. A kernel may die, a page may be reloaded and two tabs may be
open at once: a write therefore reads again and merges by revision; `kept_file.py` locks and replaces the file.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from dastarkhan.languages.paths import home
from dastarkhan.lessons.kept_file import KeptFile, json_text
from simulations.errors import KitError

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The work in one activity.

    Attributes
    ----------
    revision : int
        Number of the save that made it; 0 before the first.
    state : Mapping
        JSON-plain: what the person chose and wrote.
    done : bool
        Whether the person came to the end of the activity.
    earlier : tuple of Mapping
        States that another tab, or a file brought back, has replaced. Kept, never shown as current.
    """

    revision: int = 0
    state: Mapping[str, object] = field(default_factory=dict)
    done: bool = False
    earlier: tuple[Mapping[str, object], ...] = ()


class Progress:
    """The saved work of one lesson.

    Parameters
    ----------
    lesson : str
        The lesson's slug, such as ``"11_shared_river"``; the name of the file.
    folder : Path, optional
        Where the file is kept; `home` by default.
    """

    def __init__(self, lesson: str, folder: Path | None = None) -> None:
        self.lesson = lesson
        self.path = (folder or home()) / f"{lesson}.json"
        self._file = KeptFile[dict[str, Entry]](
            self.path,
            read_text=lambda text: parse(text, lesson),
            write_text=lambda entries: write(entries, lesson),
            empty=dict,
        )

    @property
    def damaged(self) -> Path | None:
        """Where a damaged file was put, if there was one."""
        return self._file.damaged

    def read(self) -> dict[str, Entry]:
        """Every activity's entry. A damaged file is put aside and its backup is used."""
        return self._file.read()

    def entry(self, activity: str) -> Entry:
        """The entry of one activity; an empty one when there is none yet."""
        return self.read().get(activity, Entry())

    def save(self, activity: str, state: Mapping[str, object], *, done: bool, based_on: int) -> Entry:
        """Write the state of one activity and return its new entry.

        `based_on` is the revision that this tab last saw. When another tab has saved since, its state is
        kept among `earlier` instead of being lost.

        Raises
        ------
        KitError
            ``lesson.cannot_save`` when the folder cannot be written or stays locked.
        """

        def change(entries: dict[str, Entry]) -> None:
            now = entries.get(activity, Entry())
            entries[activity] = _follow(now, state, done=done or now.done, lose_nothing=now.revision != based_on)

        return self._change(change)[activity]

    def bring_back(self, text: str) -> tuple[str, ...]:
        """Merge a downloaded file into this one and return the activities that changed.

        What the file says becomes current, because the person asked for it; what stood here is kept.

        Raises
        ------
        KitError
            ``lesson.not_our_file`` or ``lesson.other_lesson``; nothing is changed then.
        """
        arriving = parse(text, self.lesson)
        changed: list[str] = []

        def change(entries: dict[str, Entry]) -> None:
            for activity, entry in arriving.items():
                now = entries.get(activity, Entry())
                if entry.state != now.state:
                    follow = _follow(now, entry.state, done=entry.done or now.done, lose_nothing=True)
                    entries[activity] = replace(follow, earlier=_union(follow.earlier, entry.earlier))
                    changed.append(activity)

        self._change(change)
        return tuple(changed)

    def text(self) -> str:
        """The whole file as text, for the person to download."""
        return write(self.read(), self.lesson)

    def _change(self, change: Callable[[dict[str, Entry]], None]) -> dict[str, Entry]:
        def changed(entries: dict[str, Entry]) -> dict[str, Entry]:
            change(entries)
            return entries

        return self._file.change(changed)


def write(entries: Mapping[str, Entry], lesson: str) -> str:
    """The text of a progress file."""
    activities = {key: asdict(entry) for key, entry in sorted(entries.items())}
    return json_text({"schema": SCHEMA, "lesson": lesson, "activities": activities})


def parse(text: str, lesson: str) -> dict[str, Entry]:
    """Read the text of a progress file.

    Raises
    ------
    KitError
        ``lesson.not_our_file`` when it is something else, ``lesson.other_lesson`` when it belongs elsewhere.
    """
    try:
        found = json.loads(text)
        if found["schema"] != SCHEMA:
            raise KitError("lesson.not_our_file", value=f"schema {found['schema']}")
        if found["lesson"] != lesson:
            raise KitError("lesson.other_lesson", value=str(found["lesson"]), allowed=lesson)
        return {str(key): _entry(value) for key, value in found["activities"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KitError("lesson.not_our_file", value=text[:40]) from error


def _entry(value: Mapping[str, object]) -> Entry:
    revision, state, done, earlier = (value[name] for name in ("revision", "state", "done", "earlier"))
    if not (isinstance(revision, int) and isinstance(state, dict) and isinstance(earlier, list)):
        raise TypeError(value)
    return Entry(revision=revision, state=state, done=bool(done), earlier=tuple(earlier))


def _follow(now: Entry, state: Mapping[str, object], *, done: bool, lose_nothing: bool) -> Entry:
    keep = lose_nothing and now.state and now.state != state
    earlier = _union(now.earlier, (now.state,)) if keep else now.earlier
    return Entry(revision=now.revision + 1, state=dict(state), done=done, earlier=earlier)


def _union(
    first: tuple[Mapping[str, object], ...], second: tuple[Mapping[str, object], ...]
) -> tuple[Mapping[str, object], ...]:
    return first + tuple(state for state in second if state not in first)
