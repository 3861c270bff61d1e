"""What lesson 02 is made of: two equal banks, whole reasons, short sentences, numbers that are computed."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from dastarkhan.content.reading_each_other.giving_back import (
    echo_checks,
    echo_example,
    other_chair_asks,
    other_chair_checks,
    other_chair_example,
    told,
)
from dastarkhan.content.reading_each_other.line_messages import heard, line_messages
from dastarkhan.content.reading_each_other.moment_pieces import (
    FELT,
    HABIT,
    ME,
    MOMENT,
    SEEN,
    SIDES,
    TAKEN,
    Moment,
    reading_kinds,
    sentence_kinds,
)
from dastarkhan.content.reading_each_other.moments import FIRST, ORDER, moment_of, moments, sentences
from dastarkhan.content.reading_each_other.phone_line import (
    ADDED,
    CAUGHT,
    FITTED,
    LEFT_OUT,
    LINE,
    NEW_NUMBER,
    NUMBERS,
    RECEIVER,
    SENDER,
    SHARPER,
    SLIP,
    arrives,
    people_on_the_line,
    saying_back,
    ways_of_slipping,
    what_it_leaves_out,
)
from dastarkhan.content.reading_each_other.sayings import (
    BLAME,
    ROUNDABOUT,
    STRAIGHT,
    both_ways_checks,
    both_ways_examples,
    messages,
    saying_kinds,
    when_each_helps,
)
from dastarkhan.languages import Words, words

KIT = Path(__file__).parents[2]
FOLDER = KIT / "dastarkhan" / "content" / "reading_each_other"
GUIDES = (KIT / "facilitator_guides" / "en",)
SENTENCE = re.compile(r"(?<=[.!?:;])[”\"]?\s+")
TEXT = re.compile(r'_\(\s*"([^"]+)"\s*,?\s*\)')
GENERAL = re.compile(
    r"\b(culture|cultures|nation|nations|people of (?:Mill|Willow)|in (?:Mill|Willow) (?:they|one|people|we)"
    r"|religion|party|tribe|clan|ethnic|border)\b",
    re.IGNORECASE,
)
SPOKEN_OF_SELF = re.compile(r"\b(I|[Mm]y|[Mm]e|us|our|we)\b")


@pytest.fixture
def say() -> Words:
    return words("en", "lesson_02")


def _texts() -> list[tuple[str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        joined = re.sub(r'"\n\s+"', "", path.read_text("utf-8"))
        found += [(path.name, text) for text in TEXT.findall(joined)]
    return found


def test_there_are_sixteen_moments_and_both_banks_wonder_equally(say: Words) -> None:
    every = moments(say)
    assert len(every) == len(set(ORDER)) == 16
    assert Counter(one.reader for one in every) == dict.fromkeys(SIDES, 8)
    assert Counter(one.reader for one in every if one.key in FIRST) == dict.fromkeys(SIDES, 4)
    assert len({one.title for one in every}) == 16


def test_what_the_issue_asked_for_is_there() -> None:
    asked = {"silent_call", "full_plate", "late_answer", "joke", "handshake", "three_times"}
    assert asked <= set(ORDER)


def test_women_and_men_old_and_young_speak_on_both_banks(say: Words) -> None:
    for side in SIDES:
        voices = [getattr(one, side) for one in moments(say)]
        assert Counter(voice.woman for voice in voices) == {True: 8, False: 8}
        assert {voice.woman for voice in voices if voice.old} == {True, False}
        assert all(voice.who.endswith(f"of {side.title()}") for voice in voices)
        assert len({voice.who for voice in voices}) == 16


def test_each_moment_has_three_readings_one_of_each_kind(say: Words) -> None:
    kinds = [ME, MOMENT, HABIT]
    assert [one.key for one in reading_kinds(say)] == kinds
    assert all([reading.kind for reading in one.readings] == kinds for one in moments(say))


def _name(who: str) -> str:
    return who.rpartition(" of ")[0].split()[-1]


def _names_both(one: Moment) -> bool:
    return all(_name(voice.who) in one.text for voice in (one.mill, one.willow))


def test_a_moment_names_both_people_and_each_speaks_of_themselves(say: Words) -> None:
    every = moments(say)
    assert [one.key for one in every if not _names_both(one)] == []
    assert [one.key for one in every if not SPOKEN_OF_SELF.search(one.mill.says)] == []
    assert [one.key for one in every if not SPOKEN_OF_SELF.search(one.willow.says)] == []
    assert [one.key for one in every if not one.ask.startswith("“")] == []


def test_every_sentence_has_a_reason_for_every_kind(say: Words) -> None:
    kinds = {one.key for one in sentence_kinds(say)}
    every = sentences(say)
    assert len({one.key for one in every}) == 32
    assert all(set(one.why) == kinds == {SEEN, TAKEN, FELT} and one.kind in kinds for one in every)
    assert all(len(set(one.why.values())) == 3 for one in every)
    assert set(moment_of(say)) == {one.key for one in every}


def test_kinds_come_mixed_and_often_enough(say: Words) -> None:
    every = sentences(say)
    assert min(Counter(one.kind for one in every).values()) >= 9
    for some in (every[:8], every[:16], every[16:]):
        assert len({one.kind for one in some}) == 3
    runs = sum(one.kind == other.kind for one, other in pairwise(every))
    assert runs <= len(every) // 3


def test_a_feeling_in_disguise_is_among_them(say: Words) -> None:
    hidden = [one for one in sentences(say) if one.text.startswith("“I felt") and one.kind == TAKEN]
    honest = [one for one in sentences(say) if one.text.startswith("“I felt") and one.kind == FELT]
    assert len(hidden) >= 2
    assert honest  # so that "I felt" alone decides nothing


def test_no_text_speaks_of_a_whole_people() -> None:
    assert [one for one in _texts() if GENERAL.search(one[1])] == []


def test_messages_are_said_three_ways_in_changing_order(say: Words) -> None:
    ways = {STRAIGHT, ROUNDABOUT, BLAME}
    assert {one.key for one in saying_kinds(say)} == ways
    every = messages(say)
    assert len(every) == 6
    assert all({saying.kind for saying in one.sayings} == ways for one in every)
    assert {one.sayings[0].kind for one in every} == ways
    assert all(saying.gives and saying.costs for one in every for saying in one.sayings)
    helps = when_each_helps(say)
    assert {way: len(cases) for way, cases in helps.items()} == {STRAIGHT: 3, ROUNDABOUT: 3}
    assert len(both_ways_checks(say)) == 4
    assert set(both_ways_examples(say)) == {STRAIGHT, ROUNDABOUT}


def test_one_echo_fits_and_not_always_the_same_letter(say: Words) -> None:
    every = told(say)
    assert len(every) == 6
    assert all([echo.key for echo in one.echoes] == ["a", "b", "c"] for one in every)
    assert Counter(one.best for one in every) == {"a": 2, "b": 2, "c": 2}
    assert Counter("Mill" in one.where for one in every) == {True: 3, False: 3}
    assert len(echo_checks(say)) == 4
    assert len(echo_example(say)) == len(other_chair_checks(say)) == 3
    assert [key for key, _ask in other_chair_asks(say)] == list(other_chair_example(say))


def test_five_messages_have_five_pieces_with_two_slips(say: Words) -> None:
    every = line_messages(say)
    assert Counter(one.sender for one in every) == {"mill": 3, "willow": 2}
    for one in every:
        assert len({piece.key for piece in one.pieces}) == 5
        assert one.heart in {piece.key for piece in one.pieces}
        assert all(len(piece.slips) == 2 for piece in one.pieces)
        assert {slip.way for piece in one.pieces for slip in piece.slips} == {SHARPER, FITTED}
        assert len(one.added) == 2
    assert [one.key for one in ways_of_slipping(say)] == [LEFT_OUT, SHARPER, FITTED, ADDED]


def test_a_message_slips_step_by_step_until_a_piece_is_gone(say: Words) -> None:
    gate = line_messages(say)[0]
    said = [one.text for one in heard(gate, {})]
    assert said == [piece.says for piece in gate.pieces]
    texts = [heard(gate, {"turn": times})[1].text for times in range(5)]
    assert texts[:3] == [gate.pieces[1].says, *(slip.text for slip in gate.pieces[1].slips)]
    assert texts[3:] == [None, None]


def test_the_line_has_four_people_of_each_bank_half_of_them_women(say: Words) -> None:
    people = people_on_the_line(say)
    assert tuple(one.key for one in people) == LINE
    assert Counter((one.side, one.woman) for one in people) == {
        (side, woman): 2 for side in SIDES for woman in (True, False)
    }
    assert len(saying_back(say)) == 4
    assert len(what_it_leaves_out(say)) == 6


def test_the_ways_through_the_network_by_hand() -> None:
    web = nx.Graph(NUMBERS)
    assert nx.is_path(web, LINE)
    assert len(LINE) - 1 == 7
    assert nx.shortest_path_length(web, SENDER, RECEIVER) == 5
    web.add_edge(*NEW_NUMBER)
    assert nx.shortest_path_length(web, SENDER, RECEIVER) == 2


@pytest.mark.parametrize(
    ("passings", "plain", "back"),
    [(7, 0.85**7, 0.97**7), (5, 0.85**5, 0.97**5), (2, 0.85**2, 0.97**2)],
)
def test_what_arrives_and_what_the_guide_says_of_it(passings: int, plain: float, back: float) -> None:
    assert arrives(passings) == pytest.approx(plain)
    assert arrives(passings, caught=CAUGHT) == pytest.approx(back)
    path = next(path for folder in GUIDES if (path := folder / "02_reading_each_other.md").exists())
    row = next(line for line in path.read_text("utf-8").splitlines() if line.startswith(f"| {passings} times"))
    numbers = (f"{plain * 100:.0f} of 100", f"{back * 100:.0f} of 100", f"{plain * 5:.1f}", f"{back * 5:.1f}")
    assert [cell.strip() for cell in row.split("|")[2:-1]] == list(numbers)


def test_the_two_bags_of_the_guide_are_the_model() -> None:
    assert pytest.approx(3 / 20) == SLIP
    assert pytest.approx(1 - 2 / 10) == CAUGHT


def test_no_sentence_has_more_than_twenty_words() -> None:
    read = [(name, one) for name, text in _texts() for one in SENTENCE.split(text)]
    assert len(read) > 500  # a reader that finds nothing fails
    assert [one for one in read if len(one[1].split()) > 20] == []
