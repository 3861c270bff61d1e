"""The river is chosen: at the top, at the table, by a link or the environment; what was done on each is kept."""

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dastarkhan.lessons import Lesson
from simulations.games import case_names, read_case
from tests.lessons.after_talks import FIRST, Year, hold_talks
from tests.lessons.screen import buttons, everything, press, radios, select, take, words_on, writing

Again = Callable[..., Lesson]
OTHERS = [name for name in case_names("river") if name != "ayna"]


def link(patch: pytest.MonkeyPatch, river: str) -> None:
    patch.setenv("QUERY_STRING", f"language=en&river={river}")


def saved(lesson: Lesson) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lesson.progress.path.read_text("utf-8"))["activities"]
    return found


# --- at the top


@pytest.mark.parametrize("name", OTHERS)
def test_the_open_page_changes_at_once_and_back(river: Lesson, name: str) -> None:
    top = river.welcome()
    opened = {key: river.activity(key) for key in river.keys}
    before = {key: words_on(one.box) for key, one in opened.items()}
    take(top, name)
    case = read_case(name)
    assert f"This lesson is about “{case.text['title']}”." in words_on(top)
    for key in ("meet_river", "act_alone", "dry_year", "six_rules", "negotiate"):
        assert words_on(opened[key].box) != before[key], key
    for side in case.sides:
        assert case.text[f"seats.{next(s for s, about in case.seats.items() if about['side'] == side)}.name"]
        assert case.text[f"sides.{side}.name"] in words_on(opened["act_alone"].box)
        assert case.text[f"sides.{side}.name"] in words_on(opened["negotiate"].box)
    take(top, "ayna")
    assert {key: words_on(one.box) for key, one in opened.items()} == before


def test_the_trainer_is_warned_of_the_river_that_is_chosen(river: Lesson) -> None:
    top = river.welcome()
    for name, region in (
        ("heron", "Bukhara and Lebap"),
        ("bell", "GBAO and Badakhshan"),
        ("ayna", "Zhambyl and Talas"),
    ):
        take(top, name)
        told = words_on(top)
        assert f"It is not for people from {region}" in told
        assert told.count("It is not for people from") == 1


def test_the_rivers_stand_behind_a_button(river: Lesson) -> None:
    top = river.welcome()
    button = buttons(top)["Another river"]
    rest = next(one for one in everything(top) if button in getattr(one, "children", ())).children[1]
    assert rest.layout.display == "none"
    button.click()
    assert rest.layout.display is None
    assert {value for _words, value in radios(top)[0].options} == set(case_names("river"))


def test_each_river_keeps_its_own_work(river: Lesson, again: Again) -> None:
    top, meet, alone, dry = river.welcome(), *(river.activity(key) for key in ("meet_river", "act_alone", "dry_year"))
    select(meet.box, 0, "wetland")
    select(alone.box, 0, "springs")
    select(alone.box, 1, 12)
    press(alone.box, "Let the year come")
    writing(alone.box).value = "Мы ждали воды."
    select(dry.box, 1, "proportional")
    was = {one.key: json.loads(json.dumps(one.state)) for one in (meet, alone, dry)}
    take(top, "heron")
    assert not alone.done
    assert alone.state["records"] == {}
    select(alone.box, 0, "shores")
    select(alone.box, 1, 80)
    press(alone.box, "Let the year come")
    writing(alone.box).value = "Соль."
    select(meet.box, 0, "reed_lake")
    heron = {one.key: json.loads(json.dumps(one.state)) for one in (meet, alone, dry)}
    take(top, "ayna")
    assert {one.key: one.state for one in (meet, alone, dry)} == was
    assert writing(alone.box).value == "Мы ждали воды."
    take(top, "heron")
    assert {one.key: one.state for one in (meet, alone, dry)} == heron
    assert {one.key: again().activity(one.key).state for one in (meet, alone, dry)} == heron  # a new kernel
    assert not any(entry["earlier"] for entry in saved(river).values())
    assert saved(river)["act_alone"]["done"]


