"""Numbers, percentages, months and dates as a language writes them (Babel, loaded when first needed)."""

from __future__ import annotations

import string
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from dastarkhan.languages.registry import Language

if TYPE_CHECKING:
    import datetime

# CLDR 46 gives "08 Март 2026" for Tajik; people write the month with its ending and the word for year.
_TAJIK_MONTHS = (
    "январи", "феврали", "марти", "апрели", "майи", "июни",
    "июли", "августи", "сентябри", "октябри", "ноябри", "декабри",
)  # fmt: skip

GROUPED = 10_000
"""From here on thousands are set apart: 1000 stands in a sentence as it stands in a picture."""


def own_digits(text: str, language: Language) -> str:
    """Write the digits (and, right to left, the percent sign) of a number in the language's own signs."""
    if language.digits == "0123456789":
        return text
    return text.translate(str.maketrans("0123456789%", language.digits + "٪"))


def number(value: float, language: Language, *, decimals: int | None = None, latin: bool = False) -> str:
    """Write a number with the language's separators; see `Words.number`."""
    from babel.numbers import format_decimal

    pattern = "#,##0.###" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    system = "latn" if latin else "default"
    grouped = abs(value) >= GROUPED
    text = str(format_decimal(value, pattern, language.locale, group_separator=grouped, numbering_system=system))
    return text if latin else own_digits(text, language).replace("-", _minus(language))


def percent(share: float, language: Language, *, decimals: int = 0, latin: bool = False) -> str:
    """Write a share from 0 to 1 as a percentage; see `Words.percent`."""
    from babel.core import Locale
    from babel.numbers import format_percent

    pattern = Locale.parse(language.locale).percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("#,##0", "#,##0." + "0" * decimals)
    system = "latn" if latin else "default"
    text = str(format_percent(share, format=pattern, locale=language.locale, numbering_system=system))
    return text if latin else own_digits(text, language)


def month(index: int, language: Language, *, short: bool = False) -> str:
    """Name of a calendar month, 1 to 12, standing alone; see `Words.month`."""
    from babel.dates import get_month_names

    return str(get_month_names("abbreviated" if short else "wide", "stand-alone", language.locale)[index])


def date(day: datetime.date, language: Language) -> str:
    """Write a date in full; see `Words.date`."""
    if language.code == "tg":
        return f"{day.day} {_TAJIK_MONTHS[day.month - 1]} соли {day.year}"
    from babel.dates import format_date

    return own_digits(str(format_date(day, format="long", locale=language.locale)), language)


def english_in(language: Language) -> str:
    """Name English in a language.

    Examples
    --------
    >>> from dastarkhan.languages import LANGUAGES
    >>> english_in(LANGUAGES["tg"])
    'англисӣ'
    """
    from babel.core import Locale

    return str(Locale.parse(language.locale).languages["en"])


def _minus(language: Language) -> str:
    """The sign of what is below zero; from right to left it carries a mark that keeps it before the digits."""
    from babel.numbers import get_minus_sign_symbol

    return str(get_minus_sign_symbol(language.locale, numbering_system="default"))


class Filler(string.Formatter):
    """Fills the braces of a sentence; numbers come out in the language's own digits and separators.

    ``{n}`` with a whole number writes it without grouping (years stay years), with a fraction like `number`;
    a format such as ``{x:.1f}`` or ``{x:,.0f}`` keeps its precision and takes the language's separators.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """Format one value."""
        if isinstance(value, bool) or not isinstance(value, Real):
            return str(format(value, format_spec))
        figure = int(value) if isinstance(value, Integral) else float(value)
        if not format_spec:
            if not float(figure).is_integer():
                return number(float(figure), self.language)
            sign = _minus(self.language) if figure < 0 else ""
            return sign + own_digits(str(abs(int(figure))), self.language)
        text = format(figure, format_spec)
        return own_digits(text if self.language.code == "en" else self._signs(text), self.language)

    def _signs(self, text: str) -> str:
        from babel.numbers import get_decimal_symbol, get_group_symbol, get_plus_sign_symbol

        point = str(get_decimal_symbol(self.language.locale, numbering_system="default"))
        comma = str(get_group_symbol(self.language.locale, numbering_system="default"))
        plus = str(get_plus_sign_symbol(self.language.locale, numbering_system="default"))
        return text.translate({ord("."): point, ord(","): comma, ord("+"): plus, ord("-"): _minus(self.language)})
