"""Numbers, dates and plural forms of every language, against what was written down by hand."""

import datetime
from gettext import c2py

import pytest
from babel.core import Locale

from dastarkhan.languages import LANGUAGES, words

NARROW = "\xa0"  # what stands between thousands, and must not break a line
LEFT = "\u200e"  # keeps a sign before its digits where the text runs from right to left
LANGS = list(LANGUAGES)

# 1234567.5, -5.5, 40 %, 8 March 2026, months 1 and 8
WRITTEN = {
    "en": ("1,234,567.5", "-5.5", "40%", "March 8, 2026", ("January", "August")),
    "kk": ("1_234_567,5", "-5,5", "40%", "2026 ж. 8 наурыз", ("Қаңтар", "Тамыз")),
    "ky": ("1_234_567,5", "-5,5", "40%", "2026-ж., 8-март", ("Январь", "Август")),
    "prs": ("۱٬۲۳۴٬۵۶۷٫۵", f"{LEFT}−۵٫۵", "۴۰٪", "۸ مارچ ۲۰۲۶", ("جنوری", "اگست")),
    "ru": ("1_234_567,5", "-5,5", "40_%", "8 марта 2026 г.", ("январь", "август")),
    "tg": ("1_234_567,5", "-5,5", "40%", "8 марти соли 2026", ("Январ", "Август")),
    "tk": ("1_234_567,5", "-5,5", "40_%", "8 mart 2026", ("Ýanwar", "Awgust")),
    "uz": ("1_234_567,5", "-5,5", "40%", "8-mart, 2026", ("Yanvar", "Avgust")),
}
AFGHAN_MONTHS = ["جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر"]

# n -> which form of a catalog is said
ONE_OTHER = {0: 1, 1: 0, 2: 1, 5: 1, 11: 1, 21: 1, 101: 1}
FORMS = {
    **dict.fromkeys(("en", "kk", "ky", "tg", "tk", "uz"), ONE_OTHER),
    "prs": {0: 0, 1: 0, 2: 1, 5: 1, 11: 1, 21: 1, 101: 1},
    "ru": {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 25: 2, 101: 0, 111: 2, 112: 2},
}


@pytest.mark.parametrize("lang", LANGS)
def test_figures_as_people_write_them(lang: str) -> None:
    _ = words(lang)
    whole, below, share, day, months = WRITTEN[lang]
    assert _.number(1234567.5) == whole.replace("_", NARROW)
    assert _.number(-5.5) == below
    assert _.percent(0.4) == share.replace("_", NARROW)
    assert _.date(datetime.date(2026, 3, 8)).replace("\u202f", " ") == day
    assert (_.month(1), _.month(8)) == months


@pytest.mark.parametrize("lang", LANGS)
def test_figures_in_a_sentence_are_those_outside_it(lang: str) -> None:
    _ = words(lang)
    assert _("{x:,.1f}", x=1234567.5) == _.number(1234567.5)
    assert _("{x:.1f}", x=-5.5) == _("{x}", x=-5.5) == _.number(-5.5)
    assert _("{n}", n=-7) == _("{n:d}", n=-7) == _.number(-7)


@pytest.mark.parametrize("lang", LANGS)
def test_latin_digits_where_they_are_asked_for(lang: str) -> None:
    assert set(words(lang).number(1234.5, latin=True)) <= set("12345.,\xa0")


@pytest.mark.parametrize(("value", "told"), [(3, "+۳"), (-3, "−۳")])
def test_a_sign_stands_before_its_digits_in_dari(value: int, told: str) -> None:
    assert words("prs")("{n:+d}", n=value) == LEFT + told


def test_afghan_names_of_the_months() -> None:
    assert [words("prs").month(index) for index in range(1, 13)] == AFGHAN_MONTHS


@pytest.mark.parametrize("lang", LANGS)
def test_twelve_months_in_the_letters_of_the_language(lang: str) -> None:
    for short in (False, True):
        months = [words(lang).month(index, short=short) for index in range(1, 13)]
        assert len(set(months)) == 12
        letters = {letter for name in months for letter in name.lower() if letter.isalpha()}
        assert letters <= set(LANGUAGES[lang].alphabet or letters)


@pytest.mark.parametrize("lang", LANGS)
def test_plural_forms_by_hand(lang: str) -> None:
    form = c2py(LANGUAGES[lang].plural.split("plural=")[1].rstrip(";"))
    assert {n: form(n) for n in FORMS[lang]} == FORMS[lang]
    assert {form(n) for n in range(200)} == set(range(LANGUAGES[lang].n_plurals))


@pytest.mark.parametrize("lang", LANGS)
def test_babel_knows_the_language_and_its_direction(lang: str) -> None:
    assert Locale.parse(LANGUAGES[lang].locale).text_direction == LANGUAGES[lang].direction
