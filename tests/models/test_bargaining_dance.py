"""How the characters get on with each other: whole talks of alternating offers on random negotiations."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from simulations.bargaining import PARTNERS, Answer, Talk
from simulations.bargaining.concession import share_at

TURNS = 12
SIZES = (4, 7, 4, 2, 3)  # 672 packages
ATTRIBUTES = np.array(list(product(*(range(size) for size in SIZES))))
COMFORTABLE = 35
N_TALKS = 24


@dataclass(frozen=True)
class Ended:
    package: int | None
    offers: tuple[tuple[int, ...], tuple[int, ...]]


def random_sheets(rng: np.random.Generator) -> list[NDArray[np.float64]]:
    """Two sheets of 0 to 100 whole points: every issue is pulled both ways, but not with the same weight."""
    weights = rng.dirichlet(np.ones(len(SIZES)), size=2)
    sheets = [np.zeros(len(ATTRIBUTES)), np.zeros(len(ATTRIBUTES))]
    for issue, size in enumerate(SIZES):
        for side in (0, 1):
            steps = np.sort(rng.random(size))
            steps = (steps - steps[0]) / (steps[-1] - steps[0])
            worth = steps if side == 0 else steps[::-1]
            sheets[side] += weights[side, issue] * worth[ATTRIBUTES[:, issue]]
    return [np.round(100 * sheet) for sheet in sheets]


def talk_it_over(names: Sequence[str], sheets, reservation: float, rng: np.random.Generator) -> Ended:
    """Let two strategies speak in turns; whoever has the word accepts or makes a new offer."""
    offers: tuple[list[int], list[int]] = ([], [])
    for turn in range(TURNS + 1):
        side = turn % 2
        talk = Talk(
            values=sheets[side],
            reservation=reservation,
            mine=tuple(offers[side]),
            theirs=tuple(offers[1 - side]),
            time=turn / TURNS,
            attributes=ATTRIBUTES,
        )
        said: Answer = PARTNERS[names[side]](talk, rng)
        if said.accept:
            return Ended(said.offer, (tuple(offers[0]), tuple(offers[1])))
        offers[side].append(said.offer)
    return Ended(None, (tuple(offers[0]), tuple(offers[1])))


def many_talks(first: str, second: str, *, reservation: float = COMFORTABLE, n_talks: int = N_TALKS):
    """Both sides' points in every talk that ended with an agreement, shape (n_agreements, 2)."""
    rng = np.random.default_rng(11)
    points = []
    for _ in range(n_talks):
        sheets = random_sheets(rng)
        ended = talk_it_over((first, second), sheets, reservation, rng)
        if ended.package is not None:
            points.append([sheet[ended.package] for sheet in sheets])
    return np.array(points).reshape(-1, 2)


def mean_points(first: str, second: str) -> NDArray[np.float64]:
    return many_talks(first, second).mean(axis=0)


@pytest.mark.parametrize("first", PARTNERS)
@pytest.mark.parametrize("second", PARTNERS)
def test_two_different_characters_mostly_come_together(first: str, second: str) -> None:
    if first == second:
        assert len(many_talks(first, second)) > 0
        return
    agreed = many_talks(first, second)
    assert len(agreed) >= (0.4 if "stubborn" in (first, second) else 0.6) * N_TALKS
    assert (agreed >= COMFORTABLE).all()


def test_two_stubborn_ones_often_do_not() -> None:
    agreed = many_talks("stubborn", "stubborn", reservation=45, n_talks=60)
    assert 0.2 * 60 <= len(agreed) <= 0.75 * 60


def test_whoever_concedes_early_gets_less_than_whoever_holds_out() -> None:
    for side in (0, 1):
        early, late = (["linear", "linear"] for _ in range(2))
        early[side], late[side] = "conceder", "boulware"
        assert mean_points(*early)[side] + 10 < mean_points(*late)[side]


def test_tit_for_tat_is_kind_to_the_kind() -> None:
    kind, hard = mean_points("conceder", "tit_for_tat")[0], mean_points("conceder", "boulware")[0]
    assert kind > hard + 5


