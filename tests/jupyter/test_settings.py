"""What needs no browser: lessons found, settings installed, ports chosen, languages remembered."""

import html
import json
import os
import socket
import time
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import nbformat
import pytest
from IPython.paths import get_ipython_dir
from jupyter_core.paths import jupyter_config_dir, jupyter_config_path

from dastarkhan.jupyter import choice, lab
from dastarkhan.jupyter.install import install
from dastarkhan.jupyter.page import page_words, prepare
from dastarkhan.jupyter.places import CONFIG_TREE, DATA_TREE
from dastarkhan.jupyter.shelf import lessons
from dastarkhan.jupyter.welcome import welcome_words
from simulations.errors import KitError

NO_TITLE: dict[str, Any] = {
    "cells": [{"cell_type": "markdown", "id": "top", "source": ["Hello\n", "# The *small* river #\n"]}],
    "metadata": {},
}


def write(root: Path, language: str, name: str, notebook: dict[str, Any]) -> None:
    path = root / "modules" / language / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_lessons_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    about = {"title": "Two banks", "gives": ["See both"], "minutes": 30}
    write(tmp_path, "en", "02_two.ipynb", {"cells": [], "metadata": {"dastarkhan": about}})
    write(tmp_path, "en", "01_one.ipynb", NO_TITLE)
    write(tmp_path, "en", "notes.ipynb", NO_TITLE)
    write(tmp_path, "ru", "02_two.ipynb", {"cells": [], "metadata": {}})
    one, two = lessons(tmp_path, "ru")
    assert (one.title, one.minutes, one.path) == ("The small river", None, "modules/en/01_one.ipynb")
    assert (two.title, two.gives, two.minutes) == ("Two banks", ("See both",), 30)
    assert two.path == "modules/ru/02_two.ipynb"
    assert (one.language, two.language) == ("en", "ru")


def test_no_lessons_is_no_fault(tmp_path: Path) -> None:
    assert lessons(tmp_path, "en") == ()


def test_install_twice_changes_nothing_and_keeps_what_others_set(tmp_path: Path) -> None:
    theirs = tmp_path / "etc/jupyter/jupyter_server_config.json"
    theirs.parent.mkdir(parents=True)
    theirs.write_text('{"ServerApp": {"quit_button": false}, "Other": {"a": 1}}', encoding="utf-8")
    install(tmp_path)
    first = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    install(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == first
    merged = json.loads(theirs.read_text(encoding="utf-8"))
    assert merged["Other"] == {"a": 1}
    assert merged["ServerApp"]["quit_button"] is False
    assert merged["ServerApp"]["kernel_manager_class"].endswith("WarmKernelManager")
    for tree, place in ((CONFIG_TREE, "etc/jupyter"), (DATA_TREE, "share/jupyter")):
        for path in (path for path in tree.rglob("*") if path.is_file()):
            assert (tmp_path / place / path.relative_to(tree)).exists()


def test_a_taken_port_is_a_fault_only_when_it_was_asked_for() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(KitError) as told:
            lab.free_port(port)
        assert (told.value.code, told.value.params) == ("jupyter.port_taken", {"port": port})
        assert lab.free_port(None) != port


def test_the_server_listens_here_alone_and_reads_no_strange_settings(monkeypatch: Any, tmp_path: Path) -> None:
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "IPYTHONDIR", "PYTHONPATH", "JUPYTER_PATH", *lab.STRANGE):
        monkeypatch.setenv(name, str(tmp_path / "somebody's"))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "en")
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path / "home"))
    own = lab.own_settings()
    lab.set_environment("ru", own)
    assert own == tmp_path / "home" / "jupyter"
    assert own.is_dir()
    assert not [folder for folder in jupyter_config_path() if "somebody" in folder]
    assert jupyter_config_path()[0] == str(CONFIG_TREE)
    assert jupyter_config_dir() == str(own)
    assert Path(get_ipython_dir()) == own / "ipython"
    assert not set(lab.STRANGE) & set(os.environ)
    assert os.environ["DASTARKHAN_LANGUAGE"] == "ru"
    assert "--ServerApp.ip=127.0.0.1" in lab.settings(8888, "secret")


def handler(query: str = "", cookie: str | None = None, wishes: str = "") -> Any:
    kept: dict[str, str] = {}
    return SimpleNamespace(
        get_query_argument=lambda name, default: query or default,
        get_cookie=lambda name: cookie,
        set_cookie=lambda name, value, **how: kept.update({name: value, "path": how["path"]}),
        settings={"base_url": "/user/x/"},
        base_url="/user/x/",
        request=SimpleNamespace(headers={"Accept-Language": wishes}, path="/user/x/voila/render/modules/prs/a.ipynb"),
        xsrf_token=b"",
        kept=kept,
    )


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("ru", "prs", "kk"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "kit.po").write_text("", encoding="utf-8")
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path))
    monkeypatch.delenv("DASTARKHAN_LANGUAGE", raising=False)


