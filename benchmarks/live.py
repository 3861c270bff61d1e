"""A room full of people: how long from a tap to its answer, and to everybody at the table seeing it.

    python benchmarks/live.py                           30, 100 and 300 people, beside oTree's live pages
    python benchmarks/live.py --people 30 --seconds 3   a short look, as .ci/run takes it
    python benchmarks/live.py --postgres URL --workers 2    the same in two processes on PostgreSQL; no peer

Tables of about six; every person makes a move a second, so a table has one move after the other. Ours is the package
game with everything that a phone gets: own page, own language, own numbers; a move is on the disk before it is
answered. oTree's page sends each message to all six as JSON. Times are wall-clock milliseconds: waiting is what people
feel. Both servers and the people who tap share this machine.
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from peers import _environment as environment

KIT = Path(__file__).resolve().parents[1]
PEER = "otree==6.0.15"
SIX = 6
START_S = 60.0
ROUNDS = 40

OTREE_SETTINGS = """
SESSION_CONFIGS = [dict(name="race", app_sequence=["race"], num_demo_participants=6)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0)
LANGUAGE_CODE, REAL_WORLD_CURRENCY_CODE, USE_POINTS = "en", "USD", True
SECRET_KEY, ADMIN_USERNAME = "race", "admin"
"""
OTREE_APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL, PLAYERS_PER_GROUP, NUM_ROUNDS = "race", 6, 1

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    moves = models.IntegerField(initial=0)
    last = models.LongStringField(initial="")

class Player(BasePlayer):
    pass

def say(player, data):
    player.group.moves += 1
    player.group.last = str(data)
    return {0: dict(n=data["n"], by=player.id_in_group, package=data["package"])}

class Table(Page):
    live_method = say

page_sequence = [Table]
"""
OTREE_PAGE = "{{ block content }}<p>table</p>{{ endblock }}"
PACKAGE = {"where": "mill_square", "when": "june_early", "costs": 30, "takings": "stage"}


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


# --- ours


def case_of_long_talks(folder: Path) -> Path:
    """The kit's own case of two towns, with as many rounds as a case may have."""
    text = (KIT / "simulations/cases/fair.toml").read_text(encoding="utf-8")
    path = folder / "fair.toml"
    path.write_text(re.sub(r"(?m)^rounds = \d+", f"rounds = {ROUNDS}", text, count=1), encoding="utf-8")
    return path


@contextlib.contextmanager
def our_server(folder: Path, room: str | None, workers: int) -> Iterator[tuple[dict[str, str], subprocess.Popen[str]]]:
    """The command as people start it."""
    command = [sys.executable, "-m", "dastarkhan", "live", "--case", str(case_of_long_talks(folder)), "--only-here"]
    command += ["--no-browser", "--json", "--port", str(free_port()), "--workers", str(workers)]
    command += ["--room", room] if room else []
    environ = {**os.environ, "DASTARKHAN_HOME": str(folder)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ, cwd=KIT)
    try:
        assert process.stdout is not None
        links = json.loads(process.stdout.readline())
        wait_for(links["join"])
        yield links, process
    finally:
        end(process)


class OurPerson:
    """A phone at our table: its cookies, its form's token, its stream of news."""

    def __init__(self, links: dict[str, str]) -> None:
        self.base, self.code = links["join"].partition("?")[0], links["code"]
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.person = Person()
        self.token, self.seat, self.table = "", "", 0

    async def join(self) -> None:
        """Come in as a browser does, by the code."""
        page = await self._page("./")
        fields = {"token": token_in(page), "code": self.code, "language": "en"}
        async with self.session.post(self.base + "join", data=fields) as answer:
            assert answer.status == 200, await answer.text()
            page = await answer.text()
        self.token = token_in(page)

    async def find_seat(self) -> None:
        """Read from the page where it sits, and begin to listen."""
        page = await self._page("table")
        self.table = int(re.search(r'data-table="(\d+)"', page)[1])  # type: ignore[index]
        self.seat = re.search(r'data-seat="(\w+)"', page)[1]  # type: ignore[index]
        self.listening = asyncio.ensure_future(self.listen())

    async def listen(self) -> None:
        """Note how many moves each event shows."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self.session.get(self.base + "table-events", timeout=timeout) as answer:
            async for line in answer.content:
                if line.startswith(b"id: "):
                    self.person.saw(int(line[4:].split(b".")[0]))

    async def tap(self, number: int, kind: str, data: Mapping[str, object]) -> None:
        """Send a move."""
        fields = {"token": self.token, "id": f"n{number}", "kind": kind, "data": json.dumps(data)}
        async with self.session.post(self.base + "move", data=fields, headers={"X-Dastarkhan": "1"}) as answer:
            assert answer.status == 204, f"move {number} of {self.seat}: {await answer.text()}"

    async def _page(self, path: str) -> str:
        async with self.session.get(self.base + path) as answer:
            return await answer.text()


def script_for(people: Sequence[OurPerson]) -> list[Person]:
    """Let who has the word make an offer, and who speaks for the other side say no: so talks go on for long."""
    by_seat = {one.seat: one for one in people}
    first, second, host = (by_seat.get(seat) for seat in ("mill_growers", "willow_bakers", "fair_host"))
    turns = [(first, "offer"), (second, "reject"), (second, "offer"), (first, "reject")]
    turns += [(host, "pass")] if host else []

    async def tap(number: int) -> None:
        rounds, place = divmod(number - 1, len(turns))
        who, kind = turns[place]
        offer = 2 * rounds + place // 2 + 1
        data = {"offer": PACKAGE, "reject": {"offer": offer, "reason": "too_little"}, "pass": {}}[kind]
        assert who is not None
        await who.tap(number, kind, data)

    for one in people:
        one.person.tap = tap
    return [one.person for one in people]


async def ours(n: int, seconds: float, folder: Path, room: str | None, workers: int) -> Times:
    """Run a room of ours."""
    with our_server(folder, room, workers) as (links, process):
        people = [OurPerson(links) for _ in range(n)]
        trainer = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        try:
            for one in people:
                await one.join()
            async with trainer.get(links["trainer"]) as answer:
                token = token_in(await answer.text())
            fields = {"token": token, "id": "start", "do": "start"}
            base = links["join"].partition("?")[0]
            async with trainer.post(base + "act", data=fields, headers={"X-Dastarkhan": "1"}) as answer:
                assert answer.status == 204, await answer.text()
            await asyncio.gather(*(one.find_seat() for one in people))
            await asyncio.sleep(1)
            tables: dict[int, list[OurPerson]] = {}
            for one in people:
                tables.setdefault(one.table, []).append(one)
            times = await run([script_for(one) for one in tables.values()], seconds)
            times.memory_mb = memory_mb(process.pid)
            return times
        finally:
            for one in people:
                one.listening.cancel()
                await one.session.close()
            await trainer.close()


def token_in(page: str) -> str:
    """The token of a form."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found, page[:500]
    return found[1]


