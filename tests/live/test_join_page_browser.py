"""The first page on a small phone in a real browser: another language, and all that was typed is still there."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.live.served import Served, serving
from tests.live.test_trainer_page_browser import fits, opened, without_barriers

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home"), "--case", "fair") as room:
        yield room


def language(phone: Any, name: str) -> Any:
    return phone.locator("fieldset").first.get_by_label(name)


def fill_in(phone: Any, code: str) -> None:
    phone.fill("#code", code)
    phone.fill("#nickname", "Айна")
    phone.locator("details summary").click()
    phone.locator("[name=pair]").check()
    phone.locator("[name='speaks.kk']").check()
    phone.locator("[name=door][value=circle]").check()


def is_filled_in(phone: Any, code: str) -> None:
    assert (phone.input_value("#code"), phone.input_value("#nickname")) == (code, "Айна")
    assert phone.locator("details").get_attribute("open") is not None
    ticked = phone.locator("details input:checked")
    assert [one.get_attribute("name") for one in ticked.all()] == ["pair", "speaks.kk", "door"]
    assert phone.locator("[name=door][value=circle]").is_checked()


def test_another_language_keeps_everything_that_was_typed(chromium: Any, served: Served) -> None:
    faults: list[str] = []
    phone = opened(chromium, served.base, faults, viewport=PHONE, locale="en-US")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    fill_in(phone, served.code)
    for name, lang, direction in (("دری", "fa-AF", "rtl"), ("Қазақша", "kk", "ltr")):
        language(phone, name).click()
        phone.locator(f"html[lang={lang}][dir={direction}]").wait_for()
        is_filled_in(phone, served.code)
        assert phone.evaluate("document.activeElement.name") == "language"
        assert fits(phone)
        without_barriers(phone)
    assert phone.title().startswith(phone.locator("h1").inner_text())
    assert len(asked) == 2
    assert "language=kk" in phone.url  # the same page after a reload
    assert "%D0%90" not in "".join((*asked, phone.url))  # no letter of the nickname
    assert phone.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []

    phone.locator("form > button[type=submit]").click()
    phone.wait_for_url("**/table")
    assert phone.locator("html").get_attribute("lang") == "kk"
    phone.get_by_text("Айна").first.wait_for()
    assert not faults


def test_without_network_everything_stays_as_it_is(chromium: Any, served: Served) -> None:
    phone = opened(chromium, served.join, [], viewport=PHONE, locale="en-US")
    fill_in(phone, served.code)
    phone.context.set_offline(True)
    language(phone, "Қазақша").click()
    phone.wait_for_timeout(500)
    is_filled_in(phone, served.code)
    phone.context.set_offline(False)
    phone.locator("form > button[type=submit]").click()
    phone.wait_for_url("**/table")
    assert phone.locator("html").get_attribute("lang") == "kk"


def test_after_a_wrong_code_the_language_can_still_be_changed(chromium: Any, served: Served) -> None:
    phone = opened(chromium, served.base, [], viewport=PHONE, locale="en-US")
    fill_in(phone, "AAAAAA")
    phone.locator("form > button[type=submit]").click()
    phone.locator(".fault").wait_for()
    is_filled_in(phone, "AAAAAA")
    language(phone, "Қазақша").click()
    phone.locator("html[lang=kk]").wait_for()
    is_filled_in(phone, "AAAAAA")


def test_without_a_script_a_button_shows_the_other_language(chromium: Any, served: Served) -> None:
    phone = opened(chromium, served.base, [], viewport=PHONE, locale="en-US", java_script_enabled=False)
    fill_in(phone, served.code)
    language(phone, "Қазақша").click()
    phone.get_by_role("button", name="Show this page in the chosen language").click()
    phone.locator("html[lang=kk]").wait_for()
    is_filled_in(phone, served.code)
    assert "?" not in phone.url
    phone.locator("#nickname").press("Enter")  # means “Come in”, as ever
    phone.wait_for_url("**/table")
