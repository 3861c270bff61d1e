"""Three and more parties: relations that do not touch, and moods that are carried from one into another."""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations, product

import networkx as nx
import numpy as np
import pytest

from simulations.errors import ModelError
from simulations.escalation import Line, Order, Quarrel, Turn, exact_stages, forgiving, grit, mirror, simulate

NAMES = "springs", "gardens", "orchards"
STAGES = np.arange(1, 10)


@pytest.mark.parametrize("order", Order)
def test_relations_that_do_not_touch_are_quarrels_of_two(order: Order) -> None:
    """Without carrying over, each pair of three is exactly the quarrel of these two."""
    strategies = {"springs": forgiving(), "gardens": grit(), "orchards": mirror()}
    line, n_runs = Line(calm_as_hostile=0.2, hostile_as_calm=0.1), 4000
    together = simulate(Quarrel(parties=strategies, line=line, order=order), n_runs=n_runs, seed=2)
    assert list(together) == [("springs", "gardens"), ("springs", "orchards"), ("gardens", "orchards")]
    for (first, second), runs in together.items():
        pair = Quarrel(parties={first: strategies[first], second: strategies[second]}, line=line, order=order)
        exact = np.clip(exact_stages(pair), 0, 1)
        shares = np.array([(runs.stages == stage).mean(axis=0) for stage in STAGES]).T
        assert (np.abs(shares - exact) <= 5 * np.sqrt(exact * (1 - exact) / n_runs) + 2 / n_runs).all()


def three_mirrors_by_hand(misread: float, carry: float, n_rounds: int, in_turn: bool) -> list[float]:
    """The mean number of hostile acts in each round, from all that three mirrors can have heard from each other.

    A world is the set of pairs (who, from whom) for whom the last word heard was hostile.
    """
    worlds: dict[frozenset[tuple[str, str]], float] = {frozenset(): 1.0}
    means = []
    for _ in range(n_rounds):
        hostile = 0.0
        for block in [(name,) for name in NAMES] if in_turn else [NAMES]:
            later: Counter[frozenset[tuple[str, str]]] = Counter()
            for world, chance in worlds.items():
                for acts, weight in _acts(world, block, carry):
                    hostile += chance * weight * len(acts)
                    spoken = [(who, to) for who, to in permutations(NAMES, 2) if who in block]
                    for heard, luck in _hearings(spoken, acts, misread):
                        kept = {(who, by) for who, by in world if (by, who) not in spoken}
                        later[frozenset(kept | heard)] += chance * weight * luck
            worlds = dict(later)
        means.append(hostile)
    return means


def _acts(world: frozenset[tuple[str, str]], block: tuple[str, ...], carry: float) -> Iterator[tuple[set, float]]:
    """Which acts of a block are hostile: those that answer, and with some chance those that are carried over."""
    sure = {(who, to) for who, to in world if who in block}
    maybe = [
        (who, to)
        for who, to in permutations(NAMES, 2)
        if who in block and (who, to) not in world and any(other == who for other, _ in world)
    ]
    for carried in product((True, False), repeat=len(maybe)):
        chosen = {act for act, yes in zip(maybe, carried, strict=True) if yes}
        yield sure | chosen, carry ** len(chosen) * (1 - carry) ** (len(maybe) - len(chosen))


def _hearings(spoken: list, acts: set, misread: float) -> Iterator[tuple[set, float]]:
    """Who hears something hostile: from each hostile act, and by misreading from some calm ones."""
    calm = [act for act in spoken if act not in acts]
    for wrong in product((True, False), repeat=len(calm)):
        misheard = {act for act, yes in zip(calm, wrong, strict=True) if yes}
        luck = misread ** len(misheard) * (1 - misread) ** (len(calm) - len(misheard))
        yield {(to, who) for who, to in acts | misheard}, luck


