"""A mediator's single text, against brute force and the claims of Klein, Faratin, Sayama and Bar-Yam (2003)."""

from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.bargaining import VOTERS, Issue, Negotiation, Party, annealer, hill_climber, single_text
from simulations.errors import ModelError

CLIMBING, ANNEALING = VOTERS["hill_climber"], VOTERS["annealer"]


def talks(
    seed: int, *, shape: tuple[int, ...] = (2,) * 8, n_parties: int = 2, reservation: float = -1e9
) -> Negotiation:
    """Whole points between 0 and 20, drawn for each option of each party."""
    rng = np.random.default_rng(seed)
    issues = tuple(Issue(key=f"i{n}", options=tuple(map(str, range(size)))) for n, size in enumerate(shape))
    parties = tuple(
        Party(
            key=f"p{n}",
            values={issue.key: rng.integers(0, 21, len(issue.options)) for issue in issues},
            reservation=reservation,
        )
        for n in range(n_parties)
    )
    return Negotiation(issues=issues, parties=parties)


def everybody(negotiation: Negotiation, voter=CLIMBING) -> dict:
    return dict.fromkeys((party.key for party in negotiation.parties), voter)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    shape=st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple),
    n_parties=st.integers(1, 4),
)
def test_climbers_end_where_no_single_change_is_better_for_one_and_worse_for_nobody(
    seed: int, shape: tuple[int, ...], n_parties: int
) -> None:
    """Each of at most 12 changes comes up with a chance of at least 1 in 16 a draft: 1,500 drafts miss none."""
    negotiation = talks(seed, shape=shape, n_parties=n_parties)
    text = single_text(negotiation, everybody(negotiation), n_drafts=1500, rng=np.random.default_rng(seed))
    for before, after in zip(text.drafts, text.drafts[1:], strict=False):
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
        assert (negotiation.payoffs(after) >= negotiation.payoffs(before)).all()
    last = text.drafts[-1]
    reached = negotiation.payoffs(last)
    for issue, size in enumerate(shape):
        for option in range(size):
            changed = negotiation.payoffs((*last[:issue], option, *last[issue + 1 :]))
            assert not ((changed >= reached).all() and (changed > reached).any())


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n_drafts=st.integers(1, 60))
def test_the_same_draws_give_the_same_text(seed: int, n_drafts: int) -> None:
    negotiation = talks(seed, n_parties=3, reservation=70)
    voters = {"p0": ANNEALING, "p1": CLIMBING, "p2": ANNEALING}
    text = single_text(negotiation, voters, n_drafts=n_drafts, rng=np.random.default_rng(seed))
    assert text == single_text(negotiation, voters, n_drafts=n_drafts, rng=np.random.default_rng(seed))
    assert text.n_proposed == n_drafts
    signed = (negotiation.payoffs(text.drafts[-1]) >= 70).all()
    assert bool(text) == signed
    assert text.deal.package == (text.drafts[-1] if signed else None)
    assert text.deal.payoffs == (tuple(negotiation.payoffs(text.drafts[-1])) if signed else (70, 70, 70))


def test_an_annealer_takes_a_loss_as_often_as_published() -> None:
    """A loss of a tenth of all there is, at a temperature of a tenth: exp(-1) = 0.37; half the time gone: exp(-2)."""
    rng = np.random.default_rng(0)
    for time, chance in ((0.0, exp(-1)), (0.5, exp(-2)), (1.0, 0.0)):
        share = np.mean([annealer(-0.1, time, rng) for _ in range(4000)])
        assert share == pytest.approx(chance, abs=4 * (chance * (1 - chance) / 4000) ** 0.5 + 1e-12)
    assert all(annealer(0.0, time, rng) for time in (0, 0.5, 1))


def mean_shares(first, second, *, n_talks: int = 60) -> np.ndarray:
    """What both end with, as shares of what each could have at best; changes of 8 issues, 400 drafts."""
    shares = []
    for seed in range(n_talks):
        negotiation = talks(seed)
        text = single_text(negotiation, {"p0": first, "p1": second}, n_drafts=400, rng=np.random.default_rng(seed))
        best = [sum(max(row) for row in party.values.values()) for party in negotiation.parties]
        shares.append(negotiation.payoffs(text.drafts[-1]) / best)
    return np.mean(shares, axis=0)


def test_annealing_together_brings_more_and_annealing_alone_less() -> None:
    """The dilemma that the source reports: good for all if all do it, and bad for who does it alone."""
    both, neither = mean_shares(annealer, annealer), mean_shares(hill_climber, hill_climber)
    alone = mean_shares(annealer, hill_climber)
    assert both.sum() > neither.sum() + 0.02
    assert alone[0] < neither[0] - 0.05
    assert alone[1] > neither[1] + 0.05


def test_packages_are_not_listed() -> None:
    """4^15 packages, a thousand million."""
    negotiation = talks(1, shape=(4,) * 15, n_parties=6)
    voters = everybody(negotiation, ANNEALING)
    text = single_text(negotiation, voters, n_drafts=3000, rng=np.random.default_rng(0))
    assert len(text.drafts) > 100
    assert negotiation.payoffs(text.drafts[-1]).sum() > negotiation.payoffs(text.drafts[0]).sum()


def test_with_one_option_each_there_is_nothing_to_change() -> None:
    negotiation = talks(1, shape=(1, 1), reservation=0)
    text = single_text(negotiation, everybody(negotiation), n_drafts=5, rng=np.random.default_rng(0))
    assert (text.drafts, bool(text)) == (((0, 0),), True)


def test_who_gains_nothing_by_any_package_votes_yes() -> None:
    """All is worth the same to one of two: the other gets its best, (1, 0)."""
    issues = tuple(Issue(key=key, options=("a", "b")) for key in ("x", "y"))
    parties = (
        Party(key="p0", values={"x": (3, 3), "y": (0, 0)}, reservation=3),
        Party(key="p1", values={"x": (0, 2), "y": (1, 0)}, reservation=0),
    )
    negotiation = Negotiation(issues=issues, parties=parties)
    text = single_text(negotiation, everybody(negotiation), n_drafts=200, rng=np.random.default_rng(0))
    assert (text.deal.package, text.deal.payoffs) == ((1, 0), (3, 3))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"voters": {"p0": hill_climber}}, "bargaining.other_parties"),
        ({"voters": dict.fromkeys(("p0", "p1", "p2"), hill_climber)}, "bargaining.other_parties"),
        ({"n_drafts": 0}, "bargaining.bad_number"),
    ],
)
def test_wrong_calls_say_what_is_wrong(change: dict[str, object], code: str) -> None:
    right = {"negotiation": talks(0), "voters": dict.fromkeys(("p0", "p1"), hill_climber), "n_drafts": 1}
    with pytest.raises(ModelError) as caught:
        single_text(**{**right, **change}, rng=np.random.default_rng(0))
    assert caught.value.code == code
