"""The course of a session: the run-sheet goes with the years, and a short plan comes to its debrief."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.seat import seat_parts
from dastarkhan.live.pages.trainer import trainer_page
from dastarkhan.live.pages.wall import wall_parts
from dastarkhan.live.room.looking import seat_look, trainer_look, wall_look
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.timing import steps_of
from simulations.errors import KitError
from simulations.table import Record, replay
from tests.live.rooms import (
    TurnableClock,
    about,
    choose,
    come_in,
    do,
    open_room,
    play_the_year,
    play_to_the_end,
    settle,
    url_in,
)


def run(story: Any) -> None:
    asyncio.run(story)


def test_a_short_plan_comes_to_its_debrief_without_the_other_years(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna", plan="45")
        people = await come_in(room, 9)
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "place", person=people[0], chair="1.springs_water")  # no table is laid yet
        for _before_the_start in range(2):
            assert "Zhambyl and Talas" in trainer_page(trainer_look(room, "trainer1", "en", (), ()))  # too near to them
            await do(room, "seat")
        await do(room, "start")
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "finish")  # no year is closed yet
        await do(room, "end_talks", table="1")
        while not room.year_waits(room.tables[1]):
            await settle(room)
            for seat in room.tables[1].waits_for:
                await choose(room, room.state.tables[1].people[seat][0], "decide")
        page = trainer_page(trainer_look(room, "trainer1", "en", ("http://x/",), ()))
        assert "Yes, finish the game" in page.partition("Open year 2")[2]  # other tables still talk
        await play_the_year(room, people)
        assert all(room.year_waits(table) for table in room.tables.values())
        n_moves = [table.n_moves for table in room.tables.values()]
        with pytest.raises(KitError, match=r"live\.not_now"):
            await do(room, "end_talks", table="all")  # year 2 is not open: there are no talks to end
        assert [table.n_moves for table in room.tables.values()] == n_moves
        assert "Year 1 of 3" in seat_parts(seat_look(room, people[0]))["head"]  # the next one is not open yet
        assert not seat_parts(seat_look(room, people[0]))["table"]
        look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
        page = trainer_page(look)
        assert "Zhambyl and Talas" not in page  # it is too late to take another case
        assert "Year 1 of 3" in page
        assert "Year 2 of 3" not in page
        assert all(one.can_finish and not one.can_end_talks for one in look.tables)
        assert "Next: Put your role down" not in page  # the game leads there, by who finishes
        assert "Yes, finish the game" in page.partition("Open year 2")[0]
        await do(room, "finish")
        assert room.stage is Stage.HELD
        await settle(room)
        look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
        assert next(step.id for step in look.plan if step.runs) == "role_down"
        assert {len(facts["years"]) for facts in look.debrief.values()} == {1}
        for table in room.tables.values():
            assert replay(Record.from_text(table.record.to_text())) == table.state
        assert "Card face down" in seat_parts(seat_look(room, people[0]))["head"]
        steps = [step.id for step in look.plan]
        title = str(look.plan[steps.index("look_back")].title)
        assert not wall_look(room, "http://x/").looks_back
        assert "How was it?" in wall_parts(wall_look(room, "http://x/"))["main"]
        await do(room, "step", step=steps.index("look_back"))
        assert f"<h1>{title}</h1>" in wall_parts(wall_look(room, "http://x/"))["main"]
        await do(room, "release", what="own")
        own = seat_parts(seat_look(room, people[0]))
        assert "What your table found stands below." in own["head"]
        assert "could be" not in own["after"]  # no table is told what it left
        assert len((seat_look(room, people[0]).debrief or {})["years"]) == 1
        await room.stop()

    run(story())


def test_a_year_that_opens_takes_the_run_sheet_to_its_step(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna", plan="90")
        await come_in(room, 4)
        await do(room, "start")
        look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
        steps = [step.id for step in look.plan]
        assert (steps[room.state.step], look.late_min) == ("talks_1", 0.0)  # people did what comes before
        assert wall_look(room, "http://x/").next_step == str(look.plan[room.state.step + 1].title)
        await do(room, "next_year")
        assert steps[room.state.step] == "talks_2"
        await do(room, "step", step=str(steps.index("role_down")))
        await do(room, "next_year")
        assert steps[room.state.step] == "role_down"  # where the trainer went is not taken back
        await do(room, "step", step=str(len(steps) - 1))
        assert wall_look(room, "http://x/").next_step == ""
        await room.stop()

    run(story())


def test_a_package_case_has_a_run_sheet_that_goes_on_after_the_last_table(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "gate", plan="60")
        people = await come_in(room, 8)
        await do(room, "start")
        look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
        steps = [step.id for step in look.plan]
        assert (look.guide, steps[room.state.step], look.late_min) == ("guide_08", "talks_1", 0.0)
        assert "Widen the table" in trainer_page(look)
        await play_to_the_end(room, people)
        assert room.stage is Stage.HELD
        await settle(room)
        assert steps[room.state.step] == "role_down"  # nobody had to tap for it
        await do(room, "step", step=str(steps.index("talks_1")))
        await settle(room)
        assert steps[room.state.step] == "talks_1"  # the trainer's word counts
        await room.stop()

    run(story())


def test_a_case_without_a_run_sheet_says_so_when_a_plan_is_asked_for() -> None:
    with pytest.raises(KitError, match=r"live\.no_plan"):
        about("cart", plan="60")
    with pytest.raises(KitError, match=r"guide\.unknown_plan"):
        about("gate", plan="61")
    assert about("cart")["plan"] == about("cart")["guide"] == ""
    assert about("canal")["guide"] == "guide_08"


def test_a_clock_that_is_set_in_a_pause_runs_on_from_its_end(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "ayna", clock, plan="90")
        await come_in(room, 4)
        await do(room, "start")
        for word, fields, seconds in (("hurry", {"minutes": "2"}, 120.0), ("step", {"step": "6"}, 0.0)):
            await do(room, "pause")
            clock.now += 600
            await do(room, word, **fields)
            clock.now += 60
            await do(room, "resume")
            look = trainer_look(room, "trainer1", "en", ("http://x/",), ())
            ends_at = look.clock.ends_at or 0.0
            full = seconds or 60 * next(step.minutes for step in look.plan if step.runs)
            assert ends_at - clock.now == pytest.approx(full), word
        await room.stop()

    run(story())


def test_talks_that_were_on_the_clock_before_the_start_begin_with_it(tmp_path: Path) -> None:
    async def story() -> None:
        clock = TurnableClock()
        room = await open_room(url_in(tmp_path), "gate", clock, plan="60")
        await come_in(room, 8)
        await do(room, "seat")
        talks = [step.step.id for step in steps_of(room.state)].index("talks_1")
        assert "Next: Widen the table" not in trainer_page(trainer_look(room, "trainer1", "en", ("http://x/",), ()))
        await do(room, "step", step=str(talks))
        clock.now += 300
        await do(room, "start")
        assert (room.state.step, room.state.step_began) == (talks, clock.now)
        await room.stop()

    run(story())


def test_the_trainer_may_say_at_how_many_tables_people_sit(tmp_path: Path) -> None:
    async def story() -> None:
        room = await open_room(url_in(tmp_path), "ayna", plan="45")
        await come_in(room, 26)
        page = trainer_page(trainer_look(room, "trainer1", "en", ("http://x/",), ()))
        assert [n for n in range(1, 12) if f'name="tables" value="{n}"' in page] == [4, 5, 6]
        for wrong in ("3", "7", "x", "-5"):
            with pytest.raises(KitError, match=r"live\.bad_field"):
                await do(room, "seat", tables=wrong)
        assert room.stage is Stage.GATHER
        for n in (5, 6, 4):
            await do(room, "seat", tables=str(n))
            assert len(room.tables) == n
        await do(room, "seat")
        assert len(room.tables) == 4
        await do(room, "start")
        page = trainer_page(trainer_look(room, "trainer1", "en", ("http://x/",), ()))
        assert 'name="tables"' not in page
        await room.stop()

    run(story())
