"""The first half of The shared river as people use it: a page, a notebook, mouse, keys, phone, right to left."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from servers import Server, wait_until

pytestmark = pytest.mark.browser

LESSON = "11_shared_river"
LOST = ("WebSocket", "websocket", "Kernel", "kernel", "404", "Error: Canceled", "Connection lost")
NAMES = ("home", "11_shared_river.json")  # of the person's own folder and file


@pytest.fixture
def lesson(page: Any, server: Server, fresh_home: Path) -> Any:
    """The lesson's page, opened from the welcome page as a newcomer does."""
    page.goto(server.welcome)
    page.locator("#lesson-11 .open-page").click()
    ready(page)
    return page


def ready(tab: Any) -> None:
    """Wait until the last cell of the lesson can be used."""
    tab.locator(".dk-activity .dk-title").nth(3).wait_for(timeout=60_000)
    tab.get_by_role("button", name="Make a copy to take along").wait_for()


def activity(tab: Any, title: str) -> Any:
    """One activity on the screen, by its title."""
    return tab.locator(".dk-activity").filter(has=tab.locator(".dk-title", has_text=title))


MEET, ALONE, DRY, SIX = "Who lives on this river?", "A year alone", "The river brings less", "Six rules"


def kept(home: Path) -> dict[str, Any]:
    """What stands in the person's own file."""
    return json.loads((home / f"{LESSON}.json").read_text("utf-8"))["activities"]


def saved(home: Path, holds: Callable[[dict[str, Any]], bool]) -> None:
    """Wait until the person's file says so."""

    def says() -> bool:
        try:
            return holds(kept(home))
        except (OSError, KeyError):
            return False

    wait_until(says, 20, "the work was not saved")


def meet_by_clicks(tab: Any) -> None:
    meet = activity(tab, MEET)
    for number, words in enumerate(
        ("Mill and villages", "To make power when homes are cold", "11.8", "Wetland"), start=1
    ):
        meet.get_by_text(f"Question {number} of 4").wait_for()
        meet.get_by_role("radio", name=words, exact=True).check()
        meet.get_by_role("button", name="Check").click()
        meet.get_by_text("Yes.").wait_for()
        meet.get_by_role("button", name="Go on").click()
    meet.get_by_text("You have gone down the whole river.").wait_for()


def alone_by_clicks(tab: Any, home: Path) -> None:
    alone = activity(tab, ALONE)
    alone.get_by_role("radio", name="Springs.").check()
    alone.get_by_role("radio", name="12 million").check()
    alone.get_by_role("button", name="Let the year come").click()
    alone.get_by_text("Sit down on the other bank").wait_for()
    assert alone.locator(".dk-panels svg").count() == 5
    alone.get_by_role("button", name="Show the points").click()
    alone.get_by_text("Gardens has").wait_for()
    alone.get_by_role("button", name="Change sides").click()
    alone.get_by_role("radio", name="60 of 100").check()
    alone.get_by_role("button", name="Let the year come").click()
    alone.get_by_text("Sit down on the other bank").wait_for()
    alone.get_by_role("textbox").fill("We kept the water and thought of our homes.")
    alone.get_by_role("checkbox").first.check()
    saved(home, lambda found: found["act_alone"]["state"]["words"]["gardens"]["ticked"] == [0])


def dry_by_clicks(tab: Any, home: Path) -> None:
    dry = activity(tab, DRY)
    for rule in (
        "Everybody loses the same share.",
        "Small needs first, then equal.",
        "Everybody gives up the same amount.",
    ):
        dry.get_by_role("radio", name=rule).check()
        dry.get_by_text("Look closely.").wait_for()
    dry.get_by_role("button", name="I could defend this one").click()
    dry.get_by_role("textbox").fill("You carry most, so next year you choose first.")
    dry.get_by_role("checkbox").first.check()
    saved(home, lambda found: found["dry_year"]["state"]["words"]["ticked"] == [0])


def test_all_activities_by_clicks(lesson: Any, fresh_home: Path) -> None:
    meet_by_clicks(lesson)
    alone_by_clicks(lesson, fresh_home)
    dry_by_clicks(lesson, fresh_home)
    six = activity(lesson, SIX)
    six.get_by_role("radio", name="Halves first").check()
    six.get_by_text("First all come up to half of their need").wait_for()
    saved(fresh_home, lambda found: found["six_rules"]["done"])
    found = kept(fresh_home)
    assert {key: entry["done"] for key, entry in found.items()} == {
        "meet_river": True,
        "act_alone": True,
        "dry_year": True,
        "six_rules": True,
    }
    assert found["act_alone"]["state"]["words"]["gardens"]["text"] == "We kept the water and thought of our homes."


