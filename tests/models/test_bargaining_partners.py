"""Promises that every strategy in PARTNERS keeps, in any talk."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulations.bargaining import PARTNERS, Answer, Talk
from simulations.bargaining.choosing import BAND, issue_distances, within_reach
from simulations.bargaining.guessing import guessed_weights, guessed_worth
from simulations.errors import ModelError

every_partner = pytest.mark.parametrize("name", PARTNERS)
quick = settings(max_examples=20, deadline=None)
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Small sheets with whole points and many ties, as a river has, and some with other numbers or several others."""
    n_packages, n_issues = draw(st.integers(1, 12)), draw(st.integers(1, 3))
    number = draw(st.sampled_from([st.integers(-4, 6), st.floats(-1e6, 1e6, allow_subnormal=False)]))
    values = draw(st.lists(number, min_size=n_packages, max_size=n_packages))
    options = st.lists(st.integers(0, 3), min_size=n_issues, max_size=n_issues)
    attributes = draw(st.lists(options, min_size=n_packages, max_size=n_packages))
    offers = st.lists(st.integers(0, n_packages - 1), max_size=5).map(tuple)
    theirs = draw(offers)
    names = st.lists(st.sampled_from(["gardens", "hills", "town"]), min_size=len(theirs), max_size=len(theirs))
    return Talk(
        values=np.array(values, dtype=np.float64),
        reservation=float(draw(number)),
        mine=draw(offers),
        theirs=theirs,
        whose=draw(st.none() | names.map(tuple)),
        time=draw(st.floats(0, 1)),
        attributes=np.array(attributes),
    )


def answered(name: str, talk: Talk, seed: int) -> Answer:
    return PARTNERS[name](talk, np.random.default_rng(seed))


def test_the_seven_characters_are_there() -> None:
    first = ("boulware", "linear", "conceder", "tit_for_tat", "problem_solver", "stubborn")
    assert tuple(PARTNERS) == (*first, "forgetful")


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
    whose = None if talk.whose is None else (*talk.whose, "hills")
    asked = replace(talk, theirs=(*talk.theirs, best), whose=whose)
    assert answered(name, asked, seed) == Answer(accept=True, offer=best)


@every_partner
@quick
@given(talk=talks(), seed=SEEDS)
def test_it_opens_with_its_best(name: str, talk: Talk, seed: int) -> None:
    opening = replace(talk, mine=(), theirs=(), whose=None, time=0)
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


def test_the_problem_solver_looks_for_what_both_others_want() -> None:
    """One of them kept the first issue at 0, the other the second at 2; of three equal packages, (0, 2) gives both."""
    attributes = [[first, second] for first in range(3) for second in range(3)]
    values = [0.0] * 9
    for package in (2, 4, 6):  # (0, 2), (1, 1), (2, 0)
        values[package] = 5.0
    sheet = {"values": values, "reservation": 1, "mine": (), "time": 0.3, "attributes": attributes}
    talk = Talk(theirs=(0, 8, 1, 5), whose=("gardens", "hills", "gardens", "hills"), **sheet)
    assert {answered("problem_solver", talk, seed).offer for seed in range(20)} == {2}


def test_weights_are_guessed_from_what_was_kept() -> None:
    """Two issues begin with a half each. Kept once: 0.7 of 1.2. An offer that is said again tells nothing."""
    square = [[0, 0], [0, 1], [1, 0], [1, 1]]
    talk = Talk(values=[0, 1, 2, 3], reservation=0, mine=(), theirs=(0, 1), time=0, attributes=square)
    assert guessed_weights(talk, (0, 1)) == pytest.approx([0.7 / 1.2, 0.5 / 1.2])
    assert guessed_weights(talk, (0, 1, 1)) == pytest.approx([0.7 / 1.2, 0.5 / 1.2])
    assert guessed_weights(talk, (0, 1, 0)) == pytest.approx([0.9 / 1.4, 0.5 / 1.4])
    assert guessed_weights(talk, (2,)) == pytest.approx([0.5, 0.5])