def test_what_is_done_is_counted_on_the_river_of_now(river: Lesson) -> None:
    top, meet = river.welcome(), river.activity("meet_river")
    for _question in meet.questions():
        press(meet.box, "Go on")
    take(top, "bell")
    assert "Every step is saved in your own file." in words_on(top)
    take(top, "ayna")
    assert "1 of 13 activities are done." in words_on(top)


def test_a_persons_own_line_stays_whatever_river(river: Lesson) -> None:
    top, line = river.welcome(), river.activity("one_line")
    take(line.box, "hope")
    writing(line.box).value = "Води хватит всем."
    take(top, "swallow")
    assert writing(line.box).value == "Води хватит всем."


def test_a_second_tab_goes_on_with_its_own_river(river: Lesson, again: Again) -> None:
    other = again()
    here, there = river.activity("meet_river"), other.activity("meet_river")
    river.take_case("heron")
    select(there.box, 0, "gardens_town")
    select(here.box, 0, "reed_lake")
    entries = saved(river)
    assert entries["meet_river"]["state"]["answers"]["who_first"]["choice"] == "gardens_town"
    assert entries["meet_river.heron"]["state"]["answers"]["who_first"]["choice"] == "reed_lake"


def test_a_river_that_cannot_be_kept_is_shown_and_said(work: Path, river: Lesson) -> None:
    work.write_text("a file stands where the folder should be")
    top, meet = river.welcome(), river.activity("meet_river")
    take(top, "heron")
    assert "cannot be saved" in words_on(top)
    assert read_case("heron").text["about"] in words_on(meet.box)


# --- a link, the environment


