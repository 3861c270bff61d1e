"""The eight languages of the kit: the one place that knows their codes, directions and plural rules."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simulations.errors import KitError

_ONE_OTHER = "nplurals=2; plural=(n != 1);"
_RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
_ZERO_AND_ONE = "nplurals=2; plural=(n > 1);"
_RUSSIAN_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the kit.

    Parameters
    ----------
    code : str
        The public code: folder names, ``?language=``, ``DASTARKHAN_LANGUAGE``.
    name : str
        The language's name in itself, for people who choose.
    english : str
        Its English name, for reports.
    locale : str
        What Babel and gettext call it (Dari is ``fa_AF`` there, and ``prs`` everywhere else).
    html : str
        Value of the ``lang`` attribute.
    plural : str
        The ``Plural-Forms`` header of its catalogs; Babel's own are wrong or unsuitable for some of them.
    script : str
        First word of its letters' Unicode names: ``LATIN``, ``CYRILLIC`` or ``ARABIC``.
    alphabet : str
        Its small letters; empty when nothing is checked.
    direction : str
        ``"ltr"`` or ``"rtl"``.
    digits : str
        The ten digits used in prose.
    comma : str
        What stands between the items of a list.
    """

    code: str
    name: str
    english: str
    locale: str
    html: str
    plural: str
    script: str
    alphabet: str
    direction: str = "ltr"
    digits: str = "0123456789"
    comma: str = ", "

    @property
    def n_plurals(self) -> int:
        """How many plural forms a catalog of this language fills in."""
        return int(self.plural.split("nplurals=")[1].split(";")[0])


_ALL = (
    Language(
        code="en", name="English", english="English", locale="en", html="en",
        plural=_ONE_OTHER, script="LATIN", alphabet="",
    ),
    Language(
        code="kk", name="Қазақша", english="Kazakh", locale="kk", html="kk",
        plural=_ONE_OTHER, script="CYRILLIC", alphabet=_RUSSIAN_LETTERS + "әғқңөұүһі",
    ),
    Language(
        code="ky", name="Кыргызча", english="Kyrgyz", locale="ky", html="ky",
        plural=_ONE_OTHER, script="CYRILLIC", alphabet=_RUSSIAN_LETTERS + "ңөү",
    ),
    Language(
        code="prs", name="دری", english="Dari", locale="fa_AF", html="fa-AF",
        plural=_ZERO_AND_ONE, script="ARABIC",
        alphabet="ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیةًٌٍَُِّْٰۀٔ\u200c",
        direction="rtl", digits="۰۱۲۳۴۵۶۷۸۹", comma="، ",
    ),
    Language(
        code="ru", name="Русский", english="Russian", locale="ru", html="ru",
        plural=_RUSSIAN, script="CYRILLIC", alphabet=_RUSSIAN_LETTERS,
    ),
    Language(
        # The alphabet of 1998: no ц щ ы ь.
        code="tg", name="Тоҷикӣ", english="Tajik", locale="tg", html="tg",
        plural=_ONE_OTHER, script="CYRILLIC", alphabet="абвгғдеёжзийӣкқлмнопрстуӯфхҳчҷшъэюя",
    ),
    Language(
        code="tk", name="Türkmençe", english="Turkmen", locale="tk", html="tk",
        plural=_ONE_OTHER, script="LATIN", alphabet="abçdeäfghijžklmnňoöprsştuüwyýz",
    ),
    Language(
        code="uz", name="Oʻzbekcha", english="Uzbek", locale="uz", html="uz",
        plural=_ONE_OTHER, script="LATIN", alphabet="abcdefghijklmnopqrstuvwxyz\u02bb\u02bc",
    ),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = MappingProxyType({one.code: one for one in _ALL})
"""Public code -> language, English first and the others in the order of their codes."""


def language(tag: str) -> Language:
    """Find a language by its code, its locale or its ``lang`` attribute.

    Parameters
    ----------
    tag : str
        ``"prs"``, ``"fa_AF"``, ``"fa-af"``, ``"kk"``, ``"kk_KZ"``, ``"uz-Latn"`` ...

    Raises
    ------
    KitError
        ``languages.unknown`` when the kit does not speak it.

    Examples
    --------
    >>> language("fa-AF").code
    'prs'
    >>> language("kk_KZ.UTF-8").code
    'kk'
    """
    plain = tag.partition(".")[0].replace("-", "_").lower()
    for one in _ALL:
        if plain in (one.code, one.locale.lower()):
            return one
    family = plain.partition("_")[0]
    if family in LANGUAGES:
        return LANGUAGES[family]
    raise KitError("languages.unknown", language=tag, allowed=tuple(LANGUAGES))


def environment_language(*, otherwise: str = "en") -> str:
    """Read the language that this computer's owner has set: the variable ``DASTARKHAN_LANGUAGE``.

    Parameters
    ----------
    otherwise : str, optional
        What is meant when nothing is set, or something that the kit does not speak.

    Returns
    -------
    str
        A code of `LANGUAGES`, or `otherwise`.

    Examples
    --------
    >>> environment_language(otherwise="kk") in LANGUAGES
    True
    """
    asked = os.environ.get("DASTARKHAN_LANGUAGE", "")
    return asked if asked in LANGUAGES else otherwise
