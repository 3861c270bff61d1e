"""Programmes add up, and what is wrong with one is said with its file, its key, its value and what is allowed."""

from itertools import pairwise
from pathlib import Path

import pytest

from dastarkhan.guides.programme_data import clock
from dastarkhan.guides.programme_needs import bring, preparation
from dastarkhan.guides.programme_words import TITLES
from dastarkhan.guides.programmes import Programme, programme_names, read_programme
from dastarkhan.languages import say, words
from simulations.errors import KitError

NAMES = programme_names()
BOTH = (False, True)


def made(path: Path, lines: str, end: str = "12:00") -> Path:
    path.write_text(f'[one]\ndays = [{{ start = "09:00", end = "{end}", lines = [{lines}] }}]\n', encoding="utf-8")
    return path


def clocks(programme: Programme, day: int) -> list[tuple[str, str]]:
    return [(clock(line.start), line.lesson or str(line.pause)) for line in programme.days[day].lines]


# --- the kit's own


def test_one_day_adds_up_by_hand() -> None:
    laid = read_programme("one-day")
    assert clocks(laid, 0) == [
        ("09:00", "00"), ("09:45", "01"), ("10:45", "break"), ("11:00", "03"), ("12:00", "lunch"), ("13:00", "prayer"),
        ("13:20", "04"), ("14:20", "break"), ("14:35", "08"), ("15:35", "break"), ("15:55", "11"),
    ]  # fmt: skip
    (day,) = laid.days
    assert clock(day.lines[-1].end) == "17:25"
    assert (day.lesson_min, day.pause_min) == (45 + 4 * 60 + 90, 15 + 60 + 20 + 15 + 20)


def test_one_day_with_an_interpreter_adds_up_by_hand() -> None:
    laid = read_programme("one-day", interpreted=True)
    assert clocks(laid, 0) == [
        ("09:00", "00"), ("10:30", "break"), ("10:45", "01"), ("12:15", "lunch"), ("13:15", "prayer"),
        ("13:35", "08"), ("15:05", "break"), ("15:30", "11"),
    ]  # fmt: skip
    assert clock(laid.lines[-1].end) == "17:00"
    assert laid.left_out == ("03", "04")
    assert all(line.plan.interpreted for line in laid.lines if line.plan)


