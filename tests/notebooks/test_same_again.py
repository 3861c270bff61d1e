"""Lessons say the same whenever they are run: strict comparison of what their cells print.

Notebooks are committed without outputs, so there is nothing that nbval could compare. The reference is therefore made
here by one run, and a second run, in another process with another hash seed, is compared with it cell by cell.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.turns import another, first_and_another

KIT = Path(__file__).resolve().parents[2]
LESSONS = sorted((KIT / "modules" / "en").glob("*.ipynb"))
REHEARSALS = sorted((KIT / "facilitator_guides" / "en").glob("*.ipynb"))


def test_there_are_lessons() -> None:
    assert LESSONS
    assert REHEARSALS


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "work"))
    monkeypatch.setenv("PYTHONPATH", str(KIT))
    return {**os.environ, "PYTHONHASHSEED": "7", "JUPYTER_PLATFORM_DIRS": "1"}


def reference(lesson: Path, folder: Path) -> Path:
    """Run a lesson as it stands and keep what its cells print, without the widgets' numbers."""
    notebook = nbformat.read(lesson, as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}}).execute()
    notebook.metadata.pop("widgets", None)
    path = folder / lesson.name
    nbformat.write(notebook, path)
    return path


def strict(path: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a notebook again and compare every cell's output with the kept one."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "--nbval-cell-timeout", "60"]
    return subprocess.run(
        [*command, "-c", os.devnull, "--rootdir", str(path.parent), str(path)],
        cwd=path.parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.mark.parametrize("lesson", [*first_and_another(LESSONS), *another(REHEARSALS)], ids=lambda path: path.stem)
def test_a_lesson_prints_the_same_twice(lesson: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    path = reference(lesson, tmp_path)
    told = [
        output["data"]["text/plain"]
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for output in cell.get("outputs", ())
        if output["output_type"] == "execute_result"
    ]
    assert len(told) >= (4 if lesson in LESSONS else 3), "nothing would be compared"
    again = strict(path, environment)
    assert again.returncode == 0, again.stdout[-3000:]


def test_a_lesson_that_says_something_else_is_caught(tmp_path: Path, environment: dict[str, str]) -> None:
    path = reference(KIT / "modules" / "en" / "11_shared_river.ipynb", tmp_path)
    text = path.read_text("utf-8")
    assert "0 of 4 questions answered." in text
    path.write_text(text.replace("0 of 4 questions answered.", "1 of 4 questions answered."), "utf-8")
    assert strict(path, environment).returncode == 1