@pytest.mark.parametrize("name", ["heron", "Heron", " bell "])
def test_a_link_chooses_the_first_river_and_it_stays(again: Again, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    link(monkeypatch, name)
    assert again().case.id == name.strip().lower()
    monkeypatch.delenv("QUERY_STRING")
    assert again().case.id == name.strip().lower()


def test_the_environment_chooses_where_the_address_does_not(again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASTARKHAN_RIVER", "swallow")
    assert again().case.id == "swallow"
    link(monkeypatch, "bell")
    assert again().case.id == "bell"


@pytest.mark.parametrize("name", ["nile", "", "../ayna", "ayna.toml", "%00"])
def test_a_name_that_nobody_knows_is_passed_over(again: Again, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    link(monkeypatch, name)
    monkeypatch.setenv("DASTARKHAN_RIVER", name.replace("%", ""))
    lesson = again()
    assert lesson.case.id == "ayna"
    assert not lesson.progress.path.exists()
    assert "This lesson is about “The river Ayna”." in words_on(lesson.welcome())


def test_a_choice_by_hand_holds_until_another_link(again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    link(monkeypatch, "heron")
    take(again().welcome(), "bell")
    assert again().case.id == "bell"  # the page is loaded again, with the same address
    link(monkeypatch, "swallow")
    assert again().case.id == "swallow"


def test_a_link_to_a_folder_that_cannot_be_written_opens(
    work: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.write_text("a file stands where the folder should be")
    link(monkeypatch, "heron")
    assert again().case.id == "heron"


@pytest.mark.parametrize("state", [{"name": "nile"}, {"name": ["heron"]}, {}, {"name": None, "asked": 3}])
def test_a_damaged_choice_is_the_lessons_own_river(river: Lesson, again: Again, state: dict[str, Any]) -> None:
    river.progress.save("river", state, done=False, based_on=0)
    assert again().case.id == "ayna"


# --- what was saved before there was a choice


def test_earlier_work_is_the_aynas(river: Lesson, again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {
        "meet_river": {"at": 1, "answers": {"who_first": {"choice": "gardens_town", "checked": None, "hints": 1}}},
        "dry_year": {"card": "very_dry", "rule": "proportional", "seen": ["proportional"]},
        "negotiate": {"river": "ayna", "side": "gardens", "opposite": "boulware"},
    }
    for key, state in old.items():
        river.progress.save(key, state, done=False, based_on=0)
    link(monkeypatch, "heron")
    lesson = again()
    meet, dry, talks = (lesson.activity(key) for key in old)
    assert meet.state["at"] == 0
    lesson.take_case("ayna")
    assert meet.state == old["meet_river"]
    assert dry.state["card"] == "very_dry"
    assert (talks.state["side"], talks.state["opposite"]) == ("gardens", "boulware")


def test_earlier_talks_on_another_river_go_on(river: Lesson, again: Again) -> None:
    """Before, a river could be chosen for the talks alone."""
    hold_talks(river, Year(), side="shores", name="heron")
    lesson = again()
    assert lesson.case.id == "ayna"
    talks = lesson.activity("negotiate")
    assert talks.case.id == "heron"
    press(talks.box, "Next year: new talks")
    press(talks.box, "Accept this offer" if "Accept this offer" in buttons(talks.box) else "Stop without agreement")
    assert talks.case.id == "heron"


# --- at the table


def test_the_table_chooses_for_the_whole_lesson(river: Lesson) -> None:
    top, meet, talks = river.welcome(), river.activity("meet_river"), river.activity("negotiate")
    take(talks.box, "bell")
    assert river.case.id == radios(top)[0].value == "bell"
    assert read_case("bell").text["about"] in words_on(meet.box)
    assert "You talk about: The river Bell." in words_on(talks.box)
    assert "GBAO and Badakhshan" in words_on(talks.box)
    take(top, "heron")
    assert "You talk about: The river Heron." in words_on(talks.box)


def test_talks_wait_on_their_river(river: Lesson, again: Again) -> None:
    top = river.welcome()
    hold_talks(river, Year(package=FIRST))
    talks, role = river.activity("negotiate"), river.activity("role_down")
    was, told = talks.state["game"], words_on(talks.box)
    take(top, "heron")
    assert talks.state["game"] is None
    take(talks.box, "shores")
    press(talks.box, "Sit down at the table")
    heron = talks.state["game"]
    assert heron["river"] == "heron"
    assert not role.done
    take(top, "ayna")
    assert talks.state["game"] == was
    assert words_on(talks.box) == told
    take(top, "heron")
    assert talks.state["game"] == heron
    assert saved(river)["negotiate"]["earlier"] == []


def test_the_table_takes_up_talks_on_the_river_that_is_chosen_there(river: Lesson) -> None:
    river.take_case("heron")
    river.progress.save("negotiate.bell", {"side": "meadows", "opposite": "two"}, done=False, based_on=0)
    talks = river.activity("negotiate")
    take(talks.box, "bell")
    assert (talks.state["side"], talks.state["opposite"]) == ("meadows", "two")
    assert "You are two people at this screen." in words_on(talks.box)
    assert saved(river)["negotiate.bell"]["revision"] == 1  # looking changes nothing


# --- taken along


def test_the_river_is_taken_along_and_brought_back(
    river: Lesson, again: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datetime

    river.take_case("heron")
    meet = river.activity("meet_river")
    select(meet.box, 0, "reed_lake")
    keep = river.keep()
    press(keep, "Make a copy to take along")
    offered = next(one.value for one in everything(keep) if "download=" in getattr(one, "value", ""))
    content = base64.b64decode(re.search(r"base64,([^']+)'", offered)[1])
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "another device"))
    other = again()
    top, fresh, box = other.welcome(), other.activity("meet_river"), other.keep()
    upload = next(one for one in everything(box) if type(one).__name__ == "FileUpload")
    when = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    upload.value = ({"name": "m.json", "type": "", "size": len(content), "content": content, "last_modified": when},)
    assert "1 activity was brought back." in words_on(box)
    assert other.case.id == radios(top)[0].value == "heron"
    assert radios(fresh.box)[0].value == "reed_lake"


# --- taps that come late


def test_a_tap_on_its_way_finds_nothing_of_the_river_before(river: Lesson) -> None:
    top, alone, talks = river.welcome(), river.activity("act_alone"), river.activity("negotiate")
    bank = radios(alone.box)[0]
    (side,) = [one for one in radios(talks.box) if "gardens" in [value for _words, value in one.options]]
    take(top, "bell")
    assert bank.comm is side.comm is None  # the page can no longer reach them
    bank.value = side.value = "gardens"
    assert alone.state["side"] is talks.state["side"] is None
    assert "gardens" not in json.dumps(saved(river))
