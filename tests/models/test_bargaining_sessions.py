"""Whole negotiations: the stacked protocol step by step, and what holds for all partners in all of them."""

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.bargaining import (
    PARTNERS,
    Answer,
    Issue,
    Negotiation,
    Party,
    Session,
    Sheet,
    Space,
    Strategy,
    Talk,
    agreement_zone,
    alternating_offers,
    many_sessions,
)
from simulations.errors import ModelError

WATER = Issue(key="water", options=("none", "little", "half", "much"))
KEYS = ("springs", "gardens", "hills")


def three(reservation: float = 0) -> Negotiation:
    """One issue with four options; everybody's own wish."""
    rows = ([5, 4, 2, 1], [0, 3, 4, 6], [2, 5, 4, 0])
    parties = [Party(key=k, values={"water": row}, reservation=reservation) for k, row in zip(KEYS, rows, strict=True)]
    return Negotiation(issues=(WATER,), parties=tuple(parties))


def says(*words: int | str) -> Strategy:
    """A strategy that says what stands in its script: an option, or yes."""
    script = iter(words)

    def strategy(talk: Talk, rng: np.random.Generator) -> Answer:
        word = next(script)
        return Answer(accept=True, offer=talk.theirs[-1]) if word == "yes" else Answer(accept=False, offer=int(word))

    return strategy


def held(scripts: Mapping[str, tuple[int | str, ...]], n_rounds: int = 4) -> Session:
    strategies = {key: says(*words) for key, words in scripts.items()}
    return alternating_offers(three(), strategies, n_rounds=n_rounds, rng=np.random.default_rng(0))


def test_all_others_must_say_yes_to_the_standing_offer() -> None:
    """The first offers, the second makes a counter offer, the third and the first say yes to that one."""
    session = held({"springs": (0, "yes"), "gardens": (3,), "hills": ("yes",)})
    assert (session.offers, session.whose, session.n_turns) == (((0,), (3,)), ("springs", "gardens"), 4)
    assert (session.deal.package, session.deal.payoffs) == ((3,), (1, 6, 0))
    assert session


def test_a_counter_offer_undoes_the_yes_of_the_others() -> None:
    """Gardens says yes, Hills does not: Springs alone is not enough for Hills' offer, Gardens must say yes again."""
    session = held({"springs": (0, "yes"), "gardens": ("yes", "yes"), "hills": (1,)})
    assert (session.offers, session.n_turns, session.deal.package) == (((0,), (1,)), 5, (1,))


def test_when_the_rounds_are_used_up_there_is_no_deal() -> None:
    """In the last turn but one Gardens offers, Hills says yes; Springs has no turn left."""
    session = held({"springs": (0, 0), "gardens": (3, 3), "hills": (1, "yes")}, n_rounds=2)
    assert not session
    assert (session.n_turns, session.deal.package, session.deal.payoffs) == (6, None, (0, 0, 0))


def test_a_yes_before_any_offer_counts_as_that_offer() -> None:
    def eager(talk: Talk, rng: np.random.Generator) -> Answer:
        return Answer(accept=True, offer=2)

    session = alternating_offers(three(), dict.fromkeys(KEYS, eager), n_rounds=1, rng=np.random.default_rng(0))
    assert (session.offers, session.whose, session.deal.package) == (((2,),), ("springs",), (2,))


def test_who_is_alone_agrees_with_itself() -> None:
    alone = Negotiation(issues=(WATER,), parties=(three().parties[0],))
    session = alternating_offers(alone, {"springs": PARTNERS["linear"]}, n_rounds=3, rng=np.random.default_rng(0))
    assert (session.n_turns, session.deal.package) == (1, (0,))


def test_who_can_gain_nothing_walks_away() -> None:
    """Gardens has 7 alone and no package is worth more than 6 to it."""
    springs, gardens, hills = three().parties
    talks = Negotiation(issues=(WATER,), parties=(springs, replace(gardens, reservation=7), hills))
    strategies = dict.fromkeys(KEYS, PARTNERS["conceder"])
    session = alternating_offers(talks, strategies, n_rounds=4, rng=np.random.default_rng(0))
    assert (session.n_turns, session.whose, session.deal.payoffs) == (2, ("springs",), (0, 7, 0))


def test_everybody_hears_all_offers_and_who_made_them() -> None:
    heard = []

    def listening(key: str, offer: int) -> Strategy:
        def strategy(talk: Talk, rng: np.random.Generator) -> Answer:
            heard.append((key, talk.mine, talk.theirs, talk.whose, talk.time))
            return Answer(accept=False, offer=offer)

        return strategy

    strategies = {key: listening(key, place) for place, key in enumerate(KEYS)}
    alternating_offers(three(), strategies, n_rounds=2, rng=np.random.default_rng(0))
    assert heard == [
        ("springs", (), (), (), 0),
        ("gardens", (), (0,), ("springs",), 1 / 5),
        ("hills", (), (0, 1), ("springs", "gardens"), 2 / 5),
        ("springs", (0,), (1, 2), ("gardens", "hills"), 3 / 5),
        ("gardens", (1,), (0, 2, 0), ("springs", "hills", "springs"), 4 / 5),
        ("hills", (2,), (0, 1, 0, 1), ("springs", "gardens", "springs", "gardens"), 1),
    ]


