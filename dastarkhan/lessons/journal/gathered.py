"""What a person has done and written in every lesson, read from their own files; no lesson is opened for it."""

from dataclasses import dataclass

from dastarkhan.languages import words
from dastarkhan.lessons.journal.written import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One text of the person.

    Attributes
    ----------
    key : str
        Its name in the journal's saved work.
    written : Written
    """

    key: str
    written: Written


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
    found = (_chapter(slug, language) for slug in slugs)
    return tuple(one for one in found if one.done or one.pieces)


def _chapter(slug: str, language: str) -> Chapter:
    from dastarkhan.lessons.lesson import Lesson

    visit = Lesson(slug, language)
    entries, guide = visit.progress.read(), words(language, f"guide_{visit.number}")
    pieces = []
    for key in visit.keys:
        for place in sorted(name for name in entries if name.partition(".")[0] == key):
            texts = visit.kind(key).written(visit, entries[place].state)
            pieces += [Piece(key=f"{slug}/{place}/{n}", written=text) for n, text in enumerate(texts)]
    return Chapter(
        slug=slug,
        title=guide.marked(visit.guide.title, context="title"),
        outcomes=tuple(guide.marked(one.text, context="outcomes.text") for one in visit.guide.outcomes),
        done=sum(
            any(entry.done for name, entry in entries.items() if name.partition(".")[0] == key) for key in visit.keys
        ),
        total=len(visit.keys),
        pieces=tuple(pieces),
    )
