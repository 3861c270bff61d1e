"""Letters of a translation: the right script, the right alphabet, no look-alikes from another one."""

import re
import unicodedata
from collections.abc import Iterator

from dastarkhan.languages.registry import Language
from dastarkhan.languages.structure import PLACEHOLDER
from simulations.errors import KitError

# Names that stay in Latin letters in every language.
KEPT_NAMES = frozenset(
    ["python", "jupyter", "jupyterlab", "notebook", "binder", "github", "dastarkhan", "poedit", "csv", "json", "toml"]
)
_STRICT = frozenset({"prs", "uz"})
_NOT_PROSE = re.compile(
    r"```.*?```|`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$|</?[a-zA-Z][^<>]*>|&#?\w+;|https?://[^\s)>]+|(?<=\])\([^)\s]*\)|"
    r"(?<=\])\[[^\]]*\]|\[\^\w+\]|\{[^{}]*\}|(?<![\w-])--?[a-z][a-z-]+|\b[\w/.-]*[\w-]/[\w/.-]*|\b[\w-]+\.(?:py|md|toml|ipynb|po|pot)\b",
    re.DOTALL,
)
_WORD = re.compile("[^\\W\\d_]+(?:[\u200c\u0300-\u036f\u064b-\u0655\u0670]+[^\\W\\d_]*)*")
_UZBEK_QUOTE = re.compile(r"[oOgG]['’‘`´]")


def prose(text: str) -> str:
    """Give what is left of a text without code, mathematics, tags, addresses and placeholders.

    Examples
    --------
    >>> prose("Open `gate` {n} <b>now</b>").split()
    ['Open', 'now']
    """
    return PLACEHOLDER.sub(" ", _NOT_PROSE.sub(" ", text))


def spelling(source: str, translation: str, language: Language) -> Iterator[tuple[KitError, bool]]:
    """Look at every word of a translation; give each fault and whether it is grave."""
    if translation != unicodedata.normalize("NFC", translation):
        yield KitError("languages.not_nfc"), True
    shown = prose(translation)
    kept = KEPT_NAMES | {word.lower() for word in re.findall("[A-Za-z\u02bb\u02bc]+", source)}
    for word in dict.fromkeys(_WORD.findall(shown)):
        yield from _word(word, language, frozenset(kept))
    if language.code == "uz" and (wrong := _UZBEK_QUOTE.search(shown)):
        yield KitError("languages.uzbek_quote", letters=wrong.group()), True


def _word(word: str, language: Language, kept: frozenset[str]) -> Iterator[tuple[KitError, bool]]:
    scripts = {_script(letter) for letter in word if letter.isalpha() and letter not in "\u02bb\u02bc"}
    if len(scripts) > 1:
        yield KitError("languages.mixed_script", word=word), True
    elif word.lower() in kept or not scripts:
        return
    elif language.script not in scripts:
        yield KitError("languages.foreign_script", word=word, script=language.script.title()), False
    elif language.alphabet:
        strange = sorted({letter for letter in word.lower() if letter.isalpha()} - set(language.alphabet))
        if strange:
            grave = language.code in _STRICT
            yield KitError("languages.strange_letter", word=word, letters="".join(strange)), grave


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]
