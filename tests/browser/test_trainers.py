"""What a trainer finds on the welcome page: a guide to read, a run-sheet to print."""

import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from servers import Server

from dastarkhan.guides import read_guide
from dastarkhan.paper.twins import TWINS

pytestmark = pytest.mark.browser


def ask(server: Server, path: str) -> tuple[int, str, bytes]:
    """What the server answers to its owner: status, type, content."""
    request = urllib.request.Request(f"{server.base}{path}")
    request.add_header("Authorization", f"token {server.token}")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers["Content-Type"], refused.read()


def asks(form: Any) -> str:
    """The address that a form would open; a PDF in a tab of its own is the browser's affair."""
    return str(form.evaluate("form => form.getAttribute('action') + '?' + new URLSearchParams(new FormData(form))"))


def test_the_guide_opens_from_the_welcome_page(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    page.locator("#guide-11 .ways a").first.click()
    page.wait_for_selector("main.guide h1")
    assert page.url.endswith("/dastarkhan/guide/11/?language=en")
    page.locator(".parts summary").click()
    link = page.locator(".parts a").last
    link.click()
    assert page.locator(page.url[page.url.index("#") :]).inner_text() == link.inner_text()
    page.locator(".way-home > a").click()
    page.wait_for_selector("#trainers")


def test_the_guide_of_the_debrief_stands_among_the_others(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    card = page.locator("#guide-debrief")
    assert card.locator("h3").inner_text() == "The debrief: looking back together"
    card.locator(".ways a").first.click()
    page.wait_for_selector("main.guide h1")
    assert page.url.endswith("/dastarkhan/guide/debrief/?language=en")
    page.locator("main a[href*='debrief_rehearsal']").click()
    page.locator(".dk-activity").first.wait_for(timeout=60_000)


@pytest.mark.parametrize("language", ["en", "prs"])
def test_pictures_of_the_screens_are_in_the_guide(page: Any, server: Server, language: str) -> None:
    steps = [step for step in read_guide("11", language).steps if step.picture]
    page.goto(f"{server.base}dastarkhan/guide/11/?token={server.token}&language={language}")
    for number, step in enumerate(steps):
        shown = page.locator("main img").nth(number)
        shown.scroll_into_view_if_needed()
        page.wait_for_function("shown => shown.complete && shown.naturalWidth > 0", arg=shown.element_handle())
        assert shown.get_attribute("alt") == step.picture
    assert page.locator("main img").count() == len(steps) > 2


PDFS = (
    "guide.pdf?guide=11",
    "run-sheet.pdf?guide=11&plan=interpreted-90",
    "run-sheet.pdf?guide=debrief&plan=45",
    "guide.pdf?guide=debrief",
    "pack.pdf?case=heron&people=7&spoken=kk&spoken=ru",
    "pack.pdf?lesson=07&people=9&spoken=en&spoken=ru",
    "programme.pdf?programme=one-day&language=prs",
)


@pytest.mark.parametrize("language", ["en", "prs"])
def test_the_rehearsal_opens_from_the_guide(page: Any, server: Server, language: str) -> None:
    page.goto(f"{server.base}dastarkhan/guide/11/?token={server.token}&language={language}")
    page.locator("main a[href*='11_rehearsal']").click()
    page.locator(".dk-activity").first.wait_for(timeout=60_000)
    assert page.url.endswith(f"/voila/render/facilitator_guides/{language}/11_rehearsal.ipynb?language={language}")


@pytest.mark.parametrize("what", PDFS)
def test_what_is_printed_is_a_pdf(server: Server, what: str) -> None:
    status, kind, content = ask(server, f"dastarkhan/print/{what}")
    assert (status, kind) == (200, "application/pdf")
    assert content.startswith(b"%PDF")


def test_the_form_asks_for_the_plan_that_was_chosen(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    form = page.locator("#guide-11 form[action='print/run-sheet.pdf']")
    form.locator("select").select_option("45")
    assert asks(form) == "print/run-sheet.pdf?guide=11&language=en&plan=45"


def test_the_pack_is_asked_for_in_the_languages_of_the_room(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    page.locator("#guide-11 .pack summary").click()
    form = page.locator("#guide-11 form[action='print/pack.pdf']")
    form.locator("select").select_option("heron")
    form.locator("[name=people]").fill("9")
    form.locator("[name=spoken][value=ru]").check()
    assert asks(form) == "print/pack.pdf?language=en&case=heron&people=9&spoken=en&spoken=ru"


def test_the_pack_of_every_lesson_can_be_asked_for(page: Any, server: Server) -> None:
    page.goto(server.welcome)
    forms = page.locator("form[action='print/pack.pdf']:has([name=lesson])")
    asked = [asks(form) for form in forms.all()]
    assert asked == [
        f"print/pack.pdf?language=en&lesson={slug.partition('_')[0]}&people=24&spoken=en" for slug in TWINS
    ]


@pytest.mark.parametrize("width", [1100, 360])
def test_programmes_open_from_the_welcome_page(page: Any, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(server.welcome)
    cards = page.locator("[id^=programme-]:is(li)")
    assert cards.locator("h4").all_inner_texts() == ["One day", "Three days", "Five days", "Online, ten sessions"]
    for link in cards.locator("a").all():
        status, kind, content = ask(server, f"dastarkhan/{link.get_attribute('href')}")
        assert (status, kind, content[:4]) == (200, "application/pdf", b"%PDF")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for name in ("nowhere", "../cases", ""):
        assert ask(server, f"dastarkhan/print/programme.pdf?programme={name}")[0] == 404


def test_a_pack_that_cannot_be_is_one_plain_sentence(server: Server) -> None:
    status, _, content = ask(server, "dastarkhan/print/pack.pdf?case=heron&people=3")
    assert status == 400
    assert "You asked for 3." in content.decode("utf-8")
    for case in ("nile", "/etc/passwd", "../cases/ayna", ""):
        assert ask(server, f"dastarkhan/print/pack.pdf?case={case}&people=9")[0] == 404
        assert ask(server, f"dastarkhan/print/pack.pdf?lesson={case}&people=9")[0] == 404


def test_a_wrong_plan_is_one_plain_sentence(server: Server) -> None:
    status, kind, content = ask(server, "dastarkhan/print/run-sheet.pdf?guide=11&plan=61")
    assert status == 400
    assert kind.startswith("text/html")
    assert "There is no plan “61”." in content.decode("utf-8")
    assert ask(server, "dastarkhan/print/run-sheet.pdf?guide=99")[0] == 404
    assert ask(server, "dastarkhan/guide/99/")[0] == 404


@pytest.mark.parametrize("width", [1280, 360])
def test_a_guide_shuts_nobody_out(page: Any, server: Server, axe: Callable[[Any], list[str]], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{server.base}dastarkhan/guide/11/?token={server.token}&language=en")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
