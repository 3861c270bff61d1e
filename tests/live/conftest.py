"""A store of each kind, and a PostgreSQL server of the tests' own."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.postgres_server import Server, programs_here


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, once for each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'room.sqlite'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    """The address of an empty database in PostgreSQL."""
    url = postgres()
    yield url
    postgres.free(url)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server of the tests' own; without PostgreSQL on the machine the test is skipped, or fails where it must be."""
    programs = programs_here()
    if programs is None:
        reason = "there is no PostgreSQL server on this machine (Debian: postgresql)"
        (pytest.fail if os.environ.get("DASTARKHAN_POSTGRES") == "required" else pytest.skip)(reason)
    with tempfile.TemporaryDirectory(prefix="dk-pg-", ignore_cleanup_errors=True) as folder:
        server = Server(programs, Path(folder))
        try:
            server.up()
            yield server
        finally:
            server.down()
