"""Published conflicts: what was stable in them, and for whom."""

from itertools import permutations, product

import pytest

from simulations.stability import (
    GraphModel,
    OptionForm,
    Stability,
    Statement,
    answers,
    coalition_improvements,
    equilibria,
    reachable,
    stable_states,
)

NASH, GMR, SMR, SEQ = Stability


# K. W. Hipel, L. Fang, D. M. Kilgour and M. Haight (1993), Environmental conflict resolution using the graph model,
# IEEE Conference on Systems, Man and Cybernetics: a chemical plant, polluted groundwater, a ministry, a town, 1991.
ELMIRA = {
    1: "NYNNN",
    2: "YYNNN",
    3: "NNYNN",
    4: "YNYNN",
    5: "NYNNY",
    6: "YYNNY",
    7: "NNYNY",
    8: "YNYNY",
    9: "-NNY-",
}
OPTIONS = {"ministry": ["modify"], "plant": ["delay", "accept", "abandon"], "town": ["insist"]}
BEST_FIRST = {
    "ministry": (7, 3, 4, 8, 5, 1, 2, 6, 9),
    "plant": (1, 4, 8, 5, 9, 3, 7, 2, 6),
    "town": (7, 3, 5, 1, 8, 6, 4, 2, 9),
}
# Statements that give the same ranks, worked out by hand.
PRIORITIES = {
    "ministry": ("---N-", "--Y--", "N----", Statement(wish="----Y", when="N----", only_then=True)),
    "plant": (
        Statement(wish="--Y--", when="Y----", only_then=True),
        "---N-",
        Statement(wish="N----", when=("Y-N--", "N-Y--")),
        "----N",
        Statement(wish="--Y--", when="----Y", only_then=True),
    ),
    "town": ("---N-", "N----", Statement(wish="--Y--", when="N----"), "----Y", "--Y--"),
}


def elmira(**preferences: object) -> GraphModel:
    return OptionForm(
        options=OPTIONS,
        infeasible=("-YY--", "-Y-Y-", "--YY-", "-NNN-"),
        alike=("-NNY-",),
        irreversible={"modify": "Y", "delay": "N", "abandon": "Y"},
        **preferences,
    ).graph_model()


@pytest.fixture(scope="module")
def ranked() -> GraphModel:
    return elmira(rankings={party: [ELMIRA[state] for state in states] for party, states in BEST_FIRST.items()})


def numbers(states: object) -> list[int]:
    return sorted(number for number, state in ELMIRA.items() if state in states)


def test_elmira_has_nine_states_and_its_published_moves(ranked: GraphModel) -> None:
    assert set(ranked.states) == set(ELMIRA.values())
    moves = {
        party: {number: numbers(reachable(ranked, [party], state)) for number, state in ELMIRA.items()}
        for party in ranked.parties
    }
    assert moves["ministry"] == {1: [2], 2: [], 3: [4], 4: [], 5: [6], 6: [], 7: [8], 8: [], 9: []}
    assert moves["plant"] == {1: [3, 9], 2: [4, 9], 5: [7, 9], 6: [8, 9], 3: [9], 4: [9], 7: [9], 8: [9], 9: []}
    assert moves["town"] == {1: [5], 2: [6], 3: [7], 4: [8], 5: [1], 6: [2], 7: [3], 8: [4], 9: []}


@pytest.mark.parametrize(
    ("concept", "expected"), [(NASH, [5, 8, 9]), (GMR, [1, 4, 5, 8, 9]), (SMR, [1, 4, 5, 8, 9]), (SEQ, [5, 8, 9])]
)
def test_elmira_has_its_published_equilibria(ranked: GraphModel, concept: Stability, expected: list[int]) -> None:
    assert numbers(equilibria(ranked, concept)) == expected


