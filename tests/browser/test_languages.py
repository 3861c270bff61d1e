"""From the welcome page to an agreement in another language, found by the words of each catalog."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from at_the_table import NEGOTIATE, activity, agree, live, ready, sit_down
from servers import Server, languages_of, told

from dastarkhan.languages import LANGUAGES, Words, words
from dastarkhan.languages.spelling import KEPT_NAMES
from dastarkhan.lessons.shared_river.names import side_name
from simulations.games import read_case
from tests.turns import another

pytestmark = pytest.mark.browser

LESSON = "11_shared_river"
PARTNER = "Quick to meet you"
# Names of programs, keys, files and menus that people see in Latin letters, whatever they speak.
KEPT = (*KEPT_NAMES, "English", "Türkmençe", "Oʻzbekcha", "Tab", "Run", "Run All Cells", "home", "UNECE", "my_work",
        "11_shared_river.json", "CC BY", "Apache")  # fmt: skip
STYLES = """parts => parts.filter(one => one.getBoundingClientRect().width && !one.closest('pre, code, svg'))
    .map(one => getComputedStyle(one)).map(style => [style.direction, style.textAlign.replace('right', 'start')])"""
ASKEW = """parts => parts.filter(one => one.getBoundingClientRect().width).filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect(), input = one.querySelector('input');
    if (style.direction !== 'rtl' || style.textAlign === 'left') return true;
    return input && input.getBoundingClientRect().left < box.left + box.width / 2;
}).map(one => one.outerHTML.slice(0, 160))"""
PROSE = "p, li, h1, h2, h3, summary"
IN_WIDGETS = ".dk-activity :is(h2, h3, p, li, td, th, label, button, summary)"
# A text in a picture runs from right to left by its style, or by the sign (U+2067) that it begins with.
LEFT_TO_RIGHT = """parts => parts.filter(one => /[\\u0600-\\u06ff]/.test(one.textContent))
    .filter(one => getComputedStyle(one).direction !== 'rtl' && !one.textContent.startsWith('\\u2067'))
    .map(one => one.textContent)"""
NUMBERED = "parts => parts.map(one => getComputedStyle(one).listStyleType)"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
END = "Enough for today: put the role down"


def read(lang: str) -> Words:
    return words(lang, "lesson_11")


def welcome(page: Any, spoken: Server, lang: str) -> None:
    """Come in and choose a language by its own name."""
    page.goto(f"{spoken.welcome}&language={'en' if lang != 'en' else 'kk'}")
    page.locator(".languages a", has_text=LANGUAGES[lang].name).click()
    page.wait_for_selector(f"html[lang='{LANGUAGES[lang].html}']")


def open_lesson(page: Any, spoken: Server, lang: str, _: Words) -> Any:
    """Go on to the lesson; give the talks on it."""
    welcome(page, spoken, lang)
    page.locator("#lesson-11 .open-page").click()
    ready(page, _)
    return activity(page, _(NEGOTIATE))


def sit_on_gardens(talks: Any, _: Words) -> None:
    sit_down(talks, side_name(read_case("ayna"), "gardens", _), _.marked(PARTNER), _)


def strangers(page: Any, lang: str) -> list[str]:
    """Latin words on a page of a language that is not written in them."""
    from pseudo import untranslated

    if LANGUAGES[lang].script == "LATIN":
        return []
    drawn = page.locator("svg :is(text, title, desc)").all_text_contents()
    return untranslated(" ".join([page.title(), told(page), *drawn]), allow=KEPT)


@pytest.mark.parametrize("lang", another(languages_of(LESSON)[1:]))
def test_from_the_welcome_page_to_an_agreement(page: Any, spoken: Server, spoken_home: Path, lang: str) -> None:
    _ = read(lang)
    welcome(page, spoken, lang)
    assert strangers(page, lang) == []
    if lang == "prs":
        assert _styles(page, f"main :is({PROSE}):not([lang=en], [lang=en] *)") == {("rtl", "start")}
    talks = open_lesson(page, spoken, lang, _)
    assert page.locator("html").get_attribute("dir") == LANGUAGES[lang].direction
    sit_on_gardens(talks, _)
    agree(talks, _=_)
    assert strangers(page, lang) == []
    live(talks, _)
    talks.get_by_role("button", name=_(END)).wait_for()
    assert strangers(page, lang) == []
    assert _.missing == set()
    if lang == "prs":
        turned(page, prose=".jp-RenderedMarkdown")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(SIDEWAYS) <= 0


def turned(page: Any, *, prose: str) -> None:
    """Prose, widgets and pictures run from right to left, and nothing hangs on the left."""
    assert _styles(page, f"{prose} :is({PROSE})") == {("rtl", "start")}
    assert page.locator(IN_WIDGETS).count() > 40
    assert page.eval_on_selector_all(IN_WIDGETS, ASKEW) == []
    assert page.locator(".dk-activity svg text").count() > 10
    numbered = page.eval_on_selector_all(f"{prose} ol, .dk-activity ol", NUMBERED)
    assert set(numbered) <= {"persian"}  # ۱, ۲, ۳
    assert page.eval_on_selector_all(".dk-activity svg text", LEFT_TO_RIGHT) == []


def _styles(page: Any, selector: str) -> set[tuple[str, str]]:
    found = page.eval_on_selector_all(selector, STYLES)
    assert len(found) > 3, "nothing was looked at"
    return {(direction, align) for direction, align in found}


@pytest.mark.turn("languages")
def test_another_language_in_the_middle_keeps_what_was_done(page: Any, spoken: Server, spoken_home: Path) -> None:
    first, then = read("ky"), read("prs")
    talks = open_lesson(page, spoken, "ky", first)
    sit_on_gardens(talks, first)
    agree(talks, _=first)
    talks = open_lesson(page, spoken, "prs", then)
    talks.locator(".dk-agreed").wait_for()
    live(talks, then)  # and goes on in the other language
    talks.get_by_role("button", name=then(END)).wait_for()


@pytest.mark.turn("languages")
def test_the_notebook_in_dari_in_jupyterlab(
    page: Any, spoken: Server, spoken_home: Path, run_all: Callable[[Any], None]
) -> None:
    _ = read("prs")
    welcome(page, spoken, "prs")
    page.locator("#lesson-11 .open-notebook").click()
    run_all(page)
    activity(page, _(NEGOTIATE)).wait_for()
    turned(page, prose=".jp-MarkdownOutput")
