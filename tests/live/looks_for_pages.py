"""Looks of seats from real games: both games, every seat, many moments, all stages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from dastarkhan.live.room.looks import Clock, Message, SeatLook
from dastarkhan.live.room.stages import Presence, Release, Stage
from simulations.games import GAMES, read_case
from simulations.table import FACILITATOR, NATURE, Case, Move, next_move, seats_of, turn

LANGUAGES = ("en", "kk", "ky", "ru", "prs")
SECRET = "0123456789abcdef0123456789abcdef"
TABLES: dict[str, tuple[str, tuple[str, ...] | None]] = {
    "river": ("ayna", None),
    "river, three people": ("ayna", ("springs_water", "gardens_farms", "commission_secretary")),
    "two towns": ("fair", None),
    "two people": ("fair", ("mill_growers", "willow_bakers")),
    "six sides": ("canal", None),
}
SELDOM = {"close": 0.01, "withdraw": 0.1, "break": 0.3, "pass": 0.4, "ask": 0.6, "decide": 3.0}
"""How often a random player takes a choice of this kind, against 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A table at one moment."""

    name: str
    case: Case
    state: Any

    @property
    def game(self) -> Any:
        return GAMES[self.case.game]


@cache
def moments(name: str, seed: int) -> tuple[Moment, ...]:
    """Play a table with restless people: odd seeds choose at random among what is lawful, even ones bargain."""
    id, present = TABLES[name]
    case = read_case(id)
    game, rng = GAMES[case.game], np.random.default_rng(seed)
    state = game.open(case, seats_of(case, present), seed)
    found = [state]
    for number in range(400):
        move = _restless(game, state, rng, number) if seed % 2 else _bargained(game, state)
        if move is None:
            break
        state = game.apply(state, move)
        found.append(state)
    return tuple(Moment(name=f"{name}, {number}", case=case, state=state) for number, state in enumerate(found))


def _bargained(game: Any, state: Any) -> Move | None:
    actor = turn(game, state)
    return None if actor is None else next_move(game, state, actor)


def _restless(game: Any, state: Any, rng: np.random.Generator, number: int) -> Move | None:
    if turn(game, state) is None:
        return None
    actors = (NATURE, *(seat.id for seat in state.seats))
    choices = [choice for actor in actors for choice in game.lawful(state, actor)]
    if number % 9 == 4:
        choices += game.lawful(state, FACILITATOR)
    weights = np.array([SELDOM.get(choice.kind, 1.0) for choice in choices])
    choice = choices[int(rng.choice(len(choices), p=weights / weights.sum()))]
    return replace(choice.pick(rng), id=f"{number}")


def look(moment: Moment, seat: str, *, lang: str = "en", stage: Stage = Stage.PLAY, **more: Any) -> SeatLook:
    """Return what a seat sees of a moment while the room plays."""
    game, state = moment.game, moment.state
    over = turn(game, state) is None
    playing = stage is Stage.PLAY
    lawful = game.lawful(state, seat) if playing else ()
    seats = [taken.id for taken in state.seats]
    given: dict[str, Any] = {
        "lang": lang,
        "languages": (*LANGUAGES, "tg", "tk", "uz"),
        "link": f"enter?key={SECRET}",
        "stage": stage,
        "case": moment.case,
        "name": "<b>Айна</b> & co",
        "table": 3,
        "seat": seat,
        "view": game.view(state, seat),
        "lawful": lawful,
        "came_late": seat == seats[1],
        "waits": any(not choice.may_wait for choice in lawful),
        "over": over,
        "people": dict.fromkeys(seats, Presence.HERE) | {seats[-1]: Presence.AWAY, seats[0]: Presence.PARTNER},
        "away_until": {seats[-1]: 1_800_000_090.0},
        "messages": (Message(number=1, text="Two minutes <script>alert(1)</script>", at=1_800_000_000.0),),
        "clock": Clock(step="", ends_at=1_800_000_600.0, now=1_800_000_000.0),
        "version": len(state.move_ids),
        "move_id": f"id-{len(state.move_ids)}",
        "token": "t0ken",
    }
    return SeatLook(**{**given, **more})


def looks(*, lang: str = "en", seeds: tuple[int, ...] = (2, 1, 3), every: int = 7) -> Iterator[tuple[Moment, SeatLook]]:
    """Yield what every seat sees, at every so many moments of every table, while the room plays."""
    for name in TABLES:
        for seed in seeds:
            found = moments(name, seed)
            for moment in (*found[::every], found[-1]):
                for taken in moment.state.seats:
                    yield moment, look(moment, taken.id, lang=lang)


def staged(lang: str = "en") -> Iterator[SeatLook]:
    """Yield looks of all stages: nobody seated, before the start, a pause, feelings first, own results, the end."""
    for name in TABLES:
        found = moments(name, 2)
        for moment in (found[0], found[len(found) // 2], found[-1]):
            facts = moment.game.debrief(moment.state)
            for taken in moment.state.seats:
                for stage in Stage:
                    yield look(moment, taken.id, lang=lang, stage=stage, pair=True, next_year_waits=True)
                for stage in (Stage.HELD, Stage.CLOSED):
                    own = {"released": (Release.OWN,), "debrief": facts, "line_sent": True}
                    yield look(moment, taken.id, lang=lang, stage=stage, **own)
        waiting = look(found[0], found[0].state.seats[0].id, lang=lang, stage=Stage.GATHER)
        waiting = replace(waiting, seat="", table=0, view=None, lawful=(), people={}, away_until={})
        yield waiting
        yield replace(waiting, stage=Stage.PLAY)
