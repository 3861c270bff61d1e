"""The Ayna at the table, and its talks in few words: what several tests of the talks need."""

from functools import cache
from typing import Any

from simulations.games import read_case
from simulations.games.river import River
from simulations.games.terms import Package
from simulations.table import NATURE, Case, Move, seats_of, turn

TWO = ("springs_water", "gardens_farms")
FIRST: Package = {"summer_release": 55, "payment": 140}
SECOND: Package = {**FIRST, "maintenance_share": 50, "data_sharing": 0}


@cache
def ayna() -> Case:
    return read_case("ayna")


def opened(*present: str) -> Any:
    return River().open(ayna(), seats_of(ayna(), present or TWO), 3)


def moved(state: Any, seat: str, kind: str, **data: object) -> Any:
    return River().apply(state, Move(id=f"{len(state.move_ids) + 1}", seat=seat, kind=kind, data=data))


def offered(state: Any, seat: str, package: Package) -> Any:
    return moved(state, seat, "offer", **package)


def kinds(state: Any, seat: str) -> set[str]:
    return {choice.kind for choice in River().lawful(state, seat)}


def agreed(state: Any, package: Package) -> Any:
    """An offer of the side that has the word, taken by the other; two seats."""
    maker = f"{state.talk.speaking}_{'water' if state.talk.speaking == 'springs' else 'farms'}"
    (other,) = set(TWO) - {maker}
    return moved(offered(state, maker, package), other, "accept", offer=len(state.talk.offers) + 1)


def closed_by(state: Any, reason: str = "needs_more_time") -> Any:
    speaker = "springs_water" if state.talk.speaking == "springs" else "gardens_farms"
    return moved(state, speaker, "close", reason=reason)


def lived(state: Any, card: str = "normal", release: int = 25, planted: int = 60) -> Any:
    """The rest of a year after its talks."""
    made = {"springs_water": ("summer_release", release), "gardens_farms": ("planted_share", planted)}
    year = state.year
    while (actor := turn(River(), state)) is not None and state.year == year:
        if actor == NATURE:
            state = moved(state, NATURE, "card", card=card)
        else:
            decision, value = made[actor]
            state = moved(state, actor, "decide", decision=decision, value=value)
    return state
