"""Rules of content: what a guide says, to whom, and in which order."""

import re
from collections.abc import Iterator
from datetime import date

from dastarkhan.guides.looking import Found, Look, other_count, out_of_range, twice
from dastarkhan.guides.vocabulary import Stage

MOST_WORDS = 20
"""Words in one sentence that is said aloud, so that an interpreter can follow."""
OUTCOMES, KEY_POINTS, LEVELS = 3, 3, 4
VAGUE = re.compile(r"\bunderstand\w*|^(?:know|learn|appreciate|be aware)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?؟]+")
ADDRESS = re.compile(r"https?://\S+\.\S+")


def outcomes(look: Look) -> Iterator[Found]:
    """Three outcomes that can be seen; "understand" cannot."""
    yield from other_count("outcomes", look.guide.outcomes, OUTCOMES)
    for number, one in enumerate(look.guide.outcomes, start=1):
        if look.language == "en" and (vague := VAGUE.search(one.text)):
            key = f"outcomes[{number}].text"
            yield Found(code="guide.vague_verb", key=key, value=vague.group(), allowed="show, write, name, ask")


def key_points(look: Look) -> Iterator[Found]:
    """Three things to keep."""
    yield from other_count("key_points", look.guide.key_points, KEY_POINTS)


def said_aloud(look: Look) -> Iterator[tuple[str, str]]:
    """Give every text that is said aloud, with its key."""
    for number, step in enumerate(look.guide.steps, start=1):
        yield f"steps[{number}].say", step.say
    for number, card in enumerate(look.guide.common_problems, start=1):
        yield f"common_problems[{number}].say", card.say


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Give sentences with too many words, and how many they have.

    Examples
    --------
    >>> list(long_sentences("Short. " + "word " * 21 + "."))[0][1]
    21
    """
    for sentence in SENTENCE.findall(text):
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        if len(words) > MOST_WORDS:
            yield " ".join(words[:6]), len(words)


def say_lines(look: Look) -> Iterator[Found]:
    """Nothing that is said aloud has a long sentence."""
    for key, text in said_aloud(look):
        for begins, length in long_sentences(text):
            more = {"begins": begins}
            yield Found(code="guide.long_sentence", key=key, value=length, allowed=MOST_WORDS, more=more)


def levels(look: Look) -> Iterator[Found]:
    """Complexity, emotional load and levels of the evaluation go from 1 to 4."""
    guide = look.guide
    yield from out_of_range("complexity", guide.complexity, 1, LEVELS)
    yield from out_of_range("emotional_load", guide.emotional_load, 1, LEVELS)
    for number, item in enumerate(guide.evaluation_items, start=1):
        yield from out_of_range(f"evaluation_items[{number}].level", item.level, 1, LEVELS)


def group(look: Look) -> Iterator[Found]:
    """Smallest, ideal and largest stand in this order."""
    guide = look.guide
    for key, one in (("group", guide.group), ("group.table_size", guide.group.table_size)):
        yield from out_of_range(f"{key}.min", one.min, 1)
        yield from out_of_range(f"{key}.ideal", one.ideal, one.min, max(one.max, one.min))
        yield from out_of_range(f"{key}.max", one.max, one.min)


def check_questions(look: Look) -> Iterator[Found]:
    """The right answer is one of at least two choices."""
    for number, one in enumerate(look.guide.check_questions, start=1):
        key = f"check_questions[{number}]"
        yield from out_of_range(f"{key}.choices", len(one.choices), 2)
        if one.correct not in one.choices:
            allowed = ", ".join(one.choices)
            yield Found(code="guide.unknown_name", key=f"{key}.correct", value=one.correct, allowed=allowed)


def debrief(look: Look) -> Iterator[Found]:
    """Feelings, what happened, what was learned, where at home: each is there, and in this order."""
    order = list(Stage)
    reached = 0
    for number, one in enumerate(look.guide.debrief, start=1):
        if order.index(one.stage) < reached:
            key = f"debrief[{number}].stage"
            yield Found(code="guide.debrief_order", key=key, value=str(one.stage), allowed=", ".join(order))
        reached = max(reached, order.index(one.stage))
    for stage in order:
        if stage not in {one.stage for one in look.guide.debrief}:
            yield Found(code="guide.no_stage", key="debrief", value=str(stage), allowed=", ".join(order))


def cards(look: Look) -> Iterator[Found]:
    """Cards have names of their own."""
    yield from twice("common_problems", (card.id for card in look.guide.common_problems))


def energiser(look: Look) -> Iterator[Found]:
    """It leaves nobody out."""
    one = look.guide.energiser
    yield from out_of_range("energiser.minutes", one.minutes, 1)
    for name in ("seats_ok", "touch_free", "gender_neutral", "phone_ok"):
        if not getattr(one, name):
            yield Found(code="guide.leaves_out", key=f"energiser.{name}", value="false", allowed="true")


def contact(look: Look) -> Iterator[Found]:
    """Nobody's name or number stands in the file."""
    slot = look.guide.safeguarding_contact_slot
    for name in ("name", "telephone", "hours"):
        if getattr(slot, name):
            key = f"safeguarding_contact_slot.{name}"
            yield Found(code="guide.contact_filled", key=key, value=getattr(slot, name), allowed="''")


def sources(look: Look) -> Iterator[Found]:
    """Sources have an address, changes have a day."""
    for number, one in enumerate(look.guide.sources, start=1):
        if not ADDRESS.fullmatch(one.url):
            yield Found(code="guide.bad_address", key=f"sources[{number}].url", value=one.url, allowed="https://...")
    for number, change in enumerate(look.guide.changelog, start=1):
        try:
            date.fromisoformat(change.date)
        except ValueError:
            key = f"changelog[{number}].date"
            yield Found(code="guide.bad_day", key=key, value=change.date, allowed="'2026-11-23'")


RULES = (
    outcomes, key_points, say_lines, levels, group, check_questions, debrief, cards, energiser, contact, sources,
)  # fmt: skip
