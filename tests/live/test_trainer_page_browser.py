"""A trainer and a wall in a real browser, on a served room: nothing is lost, nothing breaks the policy."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live.served import Served, serving
from tests.live.test_web import comes_in

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
WAIT_MS = 10_000


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "--case", "ayna", "--wall", "en,kk,prs") as room:
        for number in range(7):
            comes_in(room, language=("en", "kk", "ru")[number % 3])
        yield room


def opened(chromium: Any, address: str, faults: list[str], **how: Any) -> Any:
    page = chromium.new_context(**how).new_page()
    page.set_default_timeout(WAIT_MS)
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    return page


def without_barriers(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": RULES}).response
    assert found["passes"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def tap(page: Any, name: str, within: str = "main") -> None:
    page.locator(within).get_by_role("button", name=re.compile(f"^{name}")).first.click()


def test_a_session_from_the_code_to_the_end(chromium: Any, served: Served) -> None:
    faults: list[str] = []
    trainer = opened(chromium, served.trainer, faults, viewport={"width": 1100, "height": 800})
    wall = opened(chromium, served.wall, faults, viewport={"width": 1280, "height": 720})
    wall.get_by_text("7 people are here.").first.wait_for()
    without_barriers(trainer)
    without_barriers(wall)

    tap(trainer, "Seat everybody")
    trainer.locator("#table-1 h2").wait_for()
    trainer.locator("#say textarea").fill("half a sentence")
    tap(trainer, "Start")
    trainer.locator(".steps .runs details[open]").get_by_text("Say:").wait_for()
    assert trainer.locator("#say textarea").input_value() == "half a sentence"
    tap(trainer, "Send")
    wall.get_by_text("half a sentence").wait_for()
    assert trainer.locator("#say textarea").input_value() == ""
    tap(trainer, "Take away", "#said")
    wall.get_by_text("half a sentence").wait_for(state="detached")
    tap(trainer, "Next", "#plan")
    wall.get_by_role("heading", name="Үстел басында: екінші жыл").wait_for()

    trainer.get_by_text("Bring something in at all tables").click()
    tap(trainer, "Bring it in", "#course")
    wall.locator(".news").first.wait_for()
    without_barriers(trainer)
    without_barriers(wall)
    assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight")

    trainer.get_by_text("Erase everything").click()
    trainer.get_by_label("Yes, I am sure").check()
    tap(trainer, "Erase it now", "#end")
    trainer.get_by_text("This room was erased.").wait_for()
    assert not trainer.locator(".table-card").first.is_visible()
    assert not faults


EMPTY = "[...document.querySelectorAll('section')].every((one) => one.id === 'head' || !one.innerText.trim())"
KEPT = "Object.values(localStorage).join()"


def test_an_erased_room_leaves_nothing_on_any_screen(chromium: Any, served: Served) -> None:
    faults: list[str] = []
    trainer = opened(chromium, served.trainer, faults, viewport={"width": 1100, "height": 800})
    wall = opened(chromium, served.wall, faults)
    phones = [opened(chromium, served.join, faults, viewport={"width": 360, "height": 740}) for _ in range(2)]
    for phone in phones:
        phone.locator("form button[type=submit]").last.click()
        phone.wait_for_url("**/table")
    tap(trainer, "Seat and start at once")
    for phone in phones:
        phone.locator("#my-notes summary").click()
        phone.fill("#note", "Ask about June")
        assert "June" in phone.evaluate(KEPT)
    awake, asleep = phones
    tap(trainer, "Save for the debrief notebook", "#end")
    trainer.get_by_text(re.compile(r"Saved at .*tables?, in ")).wait_for()
    assert not faults
    asleep.context.set_offline(True)

    trainer.get_by_text("Erase everything").click()
    trainer.get_by_label("Yes, I am sure").check()
    tap(trainer, "Erase it now", "#end")
    for page in (trainer, wall, awake):
        page.get_by_text("This room was erased.").wait_for()
        page.wait_for_function(EMPTY)
        without_barriers(page)
    assert "June" not in awake.evaluate(KEPT)
    asleep.context.set_offline(False)
    asleep.get_by_text("This room was erased.").wait_for(timeout=60_000)
    assert "June" not in asleep.evaluate(KEPT)


def test_what_cannot_be_saved_is_said_beside_the_button(chromium: Any, served: Served) -> None:
    trainer = opened(chromium, served.trainer, [], viewport={"width": 1100, "height": 800})
    tap(trainer, "Seat everybody")
    trainer.locator("#table-1 h2").wait_for()
    (served.home / "rooms").rename(served.home / "elsewhere")
    (served.home / "rooms").write_text("a file, no folder")
    tap(trainer, "Save for the debrief notebook", "#end")
    trainer.locator("#end .fault", has_text="The moves could not be saved in").wait_for()
    assert not trainer.get_by_text("Saved at").is_visible()


def test_a_trainers_phone_and_a_keyboard(chromium: Any, served: Served) -> None:
    faults: list[str] = []
    phone = opened(chromium, served.trainer, faults, viewport={"width": 360, "height": 740})
    assert fits(phone)
    phone.locator("#course button").first.focus()
    phone.keyboard.press("Enter")  # everybody is seated
    phone.locator("#table-1 h2").wait_for()
    assert fits(phone)
    phone.locator("#end details.careful summary").first.focus()
    phone.keyboard.press("Enter")
    close = phone.get_by_role("button", name="Yes, close the room")
    close.focus()
    phone.keyboard.press("Enter")
    phone.get_by_text("The room is closed.").first.wait_for()
    without_barriers(phone)
    assert not faults


def test_a_trainers_page_without_a_script(chromium: Any, served: Served) -> None:
    page = opened(chromium, served.trainer, [], java_script_enabled=False)
    tap(page, "Seat everybody")
    page.locator("#table-1 h2").wait_for()
    anew = page.get_by_role("button", name="Yes, seat everybody anew")
    assert not anew.is_visible()
    page.get_by_text("Seat everybody anew", exact=True).click()
    anew.click()
    assert not anew.is_visible()
    tap(page, "Start")
    page.locator("#course").get_by_role("button", name="Pause").wait_for()
