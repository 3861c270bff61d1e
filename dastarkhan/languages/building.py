"""What is made from catalogs: compiled ``.mo`` files, and lessons and guides in the other languages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dastarkhan.languages import po_files
from dastarkhan.languages.lookup import Words
from dastarkhan.languages.notebooks import translated_guide, translated_notebook
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
    """Give every lesson and guide of a language that has a catalog: where it belongs, and its text.

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
    for path in house.lessons():
        catalog = folder / f"lesson_{path.stem.partition('_')[0]}.po"
        if catalog.exists():
            english, file = path.read_text(encoding="utf-8"), house.relative(path)
            found = po_files.finished(catalog)
            yield house.modules / language.code / path.name, translated_notebook(english, language, found, kit, file)
    for path in house.guide_texts():
        catalog = folder / f"guide_{path.stem.partition('_')[0]}.po"
        if catalog.exists():
            english = path.read_bytes().decode("utf-8")
            found = po_files.finished(catalog)
            yield house.guides / language.code / path.name, translated_guide(english, language, found, kit)


def stale_texts(house: House, languages: Iterable[Language]) -> dict[Path, str]:
    """Lessons and guides on disk that are not what the sources and catalogs give now."""
    stale = {}
    for language in languages:
        for path, text in texts(house, language):
            if not path.exists() or path.read_bytes().decode("utf-8") != text:
                stale[path] = text
    return stale


def write_texts(house: House, languages: Iterable[Language]) -> tuple[Path, ...]:
    """Write the lessons and guides that changed, and name them."""
    stale = stale_texts(house, languages)
    for path, text in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return tuple(stale)