def test_all_activities_by_keyboard(lesson: Any, fresh_home: Path) -> None:
    """Only Tab, arrows, space and Enter; never the mouse."""
    meet = activity(lesson, MEET)
    place = meet.locator("svg [tabindex='0']").first
    place.focus()
    assert "Glacier" in place.get_attribute("aria-label")
    lesson.keyboard.press("Tab")
    assert lesson.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Reservoir")
    shown = """() => [...document.activeElement.querySelectorAll('.dk-tip, [class*=tip]')].map(getComputedStyle)
        .some(style => style.opacity !== '0' && style.visibility === 'visible' && style.display !== 'none')"""
    assert lesson.evaluate(shown)
    details = lesson.locator("details.dk-more").first
    details.locator("summary").focus()
    lesson.keyboard.press("Enter")
    assert details.evaluate("e => e.open")
    choose(lesson, meet, "Willow", steps=1)
    press(lesson, meet, "Check")
    meet.get_by_text("Yes.").wait_for()
    press(lesson, meet, "Go on")

    alone = activity(lesson, ALONE)
    choose(lesson, alone, "Gardens.", steps=0)
    alone.get_by_role("radio", name="40 of 100").wait_for()
    choose(lesson, alone, "40 of 100", steps=1)
    alone.get_by_role("button", name="Let the year come").and_(lesson.locator(":enabled")).wait_for()
    press(lesson, alone, "Let the year come")
    alone.get_by_text("Sit down on the other bank").wait_for()
    lesson.wait_for_function("document.activeElement.tagName === 'H3'")  # the keyboard is not lost

    dry = activity(lesson, DRY)
    choose(lesson, dry, "Everybody loses the same share. Who", steps=0)
    for _ in range(2):
        lesson.keyboard.press("ArrowDown")
        lesson.wait_for_timeout(400)
    press(lesson, dry, "I could defend this one")
    dry.get_by_text("You may change your mind.").wait_for()
    saved(fresh_home, lambda found: found["dry_year"]["state"]["defended"] == "constrained_equal_losses")
    assert kept(fresh_home)["act_alone"]["state"]["side"] == "gardens"


def choose(tab: Any, where: Any, name: str, *, steps: int) -> None:
    """Go to a choice by focus, take it with space, and go down with arrows."""
    where.get_by_role("radio", name=name).focus()
    tab.keyboard.press("Space")
    for _ in range(steps):
        tab.keyboard.press("ArrowDown")
    tab.wait_for_timeout(300)


def press(tab: Any, where: Any, name: str) -> None:
    """Press a button with Enter."""
    where.get_by_role("button", name=name).focus()
    tab.keyboard.press("Enter")


@pytest.mark.turn("lesson")
def test_a_reload_keeps_everything(lesson: Any, fresh_home: Path) -> None:
    alone_by_clicks(lesson, fresh_home)
    dry_by_clicks(lesson, fresh_home)
    lesson.reload()
    ready(lesson)
    assert activity(lesson, ALONE).get_by_role("textbox").input_value() == "We kept the water and thought of our homes."
    assert activity(lesson, DRY).get_by_role("radio", name="Everybody gives up the same amount.").is_checked()
    assert activity(lesson, DRY).get_by_role("checkbox").first.is_checked()


@pytest.mark.turn("lesson")
def test_a_killed_kernel_is_said_and_nothing_is_lost(lesson: Any, fresh_home: Path, server: Server, watch: Any) -> None:
    watch.forgive(*LOST)
    alone_by_clicks(lesson, fresh_home)
    for kernel in server.ask("api/kernels"):
        server.ask(f"api/kernels/{kernel['id']}", method="DELETE")
    lesson.locator("#dk-lost:visible").wait_for()
    lesson.reload()
    ready(lesson)
    assert activity(lesson, ALONE).get_by_role("textbox").input_value() == "We kept the water and thought of our homes."


@pytest.mark.turn("lesson")
def test_a_copy_is_downloaded_and_brought_back(lesson: Any, fresh_home: Path, tmp_path: Path) -> None:
    dry_by_clicks(lesson, fresh_home)
    lesson.get_by_role("button", name="Make a copy to take along").click()
    with lesson.expect_download() as coming:
        lesson.get_by_role("link", name="Save").click()
    copy = tmp_path / "copy.json"
    coming.value.save_as(copy)
    assert coming.value.suggested_filename == f"{LESSON}.json"
    for path in fresh_home.glob(f"{LESSON}*"):
        path.unlink()
    lesson.reload()
    ready(lesson)
    assert activity(lesson, DRY).get_by_role("radio", checked=True).count() == 1  # the year alone
    with lesson.expect_file_chooser() as asking:
        lesson.get_by_role("button", name="Bring my work back", exact=True).click()
    asking.value.set_files(copy)
    lesson.get_by_text("1 activity was brought back.").wait_for()
    activity(lesson, DRY).get_by_role("textbox").wait_for()
    assert (
        activity(lesson, DRY).get_by_role("textbox").input_value() == "You carry most, so next year you choose first."
    )


