"""The first page: what was typed stays until one has come in, and is kept nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.pages.environment import still_english
from dastarkhan.live.pages.join import join_page
from dastarkhan.live.room.looks import JoinLook
from tests.live.served import Browser, Served, serving
from tests.live.test_web import token_in

TYPED = {"code": "ac7-k3m", "name": "Айна <3", "pair": "on", "speaks.kk": "on", "speaks.prs": "on", "door": "triangle"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home"), "--case", "fair") as room:
        yield room


def filled_in(page: str) -> dict[str, str]:
    """What a browser would send of the page, as it came."""
    texts = re.findall(r'<input id="\w+" name="(\w+)" value="([^"]*)"', page)
    ticked = re.findall(r' name="([\w.]+)"(?: value="(\w*)")?(?: required)? checked', page)
    return dict(texts) | {name: value or "on" for name, value in ticked}


def test_another_language_keeps_what_was_typed_without_a_script(served: Served) -> None:
    browser = Browser(served.base)
    _, page = browser.get("./?language=ru")
    assert 'formaction="./"' in page
    status, page = browser.post("./", {**TYPED, "token": token_in(page), "language": "kk"})
    assert status == 200
    assert '<html lang="kk"' in page
    assert filled_in(page) == {**TYPED, "name": "Айна &lt;3", "language": "kk"}
    assert '<details class="more" open>' in page
    assert "fault" not in page  # nothing was asked for, so nothing can be wrong
    assert filled_in(browser.get("./")[1]).get("name") == ""  # the next person at this phone begins anew
    assert not list(browser.jar)


def test_a_wrong_code_keeps_what_was_typed(served: Served) -> None:
    browser = Browser(served.base)
    _, page = browser.get("./")
    status, page = browser.post("join", {**TYPED, "token": token_in(page), "language": "en"})
    assert status == 409
    assert filled_in(page) == {**TYPED, "name": "Айна &lt;3", "language": "en"}


def test_nothing_folded_lies_open_before_it_is_used(served: Served) -> None:
    assert '<details class="more">' in Browser(served.base).get(served.join)[1]


def test_a_language_that_is_still_english_says_so_in_itself_and_in_the_pages_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    look = JoinLook(lang="ru", languages=tuple(LANGUAGES))
    page = join_page(look)
    choices, _, also = page.partition('<p class="small"><b>Пока на английском</b>')
    for name, marked in (("Тоҷикӣ", "Тоҷикӣ (англисӣ)"), ("Türkmençe", "Türkmençe (iňlis dili)"),
                         ("Oʻzbekcha", "Oʻzbekcha (inglizcha)")):  # fmt: skip
        assert f"<span>{marked}</span>" in choices
        assert f"{name}</bdi>" in also.partition("</p>")[0]
        assert f"<span>{name}</span>" in also  # people may well speak it
    for ready in ("English", "Қазақша", "Кыргызча", "دری", "Русский"):
        assert f"<span>{ready}</span>" in choices
        assert f"{ready}</bdi>" not in also

    (tmp_path / "tg").mkdir()  # one day it is translated
    (tmp_path / "tg" / "live.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    monkeypatch.setenv("DASTARKHAN_LOCALES", str(tmp_path))
    assert still_english(("en", "tg", "tk")) == ("tk",)
    assert "Still in English" not in join_page(replace(look, lang="en", languages=("en", "tg")))


def test_showing_the_page_tries_no_code_and_takes_no_foreign_form(served: Served) -> None:
    browser = Browser(served.base)
    token = token_in(browser.get("./")[1])
    for _ in range(12):  # more than may be guessed in a minute
        assert browser.post("./", {"token": token, "code": "AAAAAA", "language": "en"})[0] == 200
    assert browser.post("./", {"token": "x", "code": "AAAAAA", "language": "en"})[0] == 409
    long = {"code": "x" * 99, "name": "y" * 99, "door": '"', "language": "x"}
    status, page = browser.post("./", {"token": token, **long})
    assert status == 200
    assert (filled_in(page)["code"], filled_in(page)["name"]) == ("x" * 12, "y" * 20)
