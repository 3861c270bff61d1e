"""`dastarkhan live` as a person starts it: what it prints, what it refuses in a sentence, and how it ends."""

import argparse
import http.cookiejar
import json
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from dastarkhan import cli
from dastarkhan.live import command, serving
from dastarkhan.live.beginning import room_file
from dastarkhan.live.invitation import qr_lines
from dastarkhan.live.opening import opened
from simulations.errors import KitError
from tests.live.served import Browser, Served, start
from tests.live.served import serving as a_room

LINKS = command.Links(join="http://10.0.0.7:8600/?code=AC7K3M", trainer="http://127.0.0.1:8600/trainer?key=x",
                      wall="http://127.0.0.1:8600/wall?key=y", code="AC7K3M")  # fmt: skip


Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run the command to its end, which it only reaches when it does not serve."""

    def no_room(*given: object) -> None:
        raise AssertionError("it serves")

    def run(home: Path, *words: str, json_line: bool = True) -> tuple[int, str, str]:
        monkeypatch.setattr(command, "serve", no_room)
        monkeypatch.setenv("DASTARKHAN_HOME", str(home))
        monkeypatch.setenv("DASTARKHAN_LANGUAGE", "en")
        capsys.readouterr()
        code = cli.main(["live", "--only-here", "--no-browser", *words, *(["--json"] if json_line else [])])
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("words", "code", "error", "named"),
    [
        (["--case", "nowhere"], 2, "case.not_found", "nowhere"),
        (["--plan", "33"], 2, "guide.unknown_plan", "interpreted-90"),
        (["--wall", "en,kk,ky,ru"], 2, "live.too_many_walls", "“--wall” takes at most three languages"),
        (["--wall", "kk,ru,xx"], 2, "command.bad_option", "“--wall” cannot be “xx”. It can be: en, kk, ky, prs,"),
        (["--wall", "yy,kk,ky,ru,xx"], 2, "command.bad_option", "“yy, xx”"),
        (["--wall", ","], 2, "command.bad_option", "“,”"),
        (["--absence", "x"], 2, "command.bad_option", "“--absence” cannot be “x”. It can be: wait, smaller,"),
        (["--port", "abc"], 2, "command.bad_option", "“--port” cannot be “abc”. It can be: 1 – 65535."),
        (["--port", "0"], 2, "command.bad_option", "“0”"),
        (["--port", "70000"], 2, "command.bad_option", "“70000”"),
        (["--workers", "0"], 2, "command.bad_option", "“--workers” cannot be “0”. It can be: 1 – 64."),
        (["--workers", "many"], 2, "command.bad_option", "many"),
        (["--language", "xx"], 2, "command.bad_option", "“--language” cannot be “xx”. It can be: en, kk,"),
        (["--workers", "2"], 2, "live.one_worker", "PostgreSQL"),
        (["--room", "mysql://x/y"], 2, "live.unknown_store", "sqlite"),
        (["--room", "README.md"], 2, "live.not_a_room", "README.md"),
        (["--backup", "copy"], 2, "live.no_room_named", "--room"),
        (["--room", "none.sqlite", "--backup", "copy"], 2, "live.store_failed", "none.sqlite"),
        (["--room", "postgresql://me:hidden@host/rooms", "--backup", "copy"], 2, "live.no_backup", "pg_dump"),
    ],
)
def test_what_does_not_do_is_refused_in_a_sentence(
    told: Told, words: list[str], code: int, error: str, named: str, tmp_path: Path
) -> None:
    words = [str(tmp_path / word) if word in ("copy", "none.sqlite", "README.md") else word for word in words]
    (tmp_path / "README.md").write_text("no room", encoding="utf-8")
    got, out, err = told(tmp_path / "home", *words)
    assert (got, err) == (code, "")
    line = json.loads(out)
    assert line["error"] == error
    assert named in line["sentence"]
    assert "hidden" not in out
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "no room"
    assert not list(tmp_path.rglob("*.sqlite"))


def test_a_bad_value_is_one_sentence_and_no_more(told: Told, tmp_path: Path) -> None:
    code, out, err = told(tmp_path, "--port", "abc", json_line=False)
    assert (code, out, err) == (2, "", "“--port” cannot be “abc”. It can be: 1 – 65535.\n")


def test_options_that_are_none_are_bad_input(told: Told, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        told(tmp_path, "--colour")
    assert ended.value.code == 2


def test_a_port_that_is_taken_is_named(told: Told, tmp_path: Path) -> None:
    with a_room(tmp_path / "one") as first:
        port = first.base.rsplit(":", 1)[1].strip("/")
        code, out, _ = told(tmp_path / "two", "--port", port)
        assert code == 3
        assert (json.loads(out)["error"], port in json.loads(out)["sentence"]) == ("jupyter.port_taken", True)
        with a_room(tmp_path / "three") as other:  # without a port it takes the next one
            assert other.base != first.base


def test_two_rooms_never_share_a_port_before_they_serve() -> None:
    with serving.listening("127.0.0.1", None) as first:
        port = first.getsockname()[1]
        with pytest.raises(KitError, match=str(port)):
            serving.listening("127.0.0.1", port)
        with serving.listening("127.0.0.1", None) as second:
            assert second.getsockname()[1] > port


def test_a_room_comes_back_where_its_open_pages_look_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[int] = []
    monkeypatch.setattr(command, "serve", lambda air, at, workers: served.append(at.getsockname()[1]))
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "en")
    words = ["live", "--only-here", "--no-browser", "--room", str(tmp_path / "room.sqlite")]
    with serving.listening("127.0.0.1", None):  # another program has the first free port
        assert cli.main(words) == 0
    assert cli.main(words) == 0
    assert served[0] == served[1]  # although that port is free again
    assert "Phones look for this room" not in capsys.readouterr().out
    with serving.listening("127.0.0.1", served[0]):
        assert cli.main(words) == 0
    assert served[2] != served[0]
    assert f"at port {served[0]}, which is taken now" in capsys.readouterr().out
    assert cli.main([*words, "--port", str(served[0])]) == 0
    assert served[3] == served[0]


def test_one_line_for_programs(tmp_path: Path) -> None:
    with a_room(tmp_path) as room:
        assert room.join == f"{room.base}?code={room.code}"
        assert room.trainer.startswith(f"{room.base}trainer?key=trainer1-")
        assert room.wall.startswith(f"{room.base}wall?key=wall-")


@pytest.mark.parametrize(
    ("asked", "set_here", "wished", "spoken"),
    [
        (["--language", "kk"], "", "ru", "kk"),
        (["--language", "kk"], "ru", "en", "kk"),
        ([], "ru", "kk", "ru"),
        ([], "", "ky", "ky"),  # nobody asked: as the browser wishes
    ],
)
def test_the_trainers_page_opens_in_the_language_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], set_here: str, wished: str, spoken: str
) -> None:
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", set_here)
    with a_room(tmp_path, *asked) as room:
        browser = Browser(room.base)
        other = {"Accept-Language": wished}
        assert f'<html lang="{spoken}"' in browser.get(room.trainer, **other)[1]
        page = browser.get("trainer", **other)[1]
        assert f'<html lang="{spoken}"' in page
        token = re.search(r'name="token" value="(\w+)"', page)
        assert token
        browser.post("act", {"token": token[1], "id": "1", "do": "language", "language": "prs"})
        assert '<html lang="fa-AF"' in browser.get("trainer", **other)[1]  # and may change it there


def test_a_language_that_nobody_speaks_opens_the_trainers_page_all_the_same(tmp_path: Path) -> None:
    with a_room(tmp_path) as room:
        for bad in ("xx", "", "%22%3E"):
            link = f"{room.trainer.partition('&')[0]}&language={bad}"
            assert '<html lang="ru"' in Browser(room.base).get(link, **{"Accept-Language": "ru"})[1]


def test_a_room_goes_on_with_the_same_code_and_links(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "en")
    file = tmp_path / "new folder" / "our room.sqlite"
    links = []
    for _ in range(2):
        with a_room(tmp_path, "--room", str(file), "--case", "fair") as room:
            port = room.base.rsplit(":", 1)[1].strip("/")
            links.append([link.replace(port, "") for link in (room.join, room.trainer, room.wall, room.code)])
            code, out, _ = told(tmp_path, "--room", str(file))
            assert (code, json.loads(out)["error"]) == (2, "live.in_use")
    assert links[0] == links[1]


def test_a_copy_of_a_room_that_runs_is_a_room(told: Told, tmp_path: Path) -> None:
    file, copy = tmp_path / "room.sqlite", tmp_path / "copy.sqlite"
    with a_room(tmp_path, "--room", str(file)) as room:
        code, out, err = told(tmp_path, "--room", str(file), "--backup", str(copy), json_line=False)
        assert (code, err) == (0, "")
        assert str(copy) in out
        code_of_the_room = room.code
    with sqlite3.connect(copy) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with a_room(tmp_path, "--room", str(copy)) as again:
        assert again.code == code_of_the_room


def test_only_a_file_is_copied() -> None:
    assert room_file("sqlite:///here/room.sqlite") == Path("here/room.sqlite")
    with pytest.raises(KitError) as refused:
        room_file("postgresql+psycopg://me:hidden@host/rooms")
    assert refused.value.code == "live.no_backup"


def with_open_pages(room: Served, n: int) -> list[object]:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    opener.open(room.trainer, timeout=30).read()
    pages = [opener.open(f"{room.base}trainer-events", timeout=30) for _ in range(n)]
    assert all(page.read(1) for page in pages)
    return pages


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process there")
def test_ctrl_c_ends_quietly_with_open_pages(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    room = start(tmp_path)
    pages = with_open_pages(room, 20)
    began = time.monotonic()
    room.process.send_signal(signal.SIGINT)
    assert room.process.wait(10) in (0, 130)
    assert time.monotonic() - began < serving.CALM_S  # nobody was waited for
    assert capfd.readouterr().err == ""
    assert len(pages) == 20


def test_the_big_code_is_left_out_where_it_cannot_be_shown() -> None:
    assert len(qr_lines(LINKS.join, "utf-8")) > 10
    assert len(qr_lines(LINKS.join, "cp866")) > 10
    assert qr_lines(LINKS.join, None) == qr_lines(LINKS.join, "utf-8")
    for encoding in ("ascii", "cp1251", "no such thing"):
        assert qr_lines(LINKS.join, encoding) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp866"])
def test_every_console_gets_the_code_and_the_links(encoding: str, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "dastarkhan", "live", "--only-here", "--no-browser", "--language", "ru"]
    environment = {**os.environ, "DASTARKHAN_HOME": str(tmp_path), "PYTHONIOENCODING": encoding}
    room = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert room.stdout is not None
    shown = []
    while b"Ctrl+C" not in (shown or [b""])[-1]:
        shown.append(room.stdout.readline())
        assert shown[-1], shown
    text = b"".join(shown).decode(encoding)
    found = re.search(r"http://127\.0\.0\.1:\d+/", text)
    assert found
    with urllib.request.urlopen(found[0], timeout=20):  # the room stands: nothing is half begun when it is stopped
        room.send_signal(signal.SIGINT)
    _, err = room.communicate(timeout=20)
    assert err == b""
    assert "trainer?key=trainer1-" in text
    code = text.partition("?code=")[2][:6]
    assert f"{' '.join(code[:3])}   {' '.join(code[3:])}" in text
    assert ("█" in text) == (encoding == "cp866")


def test_other_addresses_are_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    args = argparse.Namespace(json=False)
    command.greet(LINKS, ("10.0.0.7", "192.168.1.4"), args, (), "en")
    out = capsys.readouterr().out
    assert "http://192.168.1.4:8600/?code=AC7K3M" in out
    command.greet(LINKS, ("10.0.0.7",), args, (), "en")
    assert "192.168" not in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="rights of a file are others there")
def test_the_browser_is_opened_without_the_key_in_its_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", asked.append)
    door = tmp_path / "rooms" / "open-8600.html"
    with opened(LINKS.trainer, door):
        assert asked == [door.as_uri()]
        assert LINKS.trainer in door.read_text(encoding="utf-8")
        assert stat.S_IMODE(door.stat().st_mode) == 0o600
    assert not door.exists()
    (tmp_path / "no folder").write_text("")
    with opened(LINKS.trainer, tmp_path / "no folder" / "open.html"):
        assert len(asked) == 1


def test_phones_that_come_early_wait() -> None:
    with serving.listening("127.0.0.1", None) as at, socket.create_connection(at.getsockname(), timeout=5) as phone:
        assert phone.getpeername() == at.getsockname()
