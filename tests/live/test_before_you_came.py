"""Who comes late reads in at most six sentences what happened before, until the first move of the own."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.live.pages.before import before_you_came
from dastarkhan.live.pages.seat import seat_parts
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.room.looking import seat_look
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Stage
from simulations.table import Case
from tests.live.looks_for_pages import TABLES, look, moments
from tests.live.rooms import choices_of, choose, come_in, do, open_room, play_the_year, settle, url_in, waited_person

TITLE = "What happened before you came"
MOST = 6


def story(tell: Any) -> None:
    asyncio.run(asyncio.wait_for(tell(), 120))


async def late_at(room: Room, chair: str, **more: str) -> str:
    """Somebody comes in whose page is in English, and the trainer gives them a seat."""
    (person,) = await come_in(room, 1)
    await room.tell("changed", {"person": person, "lang": "en", "name": ""})
    await do(room, "place", person=person, chair=chair, **more)
    return person


def told(room: Room, person: str) -> tuple[str, ...]:
    return before_you_came(Seen(seat_look(room, person)))


def test_who_comes_late_reads_the_card_until_the_first_own_move(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "fair")
        people = await come_in(room, 4)
        await do(room, "start")
        maker = waited_person(room, people)
        await choose(room, maker, "offer")
        table, _ = choices_of(room, maker)
        by = table.state.talk.offer.by
        waits = next(seat for seat in table.waits_for if seat != by)
        late = await late_at(room, f"1.{waits}", beside="on")
        text = room.state.case.text
        assert told(room, late) == (
            "The talks are in round 1 of 8.",
            f"Offer 1 lies on the table, by {text[f'seats.{by}.name']}.",
            "The table waits for you.",
        )
        parts = seat_parts(seat_look(room, late))
        assert TITLE in parts["before"]
        assert " open>" in parts["before"]
        assert not any(seat_parts(seat_look(room, person))["before"] for person in people)
        beside = next(one for one in people if (room.state.place_of(one) or (0, ""))[1] == waits)
        await choose(room, beside, "ask")  # the neighbour's move is not one's own
        assert told(room, late)
        await choose(room, waited_person(room, people), "tell")
        await choose(room, late, "reject")
        assert not seat_parts(seat_look(room, late))["before"]
        await room.stop()
        again = await open_room(url_in(tmp_path))
        assert not told(again, late)
        await again.stop()

    story(tell)


def test_after_a_year_the_card_tells_what_was_agreed_and_decided(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "start")
        await play_the_year(room, people)
        late = await late_at(room, "1.springs_energy", beside="on")
        closed = room.tables[1].state.closed[0]
        text = room.state.case.text
        agreed = " · ".join(
            f"{text[f'terms.{term}.title']}: {text[f'terms.{term}.options.{option}']}"
            for term, option in closed["agreement"].items()
        )
        planted = text[f"decisions.planted_share.options.{closed['decisions']['planted_share']}"]
        card = text[f"cards.{closed['card']}.name"]
        year = (f"In year 1 ({card}) this was agreed: {agreed}", f"Gardens decided alone: {planted}")
        assert told(room, late) == (*year, "The next year begins when the trainer opens it.")
        await do(room, "next_year")
        assert told(room, late) == (
            "The talks are in year 2 of 3.",
            *year,
            "Nobody has made an offer yet this year.",
            "Gardens has the word.",
        )
        await room.stop()

    story(tell)


def test_who_was_there_is_told_nothing_also_in_another_chair(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "seat")
        await do(room, "hold", table=1, seat="springs_energy", holder="partner")  # a move, and before the talks
        early = await late_at(room, "1.springs_energy", beside="on")  # late for the seats, and not for the talks
        await do(room, "start")
        await choose(room, waited_person(room, people), "offer")
        assert not any(told(room, person) for person in (*people, early))
        await do(room, "place", person=early, chair="1.gardens_town", beside="on")
        assert not told(room, early)
        late = await late_at(room, "1.springs_energy", beside="on")
        assert told(room, late)
        await do(room, "place", person=late, chair="1.gardens_nature", beside="on")
        assert told(room, late)
        await settle(room)
        await room.stop()

    story(tell)


def test_a_room_of_an_older_kit_knows_nobody_who_came_late(tmp_path: Path) -> None:
    async def tell() -> None:
        room = await open_room(url_in(tmp_path), "ayna")
        people = await come_in(room, 6)
        await do(room, "start")
        await choose(room, waited_person(room, people), "offer")
        (late,) = await come_in(room, 1)
        await room.tell("placed", {"person": late, "table": 1, "seat": "springs_energy", "beside": True})
        assert not told(room, late)
        await room.stop()

    story(tell)


@pytest.mark.parametrize("name", TABLES)
def test_at_any_moment_six_sentences_are_enough(name: str) -> None:
    found = []
    for seed in (1, 2, 3):
        for moment in moments(name, seed)[::3]:
            for taken in moment.state.seats:
                sentences = before_you_came(Seen(look(moment, taken.id, came_late=True)))
                assert len(sentences) <= MOST, sentences
                assert all(sentences)
                found.append(sentences)
    assert max(map(len, found)) >= 3


def test_outside_the_talks_there_is_no_card() -> None:
    moment = moments("river", 2)[20]
    for stage in Stage:
        one = look(moment, "springs_water", stage=stage, came_late=True)
        assert bool(before_you_came(Seen(one))) == (stage in (Stage.PLAY, Stage.PAUSE))
    assert not before_you_came(Seen(replace(one, stage=Stage.PLAY, over=True)))


@pytest.mark.parametrize("name", TABLES)
def test_the_card_is_the_same_for_all_and_needs_nothing_private(name: str) -> None:
    """All for whom the table waits read the same, all others too; and without any private number in the case."""
    for moment in moments(name, 1)[::9]:
        data = dict(moment.case.data.items())
        for part in ("sides", "seats"):
            data[part] = {
                id: {key: value for key, value in about.items() if key != "private"} for id, about in data[part].items()
            }
        bare = Case(data=data)
        for waits in (False, True):
            cards = set()
            for taken in moment.state.seats:
                one = look(moment, taken.id, came_late=True, waits=waits)
                card = before_you_came(Seen(one))
                view = {key: value for key, value in (one.view or {}).items() if key != "you"}
                view["you"] = {"side": (one.view or {})["you"]["side"]}
                view["closed"] = tuple(
                    {key: value for key, value in year.items() if not key.startswith("you_")}
                    for year in view.get("closed", ())
                )
                assert before_you_came(Seen(replace(one, case=bare, view=view))) == card
                cards.add(card)
            assert len(cards) == 1
