"""Every lesson as a page, in English and in one other language: it stands, it fits a phone, it bars nobody."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from servers import Server, languages_of

from dastarkhan.languages import LANGUAGES, words
from dastarkhan.lessons.lesson import FOLDERS
from tests.turns import first_and_another

pytestmark = pytest.mark.browser

TOOLS = ("journal",)  # the debrief and the rehearsals have tests of their own
LESSONS = [slug for slug, folder in FOLDERS.items() if (slug[0].isdigit() and folder != "rehearsal") or slug in TOOLS]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages() -> list[tuple[str, str]]:
    found = []
    for slug in LESSONS:
        there = languages_of(slug)
        found += [(slug, lang) for lang in (first_and_another(there) if len(there) > 1 else there)]
    return found


@pytest.mark.parametrize(("slug", "lang"), pages())
def test_a_lesson_stands_as_a_page(
    page: Any, spoken: Server, spoken_home: Path, axe: Callable[..., list[str]], slug: str, lang: str
) -> None:
    activities = import_module(f"dastarkhan.lessons.{FOLDERS[slug]}").ACTIVITIES
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(spoken.welcome)
    page.goto(f"{spoken.base}voila/render/modules/{lang}/{slug}.ipynb")
    page.locator(".dk-activity .dk-title").nth(len(activities) - 1).wait_for(timeout=60_000)
    assert page.locator(".dk-activity .dk-title").count() == len(activities)
    keep = words(lang, f"lesson_{slug.partition('_')[0]}")("Make a copy to take along")
    page.get_by_role("button", name=keep).wait_for()
    assert page.locator("html").get_attribute("dir") == LANGUAGES[lang].direction
    assert page.evaluate(SIDEWAYS) <= 0
    assert "Traceback" not in page.locator("body").inner_text()
    assert axe(page) == []
