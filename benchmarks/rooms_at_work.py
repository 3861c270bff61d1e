"""What a race of rooms needs: people who tap and look, tables, servers that are started and ended."""

import asyncio
import contextlib
import random
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

START_S = 60.0
PACKAGE = {"where": "mill_square", "when": "june_early", "costs": 30, "takings": "stage"}
"""What everybody offers, again and again: an offer that nobody takes."""


class Taps(StrEnum):
    """When people tap: each table at moments of its own, all tables in the same instant, or without a pause."""

    SPREAD = "spread"
    TOGETHER = "together"
    FLOOD = "flood"


@dataclass(slots=True)
class Times:
    """Milliseconds of one run, and the seconds until the last answer."""

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


async def table(people: Sequence[Person], begin: float, pause: float, moves: int, times: Times) -> None:
    """One table: so many moves, each when its time has come and the one before is answered."""
    watching = []
    for number in range(1, moves + 1):
        await asyncio.sleep(max(0.0, begin + number * pause - time.perf_counter()))
        who = people[number % len(people)]
        tapped = time.perf_counter()
        assert who.tap is not None
        await who.tap(number)
        times.answered.append(1000 * (time.perf_counter() - tapped))
        if pause:  # in a flood nobody looks
            watching.append(asyncio.ensure_future(everybody(people, number, tapped, times)))
    times.seconds = max(times.seconds, time.perf_counter() - begin)
    await asyncio.gather(*watching)


async def everybody(people: Sequence[Person], number: int, tapped: float, times: Times) -> None:
    """Wait until all at the table see a move."""
    await asyncio.gather(*(one.sees(number) for one in people))
    times.seen.append(1000 * (time.perf_counter() - tapped))


async def run(tables: Sequence[Sequence[Person]], seconds: float, taps: Taps) -> Times:
    """All tables; everybody makes a move a second, or as many as the server takes."""
    times, dice = Times(), random.Random(len(tables))
    begun = time.perf_counter()

    def one(people: Sequence[Person]) -> Awaitable[None]:
        pause = 0.0 if taps is Taps.FLOOD else 1 / len(people)
        late = dice.random() * pause if taps is Taps.SPREAD else 0.0
        return table(people, begun + late, pause, int(seconds * len(people)), times)

    await asyncio.gather(*map(one, tables))
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