# --- oTree


@contextlib.contextmanager
def otree_server(python: str, folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Its production server, as its own documentation starts it."""
    for name in ("race", "_static", "_templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "settings.py").write_text(OTREE_SETTINGS, encoding="utf-8")
    (folder / "race" / "__init__.py").write_text(OTREE_APP, encoding="utf-8")
    (folder / "race" / "Table.html").write_text(OTREE_PAGE, encoding="utf-8")
    port = free_port()
    otree = str(Path(python).parent / "otree")
    environ = {**os.environ, "OTREE_PRODUCTION": "1", "PATH": f"{Path(python).parent}:{os.environ['PATH']}"}
    process = subprocess.Popen(
        [otree, "prodserver1of2", f"127.0.0.1:{port}"], cwd=folder, env=environ, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}", process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        end(process)


async def otree(n: int, seconds: float, python: str, folder: Path) -> Times:
    """Run a session of oTree."""
    with otree_server(python, folder) as (base, process):
        async with aiohttp.ClientSession() as admin:
            about = {"session_config_name": "race", "num_participants": n}
            async with admin.post(f"{base}/api/sessions", json=about) as answer:
                assert answer.status == 200, await answer.text()
                wide = (await answer.json())["session_wide_url"]
        sessions, people = [], []
        try:
            for _ in range(n):
                session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
                sessions.append(session)
                people.append(await _otree_person(session, base, wide))
            groups = [people[place : place + SIX] for place in range(0, n - n % SIX, SIX)]
            times = await run(groups, seconds)
            times.memory_mb = memory_mb(process.pid)
            return times
        finally:
            for session in sessions:
                await session.close()


async def _otree_person(session: aiohttp.ClientSession, base: str, wide: str) -> Person:
    async with session.get(wide) as answer:
        page = await answer.text()
    found = re.search(r'(/live\?[^"\']+)', page)
    assert found, page[:3000]
    path = found[1].replace("\\u0026", "&").replace("&amp;", "&")
    socket_ = await session.ws_connect(base.replace("http", "ws") + path)
    own: dict[int, asyncio.Event] = {}

    async def tap(number: int) -> None:
        own[number] = asyncio.Event()
        await socket_.send_json({"n": number, "package": PACKAGE})
        await own[number].wait()

    person = Person(tap=tap)

    async def listen() -> None:
        async for message in socket_:
            number = json.loads(message.data)["live_method_payload"]["n"]
            person.saw(number)
            if number in own:
                own[number].set()

    person.listening = asyncio.ensure_future(listen())
    return person


# --- what both need


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


def row(who: str, n: int, times: Times) -> str:
    """One line of the table."""

    def three(values: Sequence[float]) -> str:
        cut = statistics.quantiles(values, n=100)
        return " / ".join(f"{cut[place - 1]:.1f}" for place in (50, 95, 99))

    rate = len(times.answered) / times.seconds
    told = (str(n), who, three(times.answered), three(times.seen), f"{rate:.0f}", f"{times.memory_mb:.0f}")
    return f"| {' | '.join(told)} |"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--people", default="30,100,300")
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--peers", metavar="FOLDER", help="where the peer's environment is kept for the next time")
    parser.add_argument("--postgres", metavar="URL", help="keep our room there instead of in a file")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    print("| people | who | answered, ms (p50/p95/p99) | seen by all at the table, ms | moves a second | memory, MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as throw_away:
        python = environment(Path(options.peers or throw_away) / "live", [PEER]) if not options.postgres else ""
        for n in map(int, options.people.split(",")):
            folder = Path(throw_away) / str(n)
            folder.mkdir()
            times = asyncio.run(ours(n, options.seconds, folder, options.postgres, options.workers))
            print(row("ours", n, times), flush=True)
            if python:
                times = asyncio.run(otree(n, options.seconds, python, folder / "otree"))
                print(row("oTree", n, times), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
