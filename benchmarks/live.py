"""A room full of people: how long from a tap to its answer, and to everybody at the table seeing it.

    python benchmarks/live.py                           30, 100 and 300 people, beside oTree's live pages
    python benchmarks/live.py --people 30 --seconds 3   a short look, as .ci/run takes it
    python benchmarks/live.py --taps together           all tables in the same instant, again and again
    python benchmarks/live.py --taps flood              nobody waits: how many answers a second, each of them durable
    python benchmarks/live.py --postgres URL --workers 2    the same in two processes on PostgreSQL; no peer

Tables of about six; every person makes a move a second, so a table has one move after the other, and each table has its
own moments. Ours is the package game with everything that a phone gets: own page, own language, own numbers; a move is
on the disk before it is answered. oTree's page sends each message to all six as JSON. Times are wall-clock
milliseconds: waiting is what people feel. Both servers and the people who tap share this machine.
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import aiohttp
from otree_room import otree
from peers import _environment as environment
from rooms_at_work import PACKAGE, Person, Taps, Times, end, free_port, memory_mb, run, wait_for

KIT = Path(__file__).resolve().parents[1]
PEER = "otree==6.0.15"
ROUNDS = 40

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


async def ours(n: int, seconds: float, taps: Taps, folder: Path, room: str | None, workers: int) -> Times:
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
            times = await run([script_for(one) for one in tables.values()], seconds, taps)
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


def row(who: str, n: int, times: Times) -> str:
    """One line of the table."""

    def three(values: Sequence[float]) -> str:
        if not values:
            return "-"
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
    parser.add_argument("--taps", type=Taps, choices=list(Taps), default=Taps.SPREAD)
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
            times = asyncio.run(ours(n, options.seconds, options.taps, folder, options.postgres, options.workers))
            print(row("ours", n, times), flush=True)
            if python:
                times = asyncio.run(otree(n, options.seconds, options.taps, python, folder / "otree"))
                print(row("oTree", n, times), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
