"""Every byte that the server sends a seat: its own private numbers are there, and nobody else's."""

import asyncio
import random
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from dastarkhan.cli import main
from dastarkhan.live.pages.environment import ASSETS
from dastarkhan.live.room.stages import Release, Stage
from simulations.errors import KitError
from simulations.games import read_case
from simulations.table import Case
from tests.live.here import Here, here
from tests.live.marked import Marked, leaks, marked, numbers_in
from tests.live.phones import Phone
from tests.live.rooms import do, settle, url_in

LANGUAGES = ("en", "kk", "prs", "ru", "uz", "ky")
MOST_MOVES = 400
COMES_LATE = 10
"""Then somebody comes late: some moves are made, and no table is over."""


@pytest.mark.parametrize("name", ["ayna", "heron", "fair", "canal", "cart", "gate"])
def test_a_marked_case_is_a_good_case(tmp_path: Path, name: str) -> None:
    case = marked(name, tmp_path)
    assert main(["check", str(case.file)]) == 0
    assert set(case.of_seat) == {seat for seat, about in read_case(name).seats.items() if "private" in about}


@pytest.mark.parametrize(
    "name",
    ["ayna", pytest.param("heron", marks=pytest.mark.slow), pytest.param("fair", marks=pytest.mark.slow), "canal"],
)
def test_a_seat_is_sent_its_own_numbers_and_nobody_elses(tmp_path: Path, name: str) -> None:
    marks = marked(name, tmp_path)
    case = read_case(marks.file)
    asyncio.run(a_session(tmp_path, marks, case))


async def a_session(folder: Path, marks: Marked, case: Case) -> None:
    rng = random.Random(case.id)
    async with here(url_in(folder), str(marks.file)) as room:
        phones = [
            await room.joins(language=LANGUAGES[n % len(LANGUAGES)], name=f"Nick{n}name")
            for n in range(len(case.seats))
        ]
        wall = await room.wall()
        for phone in (*phones, wall):
            phone.heard = []
        await do(room.room, "start")
        listening = [asyncio.ensure_future(listen(phone, "table-events")) for phone in phones]
        listening.append(asyncio.ensure_future(listen(wall, "wall-events")))
        await look_at_everything(phones, wall)
        late = await room.joins(language="en", name=f"Nick{len(phones)}name")
        late.heard = []
        listening.append(asyncio.ensure_future(listen(late, "table-events")))
        knows: dict[str, set[str]] = {phone.person: set() for phone in (*phones, late)}
        for number in range(MOST_MOVES):
            if number == COMES_LATE:
                await sits_down_late(room, late, rng)
                phones.append(late)
            note_who_may_know(room, phones, knows)
            if room.room.stage is Stage.HELD:
                break
            await one_of_them(room, phones, rng)
        assert room.room.stage is Stage.HELD
        await look_at_everything(phones, wall)
        await asyncio.sleep(0.6)  # the last events are drawn
        seats = {phone.person: (room.room.state.place_of(phone.person) or (0, ""))[1] for phone in phones}
        nothing_is_told(marks, case, phones, wall, knows, seats)
        await do(room.room, "release", what=Release.OWN)
        for phone in phones:
            await phone.get("table")
        if marks.of_side:  # after the release everybody may compare, so that the search above could have found it
            assert all(leaks(marks, case, all_of(phone), knows[phone.person]) for phone in phones)
        assert not leaks(marks, case, all_of(wall), set())
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)


async def sits_down_late(room: Here, late: Phone, rng: random.Random) -> None:
    """Somebody gets half a seat at a table that has begun, and reads what happened before."""
    held = room.room
    table = rng.choice([one for one in held.tables.values() if one.n_moves])
    await do(held, "place", person=late.person, chair=f"{table.number}.{rng.choice(table.seat_ids)}", beside="on")
    assert "What happened before you came" in (await late.get("table")).text


async def listen(phone: Phone, path: str) -> None:
    async for _ in phone.events(path):
        pass


async def look_at_everything(phones: Iterable[Phone], wall: Phone) -> None:
    """Pages, files, and doors that are not one's own."""
    for phone in phones:
        for path in ("", "table", "trainer", "wall", "record?table=1", "records", "nothing", "wall-events"):
            await phone.get(path)
    first = next(iter(phones))
    for name in ASSETS:
        await first.get(f"static/{name}")
    for path in ("wall", "table", "record?table=1", ""):
        await wall.get(path)


def note_who_may_know(room: Here, phones: Iterable[Phone], knows: dict[str, set[str]]) -> None:
    """Whoever sits on a seat may know what is that seat's, and what is of those that it speaks for now."""
    for phone in phones:
        number, seat = room.room.state.place_of(phone.person) or (0, "")
        for one in room.room.tables[number].state.seats:
            if one.id == seat:
                knows[phone.person] |= {one.id, *one.covers}


async def one_of_them(room: Here, phones: list[Phone], rng: random.Random) -> None:
    """Somebody does something lawful, and somebody something that is refused."""
    held = room.room
    if any(held.year_waits(table) for table in held.tables.values()):
        return await do(held, "next_year")
    if rng.random() < 0.05:
        number = rng.choice(list(held.tables))
        with suppress(KitError):
            await do(held, rng.choice(["leave", "back"]), table=number, seat=rng.choice(list(held.state.case.seats)))
    if rng.random() < 0.05 and held.state.case.injects:
        with suppress(KitError):
            await do(held, "inject", inject=rng.choice(list(held.state.case.injects)), table="all")
    if rng.random() < 0.04:
        await do(held, "end_talks", table="all")  # or nobody would ever be done
    waited = [phone for phone in phones if is_waited_for(room, phone)]
    phone = rng.choice(waited if waited and rng.random() < 0.8 else phones)
    number, seat = held.state.place_of(phone.person) or (0, "")
    table = held.tables[number]
    lawful = table.lawful(seat) if seat in table.seat_ids else ()
    longer = [choice for choice in lawful if choice.kind != "close"]
    if longer:
        choice = rng.choice(longer)
        chosen = {name: rng.choice(options) for name, options in choice.options.items()}
        data = {f"data.{key}": str(value) for key, value in {**choice.data, **chosen}.items()}
        await phone.post("move", {"id": str(rng.random()), "kind": choice.kind, **data})
    refused = await phone.post("move", {"id": str(rng.random()), "kind": "accept", "data": '{"offer": 99}'})
    assert refused.status == 409
    if rng.random() < 0.2:
        await phone.get("table")
    return await settle(held)


def is_waited_for(room: Here, phone: Phone) -> bool:
    number, seat = room.room.state.place_of(phone.person) or (0, "")
    return seat in room.room.tables[number].waits_for


def all_of(phone: Phone) -> str:
    assert phone.heard
    return b"\n".join(phone.heard).decode("utf-8", "replace")


def nothing_is_told(
    marks: Marked, case: Case, phones: list[Phone], wall: Phone, knows: dict[str, set[str]], held: dict[str, str]
) -> None:
    for phone in phones:
        sent, own = all_of(phone), knows[phone.person]
        assert own
        assert leaks(marks, case, sent, own) == set(), phone.person
        seat = held[phone.person]
        assert marks.of_seat.get(seat, set()) <= numbers_in(sent), f"{seat} is not shown its own numbers"
        side = case.seats[seat]["side"]
        if side in marks.of_side:
            assert any(one % marks.of_side[side] == 0 for one in numbers_in(sent)), "nor its points"
    shown = all_of(wall)
    assert leaks(marks, case, shown, set()) == set()
    for n in range(len(phones)):
        assert f"Nick{n}name" not in shown
