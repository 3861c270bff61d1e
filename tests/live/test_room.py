"""The room: people come, sit, play, go, come back; and everything is there again after a start."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.room.absence import presence_at, welcome_back
from dastarkhan.live.room.guests import change, join, send_line
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.playing import follow_all, play
from dastarkhan.live.room.stages import Absence, Presence, Release, Stage
from simulations.errors import KitError
from simulations.table import Holder, IllegalMove, Move, Record, replay
from tests.live.rooms import (
    TurnableClock,
    choices_of,
    choose,
    come_in,
    do,
    open_room,
    play_to_the_end,
    release_all,
    settle,
    tap,
    url_in,
    waited_person,
)


def run(story: Any) -> None:
    asyncio.run(story)


@pytest.mark.parametrize(("case", "n"), [("fair", 4), ("cart", 2), ("gate", 5), ("ayna", 6), ("canal", 7), ("ayna", 1)])
def test_a_room_from_the_first_person_to_the_record(tmp_path: Path, case: str, n: int) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), case)
        assert room.stage is Stage.GATHER
        people = await come_in(room, n)
        await do(room, "seat")
        assert room.stage is Stage.SEATED
        look = seat_look(room, people[0])
        assert look.seat
        assert look.view is not None
        assert look.lawful == ()  # the brief may be read; nobody may move yet
        await do(room, "start")
        await play_to_the_end(room, people)
        (table,) = room.tables.values()
        again = replay(Record.from_text(table.record.to_text()))
        assert again == table.state
        assert table.game.debrief(table.state)["agreement"]
        await room.stop()

    run(story())


def test_everything_is_there_again_after_a_start(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 9)
        await change(room, people[2], lang="prs", name="  Gul \u202e nara  ")
        await do(room, "seat")
        await do(room, "start")
        await choose(room, waited_person(room, people), "offer")
        await do(room, "message", text="<b>Look</b> at the birds", to="all")
        await do(room, "inject", inject="drought")
        await do(room, "pause")
        before, tables = room.state, {number: table.state for number, table in room.tables.items()}
        assert before.people[people[2]].name == "Gul nara"
        await room.stop()
        again = await open_room(url_in(tmp_path), "fair", clock)  # what is asked for now does not count
        assert again.state == before
        assert {number: table.state for number, table in again.tables.items()} == tables
        await again.stop()

    run(story())


def test_a_double_tap_counts_once_and_the_wrong_seat_not_at_all(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        people = await come_in(room, 4)
        await do(room, "start")
        person = waited_person(room, people)
        table, choices = choices_of(room, person)
        offer = next(choice for choice in choices if choice.kind == "offer")
        move = offer.move("once", **{name: options[0] for name, options in offer.options.items()})
        await asyncio.gather(*(play(room, person, move) for _ in range(5)))
        assert [one.kind for one in table.moves] == ["offer"]
        other = next(one for one in people if one != person)
        with pytest.raises(IllegalMove):
            await play(room, other, move)  # the seat in a move is never believed
        assert table.n_moves == 1
        with pytest.raises(IllegalMove):
            await play(room, person, Move(id="x", seat="facilitator", kind="close", data={"reason": "time_up"}))
        await room.stop()

    run(story())


def test_two_who_accept_at_the_same_moment_come_one_after_the_other(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "start")
        await choose(room, waited_person(room, people), "offer")
        await choose(room, waited_person(room, people), "sponsor")
        voting = [one for one in people if any(choice.kind == "accept" for choice in choices_of(room, one)[1])]
        assert len(voting) >= 2
        table = room.tables[1]
        before = table.n_moves
        moves = [Move(id=tap(), seat="", kind="accept", data={"offer": 1}) for _ in voting]
        told = await asyncio.gather(
            *(play(room, *one) for one in zip(voting, moves, strict=True)), return_exceptions=True
        )
        assert all(
            one is None or isinstance(one, IllegalMove) for one in told
        )  # after the last needed yes nobody votes
        assert [move.id for move in table.moves[before:]][: told.count(None)]
        stored = await room.store.read(table.stream)
        assert [entry.id for entry in stored] == [move.id for move in table.moves]
        await room.stop()

    run(story())


def test_nobody_moves_before_the_start_in_a_pause_or_before_the_year(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 4)
        move = Move(id="m", seat="", kind="pass")
        with pytest.raises(KitError, match=r"live\.no_seat"):
            await play(room, people[0], move)
        await do(room, "seat")
        with pytest.raises(KitError, match=r"live\.not_started"):
            await play(room, people[0], move)
        await do(room, "start")
        await do(room, "pause")
        with pytest.raises(KitError, match=r"live\.paused"):
            await play(room, people[0], move)
        assert all(look.lawful == () for look in (seat_look(room, one) for one in people))
        await do(room, "resume")
        await do(room, "end_talks", table="all")
        table = room.tables[1]
        while not room.year_waits(table):
            person = waited_person(room, people)
            await choose(room, person, next(one.kind for one in choices_of(room, person)[1]))
        assert seat_look(room, people[0]).next_year_waits
        with pytest.raises(KitError, match=r"live\.year_waits"):
            await play(room, people[0], move)
        await do(room, "next_year")
        assert room.open_for_moves(table)
        assert table.state.closed[0]["no_agreement"] == "time_up"
        await room.stop()

    run(story())


@pytest.mark.parametrize("how", [Absence.PARTNER, Absence.CAREFUL, Absence.SMALLER])
def test_one_who_leaves_never_freezes_a_table(tmp_path: Path, how: Absence) -> None:
    async def story() -> None:
        from dastarkhan.live.room.absence import _gone, replace

        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock, absence=how.value)
        people = await come_in(room, 6)
        await do(room, "start")
        gone = waited_person(room, people)
        number, seat = room.state.place_of(gone) or (0, "")
        table = room.tables[number]
        await room.went(gone)
        assert presence_at(room, table)[seat] is Presence.AWAY
        assert list(_gone(room)) == []  # the countdown runs
        assert seat_look(room, people[0]).away_until[seat] == clock.now + room.state.wait_s
        clock.now += room.state.wait_s + 1
        for where in tuple(_gone(room)):
            await replace(room, *where)
        await settle(room)
        assert seat not in table.waits_for
        assert table.n_moves > 0
        await room.came(gone)
        await welcome_back(room, gone)
        assert presence_at(room, table)[seat] is Presence.HERE
        assert table.state.seat(seat).holder is Holder.PERSON
        assert room.state.place_of(gone) == (number, seat)
        await room.stop()

    run(story())


def test_waiting_is_a_choice_too(tmp_path: Path) -> None:
    async def story() -> None:
        from dastarkhan.live.room.absence import _gone

        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "fair", clock, absence="wait")
        people = await come_in(room, 4)
        await do(room, "start")
        gone = waited_person(room, people)
        await room.went(gone)
        clock.now += 10_000
        assert list(_gone(room)) == []
        await do(room, "hold", table=1, seat=(room.state.place_of(gone) or (0, ""))[1], holder="partner")
        assert room.tables[1].n_moves > 0
        await room.stop()

    run(story())


def test_a_latecomer_takes_a_seat_that_a_partner_or_a_colleague_held(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        await come_in(room, 4)
        await do(room, "start")
        (late,) = await come_in(room, 1)
        table = trainer_look(room, "trainer1", "en", ("http://x/",), ()).tables[0]
        assert table.empty
        await do(room, "place", person=late, chair=f"1.{table.empty[0]}")
        assert room.state.place_of(late) == (1, table.empty[0])
        assert seat_look(room, late).view is not None
        assert presence_at(room, room.tables[1])[table.empty[0]] is Presence.HERE
        await room.stop()

    run(story())


def test_lines_are_nobodys_and_wait_for_the_trainer(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        people = await come_in(room, 4)
        await do(room, "start")
        await send_line(room, people[0], "It was <i>hard</i>")
        await send_line(room, people[0], "a second one does not count")
        await settle(room)
        assert [line.text for line in room.state.lines] == ["It was <i>hard</i>"]
        assert wall_look(room, "http://x/").lines == ()
        for entry in await room.store.read("room"):
            if entry.kind == "line":
                assert people[0] not in str(entry)
                assert entry.at == room.state.began
        await do(room, "let_through", line=1)
        assert [line.text for line in wall_look(room, "http://x/").lines] == ["It was <i>hard</i>"]
        await do(room, "drop_line", line=1)
        assert wall_look(room, "http://x/").lines == ()
        await room.stop()

    run(story())


def test_results_wait_until_they_are_released_one_after_the_other(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 36)
        await do(room, "start")
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "release", what="own")
        await play_to_the_end(room, people)
        assert room.stage is Stage.HELD
        assert len(room.tables) >= 5
        assert wall_look(room, "x").results == ()
        assert seat_look(room, people[0]).debrief is None
        assert await release_all(room) == list(Release)
        assert len(wall_look(room, "x").results) == len(wall_look(room, "x").records) == len(room.tables)
        assert seat_look(room, people[0]).debrief is not None
        await room.stop()

    run(story())


def test_bad_fields_change_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        await come_in(room, 4)
        await do(room, "seat")
        before = room.state
        for word, fields in (
            ("place", {"person": "p99", "chair": "1.mill_growers"}),
            ("place", {"person": next(iter(room.state.people)), "chair": "7.mill_growers"}),
            ("place", {"person": next(iter(room.state.people)), "chair": "١.mill_growers"}),
            ("inject", {"inject": "flood", "table": "all"}),
            ("hurry", {"minutes": "-3"}),
            ("hurry", {"minutes": "9" * 400}),
            ("step", {}),
            ("message", {"text": "   "}),
            ("languages", {"wall": "kk,ru,en,prs"}),
            ("languages", {"wall": "xx"}),
            ("absence", {"how": "never", "seconds": "60"}),
            ("release", {"what": "names"}),
            ("next_year", {}),
            ("nonsense", {}),
        ):
            with pytest.raises(KitError):
                await do(room, word, **fields)
        assert room.state == before
        await room.stop()

    run(story())


def test_a_hall_of_three_hundred_is_full_and_everybody_sits(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path))
        people = [await join(room, lang="en") for _ in range(300)]
        with pytest.raises(KitError, match=r"live\.full"):
            await join(room, lang="en")
        await do(room, "seat")
        assert all(room.state.place_of(person) for person in people)
        await room.stop()

    run(story())


def test_a_clock_that_jumps_harms_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock)
        people = await come_in(room, 4)
        await do(room, "start")
        await choose(room, waited_person(room, people), "offer")
        clock.now -= 7 * 24 * 3600
        await do(room, "pause")
        clock.now += 400 * 24 * 3600
        await do(room, "resume")
        await choose(room, waited_person(room, people), "sponsor")
        assert [move.kind for move in room.tables[1].moves] == ["offer", "sponsor"]
        trainer_look(room, "trainer1", "en", (), ())
        await room.stop()

    run(story())


def test_after_an_end_in_the_middle_nature_and_partners_go_on(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 1)
        await do(room, "start")
        await room.stop()
        again = await open_room(url_in(tmp_path))
        await follow_all(again)
        assert again.tables[1].waits_for
        await play_to_the_end(again, people)
        await again.stop()

    run(story())
