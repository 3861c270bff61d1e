"""The game over a bad line, counted by hand: who answers what, where the pencil stands, what is said of it."""

import pytest

from dastarkhan.content.escalation.bad_line import messages
from dastarkhan.languages import words
from dastarkhan.lessons.escalation.line_game import N_TURNS, LineGame, Sent, first_turn, hard_after_garbled
from dastarkhan.lessons.escalation.line_told import all_messages, picture, what_happened

_ = words("en", "lesson_07")
GARBLED = (4, 5, 8, 11, 16)
"""Turns of the first game with slips 1, 2 or 3: drawn once from the seed, and held here."""


def whole(said: str, number: int = 1) -> LineGame:
    """A game of two people."""
    return LineGame(number=number, said=said, machine=None)


def test_slips_garble_calm_messages_only() -> None:
    calm, hard = whole("c" * N_TURNS).sent, whole("h" * N_TURNS).sent
    assert tuple(turn for turn, one in enumerate(calm, start=1) if one.garbled) == GARBLED
    assert all(one.garbled is (one.slip <= 3) for one in calm)
    assert not any(one.garbled for one in hard)


def test_the_pencil_follows_what_was_sent_between_one_and_nine() -> None:
    assert [one.after for one in whole("c" * N_TURNS).sent] == [1] * N_TURNS  # garbled or not
    assert [one.after for one in whole("h" * N_TURNS).sent] == [2, 3, 4, 5, 6, 7, 8, *[9] * 9]
    assert [one.after for one in whole("hhchcc").sent] == [2, 3, 2, 3, 2, 1]


def test_the_machine_answers_in_kind_what_it_heard() -> None:
    # Mill is calm eight times. Its turns 5 and 11 are garbled, so Willow's turns 6 and 12 are hard.
    sent = LineGame(number=1, said="c" * 8, machine="willow").sent
    assert [turn for turn, one in enumerate(sent, start=1) if one.word == "h"] == [6, 12]
    assert hard_after_garbled(sent) == 2
    assert all(one.side == ("mill", "willow")[n % 2] for n, one in enumerate(sent))
    # Against hard words it is hard from the first answer on.
    sent = LineGame(number=1, said="h" * 8, machine="willow").sent
    assert [one.word for one in sent] == ["h"] * N_TURNS


def test_in_the_second_game_the_other_side_begins_and_some_hard_words_pass() -> None:
    game = LineGame(number=2, said="h" * 8, machine="willow")
    assert game.way == "forgiving"
    assert game.sent[0].side == "willow"
    assert game.sent[0].word == "c"  # nothing hard was heard before
    answers = [one.word for one in game.sent if one.side == "willow"][1:]
    assert "c" in answers
    assert "h" in answers
    assert game.next_side is None


def test_a_person_who_is_second_reads_before_writing() -> None:
    game = LineGame(number=1, said="", machine="mill")
    assert [one.side for one in game.sent] == ["mill"]
    assert game.next_side == "willow"


def test_each_side_sends_each_message_once_and_both_never_the_same_in_a_round() -> None:
    sent = whole("c" * N_TURNS).sent
    for side in ("mill", "willow"):
        assert sorted(one.message for one in sent if one.side == side) == list(range(len(messages(_))))
    assert all(one.message != two.message for one, two in zip(sent[::2], sent[1::2], strict=True))


@pytest.mark.parametrize(
    ("said", "told", "not_told"),
    [
        (
            "c" * 16,
            [
                "5 of 16 calm messages arrived garbled.",
                "It turned first in round 2: a calm message was sent, and something else arrived.",
                "Nobody sent a hard one. What did that cost each of you?",
                "At the end the pencil stood on step 1: Views grow hard.",
            ],
            ["hard message answered"],
        ),
        (
            "cccch" + "c" * 11,
            ["4 of 15 calm messages arrived garbled.", "1 hard message answered a calm one"],
            ["Nobody sent a hard one."],
        ),
        (
            "cccchh" + "h" * 10,
            [
                "1 of 4 calm messages arrived garbled.",
                "At the end the pencil stood on step 9: Down together.",
            ],
            ["Nobody"],
        ),
        ("h" + "c" * 15, ["It turned first in round 1: a hard message, after nothing but calm ones."], []),
        ("ccc" + "h" * 13, ["0 of 3 calm messages arrived garbled.", "It turned first in round 2: a hard"], []),
        ("cccchcccccchcccc", ["2 hard messages answered calm ones", "4 of 14 calm messages"], []),
    ],
)
def test_what_is_said_of_a_game(said: str, told: list[str], not_told: list[str]) -> None:
    words_said = " ".join(what_happened(whole(said), _))
    assert [one for one in told if one not in words_said] == []
    assert [one for one in not_told if one in words_said] == []


def test_a_quiet_line_is_said_too() -> None:
    one = Sent(side="mill", round=1, message=0, word="c", slip=9, after=1)
    assert first_turn([one]) is None
    assert first_turn([one, Sent(side="willow", round=1, message=4, word="c", slip=2, after=1)]) is not None


def test_the_picture_says_every_turn() -> None:
    game = whole("cccchhccchccchcc")
    drawn = picture(game, _)
    assert drawn.count('class="dk-part') == N_TURNS
    assert "From step 1: 1, 1, 1, 1, 2, 3, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1." in drawn
    assert "Arrived: “Few chairs … Bring … your own.”" in all_messages(game, _)
