"""The welcome page, as a person meets it."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from servers import KIT, Server, environment, told

pytestmark = pytest.mark.browser
NAMES = ("English", "Türkmençe", "Oʻzbekcha", "my_work")


def test_a_lesson_stands_on_the_shelf(page: Any, binder: Server) -> None:
    page.goto(binder.welcome)
    card = page.locator("#lesson-01")
    assert card.locator("h3").inner_text() == "A small lesson"
    assert "20 minutes" in card.inner_text()
    assert "See a small lesson" in card.inner_text()
    card.locator(".open-page").click()
    page.wait_for_selector("h1:has-text('A small lesson')")
    assert page.url.endswith("/user/somebody/voila/render/modules/en/01_small.ipynb?language=en")


def test_the_kit_of_a_newcomer_answers(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    assert page.locator("h1").inner_text() == "Dastarkhan"
    assert page.locator("#lessons .card").count() == len(list((KIT / "modules" / "en").glob("[0-9]*_*.ipynb")))
    assert page.evaluate("document.fonts.check('16px \"Noto Sans\"', 'Ққ')")


def test_a_language_is_remembered(page: Any, binder: Server) -> None:
    page.goto(binder.welcome)
    page.locator(".languages a", has_text="دری").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto(f"{binder.base}dastarkhan/")
    assert page.locator("html").get_attribute("lang") == "fa-AF"
    href = page.locator("#lesson-01 .open-page").get_attribute("href")
    assert href == "../voila/render/modules/prs/01_small.ipynb?language=prs"
    assert page.locator("#lesson-02 .open-notebook").get_attribute("href") == "../doc/tree/modules/en/02_broken.ipynb"


def test_languages_without_words_are_in_preparation(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    ready = set(page.locator(".languages a").all_inner_texts())
    waiting = set(page.locator(".preparing [lang]").all_inner_texts())
    assert {"English", "دری"} <= ready
    assert len(ready | waiting) == 8
    assert not ready & waiting


def test_every_sentence_can_be_translated(page: Any, server: Server) -> None:
    from pseudo import untranslated

    page.goto(f"{server.welcome}&language=prs")
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    assert untranslated(told(page), allow=NAMES) == []
    assert untranslated(page.title()) == []


@pytest.mark.parametrize("language", ["en", "prs"])
def test_a_narrow_phone_needs_no_sideways_scrolling(page: Any, server: Server, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{server.welcome}&language={language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = page.evaluate(
        "[...document.querySelectorAll('a.button, .languages a')].map(a => a.getBoundingClientRect().height)"
    )
    assert min(heights) >= 48


@pytest.mark.parametrize("language", ["en", "prs"])
def test_nobody_is_shut_out(page: Any, binder: Server, axe: Callable[[Any], list[str]], language: str) -> None:
    page.goto(f"{binder.welcome}&language={language}")
    assert axe(page) == []


def test_the_keyboard_is_enough(page: Any, binder: Server) -> None:
    page.goto(binder.welcome)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "open-page" in page.evaluate("document.activeElement.className")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('A small lesson')")


def test_addresses_are_relative(page: Any, binder: Server) -> None:
    page.goto(binder.welcome)
    found = page.evaluate(
        "[...document.querySelectorAll('[href],[src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src'))"
    )
    assert len(found) > 5
    assert [one for one in found if one.startswith(("/", "http"))] == []
    page.goto(f"{binder.base}dastarkhan")
    assert page.url == f"{binder.base}dastarkhan/"


def test_nothing_else_may_be_loaded(binder: Server) -> None:
    with urllib.request.urlopen(binder.welcome) as answer:
        policy, body = answer.headers["Content-Security-Policy"], answer.read().decode()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script" not in body
    assert "style=" not in body


def test_strangers_are_sent_away(binder: Server) -> None:
    with urllib.request.urlopen(f"{binder.base}dastarkhan/") as answer:
        assert "/login" in answer.url


def test_only_this_computer_is_served(server: Server) -> None:
    port = int(server.base.rsplit(":", 1)[1].strip("/"))
    with socket.socket() as here:
        assert here.connect_ex(("127.0.0.1", port)) == 0
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_a_taken_port_is_told_in_one_sentence(server: Server, locales: Any, tmp_path: Any) -> None:
    port = server.base.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, "-m", "dastarkhan", "lab", "--no-browser", "--port", port]
    told = subprocess.run(
        command, cwd=KIT, env=environment(tmp_path, locales), capture_output=True, text=True, timeout=60, check=False
    )
    assert told.returncode == 3
    assert port in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
    assert "Traceback" not in told.stderr
