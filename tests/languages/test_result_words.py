"""What is said of all tables together."""

import re
from itertools import product

from dastarkhan.languages import words
from dastarkhan.languages.result_words import measure_words, result_words
from simulations.games.results import TableResult

_ = words("en")


def tables(n_agreed: int, n_without: int, *, years: int = 1, of_years: int = 1) -> list[TableResult]:
    """So many tables with an agreement in `of_years` years, and so many without."""
    agreed = TableResult(n_years=years, n_agreed=of_years, gained={})
    return [agreed] * n_agreed + [TableResult(n_years=years, n_agreed=0, gained={})] * n_without


def test_small_numbers_are_not_told() -> None:
    for agreed, without, years in product(range(12), range(12), (1, 3)):
        told = result_words(tables(agreed, without, years=years), _)
        assert all(int(number) >= 5 for number in re.findall(r"\d+", " ".join(told)))
    assert result_words(tables(7, 5), _)[0] == "7 tables found an agreement."
    assert "result" in result_words(tables(0, 3), _)[0]


def test_of_a_river_the_words_say_in_how_many_years() -> None:
    assert result_words(tables(6, 0), _) == ("All tables found an agreement.",)
    assert result_words(tables(6, 0, years=3, of_years=3), _) == ("All tables found an agreement in every year.",)
    some = tables(5, 0, years=3, of_years=3) + tables(1, 0, years=3, of_years=1)
    assert result_words(some, _) == ("All tables found an agreement in one year or more.",)
    assert result_words(tables(6, 1, years=3), _)[0] == "Some tables agreed in one year or more."
    assert result_words(tables(6, 5, years=3), _)[0] == "6 tables agreed in one year or more."


def test_nothing_is_said_of_talks_that_go_on() -> None:
    assert result_words([*tables(6, 6), *tables(0, 1, years=0)], _) == ("Not all talks came to their end.",)


def test_what_a_dot_stands_for_is_said_of_a_river() -> None:
    river = TableResult(n_years=1, n_agreed=1, gained={}, on_average=True)
    assert "newest agreement" in measure_words([river], _)
    assert measure_words(tables(1, 1), _) == ""
