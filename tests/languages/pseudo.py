"""A language that nobody speaks: complete, right to left, a third longer, without one Latin letter.

Whatever Latin letters are left on a page in this language were never given to a translator.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import polib

from dastarkhan.guides.building import texts as guide_texts
from dastarkhan.languages.building import texts
from dastarkhan.languages.html_text import SHOWN_ATTRIBUTE
from dastarkhan.languages.paths import House, own_house
from dastarkhan.languages.po_files import forced_header
from dastarkhan.languages.registry import LANGUAGES
from dastarkhan.languages.templates import gather, po_entry

LETTERS = {
    "prs": dict(zip("abcdefghijklmnopqrstuvwxyz", "ابچدیفگهیجکلمنوپقرستوووخیز", strict=True)),
    "kk": dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгһійклмнопқрстұвүхыз", strict=True)),
    "ky": dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопөрстувүңыз", strict=True)),
}
FILLER = {"prs": "آب", "kk": "өз", "ky": "өз"}
LONGER = 0.3

KEPT = re.compile(
    r"```.*?```|`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$|</?[a-zA-Z][^<>]*>|<https?://[^>]*>|&#?\w+;|https?://[^\s)>]+|"
    r"\]\([^)\s]*|\]\[[^\]]*\]|\[\^\w+\]|\{[^{}]*\}|%\(\w+\)[-#0 +]*\d*(?:\.\d+)?[sdfr]|\\.",
    re.DOTALL,
)
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*")


def pseudo(text: str, lang: str = "prs") -> str:
    """Write a text in the pseudo-language; placeholders, marks, code, formulas and addresses stay.

    >>> pseudo("Open {n} gates")
    'وپین {n} گاتیس آب آب'
    """
    pieces, last = [], 0
    for kept in KEPT.finditer(text):
        pieces.append(_letters(text[last : kept.start()], lang))
        pieces.append(SHOWN_ATTRIBUTE.sub(lambda shown: _attribute(shown, lang), kept.group()))
        last = kept.end()
    pieces.append(_letters(text[last:], lang))
    extra = -(-int(len(text) * LONGER) // (len(FILLER[lang]) + 1))
    return "".join(pieces) + f" {FILLER[lang]}" * extra


def _letters(text: str, lang: str) -> str:
    text = text.replace("\u02bb", "")
    plain = "".join(unicodedata.normalize("NFD", letter)[0] if letter.isalpha() else letter for letter in text)
    return plain.lower().translate(str.maketrans(LETTERS[lang]))


def _attribute(shown: re.Match[str], lang: str) -> str:
    return shown.group().replace(shown.group(1), _letters(shown.group(1), lang))


def make_pseudo(folder: Path, lang: str = "prs", house: House | None = None) -> None:
    """Write complete catalogs into a folder for ``DASTARKHAN_LOCALES``.

    Parameters
    ----------
    folder : Path
        Gets ``<lang>/<domain>.po`` for every domain of the kit, from the sources as they are now.
    lang : str
        Which language to pretend to be: ``"prs"`` (right to left), ``"kk"`` or ``"ky"`` (Cyrillic).
    house : House, optional
        The kit, when it is not the running one.
    """
    (folder / lang).mkdir(parents=True, exist_ok=True)
    for domain, entries in gather(house or own_house()).items():
        catalog = polib.POFile(wrapwidth=0)
        catalog.metadata = forced_header(LANGUAGES[lang])
        for one in entries:
            entry = po_entry(one)
            if entry.msgid_plural:
                forms = [entry.msgid] + [entry.msgid_plural] * (LANGUAGES[lang].n_plurals - 1)
                entry.msgstr_plural = {index: pseudo(form, lang) for index, form in enumerate(forms)}
            else:
                entry.msgstr = pseudo(entry.msgid, lang)
            catalog.append(entry)
        catalog.save(str(folder / lang / f"{domain}.po"))


def make_pseudo_lessons(folder: Path, target: Path, lang: str = "prs") -> tuple[Path, ...]:
    """Write the lessons and guides in the pseudo-language under ``target``, as they would stand in the kit.

    ``folder`` holds what `make_pseudo` wrote. Gives the files written.
    """
    house, written = own_house(), []
    language = LANGUAGES[lang]
    for path, text in (*texts(house, language, folder), *guide_texts(house, language, folder)):
        place = target / path.relative_to(house.root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
        written.append(place)
    return tuple(written)


def untranslated(text: str, allow: Iterable[str] = ()) -> list[str]:
    """Give the Latin words left in a text of a page, without those that may stay.

    >>> untranslated("ازاد Hint 12 km", allow=["km"])
    ['Hint']
    """
    allowed = {word.lower() for phrase in allow for word in LATIN_WORD.findall(phrase)}
    return [word for word in LATIN_WORD.findall(text) if word.lower() not in allowed]
