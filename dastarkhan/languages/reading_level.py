"""How hard a text is to read: words a sentence, and how many of its words are long.

LIX is the sum of both numbers (C. H. Björnsson, Readability of newspapers in 11 languages, Reading Research Quarterly
18(4), 1983, 480-497, https://doi.org/10.2307/747382). It counts letters and not syllables, so it serves several
scripts. Languages differ in how long their words are: a number means something beside newspapers in the same one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dastarkhan.languages import po_files
from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import Language

LONG = 6
"""A word is long when it has more letters."""
NEWSPAPERS: Mapping[str, int] = MappingProxyType({"en": 52, "ru": 65})
"""LIX of normal newspapers in the same study, for those of our languages that it has."""

_MARKUP = re.compile(r"`[^`]*`|<[^>]*>|\]\([^)]*\)|[*_`#>\[\]“”«»\"()]|https?://\S+")
_END = re.compile(r"[.!?…]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’\u200c-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLevel:
    """What was counted.

    Attributes
    ----------
    n_sentences, n_words, n_long : int
        Sentences, words, and words of more than `LONG` letters.
    """

    n_sentences: int
    n_words: int
    n_long: int

    @property
    def words_a_sentence(self) -> float:
        """Mean length of a sentence in words."""
        return self.n_words / self.n_sentences

    @property
    def long_percent(self) -> float:
        """How many of a hundred words are long."""
        return 100 * self.n_long / self.n_words

    @property
    def lix(self) -> float:
        """Both together: the higher, the harder."""
        return self.words_a_sentence + self.long_percent


def reading_level(texts: Iterable[str]) -> ReadingLevel | None:
    """Count all whole sentences; names, labels and buttons without an end mark are left out.

    Returns
    -------
    ReadingLevel or None
        None where there is no whole sentence.

    Examples
    --------
    >>> found = reading_level(["The river is **loud** here.", "Go on", "And what is *clear* to her, she understands."])
    >>> found.n_sentences, found.n_words, found.n_long
    (2, 13, 1)
    >>> round(found.lix, 1)
    14.2
    """
    sentences = [one for text in texts for one in _sentences(text)]
    words = [word for one in sentences for word in _WORD.findall(one)]
    if not words:
        return None
    long = sum(sum(letter.isalpha() for letter in word) > LONG for word in words)
    return ReadingLevel(n_sentences=len(sentences), n_words=len(words), n_long=long)


def _sentences(text: str) -> list[str]:
    bare, found, start = _MARKUP.sub(" ", text), [], 0
    for end in _END.finditer(bare):
        found.append(bare[start : end.end()])
        start = end.end()
    return [one for one in found if _WORD.search(one)]


def levels(house: House, language: Language) -> Iterator[tuple[str, ReadingLevel]]:
    """Give the level of every template (English) or catalog (any other language), with its name."""
    english = language.code == "en"
    for path in sorted(
        (house.locales / ("templates" if english else language.code)).glob("*.po" if not english else "*.pot")
    ):
        entries = (entry for entry in po_files.read(path) if not entry.obsolete)
        found = reading_level(entry.msgid if english else entry.msgstr for entry in entries)
        if found is not None:
            yield path.stem, found
