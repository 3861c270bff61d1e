"""What a person has done and written in every lesson, read from their own files; no lesson is opened for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from dastarkhan.guides import read_guide
from dastarkhan.languages import words
from dastarkhan.lessons.journal.written import Written
from dastarkhan.lessons.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One text of the person.

    Attributes
    ----------
    keys : tuple of str
        Its names in the journal's saved work: by its place, and by its words. So a text that was left out stays out,
        whether it is changed or moves to another place.
    written : Written
    """

    keys: tuple[str, str]
    written: Written

    def in_portfolio(self, chosen: Mapping[str, Sequence[str]]) -> bool:
        """Whether it stands in the portfolio; `chosen` as `clean_portfolio` gives it."""
        names = chosen["taken_in"] if self.written.nameless else chosen["left_out"]
        return any(key in names for key in self.keys) is self.written.nameless


def clean_portfolio(saved: Mapping[str, Any]) -> dict[str, list[str]]:
    """Names of texts that stay out of the portfolio, and of nameless ones that stand in it; none is forgotten."""
    found = {name: saved.get(name) for name in ("left_out", "taken_in")}
    return {
        name: sorted({one for one in names if isinstance(one, str)}) if isinstance(names, list) else []
        for name, names in found.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One lesson.

    Attributes
    ----------
    slug, title : str
    outcomes : tuple of str
        What its guide says that people can do afterwards.
    done, total : int
        Activities that were brought to an end, and how many there are.
    pieces : tuple of Piece
        In the order of the page.
    """

    slug: str
    title: str
    outcomes: tuple[str, ...]
    done: int
    total: int
    pieces: tuple[Piece, ...]


def chapters(language: str) -> tuple[Chapter, ...]:
    """Give every numbered lesson in which the person has done something."""
    from dastarkhan.lessons.lesson import FOLDERS

    slugs = sorted(slug for slug, folder in FOLDERS.items() if slug[:1].isdigit() and folder != "rehearsal")
    found = (_chapter(slug, language) for slug in slugs if Progress(slug).read())
    return tuple(one for one in found if one.done or one.pieces)


@lru_cache(maxsize=64)
def _guide_words(number: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Title and outcomes; read once, since the journal asks often and a guide takes a tenth of a second."""
    guide, _ = read_guide(number), words(language, f"guide_{number}")
    return _.marked(guide.title, context="title"), tuple(
        _.marked(one.text, context="outcomes.text") for one in guide.outcomes
    )


def _piece(place: str, text: Written) -> Piece:
    mark = sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Piece(keys=(place, f"words/{mark}"), written=text)


def _chapter(slug: str, language: str) -> Chapter:
    from dastarkhan.lessons.lesson import Lesson

    visit = Lesson(slug, language)
    entries, (title, outcomes) = visit.progress.read(), _guide_words(visit.number, language)
    pieces = []
    for key in visit.keys:
        for place in sorted(name for name in entries if name.partition(".")[0] == key):
            texts = visit.kind(key).written(visit, entries[place].state)
            pieces += [_piece(f"{slug}/{place}/{text.key or n}", text) for n, text in enumerate(texts)]
    return Chapter(
        slug=slug,
        title=title,
        outcomes=outcomes,
        done=sum(
            any(entry.done for name, entry in entries.items() if name.partition(".")[0] == key) for key in visit.keys
        ),
        total=len(visit.keys),
        pieces=tuple(pieces),
    )
