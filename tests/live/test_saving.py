"""The moves are saved: every room has files of its own, the trainer is told, and a fault is said plainly."""

import asyncio
import re
from pathlib import Path

import pytest

from dastarkhan.languages import say
from dastarkhan.lessons.debrief import records
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.saving import room_name, save
from simulations.errors import KitError
from tests.live.rooms import choose, come_in, do, open_room, tap, url_in, waited_person


async def started(folder: Path, case: str = "fair", n: int = 4) -> Room:
    folder.mkdir()
    room = await open_room(url_in(folder), case)
    await come_in(room, n)
    await do(room, "start")
    return room


async def somebody_offers(room: Room) -> None:
    await choose(room, waited_person(room, list(room.state.people)), "offer")


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path))
    return tmp_path / "rooms"


def test_two_rooms_with_the_same_case_leave_both_readable(tmp_path: Path, rooms: Path) -> None:
    async def story() -> None:
        classes = [await started(tmp_path / name) for name in ("one", "two")]
        await somebody_offers(classes[1])
        for room in classes:
            await save(room, rooms, tap())
        for room in classes:
            (saved,) = (one for one in records.rooms() if one.name == room_name(room))
            assert list(saved.files.values()) == list(room.tables)
            kept = records.read(tuple(saved.files))
            assert [one.to_text() for one in kept] == [table.record.to_text() for table in room.tables.values()]
            await room.stop()

    asyncio.run(story())


def test_saving_again_brings_the_own_files_up_to_date_and_no_others(tmp_path: Path, rooms: Path) -> None:
    async def story() -> None:
        ours, theirs = [await started(tmp_path / name) for name in ("ours", "theirs")]
        await save(theirs, rooms, tap())
        await save(ours, rooms, tap())
        before = {file.name: file.read_text("utf-8") for file in rooms.iterdir()}
        await somebody_offers(ours)
        await save(ours, rooms, tap())
        after = {file.name: file.read_text("utf-8") for file in rooms.iterdir()}
        assert after.keys() == before.keys(), "no file more, and none half written"
        changed = {name for name in after if after[name] != before[name]}
        assert changed
        assert all(name.startswith(room_name(ours)) for name in changed)
        await ours.stop()
        again = await open_room(url_in(tmp_path / "ours"))
        assert room_name(again) == room_name(ours), "also after the server was started again"
        assert again.state.saved_tables == len(again.tables)
        await again.stop()
        await theirs.stop()

    asyncio.run(story())


def test_a_name_is_good_on_every_computer(tmp_path: Path) -> None:
    async def story() -> None:
        room = await started(tmp_path / "one", "ayna")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{4}-ayna-[0-9a-f]{6}", room_name(room))
        assert room.state.secret[:6] not in room_name(room)
        await room.stop()

    asyncio.run(story())


def test_what_cannot_be_saved_is_said_plainly_and_nothing_is_told(tmp_path: Path) -> None:
    async def story() -> None:
        room = await started(tmp_path / "one")
        (tmp_path / "a_file").write_text("no folder")
        with pytest.raises(KitError) as refused:
            await save(room, tmp_path / "a_file", tap())
        assert say(refused.value, "en").startswith("The moves could not be saved in ")
        assert not room.state.saved_at
        await room.stop()

    asyncio.run(story())