def test_ministry_and_plant_together_left_the_state_that_nobody_left_alone(ranked: GraphModel) -> None:
    """From 5 to 8: this is how the conflict of Elmira went on."""
    assert numbers(reachable(ranked, ["ministry", "plant"], ELMIRA[5])) == [6, 7, 8, 9]
    assert coalition_improvements(ranked, ELMIRA[5]) == {("ministry", "plant"): {ELMIRA[8]}}
    assert coalition_improvements(ranked, ELMIRA[8]) == {}
    assert coalition_improvements(ranked, ELMIRA[9]) == {}


def test_what_holds_the_town_in_state_one(ranked: GraphModel) -> None:
    """It would insist (5); then ministry and plant could modify and accept (8), or the plant could leave (9), both
    worse for the town than 1. The worst is named. Sequentially the plant's gain from 5 is none: it stays at 5."""
    assert answers(ranked, "town", ELMIRA[1], GMR) == {ELMIRA[5]: ELMIRA[9]}
    assert answers(ranked, "town", ELMIRA[1], SEQ) == {ELMIRA[5]: None}


def test_statements_in_order_of_weight_give_the_same_ranks(ranked: GraphModel) -> None:
    told = elmira(priorities=PRIORITIES)
    for party in ranked.parties:
        best = sorted(told.states, key=told.payoffs[party].__getitem__, reverse=True)
        assert best == [ELMIRA[state] for state in BEST_FIRST[party]], party
        assert len(set(told.payoffs[party].values())) == len(best)


# --- 2 x 2 games. States are (row, column); NN is both "no". Ranks from best to worst.


def two_by_two(row: tuple[str, ...], column: tuple[str, ...]) -> GraphModel:
    return OptionForm(
        options={"row": ["row yes"], "column": ["column yes"]}, rankings={"row": row, "column": column}
    ).graph_model()


@pytest.mark.parametrize(
    ("name", "row", "column", "expected"),
    [
        # A. Rapoport and M. Guyer (1966), A taxonomy of 2 x 2 games, General Systems 11:203-214. Y is to help; each
        # would best let the other help alone. Leaving YY is answered by NN, worse for both: held in all but Nash.
        ("prisoners' dilemma", "NY YY NN YN", "YN YY NN NY", {NASH: "NN", GMR: "NN YY", SMR: "NN YY", SEQ: "NN YY"}),
        # Y is to swerve; NN is worst for both. From YY row goes on alone (NY, its best); column's only answer, NN, is
        # worse for column too. So YY is held by a threat (GMR, SMR) that hurts who carries it out (not SEQ).
        ("chicken", "NY YY YN NN", "YN YY NY NN", {NASH: "NY YN", GMR: "NY YN YY", SMR: "NY YN YY", SEQ: "NY YN"}),
        # Both best at YY; hunting alone (YN for row) is worst. NN: nobody leaves alone; YY neither.
        ("stag hunt", "YY NY NN YN", "YY YN NN NY", {NASH: "NN YY", GMR: "NN YY", SMR: "NN YY", SEQ: "NN YY"}),
        # Row would rather be together at YY, column at NN. From YN row goes to NN; column could answer with NY, worst
        # for both (so GMR), no improvement (so not SEQ), and row would go on to YY (so not SMR).
        (
            "battle of the sexes",
            "YY NN YN NY",
            "NN YY YN NY",
            {NASH: "NN YY", GMR: "NN YN YY", SMR: "NN YY", SEQ: "NN YY"},
        ),
    ],
)
def test_classical_games(name: str, row: str, column: str, expected: dict[Stability, str]) -> None:
    game = two_by_two(tuple(row.split()), tuple(column.split()))
    assert {concept: " ".join(sorted(equilibria(game, concept))) for concept in Stability} == expected, name


STATES = ("NN", "NY", "YN", "YY")
TURNS = [  # rows changed over, columns changed over, the players' places changed over
    lambda state: ("Y" if state[0] == "N" else "N") + state[1],
    lambda state: state[0] + ("Y" if state[1] == "N" else "N"),
]


