"""A visit to the lesson, with a folder of its own."""

from pathlib import Path

import pytest

from dastarkhan.lessons import Lesson, lesson
from simulations.table import Record
from tests.lessons.after_talks import THREE_YEARS, hold_talks, put_role_down


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "work"))
    return tmp_path / "work"


@pytest.fixture
def river(work: Path) -> Lesson:
    return lesson("11_shared_river", language="en")


@pytest.fixture
def again(work: Path):
    """Another visit by the same person: the kernel was lost, or a second tab is open."""
    return lambda language="en": lesson("11_shared_river", language=language)


@pytest.fixture
def talked(river: Lesson) -> Lesson:
    """A person who has talked for three years and put the role down."""
    hold_talks(river, *THREE_YEARS)
    put_role_down(river)
    return river


@pytest.fixture
def room(work: Path):
    """Put files into the folder of rooms and open the debrief."""

    def opened(**files: bytes | Record) -> Lesson:
        folder = work / "rooms"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.to_text().encode()
            (folder / f"{name}.{'zip' if isinstance(content, bytes) else 'jsonl'}").write_bytes(data)
        return lesson("debrief", language="en")

    return opened
