"""The doors of a served room: who comes in, what is refused, and what every answer carries."""

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from simulations.table import Record, replay
from tests.live.served import Browser, Served, serving

LONG = "x" * 20_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home"), "--case", "fair") as room:
        yield room


def token_in(html: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', html)
    assert found, html
    return found[1]


def comes_in(served: Served, **fields: str) -> Browser:
    browser = Browser(served.base)
    _, page = browser.get("./")
    about = {"token": token_in(page), "code": served.code, "language": "en", "name": "", **fields}
    status, page = browser.post("join", about)
    assert status == 200, page
    return browser


def trains(served: Served) -> tuple[Browser, str]:
    browser = Browser(served.base)
    status, page = browser.get(served.trainer)
    assert status == 200
    return browser, token_in(page)


def act(trainer: tuple[Browser, str], word: str, **fields: str) -> tuple[int, str]:
    browser, token = trainer
    id = f"{word}{len(fields)}{sum(map(hash, fields.values()))}"
    return browser.post("act", {"token": token, "id": id, "do": word, **fields}, **{"X-Dastarkhan": "1"})


def test_a_code_opens_the_door_however_it_is_typed(served: Served) -> None:
    for typed in (
        served.code,
        served.code.lower(),
        f" {served.code[:3]} {served.code[3:]} ",
        f"{served.code[:3]}-{served.code[3:]}",
    ):
        _, page = comes_in(served, code=typed).get("table")
        assert 'id="head"' in page


@pytest.mark.parametrize(
    ("wished", "spoken"),
    [("kk-KZ,ru;q=0.8", "kk"), ("fa", "fa-AF"), ("fa-AF,en", "fa-AF"), ("xx,ky;q=0.5", "ky"), ("*;q=0.1,,;", "en")],
)
def test_the_first_page_speaks_what_the_browser_wishes(served: Served, wished: str, spoken: str) -> None:
    status, page = Browser(served.base).get("./", **{"Accept-Language": wished})
    assert status == 200
    assert f'<html lang="{spoken}"' in page


def test_a_wrong_code_opens_nothing_and_says_so(served: Served) -> None:
    browser = Browser(served.base)
    _, page = browser.get("./?language=ru")
    status, page = browser.post("join", {"token": token_in(page), "code": "AAAAAA", "language": "ru"})
    assert status == 409
    assert 'role="alert"' in page
    assert browser.get("table")[0] == 403
    assert not list(browser.jar)


def test_a_personal_link_opens_the_same_seat_on_another_device(served: Served) -> None:
    browser = comes_in(served, name="Aigul")
    _, page = browser.get("table")
    link = re.search(r"enter\?key=[\w-]+", page)
    assert link
    other = Browser(served.base)
    assert other.get(link[0])[0] == 200
    assert "Aigul" in other.get("table")[1]
    assert Browser(served.base).get(link[0][:-1] + ("0" if link[0][-1] != "0" else "1"))[0] == 403


def test_cookies_are_closed_to_scripts_and_to_other_sites(served: Served) -> None:
    browser = comes_in(served)
    (cookie,) = browser.jar
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite").lower() == "lax"
    assert len(cookie.value.rpartition("-")[2]) * 4 >= 128


def test_every_answer_is_closed_to_what_is_not_ours(served: Served) -> None:
    import urllib.error
    import urllib.request

    for path in ("", "static/live.css", "nothing", "table", "trainer", "wall"):
        try:
            answer = urllib.request.urlopen(urllib.parse.urljoin(served.base, path))
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["server"] is None


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("move", {"id": "1", "kind": "pass"}),
        ("me", {"language": "kk", "name": "x"}),
        ("line", {"text": "x"}),
        ("away", {}),
        ("back", {}),
    ],
)
def test_a_form_from_elsewhere_is_refused(served: Served, path: str, fields: dict[str, str]) -> None:
    browser = comes_in(served)
    _, page = browser.get("table")
    token = token_in(page)
    for bad in ("", token[:-1], token_in(comes_in(served).get("table")[1])):
        assert browser.post(path, {**fields, "token": bad}, **{"X-Dastarkhan": "1"})[0] == 409
    assert (
        browser.post(path, {**fields, "token": token}, **{"X-Dastarkhan": "1", "Sec-Fetch-Site": "cross-site"})[0]
        == 409
    )
    assert Browser(served.base).post(path, {**fields, "token": token})[0] == 403


def test_a_seat_opens_no_trainers_door(served: Served) -> None:
    browser = comes_in(served)
    token = token_in(browser.get("table")[1])
    for path in ("trainer", "trainer-events", "records", "record?table=1", "wall", "wall-events"):
        assert browser.get(path)[0] == 403, path
    assert browser.post("act", {"token": token, "id": "1", "do": "start"})[0] == 403


