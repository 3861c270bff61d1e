"""A room in which everybody does anything at any moment: what is in memory is what is stored, bit for bit."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from dastarkhan.live.room import absence
from dastarkhan.live.room.absence import keep_watch, presence_at, stand_up, welcome_back
from dastarkhan.live.room.acts import act
from dastarkhan.live.room.guests import change, join, send_line
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Absence, Presence, Stage
from simulations.errors import KitError
from simulations.table import Holder, Move, Record, replay
from tests.live.rooms import TurnableClock, come_in, open_room, settle, tap, url_in

N_PEOPLE, N_ACTS = 14, 60
MORE = [pytest.param("ayna", seed, marks=pytest.mark.slow) for seed in range(4, 10)]


async def same_as_stored(rooms: Sequence[Room], url: str, clock: TurnableClock) -> Room:
    """Stop the rooms, take up what they have stored, and hold each of them against it."""
    for room in rooms:
        await room.stop()
    again = await open_room(url, clock=clock)
    for room in rooms:
        assert room.state == again.state
        assert set(room.tables) == set(again.tables)
        for number, table in room.tables.items():
            stored = again.tables[number]
            assert (table.moves, table.state, table.played_at) == (stored.moves, stored.state, stored.played_at)
            assert len({move.id for move in table.moves}) == table.n_moves
    for table in again.tables.values():
        assert replay(Record.from_text(table.record.to_text())) == table.state
    return again


def trainers_wish(room: Room, rng: random.Random) -> tuple[str, dict[str, str]]:
    """Anything a trainer may ask for, at any moment, lawful or not; never the end of the room."""
    table = str(rng.choice([*room.tables, 1]))
    seat = rng.choice(list(room.state.case.seats))
    person = rng.choice(list(room.state.people))
    at = {"table": table, "seat": seat}
    return rng.choice(
        [
            ("seat", {}),
            ("start", {}),
            ("pause", {}),
            ("resume", {}),
            ("resume", {}),
            ("next_year", {}),
            ("end_talks", {"table": table}),
            ("inject", {"inject": rng.choice([*room.state.case.injects, "none"]), "table": rng.choice([table, "all"])}),
            ("step", {"step": "1"}),
            ("hurry", {"minutes": "2"}),
            ("message", {"text": "Look", "to": rng.choice(["all", "wall", table])}),
            ("place", {"chair": f"{at['table']}.{at['seat']}", "person": person, "beside": rng.choice(["on", ""])}),
            ("hold", {**at, "holder": rng.choice(["person", "partner", "careful"])}),
            ("leave", at),
            ("back", at),
            ("absence", {"how": rng.choice(list(Absence)), "seconds": "10"}),
            ("co_trainer", {}),
            ("languages", {"wall": "kk,ru"}),
        ]
    )


async def trains(room: Room, rng: random.Random) -> None:
    for _ in range(N_ACTS):
        with suppress(KitError):
            await act(room, *trainers_wish(room, rng), tap())
        trainer_look(room, "trainer1", "en", ("http://x/",), ())
        await asyncio.sleep(rng.uniform(0, 0.01))
    with suppress(KitError):
        await act(room, "resume", {}, tap())


async def sits(room: Room, person: str, rng: random.Random) -> None:
    for _ in range(N_ACTS):
        with suppress(KitError):
            await one_wish(room, person, rng)
        seat_look(room, person)
        await asyncio.sleep(rng.uniform(0, 0.01))


async def one_wish(room: Room, person: str, rng: random.Random) -> None:
    match rng.randrange(12):
        case 0:
            await room.went(person)
            await asyncio.sleep(rng.uniform(0, 0.01))
            await room.came(person)
            room.spawn(welcome_back(room, person))
        case 1:
            await stand_up(room, person)
        case 2:
            await change(room, person, lang=rng.choice(["kk", "prs"]), name=tap())
        case 3:
            await send_line(room, person, tap())
        case _:
            move = some_move(room, person, rng)
            await asyncio.gather(*(play(room, person, move) for _ in range(rng.choice([1, 1, 2]))))


def some_move(room: Room, person: str, rng: random.Random) -> Move:
    place = room.state.place_of(person)
    table = room.tables.get(place[0]) if place else None
    lawful = table.lawful(place[1]) if place and table and place[1] in table.seat_ids else ()
    if not lawful:
        return Move(id=tap(), seat="", kind="pass")
    choice = rng.choice(lawful)
    data = {name: rng.choice(options) for name, options in choice.options.items()}
    return Move(id=tap(), seat="", kind=choice.kind, data={**choice.data, **data})


async def time_goes_on(clock: TurnableClock, rng: random.Random) -> None:
    while True:
        await asyncio.sleep(0.005)
        clock.now += rng.uniform(0, 3)


async def everybody(rooms: Sequence[Room], people: Sequence[str], seed: int, clock: TurnableClock) -> None:
    """Everybody does something, each at one of the processes."""
    time = asyncio.ensure_future(time_goes_on(clock, random.Random(seed)))
    for room in rooms:
        room.spawn(keep_watch(room))
    own = [random.Random(seed * 1000 + n) for n in range(len(people) + 2)]
    at = [rooms[n % len(rooms)] for n in range(len(own))]
    acting = [trains(at[n], own[n]) for n in range(2)]
    acting += [sits(at[n + 2], person, own[n + 2]) for n, person in enumerate(people)]
    await asyncio.gather(*acting)
    await asyncio.sleep(0.2)  # chairs are looked after
    for room in rooms:
        await settle(room)
    time.cancel()


@pytest.mark.parametrize(
    ("case", "seed"), [("ayna", 1), ("fair", 2), pytest.param("canal", 3, marks=pytest.mark.slow), *MORE]
)
def test_what_is_in_memory_is_what_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, seed: int
) -> None:
    monkeypatch.setattr(absence, "TICK_S", 0.003)

    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), case, clock, absence="partner")
        people = await come_in(room, N_PEOPLE)
        await act(room, "start", {}, tap())
        await everybody([room], people, seed, clock)
        assert any(table.n_moves for table in room.tables.values())
        nobody_is_locked_out(room)
        wall_look(room, "http://x/")
        again = await same_as_stored([room], url_in(tmp_path), clock)
        await again.stop()

    asyncio.run(story())


def nobody_is_locked_out(room: Room) -> None:
    """Who is here and has not stood up plays the own seat, unless the trainer gave it to somebody else."""
    for number, laid in room.state.tables.items():
        table = room.tables[number]
        held = {seat.id: seat.holder for seat in table.state.seats}
        for seat, people in laid.people.items():
            if not any(map(room.at_table, people)) or room.stage is not Stage.PLAY or table.over:
                continue
            where = (number, seat)
            wanted = where in room.state.stand_ins and where not in room.state.stepped_in
            if held.get(seat) is Holder.PARTNER and not wanted:
                raise AssertionError(f"{seat} at table {number} is locked out: {presence_at(room, table)[seat]}")
            assert presence_at(room, table).get(seat) is not Presence.AWAY


def test_everybody_at_two_processes_of_one_room(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absence, "TICK_S", 0.003)

    async def story() -> None:
        clock = TurnableClock()
        rooms = [await open_room(postgres_url, "ayna", clock, absence="partner") for _ in range(2)]
        people = list(await asyncio.gather(*(join(rooms[n % 2], lang="en") for n in range(N_PEOPLE))))
        assert set(people) == set(rooms[0].state.people) | set(rooms[1].state.people)
        await until(lambda: len(rooms[0].state.people) == len(rooms[1].state.people) == N_PEOPLE)
        await act(rooms[0], "start", {}, tap())
        await until(lambda: set(rooms[0].tables) == set(rooms[1].tables) != set())
        await everybody(rooms, people, 5, clock)
        await until(lambda: both_know_the_same(rooms))
        again = await same_as_stored(rooms, postgres_url, clock)
        await again.stop()

    asyncio.run(story())


def both_know_the_same(rooms: Sequence[Room]) -> bool:
    one, other = rooms
    moves = [{number: table.n_moves for number, table in room.tables.items()} for room in rooms]
    return one.state == other.state and moves[0] == moves[1]


async def until(true: object, patience_s: float = 10.0) -> None:
    for _ in range(int(patience_s * 50)):
        if true():  # type: ignore[operator]
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came true")
