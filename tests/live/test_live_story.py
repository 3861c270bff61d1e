"""The whole story in real browsers: four people in four languages, one drops and returns, one becomes a partner.

The trainer injects a drought; all tables end; the wall waits, and shows the debrief only when the trainer lets it.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.live.served import Served, serving

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "kk", "prs", "ru")
PHONE = {"width": 360, "height": 640}
HELD = "form:has([name=do][value=release])"  # the trainer may let results be seen
NEXT = "form:has([name=do][value=next_year]) button:not(.quiet)"  # all tables have closed the year
PICTURES = os.environ.get("DASTARKHAN_PICTURES", "")
"""A folder for pictures of every page, for those who want to look."""


@dataclass(slots=True)
class Class:
    """Everybody's browsers."""

    browser: Any
    room: Served
    faults: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def tab(self, address: str, size: dict[str, int]) -> Any:
        context = self.browser.new_context(viewport=size)
        context.set_default_timeout(20_000)
        context.on("request", lambda one: self.faults.append(one.url) if "//127.0.0.1" not in one.url[:20] else None)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda one: self.faults.append(one.text) if "Content Security" in one.text else None)
        page.goto(address)
        self.contexts.append(context)
        return page

    def phone(self, lang: str) -> Any:
        page = self.tab(f"{self.room.join}&language={lang}", PHONE)
        page.locator("form button[type=submit]").last.click()
        page.wait_for_url("**/table")
        page.locator("[data-htmx-powered]").first.wait_for(state="attached")
        return page


@pytest.fixture
def everybody(chromium: Any, tmp_path: Path) -> Iterator[Class]:
    with serving(tmp_path, "--case", "ayna", "--wall", "en,kk,prs", "--plan", "90") as room:
        found = Class(chromium, room)
        yield found
        for context in found.contexts:
            context.close()
    assert [fault for fault in found.faults if not fault.startswith(("data:", "blob:"))] == []


