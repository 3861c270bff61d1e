"""Reading guides: the file of a number and a language, its front matter as a `Guide`, its body as it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dastarkhan.guides.from_yaml import FIRST_LINE, Reader
from dastarkhan.guides.guide import Guide
from dastarkhan.languages.paths import House, own_house
from simulations.errors import KitError

FRONT = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read from a file.

    Attributes
    ----------
    file : str
        Its path, as it was given.
    guide : Guide or None
        ``None`` when a field is missing or of the wrong type.
    body : str
        What follows the front matter.
    faults : tuple of KitError
        What is wrong with the fields.
    lines : Mapping
        Line of every key path, from 1.
    """

    file: str
    guide: Guide | None
    body: str
    faults: tuple[KitError, ...]
    lines: Mapping[str, int]


def find_guide(which: str | Path, language: str = "en", house: House | None = None) -> Path:
    """Give the file of a guide: by its number, such as ``"11"``, by a tool's name, ``"debrief"``, or by its path.

    Raises
    ------
    KitError
        ``guide.not_found`` with what there is.
    """
    path = Path(which)
    if path.suffix == ".md" and path.is_file():
        return path
    known = (house or own_house()).guide_texts(language)
    found = [one for one in known if str(which) in (one.stem, one.stem.partition("_")[0])]
    if not found:
        allowed = ", ".join(one.stem.partition("_")[0] for one in known) or "–"
        raise KitError("guide.not_found", value=str(which), language=language, allowed=allowed)
    return found[0]


def read_guide(which: str | Path, language: str = "en", house: House | None = None) -> Guide:
    """Read a guide.

    Parameters
    ----------
    which : str or Path
        Its number, such as ``"11"``, its name, such as ``"debrief"``, or the path of a file.
    language : str
        Of the guide that a number means.
    house : House, optional
        The kit; the one that is running when left out.

    Raises
    ------
    KitError
        ``guide.not_found``, ``guide.unreadable``, or the first fault of its fields.

    Examples
    --------
    >>> guide = read_guide("11")
    >>> guide.title, len(guide.steps), guide.steps[0].who
    ('The shared river', 13, <Who.A: 'A'>)
    """
    path = find_guide(which, language, house)
    read = parse(text_of(path), str(path))
    if read.guide is None:
        raise read.faults[0]
    return read.guide


def text_of(path: Path) -> str:
    """Give a file's text, with its line endings as they are.

    Raises
    ------
    KitError
        ``guide.unreadable``.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KitError("guide.unreadable", file=str(path), value=path.name, reason=str(error)) from error


def parse(text: str, file: str) -> Read:
    """Read a guide's text; faults are collected, none is raised."""
    import yaml  # type: ignore[import-untyped, unused-ignore]

    reader = Reader(file=file)
    front = FRONT.match(text)
    if front is None:
        reader.fault("guide.no_front_matter", "", text[:20].partition("\n")[0], "---")
        return Read(file=file, guide=None, body=text, faults=tuple(reader.faults), lines={})
    try:
        root = yaml.compose(front.group(1), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reader.lines[""] = (mark.line if mark else 0) + FIRST_LINE
        reader.fault("guide.not_yaml", "", getattr(error, "problem", None) or str(error), "YAML")
        root = None
    guide = reader.read(Guide, root, "") if root is not None else None
    whole = guide if not reader.faults else None
    return Read(
        file=file, guide=whole, body=text[front.end() :], faults=tuple(reader.faults), lines=reader.lines
    )  # fmt: skip
