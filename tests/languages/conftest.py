"""Fixtures for the tests of the words."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_kits import Writer, make_house, writer

from dastarkhan.languages.paths import House


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Write a catalog into a trial folder that wins over the kit's own."""
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path))
    return writer(tmp_path)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A kit with one lesson, one guide, one case and a few sentences in code."""
    return make_house(tmp_path / "kit")
