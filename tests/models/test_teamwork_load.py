"""How evenly work is shared, and the Gini coefficient behind it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.errors import ModelError
from simulations.teamwork import Task, Volunteer, gini, load_fairness

quick = settings(max_examples=30, deadline=None)


def by_definition(amounts: list[int]) -> float:
    """All differences of two, over twice n squared times the mean, counted with fractions."""
    n, total = len(amounts), sum(amounts)
    if not total:
        return 0.0
    return float(Fraction(sum(abs(one - other) for one in amounts for other in amounts), 2 * n * total))


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([1, 2, 3, 4], 20 / (2 * 16 * 2.5)),  # differences 1 + 2 + 3 + 1 + 2 + 1 = 10, both ways 20
        ([4, 1, 3, 2], 0.25),  # in any order
        ([3, 3, 3], 0),
        ([0, 0, 0, 8], 3 / 4),  # one has all: (n - 1) / n
        ([0, 0], 0),
        ([5], 0),
    ],
)
def test_gini_by_hand(amounts: list[float], expected: float) -> None:
    assert gini(amounts) == pytest.approx(expected)


@quick
@given(amounts=st.lists(st.integers(0, 50), min_size=1, max_size=8), factor=st.integers(1, 9))
def test_gini_is_its_definition_and_knows_no_unit(amounts: list[int], factor: int) -> None:
    given_amounts = list(amounts)
    assert gini(amounts) == pytest.approx(by_definition(amounts))
    assert gini([factor * amount for amount in amounts]) == pytest.approx(gini(amounts))
    assert gini([*amounts, *amounts]) == pytest.approx(gini(amounts))
    assert amounts == given_amounts


@pytest.mark.parametrize("amounts", [[], [1, -1], [float("nan")], [float("inf"), 1]])
def test_gini_takes_amounts_only(amounts: list[float]) -> None:
    with pytest.raises(ModelError) as caught:
        gini(amounts)
    assert caught.value.code == "teamwork.bad_number"


def test_loads_are_shares_of_what_was_offered() -> None:
    """Ana does 3 of 6 hours, bek 4 of 4, dana 1 of 2, farid nothing of 5: shares 1/2, 1, 1/2, 0. Their differences
    are 1/2 + 0 + 1/2 + 1/2 + 1 + 1/2 = 3, so the Gini coefficient is 2 * 3 / (2 * 4 * 2) = 3/8."""
    hours = {"stage": 3, "bread": 4, "signs": 1, "songs": 2}
    tasks = [Task(key=key, hours=number) for key, number in hours.items()]
    offers = {"ana": (6, "mill"), "bek": (4, "mill"), "dana": (2, "willow"), "farid": (5, "willow")}
    people = [Volunteer(key=key, hours=number, side=side) for key, (number, side) in offers.items()]
    fairness = load_fairness(tasks, people, {"stage": "ana", "bread": "bek", "signs": "dana"})  # songs are left open
    assert fairness.hours == {"ana": 3, "bek": 4, "dana": 1, "farid": 0}
    assert fairness.shares == {"ana": 0.5, "bek": 1, "dana": 0.5, "farid": 0}
    assert fairness.gini == pytest.approx(3 / 8)
    assert fairness.side_shares == pytest.approx({"mill": 7 / 10, "willow": 1 / 7})
    assert fairness.gini_within == pytest.approx({"mill": 1 / 6, "willow": 1 / 2})


@pytest.mark.parametrize("assignment", [{"songs": "ana"}, {"stage": "nobody"}])
def test_who_is_named_must_be_there(assignment: dict[str, str]) -> None:
    with pytest.raises(ModelError) as caught:
        load_fairness([Task(key="stage", hours=1)], [Volunteer(key="ana", hours=1, side="mill")], assignment)
    assert caught.value.code == "teamwork.unknown"


def test_a_volunteer_gives_hours() -> None:
    with pytest.raises(ModelError) as caught:
        Volunteer(key="ana", hours=0, side="mill")
    assert caught.value.code == "teamwork.bad_number"
    with pytest.raises(ModelError) as caught:
        Volunteer(key="ana", hours=1, side="mill", gender="tall")  # type: ignore[arg-type]
    assert caught.value.code == "teamwork.unknown"
