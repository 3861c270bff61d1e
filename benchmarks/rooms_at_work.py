"""What a race of rooms needs: people who tap and look, tables, servers that are started and ended."""

import asyncio
import contextlib
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

START_S = 60.0
PACKAGE = {"where": "mill_square", "when": "june_early", "costs": 30, "takings": "stage"}
"""What everybody offers, again and again: an offer that nobody takes."""


@dataclass(slots=True)
class Times:
    """Milliseconds of one run."""

    answered: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    seconds: float = 0.0
    memory_mb: float = 0.0


@dataclass(slots=True)
class Person:
    """One phone: how to tap, and what it has seen."""

    tap: Callable[[int], Awaitable[None]] | None = None
    seen: int = -1
    news: asyncio.Event = field(default_factory=asyncio.Event)
    listening: "asyncio.Future[None] | None" = None

    def saw(self, number: int) -> None:
        """Take note of what the page shows now."""
        self.seen = max(self.seen, number)
        self.news.set()

    async def sees(self, number: int) -> None:
        """Wait until the page shows so many moves."""
        while self.seen < number:
            self.news.clear()
            await self.news.wait()


async def table(people: Sequence[Person], seconds: float, times: Times) -> None:
    """One table: a move when it is time, one after the other, for so many seconds."""
    pause = 1 / len(people)
    begun = time.perf_counter()
    watching = []
    for number in range(1, int(seconds / pause) + 1):
        await asyncio.sleep(max(0.0, begun + number * pause - time.perf_counter()))
        who = people[number % len(people)]
        tapped = time.perf_counter()
        assert who.tap is not None
        await who.tap(number)
        times.answered.append(1000 * (time.perf_counter() - tapped))
        watching.append(asyncio.ensure_future(everybody(people, number, tapped, times)))
    await asyncio.gather(*watching)


async def everybody(people: Sequence[Person], number: int, tapped: float, times: Times) -> None:
    """Wait until all at the table see a move."""
    await asyncio.gather(*(one.sees(number) for one in people))
    times.seen.append(1000 * (time.perf_counter() - tapped))


async def run(tables: Sequence[Sequence[Person]], seconds: float) -> Times:
    """All tables at once."""
    times = Times()
    begun = time.perf_counter()
    await asyncio.gather(*(table(people, seconds, times) for people in tables))
    times.seconds = time.perf_counter() - begun
    return times


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).read()
            return
        time.sleep(0.1)
    raise TimeoutError(address)


def end(process: subprocess.Popen[str]) -> None:
    """Ask a server to end, and kill it when it does not."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def memory_mb(pid: int) -> float:
    """Resident memory of a process and its children, where the system tells."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
            if pid in (int(folder.name), int(status["PPid"])) and "VmRSS" in status:
                total += int(status["VmRSS"].split()[0]) / 1024
    return total
