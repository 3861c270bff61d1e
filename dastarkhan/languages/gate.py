"""The gate: what a machine can say about a catalog without understanding it.

It never judges meaning. It holds placeholders, markup, structure, plural forms, letters, script and length, asks two
identifiers for the language and the glossary for its words. Each fault has its file, its entry and its reason.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib

from dastarkhan.languages import po_files
from dastarkhan.languages.afghan_words import iranian_words
from dastarkhan.languages.faults import Fault, short
from dastarkhan.languages.glossary import Glossary, glossary
from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import Language
from dastarkhan.languages.segments import Kind
from dastarkhan.languages.spelling import prose, spelling
from dastarkhan.languages.structure import blocks, marks, placeholders, tags
from dastarkhan.languages.voting import votes
from simulations.errors import KitError

# Shortest and longest visible text against the English one, looked at from 40 letters on.
_LENGTHS = {
    "ru": (0.55, 2.0), "kk": (0.6, 1.9), "ky": (0.6, 1.9), "tg": (0.7, 2.0),
    "uz": (0.7, 2.0), "tk": (0.6, 1.9), "prs": (0.5, 1.6),
}  # fmt: skip
_LONG = 40
_MARKDOWN = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.TITLE})


def check(house: House, language: Language) -> Iterator[Fault]:
    """Check every catalog of a language."""
    known = glossary(house.locales / "glossary.toml", language)
    for path in house.catalogs(language):
        yield from check_catalog(path, house.relative(path), language, known)


def check_catalog(path: Path, file: str, language: Language, known: Glossary | None = None) -> Iterator[Fault]:
    """Check one catalog.

    Parameters
    ----------
    path : Path
        The ``.po`` file.
    file : str
        What to call it in the faults.
    language : Language
        What it should be in.
    known : Glossary, optional
        The words that it should use.

    Yields
    ------
    Fault
        In the order of the file; at last those that the identifiers find.
    """
    try:
        catalog = po_files.read(path)
    except KitError as unreadable:
        yield Fault(error=unreadable, file=file, entry="")
        return
    yield from _header(catalog, file, language)
    yield from _duplicates(catalog, file)
    current = [entry for entry in catalog if not entry.obsolete and not entry.fuzzy]
    for entry in current:
        for error, grave in (*_entry_faults(entry, language), *_word_faults(entry, language, known)):
            yield Fault(error=error, file=file, entry=short(entry.msgid), grave=grave)
    yield from votes([pair for entry in current for pair in _pairs(entry)], file, language)


def _header(catalog: polib.POFile, file: str, language: Language) -> Iterator[Fault]:
    for name, wanted in po_files.forced_header(language).items():
        stands = catalog.metadata.get(name, "")
        if _tight(stands) != _tight(wanted):
            yield Fault(
                error=KitError("languages.po_header", field=name, value=stands, allowed=wanted), file=file, entry=""
            )


def _tight(value: str) -> str:
    return "".join(value.lower().split())


def _duplicates(catalog: polib.POFile, file: str) -> Iterator[Fault]:
    counts = Counter((entry.msgctxt, entry.msgid) for entry in catalog if not entry.obsolete)
    for (context, text), times in counts.items():
        if times > 1:
            error = KitError("languages.po_duplicate", context=context or "–", times=times)
            yield Fault(error=error, file=file, entry=short(text))


def _pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    """English and translation of an entry, once for each plural form that is filled in."""
    if entry.msgid_plural:
        return [(entry.msgid_plural, text) for text in entry.msgstr_plural.values() if text]
    return [(entry.msgid, entry.msgstr)] if entry.msgstr else []


def _word_faults(entry: polib.POEntry, language: Language, known: Glossary | None) -> Iterator[tuple[KitError, bool]]:
    pairs = _pairs(entry)
    for error in iranian_words(" ".join(text for _, text in pairs), language):
        yield error, False
    if known and pairs:  # the forms of a plural together: one of them may say it all
        yield from known.faults(entry.msgid, " ".join(text for _, text in pairs))


def _entry_faults(entry: polib.POEntry, language: Language) -> Iterator[tuple[KitError, bool]]:
    pairs, forms = _pairs(entry), entry.msgstr_plural
    if entry.msgid_plural and pairs and (len(pairs) != len(forms) or set(forms) != set(range(language.n_plurals))):
        yield KitError("languages.plural_forms", filled=len(pairs), allowed=language.n_plurals), True
    for source, translation in pairs:
        yield from _pair(source, translation, entry, language)


def _pair(source: str, translation: str, entry: polib.POEntry, language: Language) -> Iterator[tuple[KitError, bool]]:
    yield from _placeholders(source, translation, entry)
    yield from _markup(source, translation, entry.comment)
    yield from spelling(source, translation, language)
    before, after = len(prose(source).strip()), len(prose(translation).strip())
    shortest, longest = _LENGTHS.get(language.code, (0.5, 2.0))
    if before >= _LONG and not shortest <= after / before <= longest:
        yield KitError("languages.length", share=round(after / before, 2), shortest=shortest, longest=longest), False
    if source.strip() == translation.strip() and sum(letter.isalpha() for letter in prose(source)) > 3:
        yield KitError("languages.same_as_english"), False


def _placeholders(source: str, translation: str, entry: polib.POEntry) -> Iterator[tuple[KitError, bool]]:
    wanted, found = placeholders(source), placeholders(translation)
    if entry.msgid_plural and wanted != found:  # a form for one thing may say "one" in words
        wanted.pop("{n}", None)
        found.pop("{n}", None)
    lost, extra = wanted - found, found - wanted
    if lost or extra:
        yield KitError("languages.placeholders", missing=_listed(lost), extra=_listed(extra)), True
    elif "python-brace-format" in entry.flags and translation.count("{") != translation.count("}"):
        yield KitError("languages.placeholders", missing="}", extra="{"), True


def _standing(text: str, kind: str) -> list[tuple[str, str, int]]:
    """Parse a text as it stands: a heading that begins with a number is no list, in whatever digits."""
    return blocks(f"# {text}" if kind == Kind.HEADING else text)


def _markup(source: str, translation: str, kind: str) -> Iterator[tuple[KitError, bool]]:
    markdown = kind in _MARKDOWN
    count = marks if markdown else tags
    lost, extra = count(source) - count(translation), count(translation) - count(source)
    if lost or extra:
        yield KitError("languages.markup", missing=_listed(lost), extra=_listed(extra)), True
    elif markdown and kind != Kind.TABLE_CELL and _standing(source, kind) != _standing(translation, kind):
        yield KitError("languages.blocks", begins=short(translation, 20)), True


def _listed(counted: Counter[str]) -> str:
    return ", ".join(sorted(counted)) or "–"
