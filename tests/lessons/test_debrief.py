"""The debrief without a browser: choosing tables, feelings first, and where it is found."""

from pathlib import Path

import pytest

from dastarkhan.jupyter.shelf import lessons
from dastarkhan.jupyter.trainers import tool_address
from dastarkhan.languages.paths import kit_root, own_house
from dastarkhan.languages.templates import gather
from dastarkhan.lessons import lesson
from dastarkhan.lessons.debrief import records
from dastarkhan.lessons.debrief.facts import table_of
from simulations.errors import KitError
from simulations.games.results import enough_for_dots
from tests.lessons.debrief_room import AFTER_FEELINGS, M, bring, fair_table, no_agreement, packed, river_table, taken
from tests.lessons.screen import press, radios, take, ticks, words_on

# --- choosing


def test_nothing_is_there_at_first(room) -> None:
    visit = room()
    chosen = visit.activity("tables")
    assert chosen.summary() == "No tables are chosen yet."
    assert "There is no file of a room yet." in words_on(chosen.box)
    for key in AFTER_FEELINGS:
        assert "Choose the tables first" in words_on(visit.activity(key).box)
    assert "Choose the tables first" in words_on(visit.activity("feelings").box)


def test_files_of_the_folder_are_opened_together(room) -> None:
    visit = room(one=fair_table(), two=packed(no_agreement(), fair_table()))
    chosen = visit.activity("tables")
    press(chosen.box, "Open these tables")
    assert "Tick a file first." in words_on(chosen.box)
    assert [box.description for box in ticks(chosen.box)] == ["one.jsonl", "two.zip"]
    for box in ticks(chosen.box):
        box.value = True
    press(chosen.box, "Open these tables")
    assert "3 tables are open: The apricot fair." in words_on(chosen.box)
    assert chosen.done


def test_different_cases_are_refused(room) -> None:
    visit = room(one=fair_table(), two=river_table())
    chosen = visit.activity("tables")
    for box in ticks(chosen.box):
        box.value = True
    press(chosen.box, "Open these tables")
    assert "These tables played different cases: The apricot fair, The river Ayna." in words_on(chosen.box)
    assert chosen.state["files"] == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.jsonl", b"hello", "“notes.jsonl” holds no moves of a table"),
        ("notes.jsonl", b"", "“notes.jsonl” holds no moves of a table"),
        ("picture.jsonl", b"\xff\xfe\x00", "“picture.jsonl” holds no moves of a table"),
        ("room.zip", b"not a zip", "There are no moves of tables in “room.zip”"),
        ("room.zip", packed(), "There are no moves of tables in “room.zip”"),
        ("cut.jsonl", fair_table().to_text().encode()[:-20], "Line 5 cannot be read"),
        ("edited.jsonl", fair_table().to_text().replace("too_little", "dry_years").encode(), "changed after the game"),
    ],
)
def test_what_is_no_record_is_refused(room, name: str, content: bytes, says: str) -> None:
    chosen = room().activity("tables")
    bring(chosen, name, content)
    assert says in words_on(chosen.box)
    assert not (records.folder() / name).exists()


def test_a_record_that_breaks_the_rules_is_refused() -> None:
    unlawful = fair_table().add(fair_table().moves[-1].__class__(id="x", seat=M, kind="fly", data={}))
    with pytest.raises(KitError) as refused:
        records.records_in("table.jsonl", unlawful.to_text().encode())
    assert refused.value.code == "debrief.not_a_record"


def test_a_file_that_is_brought_stays_and_is_opened(room) -> None:
    chosen = room().activity("tables")
    content = packed(fair_table(), no_agreement())
    bring(chosen, "../../my room.zip", content)
    assert "2 tables are open" in words_on(chosen.box)
    assert records.names() == ("my room.zip",)
    assert records.keep("my room.zip", content) == "my room.zip", "the same file is kept once"
    assert records.keep("my room.zip", packed(fair_table())) == "my room-2.zip", "another one is not lost"


NEW, OLD = "2026-11-28-1015-fair-0a1b2c", "2026-11-27-0905-ayna-ffffff"


