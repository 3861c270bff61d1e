"""start.py: every fault in one plain sentence, half a set-up mended, the second start quick. No network in here."""

import ast
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

KIT = Path(__file__).resolve().parents[1]
START = KIT / "start.py"

# A kit of one file: `dastarkhan` says what it was asked for. Its lock holds nothing, so nothing is fetched.
TINY_PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "dastarkhan"
version = "0"
"""
# The build of the tiny kit: an editable wheel is a .pth file and four lines of metadata.
TINY_BACKEND = """\
import os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "dastarkhan-0-py3-none-any.whl"
    info = "dastarkhan-0.dist-info/"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        wheel.writestr("dastarkhan.pth", os.getcwd() + "\\n")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: dastarkhan\\nVersion: 0\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "dastarkhan.pth,,\\n")
    return name
"""
TINY_MAIN = """\
import json, sys

if sys.argv[1:] == ["warm"]:
    with open("warmed", "a") as target:
        target.write("warm ")
else:
    print(json.dumps({"asked": sys.argv[1:], "prefix": sys.prefix}))
    sys.exit(7 if "fail" in sys.argv else 0)
"""

Kit = Path
Result = subprocess.CompletedProcess[str]


def make_kit(folder: Path) -> Kit:
    package = folder / "dastarkhan"
    (package / "jupyter" / "etc").mkdir(parents=True)
    shutil.copy(START, folder)
    (folder / "pyproject.toml").write_text(TINY_PROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(TINY_BACKEND, encoding="utf-8")
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    (folder / "requirements-test.lock").write_text("# nothing, for tests\n", encoding="utf-8")
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(TINY_MAIN, encoding="utf-8")
    (package / "jupyter" / "etc" / "settings.json").write_text("{}", encoding="utf-8")
    return folder


def run(kit: Kit, *words: str, before: str = "", patience: float = 120, **environment: str) -> Result:
    """Run start.py as a person does, or with a fault put in `before` it runs."""
    program = [str(kit / "start.py")]
    if before:
        code = f"{textwrap.dedent(before)}\nimport runpy, sys\nsys.argv[0] = {program[0]!r}\n"
        program = ["-c", code + f"runpy.run_path({program[0]!r}, run_name='__main__')"]
    return subprocess.run(
        [sys.executable, *program, *words], cwd=kit, env={**os.environ, **environment}, capture_output=True,
        text=True, timeout=patience, check=False,
    )  # fmt: skip


def says(result: Result, *parts: str) -> None:
    """One sentence on the error line, exit code 3, and never a traceback."""
    assert result.returncode == 3, result
    assert "Traceback" not in result.stdout + result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    for part in parts:
        assert part in lines[0]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """A tiny kit that was set up once; tests that would spoil it copy it."""
    kit = make_kit(tmp_path_factory.mktemp("a kit with 'quotes', spaces and қазақша") / "kit")
    result = run(kit)
    assert result.returncode == 0, result
    assert "happens once" in result.stdout
    return kit


@pytest.fixture
def copied(finished: Kit, tmp_path: Path) -> Kit:
    """The finished kit, moved somewhere else by its owner."""
    return Path(shutil.copytree(finished, tmp_path / "moved", symlinks=True))


def answer(result: Result) -> dict[str, object]:
    assert result.returncode == 0, result
    found = json.loads(result.stdout.strip().splitlines()[-1])
    assert isinstance(found, dict)
    return found


def test_hands_every_word_to_the_command(finished: Kit) -> None:
    for words in ([], ["--no-browser", "--port", "8899"], ["languages", "check", "--json"], ["check", "a file.toml"]):
        assert answer(run(finished, *words))["asked"] == words


def test_the_command_runs_inside_the_kits_own_environment(finished: Kit) -> None:
    assert answer(run(finished))["prefix"] == str(finished / ".venv")
    assert run(finished, "fail").returncode == 7


def test_second_start_is_silent(finished: Kit) -> None:
    run(finished)
    assert len(run(finished).stdout.splitlines()) == 1


def test_stray_settings_of_python_do_not_reach_the_kit(finished: Kit, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a stray module')", encoding="utf-8")
    result = run(finished, before="import os, json; os.environ['PYTHONPATH'] = " + repr(str(tmp_path)))
    assert answer(result)["asked"] == []


def test_changed_settings_are_prepared_again_and_nothing_more(copied: Kit) -> None:
    run(copied)
    before = (copied / "warmed").read_text()
    (copied / "dastarkhan" / "jupyter" / "etc" / "settings.json").write_text('{"a": 1}', encoding="utf-8")
    result = run(copied)
    assert "have changed" in result.stdout
    assert (copied / "warmed").read_text() == before + "warm "
    assert len(run(copied).stdout.splitlines()) == 1


def test_a_program_that_asks_for_json_reads_nothing_else(copied: Kit) -> None:
    (copied / "dastarkhan" / "jupyter" / "etc" / "settings.json").write_text('{"b": 2}', encoding="utf-8")
    result = run(copied, "languages", "status", "--json")
    assert "Set-up is done." in result.stderr
    assert json.loads(result.stdout)["asked"] == ["languages", "status", "--json"]


def test_a_changed_lock_is_installed_over(copied: Kit) -> None:
    run(copied)
    (copied / ".venv" / "kept").touch()
    (copied / "requirements.lock").write_text("# still nothing, but new\n", encoding="utf-8")
    result = run(copied)
    assert "list of parts has changed" in result.stdout
    assert (copied / ".venv" / "kept").exists()
    assert len(run(copied).stdout.splitlines()) == 1


def test_a_moved_folder_is_put_right_without_network(copied: Kit) -> None:
    result = run(copied, before="import os; os.environ.update(PIP_INDEX_URL='http://127.0.0.1:9/')")
    assert "has moved" in result.stdout
    assert answer(result)["prefix"] == str(copied / ".venv")
    code = "import dastarkhan; print(dastarkhan.__file__)"
    place = subprocess.check_output([copied / ".venv" / "bin" / "python", "-P", "-c", code], cwd="/", text=True)
    assert place.strip() == str(copied / "dastarkhan" / "__init__.py")


def half_by_power_cut(kit: Kit) -> None:
    (kit / ".venv" / "dastarkhan.json").write_text("", encoding="utf-8")


def half_by_interruption(kit: Kit) -> None:
    stop = "import builtins, subprocess\n"
    stop += "def stop(*a, **k): raise KeyboardInterrupt\n"
    stop += "subprocess.Popen = stop"
    (kit / "requirements.lock").write_text("# new\n", encoding="utf-8")
    (kit / ".venv" / "dastarkhan.json").unlink()
    (kit / ".venv" / "pyvenv.cfg").unlink()
    result = run(kit, before=stop)
    assert result.returncode == 130
    assert "Stopped. Start again" in result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.turn("set-up")
@pytest.mark.parametrize("interrupt", [half_by_power_cut, half_by_interruption])
def test_half_a_set_up_is_noticed_and_mended(copied: Kit, interrupt: Callable[[Kit], None]) -> None:
    interrupt(copied)
    (copied / ".venv" / "rubbish").mkdir()
    result = run(copied)
    assert "was not finished" in result.stdout
    assert answer(result)["asked"] == []
    assert not (copied / ".venv" / "rubbish").exists()
    assert len(run(copied).stdout.splitlines()) == 1


@pytest.mark.turn("set-up")
def test_an_environment_whose_python_is_gone_is_made_anew(copied: Kit) -> None:
    for name in ("python", "python3", f"python3.{sys.version_info.minor}"):
        (copied / ".venv" / "bin" / name).unlink()
    result = run(copied)
    assert "Python of this computer has changed" in result.stdout
    assert answer(result)["asked"] == []


@pytest.mark.turn("set-up")
def test_two_windows_at_once(tmp_path: Path) -> None:
    kit = make_kit(tmp_path / "kit")
    (kit / ".venv").mkdir()
    hold = "import fcntl, time; held = open('.venv/dastarkhan.latch', 'a'); fcntl.flock(held, fcntl.LOCK_EX)"
    hold += "; print('held', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", hold], cwd=kit, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        says(run(kit), "Another window", "Wait")
    finally:
        other.terminate()
        other.communicate(timeout=10)
    assert answer(run(kit))["asked"] == []  # the latch opens when its holder ends, however it ends


FAULTS = {
    "no venv": ("import sys; sys.modules['venv'] = None", ["Python is missing: venv", "apt install python3."]),
    "no ensurepip": ("import sys; sys.modules['ensurepip'] = None", ["ensurepip", "apt install python3."]),
    "no room": (
        "import shutil, types; shutil.disk_usage = lambda path: types.SimpleNamespace(free=120 * 10**6)",
        ["120 MB are free", "700 MB are needed"],
    ),
    "a part that Windows holds": (
        "import os\ndef refuse(*a, **k): raise OSError('[WinError 32] The process cannot access the file')\n"
        "os.makedirs = refuse",
        ["is in use", "other windows"],
    ),
    "an old Python": (
        "import sys; sys.version_info = (3, 9, 2, 'final', 0)",
        ["Python 3.11 to 3.13", "Python 3.9.2", "type: python3.12 start.py"],
    ),
    "a Python that is too new": ("import sys; sys.version_info = (3, 14, 0, 'final', 0)", ["Python 3.14.0"]),
    "another Python": ("import sys; sys.implementation.name = 'pypy'", ["python.org", "pypy"]),
    "32 bits": ("import sys; sys.maxsize = 2**31 - 1", ["64-bit"]),
    "a folder of somebody else": (
        "import os\ndef refuse(*a, **k): raise PermissionError(13, 'Permission denied')\nos.makedirs = refuse",
        ["may not write", "folder of your own"],
    ),
    "a disk that fills up": (
        "import os\ndef refuse(*a, **k): raise OSError(28, 'No space left on device')\nos.makedirs = refuse",
        ["disk is full", "300 MB more"],
    ),
}


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_missing_thing_is_one_sentence(fault: str, tmp_path: Path) -> None:
    before, parts = FAULTS[fault]
    kit = make_kit(tmp_path / "kit")
    says(run(kit, before=before), *parts)
    assert not (kit / ".venv").exists()


def test_an_unusable_folder_name(tmp_path: Path) -> None:
    says(run(make_kit(tmp_path / "a:b")), "character", "':'", "Rename")


def test_somebody_elses_environment_is_left_alone(tmp_path: Path) -> None:
    kit = make_kit(tmp_path / "kit")
    (kit / ".venv").mkdir()
    (kit / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\n", encoding="utf-8")
    says(run(kit), "did not make", "Move it away")
    assert [path.name for path in (kit / ".venv").iterdir()] == ["pyvenv.cfg"]


def test_a_kit_that_was_not_unpacked_whole(tmp_path: Path) -> None:
    kit = make_kit(tmp_path / "kit")
    (kit / "requirements.lock").unlink()
    says(run(kit), "requirements.lock is missing", "Unpack")
    assert not (kit / ".venv").exists()


@pytest.mark.turn("set-up")
def test_no_network(tmp_path: Path) -> None:
    kit = make_kit(tmp_path / "kit")
    (kit / "requirements.lock").write_text("anyio==4.0.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    offline = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple/", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull,
               "PIP_FIND_LINKS": "", "PIP_NO_CACHE_DIR": "1"}  # fmt: skip
    says(run(kit, **offline), "internet once")
    assert "was not finished" in run(kit, **offline).stdout  # and the next start begins again


@pytest.mark.turn("set-up")
def test_a_damaged_part(tmp_path: Path) -> None:
    kit, shelf = make_kit(tmp_path / "kit"), tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "part-1-py3-none-any.whl").write_bytes(b"not what was promised")
    (kit / "requirements.lock").write_text("part==1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    result = run(kit, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(shelf), PIP_CONFIG_FILE=os.devnull)
    says(result, "part", "arrived damaged")
    says(run(kit, PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull), "no ready-made part part")


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (r"[WinError 5] Access is denied: 'C:\\my kit\\.venv\\Scripts\\python.exe'", "in use"),
        (r"ERROR: Could not install: [WinError 5] Отказано в доступе: 'c:\\kit\\.venv\\lib\\zmq.pyd'", "in use"),
        (r"[WinError 32] Процесс не может получить доступ к файлу: 'c:\\kit\\x'", "in use"),
        (r"[WinError 5] Access is denied: 'C:\\Program Files\\kit\\.venv'", "may not write"),
        (r"[WinError 112] Недостаточно места на диске", "disk is full"),
    ],
)
def test_what_windows_says_is_understood(told: str, part: str) -> None:
    assert part in str(runpy.run_path(str(START), run_name="start")["fault"](told))


def test_the_launcher_of_windows_is_told_to_take_one_python() -> None:
    start = runpy.run_path(str(START), run_name="start")
    start["check_python"].__globals__["WINDOWS"] = True
    with pytest.raises(start["MissingError"], match=r"type: py -3\.12 start\.py$"):
        start["check_python"]((3, 14, 0))
    # With `#!/usr/bin/env python3`, `py` takes the python3.exe of a fresh Windows, which runs nothing: CPython 100107
    assert not START.read_bytes().startswith(b"#!")


def test_every_python_can_at_least_read_it() -> None:
    source = START.read_text(encoding="ascii")
    tree = ast.parse(source, feature_version=(3, 7))
    kinds = {type(node) for node in ast.walk(tree)}
    assert not kinds & {ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.AsyncFunctionDef}
    assert not any(node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg))
    assert not any(isinstance(node, ast.Raise) and node.cause for node in ast.walk(tree))
    imported = {a.name for node in tree.body if isinstance(node, ast.Import) for a in node.names}
    assert imported <= {"hashlib", "json", "os", "re", "shutil", "subprocess", "sys"}  # as old as Python 2.7


def test_sentences_are_short_and_none_is_idle() -> None:
    source = START.read_text(encoding="utf-8")
    scope: dict[str, dict[str, str]] = {}
    exec(compile(ast.parse(source), str(START), "exec"), {"__name__": "start", "__file__": str(START)}, scope)
    rest = source.split("# What pip or the system says")[1]
    for key, text in scope["SENTENCES"].items():
        assert f'"{key}"' in rest, f"nobody says {key!r}"
        for sentence in re.split(r"(?<=[.!?;:]) ", "" if key == "help" else text):
            assert len(sentence.split()) <= 20, sentence
