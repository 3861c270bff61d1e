"""What both sides together could have had in a year that was lived."""

from functools import cache
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulations.games import read_case
from simulations.games.river import River
from simulations.games.together import best_together
from simulations.table import FACILITATOR, Case, next_move, random_partner, seats_of, turn
from tests.models.contract import FEW, SEEDS

TWO = ("springs_water", "gardens_farms")


@cache
def ayna() -> Case:
    return read_case("ayna")


@FEW
@given(seed=SEEDS, partners=st.booleans())
def test_nobody_lives_a_better_year_than_the_best(seed: int, partners: bool) -> None:
    """Points with payments, care, data and injects: what was lived, and alone, is never more than the best together."""
    state: Any = River().open(ayna(), seats_of(ayna(), TWO), seed)
    drawn = np.random.default_rng(seed)
    while (actor := turn(River(), state)) is not None:
        if drawn.random() < 0.1:
            injects = [one for one in River().lawful(state, FACILITATOR) if one.kind == "inject"]
            if injects:
                state = River().apply(state, injects[int(drawn.integers(len(injects)))].move(f"i{len(state.move_ids)}"))
                continue
        state = River().apply(state, next_move(River(), state, actor, None if partners else random_partner))
    facts: Any = River().debrief(state)
    for closed, alone, best in zip(state.closed, facts["alone"], facts["best_together"], strict=True):
        assert best["points"] >= sum(closed["points"].values())
        assert best["points"] >= alone["points"]
        assert best["by_side"].keys() == closed["points"].keys()


def test_the_best_year_together_by_hand() -> None:
    """A normal third year: 222 + 233 from the river, care 62 - 40, data 17 - 6. 220 points leave gains most alike."""
    best = best_together(ayna(), 3, "normal")
    assert best.decisions == {"summer_release": 55, "planted_share": 100}
    assert sum(best.points.values()) == 222 + 233 + 22 + 11
    assert best.package is not None
    assert best_together(ayna(), 1, "normal").points.keys() == {"springs", "gardens"}
    assert sum(best_together(ayna(), 1, "normal").points.values()) == 222 + 233
    unlucky = best_together(ayna(), 1, "normal", ("pump_failure",))
    assert sum(unlucky.points.values()) == 222 + 233 - 30, "in the first year nobody can care for the pumps"
