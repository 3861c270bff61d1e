"""Guides as they must stand on disk: English with fresh made ranges, the other languages from their catalogs."""

from collections.abc import Iterator
from pathlib import Path

from dastarkhan.guides.made import remade
from dastarkhan.guides.reading import parse, text_of
from dastarkhan.languages import Words, po_files
from dastarkhan.languages.made_ranges import MADE
from dastarkhan.languages.notebooks import translated_guide
from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import Language


def refreshed(text: str, file: str, _: Words) -> str:
    """Write the made ranges of a guide's text from its own front matter.

    Raises
    ------
    KitError
        The first fault of the front matter, when it has made ranges and cannot be read.
    """
    if not MADE.search(text):
        return text
    read = parse(text, file)
    if read.guide is None:
        raise read.faults[0]
    return remade(text, read.guide, _)


def english_texts(house: House) -> Iterator[tuple[Path, str]]:
    """Give every English guide with fresh made ranges."""
    kit = Words("en")
    for path in house.guide_texts():
        yield path, refreshed(text_of(path), house.relative(path), kit)


def texts(house: House, language: Language, catalogs: Path | None = None) -> Iterator[tuple[Path, str]]:
    """Give every guide of a language that has a catalog: where it belongs, and its text.

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
    for path in house.guide_texts():
        catalog = folder / f"guide_{path.stem.partition('_')[0]}.po"
        if catalog.exists():
            found = po_files.finished(catalog)
            made = translated_guide(text_of(path), language, found, kit)
            target = house.guides / language.code / path.name
            yield target, refreshed(made, house.relative(target), kit)
