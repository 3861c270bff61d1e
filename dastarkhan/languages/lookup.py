"""Words in a chosen language: look up, fill in, count what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from dastarkhan.languages import figures
from dastarkhan.languages.catalogs import AbsentError, catalogs
from dastarkhan.languages.dashes import bound
from dastarkhan.languages.registry import Language, language
from simulations.errors import KitError

if TYPE_CHECKING:
    import datetime
    from gettext import GNUTranslations

FIRST_STRONG, END_OF_ISOLATE = "\u2068", "\u2069"
ASKED = re.compile(rf"([?؟]{END_OF_ISOLATE}?)[:.](?!\S)")
"""A question that was filled in ends by itself: neither a colon nor a stop follows it."""


class CaseTexts(Protocol):
    """What `Words.case` needs of a case (`simulations.games.Case` has it)."""

    @property
    def id(self) -> str:
        """Slug of the case, also the name of its catalog."""

    @property
    def text(self) -> Mapping[str, str]:
        """Dotted key -> sentence in the case's own language."""


def mark(text: str) -> str:
    """Mark a text for extraction where it is written; `Words.marked` looks it up where it is shown.

    For tables that are made at import, before a language is known.

    Examples
    --------
    >>> title = mark("Equal awards")
    >>> words("en").marked(title)
    'Equal awards'
    """
    return text


class Words:
    """Texts, numbers and dates in one language; call it with the English text.

    A text without a finished translation comes back in English and is remembered in `missing`.

    Parameters
    ----------
    lang : str
        A code of `LANGUAGES` (a locale name such as ``fa_AF`` is understood).
    *domains : str
        Catalogs to ask in turn, such as ``"lesson_11"``; ``"kit"`` is always asked last.

    Attributes
    ----------
    missing : set of str
        English texts that had no finished translation so far.
    """

    def __init__(self, lang: str, *domains: str) -> None:
        self.language: Language = language(lang)
        self.domains = tuple(dict.fromkeys((*domains, "kit")))
        self.missing: set[str] = set()
        self._english = self.language.code == "en"
        self._catalogs = () if self._english else catalogs(self.language, self.domains)
        self._cases: dict[str, tuple[GNUTranslations, ...]] = {}
        self._filler = figures.Filler(self.language)

    @property
    def lang(self) -> str:
        """Public code of the language."""
        return self.language.code

    @property
    def direction(self) -> str:
        """``"ltr"`` or ``"rtl"``."""
        return self.language.direction

    @property
    def drafted(self) -> bool:
        """Whether a catalog of these words was drafted by machine and waits for a native reader (``X-Signed-By``)."""
        return any(not catalog.info().get("x-signed-by") for catalog in self._catalogs)

    def __call__(self, text: str, /, **values: object) -> str:
        """Translate a literal text; ``{braces}`` are filled when values are given."""
        return self._find(text, lambda catalog: catalog.gettext(text), text, values)

    def marked(self, text: str, /, *, context: str = "", **values: object) -> str:
        """Translate a text that is not written here: marked with `mark`, or read from a notebook.

        Parameters
        ----------
        text : str
            The English text.
        context : str
            Its context in the catalog: the cell's id for a text of a notebook, nothing for a marked one.
        """
        return self.c(context, text, **values) if context else self(text, **values)

    def n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Translate a text that depends on a number; ``{n}`` is filled with it. The size counts: -1 is said as 1."""
        english = one if abs(n) == 1 else many
        return self._find(one, lambda catalog: catalog.ngettext(one, many, abs(n)), english, {"n": n, **values})

    def c(self, context: str, text: str, /, **values: object) -> str:
        """Translate a short text whose meaning depends on its context."""
        return self._find(text, lambda catalog: catalog.pgettext(context, text), text, values)

    def case(self, case: CaseTexts, key: str) -> str:
        """Give a text of a case, such as ``"nodes.glacier.name"``, in this language.

        Raises
        ------
        KitError
            ``languages.unknown_case_text`` when the case has no such key.
        """
        if key not in case.text:
            raise KitError("languages.unknown_case_text", case=case.id, key=key)
        text = case.text[key]
        if getattr(case, "language", "en") == self.lang:
            return text
        if case.id not in self._cases:
            self._cases[case.id] = catalogs(self.language, (f"case_{case.id}",))
        for catalog in self._cases[case.id]:
            try:
                return bound(catalog.pgettext(key, text))
            except AbsentError:
                continue
        self.missing.add(text)
        return text

    def number(self, value: float, *, decimals: int | None = None, latin: bool = False) -> str:
        """Write a number: ``decimals`` places (at most three when not given); ``latin`` digits for plots and tables.

        Examples
        --------
        >>> words("ru").number(17.5)
        '17,5'
        """
        return figures.number(value, self.language, decimals=decimals, latin=latin)

    def percent(self, share: float, *, decimals: int = 0, latin: bool = False) -> str:
        """Write a share (0..1) as a percentage.

        Examples
        --------
        >>> words("en").percent(0.4)
        '40%'
        """
        return figures.percent(share, self.language, decimals=decimals, latin=latin)

    def month(self, index: int, *, short: bool = False) -> str:
        """Name a calendar month, 1 to 12, as it stands alone."""
        return figures.month(index, self.language, short=short)

    def date(self, day: datetime.date) -> str:
        """Write a date in full."""
        return figures.date(day, self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Write a list with the commas of the language.

        Examples
        --------
        >>> words("prs").listed(["یک", "دو"])
        'یک، دو'
        """
        return self.language.comma.join(items)

    def isolate(self, text: str) -> str:
        """Keep a name, a path or a formula from being mixed with the direction of the sentence around it."""
        return f"{FIRST_STRONG}{text}{END_OF_ISOLATE}"

    def _find(self, key: str, ask: Callable[[GNUTranslations], str], english: str, values: Mapping[str, object]) -> str:
        for found in self._answers(ask):
            try:
                return self._fill(found, values)
            except (KeyError, IndexError, ValueError):  # a broken placeholder must not stop a lesson
                break
        if not self._english:
            self.missing.add(key)
        return self._fill(english, values)

    def _answers(self, ask: Callable[[GNUTranslations], str]) -> Iterator[str]:
        for catalog in self._catalogs:
            try:
                yield bound(ask(catalog))
            except AbsentError:
                continue

    def _fill(self, text: str, values: Mapping[str, object]) -> str:
        return ASKED.sub(r"\1", self._filler.vformat(text, (), values)) if values else text


