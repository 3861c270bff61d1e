"""Talks after talks: what looks back begins anew, on the river that was talked about last."""

from collections.abc import Callable, Mapping

import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import MOST_EARLIER, years_talked
from simulations.games import case_names, read_case
from tests.lessons.after_talks import FIRST, THREE_YEARS, Year, hold_talks, put_role_down
from tests.lessons.at_the_table import live, stop
from tests.lessons.screen import buttons, press, radios, select, words_on

Again = Callable[..., Lesson]

LOOK_BACK = ("all_agreements", "stress_test", "both_keep", "clauses", "debrief", "one_line")


@pytest.mark.parametrize("name", [name for name in case_names("river") if name != "ayna"])
def test_an_agreement_on_another_river_is_not_tested_here(river: Lesson, name: str) -> None:
    first = hold_talks(river, Year(package=FIRST))
    hold_talks(river, Year(), side=next(iter(read_case(name).sides)), name=name, earlier=(first,))
    put_role_down(river)
    opened = {key: river.activity(key) for key in LOOK_BACK}
    test = opened["stress_test"]
    assert test.case.id == name
    assert "You have no agreement of your own to test." in words_on(test.box)
    select(test.box, 0, "some")
    select(test.box, 1, "nobody")
    press(test.box, "Let 200 years come")
    assert "It held in" in words_on(test.box)
    for step in ("What else was possible?", "Which question tells most?"):
        press(opened["all_agreements"].box, step)
    while "Go on" in buttons(opened["debrief"].box):
        press(opened["debrief"].box, "Go on")


def test_what_looks_back_begins_anew_after_new_talks(river: Lesson, again: Again) -> None:
    first = hold_talks(river, Year(package=FIRST), Year())
    put_role_down(river)
    test, picture = river.activity("stress_test"), river.activity("all_agreements")
    select(test.box, 1, "some")
    select(test.box, 2, "nobody")
    press(test.box, "Let 200 years come")
    select(picture.box, 0, years_talked(river)[0].talks)
    for step in ("What else was possible?", "Which question tells most?"):
        press(picture.box, step)
    assert words_on(again().activity("all_agreements").box) == words_on(picture.box)
    guessed, seen = dict(test.state), dict(picture.state)
    hold_talks(river, Year(package={**FIRST, "payment": 140}), earlier=(first,))
    put_role_down(river)
    test.reload()
    picture.reload()
    assert buttons(test.box)["Let 200 years come"].disabled
    assert test.summary() == "The years have not come yet."
    assert "What else was possible?" in buttons(picture.box)
    assert radios(picture.box)[0].value == years_talked(river)[-1].talks
    select(test.box, 1, "few")
    press(picture.box, "What else was possible?")
    assert guessed in river.progress.entry("stress_test").earlier  # begun anew, and nothing lost
    assert seen in river.progress.entry("all_agreements").earlier


def test_the_talks_looked_at_stay_the_same_when_earlier_ones_drop_off(river: Lesson, again: Again) -> None:
    games: list[Mapping[str, object]] = []
    for _game in range(3):
        games.append(hold_talks(river, Year(package=FIRST), earlier=tuple(games)))
    put_role_down(river)
    picture = river.activity("all_agreements")
    second = years_talked(river)[1].talks
    select(picture.box, 0, second)
    entry = river.progress.entry("negotiate")
    river.progress.save("negotiate", {**entry.state, "earlier": games[1:2]}, done=True, based_on=entry.revision)
    assert radios(again().activity("all_agreements").box)[0].value == second


def test_a_new_year_at_the_table_puts_the_numbers_away(river: Lesson) -> None:
    """An open page must not go on with talks that are no longer the newest."""
    hold_talks(river, Year(package=FIRST))
    put_role_down(river)
    test = river.activity("stress_test")
    assert "The numbers can wait." not in words_on(test.box)
    talks = river.activity("negotiate")
    press(talks.stage, "Next year: new talks")
    stop(talks)
    live(talks)
    assert "The numbers can wait." in words_on(test.box)


def test_a_tap_replays_no_game_again(river: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    games: list[Mapping[str, object]] = []
    for _game in range(MOST_EARLIER + 1):
        games.append(hold_talks(river, Year(package=FIRST), Year(), earlier=tuple(games)))
    opened = {key: river.activity(key) for key in ("role_down", "negotiate", *LOOK_BACK)}
    read, count = Meeting.read, []
    monkeypatch.setattr(Meeting, "read", lambda *about: count.append(about) or read(*about))
    press(opened["role_down"].box, "My card lies face down")
    press(opened["role_down"].box, "I would rather not say")
    assert "dots." in words_on(opened["all_agreements"].box)
    press(opened["negotiate"].box, "Next year: new talks")
    assert not count


def test_a_saved_game_holds_no_copy_of_its_case(river: Lesson) -> None:
    """Seven games are written at every tap."""
    game = hold_talks(river, *THREE_YEARS)
    assert len(str(game["record"])) < 8_000
    assert "outcomes" not in str(game["record"])
    alone = river.activity("act_alone")
    select(alone.box, 0, "gardens")
    select(alone.box, 1, 100)
    press(alone.box, "Let the year come")
    assert len(alone.state["records"]["gardens"]) < 2_000
    assert river.progress.path.stat().st_size < 16_000
