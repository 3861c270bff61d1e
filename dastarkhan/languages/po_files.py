"""Catalogs on disk: read, bring up to date, write; and the same bytes when nothing changed."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polib
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dastarkhan.languages.dashes import bound
from dastarkhan.languages.entries import Entries
from dastarkhan.languages.registry import Language
from dastarkhan.languages.templates import po_entry
from simulations.errors import KitError

_STRING_LINE = re.compile(r'(?:#[~|] ?)?(?:msg(?:id|id_plural|ctxt|str(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*$')
SIGNED = "X-Signed-By"
"""Header of a catalog: the native reader who has checked it; empty while it is a machine's draft."""

_FIRST_HEADER = {
    "Project-Id-Version": "dastarkhan",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "",
    "Language-Team": "",
    SIGNED: "",
}


def read(path: Path) -> polib.POFile:
    """Read a catalog.

    Raises
    ------
    KitError
        ``languages.po_unreadable`` when it is no PO file in UTF-8.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        _look_at_quotes(text)
        return polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError) as error:
        raise KitError("languages.po_unreadable", file=path.name, reason=str(error)) from error


def empty() -> polib.POFile:
    """Give a catalog without entries."""
    return polib.POFile(wrapwidth=0)


def _look_at_quotes(text: str) -> None:
    """Refuse a line whose quotes do not close: polib would quietly cut off a letter."""
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.removeprefix("#~").removeprefix("#|").strip()
        if bare.startswith(("msg", '"')) and not _STRING_LINE.match(line.strip()):
            raise ValueError(f"line {number}: {line.strip()[:60]}")


def finished(path: Path) -> dict[tuple[str, str], str]:
    """Finished translations by context and text, as people read them; fuzzy and empty ones are not among them."""
    if not path.exists():
        return {}
    return {(entry.msgctxt or "", entry.msgid): bound(entry.msgstr) for entry in read(path) if is_finished(entry)}


def is_finished(entry: polib.POEntry) -> bool:
    """Whether people get to see the translation."""
    if entry.obsolete or entry.fuzzy:
        return False
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def forced_header(language: Language) -> dict[str, str]:
    """Give the header fields that are the same in all catalogs of a language."""
    return {
        "Language": language.locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural,
    }


def updated(path: Path, entries: tuple[Entries, ...], language: Language) -> str:
    """Give the text of a catalog after the source changed.

    Babel finds sentences that were changed a little: they stay, marked fuzzy, with the previous English text. Sentences
    that are gone stay at the end as obsolete. A paragraph that only moved to another cell keeps its translation.

    Parameters
    ----------
    path : Path
        The catalog; it need not exist.
    entries : tuple of Entries
        What the source holds now.
    language : Language
        Its plural forms and locale go into the header, whatever stood there.
    """
    old = read(path) if path.exists() else empty()
    catalog = _babel(old, language)
    catalog.update(_babel_template(entries), update_creation_date=False)
    new = empty()
    new.header = old.header
    new.metadata = {**_FIRST_HEADER, **old.metadata, **forced_header(language)}
    before = {(entry.msgctxt, entry.msgid): entry for entry in old}
    for one in entries:
        new.append(_after(one, catalog, before, language))
    new.extend(_obsolete(catalog, old, new))
    return str(new)


def _babel(old: polib.POFile, language: Language) -> Catalog:
    plain = empty()
    plain.metadata = {**old.metadata, **forced_header(language)}
    plain.metadata.pop("PO-Revision-Date", None)  # Babel insists on a date, people write what they like
    plain.extend(entry for entry in old)
    return read_po(str(plain).split("\n"), locale=language.locale)


def _babel_template(entries: tuple[Entries, ...]) -> Catalog:
    catalog = Catalog()
    for one in entries:
        entry = one.entry
        catalog.add((entry.text, entry.plural) if entry.plural else entry.text, context=entry.context or None)
    return catalog


def _after(
    one: Entries, catalog: Catalog, before: Mapping[tuple[str | None, str], polib.POEntry], language: Language
) -> polib.POEntry:
    made = po_entry(one)
    message: Message | None = catalog.get(one.entry.text, one.entry.context or None)
    known = before.get((made.msgctxt, made.msgid))
    made.tcomment = known.tcomment if known is not None else ""
    if message is not None:
        _take_strings(made, message, language)
    if message is not None and message.fuzzy and (made.msgstr or any(made.msgstr_plural.values())):
        _mark_fuzzy(made, message, known, moved_is_kept=one.files[0].endswith((".ipynb", ".md")))
    return made


def _take_strings(made: polib.POEntry, message: Any, language: Language) -> None:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if made.msgid_plural:
        padded = (*strings, *[""] * language.n_plurals)[: language.n_plurals]
        made.msgstr_plural = {index: text or "" for index, text in enumerate(padded)}
    else:
        made.msgstr = strings[0] or ""


def _mark_fuzzy(made: polib.POEntry, message: Any, known: polib.POEntry | None, *, moved_is_kept: bool) -> None:
    previous = tuple(message.previous_id)
    if not previous and known is not None:  # it was fuzzy before: keep what it said about its past
        made.previous_msgid, made.previous_msgid_plural = known.previous_msgid, known.previous_msgid_plural
    elif previous:
        if previous[0] == made.msgid and not made.msgid_plural and moved_is_kept:
            return
        made.previous_msgid = previous[0]
        made.previous_msgid_plural = previous[1] if len(previous) > 1 else None
    made.flags.append("fuzzy")


def _obsolete(catalog: Catalog, old: polib.POFile, new: polib.POFile) -> list[polib.POEntry]:
    """Give entries that lost their source, those of earlier times after those of now."""
    live = {(entry.msgctxt, entry.msgid) for entry in new}
    used = {entry.msgstr for entry in new if entry.msgstr}
    gone = []
    for entry in old:
        if (entry.msgctxt, entry.msgid) in live or not (entry.msgstr or any(entry.msgstr_plural.values())):
            continue
        if not entry.obsolete and entry.msgstr in used:  # it lives on under its new text
            continue
        entry.obsolete, entry.occurrences, entry.comment = True, [], ""
        gone.append(entry)
    return gone
