"""The command `dastarkhan`: its words, its exit codes, and never a traceback."""

import json
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from dastarkhan import cli
from dastarkhan.languages import environment_language, words
from simulations.errors import KitError

KIT = Path(__file__).resolve().parents[1]


def fake_room(monkeypatch: pytest.MonkeyPatch, name: str, run: object) -> None:
    room = types.ModuleType(name)
    room.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, room)
    parent, _, child = name.rpartition(".")
    monkeypatch.setattr(sys.modules.get(parent) or __import__(parent, fromlist=["x"]), child, room, raising=False)


@pytest.mark.parametrize(
    ("given", "port", "json_line"),
    [([], None, False), (["--port", "8899"], 8899, False), (["lab", "--json"], None, True), (["--json"], None, True)],
)
def test_without_a_word_the_lessons_open(
    given: list[str], port: int | None, json_line: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    fake_room(monkeypatch, "dastarkhan.jupyter.lab", lambda args: asked.append(args) or 0)
    assert cli.main(given) == 0
    assert (asked[0].port, asked[0].json, asked[0].no_browser, asked[0].language) == (port, json_line, False, None)


def test_every_word_reaches_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    for name in ("dastarkhan.check", "dastarkhan.warm"):
        fake_room(monkeypatch, name, lambda args: asked.append(args.command) or 0)
    assert cli.main(["check", "ayna", "--picture", "out.png"]) == 0
    assert cli.main(["warm"]) == 0
    assert asked == ["check", "warm"]


def refusing(error: BaseException) -> object:
    def run(args: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KitError("languages.unknown", language="xx", allowed="en, kk"), 2),
        (KitError("machine.not_writable", place="there"), 3),
        (ModuleNotFoundError("No module named 'babel'", name="babel.dates"), 3),
        (KeyboardInterrupt(), 130),
    ],
)
def test_faults_end_in_a_sentence_and_a_code(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_room(monkeypatch, "dastarkhan.check", refusing(error))
    assert cli.main(["check", "x"]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == (0 if code == 130 else 1)


def test_a_program_gets_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fake_room(monkeypatch, "dastarkhan.check", refusing(KitError("languages.unknown", language="xx", allowed="en")))
    assert cli.main(["check", "x", "--json"]) == 2
    line = json.loads(capsys.readouterr().out)
    assert line == {"error": "languages.unknown", "sentence": "The kit does not speak “xx”. It speaks: en."}


@pytest.mark.parametrize("part", [["check", "xx", "--json"], ["check", "xx"], ["update", "en"]])
def test_languages_are_refused_as_everything_is(part: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["languages", *part]) == 2
    told = capsys.readouterr()
    if "--json" in part:
        assert (json.loads(told.out)["error"], told.err) == ("languages.unknown", "")
    else:
        assert (told.out, len(told.err.splitlines())) == ("", 1)


def test_our_own_mistakes_keep_their_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = ModuleNotFoundError("No module named 'simulations.gone'", name="simulations.gone")
    fake_room(monkeypatch, "dastarkhan.check", refusing(fault))
    with pytest.raises(ModuleNotFoundError):
        cli.main(["check", "x"])


def test_unknown_options_are_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (["lab", "--colour"], ["nonsense"], ["check"]):
        with pytest.raises(SystemExit) as ended:
            cli.main(given)
        assert ended.value.code == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [
        ("--language", "xx", "en, kk"),
        ("--port", "many", "1 – 65535"),
        ("--port", "99999", "65535"),
        ("--port", "0", "1"),
    ],
)
def test_a_value_that_an_option_cannot_have_is_named_with_what_is_allowed(
    option: str, value: str, allowed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["lab", option, value]) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert all(part in told.err for part in (f"“{option}”", f"“{value}”", allowed))
    assert cli.main(["lab", option, value, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "command.bad_option"


def test_help_still_lists_the_values(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["live", "--help"])
    assert "{wait,smaller,partner,careful}" in capsys.readouterr().out


def test_the_command_speaks_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "ru")
    assert cli.language_of(["lab"]) == "ru"
    assert cli.language_of(["lab", "--language", "kk"]) == "kk"
    assert cli.language_of(["lab", "--language"]) == "ru"
    assert cli.language_of(["lab", "--language", "xx"]) == "ru"
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "xx")
    assert cli.language_of(["lab"]) == "en"


def test_a_language_nobody_speaks_stops_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []
    fake_room(monkeypatch, "dastarkhan.warm", lambda args: heard.append(environment_language()) or 0)
    for language in ("xx", "ru", "", "RU"):
        monkeypatch.setenv("DASTARKHAN_LANGUAGE", language)
        assert cli.main(["warm"]) == 0
    assert heard == ["en", "ru", "en", "en"]
    assert environment_language(otherwise="") == ""


def test_one_function_reads_the_language_of_the_environment() -> None:
    """Lessons have their own order (`dastarkhan.lessons.language`); every other room asks `environment_language`."""
    reading = [
        path.relative_to(KIT).as_posix()
        for path in (KIT / "dastarkhan").rglob("*.py")
        if re.search(r"environ\w*\.get\(\W*DASTARKHAN_LANGUAGE", path.read_text(encoding="utf-8"))
    ]
    assert sorted(reading) == ["dastarkhan/languages/registry.py", "dastarkhan/lessons/language.py"]


def test_a_pipe_that_knows_few_letters_gets_what_it_can_write() -> None:
    done = subprocess.run([sys.executable, "-m", "dastarkhan", "check", "ayna"], cwd=KIT, capture_output=True,
                          text=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    warning = "they may see their own river in it. Take another case for them."
    assert done.stdout == (
        f"The case ?The river Ayna? is sound.\nIt is not for people from Zhambyl and Talas: {warning}\n"
    )


def test_a_program_gets_every_letter_through_any_pipe() -> None:
    """A pipe of Windows has the letters of one region; JSON can write all others with ASCII alone."""
    command = [sys.executable, "-m", "dastarkhan", "check", "Айна.toml", "--json"]
    letters = {**os.environ, "PYTHONIOENCODING": "cp866"}
    done = subprocess.run(command, cwd=KIT, capture_output=True, env=letters, check=False)
    assert "“Айна.toml”" in json.loads(done.stdout.decode("ascii"))["sentence"]


def test_every_word_of_the_help_comes_from_the_catalogs() -> None:
    class Marked:
        def __call__(self, text: str, **values: object) -> str:
            return f"«{text}»"

        def n(self, one: str, many: str, n: int, **values: object) -> str:
            return f"«{many}»"

    parser = cli.build_parser(Marked())  # type: ignore[arg-type]
    commands = parser._subparsers._group_actions[0]  # type: ignore[union-attr]
    assert parser.description.startswith("«")  # type: ignore[union-attr]
    helped = [*commands._choices_actions]  # type: ignore[attr-defined]
    for sub in commands.choices.values():  # type: ignore[union-attr]
        helped += [action for action in sub._actions if action.dest != "help" and action.help]
    assert len(helped) >= 10
    assert all(action.help.startswith("«") for action in helped)


def test_help_is_quick_and_plain() -> None:
    done = subprocess.run([sys.executable, "-m", "dastarkhan", "--help"], cwd=KIT, capture_output=True, text=True,
                          env={**os.environ, "DASTARKHAN_LANGUAGE": "en"}, check=True)  # fmt: skip
    for word in ("lab", "check", "languages", "warm"):
        assert word in done.stdout
    assert words("en")("open the lessons (this is what happens without a command)").split("(")[0] in done.stdout


def test_warming_twice_does_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dastarkhan import warm

    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    warm.settings()
    first = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert Path("etc/jupyter/jupyter_server_config.d/dastarkhan.json") in first
    warm.settings()
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()) == first


def test_warming_where_one_may_not_write(monkeypatch: pytest.MonkeyPatch) -> None:
    from dastarkhan import warm
    from dastarkhan.jupyter import install

    monkeypatch.setattr(install, "install", refusing(PermissionError(13, "Permission denied", "/opt/env/etc")))
    with pytest.raises(KitError, match=r"machine.not_writable: place='/opt/env/etc'"):
        warm.settings()