def test_a_room_is_chosen_the_newest_first(room) -> None:
    files = {f"{NEW}-table-{number}": fair_table() for number in (1, 2, 10)}
    visit = room(**files, **{f"{OLD}-table-1": river_table(), "fair-table-1": no_agreement()})
    chosen = visit.activity("tables")
    (which,) = radios(chosen.box)
    assert [name for _, name in which.options] == [NEW, OLD, ""]
    assert [label for label, _ in which.options] == [
        "November 28, 2026, 10:15: The apricot fair",
        "November 27, 2026, 09:05: The river Ayna",
        "Other files",
    ]
    assert [(box.description, box.value) for box in ticks(chosen.box)] == [
        ("Table 1", True),
        ("Table 2", True),
        ("Table 10", True),
    ]
    press(chosen.box, "Open these tables")
    assert "3 tables are open: The apricot fair." in words_on(chosen.box)
    take(chosen.box, OLD)
    assert "3 tables are open" in words_on(chosen.box), "looking at another room opens nothing"
    press(chosen.box, "Open these tables")
    assert chosen.state["files"] == [f"{OLD}-table-1.jsonl"]
    take(chosen.box, "")
    assert [(box.description, box.value) for box in ticks(chosen.box)] == [("fair-table-1.jsonl", False)]
    again = lesson("debrief", language="en").activity("tables")
    assert radios(again.box)[0].value == OLD, "the room that was opened"


def test_a_name_that_is_nearly_a_rooms_is_a_file_like_others(room) -> None:
    names = ("2026-13-28-1015-fair-0a1b2c-table-1", f"{NEW}-table-1-2", f"{NEW}-table-x")
    visit = room(**dict.fromkeys(names, fair_table()))
    assert [one.name for one in records.rooms()] == [""]
    assert [box.description for box in ticks(visit.activity("tables").box)] == sorted(f"{one}.jsonl" for one in names)


def test_more_than_twelve_tables_are_too_many() -> None:
    assert len(records.together([no_agreement()] * 12)) == 12
    with pytest.raises(KitError) as refused:
        records.together([no_agreement()] * 13)
    assert refused.value.code == "debrief.too_many"


def test_an_example_opens_as_many_tables_as_may_be_drawn(room) -> None:
    visit = room()
    chosen = visit.activity("tables")
    press(chosen.box, "Example: The apricot fair")
    assert "5 tables are open: The apricot fair." in words_on(chosen.box)
    agreed = [table_of(n, one.to_text()).result.agreed for n, one in enumerate(records.example("fair"), start=1)]
    assert enough_for_dots(agreed)


def test_a_file_that_has_gone_is_forgotten(room) -> None:
    visit = taken(room(one=fair_table()))
    (records.folder() / "one.jsonl").unlink()
    again = lesson("debrief", language="en")
    assert again.activity("tables").state["files"] == []
    assert "Choose the tables first" in words_on(again.activity("dots").box)
    assert visit.number == "debrief"


# --- feelings first


def test_results_wait_for_feelings(room) -> None:
    visit = room(one=fair_table())
    waiting = [visit.activity(key) for key in AFTER_FEELINGS]
    feelings, chosen = visit.activity("feelings"), visit.activity("tables")
    ticks(chosen.box)[0].value = True
    press(chosen.box, "Open these tables")
    for one in waiting:
        assert "Results wait." in words_on(one.box)
        assert "<svg" not in "".join(getattr(each, "value", "") or "" for each in one.box.children)
    press(feelings.box, "Feelings have been said")
    for one in waiting:
        assert "Results wait." not in words_on(one.box)
    press(feelings.box, "Hold them back again")
    for one in waiting:
        assert "Results wait." in words_on(one.box)


def test_feelings_are_said_anew_after_other_tables(room) -> None:
    visit = taken(room(one=fair_table()))
    assert "Results wait." not in words_on(visit.activity("dots").box)
    press(visit.activity("tables").box, "Example: The apricot fair")
    assert "Results wait." in words_on(visit.activity("dots").box)
    assert visit.activity("feelings").summary() == "Feelings come first."


# --- where it is found


def test_it_stands_for_trainers_and_not_among_the_lessons() -> None:
    shelf = lessons(kit_root(), "en")
    assert "debrief" not in [one.name for one in shelf]
    assert tool_address(kit_root(), "debrief", "en") == "../voila/render/modules/en/debrief.ipynb?language=en"
    assert tool_address(Path("nowhere"), "debrief", "en") == ""


def test_its_words_have_a_catalog_of_their_own() -> None:
    found = gather(own_house())
    texts = {one.entry.text for one in found["lesson_debrief"]}
    assert "Which tables do you talk over?" in texts
    assert "What did you feel at the moment when the agreement stood?" in texts
    assert "The debrief" in texts
    assert lesson("debrief", language="ru").words.domains == ("lesson_debrief", "guide_debrief", "lesson_11", "kit")