def words(lang: str, *domains: str) -> Words:
    """Words in a language, from these catalogs and then from the kit's own; see `Words`."""
    return Words(lang, *domains)


def say(error: KitError, lang: str) -> str:
    """Tell a person what went wrong, in their language.

    Parameters
    ----------
    error : KitError
        Its code is looked up in `dastarkhan.languages.messages.MESSAGES`; without a sentence, ``str(error)``.
    lang : str
        A code of `LANGUAGES`.

    Examples
    --------
    >>> say(KitError("languages.unknown", language="xx", allowed=("en", "kk")), "en")
    'The kit does not speak “xx”. It speaks: en, kk.'
    """
    from dastarkhan.languages.messages import MESSAGES

    sentence = MESSAGES.get(error.code)
    if sentence is None or ("{" in sentence and not error.params):
        return str(error)
    speaker = words(lang)
    shown = {name: _plain(value, speaker) for name, value in error.params.items()}
    try:
        return speaker.c(error.code, sentence, **shown)
    except (KeyError, IndexError, ValueError):  # the error carries fewer values than its sentence names
        return str(error)


def _plain(value: object, speaker: Words) -> object:
    """Write lists with commas; keep names and paths apart from right-to-left prose."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return speaker.listed(str(_plain(one, speaker)) for one in value)
    if isinstance(value, (int, float)):
        return value
    return speaker.isolate(str(value)) if speaker.direction == "rtl" else str(value)
