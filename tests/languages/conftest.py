"""Small kits and catalogs for the tests of the words."""

import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from dastarkhan.languages.po_files import forced_header
from dastarkhan.languages.registry import LANGUAGES

sys.path.insert(0, str(Path(__file__).parent))

Writer = Callable[..., Path]


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Write a catalog into a trial folder that wins over the kit's own."""
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path))

    def write(lang: str, domain: str, entries: list[polib.POEntry]) -> Path:
        made = polib.POFile(wrapwidth=0)
        made.metadata = forced_header(LANGUAGES[lang])
        made.extend(entries)
        path = tmp_path / lang / f"{domain}.po"
        path.parent.mkdir(exist_ok=True)
        made.save(str(path))
        return path

    return write
