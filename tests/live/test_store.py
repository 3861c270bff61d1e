"""The store: order, ids that count once, who was first, and many at once. In SQLite and in PostgreSQL alike."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from dastarkhan.live.store import Behind, Entry, Store
from simulations.errors import KitError

T = 1_790_000_000.25
DEEP: list[object] = []
for _ in range(5000):
    DEEP = [DEEP]


def entry(id_: str, *, kind: str = "move", at: float = T, **data: object) -> Entry:
    return Entry(id=id_, kind=kind, data=data, at=at)


def with_store(url: str, work: Callable[[Store], Awaitable[None]]) -> None:
    async def visit() -> None:
        store = await Store.open(url)
        try:
            await work(store)
        finally:
            await store.close()

    asyncio.run(visit())


def test_entries_stay_in_their_order_whatever_the_clock_says(store_url: str) -> None:
    given = [entry("b", at=T), entry("a", at=T - 86_400), entry("c", at=0.0), entry("aa", at=T + 1e6, x=1)]

    async def write(store: Store) -> None:
        for after, one in enumerate(given):
            stored = await store.append("table/1", one, after=after)
            assert (stored.id, stored.number) == (one.id, after + 1)
        await store.append("room", entry("a", kind="opened"), after=0)

    async def read(store: Store) -> None:
        stored = await store.read("table/1")
        assert [(one.id, one.number, one.at, one.data) for one in stored] == [
            ("b", 1, T, {}), ("a", 2, T - 86_400, {}), ("c", 3, 0.0, {}), ("aa", 4, T + 1e6, {"x": 1})
        ]  # fmt: skip
        assert [one.id for one in await store.read("table/1", after=2)] == ["c", "aa"]
        assert await store.read("table/2") == ()
        everything = await store.read_all()
        assert set(everything) == {"room", "table/1"}
        assert everything["table/1"] == stored
        assert everything["room"][0].kind == "opened"

    with_store(store_url, write)
    with_store(store_url, read)


def test_the_same_id_counts_once_in_its_stream(store_url: str) -> None:
    async def work(store: Store) -> None:
        first = await store.append("table/1", entry("tap", water=30), after=0)
        await store.append("table/1", entry("other"), after=1)
        for after in (0, 1, 2, 7):
            assert await store.append("table/1", entry("tap", water=99), after=after) == first
        assert (await store.append("table/2", entry("tap"), after=0)).number == 1
        assert [one.id for one in await store.read("table/1")] == ["tap", "other"]

    with_store(store_url, work)


def test_whoever_has_not_seen_the_newest_is_told(store_url: str) -> None:
    async def work(store: Store) -> None:
        await store.append("table/1", entry("a"), after=0)
        with pytest.raises(Behind) as told:
            await store.append("table/1", entry("b"), after=0)
        assert told.value.code == "live.behind"
        assert told.value.params == {"stream": "table/1", "number": 1}
        with pytest.raises(KitError, match=r"live\.ahead"):
            await store.append("table/1", entry("c"), after=2)
        assert [one.id for one in await store.read("table/1")] == ["a"]

    with_store(store_url, work)


@pytest.mark.parametrize(
    "data",
    [
        {"text": "Дарё بدهید sūv ☕🏔 \u202e \" \\ ' %s :x {y} \n\t\r"},
        {"text": "a\u0000b\u001f\u2028\ufffe"},
        {"n": [0, -1, 2**53, 1.5, 1e-300, 1e300, True, None], "deep": {"": {"a": [[]]}}},
        {"long": "я" * 200_000},
    ],
)
def test_whatever_json_can_hold_comes_back_the_same(store_url: str, data: dict[str, object]) -> None:
    async def work(store: Store) -> None:
        one = Entry(id="й'\"\\;--", kind="line\n", data=data, at=1_732_824_000.123456)
        await store.append("table/1", one, after=0)
        assert [(s.id, s.kind, s.data, s.at) for s in await store.read("table/1")] == [(one.id, one.kind, data, one.at)]

    with_store(store_url, work)


@pytest.mark.parametrize(
    "bad",
    [
        entry("x", n=float("nan")),
        entry("x", n=float("inf")),
        entry("x", n={1, 2}),
        entry("x", text="\ud800"),
        entry("x\0"),
        entry("x", at=float("nan")),
        entry("x", at=1e300),
        entry("x" * 5000),
        entry("x", deep=DEEP),
        entry("x", kind="\udfff"),
    ],
    ids=[
        "nan",
        "inf",
        "set",
        "half a letter",
        "zero byte",
        "no time",
        "no such time",
        "long",
        "deep",
        "half a letter in kind",
    ],
)
def test_what_no_file_can_hold_harms_nobody_else(store_url: str, bad: Entry) -> None:
    async def work(store: Store) -> None:
        answers = await asyncio.gather(
            store.append("table/1", entry("a"), after=0),
            store.append("table/1", bad, after=1),
            store.append("table/1", entry("b"), after=1),
            return_exceptions=True,
        )
        assert [getattr(one, "number", None) or one.code for one in answers] == [1, "plain.not_json", 2]

    with_store(store_url, work)


def test_what_waits_together_is_decided_in_the_order_it_came(store_url: str) -> None:
    async def work(store: Store) -> None:
        wanted = [("a", 0), ("b", 0), ("a", 0), ("c", 1), ("b", 2), ("a", 5), ("d", 9)]
        answers = await asyncio.gather(
            *(store.append("table/1", entry(id_), after=after) for id_, after in wanted), return_exceptions=True
        )
        assert [getattr(one, "number", None) or one.code for one in answers] == [
            1, "live.behind", 1, 2, 3, 1, "live.ahead"
        ]  # fmt: skip
        assert [one.id for one in await store.read("table/1")] == ["a", "c", "b"]
        assert store.commits == 1

    with_store(store_url, work)


def test_a_hundred_write_at_once_and_share_commits(store_url: str) -> None:
    async def person(store: Store, table: int, name: int) -> None:
        after = 0
        for n in range(10):
            while True:
                try:
                    after = (await store.append(f"table/{table}", entry(f"{name}-{n}", n=n), after=after)).number
                    break
                except Behind:
                    after = max(after, (await store.read(f"table/{table}", after))[-1].number)

    async def work(store: Store) -> None:
        await asyncio.gather(*(person(store, name % 20, name) for name in range(100)))
        everything = await store.read_all()
        assert sum(map(len, everything.values())) == 1000
        for entries in everything.values():
            assert [one.number for one in entries] == list(range(1, 51))
            for name in {one.id.split("-")[0] for one in entries}:
                assert [one.data["n"] for one in entries if one.id.split("-")[0] == name] == list(range(10))
        assert store.commits < 500

    with_store(store_url, work)


def test_answers_that_come_together_share_a_commit(store_url: str) -> None:

    async def person(store: Store, name: int) -> None:
        for n in range(30):
            await store.append(f"table/{name}", entry(f"{name}-{n}", text="сув" * 30), after=n)

    async def work(store: Store) -> None:
        await asyncio.gather(*(person(store, name) for name in range(100)))
        assert store.commits < 3000 / 5

    with_store(store_url, work)


def test_what_waits_when_the_store_closes_is_stored(store_url: str) -> None:
    async def visit() -> None:
        store = await Store.open(store_url)
        waiting = [asyncio.ensure_future(store.append("room", entry(str(n)), after=n)) for n in range(50)]
        await asyncio.sleep(0)
        await store.close()
        assert [one.number for one in await asyncio.gather(*waiting)] == list(range(1, 51))
        with pytest.raises(KitError, match=r"live\.store_closed"):
            await store.append("room", entry("late"), after=50)
        await store.close()

    asyncio.run(visit())
    with_store(store_url, lambda store: _has(store, 50))


async def _has(store: Store, number: int) -> None:
    assert len(await store.read("room")) == number
