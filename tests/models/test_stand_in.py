"""Somebody careful plays for who is away: nothing is promised in anybody's name."""

from typing import Any

import numpy as np
import pytest

from simulations.games import GAMES, Package, read_case
from simulations.games.river import River
from simulations.games.river_deciding import own_best
from simulations.games.stand_in import STAND_INS, careful
from simulations.table import NATURE, Choice, next_move, play, replay, seats_of
from tests.models import made_packages as packages
from tests.models.made_packages import THREE, made
from tests.models.talks_on_ayna import FIRST, closed_by, moved, offered, opened

RNG = np.random.default_rng(0)


def answer_of(state: Any, seat: str) -> tuple[str, dict[str, Any]]:
    game = GAMES[state.case.game]
    move = careful(game.view(state, seat), game.lawful(state, seat), RNG)
    assert game.apply(state, next_move(game, state, seat, careful)) != state
    return move.kind, dict(move.data)


def test_it_passes_when_it_has_the_word() -> None:
    assert answer_of(opened(), "springs_water") == ("pass", {})
    assert answer_of(packages.opened(made(THREE)), "farms_0") == ("pass", {})


def test_it_asks_at_home_before_it_answers_an_offer() -> None:
    no = ("reject", {"offer": 1, "reason": "ask_at_home"})
    assert answer_of(offered(opened(), "springs_water", FIRST), "gardens_farms") == no
    state = packages.opened(made(THREE))
    assert answer_of(packages.moved(state, "farms_0", "offer", when="o0", who="o0"), "town_0") == no
    other = Choice(seat="cook", kind="reject", data={"offer": 1}, options={"reason": ("too_sweet", "too_hot")})
    assert careful({}, (other,), RNG).data["reason"] == "too_sweet"


def test_it_keeps_answers_to_questions_to_itself() -> None:
    state = moved(opened(), "springs_water", "ask", question="worries")
    assert answer_of(state, "gardens_farms") == ("tell", {"question": "worries", "answer": "not_said"})


def test_it_decides_as_its_side_would_alone() -> None:
    state = closed_by(opened())
    view, lawful = River().view(state, "gardens_farms"), River().lawful(state, "gardens_farms")
    assert careful(view, lawful, RNG) == own_best(view, lawful, RNG)
    state = moved(
        moved(state, "gardens_farms", "decide", decision="planted_share", value=60), NATURE, "card", card="dry"
    )
    assert answer_of(state, "springs_water") == (
        "decide",
        {
            "decision": "summer_release",
            "value": own_best(River().view(state, "springs_water"), River().lawful(state, "springs_water"), RNG).data[
                "value"
            ],
        },
    )


def test_without_a_known_worth_it_takes_the_middle() -> None:
    decide = Choice(seat="mill", kind="decide", data={"decision": "gate"}, options={"value": (0, 20, 50, 90)})
    assert careful({}, (decide,), RNG).data == {"decision": "gate", "value": 20}
    back = Choice(seat="mill", kind="withdraw", data={"offer": 1}, may_wait=True)
    assert careful({}, (back, decide), RNG).kind == "decide", "what may wait waits"


@pytest.mark.parametrize("name", ["ayna", "fair", "canal", "cart", "gate"])
def test_talks_of_careful_people_end_without_an_agreement(name: str) -> None:
    case = read_case(name)
    state: Any = replay(play(case, seed=1, partners=dict.fromkeys(case.seats, careful)))
    assert not GAMES[case.game].debrief(state)["agreement"]
    assert state.talk.offers == ()


def test_it_leaves_the_others_free_to_agree() -> None:
    """A colleague away on a side of three, and partners on all other seats: careful noes do not decide for them."""
    case = made(THREE, alone={"farms": 0, "town": 0, "school": 0}, talks={"must_agree": [], "quorum": 2})
    seats = seats_of(case)
    record = play(case, seed=2, seats=seats, partners={"school_0": careful})
    state: Any = replay(record)
    assert state.talk.agreement is not None
    assert {move.kind for move in record.moves if move.seat == "school_0"} <= {"pass", "reject", "tell"}
    assert Package().debrief(state)["over"]


def test_stand_ins_by_name() -> None:
    assert dict(STAND_INS) == {"partner": None, "careful": careful}
