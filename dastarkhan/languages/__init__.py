"""Words for people: the eight languages, their catalogs, numbers and dates.

Importing this package reads no file and loads neither Babel, polib nor markdown-it.

Examples
--------
>>> from dastarkhan.languages import words
>>> _ = words("en", "lesson_11")
>>> _("{n} of {total}", n=3, total=6)
'3 of 6'
"""

from dastarkhan.languages.lookup import Words, mark, say, words
from dastarkhan.languages.registry import LANGUAGES, Language, environment_language, language

__all__ = ["LANGUAGES", "Language", "Words", "environment_language", "language", "mark", "say", "words"]