def test_the_others_hold_the_lessons_they_promise() -> None:
    def lessons(name: str) -> list[list[str]]:
        return [[line.lesson for line in day.lines if line.lesson] for day in read_programme(name).days]

    assert lessons("three-days") == [["00", "01", "02", "03"], ["04", "06", "07"], ["08", "11"]]
    assert lessons("five-days") == [["00", "01"], ["02", "03"], ["04", "06"], ["07", "08"], ["11"]]
    assert lessons("online") == [[one] for one in ("00", "01", "02", "03", "04", "06", "07", "08", "11", "14")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("interpreted", BOTH)
def test_every_programme_holds_together(name: str, interpreted: bool) -> None:
    laid = read_programme(name, interpreted=interpreted)
    for day in laid.days:
        assert all(one.end == after.start for one, after in pairwise(day.lines))
        assert day.lesson_min + day.pause_min == day.lines[-1].end - day.lines[0].start
        assert day.lines[-1].end <= 17 * 60 + 30 or laid.online
    lessons = [line.lesson for line in laid.lines if line.lesson]
    assert len(lessons) == len(set(lessons))
    planned = [line for line in laid.lines if line.plan]
    assert planned
    for line in planned:
        assert line.plan is not None
        assert line.plan.total_min == line.minutes, "no minute of a slot is lost"
        assert 3 * line.plan.debrief_min >= line.minutes


@pytest.mark.parametrize("name", NAMES)
def test_nobody_sits_for_longer_than_two_hours_between_pauses(name: str) -> None:
    for day in read_programme(name).days:
        sat = 0
        for line in day.lines:
            sat = 0 if line.pause else sat + line.minutes
            assert sat <= 120


@pytest.mark.parametrize("interpreted", BOTH)
def test_ten_sessions_of_ninety_minutes(interpreted: bool) -> None:
    days = read_programme("online", interpreted=interpreted).days
    assert [day.lesson_min + day.pause_min for day in days] == [90] * 10


def test_every_programme_has_a_title() -> None:
    assert set(NAMES) == set(TITLES)
    assert all(len(aim.split()) <= 20 for _, aim in TITLES.values())


# --- what is needed


def test_what_is_needed_is_said_once_with_its_lessons() -> None:
    week, *_ = preparation(read_programme("one-day", interpreted=True), words("en"))
    said = {part.text: part.lessons for need in week for part in need}
    permission = "Ask your focal point about permission for the gathering, materials and surveys."
    assert said[permission] == ("00", "01", "08", "11")
    # 00 and 01 ask a day before, 08 and 11 a week before, 11 after another sentence: it stands once, a week before.
    agreed = "Agree with your co-trainer who is A and who is B."
    assert said[agreed] == ("00", "01", "08", "11")
    assert said["Choose the river by the list below."] == ("11",)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_and_no_item_begins_as_another(name: str) -> None:
    laid, speaker = read_programme(name), words("en")
    needs = [need for group in preparation(laid, speaker) for need in group]
    assert len({need[0].text for need in needs}) == len(needs)
    whole = " ".join(part.text for need in needs for part in need)
    for lesson, guide in laid.guides.items():
        for text in guide.preparation:
            first = text.partition(": ")[2].partition(".")[0].partition("?")[0]
            assert first.casefold() in whole.casefold(), lesson
    for kind in ("paper", "device", "none"):
        found = " ".join(part.text for need in bring(laid, kind, speaker) for part in need)
        assert all(
            sentence in found
            for guide in laid.guides.values()
            for text in getattr(guide.materials, kind)
            for sentence in text.split(". ")
        )


@pytest.mark.parametrize("language", ["kk", "ky", "prs", "ru"])
def test_the_time_is_taken_off_in_every_language(language: str) -> None:
    laid = read_programme("one-day")
    speaker = words(language, "kit", *(f"guide_{lesson}" for lesson in laid.guides))
    *timed, other = preparation(laid, speaker)
    assert not other
    begins = {speaker.marked(text, context="preparation").partition(":")[0]
              for guide in laid.guides.values() for text in guide.preparation}  # fmt: skip
    said = [part.text for group in timed for need in group for part in need]
    assert not [text for text in said if text.partition(":")[0] in begins]
    items = [need[0].text for group in timed for need in group]
    assert len(items) == len(set(items)), "no item is said twice"


# --- faults


def refused(path: Path, *, interpreted: bool = False) -> KitError:
    with pytest.raises(KitError) as caught:
        read_programme("one", interpreted=interpreted, file=path)
    assert {"file", "key", "value", "allowed"} <= set(caught.value.params)
    assert str(path) in say(caught.value, "en")
    return caught.value


def test_a_lesson_without_a_guide_is_missing(tmp_path: Path) -> None:
    laid = read_programme("one", file=made(tmp_path / "p.toml", '{ lesson = "98", minutes = 45 }'))
    assert laid.missing == ("98",)
    assert laid.days[0].lines[0].minutes == 45


@pytest.mark.parametrize(("lines", "end", "code"), [
    ('{ lesson = "98", minutes = 45 }, { lesson = "98", minutes = 45 }', "12:00", "lesson_twice"),
    ('{ lesson = "98", minutes = 45 }', "09:44", "day_too_long"),
    ('{ pause = "nap", minutes = 5 }', "12:00", "unknown_pause"),
    ('{ pause = ["lunch"], minutes = 5 }', "12:00", "unknown_pause"),
    ('{ lesson = "98", minutes = 45 }, { lesson = "11", minutes = 50 }', "12:00", "no_plan"),
    ('{ lesson = "11", minutes = 45 }', "12:00", "demanding_first"),
])  # fmt: skip
def test_faults_are_named(tmp_path: Path, lines: str, end: str, code: str) -> None:
    assert refused(made(tmp_path / "p.toml", lines, end)).code == f"programme.{code}"


@pytest.mark.parametrize(("lines", "end", "code"), [
    ('{ lesson = "00", minutes = 45 }', "12:00", "no_interpreted_plan"),
    ('{ lesson = "00", minutes = 126 }', "11:00", "interpreted_too_long"),
])  # fmt: skip
def test_an_interpreter_who_finds_no_time_is_told_kindly(tmp_path: Path, lines: str, end: str, code: str) -> None:
    error = refused(made(tmp_path / "p.toml", lines, end), interpreted=True)
    assert error.code == f"programme.{code}"
    assert "interpreter" in say(error, "en")


LINE = '{ lesson = "98", minutes = 45 }'
ONE = f"lines = [{LINE}]"


@pytest.mark.parametrize(("text", "code", "key"), [
    ("[one", "unreadable", "–"),
    ("[two]", "unknown", "one"),
    ("one = 1", "bad_value", "one"),
    ("[one]", "missing_key", "one.days"),
    ("[one]\ndays = 1", "bad_value", "one.days"),
    ("[one]\ndays = []", "bad_value", "one.days"),
    ("[one]\ndays = [1]", "bad_value", "one.days"),
    ("[one]\nonline = 1", "bad_value", "one.online"),
    ("[one]\nday = 1", "unknown_key", "one.day"),
    ("[one]\ninterpreted = []", "bad_value", "one.interpreted"),
])  # fmt: skip
def test_a_malformed_programme_is_named(tmp_path: Path, text: str, code: str, key: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    error = refused(path)
    assert (error.code, error.params["key"]) == (f"programme.{code}", key)


@pytest.mark.parametrize(("day", "code", "key"), [
    (f'end = "12:00", {ONE}', "missing_key", "start"),
    (f'start = "09:00", {ONE}', "missing_key", "end"),
    ('start = "09:00", end = "12:00"', "missing_key", "lines"),
    ('start = "09:00", end = "12:00", lines = []', "bad_value", "lines"),
    ('start = "09:00", end = "12:00", lines = [5]', "bad_value", "lines"),
    (f'start = "9", end = "12:00", {ONE}', "bad_value", "start"),
    (f'start = "24:00", end = "12:00", {ONE}', "bad_value", "start"),
    (f'start = "09:00", end = "12:60", {ONE}', "bad_value", "end"),
    (f'start = 09:00:00, end = "12:00", {ONE}', "bad_value", "start"),
    (f'start = "09:00", end = 12, {ONE}', "bad_value", "end"),
    (f'start = "09:00", end = "12:00", lunch = 60, {ONE}', "unknown_key", "lunch"),
])  # fmt: skip
def test_a_malformed_day_is_named(tmp_path: Path, day: str, code: str, key: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(f"[one]\ndays = [{{ {day} }}]", encoding="utf-8")
    error = refused(path)
    assert (error.code, error.params["key"]) == (f"programme.{code}", f"one.days[1].{key}")


@pytest.mark.parametrize(("line", "code", "key"), [
    ('lesson = "00"', "missing_key", "minutes"),
    ("minutes = 5", "missing_key", "lesson"),
    ("lesson = 0, minutes = 5", "bad_value", "lesson"),
    ('lesson = "../x", minutes = 5', "bad_value", "lesson"),
    ('lesson = "00", pause = "lunch", minutes = 5', "unknown_key", "pause"),
    *((f'lesson = "00", minutes = {bad}', "bad_value", "minutes") for bad in ("0", "-5", "4.5", "true", '"45"')),
    *((f'pause = "lunch", minutes = {bad}', "bad_value", "minutes") for bad in ("0", "-5")),
])  # fmt: skip
def test_a_malformed_line_is_named(tmp_path: Path, line: str, code: str, key: str) -> None:
    error = refused(made(tmp_path / "p.toml", f"{LINE}, {{ {line} }}"))
    assert (error.code, error.params["key"]) == (f"programme.{code}", f"one.days[1].lines[2].{key}")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.toml").code == "programme.unreadable"