def games() -> dict[tuple[tuple[str, ...], tuple[str, ...]], GraphModel]:
    return {(row, column): two_by_two(row, column) for row, column in product(permutations(STATES), repeat=2)}


def same_games(row: tuple[str, ...], column: tuple[str, ...]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {(row, column)}
    for turn in TURNS:
        found |= {(tuple(map(turn, one)), tuple(map(turn, two))) for one, two in found}
    return found | {(tuple(state[::-1] for state in two), tuple(state[::-1] for state in one)) for one, two in found}


def test_the_seventy_eight_games() -> None:
    """Rapoport and Guyer's 78 games; what is stable depends on the game only, not on how it is written.

    By hand: against each strategy of the other a player has one better answer, so its answers are one of four; of the
    16 pairs of answers two go round and round (no equilibrium), two have two equilibria, twelve have one. Of the
    4! * 4! = 576 games written out these are 72, 72 and 432; each is written in 8 ways, or in 4 when it is its own
    mirror, which 12 games are: 144 = 2 * 78 - 12. Games that go round cannot be their own mirror: 72 / 8 = 9.
    """
    all_games = games()
    classes = {frozenset(same_games(*written)) for written in all_games}
    assert len(all_games) == 576
    assert sorted(map(len, classes)) == [4] * 12 + [8] * 66
    counts = [len(equilibria(game, NASH)) for game in all_games.values()]
    assert [counts.count(n) for n in range(5)] == [72, 432, 72, 0, 0]
    without = [one for one in classes if not equilibria(all_games[next(iter(one))], NASH)]
    assert len(without) == 9
    for one in classes:
        for concept in Stability:
            assert len({len(equilibria(all_games[written], concept)) for written in one}) == 1


def test_each_of_them_holds_somewhere_once_answers_count() -> None:
    """Nine of the 78 have no Nash equilibrium; with any answer, or any that betters who gives it, each
    has a state that nobody leaves."""
    for game in games().values():
        assert equilibria(game, GMR)
        assert equilibria(game, SEQ)


# --- A crisis in the manner of N. M. Fraser and K. W. Hipel (1984), Conflict Analysis, North-Holland; worked by hand.
# Cuba 1962: options air strike, blockade | withdraw, escalate; an outcome is the sum of 1, 2, 4 and 8 for those taken.
US_BEST_FIRST = (4, 6, 5, 7, 2, 1, 3, 11, 9, 10, 8, 0)
USSR_BEST_FIRST = (0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8)


def test_cuba() -> None:
    """By hand, with reversible moves: the one changes 0..3 within a group of four, the other the group.

    The first party improves from 6, 5, 7 to 4; from 2, 1, 3, 0 within their group towards 2; from 11, 9, 10, 8 to 11.
    The second party, from 4 to 0; from 1 and 9 to 5; from 2 and 10 to 6; from 3 and 11 to 7; from 8 to 4 and 0.
    Nash: 4, 2 and 11 for the first, 0, 5, 6, 7 for the second: nobody stays anywhere for both.
    6 in sequence: the first party's way to 4 is answered by 0, its worst. So 6, blockade and withdrawal, is stable.
    """

    def state(number: int) -> str:
        return "".join("Y" if number >> bit & 1 else "N" for bit in range(4))

    model = OptionForm(
        options={"west": ["strike", "blockade"], "east": ["withdraw", "escalate"]},
        infeasible=["--YY"],
        rankings={"west": [state(n) for n in US_BEST_FIRST], "east": [state(n) for n in USSR_BEST_FIRST]},
    ).graph_model()
    assert stable_states(model, "west", NASH) == {state(4), state(2), state(11)}
    assert stable_states(model, "east", NASH) == {state(0), state(5), state(6), state(7)}
    assert equilibria(model, NASH) == set()
    assert answers(model, "west", state(6), SEQ) == {state(4): state(0)}
    assert state(6) in equilibria(model, SEQ)
