"""Texts are easy to read: far easier than a newspaper in the same language."""

import pytest

from dastarkhan.cli import main
from dastarkhan.languages import LANGUAGES
from dastarkhan.languages.paths import own_house
from dastarkhan.languages.reading_level import NEWSPAPERS, levels, reading_level

HARDEST = {"en": 25, "ru": 40}
"""A long way below newspapers (52 and 65); whoever writes a harder lesson hears of it here."""


def test_it_counts_as_the_source_says() -> None:
    found = reading_level(["One two three four. Elephants remember everything!"])
    assert found is not None
    assert (found.n_sentences, found.n_words, found.n_long) == (2, 7, 3)
    assert found.lix == pytest.approx(7 / 2 + 100 * 3 / 7)


def test_six_letters_are_short_and_seven_are_long_in_every_script() -> None:
    for short, long in (("bridge", "bridges"), ("көпірл", "көпірлер"), ("همسایه", "همسایه\u200cها")):
        found = reading_level([f"{short} {long}."])
        assert found is not None
        assert found.n_long == 1


def test_labels_are_no_sentences() -> None:
    assert reading_level(["Go on", "**Back**", "", "3.", "`cell.one`"]) is None
    found = reading_level(["[Read this](docs/a.b.md) first. Then?", "Go on"])
    assert found is not None
    assert (found.n_sentences, found.n_words) == (2, 4)


@pytest.mark.parametrize("lang", NEWSPAPERS)
def test_every_text_of_the_kit_is_easy(lang: str) -> None:
    found = dict(levels(own_house(), LANGUAGES[lang]))
    assert len(found) > 25
    assert {name: round(level.lix) for name, level in found.items() if level.lix > HARDEST[lang]} == {}
    assert {name for name, level in found.items() if level.words_a_sentence > 12} == set()


def test_the_command_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "level"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("en   lesson_11 ")]
    assert len(told) == 1
    assert told[0].endswith("Newspapers have 52.")
