"""Looks of trainers and walls from real games: both games, many moments, 1 to 12 tables, nobody to sixty people."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from dastarkhan.guides import plan, read_guide
from dastarkhan.live.room.looks import Clock, Line, Message, WallLook
from dastarkhan.live.room.releasing import on_the_wall
from dastarkhan.live.room.stages import Presence, Release, Stage
from dastarkhan.live.room.trainer_looks import PlanStep, SeatedPerson, TableLook, TrainerLook
from simulations.games import GAMES, read_case
from simulations.table import FACILITATOR, Case, Record, play, replay, seats_of, turn
from tests.live.looks_for_pages import TABLES, Moment, moments

LANGUAGES = ("en", "kk", "ky", "ru", "prs")
ALL_LANGUAGES = (*LANGUAGES, "tg", "tk", "uz")
NOW = 1_800_000_000.0
NICKNAME = "<b>Айна</b> & co"
LINE = "It was <script>alert(2)</script> good"
MESSAGE = "Two minutes <img src=x onerror=alert(1)>"
ALL_RELEASES = tuple(Release)
FOR = {"ayna": "river", "fair": "two towns", "canal": "six sides"}


@cache
def finished(case: str, n: int) -> tuple[Record, ...]:
    """Whole games, by partners and by restless people in turn."""
    return tuple((restless if seed % 3 == 0 else _by_partners)(case, seed) for seed in range(1, n + 1))


@cache
def _by_partners(case: str, seed: int) -> Record:
    return play(read_case(case), seed=seed)


@cache
def restless(case: str, seed: int) -> Record:
    """A game in which everybody takes any lawful choice."""
    whole, rng = read_case(case), np.random.default_rng(seed)
    game, record = GAMES[whole.game], Record(case=whole, seats=seats_of(whole), seed=seed)
    state = game.open(whole, record.seats, seed)
    while (actor := turn(game, state)) is not None:
        choices = [one for one in game.lawful(state, actor) if one.kind not in ("close", "withdraw")]
        choice = choices[int(rng.integers(len(choices)))]
        move = replace(choice.pick(rng), id=f"{len(record.moves)}")
        state, record = game.apply(state, move), record.add(move)
    return record


@cache
def debriefs(case: str, n: int) -> tuple[Any, ...]:
    return tuple(GAMES[record.case.game].debrief(replay(record)) for record in finished(case, n))


@cache
def table_look(case: str, number: int, at: float, *, playing: bool) -> TableLook:
    """A table as the room gives it to the trainer, when it has played this part of its game."""
    whole = moments(FOR[case], 2 * (number % 3))
    moment: Moment = whole[round((len(whole) - 1) * at)]
    game, state = moment.game, moment.state
    choices = game.lawful(state, FACILITATOR)
    over = turn(game, state) is None
    seats = [seat.id for seat in state.seats]
    kinds = (Presence.HERE, Presence.AWAY, Presence.PARTNER, Presence.EMPTY)
    waits = tuple(seat for seat in seats if any(not one.may_wait for one in game.lawful(state, seat)))
    return TableLook(
        number=number,
        seats={seat: kinds[(place + number) % 4 if place % 3 == 2 else 0] for place, seat in enumerate(seats)},
        left=tuple(seat for seat in moment.case.seats if seat not in seats)[:1],
        empty=tuple(seat for seat in moment.case.seats if seat not in seats)[1:2],
        view=game.view(state, None),
        waits_for=waits if playing else (),
        injects=tuple(choice.data["inject"] for choice in choices if choice.kind == "inject"),
        can_end_talks=any(choice.kind == "close" for choice in choices),
        can_finish=any(choice.kind == "finish" for choice in choices),
        year_done=False,
        over=over,
        agreed=over and bool(game.debrief(state)["agreement"]),
        moves=len(state.move_ids),
        held_since=dict.fromkeys(seats, NOW - 1800.0),
        waits_since=NOW - 60.0 * number,
    )


def people_at(tables: tuple[TableLook, ...], most: int) -> tuple[SeatedPerson, ...]:
    """People on the seats that somebody holds, and one without a seat."""
    found = []
    for table in tables:
        for seat, presence in table.seats.items():
            if presence in (Presence.HERE, Presence.AWAY):
                place = len(found)
                found.append(
                    SeatedPerson(
                        id=f"p{place}",
                        name="" if place % 3 else f"{NICKNAME} {place}",
                        lang=LANGUAGES[place % 5],
                        here=presence is Presence.HERE,
                        since=NOW - 300 - 7 * place,
                        table=table.number,
                        seat=seat,
                        pair=place % 7 == 0,
                    )
                )
    late = SeatedPerson(id="late", name="", lang="prs", here=True, since=NOW - 20)
    return (*found[: max(0, most - 1)], late)[:most] if most else ()


def plan_steps(step: int) -> tuple[PlanStep, ...]:
    """The run-sheet of the lesson, a little late."""
    return tuple(
        PlanStep(
            id=one.step.id,
            title=str(one.step.title),
            say=str(one.step.say),
            do=str(one.step.do),
            planned_min=float(one.minutes),
            minutes=one.minutes * (0.75 if place > step else 1.0),
            done=place < step,
            runs=place == step,
        )
        for place, one in enumerate(plan(read_guide("11"), "90").steps)
    )


def trainer_look(case: str = "ayna", n_tables: int = 4, *, at: float = 0.5, lang: str = "en",
                 stage: Stage = Stage.PLAY, people: int = 60, **more: Any) -> TrainerLook:  # fmt: skip
    """What a trainer sees when the tables have played this part of their games."""
    found = []
    for number in range(1, n_tables + 1):
        part = min(1.0, at * (0.8 + 0.1 * (number % 5))) if at < 1 else 1.0  # not all tables are equally fast
        found.append(table_look(case, number, part, playing=stage is Stage.PLAY))
    tables = tuple(found)
    whole: Case = read_case(case)
    held = stage in (Stage.HELD, Stage.CLOSED)
    given: dict[str, Any] = {
        "lang": lang,
        "languages": ALL_LANGUAGES,
        "stage": stage,
        "case": whole,
        "code": "AC7K3M",
        "code_until": NOW + 3600,
        "join_urls": ("http://192.168.43.1:8477/", "http://10.0.0.5:8477/"),
        "wall_link": "wall?key=wallsecret",
        "co_trainer_links": ("trainer?key=cosecret",),
        "people": people_at(tables, people),
        "tables": tables,
        "guide": "guide_11" if case == "ayna" else "",
        "plan": plan_steps(4) if case == "ayna" else (),
        "clock": Clock(step="", ends_at=None if stage is Stage.PAUSE else NOW + 400.0, now=NOW),
        "late_min": 3.6,
        "year_open": 1 if case == "ayna" else 0,
        "years": 3 if case == "ayna" else 0,
        "wall_languages": ("en", "kk"),
        "messages": (Message(number=1, text=MESSAGE, at=NOW - 100),),
        "lines": (Line(number=1, text=LINE, shown=False), Line(number=2, text="Hard, but fair", shown=True))
        if held
        else (),
        "debrief": {one.number: facts for one, facts in zip(tables, debriefs(case, n_tables), strict=True) if one.over},
        "released": (Release.OWN,) if held else (),
        "can_release": (Release.DOTS,) if stage is Stage.HELD else (),
        "warnings": ("live.no_tls",),
        "token": "t0ken",
    }
    return TrainerLook(**{**given, **more})


def wall_look(case: str = "ayna", n_tables: int = 8, *, languages: tuple[str, ...] = ("en",),
              stage: Stage = Stage.PLAY, released: tuple[Release, ...] = (), **more: Any) -> WallLook:  # fmt: skip
    """What the wall shows."""
    shown = Release.DOTS in released
    whole = read_case(case)
    agreed = [bool(facts["agreement"]) for facts in debriefs(case, n_tables)] if released else []
    given: dict[str, Any] = {
        "languages": languages,
        "stage": stage,
        "case": whole,
        "code": "" if stage is Stage.CLOSED else "AC7K3M",
        "join_url": "http://192.168.43.1:8477/?code=AC7K3M",
        "n_people": 23,
        "n_tables": n_tables,
        "clock": Clock(step="At the table: the first year", ends_at=NOW + 400.0, now=NOW),
        "next_step": "At the table: the second year",
        "guide": "guide_11",
        "year_open": 2 if "years" in whole.data else 0,
        "years": int(whole.data.get("years", 0)),
        "news": tuple(whole.injects)[:1],
        "messages": (Message(number=1, text=MESSAGE, at=NOW),),
        "lines": (Line(number=2, text=LINE, shown=True), Line(number=3, text="Hard, but fair", shown=True)),
        "released": released,
        "pictures": tuple(one for one in released if on_the_wall(one, agreed)),
        "results": debriefs(case, n_tables) if shown else (),
        "records": finished(case, n_tables) if shown else (),
    }
    return WallLook(**{**given, **more})


def trainer_looks(lang: str = "en") -> Iterator[TrainerLook]:
    """All stages, both games, one to twelve tables, nobody to sixty people."""
    for case in FOR:
        for n, at, people in ((1, 0.0, 0), (1, 0.3, 1), (4, 0.5, 23)):
            yield trainer_look(case, n, at=at, lang=lang, people=people)
        for stage in Stage:
            yield trainer_look(case, 2, at=0.1, lang=lang, stage=stage)
            yield trainer_look(case, 3, at=1.0, lang=lang, stage=stage)
        yield trainer_look(case, 0, lang=lang, people=3, stage=Stage.GATHER)
    whole = trainer_look("ayna", 12, at=0.8, lang=lang)
    yield whole
    yield replace(whole, tables=tuple(replace(one, year_done=True) for one in whole.tables))


def wall_looks(languages: tuple[str, ...] = ("en",)) -> Iterator[WallLook]:
    """All stages and releases, both games, one to twelve tables."""
    for case in FOR:
        for n in (1, 4, 12):
            for stage in Stage:
                yield wall_look(case, n, languages=languages, stage=stage)
            for number in range(len(ALL_RELEASES) + 1):
                yield wall_look(case, n, languages=languages, stage=Stage.HELD, released=ALL_RELEASES[:number])


assert set(FOR.values()) <= set(TABLES)
