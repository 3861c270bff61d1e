"""The reservoir's year: sums by hand, and what must hold for any reservoir."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.games.schedule import Storage, release_schedule, summer_months, summer_total

SUMMER = summer_months(10)
INFLOW = np.array([2.0] * 6 + [8.0] * 6)  # 12 in winter, 48 in summer
STORAGE = Storage(capacity_mcm=50, dead_mcm=5, initial_mcm=40)


def test_summer_is_april_to_september() -> None:
    assert summer_months(1).nonzero()[0].tolist() == [3, 4, 5, 6, 7, 8]
    assert summer_months(4).nonzero()[0].tolist() == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("promised", "given"),
    [
        (30, 30),
        (60, 55),  # winter needs 5
        (0, 13),  # the reservoir can give 40 - 5 + 12 = 47 in winter, so 60 - 47 must pass in summer
    ],
)
def test_what_a_year_allows(promised: float, given: float) -> None:
    assert summer_total(promised, INFLOW, SUMMER, STORAGE, 5) == pytest.approx(given)


def test_a_full_reservoir_must_pass_what_flows_in() -> None:
    full = Storage(capacity_mcm=50, dead_mcm=5, initial_mcm=50)
    assert summer_total(60, INFLOW, SUMMER, full, 0) == pytest.approx(48)


def test_a_season_is_spread_by_its_weights() -> None:
    plan = release_schedule(
        30, inflow_mcm=INFLOW, weights=[1, 1, 2, 2, 3, 1, 1, 1, 1, 4, 2, 1], summer=SUMMER, storage=STORAGE
    )
    np.testing.assert_allclose(plan, [3, 3, 6, 6, 9, 3, 3, 3, 3, 12, 6, 3])


@settings(deadline=None)
@given(
    inflow=st.lists(st.floats(0, 30), min_size=12, max_size=12),
    weights=st.lists(st.floats(0, 10), min_size=12, max_size=12),
    promised=st.floats(0, 200),
    least=st.floats(0, 50),
    dead=st.floats(0, 20),
    above=st.floats(0, 60),
    room=st.floats(0, 60),
)
def test_no_schedule_makes_water_or_leaves_the_reservoir(
    inflow: list[float],
    weights: list[float],
    promised: float,
    least: float,
    dead: float,
    above: float,
    room: float,
) -> None:
    storage = Storage(capacity_mcm=dead + above + room, dead_mcm=dead, initial_mcm=dead + above)
    plan = release_schedule(
        promised,
        inflow_mcm=np.array(inflow),
        weights=weights,
        summer=SUMMER,
        storage=storage,
        winter_least_mcm=least,
    )
    held = storage.initial_mcm + np.cumsum(np.array(inflow) - plan)
    assert (plan >= 0).all()
    assert held.min() >= dead - 1e-6
    assert held.max() <= storage.capacity_mcm + 1e-6
    assert held[-1] == pytest.approx(storage.initial_mcm, abs=1e-6), "a water year ends as it began"
