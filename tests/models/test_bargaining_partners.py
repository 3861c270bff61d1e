"""Promises that every strategy in PARTNERS keeps, in any talk."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulations.bargaining import PARTNERS, Answer, Talk
from simulations.bargaining.choosing import BAND, issue_distances, within_reach
from simulations.errors import ModelError

every_partner = pytest.mark.parametrize("name", PARTNERS)
quick = settings(max_examples=80, deadline=None)
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Small sheets with whole points and many ties, as a river has, and some with other numbers."""
    n_packages, n_issues = draw(st.integers(1, 12)), draw(st.integers(1, 3))
    number = draw(st.sampled_from([st.integers(-4, 6), st.floats(-1e6, 1e6, allow_subnormal=False)]))
    values = draw(st.lists(number, min_size=n_packages, max_size=n_packages))
    options = st.lists(st.integers(0, 3), min_size=n_issues, max_size=n_issues)
    attributes = draw(st.lists(options, min_size=n_packages, max_size=n_packages))
    offers = st.lists(st.integers(0, n_packages - 1), max_size=5).map(tuple)
    return Talk(
        values=np.array(values, dtype=np.float64),
        reservation=float(draw(number)),
        mine=draw(offers),
        theirs=draw(offers),
        time=draw(st.floats(0, 1)),
        attributes=np.array(attributes),
    )


def answered(name: str, talk: Talk, seed: int) -> Answer:
    return PARTNERS[name](talk, np.random.default_rng(seed))


def test_the_six_characters_are_there() -> None:
    assert tuple(PARTNERS) == ("boulware", "linear", "conceder", "tit_for_tat", "problem_solver", "stubborn")


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_the_same_draws_give_the_same_answer(name: str, talk: Talk, seed: int) -> None:
    assert answered(name, talk, seed) == answered(name, talk, seed)


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_nothing_below_the_reservation_is_accepted_or_offered(name: str, talk: Talk, seed: int) -> None:
    said = answered(name, talk, seed)
    assert 0 <= said.offer < len(talk.values)
    assert type(said.offer) is int
    if talk.acceptable.any():
        assert talk.values[said.offer] >= talk.reservation
    else:
        assert not said.accept
        assert talk.values[said.offer] == talk.best


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_it_says_no_only_to_make_an_offer_that_is_worth_more(name: str, talk: Talk, seed: int) -> None:
    said = answered(name, talk, seed)
    if said.accept:
        assert said.offer == talk.newest
    elif talk.newest is not None and talk.acceptable[talk.newest]:
        assert talk.values[said.offer] > talk.values[talk.newest]


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_its_best_package_is_always_accepted(name: str, talk: Talk, seed: int) -> None:
    assume(talk.acceptable.any())
    best = int(np.argmax(talk.values))
    asked = Talk(
        values=talk.values,
        reservation=talk.reservation,
        mine=talk.mine,
        theirs=(*talk.theirs, best),
        time=talk.time,
        attributes=talk.attributes,
    )
    assert answered(name, asked, seed) == Answer(accept=True, offer=best)


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_it_opens_with_its_best(name: str, talk: Talk, seed: int) -> None:
    opening = Talk(
        values=talk.values,
        reservation=talk.reservation,
        mine=(),
        theirs=(),
        time=0,
        attributes=talk.attributes,
    )
    said = answered(name, opening, seed)
    assert not said.accept
    # Who wants to agree early begins a little lower.
    least = talk.best - (0.15 * max(talk.room, 0) if name == "conceder" else 0)
    assert talk.values[said.offer] >= least - 1e-9 * max(abs(talk.best), 1)


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_inputs_stay_as_they_were(name: str, talk: Talk, seed: int) -> None:
    before = talk.values.copy(), talk.attributes.copy()
    answered(name, talk, seed)
    np.testing.assert_array_equal(talk.values, before[0])
    np.testing.assert_array_equal(talk.attributes, before[1])


@every_partner
@quick
@given(values=st.lists(st.integers(-50, 50), min_size=2, max_size=12), factor=st.sampled_from([0.25, 4]), seed=SEEDS)
def test_unit_and_zero_of_the_points_do_not_matter(name: str, values: list[int], factor: float, seed: int) -> None:
    """Factors that halve and double, so that nothing is rounded."""
    kept = {"mine": (0,), "theirs": (1, 0), "time": 0.5, "attributes": np.arange(len(values))[:, None]}
    plain = Talk(values=np.array(values), reservation=values[0] - 8, **kept)
    other = Talk(values=factor * np.array(values) + 1024, reservation=factor * (values[0] - 8) + 1024, **kept)
    assert answered(name, plain, seed) == answered(name, other, seed)