# --- all partners


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    points = st.integers(-5, 10)
    issues = tuple(Issue(key=f"i{n}", options=tuple(map(str, range(size)))) for n, size in enumerate(shape))
    parties = []
    for number in range(draw(st.integers(1, 4))):
        values = {
            issue.key: draw(st.lists(points, min_size=size, max_size=size))
            for issue, size in zip(issues, shape, strict=True)
        }
        parties.append(Party(key=f"p{number}", values=values, reservation=draw(st.integers(-5, 15))))
    return Negotiation(issues=issues, parties=tuple(parties))


def plainly(negotiation: Negotiation, names: list[str], n_rounds: int, rng: np.random.Generator) -> list[int]:
    """The same protocol once more, slowly, with talks that check themselves; the offers, and -1 after an agreement."""
    packages = list(product(*map(range, negotiation.shape)))
    payoffs = np.array([negotiation.payoffs(package) for package in packages])
    made: list[tuple[int, int]] = []
    yes: set[int] = set()
    n_parties = len(names)
    for turn in range(n_rounds * n_parties):
        me = turn % n_parties
        if payoffs[:, me].max() < negotiation.parties[me].reservation:
            break
        others = [(f"p{by}", offer) for by, offer in made if by != me]
        talk = Talk(
            values=payoffs[:, me],
            reservation=negotiation.parties[me].reservation,
            mine=tuple(offer for by, offer in made if by == me),
            theirs=tuple(offer for _, offer in others),
            whose=tuple(by for by, _ in others),
            time=turn / max(n_rounds * n_parties - 1, 1),
            attributes=packages,
        )
        said = PARTNERS[names[me]](talk, rng)
        if said.accept:
            yes.add(me)
        else:
            made.append((me, said.offer))
            yes = {me}
        if len(yes) == n_parties:
            return [*(offer for _, offer in made), -1]
    return [offer for _, offer in made]


@settings(max_examples=60, deadline=None)
@given(negotiation=negotiations(), data=st.data(), n_rounds=st.integers(1, 6), seed=st.integers(0, 2**32 - 1))
def test_sessions_follow_the_protocol(negotiation: Negotiation, data: st.DataObject, n_rounds: int, seed: int) -> None:
    names = [data.draw(st.sampled_from(list(PARTNERS))) for _ in negotiation.parties]
    strategies = {party.key: PARTNERS[name] for party, name in zip(negotiation.parties, names, strict=True)}
    session = alternating_offers(negotiation, strategies, n_rounds=n_rounds, rng=np.random.default_rng(seed))
    again = alternating_offers(negotiation, strategies, n_rounds=n_rounds, rng=np.random.default_rng(seed))
    assert session == again
    packages = list(product(*map(range, negotiation.shape)))
    offers = [packages.index(offer) for offer in session.offers]
    assert plainly(negotiation, names, n_rounds, np.random.default_rng(seed)) == offers + [-1] * bool(session)
    if session:
        assert session.deal.package == session.offers[-1]
        assert session.deal.payoffs == tuple(negotiation.payoffs(session.offers[-1]))
        assert (np.array(session.deal.payoffs) >= negotiation.reservations).all()
    else:
        assert session.deal.package is None
        assert session.deal.payoffs == tuple(negotiation.reservations)
    assert agreement_zone(negotiation) or not session


def random_talks(seed: int, reservation: float = 0.2) -> Negotiation:
    rng = np.random.default_rng(seed)
    issues = tuple(Issue(key=f"i{n}", options=tuple("abcde")) for n in range(4))
    parties = tuple(
        Party(
            key=key,
            values={
                issue.key: weight * rng.permutation(5) / 4
                for issue, weight in zip(issues, rng.dirichlet([1] * 4), strict=True)
            },
            reservation=reservation,
        )
        for key in KEYS
    )
    return Negotiation(issues=issues, parties=parties)


@pytest.mark.parametrize("name", PARTNERS)
def test_three_of_a_kind_mostly_agree_and_nobody_gets_less_than_alone(name: str) -> None:
    ended = many_sessions(
        [random_talks(seed) for seed in range(20)], dict.fromkeys(KEYS, PARTNERS[name]), n_rounds=12, seed=1
    )
    agreed = [session.deal.payoffs for session in ended if session]
    assert len(agreed) >= (8 if name == "stubborn" else 15)
    assert np.min(agreed) >= 0.2