@pytest.mark.parametrize("path", ["join", "move", "me", "line", "away", "back", "act"])
def test_what_is_too_long_or_cannot_be_read_gets_a_plain_sentence(served: Served, path: str) -> None:
    browser = comes_in(served)
    for body in ({"text": LONG, "name": LONG, "id": LONG},):
        status, page = browser.post(path, body)
        assert 400 <= status < 500
        assert "Traceback" not in page


def test_what_people_type_is_written_as_they_typed_it_and_nothing_more(served: Served) -> None:
    nasty = "<b>x</b>&\"'"
    browser = comes_in(served, name=nasty)
    _, page = browser.get("table")
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    _, page = trains(served)[0].get("trainer")
    assert "<b>x</b>" not in page


def test_nothing_of_a_visitor_is_written_down(served: Served) -> None:
    """What is stored holds no address, and a nickname only where a person gave one."""
    comes_in(served)
    (file,) = (served.home / "rooms").glob("*.sqlite")
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        joined = [json.loads(row[0]) for row in database.execute("select data from entries where kind = 'joined'")]
    assert joined
    assert all(set(one) == {"person", "lang", "name", "speaks", "door", "pair"} for one in joined)


def test_pages_are_small_and_ask_nobody_else(served: Served) -> None:
    browser = comes_in(served)
    _, page = browser.get("table")
    loads = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert not [one for one in loads if "//" in one]
    files = [one for one in loads if one.startswith("static/")]
    assert len(files) >= 4
    total = len(page.encode()) + sum(len(browser.get(one)[1].encode()) for one in files)
    assert total <= 200_000


def test_a_game_by_forms_alone_and_what_is_taken_home(tmp_path: Path) -> None:
    """No script at all: two people come in, agree, and the record replays."""
    with serving(tmp_path, "--case", "fair") as room:
        people = [comes_in(room) for _ in range(2)]
        trainer = trains(room)
        assert act(trainer, "start")[0] == 204
        first, second = people
        package = {"data.where": "", "data.when": "", "data.costs": "", "data.takings": ""}
        from simulations.games import read_case

        for term, about in read_case("fair").terms.items():
            package[f"data.{term}"] = str(about["options"][0])
        token = token_in(first.get("table")[1])
        status, page = first.post("move", {"token": token, "id": "a1", "kind": "offer", **package})
        assert status == 200, page  # the way back to the page
        assert first.post("move", {"token": token, "id": "a1", "kind": "offer", **package})[0] == 200  # a second tap
        token = token_in(second.get("table")[1])
        told = second.post(
            "move", {"token": token, "id": "b1", "kind": "accept", "data": '{"offer": 2}'}, **{"X-Dastarkhan": "1"}
        )
        assert told[0] == 409
        assert told[1]
        assert (
            second.post(
                "move", {"token": token, "id": "b2", "kind": "accept", "data": '{"offer": 1}'}, **{"X-Dastarkhan": "1"}
            )[0]
            == 204
        )
        status, text = trainer[0].get("record?table=1")
        record = Record.from_text(text)
        assert [move.kind for move in record.moves] == ["offer", "accept"]
        state = replay(record)
        assert state.talk.agreement
        assert act(trainer, "save")[0] == 204
        (saved,) = (tmp_path / "rooms").glob("*.jsonl")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{4}-fair-[0-9a-f]{6}-table-1\.jsonl", saved.name)
        assert saved.read_text(encoding="utf-8") == text
        assert trainer[0].get("record?table=2")[0] == 409
        assert act(trainer, "erase")[0] == 409
        assert act(trainer, "erase", sure="erase")[0] == 204
        assert first.get("table")[0] == 410
        for file in (tmp_path / "rooms").glob("*.sqlite*"):
            assert b"takings" not in file.read_bytes()


def test_the_records_come_in_one_file(served: Served) -> None:
    comes_in(served)
    trainer = trains(served)
    act(trainer, "start")
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(trainer[0].jar))
    with opener.open(urllib.parse.urljoin(served.base, "records")) as answer:
        names = zipfile.ZipFile(BytesIO(answer.read())).namelist()
    assert names
    assert all(name.endswith(".jsonl") for name in names)


def test_guessing_codes_is_slowed(tmp_path: Path) -> None:
    with serving(tmp_path, "--case", "fair") as room:
        browser = Browser(room.base)
        token = token_in(browser.get("./")[1])
        pages = [
            browser.post("join", {"token": token, "code": f"AAAAA{sign}", "language": "en"})[1]
            for sign in "CDEFGHJKMNPQ"
        ]
        assert pages[0] != pages[-1]
        assert "minute" in pages[-1]
        status, _ = browser.post("join", {"token": token, "code": room.code, "language": "en"})
        assert status == 409  # also the right one waits now
