"""A store of each kind, and a PostgreSQL server of the tests' own."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

PATIENCE_S = 60.0


class Server:
    """A running server; a call gives the address of an empty database."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._free: list[str] = []
        self._names = count(1)

    def __call__(self) -> str:
        if not self._free:
            name = f"room_{next(self._names)}"
            self.ask(f"CREATE DATABASE {name}")
            self._free.append(f"postgresql+psycopg://dastarkhan@/{name}?host={self._folder}")
        return self._free.pop()

    def free(self, url: str) -> None:
        """Empty a database for the next test; making one anew takes longer."""
        name = url.partition("@/")[2].partition("?")[0]
        self.ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        self.ask("DROP SCHEMA IF EXISTS dastarkhan CASCADE", name)
        self._free.append(url)

    def ask(self, question: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(host=self._folder, user="dastarkhan", dbname=database, autocommit=True) as connection:
            connection.execute(question)


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
    programs = _programs()
    if programs is None:
        reason = "there is no PostgreSQL server on this machine (Debian: postgresql)"
        (pytest.fail if os.environ.get("DASTARKHAN_POSTGRES") == "required" else pytest.skip)(reason)
    with tempfile.TemporaryDirectory(prefix="dk-pg-", ignore_cleanup_errors=True) as folder:
        running = _start(programs, Path(folder))
        try:
            server = Server(Path(folder))
            _wait_for(running, server)
            yield server
        finally:
            _stop(running)


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("postgres")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


def _start(programs: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Make a cluster and start it; it speaks over a socket in its own folder only. It refuses to run as root."""
    who: dict[str, object] = {}
    if os.geteuid() == 0:
        import pwd  # not on every system

        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        who = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    data = str(folder / "data")
    make = [str(programs / "initdb"), "-D", data, "-U", "dastarkhan", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run([*make, "--locale=C"], check=True, cwd=folder, stdout=subprocess.DEVNULL, **who)  # type: ignore[call-overload]
    run = [str(programs / "postgres"), "-D", data, "-k", str(folder), "-c", "listen_addresses="]
    return subprocess.Popen(run, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who)  # type: ignore[call-overload,no-any-return]


def _wait_for(running: "subprocess.Popen[bytes]", server: Server) -> None:
    import psycopg

    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return server.ask("SELECT 1")
        except psycopg.OperationalError:
            assert running.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)


def _stop(running: "subprocess.Popen[bytes]") -> None:
    running.send_signal(signal.SIGQUIT)  # at once: nobody needs what it keeps
    try:
        running.wait(10)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
