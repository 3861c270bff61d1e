"""A store of each kind, and a PostgreSQL server of the tests' own."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

PATIENCE_S = 20.0


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, once for each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'room.sqlite'}"
    return str(request.getfixturevalue("postgres")())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """A running server; each call gives the address of an empty database."""
    programs = _programs()
    if programs is None:
        reason = "there is no PostgreSQL server on this machine (Debian: postgresql)"
        (pytest.fail if os.environ.get("DASTARKHAN_POSTGRES") == "required" else pytest.skip)(reason)
    with tempfile.TemporaryDirectory(prefix="dk-pg-", ignore_cleanup_errors=True) as folder:
        server = _start(programs, Path(folder))
        try:
            _wait_for(server, folder)
            names = count(1)
            yield lambda: _new_database(folder, f"room_{next(names)}")
        finally:
            _stop(server)


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


def _wait_for(server: "subprocess.Popen[bytes]", folder: str) -> None:
    import psycopg

    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            psycopg.connect(host=folder, user="dastarkhan", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            assert server.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)


def _new_database(folder: str, name: str) -> str:
    import psycopg

    with psycopg.connect(host=folder, user="dastarkhan", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://dastarkhan@/{name}?host={folder}"


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGINT)  # whoever is still connected is cut off
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