@pytest.mark.parametrize("order", Order)
def test_moods_are_carried_over_as_counted_by_hand(order: Order) -> None:
    parties = dict.fromkeys(NAMES, mirror())
    n_runs = 20_000
    by_hand = three_mirrors_by_hand(0.1, 0.3, 4, order is Order.IN_TURN)
    assert by_hand[-1] > by_hand[1] > 0
    for n_rounds in range(1, 5):
        quarrel = Quarrel(
            parties=parties, line=Line(calm_as_hostile=0.1), order=order, carry_over=0.3, n_rounds=n_rounds
        )
        relations = simulate(quarrel, n_runs=n_runs, seed=4).values()
        acts = np.sum([runs.hostile_acts for runs in relations], axis=0)
        assert abs(acts.mean() - sum(by_hand[:n_rounds])) <= 4.5 * acts.std() / np.sqrt(n_runs)


def test_a_mood_carried_along_a_row_raises_every_relation() -> None:
    """Three in a row: the middle one brings what it heard on one side to the other."""
    row = {
        "parties": dict.fromkeys(NAMES, mirror()),
        "line": Line(calm_as_hostile=0.05),
        "relations": tuple(nx.path_graph(NAMES).edges),
    }
    touching = simulate(Quarrel(**row, carry_over=0.5), n_runs=3000, seed=8)
    apart = simulate(Quarrel(**row), n_runs=3000, seed=8)
    assert list(touching) == [("springs", "gardens"), ("gardens", "orchards")]
    for pair, runs in touching.items():
        assert runs.mean_stage[-1] > apart[pair].mean_stage[-1] + 0.5


def test_carrying_over_by_hand() -> None:
    """All calm acts are misread, all moods carried over. Springs is calm to both, who hear hostility. Gardens answers
    Springs, and is hostile to Orchards, of whom it has heard nothing. Orchards answers both."""
    parties = dict.fromkeys(NAMES, mirror())
    quarrel = Quarrel(parties=parties, line=Line(calm_as_hostile=1.0), carry_over=1.0, n_rounds=1)
    found = simulate(quarrel, n_runs=1, seed=0)
    assert {pair: runs.stages.tolist() for pair, runs in found.items()} == {
        ("springs", "gardens"): [[1, 2]],
        ("springs", "orchards"): [[1, 2]],
        ("gardens", "orchards"): [[1, 3]],
    }
    assert [runs.turns[Turn.CARRIED].tolist() for runs in found.values()] == [[0], [0], [1]]
    assert [runs.turns[Turn.MISREAD].tolist() for runs in found.values()] == [[1], [1], [0]]


def test_two_parties_have_nobody_to_carry_from() -> None:
    parties = {"springs": mirror(), "gardens": mirror()}
    quarrel = Quarrel(parties=parties, line=Line(calm_as_hostile=0.2), carry_over=1.0)
    runs = simulate(quarrel, n_runs=3000, seed=1)["springs", "gardens"]
    assert abs(runs.mean_stage - exact_stages(quarrel) @ STAGES).max() < 0.2


def test_who_has_no_relation_takes_no_part() -> None:
    parties = dict.fromkeys((*NAMES, "valley"), mirror())
    relations = (("springs", "gardens"), ("orchards", "gardens"))
    runs = simulate(Quarrel(parties=parties, line=Line(calm_as_hostile=0.3), relations=relations), n_runs=5, seed=0)
    assert list(runs) == list(relations)


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ({"parties": {"springs": mirror()}}, "escalation.wrong_shape"),
        ({"relations": (("springs", "moon"),)}, "escalation.unknown_party"),
        ({"relations": (("springs", "springs"),)}, "escalation.repeated"),
        ({"relations": (("springs", "gardens"), ("gardens", "springs"))}, "escalation.repeated"),
    ],
)
def test_relations_are_checked(rest: dict, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        Quarrel(**({"parties": dict.fromkeys(NAMES, mirror()), "line": Line(calm_as_hostile=0.1)} | rest))
    assert caught.value.code == code


def test_the_exact_chain_is_for_two() -> None:
    with pytest.raises(ModelError) as caught:
        exact_stages(Quarrel(parties=dict.fromkeys(NAMES, mirror()), line=Line(calm_as_hostile=0.1)))
    assert caught.value.code == "escalation.wrong_shape"


def test_the_callers_parties_may_change_later() -> None:
    parties = dict.fromkeys(NAMES, mirror())
    quarrel = Quarrel(parties=parties, line=Line(calm_as_hostile=0.1))
    parties["springs"] = grit()
    assert quarrel.parties["springs"] == mirror()
