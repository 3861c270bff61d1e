"""A person's work comes back: after a loss, on another device, from another version, after any damage."""

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dastarkhan.lessons import Lesson
from dastarkhan.lessons.shared_river.visit import Visit
from simulations.table import Case
from simulations.table.plain import thaw
from tests.lessons.screen import everything, press, radios, select, words_on

Again = Callable[..., Lesson]


def test_work_is_taken_along_and_brought_back(
    river: Lesson, again: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet = river.activity("meet_river")
    select(meet.box, 0, "wetland")
    keep = river.keep()
    press(keep, "Make a copy to take along")
    link = next(one.value for one in everything(keep) if "download=" in getattr(one, "value", ""))
    content = base64.b64decode(re.search(r"base64,([^']+)'", link)[1])
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "another device"))
    other = again()
    fresh = other.activity("meet_river")
    box = other.keep()
    upload = next(one for one in everything(box) if type(one).__name__ == "FileUpload")
    upload.value = (
        {"name": "mine.json", "type": "", "size": len(content), "content": content, "last_modified": _when()},
    )
    assert "1 activity was brought back." in words_on(box)
    assert radios(fresh.box)[0].value == "wetland"


def test_a_foreign_file_is_refused_in_plain_words(river: Lesson) -> None:
    box = river.keep()
    upload = next(one for one in everything(box) if type(one).__name__ == "FileUpload")
    upload.value = ({"name": "a.txt", "type": "", "size": 5, "content": b"hello", "last_modified": _when()},)
    assert "This is not a file of the kit, so nothing was changed." in words_on(box)


def test_a_folder_that_cannot_be_written_is_said_and_stops_nothing(work: Path, river: Lesson) -> None:
    work.write_text("a file stands where the folder should be")
    meet = river.activity("meet_river")
    select(meet.box, 0, "wetland")
    assert "Your work cannot be saved" in words_on(meet.box)
    press(meet.box, "Check")
    assert "Look again." in words_on(meet.box)


def test_what_a_new_version_cannot_show_is_kept(river: Lesson, again: Again) -> None:
    strange = {"card": "flood of frogs", "rule": "proportional", "words": {"text": "Kept.", "ticked": []}}
    river.progress.save("dry_year", strange, done=False, based_on=0)
    dry = again().activity("dry_year")
    assert dry.state["card"] == "dry"
    select(dry.box, 2, "very_dry")
    entry = river.progress.entry("dry_year")
    assert entry.state["words"]["text"] == "Kept."
    assert strange in entry.earlier


def test_a_record_of_other_numbers_is_not_played_on(river: Lesson) -> None:
    visit = Visit.begin(river.case, "springs")
    assert Visit.read(river.case, "springs", visit.text()) == visit
    other = json.loads(json.dumps(thaw(river.case.data)))
    other["outcomes"]["made_from"] = "another river"
    assert Visit.read(Case(data=other), "springs", visit.text()) is None
    assert Visit.read(river.case, "springs", visit.text().splitlines()[0] + "\n") is None


def _when():
    import datetime

    return datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
