"""A PostgreSQL server of the tests' own, from the programs that Debian installs."""

import os
import shutil
import signal
import subprocess
import time
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

PATIENCE_S = 60.0


def programs_here() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("postgres")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


class Server:
    """A server of PostgreSQL; a call gives the address of an empty database.

    It speaks over a socket in its own folder only. It refuses to run as root.
    """

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, str(folder)
        self._who: dict[str, Any] = {}
        self._free: list[str] = []
        self._names = count(1)
        if os.geteuid() == 0:
            import pwd  # not on every system

            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            self._who = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        make = [str(programs / "initdb"), "-D", f"{folder}/data", "-U", "dastarkhan", "-A", "trust", "-E", "UTF8"]
        quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, **self._who}
        subprocess.run([*make, "--locale=C", "--no-sync"], check=True, **quiet)

    def up(self) -> None:
        """Start it, and wait until it answers."""
        folder = self._folder
        run = [str(self._programs / "postgres"), "-D", f"{folder}/data", "-k", folder, "-c", "listen_addresses="]
        quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **self._who}
        self._running = subprocess.Popen(run, **quiet)
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                return self.ask("SELECT 1")
            except psycopg.OperationalError:
                assert self._running.poll() is None, "the server has ended"
                assert time.monotonic() < until, "the server does not answer"
                time.sleep(0.05)

    def down(self) -> None:
        """End it at once, as if the power had gone."""
        self._running.send_signal(signal.SIGQUIT)
        try:
            self._running.wait(10)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()

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
        with psycopg.connect(host=self._folder, user="dastarkhan", dbname=database, autocommit=True) as connection:
            connection.execute(question)