def test_the_page_has_no_barriers(lesson: Any, fresh_home: Path, axe: Callable[[Any], list[str]]) -> None:
    alone_by_clicks(lesson, fresh_home)
    dry_by_clicks(lesson, fresh_home)
    assert axe(lesson) == []


def test_a_phone_scrolls_only_down(lesson: Any, fresh_home: Path) -> None:
    lesson.set_viewport_size({"width": 360, "height": 640})
    alone_by_clicks(lesson, fresh_home)
    dry_by_clicks(lesson, fresh_home)
    assert lesson.evaluate("document.documentElement.scrollWidth") <= 360
    small = """() => [...document.querySelectorAll('.dk-activity :is(button, input[type=radio], input[type=checkbox])')]
        .map(e => (e.closest('label') || e).getBoundingClientRect())
        .filter(r => r.width && r.height && r.height < 44).length"""
    assert lesson.evaluate(small) == 0


def test_every_sentence_can_be_translated_and_runs_right_to_left(
    page: Any, binder: Server, locales: Path, small_lessons: Path
) -> None:
    from pseudo import make_pseudo_lessons, untranslated

    make_pseudo_lessons(locales, small_lessons, "prs")
    for path in binder.home.glob(f"{LESSON}*"):
        path.unlink()
    page.goto(binder.welcome)
    page.goto(f"{binder.base}voila/render/modules/prs/{LESSON}.ipynb?language=prs")
    page.locator(".dk-activity .dk-title").nth(4).wait_for(timeout=60_000)
    titles = page.locator(".dk-activity").filter(has=page.locator(".dk-title"))
    meet, alone, dry, six = (titles.nth(n) for n in range(1, 5))
    meet.locator("button").nth(1).click()  # a hint
    meet.get_by_role("radio").first.check()
    meet.locator("button").nth(0).click()
    meet.locator(".dk-note, .dk-note-warn").first.wait_for()
    alone.get_by_role("radio").first.check()
    alone.get_by_role("radio").nth(2).check()
    alone.locator("button.dk-primary:enabled").first.click()
    alone.locator(".dk-panels svg").nth(4).wait_for()
    alone.locator("button.dk-primary").first.click()
    alone.locator(".dk-card").nth(1).wait_for()
    for n in (3, 4, 5):
        told = dry.locator(".dk-note").all_inner_texts()
        dry.get_by_role("radio").nth(n).check()
        # Until the screen is drawn anew: a tap on the old one would be lost.
        wait_until(lambda told=told: dry.locator(".dk-note").all_inner_texts() not in ([], told), 20, "no new note")  # type: ignore[misc]
    dry.locator("> button.dk-primary, .widget-vbox > button.dk-primary").last.click()
    dry.get_by_role("textbox").wait_for()
    six.get_by_role("radio").last.check()
    page.wait_for_timeout(1000)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.dk-title')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.dk-choice label')).direction") == "rtl"
    assert untranslated(page.locator("main").inner_text(), allow=NAMES) == []
    pictures = page.evaluate(
        "[...document.querySelectorAll('svg text, svg title, svg desc')].map(t => t.textContent).join(' ')"
    )
    assert untranslated(pictures, allow=NAMES) == []
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.turn("lesson")
def test_the_notebook_in_jupyterlab(
    page: Any,
    server: Server,
    fresh_home: Path,
    run_all: Callable[[Any], None],
    axe: Callable[..., list[str]],
    watch: Any,
) -> None:
    watch.forgive(*LOST)
    page.goto(server.welcome)
    page.locator("#lesson-11 .open-notebook").click()
    run_all(page)
    ready(page)
    assert page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0
    alone_by_clicks(page, fresh_home)
    assert axe(page, ".jp-OutputArea .dk-activity") == []
    for kernel in server.ask("api/kernels"):
        server.ask(f"api/kernels/{kernel['id']}/restart", method="POST")
    page.reload()
    run_all(page)
    ready(page)
    assert activity(page, ALONE).get_by_role("textbox").input_value() == "We kept the water and thought of our homes."
