"""Catalogs at run time: compiled when fresh, compiled in memory from the ``.po`` when not."""

import gettext
import io
import warnings
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from dastarkhan.languages.paths import catalog_folders
from dastarkhan.languages.registry import Language


class AbsentError(LookupError):
    """The catalog has no finished translation of this text."""


class _End(gettext.NullTranslations):
    """The end of every catalog: says that nothing was found, where gettext would return the English text."""

    def gettext(self, message: str) -> NoReturn:
        raise AbsentError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise AbsentError(msgid1)

    def pgettext(self, context: str, message: str) -> NoReturn:
        raise AbsentError(message)


def _modified_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return -1


@lru_cache(maxsize=256)
def _read(stem: Path, po_ns: int, mo_ns: int) -> gettext.GNUTranslations:
    """Read one catalog; the times are part of the key, so that a translator's edit is seen at once."""
    if mo_ns >= po_ns:
        data = stem.with_suffix(".mo").read_bytes()
    else:
        import polib  # only here: a kit that was built never needs it

        data = polib.pofile(str(stem.with_suffix(".po"))).to_binary()
    catalog = gettext.GNUTranslations(io.BytesIO(data))
    catalog.add_fallback(_End())
    return catalog


def translated(language: Language, domain: str) -> bool:
    """Tell whether a language has this catalog; English needs none.

    Examples
    --------
    >>> from dastarkhan.languages import LANGUAGES
    >>> translated(LANGUAGES["en"], "live")
    True
    """
    stems = (folder / language.code / domain for folder in catalog_folders())
    return language.code == "en" or any(
        stem.with_suffix(ending).exists() for stem in stems for ending in (".po", ".mo")
    )


def catalogs(language: Language, domains: tuple[str, ...]) -> tuple[gettext.GNUTranslations, ...]:
    """Catalogs that exist for these domains, the one to ask first at the front.

    One that cannot be read is left out with a warning; ``dastarkhan languages check`` says what is wrong with it.
    """
    found = []
    for domain in domains:
        for folder in catalog_folders():
            stem = folder / language.code / domain
            po_ns, mo_ns = _modified_ns(stem.with_suffix(".po")), _modified_ns(stem.with_suffix(".mo"))
            if max(po_ns, mo_ns) >= 0:
                try:
                    found.append(_read(stem, po_ns, mo_ns))
                except (OSError, ValueError) as error:  # a slip in a catalog must not stop a lesson
                    warnings.warn(f"{stem}.po is left out: {error}", stacklevel=2)
    return tuple(found)
