"""The tile of the live table, through a real Jupyter server and its proxy, under the prefix of a hub."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from importlib.metadata import entry_points
from typing import Any
from xml.etree import ElementTree

import pytest

from dastarkhan.jupyter import live_tile
from dastarkhan.live import command
from dastarkhan.live.web import hub

TOKEN = "t0ken"
PREFIX = "/user/anna/dastarkhan-live/"
PATIENCE_S = 60.0


def test_the_proxy_finds_the_tile() -> None:
    (found,) = entry_points(group="jupyter_serverproxy_servers", name="dastarkhan-live")
    about = found.load()()
    assert ElementTree.parse(about["launcher_entry"]["icon_path"]).getroot().tag.endswith("svg")
    assert about["launcher_entry"]["title"]
    assert about["command"][-2:] == ["--port", "{port}"]
    secret = about["environment"][command.OWNER]
    assert len(secret) == 32
    assert secret != live_tile.tile()["environment"][live_tile.OWNER]
    assert {name.lower(): value for name, value in about["request_headers_override"].items()}[hub.HEADER] == secret


class Visitor:
    """Somebody with cookies; with the token they own the server."""

    def __init__(self, base: str, *, token: str = "") -> None:
        self.base, self.jar = base, CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self._headers = {"Authorization": f"token {token}"} if token else {}

    def open(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> Any:
        body = None if fields is None else urllib.parse.urlencode(fields).encode()
        asked = urllib.request.Request(urllib.parse.urljoin(self.base, path), body, {**self._headers, **headers})
        return self._opener.open(asked, timeout=PATIENCE_S)

    def read(self, path: str, fields: dict[str, str] | None = None) -> str:
        with self.open(path, fields) as answer:
            return str(answer.read().decode())


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("hub")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = ("IdentityProvider.token=" + TOKEN, "ServerApp.base_url=/user/anna/", f"ServerApp.port={port}",
                "ServerApp.ip=127.0.0.1", "ServerApp.open_browser=False", "ServerApp.allow_root=True",
                f"ServerApp.root_dir={home}", "ServerApp.jpserver_extensions={'jupyter_server_proxy': True}",
                )  # fmt: skip
    folders = {name: str(home / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    environment = {**os.environ, **folders, "DASTARKHAN_HOME": str(home), "DASTARKHAN_LANGUAGE": "en"}
    program = [sys.executable, "-m", "jupyter_server", *(f"--{one}" for one in settings)]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(program, env=environment, cwd=home, stdout=log, stderr=log)
    try:
        base = f"http://127.0.0.1:{port}{PREFIX}"
        _wait_for(f"http://127.0.0.1:{port}/user/anna/api", process)
        yield base
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=5).read()
            return
        assert process.poll() is None, "Jupyter ended"
        time.sleep(0.1)
    raise AssertionError("Jupyter does not answer")


def _token_in(page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found, page
    return found[1]


def _ways(page: str) -> dict[str, str]:
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', page)]
    return {"trainer": next(link for link in links if link.startswith("trainer?key=")),
            "wall": next(link for link in links if link.startswith("wall?key=")),
            "join": next(link for link in links if link.startswith("?code="))}  # fmt: skip


def _comes_in(jupyter: str) -> tuple[Visitor, dict[str, str]]:
    owner = Visitor(jupyter, token=TOKEN)
    ways = _ways(owner.read(""))
    door = owner.read(ways["join"])
    about = {"token": _token_in(door), "code": ways["join"].removeprefix("?code="), "language": "en", "name": ""}
    with owner.open("join", about) as seat:
        assert seat.url == f"{jupyter}table"
        assert 'hx-sse:connect="table-events' in seat.read().decode()
    return owner, ways


def _line_with(news: http.client.HTTPResponse, words: str) -> str:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        line = news.readline().decode()
        if words in line:
            return line
    raise AssertionError(words)


@pytest.mark.slow
def test_without_the_servers_token_nobody_comes_in(jupyter: str) -> None:
    try:
        page = Visitor(jupyter).read("")
    except urllib.error.HTTPError as refused:
        page = refused.read().decode()
    assert "key=" not in page


@pytest.mark.slow
def test_the_owner_leads_watches_and_sits_under_the_prefix(jupyter: str) -> None:
    owner, ways = _comes_in(jupyter)
    for door in ("trainer", "wall"):
        with owner.open(ways[door]) as shown:
            assert shown.url == f"{jupyter}{door}"
    assert {cookie.path for cookie in owner.jar if cookie.name.startswith("dastarkhan_")} == {PREFIX.rstrip("/")}
    with owner.open("static/live.css") as style:
        assert style.status == 200


@pytest.mark.slow
def test_news_come_through_the_proxy_at_once(jupyter: str) -> None:
    owner, ways = _comes_in(jupyter)
    token = _token_in(owner.read(ways["trainer"]))
    packed = {"Accept": "text/event-stream", "Accept-Encoding": "gzip"}
    with owner.open("table-events", None, **packed) as news:
        assert news.headers["Content-Type"].startswith("text/event-stream")
        said = {"token": token, "id": "m1", "do": "message", "text": "Water first, then words", "to": "all"}
        owner.open("act", said, **{"X-Dastarkhan": "1"}).close()
        _line_with(news, "Water first, then words")


@pytest.mark.slow
@pytest.mark.browser
def test_a_phone_hears_news_through_the_proxy(jupyter: str, chromium: Any) -> None:
    owner, ways = _comes_in(jupyter)
    token = _token_in(owner.read(ways["trainer"]))
    context = chromium.new_context(extra_http_headers={"Authorization": f"token {TOKEN}"})
    phone = context.new_page()
    phone.goto(f"{jupyter}{ways['join']}")
    phone.click("button[type=submit]")
    phone.wait_for_url("**/table")
    said = {"token": token, "id": "m2", "do": "message", "text": "Tea is ready", "to": "all"}
    phone.wait_for_timeout(1000)  # the page has its stream
    owner.open("act", said, **{"X-Dastarkhan": "1"}).close()
    phone.get_by_text("Tea is ready").first.wait_for(state="attached", timeout=15_000)
    context.close()
