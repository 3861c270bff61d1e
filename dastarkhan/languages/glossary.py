"""The words of the field that a translation should use: found in an English text, looked for by their stems."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from dastarkhan.languages.registry import Language
from dastarkhan.languages.spelling import prose
from simulations.errors import KitError

_WORD = re.compile("[^\\W\\d_]+(?:[\u02bb\u02bc\u200c\u0300-\u036f\u064b-\u0655\u0670]+[^\\W\\d_]*)*")
# Sounds that change when an ending follows (тарап, тарабы), and letters that are written in two ways.
_SAME = str.maketrans("қғгбёйqgbdjيكۀأإآ", "кккпеикkptçیکهااا")
_BETWEEN = re.compile("[\u200c\u02bb\u02bc\u0300-\u036f\u064b-\u0655\u0670]")
_JOINED = "ARABIC"  # the script whose compounds are written apart, together or with a thin joint
_GENERIC = 3  # a word that so many names share says "country", and tells nothing apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: its key, its English, whether it is a name, and its word in one language."""

    key: str
    english: str
    word: str
    is_name: bool


@dataclass(frozen=True)
class Glossary:
    """The terms of one language, the longest English first.

    Parameters
    ----------
    terms : tuple of Term
        As in ``locales/glossary.toml``.
    language : Language
        Whose words they hold.
    """

    terms: tuple[Term, ...]
    language: Language

    def faults(self, source: str, translation: str) -> Iterator[tuple[KitError, bool]]:
        """Give each term of the English text whose word the translation lacks, and whether that is grave (names)."""
        shown = prose(translation)
        words = frozenset(_plain(word) for word in _WORD.findall(shown))
        joined = "".join(_plain(word) for word in _WORD.findall(shown)) if self.language.script == _JOINED else ""
        for term in self.said(source):
            wanted = self._telling(term)
            held = sum(_held(stems(word), words, joined) for word in wanted)
            if held < (len(wanted) if term.is_name else (len(wanted) + 1) // 2):  # "wetland" may be said shorter later
                code = "languages.name_lost" if term.is_name else "languages.glossary_word"
                yield KitError(code, term=term.english, allowed=term.word), term.is_name and _surely(term, source)

    def said(self, source: str) -> Iterator[Term]:
        """Give the terms that an English text holds; a word that belongs to a longer term counts for that one."""
        if self.terms:
            found = {match.lastgroup for match in self._pattern.finditer(prose(source))}
            yield from (term for term in self.terms if term.key in found)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        taken = {term.english for term in self.terms} | {term.english.lower() for term in self.terms}
        return re.compile("|".join(f"(?P<{term.key}>{_english(term, taken)})" for term in self.terms))

    @cached_property
    def _generic(self) -> frozenset[str]:
        counted = Counter(word for term in self.terms if term.is_name for word in set(_words(term.word)))
        return frozenset(word for word, times in counted.items() if times >= _GENERIC)

    def _telling(self, term: Term) -> list[str]:
        words = _words(term.word)
        return [word for word in words if not term.is_name or word not in self._generic] or words


def _english(term: Term, taken: set[str]) -> str:
    """Pattern of an English term, its plural included unless that is a term of its own (spring, Springs)."""
    exact = term.is_name or term.english[0].isupper()
    text = re.escape(term.english)
    plural = term.english[:-1] + "ies" if term.english.endswith("y") else term.english + "s"
    if not exact and plural not in taken and plural.capitalize() not in taken:
        text = f"(?:{text}(?:e?s)?|{re.escape(plural)})"
    return rf"(?<![\w-]){text if exact else f'(?i:{text})'}(?![\w-])"


def _surely(term: Term, source: str) -> bool:
    """Whether a capital letter makes a name: not where every sentence begins with one (Reeds, fish and birds)."""
    name = re.escape(term.english)
    return source.strip() == term.english or re.search(rf"(?<=[\w,;] ){name}(?![\w-])", source) is not None


def _words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text)]


def _plain(word: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFC", word).lower()).translate(_SAME)


def stems(word: str) -> frozenset[str]:
    """Beginnings by which a word is known again when it has endings.

    Examples
    --------
    >>> sorted(stems("келишим")), sorted(stems("орун"))
    (['келиш'], ['орн', 'ору'])
    """
    length = len(word)
    if length <= 3:
        return frozenset([word[: max(2, length - (word[-1] in "аеиоуыэюяьəі"))]])
    kept = length - 1 if length <= 5 else max(length - 2, 4) if length <= 8 else int(length * 0.7)
    return frozenset([word[:kept], word[:-2] + word[-1]] if length <= 5 else [word[:kept]])


def _held(beginnings: Iterable[str], words: Iterable[str], joined: str) -> bool:
    return any(one in joined or any(word.startswith(one) for word in words) for one in beginnings)


@cache
def glossary(path: Path, language: Language) -> Glossary:
    """Read the words of one language; empty when there is no such file.

    Parameters
    ----------
    path : Path
        ``locales/glossary.toml``.
    language : Language
        Not English.
    """
    if not path.exists():
        return Glossary((), language)
    whole = tomllib.loads(path.read_text(encoding="utf-8"))
    apart = frozenset(whole.get("also_otherwise", ()))
    terms = [
        Term(key=key, english=term["en"], word=term[language.code], is_name=key.startswith("name_"))
        for key, term in whole["terms"].items()
        if term["en"] not in apart
    ]
    return Glossary(tuple(sorted(terms, key=lambda term: (-len(term.english), term.key))), language)
