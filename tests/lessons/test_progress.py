"""A person's work: nothing that was made is ever lost."""

import json
import multiprocessing
from pathlib import Path

import pytest

from dastarkhan.languages.paths import home
from dastarkhan.lessons.progress import Entry, Progress, parse, write
from simulations.errors import KitError

LESSON = "11_shared_river"


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(LESSON, tmp_path)


def test_nothing_is_there_at_first(progress: Progress) -> None:
    assert progress.entry("meet_river") == Entry()
    assert not progress.path.exists()


def test_a_save_is_found_again_by_a_new_visit(progress: Progress, tmp_path: Path) -> None:
    progress.save("meet_river", {"place": "reservoir"}, done=False, based_on=0)
    again = Progress(LESSON, tmp_path).entry("meet_river")
    assert again == Entry(revision=1, state={"place": "reservoir"})


def test_done_stays_done(progress: Progress) -> None:
    progress.save("a", {"n": 1}, done=True, based_on=0)
    assert progress.save("a", {"n": 2}, done=False, based_on=1).done


def test_two_tabs_in_two_activities_both_stay(tmp_path: Path) -> None:
    one, two = Progress(LESSON, tmp_path), Progress(LESSON, tmp_path)
    one.save("a", {"n": 1}, done=False, based_on=0)
    two.save("b", {"n": 2}, done=False, based_on=0)
    assert {key: entry.state for key, entry in one.read().items()} == {"a": {"n": 1}, "b": {"n": 2}}


def test_two_tabs_in_one_activity_lose_nothing(tmp_path: Path) -> None:
    one, two = Progress(LESSON, tmp_path), Progress(LESSON, tmp_path)
    one.save("a", {"text": "from the first tab"}, done=False, based_on=0)
    entry = two.save("a", {"text": "from the second tab"}, done=False, based_on=0)
    assert entry.state == {"text": "from the second tab"}
    assert entry.earlier == ({"text": "from the first tab"},)
    assert entry.revision == 2


def test_ordinary_saves_do_not_pile_up(progress: Progress) -> None:
    for revision in range(5):
        entry = progress.save("a", {"n": revision}, done=False, based_on=revision)
    assert entry.earlier == ()


def _save_many(folder: str, activity: str) -> None:
    progress = Progress(LESSON, Path(folder))
    for n in range(20):
        entry = progress.entry(activity)
        progress.save(activity, {"n": n}, done=False, based_on=entry.revision)


def test_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_save_many, args=(str(tmp_path), name)) for name in ("a", "b", "c")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    entries = Progress(LESSON, tmp_path).read()
    assert {key: (entry.revision, entry.state["n"]) for key, entry in entries.items()} == {
        "a": (20, 19),
        "b": (20, 19),
        "c": (20, 19),
    }


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"schema": 1}', "\x00\x00", '{"schema": 1, "lesson": "x"}'])
def test_a_damaged_file_is_kept_and_the_backup_used(progress: Progress, broken: str) -> None:
    progress.save("a", {"n": 1}, done=False, based_on=0)
    progress.save("a", {"n": 2}, done=False, based_on=1)
    progress.path.write_text(broken, "utf-8")
    assert progress.entry("a").state == {"n": 1}
    assert progress.damaged is not None
    assert progress.damaged.read_text("utf-8") == broken
    assert progress.save("b", {"n": 3}, done=False, based_on=0).state == {"n": 3}
    assert set(progress.read()) == {"a", "b"}


def test_a_copy_taken_along_comes_back_elsewhere(progress: Progress, tmp_path: Path) -> None:
    progress.save("a", {"text": "Бақ елі · سرزمین"}, done=True, based_on=0)
    elsewhere = Progress(LESSON, tmp_path / "other")
    elsewhere.save("b", {"n": 1}, done=False, based_on=0)
    assert elsewhere.bring_back(progress.text()) == ("a",)
    entries = elsewhere.read()
    assert entries["a"].state == {"text": "Бақ елі · سرزمین"}
    assert entries["a"].done
    assert entries["b"].state == {"n": 1}


def test_bringing_back_keeps_what_it_replaces(progress: Progress) -> None:
    progress.save("a", {"n": 1}, done=False, based_on=0)
    copy = progress.text()
    progress.save("a", {"n": 2}, done=False, based_on=1)
    progress.bring_back(copy)
    entry = progress.entry("a")
    assert (entry.state, entry.earlier, entry.revision) == ({"n": 1}, ({"n": 2},), 3)
    assert progress.bring_back(copy) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("not json", "lesson.not_our_file"),
        ("[1, 2]", "lesson.not_our_file"),
        (json.dumps({"schema": 99, "lesson": LESSON, "activities": {}}), "lesson.not_our_file"),
        (json.dumps({"schema": 1, "lesson": LESSON, "activities": {"a": {"state": {}}}}), "lesson.not_our_file"),
        (json.dumps({"schema": 1, "lesson": "08_negotiation", "activities": {}}), "lesson.other_lesson"),
    ],
)
def test_a_wrong_file_changes_nothing(progress: Progress, text: str, code: str) -> None:
    progress.save("a", {"n": 1}, done=False, based_on=0)
    before = progress.path.read_bytes()
    with pytest.raises(KitError) as caught:
        progress.bring_back(text)
    assert caught.value.code == code
    assert progress.path.read_bytes() == before


def test_a_folder_that_is_a_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(KitError) as caught:
        Progress(LESSON, tmp_path / "taken").save("a", {}, done=False, based_on=0)
    assert caught.value.code == "lesson.cannot_save"


def test_text_and_parse_are_each_others_inverse() -> None:
    entries = {"a": Entry(revision=3, state={"n": 1}, done=True, earlier=({"n": 0},))}
    assert parse(write(entries, LESSON), LESSON) == entries


def test_home_is_where_the_person_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path))
    assert home() == tmp_path


def test_half_a_sign_does_not_stop_a_save(progress: Progress) -> None:
    progress.save("a", {"text": "half \ud83d of it"}, done=False, based_on=0)
    assert progress.entry("a").state == {"text": "half \ud83d of it"}
    assert progress.text().encode("utf-8")


def test_a_file_nested_beyond_reason_is_refused(progress: Progress) -> None:
    with pytest.raises(KitError) as caught:
        progress.bring_back("[" * 200_000)
    assert caught.value.code == "lesson.not_our_file"
