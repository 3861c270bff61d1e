"""Lessons that wait for a language: their English stands, and their guide does not name the language yet."""

import re
from collections.abc import Iterator

from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import Language

_VERSIONS = re.compile(r"^language_versions:\s*\[([^\]]*)\]", re.MULTILINE)


def waiting(house: House, language: Language) -> frozenset[str]:
    """Give the domains of lessons and guides that are not in a language yet.

    Whoever begins to translate a lesson adds the language to ``language_versions`` of its guide.

    Examples
    --------
    >>> from dastarkhan.languages import LANGUAGES
    >>> from dastarkhan.languages.paths import own_house
    >>> "lesson_11" in waiting(own_house(), LANGUAGES["kk"])
    False
    """
    return frozenset(_waiting(house, language))


def _waiting(house: House, language: Language) -> Iterator[str]:
    for path in house.guide_texts():
        found = _VERSIONS.search(path.read_text(encoding="utf-8"))
        versions = [one.strip() for one in found[1].split(",")] if found else []
        if found and language.code not in versions:
            number = path.stem.partition("_")[0]
            yield f"guide_{number}"
            if number.isdigit():  # a tool such as the debrief was there, and spoke more languages, before its guide
                yield f"lesson_{number}"