@pytest.mark.usefixtures("spoken")
def test_the_language_is_asked_kept_or_wished() -> None:
    asked = handler(query="ru", cookie="kk")
    assert choice.choose(asked) == "ru"
    assert asked.kept == {choice.COOKIE: "ru", "path": "/user/x/"}
    assert choice.choose(handler(cookie="kk", wishes="ru")) == "kk"
    assert choice.choose(handler(wishes="fr, fa-AF;q=0.9, ru;q=0.8")) == "prs"
    assert choice.choose(handler(wishes="ru-RU,ru;q=0.9")) == "ru"
    assert choice.choose(handler(query="<script>", cookie="../..")) == "en"


@pytest.mark.usefixtures("spoken")
def test_a_page_knows_its_language_and_its_way_home() -> None:
    notebook = nbformat.from_dict({**NO_TITLE, "metadata": {}})
    prepare(handler(), notebook, "modules/prs")
    me = notebook.metadata["dastarkhan_page"]
    assert (me["language"], me["html"], me["direction"], me["title"]) == ("prs", "fa-AF", "rtl", "The small river")
    assert me["home"] == "../../../../dastarkhan/"
    for folder, language in (("modules/prs", "prs"), ("copies", "ru")):  # the folder, then the address
        prepare(handler(query="ru"), notebook, folder)
        assert notebook.metadata["dastarkhan_page"]["language"] == language


def test_words_are_short_and_the_link_s_promise_differs() -> None:
    here, there = welcome_words("en"), welcome_words("en", far=True)
    assert "my_work" in here["kept_more"]
    assert "this computer" not in " ".join(there.values())
    for sentence in (*here.values(), *there.values(), *page_words("en").values()):
        for part in sentence.replace(":", ".").split("."):
            assert len(part.split()) <= 20, sentence


def test_lab_says_where_it_is_only_when_the_page_answers(monkeypatch: Any, capsys: Any, tmp_path: Path) -> None:
    asked = Namespace(json=True, no_browser=True, language=None)
    monkeypatch.setattr(lab, "_answers", lambda address: False)
    lab._greet("http://127.0.0.1:1/", asked, tmp_path / "open.html")
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(lab, "_answers", lambda address: True)
    lab._greet("http://127.0.0.1:1/", asked, tmp_path / "open.html")
    assert json.loads(capsys.readouterr().out) == {"welcome": "http://127.0.0.1:1/"}
    assert list(tmp_path.iterdir()) == []  # without a browser nobody needs a door


def test_no_browser_s_command_line_holds_the_token(monkeypatch: Any, capsys: Any, tmp_path: Path) -> None:
    """What a browser is given stands in the list of programs, which everybody on a computer may read."""
    opened: list[tuple[str, str]] = []

    def serve(port: int, token: str) -> None:
        for _ in range(200):
            if opened:
                break
            time.sleep(0.05)
        assert token in opened[0][1]

    def look(address: str) -> bool:
        place = Path(url2pathname(urlsplit(address).path))
        opened.append((address, place.read_text(encoding="utf-8")))
        if os.name == "posix":
            assert place.stat().st_mode & 0o777 == 0o600
        return True

    home = tmp_path / "a home, ҳ"
    monkeypatch.setenv("DASTARKHAN_HOME", str(home))
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "IPYTHONDIR", "PYTHONPATH", "JUPYTER_PATH", *lab.STRANGE,
                 "JUPYTER_PREFER_ENV_PATH", "DASTARKHAN_LANGUAGE"):  # fmt: skip
        monkeypatch.setenv(name, "put back after the test")
    monkeypatch.setattr(lab, "_answers", lambda address: True)
    monkeypatch.setattr(lab, "_serve", serve)
    monkeypatch.setattr(lab.webbrowser, "open", look)
    assert lab.run(Namespace(json=True, no_browser=False, language="kk", port=None)) == 0
    welcome = json.loads(capsys.readouterr().out)["welcome"]
    address, page = opened[0]
    assert address.startswith("file:///")
    assert "token" not in address
    assert f'content="0;url={html.escape(welcome)}"' in page
    assert list((home / "jupyter").iterdir()) == []  # the door is gone when the server is


def test_a_door_replaces_what_an_earlier_one_left(tmp_path: Path) -> None:
    door = tmp_path / "open-8888.html"
    door.write_text("old", encoding="utf-8")
    door.chmod(0o644)
    lab.write_door(door, "http://127.0.0.1:8888/dastarkhan/?token=x&language=kk")
    assert "token=x&amp;language=kk" in door.read_text(encoding="utf-8")
    assert os.name != "posix" or door.stat().st_mode & 0o777 == 0o600
