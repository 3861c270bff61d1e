"""The table of languages against Babel's data and against itself."""

import gettext
import unicodedata

import pytest
from babel import Locale

from dastarkhan.languages import LANGUAGES, Language, language

ALL = list(LANGUAGES.values())


def test_the_eight_languages() -> None:
    assert list(LANGUAGES) == ["en", "kk", "ky", "prs", "ru", "tg", "tk", "uz"]
    assert [one.code for one in ALL if one.direction == "rtl"] == ["prs"]
    assert (LANGUAGES["prs"].locale, LANGUAGES["prs"].html) == ("fa_AF", "fa-AF")


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_babel_knows_the_locale_and_the_direction(one: Language) -> None:
    locale = Locale.parse(one.locale)
    assert locale.text_direction == one.direction
    assert language(one.locale) is one
    assert language(one.html) is one


@pytest.mark.parametrize(
    ("code", "forms"),
    [("en", [1, 0, 1, 1]), ("kk", [1, 0, 1, 1]), ("ky", [1, 0, 1, 1]), ("prs", [0, 0, 1, 1]), ("ru", [2, 0, 1, 2]),
     ("tg", [1, 0, 1, 1]), ("tk", [1, 0, 1, 1]), ("uz", [1, 0, 1, 1])],
)  # fmt: skip
def test_plural_forms_of_0_1_2_5(code: str, forms: list[int]) -> None:
    one = LANGUAGES[code]
    choose = gettext.c2py(one.plural.split("; plural=")[1].rstrip(";"))  # type: ignore[attr-defined]
    assert [choose(n) for n in (0, 1, 2, 5)] == forms
    assert one.n_plurals == max(choose(n) for n in range(200)) + 1


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_letters_are_of_one_script_and_composed(one: Language) -> None:
    assert len(set(one.alphabet)) == len(one.alphabet)
    assert unicodedata.normalize("NFC", one.alphabet) == one.alphabet
    letters = [letter for letter in one.alphabet if letter.isalpha() and letter not in "\u02bb\u02bc"]
    assert {unicodedata.name(letter).split()[0] for letter in letters} <= {one.script}
    assert [unicodedata.digit(digit) for digit in one.digits] == list(range(10))


@pytest.mark.parametrize("one", [one for one in ALL if one.alphabet], ids=lambda one: one.code)
def test_a_language_can_write_its_own_name(one: Language) -> None:
    assert {letter for letter in one.name.lower() if letter.isalpha()} <= set(one.alphabet)