def look(page: Any, name: str) -> None:
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def unfold(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def trainer_does(page: Any, word: str, **fields: str) -> None:
    """Tap what does it, wherever it is folded away."""
    unfold(page)
    form = page.locator(f"form:has([name=do][value={word}])")
    for name, value in fields.items():
        form = form.filter(has=page.locator(f"[name={name}][value='{value}']"))
    with page.expect_response(lambda answer: answer.url.endswith("/act")) as answered:
        form.first.locator("button").first.click()
    assert answered.value.status == 204


def acts(page: Any, kind: str) -> Any:
    return page.locator(f"#act form:has([name=kind][value={kind}])")


def send(page: Any, button: Any) -> None:
    """Tap, be answered, and see on the own page that it was done."""
    before = page.locator("#act").text_content()
    with page.expect_response(lambda answer: answer.url.endswith("/move"), timeout=6_000) as answered:
        button.click(timeout=5_000)
    assert answered.value.status == 204, answered.value.text()
    for _ in range(100):
        if page.locator("#act").text_content() != before:
            return
        page.wait_for_timeout(50)
    raise AssertionError("the page does not show what was done")


def tap(page: Any, kind: str) -> None:
    """Do one of the things a person may do: open it, choose the first answer, confirm."""
    form = acts(page, kind).first
    form.evaluate("one => { const fold = one.closest('details'); if (fold) fold.open = true }")
    if form.locator("input[type=radio]").count():
        form.locator("label").first.click()
    send(page, form.locator("button").first)


def offer(page: Any) -> None:
    """Build an offer: the first option of every term."""
    build = page.locator("#build form")
    for group in build.locator("fieldset").all():
        group.locator("label").first.click()
    send(page, build.locator("button[type=submit]").last)


def may(page: Any) -> set[str]:
    kinds = page.locator("#act form [name=kind]").evaluate_all("found => found.map(one => one.value)")
    return {*kinds, *({"offer"} if page.locator("#act a[href='#build']").count() else set())}


def play_on(phones: list[Any]) -> bool:
    """Let somebody who is waited for do something; tells whether anybody could.

    Somebody else may be faster than the page shows. Then people look again, and so does this.
    """
    from playwright.sync_api import TimeoutError as WaitedTooLong

    for page in phones:
        open_to = may(page)
        kind = next((one for one in ("accept", "sponsor", "tell", "decide", "offer") if one in open_to), None)
        if kind is None:
            continue
        try:
            if kind == "offer":
                offer(page)
            else:
                tap(page, kind)
        except (WaitedTooLong, AssertionError):
            page.wait_for_timeout(500)
        return True
    return False


def test_the_whole_story(everybody: Class) -> None:
    room = everybody.room
    trainer = everybody.tab(room.trainer, {"width": 1100, "height": 800})
    wall = everybody.tab(room.wall, {"width": 1280, "height": 720})
    assert wall.locator("svg.qr").count() == 1
    phones = [everybody.phone(lang) for lang in LANGUAGES]
    for page, lang in zip(phones, LANGUAGES, strict=True):
        assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "prs" else "ltr")
    look(wall, "wall-gather")
    trainer_does(trainer, "seat")
    for page in phones:
        page.locator("#brief :text-matches('.')").first.wait_for()
    trainer_does(trainer, "start")
    first = next(page for page in phones for _ in range(100) if "offer" in may(page) or page.wait_for_timeout(50))
    look(first, "seat-first")
    offer(first)
    for page, lang in zip(phones, LANGUAGES, strict=True):
        page.locator("#table .package").first.wait_for()  # everybody sees the offer
        look(page, f"seat-{lang}")
    look(trainer, "trainer-talks")

    # One drops: the network is gone, what is tapped is kept, and it arrives when the network is back.
    lost = next(page for page in phones if may(page) & {"sponsor", "accept"})
    lost.context.set_offline(True)
    lost.locator("#line:not([hidden])").wait_for()
    kind = (may(lost) & {"sponsor", "accept"}).pop()
    form = acts(lost, kind).first
    form.evaluate("one => { const fold = one.closest('details'); if (fold) fold.open = true }")
    form.locator("button").first.click()
    lost.wait_for_timeout(300)
    look(lost, "seat-lost")
    with lost.expect_response(lambda answer: answer.url.endswith("/move") and answer.status == 204):
        lost.context.set_offline(False)

    # One is replaced by a partner, and everybody sees it.
    gone = phones.pop()
    gone.reload()
    seat = gone.locator("body").get_attribute("data-seat")
    gone.context.close()
    everybody.contexts.remove(gone.context)
    unfold(trainer)
    hold = trainer.locator("form:has([name=do][value=hold])").first
    hold.locator("select[name=seat]").select_option(seat)
    hold.locator("select[name=holder]").select_option("partner")
    with trainer.expect_response(lambda answer: answer.url.endswith("/act")) as answered:
        hold.locator("button").first.click()
    assert answered.value.status == 204

    # The trainer brings in a drought; every phone tells it.
    trainer_does(trainer, "inject", inject="drought")
    wall.wait_for_timeout(800)
    look(wall, "wall-drought")

    for _ in range(400):
        if trainer.locator(HELD).count():
            break
        if play_on(phones):
            continue
        trainer.wait_for_timeout(150)
        if trainer.locator(NEXT).count():
            trainer_does(trainer, "next_year")
            trainer.locator(NEXT).wait_for(state="detached")  # the page shows that it was done
    assert trainer.locator(HELD).count()
    for page in phones:
        page.locator("#after form").first.wait_for()  # how was it?
        assert page.locator("#brief").inner_text().strip() == ""  # the card lies face down
    look(wall, "wall-held")
    assert wall.locator("figure").count() == 0
    phones[0].locator("#after [name=text]").fill("Hard, <b>but</b> fair")
    phones[0].locator("#after form button").first.click()
    trainer.locator("form:has([name=do][value=let_through])").first.wait_for()
    assert "Hard" not in wall.locator("body").inner_text()
    trainer_does(trainer, "let_through")
    wall.locator("text=Hard, <b>but</b> fair").first.wait_for()
    for what in ("own", "relations", "stress"):  # one table: nothing with a mark for each table is on the wall
        trainer_does(trainer, "release", what=what)
        if what == "stress":
            wall.locator("figure").wait_for(state="detached")
            phones[0].locator("#after svg.harder").wait_for()
            look(wall, "wall-own-years")
            for page, lang in zip(phones, LANGUAGES[:3], strict=True):
                look(page, f"seat-years-{lang}")
        elif what == "own":
            assert wall.locator("figure").count() == 0
            look(wall, "wall-own")
            phones[0].locator("#after table").first.wait_for()
            for page, lang in zip(phones, LANGUAGES[:3], strict=True):
                look(page, f"seat-after-{lang}")
        else:
            wall.locator(f".shown.{what}").first.wait_for()
            look(wall, f"wall-{what}")
    look(trainer, "trainer-after")
