"""Kill a writing process again and again; nothing that it acknowledged may be missing.

Arguments: address, rounds, seed.
"""

import asyncio
import os
import random
import signal
import sys
import time

from dastarkhan.live.store import Behind, Entry, Store

PEOPLE, TABLES = 24, 4


async def person(store: Store, round_: int, name: int, out: int) -> None:
    stream, after, n = f"table/{name % TABLES}", 0, 0
    while True:
        entry = Entry(id=f"{round_}-{name}-{n}", kind="move", data={"text": "сув" * (n % 40)}, at=time.time())
        try:
            stored = await store.append(stream, entry, after=after)
        except Behind:
            after = (await store.read(stream, after))[-1].number
            continue
        os.write(out, f"{stream} {stored.id} {stored.number}\n".encode())  # whoever reads this has the promise
        after, n = stored.number, n + 1


async def write(url: str, round_: int, out: int) -> None:
    store = await Store.open(url)
    os.write(out, b"open\n")
    await asyncio.gather(*(person(store, round_, name, out) for name in range(PEOPLE)))


def promised(url: str, round_: int, wait_s: float) -> list[tuple[str, str, int]]:
    """Let a process write for a moment, kill it, and give what it had acknowledged."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        asyncio.run(write(url, round_, say))
    os.close(say)
    heard = os.read(hear, 65536)
    assert heard.startswith(b"open\n")
    until = time.monotonic() + wait_s
    os.set_blocking(hear, False)
    while time.monotonic() < until:
        try:
            heard += os.read(hear, 65536)
        except BlockingIOError:
            time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.set_blocking(hear, True)
    while more := os.read(hear, 65536):
        heard += more
    os.close(hear)
    lines = [line.split() for line in heard.decode().splitlines(keepends=True)[1:] if line.endswith("\n")]
    return [(stream, id_, int(number)) for stream, id_, number in lines]


async def stored(url: str) -> dict[tuple[str, int], str]:
    store = await Store.open(url)
    streams = await store.read_all()
    await store.close()
    for entries in streams.values():
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1)), "a hole"
        assert len({entry.id for entry in entries}) == len(entries), "twice"
    return {(stream, entry.number): entry.id for stream, entries in streams.items() for entry in entries}


def main(url: str, rounds: int, seed: int) -> None:
    rng, promises = random.Random(seed), {}
    for round_ in range(rounds):
        for stream, id_, number in promised(url, round_, rng.uniform(0.0, 0.15)):
            promises[stream, number] = id_
        there = asyncio.run(stored(url))
        lost = {place: id_ for place, id_ in promises.items() if there.get(place) != id_}
        assert not lost, lost
    print(len(promises), len(there))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
