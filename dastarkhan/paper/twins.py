"""Which lessons have a pack of their own on paper, and where it is; read without opening any of them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from dastarkhan.languages import Words
    from dastarkhan.paper.lesson_room import LessonRoom
    from dastarkhan.paper.page import Page

TWINS = (
    "00_welcome",
    "01_who_am_i",
    "02_reading_each_other",
    "03_story_circle",
    "04_leading",
    "06_conflict_analysis",
    "07_escalation",
    "08_negotiation",
)
"""Lessons whose own pages are in ``pages_<lesson>.py``."""


class Twin(Protocol):
    """A lesson on paper: a module of its own."""

    def pages(self, room: "LessonRoom", /) -> "Iterator[Page]":
        """Give all pages, in the order of the lesson."""

    def part_words(self, _: "Words", /) -> Mapping[str, tuple[str, str]]:
        """Return what each part is called, and what it is for."""


def lesson_named(name: str) -> str | None:
    """Return the lesson that a name or a number means; None when no lesson has a pack under it.

    Examples
    --------
    >>> lesson_named("00"), lesson_named("00_welcome"), lesson_named("ayna")
    ('00_welcome', '00_welcome', None)
    """
    return next((slug for slug in TWINS if name in (slug, slug.partition("_")[0])), None)


def twin(slug: str) -> Twin:
    """Open the module of a lesson of `TWINS`."""
    return cast(Twin, import_module(f"dastarkhan.paper.pages_{slug.partition('_')[2]}"))
