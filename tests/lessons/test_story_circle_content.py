"""What lesson 03 is made of: every utterance and question has its reasons, and every sentence is short enough."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from dastarkhan.content.story_circle.by_oneself import story
from dastarkhan.content.story_circle.circle import hard_moments, rungs
from dastarkhan.content.story_circle.practice import EXAMPLE_DEBATE, EXAMPLE_DIALOGUE
from dastarkhan.content.story_circle.questions import narrow_questions
from dastarkhan.content.story_circle.utterances import ORDER, utterances
from dastarkhan.content.story_circle.ways_of_talking import KINDS, differences
from dastarkhan.languages import words

FOLDER = Path(__file__).parents[2] / "dastarkhan" / "content" / "story_circle"
SENTENCE = re.compile(r"(?<=[.!?:])[”\"]?\s+")


@pytest.fixture
def say():
    return words("en", "lesson_03")


def test_there_are_twenty_utterances_of_all_kinds(say):
    scenes = utterances(say)
    assert len(scenes) == len(set(ORDER)) == 20
    assert Counter(one.kind for one in scenes) == {"dialogue": 7, "debate": 6, "negotiation": 4, "mediation": 3}


def test_every_place_of_the_day_is_there(say):
    places = Counter(one.key.partition("_")[0] for one in utterances(say))
    assert set(places) == {"wedding", "chat", "bazaar", "canal", "queue", "road"}
    assert min(places.values()) >= 3


def test_four_differences_say_something_of_each_way(say):
    found = differences(say)
    assert len(found) == 4
    assert all(tuple(one.answers) == KINDS and len(set(one.answers.values())) == 4 for one in found)


def test_narrow_questions_have_one_best_way_that_does_not_always_stand_first(say):
    found = narrow_questions(say)
    assert len(found) == 6
    assert all([way.key for way in one.ways] == ["a", "b", "c"] and one.best in "abc" for one in found)
    assert len({one.best for one in found}) == 3


def test_the_ladder_is_light_and_gives_three_minutes_to_a_story(say):
    assert [(one.key, one.seconds) for one in rungs(say)] == [("name", 60), ("guest", 180), ("different", 180)]
    named = {"tears", "disclosure", "debate", "silence", "language", "late", "phone"}
    assert {one.key for one in hard_moments(say)} == named


def test_the_story_takes_about_three_minutes_aloud(say):
    assert 240 <= sum(len(part.split()) for part in story(say)) <= 330


def test_the_example_leaves_somebody_silent_in_debate_only():
    assert set("ABCDEF") - set(EXAMPLE_DEBATE) == {"E", "F"}
    assert set(EXAMPLE_DIALOGUE) == set("ABCDEF")
    for talk in (EXAMPLE_DEBATE, EXAMPLE_DIALOGUE):
        assert all(one != other for one, other in pairwise(talk))


def _sentences():
    for path in sorted(FOLDER.glob("*.py")):
        text = re.sub(r'"\n\s+"', "", path.read_text("utf-8"))
        for found in re.findall(r'_\(\s*"([^"]+)"\s*\)', text):
            yield from ((path.name, one) for one in SENTENCE.split(found))


def test_no_sentence_has_more_than_twenty_words():
    read = list(_sentences())
    assert len(read) > 200  # a reader that finds nothing fails
    assert [one for one in read if len(one[1].split()) > 20] == []
