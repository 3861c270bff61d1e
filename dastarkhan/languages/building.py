"""What is made from catalogs: compiled ``.mo`` files, and notebooks in the other languages."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dastarkhan.languages import po_files
from dastarkhan.languages.lookup import Words
from dastarkhan.languages.notebooks import translated_notebook
from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import LANGUAGES, Language


def spoken(house: House) -> tuple[Language, ...]:
    """Languages that have at least one catalog, in the order of `LANGUAGES`."""
    return tuple(one for one in LANGUAGES.values() if one.code != "en" and house.catalogs(one))


def compile_catalogs(house: House, languages: Iterable[Language]) -> tuple[Path, ...]:
    """Write a ``.mo`` beside every ``.po`` that is newer than it; give those that were written."""
    written = []
    for language in languages:
        for path in house.catalogs(language):
            target = path.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime_ns < path.stat().st_mtime_ns:
                target.write_bytes(po_files.read(path).to_binary())
                written.append(target)
    return tuple(written)


def texts(house: House, language: Language, catalogs: Path | None = None) -> Iterator[tuple[Path, str]]:
    """Give every lesson and rehearsal of a language that has a catalog: where it belongs, and its text.

    Parameters
    ----------
    house : House
        The kit.
    language : Language
        Not English.
    catalogs : Path, optional
        Folder of catalogs, ``locales/`` of the kit when left out.
    """
    folder = (catalogs or house.locales) / language.code
    kit = Words(language.code)
    notebooks = (("lesson", house.modules, house.lessons()), ("guide", house.guides, house.rehearsals()))
    for kind, target, paths in notebooks:
        for path in paths:
            catalog = folder / f"{kind}_{path.stem.partition('_')[0]}.po"
            if catalog.exists():
                english, file = path.read_text(encoding="utf-8"), house.relative(path)
                found = po_files.finished(catalog)
                yield target / language.code / path.name, translated_notebook(english, language, found, kit, file)


def stale(wanted: Iterable[tuple[Path, str]]) -> dict[Path, str]:
    """Give what must stand on disk and does not: path and text."""
    found = {}
    for path, text in wanted:
        if not path.exists() or path.read_bytes().decode("utf-8") != text:
            found[path] = text
    return found


def write(texts_by_path: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write texts with their line endings as they are, and name the files."""
    for path, text in texts_by_path.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return tuple(texts_by_path)
