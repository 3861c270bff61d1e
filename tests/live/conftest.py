"""A store of each kind, and a PostgreSQL server of the tests' own."""

from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, once for each kind."""
    return f"sqlite:///{tmp_path / 'room.sqlite'}"
