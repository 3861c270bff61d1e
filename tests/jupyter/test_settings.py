"""What needs no browser: lessons found, settings installed, ports chosen, languages remembered."""

import json
import socket
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest

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
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "JUPYTER_PREFER_ENV_PATH", "PYTHONPATH"):
        monkeypatch.setenv(name, "before")
        monkeypatch.delenv(name)
    monkeypatch.setenv("DASTARKHAN_LANGUAGE", "en")
    monkeypatch.setenv("DASTARKHAN_HOME", str(tmp_path))
    lab.set_environment("ru")
    assert lab.os.environ["JUPYTER_CONFIG_DIR"] == str(tmp_path / "jupyter")
    assert lab.os.environ["JUPYTER_CONFIG_PATH"] == str(CONFIG_TREE)
    assert lab.os.environ["DASTARKHAN_LANGUAGE"] == "ru"
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


def test_lab_says_where_it_is_only_when_the_page_answers(monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(lab, "_answers", lambda address: False)
    lab._greet("http://127.0.0.1:1/", Namespace(json=True, no_browser=True, language=None))
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(lab, "_answers", lambda address: True)
    lab._greet("http://127.0.0.1:1/", Namespace(json=True, no_browser=True, language=None))
    assert json.loads(capsys.readouterr().out) == {"welcome": "http://127.0.0.1:1/"}