def test_worth_is_guessed_for_each_of_the_others() -> None:
    """One issue with three options: next door is half as different as the far end, and another one is half different.

    Gardens offered 0: likeness 1, 1 - 3/4, 0. Hills offered 2 and then 1, which counts three quarters: in sixteenths
    0 + 3, 4 + 12, 16 + 3, of 19.
    """
    sheet = {"values": [0, 1, 2], "reservation": 0, "mine": (), "time": 0, "attributes": [[0], [1], [2]]}
    talk = Talk(theirs=(2, 0, 1), whose=("hills", "gardens", "hills"), **sheet)
    np.testing.assert_allclose(guessed_worth(talk, np.arange(3)), [[3 / 19, 16 / 19, 1], [1, 0.25, 0]])


@pytest.mark.parametrize("name", ["boulware", "linear", "stubborn"])
def test_guesses_come_near_the_truth(name: str) -> None:
    """What is guessed from nine offers goes up and down with what the packages are worth to who made them."""
    attributes, found = np.indices((4, 5, 3, 4)).reshape(4, -1).T, []
    for seed in range(30):
        rng = np.random.default_rng(seed)
        worths = []
        for _ in range(2):
            rows = [
                weight * rng.permutation(size) / size
                for weight, size in zip(rng.dirichlet([1] * 4), (4, 5, 3, 4), strict=True)
            ]
            worths.append(sum(row[column] for row, column in zip(rows, attributes.T, strict=True)))
        offers: tuple[list[int], list[int]] = ([], [])
        for turn in range(18):
            me, other = turn % 2, 1 - turn % 2
            sheet = {"values": worths[me], "reservation": 0.2, "attributes": attributes}
            talk = Talk(mine=tuple(offers[me]), theirs=tuple(offers[other]), time=turn / 24, **sheet)
            offers[me].append(PARTNERS[(name, "linear")[me]](talk, rng).offer)
        talk = Talk(values=worths[1], reservation=0.2, mine=(), theirs=tuple(offers[0]), time=0, attributes=attributes)
        found.append(np.corrcoef(guessed_worth(talk, np.arange(240))[0], worths[0])[0, 1])
    assert np.mean(found) > 0.5


@quick
@given(talk=talks(), seed=SEEDS)
def test_the_forgetful_one_knows_the_newest_offer_only(talk: Talk, seed: int) -> None:
    bare = replace(talk, mine=(), theirs=talk.theirs[-1:], whose=None)
    assert answered("forgetful", talk, seed) == answered("forgetful", bare, seed)


def test_the_forgetful_one_loses_the_thread_now_and_then() -> None:
    """On a line of 101 options it asks for what `linear` asks for, or, in a quarter of its turns, for more."""
    line = np.arange(101)
    talk = Talk(values=line, reservation=0, mine=(), theirs=(0,), time=0.8, attributes=line[:, None])
    asked = np.array([answered("forgetful", talk, seed).offer for seed in range(1000)])
    usual = answered("linear", talk, 0).offer
    assert asked.min() == usual
    assert 0.19 < (asked > usual).mean() < 0.29  # the odds that a quarter of 1000 draws lies outside are 1 in 10,000
    assert asked.max() > 90


def test_the_mirror_answers_each_of_many() -> None:
    """A line of 101: Gardens came from 0 to 20, Hills from 0 to 60. It answers with a gift of 20 and 40 on average."""
    line = np.arange(101)
    sheet = {"values": line, "reservation": 0, "mine": (), "time": 0.5, "attributes": line[:, None]}
    talk = Talk(theirs=(0, 0, 20, 60), whose=("gardens", "hills", "gardens", "hills"), **sheet)
    said = answered("tit_for_tat", talk, 0)
    assert said == Answer(accept=True, offer=60)  # it would have asked for 40
    talk = Talk(theirs=(0, 0, 60, 20), whose=("gardens", "hills", "gardens", "hills"), **sheet)
    assert 40 <= answered("tit_for_tat", talk, 0).offer <= 45


def test_the_mirror_waits_only_when_all_stand_still() -> None:
    line = np.arange(101)
    sheet = {"values": line, "reservation": 0, "mine": (100, 80), "time": 0.5, "attributes": line[:, None]}
    names = ("gardens", "hills", "gardens", "hills")
    assert answered("tit_for_tat", Talk(theirs=(0, 10, 0, 10), whose=names, **sheet), 0).offer == 80
    assert answered("tit_for_tat", Talk(theirs=(0, 10, 0, 30), whose=names, **sheet), 0).offer < 80


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
        ({"theirs": (0, 1), "whose": ("gardens",)}, "bargaining.wrong_shape"),
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
