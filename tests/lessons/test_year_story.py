"""The year after the talks in words: what was missing first, nature's line, what a release feeds."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.year_story import months_told, nature_voice, year_story
from dastarkhan.lessons.shared_river.year_view import lived
from simulations.games import read_case
from simulations.games.agreements import year_under
from simulations.games.terms import packages
from simulations.table import Case
from tests.lessons.after_talks import CASES, FIRST, Year, hold_talks, only_talk, plain
from tests.lessons.screen import words_on

Again = Callable[..., Lesson]


def _years(case: Case) -> list[tuple[str, dict[str, int]]]:
    """Some years: alone and under the first and the last package, in all weathers."""
    all_of_them = packages(case, int(case.data["years"]))
    return [
        (card, dict(year_under(case, card, package).decisions))
        for card in case.cards
        for package in (None, all_of_them[0], all_of_them[-1])
    ]


def _said(shown: str) -> str:
    return plain(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", shown, flags=re.DOTALL)))


@pytest.mark.parametrize("name", CASES)
def test_what_is_missing_is_told_first_and_with_its_picture(river: Lesson, name: str) -> None:
    case, words = read_case(name), river.words
    for card, decisions in _years(case):
        year, shown = lived(case, card, decisions, words), year_story(case, card, decisions, words)
        drawn = "".join(re.findall(r"<svg.*?</svg>", shown.split("<details>")[0], flags=re.DOTALL))
        decided = {one["node"] for one in case.decisions.values()}
        for key in (*year.of_kind("demand"), *year.of_kind("ecosystem")):
            side = words.case(case, f"sides.{case.basin['nodes'][key]['side']}.name") if key in decided else ""
            if year.share(key) < 0.9:
                assert (f"Fields in {side}" if side else year.name(key)) in plain(drawn)
        dry = any(year.share(key) < 0.9 for key in (*year.of_kind("demand"), *year.of_kind("ecosystem")))
        assert bool(re.search(r"oo little water", _said(shown))) == dry
        over = any((months > 0).any() for months in year.flows.flood_mcm.values())
        assert ("The river went over its banks" in _said(shown)) == over


@pytest.mark.parametrize("name", CASES)
def test_nature_speaks_when_it_goes_short(river: Lesson, name: str) -> None:
    case, words = read_case(name), river.words
    for card, decisions in _years(case):
        year, said = lived(case, card, decisions, words), _said(nature_voice(case, card, decisions, words))
        for key in year.of_kind("ecosystem"):
            assert (year.name(key) in said) == (year.share(key) < 0.9)
            if year.name(key) in said:
                assert words.percent(year.share(key)) in said
                missing = year.asked(key) - year.got(key)
                assert words.month((case.basin["first_month"] - 1 + int(missing.argmax())) % 12 + 1) in said


def test_months_are_named_by_the_calendar(river: Lesson) -> None:
    case = river.case  # its year begins in October
    months = np.zeros(12, dtype=bool)
    months[[0, 1, 8, 9, 10]] = True
    assert plain(months_told(case, months, river.words)) == "October, November, June to August"


def test_a_farmer_hears_what_the_release_feeds(river: Lesson) -> None:
    only_talk(river, Year(package=FIRST), side="gardens")
    said = plain(words_on(river.activity("negotiate").box))
    need = sum(river.case.basin["nodes"]["gardens_farms"]["demand_mcm"])
    for card in ("normal", "dry"):
        lived_so = year_under(river.case, card, FIRST, decided={"planted_share": 100})
        assert str(round(10 * lived_so.results["gardens_farms_tenth_mcm"] / need)) in said
    assert "What you agreed brings water for about" in said


def test_without_a_release_nobody_says_what_it_feeds(river: Lesson) -> None:
    only_talk(river, Year(), side="gardens")
    said = plain(words_on(river.activity("negotiate").box))
    assert "You decide now" in said
    assert "What you agreed brings water" not in said


def test_the_last_year_asks_to_the_other_bank(river: Lesson) -> None:
    hold_talks(river, Year(), Year(), Year())
    talks = river.activity("negotiate")
    said = plain(words_on(talks.box))
    assert "How the talks ended" in said
    assert "What you had agreed" not in said
    talks.remember(past=2)
    talks.reload()
    assert "From the other bank the same river looks different." in plain(words_on(talks.box))