def test_three_problem_solvers_find_more_than_three_who_hold_out() -> None:
    found = {}
    for name in ("problem_solver", "boulware"):
        strategies = dict.fromkeys(KEYS, PARTNERS[name])
        ended = many_sessions([random_talks(seed) for seed in range(40)], strategies, n_rounds=12, seed=1)
        found[name] = np.mean([sum(session.deal.payoffs) for session in ended])
    assert found["problem_solver"] > found["boulware"]


def test_side_by_side_gives_the_same_as_one_after_the_other() -> None:
    talks = [random_talks(seed) for seed in range(6)]
    strategies = dict(zip(KEYS, (PARTNERS[name] for name in ("linear", "forgetful", "problem_solver")), strict=True))
    one_by_one = many_sessions(talks, strategies, n_rounds=8, seed=5)
    with ProcessPoolExecutor(2) as executor:
        assert many_sessions(talks, strategies, n_rounds=8, seed=5, mapper=executor.map) == one_by_one
    assert many_sessions(talks[:2], strategies, n_rounds=8, seed=5) == one_by_one[:2]
    assert len(set(many_sessions([talks[0]] * 6, strategies, n_rounds=8, seed=5))) > 1
    assert many_sessions([], strategies, n_rounds=8, seed=5) == ()


def test_a_hundred_thousand_packages_are_no_obstacle() -> None:
    rng = np.random.default_rng(3)
    issues = tuple(Issue(key=f"i{n}", options=tuple("abcdefghij")) for n in range(5))
    parties = tuple(
        Party(key=key, values={issue.key: rng.random(10) for issue in issues}, reservation=2) for key in KEYS
    )
    strategies = dict(zip(KEYS, (PARTNERS[name] for name in ("boulware", "linear", "conceder")), strict=True))
    talks = Negotiation(issues=issues, parties=parties)
    session = alternating_offers(talks, strategies, n_rounds=20, rng=np.random.default_rng(0))
    assert session
    assert min(session.deal.payoffs) >= 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"strategies": {"springs": PARTNERS["linear"]}}, "bargaining.other_parties"),
        ({"strategies": dict.fromkeys((*KEYS, "town"), PARTNERS["linear"])}, "bargaining.other_parties"),
        ({"n_rounds": 0}, "bargaining.bad_number"),
        ({"strategies": dict.fromkeys(KEYS, says(4))}, "bargaining.unknown_package"),
        ({"strategies": dict.fromkeys(KEYS, says(-1))}, "bargaining.unknown_package"),
    ],
)
def test_wrong_calls_say_what_is_wrong(change: dict[str, object], code: str) -> None:
    right = {"negotiation": three(), "strategies": dict.fromkeys(KEYS, PARTNERS["linear"]), "n_rounds": 1}
    with pytest.raises(ModelError) as caught:
        alternating_offers(**{**right, **change}, rng=np.random.default_rng(0))
    assert caught.value.code == code


def test_a_sheet_fits_its_space() -> None:
    with pytest.raises(ModelError) as caught:
        Sheet(values=[1, 2, 3], reservation=0, space=Space(attributes=[[0], [1]]))
    assert caught.value.code == "bargaining.wrong_shape"


def test_options_may_have_any_whole_numbers() -> None:
    """Far apart, or below 0: places are told apart, and distances are shares of the span."""
    space = Space(attributes=[[-5, 10**12], [0, 0], [5, 10**12]])
    assert space.distances_from(0)[space.codes].tolist() == [[0, 0], [0.75, 1], [1, 0]]


@given(values=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=40))
def test_a_sheet_sorts_packages_of_any_worth(values: list[float]) -> None:
    """As large and as close as numbers can be; equal ones keep their order."""
    sheet = Sheet(values=values, reservation=0, space=Space(attributes=[[place] for place in range(len(values))]))
    assert sheet.order.tolist() == sorted(range(len(values)), key=values.__getitem__)


def test_a_talk_tells_what_was_heard_until_then() -> None:
    """However late somebody asks: three speak, and nobody looks at a talk before all is over."""
    kept: list[Talk] = []

    def says_no(talk: Talk, rng: np.random.Generator) -> Answer:
        kept.append(talk)
        return Answer(accept=False, offer=len(kept) % 4)

    alternating_offers(three(), dict.fromkeys(KEYS, says_no), n_rounds=2, rng=np.random.default_rng(0))
    fifth, first = kept[4], kept[0]
    assert (fifth.mine, fifth.theirs, fifth.whose) == ((2,), (1, 3, 0), ("springs", "hills", "springs"))
    assert (first.mine, first.theirs, first.whose, first.newest) == ((), (), (), None)
    assert fifth.newest == 0