def test_tit_for_tat_gives_as_much_as_it_gets() -> None:
    """One issue, 101 options: the other comes 18, then 20 nearer, and 10 back; 20 were given before."""
    line = np.arange(101)
    sheet = {"values": line, "reservation": 0, "time": 0, "attributes": line[:, None]}
    rng = np.random.default_rng(0)
    offered = [
        PARTNERS["tit_for_tat"](Talk(mine=(), theirs=theirs, **sheet), rng).offer
        for theirs in ((), (0,), (0, 18), (0, 18, 38), (0, 18, 38, 28))
    ]
    assert offered == pytest.approx([100, 80, 62, 42, 52], abs=1)


def test_tit_for_tat_answers_a_small_step_with_one_that_can_be_seen() -> None:
    """A step of 1 of 100 points, far below the reservation; then nothing, and so nothing comes back."""
    line = np.arange(101)
    sheet = {"values": line, "reservation": 60, "time": 0.3, "attributes": line[:, None]}
    said = [
        PARTNERS["tit_for_tat"](Talk(mine=mine, theirs=theirs, **sheet), np.random.default_rng(0)).offer
        for mine, theirs in (((100,), (0,)), ((100, 92), (0, 1)), ((100, 92, 86), (0, 1, 1)))
    ]
    assert said[0] < 100
    assert said[1] < 92
    assert said[2] == 86


def test_problem_solvers_find_more_for_both_than_hard_bargainers() -> None:
    solved, fought = (many_talks(name, name, n_talks=60) for name in ("problem_solver", "boulware"))
    assert len(solved) >= len(fought)
    assert solved.sum(axis=1).mean() > fought.sum(axis=1).mean() + 5
    assert solved.mean(axis=0).min() > fought.mean(axis=0).min()


@pytest.mark.parametrize("name", PARTNERS)
def test_without_a_zone_nobody_agrees(name: str) -> None:
    """What one gains the other loses: 0 to 100 together, and both have 60 without an agreement."""
    line = np.round(100 * ATTRIBUTES[:, 1] / (SIZES[1] - 1))
    rng = np.random.default_rng(3)
    for other in PARTNERS:
        assert talk_it_over((name, other), [line, 100 - line], 60, rng).package is None


@pytest.mark.parametrize("name", ["boulware", "linear", "conceder", "problem_solver", "stubborn"])
def test_the_clock_only_moves_them_down(name: str) -> None:
    """With an other side that says nothing new, what they ask for falls from talk to talk, but not below 0."""
    line = np.arange(101)
    asked = []
    for turn in range(TURNS + 1):
        sheet = {"values": line, "reservation": 0, "mine": (), "theirs": (0,), "attributes": line[:, None]}
        said = PARTNERS[name](Talk(time=turn / TURNS, **sheet), np.random.default_rng(turn))
        asked.append(said.offer)
    assert asked[0] == (85 if name == "conceder" else 100)
    assert all(later <= earlier + 5 for earlier, later in pairwise(asked))  # a crumb is 5
    assert asked[-1] <= (45 if name == "stubborn" else 20)


def test_boulware_linear_and_conceder_differ_as_published() -> None:
    """Faratin, Sierra and Jennings (1998): below the line, on it, above it; all meet at both ends."""
    times = np.linspace(0.1, 0.8, 8)
    for time in times:
        shares = [share_at(time, beta=beta) for beta in (0.2, 1, 2.5)]
        assert shares == sorted(shares, reverse=True)
        assert shares[1] == pytest.approx(1 - time / 0.9)
        assert share_at(time, beta=1, opening=0.8) == pytest.approx(0.8 * shares[1])
    for beta in (0.2, 1, 2.5):
        assert (share_at(0, beta=beta), share_at(0.9, beta=beta), share_at(1, beta=beta)) == (1, 0, 0)


def test_tit_for_tat_meets_a_fair_opening_with_a_fair_answer() -> None:
    """Who opens in the middle is not answered worse than who opens far out and comes to the middle afterwards."""
    line = np.arange(101)
    sheet = {"values": line, "reservation": 30, "mine": (), "time": 0.2, "attributes": line[:, None]}
    asked = [
        PARTNERS["tit_for_tat"](Talk(theirs=theirs, **sheet), np.random.default_rng(0)).offer
        for theirs in ((45,), (0, 45))
    ]
    assert asked[0] <= asked[1] <= 70
