"""A lesson as a page (Voila) and as a notebook (JupyterLab), with lessons that open in a moment."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from servers import Server, wait_until

pytestmark = pytest.mark.browser
SMALL = "voila/render/modules/en/01_small.ipynb"
DARI = "voila/render/modules/prs/01_small.ipynb"


def enter(page: Any, server: Server, path: str = "") -> None:
    """Come in by the welcome page, whose address carries the key, then go on."""
    page.goto(server.welcome)
    if path:
        page.goto(f"{server.base}{path}", wait_until="commit")


def kernel_of(page: Any) -> str:
    return str(json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"])


def kernels(server: Server) -> set[str]:
    return {kernel["id"] for kernel in server.ask("api/kernels")}


def test_a_lesson_opens_and_answers(page: Any, binder: Server) -> None:
    enter(page, binder, SMALL)
    assert page.wait_for_selector("#dk-loading").inner_text().strip()
    page.locator(".jupyter-button").click()
    page.wait_for_selector(".count:has-text('1')")
    page.wait_for_selector(".second:has-text('Here too.')")
    assert page.locator("#dk-loading").is_hidden()
    assert page.title() == "A small lesson · Dastarkhan"
    assert "ValueError" not in page.content()
    assert page.locator(".jp-CodeMirrorEditor, .jp-InputArea-editor").count() == 0


def test_the_page_speaks_its_folder_s_language(page: Any, binder: Server) -> None:
    from pseudo import untranslated

    enter(page, binder, DARI)
    page.wait_for_selector(".jupyter-button")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("fa-AF", "rtl")
    assert untranslated(page.locator(".dk-top").inner_text()) == []
    assert untranslated(page.locator("#dk-loading").text_content()) == []
    assert untranslated(page.locator("#dk-lost").text_content()) == []
    align = "e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]"
    assert page.locator("#rendered_cells p").first.evaluate(align) == ["rtl", "start"]
    page.locator(".dk-home").click()
    page.wait_for_selector("h1")
    assert page.url == f"{binder.base}dastarkhan/?language=prs"


def test_the_folder_s_language_wins_over_the_address(page: Any, binder: Server) -> None:
    """A lesson that is not translated yet is English throughout, not English inside a Dari frame."""
    enter(page, binder, f"{SMALL}?language=prs")
    page.wait_for_selector(".jupyter-button")
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator(".where").inner_text() == "en language=prs"


def test_the_keyboard_is_enough(page: Any, binder: Server) -> None:
    enter(page, binder, SMALL)
    page.wait_for_selector(".second")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "dk-skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Glacier"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector(".count:has-text('1')")
    page.locator(".widget-radio-box input").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".widget-radio-box input").nth(1).is_checked()
    page.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".widget-readout:has-text('60')")


FROM_THE_START = """() => {
  const [track, handle] = [".noUi-target", ".noUi-handle"].map(one => document.querySelector(one).getClientRects()[0])
  return (handle.left + handle.right) / 2 - track.left
}"""


@pytest.mark.parametrize("path", [SMALL, DARI])
def test_a_phone_and_a_reader_of_screens_get_in(
    page: Any, binder: Server, axe: Callable[[Any], list[str]], path: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    enter(page, binder, path)
    page.wait_for_selector(".second")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert abs(page.evaluate(FROM_THE_START)) < 20, "a slider begins where its track begins, whatever the direction"
    heights = page.evaluate(
        "[...document.querySelectorAll('.jupyter-button, .widget-radio-box label')].map(e => e.offsetHeight)"
    )
    assert min(heights) >= 48
    assert page.locator(".noUi-handle").get_attribute("aria-label") == "How dry?"
    assert axe(page) == []


def test_the_document_scrolls(page: Any, binder: Server) -> None:
    page.set_viewport_size({"width": 800, "height": 400})
    enter(page, binder, SMALL)
    page.wait_for_selector(".second")
    page.keyboard.press("End")
    page.wait_for_function("scrollY > 100")
    page.locator(".second").scroll_into_view_if_needed()
    assert page.locator(".second").evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")


def test_a_lost_kernel_is_told_and_a_reload_goes_on(page: Any, watch: Any, binder: Server) -> None:
    watch.forgive("404", "WebSocket", "Failed to load resource", "kernel")
    enter(page, binder, SMALL)
    page.wait_for_selector(".second")
    binder.ask(f"api/kernels/{kernel_of(page)}", "DELETE")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("#dk-lost:visible")
    assert page.evaluate("document.activeElement.className") == "dk-reload"
    page.keyboard.press("Enter")
    page.wait_for_selector(".count:has-text('0')")
    assert page.locator("#dk-lost").is_hidden()


def test_an_error_is_told_in_plain_words(page: Any, watch: Any, binder: Server) -> None:
    enter(page, binder, "voila/render/modules/en/02_broken.ipynb")
    page.wait_for_selector("[role=alert]:has-text('Something did not open here')")
    assert "secret of the machine" not in page.content()
    seen = page.locator("body").inner_text()
    assert "executing cell" not in seen
    assert "Traceback" not in seen


def test_a_warm_kernel_is_taken_and_stops_with_its_page(page: Any, binder: Server) -> None:
    enter(page, binder)
    wait_until(lambda: bool(kernels(binder)), 30, "the welcome page warmed no kernel")
    before = kernels(binder)
    page.goto(f"{binder.base}{SMALL}", wait_until="commit")
    page.wait_for_selector(".second")
    mine = kernel_of(page)
    assert mine in before
    assert page.locator(".where").inner_text().split()[0] == "en"
    page.goto(f"{binder.base}dastarkhan/")
    wait_until(lambda: mine not in kernels(binder), 15, "a closed page left its kernel behind")


def test_a_notebook_has_the_same_look(page: Any, binder: Server, run_all: Callable[[Any], None]) -> None:
    enter(page, binder, "doc/tree/modules/en/01_small.ipynb")
    run_all(page)
    page.locator(".jupyter-button:has-text('Press')").click()
    page.wait_for_selector(".count:has-text('1')")
    assert page.locator(".node[tabindex='0']").count() == 1
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--river')").strip()
    assert page.locator(".jupyter-button").first.evaluate("e => e.offsetHeight") >= 48
    font = "e => getComputedStyle(e).fontFamily"
    assert page.locator(".jp-RenderedMarkdown p").first.evaluate(font).startswith('"Noto Sans"')
    assert page.locator("text=Jupyter news").count() == 0


def test_a_lesson_that_is_not_there_shows_the_way_back(page: Any, watch: Any, binder: Server) -> None:
    watch.forgive("404")
    enter(page, binder, "voila/render/modules/en/99_none.ipynb")
    page.locator(".dk-home").click()
    page.wait_for_selector("#lesson-01")
