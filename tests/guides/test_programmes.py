"""Programmes add up, and what is wrong with one is said with its key."""

from itertools import pairwise
from pathlib import Path

import pytest

from dastarkhan.guides.programmes import clock, read_programme
from simulations.errors import KitError


def made(path: Path, lines: str, end: str = "12:00") -> Path:
    path.write_text(f'[one]\ndays = [{{ start = "09:00", end = "{end}", lines = [{lines}] }}]\n', encoding="utf-8")
    return path


def test_the_day_adds_up_by_hand() -> None:
    (day,) = read_programme("one-day").days
    assert (clock(day[0].start), clock(day[-1].end)) == ("09:00", "17:05")
    assert all(one.end == after.start for one, after in pairwise(day))
    assert all(3 * one.debrief_min >= one.end - one.start for one in day if one.title)


def test_a_lesson_without_a_guide_is_missing(tmp_path: Path) -> None:
    laid = read_programme("one", file=made(tmp_path / "p.toml", '{ lesson = "98", minutes = 45 }'))
    assert laid.missing == ("98",)
    assert not laid.days[0][0].title


@pytest.mark.parametrize(("lines", "end", "code"), [
    ('{ lesson = "98", minutes = 45 }, { lesson = "98", minutes = 45 }', "12:00", "lesson_twice"),
    ('{ lesson = "98", minutes = 45 }', "09:44", "day_too_long"),
    ('{ pause = "nap", minutes = 5 }', "12:00", "unknown_pause"),
    ('{ lesson = "98", minutes = 45 }, { lesson = "11", minutes = 50 }', "12:00", "no_plan"),
    ('{ lesson = "11", minutes = 45 }', "12:00", "demanding_first"),
])  # fmt: skip
def test_faults_are_named(tmp_path: Path, lines: str, end: str, code: str) -> None:
    with pytest.raises(KitError) as caught:
        read_programme("one", file=made(tmp_path / "p.toml", lines, end))
    assert caught.value.code == f"programme.{code}"