@quick
@given(talk=talks(), share=st.floats(0, 1))
def test_what_is_within_reach_is_worth_the_aspiration_and_hardly_more(talk: Talk, share: float) -> None:
    found = within_reach(talk, share)
    assert len(found) > 0
    room = max(talk.room, 0.0)
    aspiration = min(talk.reservation + share * room, talk.best)
    slack = 1e-9 * max(abs(talk.best), abs(talk.reservation), 1)
    reached = talk.values[found]
    assert (reached >= aspiration - slack).all()
    missed = np.delete(talk.values, found)
    least = reached.min()
    # Whatever was left out is either worth too little, or more than a crumb above the least that will do.
    assert ((missed < aspiration + slack) | (missed > least - slack)).all()
    assert reached.max() <= max(aspiration + BAND * room, least) + slack


def test_likeness_counts_another_option_and_how_far_it_is() -> None:
    """Options 0..3 on the first issue: next door counts (1 + 1/3) / 2, the far end 1, the same 0."""
    talk = Talk(values=[1, 1, 1], reservation=0, mine=(), theirs=(), time=0, attributes=[[0, 5], [1, 5], [3, 5]])
    found = issue_distances(talk, np.arange(3), 0)
    np.testing.assert_allclose(found, [[0, 0], [2 / 3, 0], [1, 0]])


def test_among_equals_the_one_nearest_to_the_others_wish_is_offered() -> None:
    """Four packages are worth 5 to it; the other asked for (2, 0), and (2, 1) is the nearest of the four."""
    attributes = [[0, 0], [0, 1], [1, 2], [2, 1], [2, 0]]
    talk = Talk(values=[5, 5, 5, 5, 0], reservation=1, mine=(), theirs=(4,), time=0.3, attributes=attributes)
    for name in set(PARTNERS) - {"stubborn"}:
        assert {answered(name, talk, seed).offer for seed in range(20)} == {3}


def test_the_stubborn_one_moves_on_what_costs_it_least() -> None:
    """Ten and three points an issue, both asked for by the other: it gives what is worth three."""
    attributes = [[first, second] for first in range(2) for second in range(2)]
    sheet = {"values": [0, 3, 10, 13], "reservation": 0, "mine": (3,), "theirs": (0,), "attributes": attributes}
    assert {answered("stubborn", Talk(time=0.65, **sheet), seed).offer for seed in range(20)} == {2}


def test_the_problem_solver_sees_what_the_other_holds_on_to() -> None:
    """The other kept option 2 of the first issue and let go on the second; both trades are equally far at first."""
    attributes = [[2, 0], [2, 1], [2, 2], [1, 2], [2, 3], [0, 0]]
    sheet = {"values": [0, 0, 0, 5, 5, 6], "reservation": 1, "mine": (), "time": 0.45, "attributes": attributes}
    talk = Talk(theirs=(0, 1, 2), **sheet)
    assert {answered("problem_solver", talk, seed).offer for seed in range(20)} == {4}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"values": []}, "bargaining.wrong_shape"),
        ({"values": [[1, 2]]}, "bargaining.wrong_shape"),
        ({"values": ["many"]}, "bargaining.wrong_shape"),
        ({"values": [1, float("nan")]}, "bargaining.bad_number"),
        ({"reservation": float("inf")}, "bargaining.bad_number"),
        ({"time": 1.01}, "bargaining.bad_number"),
        ({"time": float("nan")}, "bargaining.bad_number"),
        ({"theirs": (2,)}, "bargaining.unknown_package"),
        ({"mine": (-1,)}, "bargaining.unknown_package"),
        ({"attributes": [[0], [0.5]]}, "bargaining.wrong_shape"),
        ({"attributes": [[0]]}, "bargaining.wrong_shape"),
        ({"attributes": [0, 1]}, "bargaining.wrong_shape"),
        ({"attributes": [["a"], ["b"]]}, "bargaining.wrong_shape"),
    ],
)
def test_a_talk_checks_itself(change: dict[str, object], code: str) -> None:
    sheet = {"values": [1, 2], "reservation": 0, "mine": (), "theirs": (), "time": 0, "attributes": [[0], [1]]}
    assert Talk(**sheet).best == 2
    with pytest.raises(ModelError) as caught:
        Talk(**{**sheet, **change})
    assert caught.value.code == code


def test_a_talk_keeps_plain_offers_of_its_own() -> None:
    """Offers may come from an array; what goes into a record must be a plain number."""
    offers = np.array([0, 1])
    talk = Talk(values=[1, 2], reservation=0, mine=offers, theirs=offers, time=0, attributes=[[0], [1]])
    offers[1] = 0
    assert talk.theirs == (0, 1)
    assert type(answered("conceder", talk, 0).offer) is int
