"""What a programme's lessons need, taken together: each thing is said once, with the lessons that need it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dastarkhan.guides.programmes import Programme
from dastarkhan.languages import Words

WHEN = ("A week before", "A day before", "An hour before")
"""What a text of `preparation` begins with in English, before a colon; any other begins nothing and comes last."""
_SENTENCE = re.compile(r".+?[.!?؟…](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Sentences in the language of the page, and the lessons that need them."""

    text: str
    lessons: tuple[str, ...]


Need = tuple[Part, ...]
"""One thing: its first sentence, and what some lessons add to it."""


def preparation(programme: Programme, _: Words) -> tuple[tuple[Need, ...], ...]:
    """Give what to prepare at each time of `WHEN`, and last what has no such time.

    What one lesson asks for a week before and another a day before, stands a week before.

    Parameters
    ----------
    programme : Programme
    _ : Words
        That asks the catalogs of the guides too.
    """
    items = [
        _item(lesson, *_timed(english, _.marked(english, context="preparation")))
        for lesson, guide in programme.guides.items()
        for english in guide.preparation
    ]
    merged = _merge(items)
    return tuple(tuple(one.need() for one in merged if one.time == time) for time in range(len(WHEN) + 1))


def bring(programme: Programme, kind: str, _: Words) -> tuple[Need, ...]:
    """Give what to bring; `kind` is ``"paper"``, ``"device"`` or ``"none"``, and `_` as in `preparation`."""
    items = [
        _item(lesson, 0, english, _.marked(english, context=f"materials.{kind}"))
        for lesson, guide in programme.guides.items()
        for english in getattr(guide.materials, kind)
    ]
    return tuple(one.need() for one in _merge(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A text of one guide: its time, and its sentences in English and in the language of the page."""

    lesson: str
    time: int
    sentences: tuple[tuple[str, str], ...]


@dataclass(slots=True, kw_only=True)
class _Merged:
    """Texts that begin with the same sentence: each sentence in both languages, with its lessons."""

    time: int
    sentences: dict[str, str] = field(default_factory=dict)
    lessons: dict[str, list[str]] = field(default_factory=dict)

    def need(self) -> Need:
        return tuple(_joined((self.sentences[one], tuple(self.lessons[one])) for one in self.sentences))

    def add(self, lesson: str, sentence: str, said: str) -> None:
        self.sentences.setdefault(sentence, said)
        self.lessons.setdefault(sentence, [])
        if lesson not in self.lessons[sentence]:
            self.lessons[sentence].append(lesson)


def _merge(items: Iterable[_Item]) -> Sequence[_Merged]:
    """Put texts together that begin alike; a sentence with which another text begins goes to that one."""
    items = tuple(items)
    merged = {item.sentences[0][0]: _Merged(time=item.time) for item in items}
    for item in items:
        first = item.sentences[0][0]
        for sentence, said in item.sentences:
            one = merged.get(sentence, merged[first])
            one.time = min(one.time, item.time)
            one.add(item.lesson, sentence, said)
    return tuple(merged.values())


def _item(lesson: str, time: int, english: str, told: str) -> _Item:
    """Pair sentences with their translations; what a translator wrote more stays with the last one."""
    ours, theirs = _sentences(english), _sentences(told)
    if len(theirs) < len(ours):
        return _Item(lesson=lesson, time=time, sentences=((english, told),))
    last = len(ours) - 1
    said = (*theirs[:last], " ".join(theirs[last:]))
    return _Item(lesson=lesson, time=time, sentences=tuple(zip(ours, said, strict=True)))


def _sentences(text: str) -> tuple[str, ...]:
    found = tuple(one.strip() for one in _SENTENCE.findall(text))
    return found if " ".join(found) == text else (text,)


def _timed(english: str, told: str) -> tuple[int, str, str]:
    """Take the time off a text of `preparation`, in both languages."""
    begins, colon, rest = english.partition(": ")
    if not colon or begins not in WHEN:
        return len(WHEN), english, told
    said = told.partition(":")[2].strip() or told
    return WHEN.index(begins), _capital(rest), _capital(said)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _joined(sentences: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Part]:
    """Put neighbours of the same lessons together."""
    text, last = "", tuple[str, ...]()
    for said, lessons in sentences:
        if text and lessons != last:
            yield Part(text=text, lessons=last)
            text = ""
        text, last = f"{text} {said}".strip(), lessons
    yield Part(text=text, lessons=last)
