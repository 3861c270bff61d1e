"""Lesson 01, Who am I: own circles, what can be shared, invented people of two towns, sentences to sort."""

from dastarkhan.content.who_am_i.again import again_answers, again_ask
from dastarkhan.content.who_am_i.circles import Prompt, prompts
from dastarkhan.content.who_am_i.people import PEOPLE, Person, portraits
from dastarkhan.content.who_am_i.sentences import sentence_kinds, sentences
from dastarkhan.content.who_am_i.shared import SIDES, Topic, identities, side_names, topics

__all__ = [
    "PEOPLE",
    "SIDES",
    "Person",
    "Prompt",
    "Topic",
    "again_answers",
    "again_ask",
    "identities",
    "portraits",
    "prompts",
    "sentence_kinds",
    "sentences",
    "side_names",
    "topics",
]
