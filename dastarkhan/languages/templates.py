"""Templates: every text of the kit, gathered by domain; what translators start from."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib

from dastarkhan.languages.entries import Entries, Entry, merged
from dastarkhan.languages.notebooks import guide_entries, notebook_entries
from dastarkhan.languages.paths import House
from dastarkhan.languages.source import message_entries, page_entries, python_entries

_HEADER = {
    "Project-Id-Version": "dastarkhan",
    "Report-Msgid-Bugs-To": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_MESSAGES = "dastarkhan/languages/messages.py"


def gather(house: House) -> dict[str, tuple[Entries, ...]]:
    """Read every source and give the entries of each domain.

    Returns
    -------
    dict
        ``kit``, ``lesson_NN``, ``guide_NN`` and ``case_<id>``; entries in the order of the sources, so that the same
        sources give the same templates byte for byte.

    Raises
    ------
    KitError
        When a source cannot be translated as it is written; names file and line.
    """
    raw: dict[str, list[Entry]] = {}
    for domain, entry in _all(house):
        raw.setdefault(domain, []).append(entry)
    return {domain: merged(raw[domain]) for domain in sorted(raw)}


def _all(house: House) -> Iterator[tuple[str, Entry]]:
    rooms: dict[str, str] = {"dastarkhan/live/": "live"}
    for path in house.lessons():
        number, _, slug = path.stem.partition("_")
        # A tool such as the debrief has no number: its whole name is that of its folder and of its catalog.
        for room in ("lessons", "content"):
            rooms[f"dastarkhan/{room}/{slug or number}/"] = f"lesson_{number}"
        for place in (f"content/{slug or number}.py", f"paper/pages_{slug or number}.py"):
            rooms[f"dastarkhan/{place}"] = f"lesson_{number}"
        for entry in notebook_entries(path.read_text(encoding="utf-8"), house.relative(path)):
            yield f"lesson_{number}", entry
    for path in house.guide_texts():
        for entry in guide_entries(_exact(path), house.relative(path)):
            yield f"guide_{path.stem.partition('_')[0]}", entry
    for path in house.rehearsals():
        for entry in notebook_entries(path.read_text(encoding="utf-8"), house.relative(path)):
            yield f"guide_{path.stem.partition('_')[0]}", entry
    for path in house.cases():
        yield from _case(path, house.relative(path))
    for path in house.sources():
        yield from _source(path, house.relative(path), rooms)


def _exact(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _source(path: Path, file: str, rooms: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    domain = next((rooms[room] for room in rooms if file.startswith(room)), "kit")
    text = path.read_text(encoding="utf-8")
    entries = python_entries(text, file) if path.suffix == ".py" else page_entries(text, file)
    for entry in entries:
        yield domain, entry
    if file == _MESSAGES:
        for entry in message_entries(text, file):
            yield "kit", entry


def _case(path: Path, file: str) -> Iterator[tuple[str, Entry]]:
    """Texts of a case of the kit; a case in another language than English is its author's to translate."""
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    if case.get("language", "en") == "en":
        for key, text in case.get("text", {}).items():
            if text.strip():
                yield f"case_{case['id']}", Entry(text=text, context=key, file=file, note="case")


def template(entries: tuple[Entries, ...]) -> polib.POFile:
    """Make the template of one domain; nothing in it depends on the day or the line."""
    made = polib.POFile(wrapwidth=0)
    made.metadata = dict(_HEADER)
    for one in entries:
        made.append(po_entry(one))
    return made


def po_entry(one: Entries) -> polib.POEntry:
    """Write one entry the way it stands in a template."""
    entry = one.entry
    return polib.POEntry(
        msgid=entry.text,
        msgid_plural=entry.plural,
        msgctxt=entry.context or None,
        msgstr_plural={0: "", 1: ""} if entry.plural else {},
        comment=entry.note,
        occurrences=[(file, "") for file in one.files],
        flags=["python-brace-format"] if entry.fills and "{" in entry.text + entry.plural else [],
    )


def extract(house: House) -> dict[Path, str]:
    """Give the text of every template by its path, without writing it."""
    return {house.templates / f"{domain}.pot": str(template(entries)) for domain, entries in gather(house).items()}


def stale_templates(house: House) -> tuple[Path, ...]:
    """Templates on disk that are missing, out of date, or of a source that is gone."""
    wanted = extract(house)
    on_disk = set(house.templates.glob("*.pot"))
    changed = {path for path, text in wanted.items() if path not in on_disk or path.read_text(encoding="utf-8") != text}
    return tuple(sorted(changed | (on_disk - set(wanted))))


def write_templates(house: House) -> tuple[Path, ...]:
    """Write the templates that changed, remove those without a source, and name both."""
    stale, wanted = stale_templates(house), extract(house)
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return stale
