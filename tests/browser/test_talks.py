"""The second half of The shared river as people use it: talks, a role put down, numbers, words of one's own."""

import json
import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from at_the_table import (
    ALL_AGREEMENTS,
    BOTH_KEEP,
    DEBRIEF,
    NEGOTIATE,
    OFFER,
    ROLE_DOWN,
    STRESS,
    activity,
    agree,
    build,
    focus,
    live,
    numbers,
    open_lesson,
    open_list,
    own_words,
    press,
    press_by_keys,
    ready,
    role_down,
    secrets,
    sit_down,
    tab_to,
    take,
    take_by_keys,
    year_one,
)
from servers import Server, wait_until
from talks_by_place import after_by_place, talks_by_place

from dastarkhan.languages import words
from dastarkhan.lessons.shared_river.talks.own_value import own_word
from simulations.games import read_case

pytestmark = pytest.mark.browser

LESSON = "11_shared_river"
LOST = ("WebSocket", "websocket", "Kernel", "kernel", "404", "Error: Canceled", "Connection lost")
WAIT = "The numbers can wait."
DONE = ("negotiate", "role_down", "all_agreements", "stress_test", "both_keep", "clauses", "debrief", "one_line")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll(
    '.dk-activity :is(button, summary, input[type=radio], input[type=checkbox])')]
    .map(e => [(e.closest('label') ?? e).getBoundingClientRect(), (e.closest('label') ?? e).textContent])
    .filter(([r]) => r.width && r.height && r.height < 44).map(([, words]) => words)"""
LOOSE_SIGN = re.compile(r"(?<![\u2068\u200e])\+[\d]")  # a plus that stands on the wrong side of its number
ASKEW = """part => [...part.querySelectorAll(
    'h2, h3, p, li, td, th, dt, dd, label, button, summary, .dk-seal')].filter(one => {
    const style = getComputedStyle(one), seal = one.matches('.dk-seal'), input = one.querySelector('input');
    const box = one.getBoundingClientRect();
    if (!box.width) return false;
    if (style.direction !== 'rtl' || style.textAlign === 'left') return true;
    if (input) return input.getBoundingClientRect().left < box.left + box.width / 2;
    return seal && one.parentElement.matches('li') && box.left < one.parentElement.getBoundingClientRect().left + 40;
}).map(one => one.outerHTML.slice(0, 200))"""
HIDDEN = """offer => [...offer.querySelectorAll('button, input')].filter(control => {
    if (!control.offsetParent) return false;
    control.focus();
    const box = (control.closest('label') ?? control).getBoundingClientRect();
    const seen = document.elementFromPoint(box.left + box.width / 2, box.bottom - 3);
    return !(control.closest('label') ?? control).contains(seen);
}).map(control => (control.closest('label') ?? control).textContent)"""


@pytest.fixture
def lesson(page: Any, server: Server, fresh_home: Path) -> Any:
    """The lesson's page, opened from the welcome page as a newcomer does."""
    open_lesson(page, server.welcome)
    return page


def kept(home: Path) -> dict[str, Any]:
    """What stands in the person's own file."""
    try:
        found: dict[str, Any] = json.loads((home / f"{LESSON}.json").read_text("utf-8"))["activities"]
    except OSError:
        return {}
    return found


def test_from_the_welcome_page_to_one_line(lesson: Any, fresh_home: Path, axe: Callable[..., list[str]]) -> None:
    """By clicks; every screen is looked at for barriers, and on a phone for what does not fit."""

    def look(screen: Any) -> None:
        screen.evaluate("part => part.dataset.looked = 'now'")
        assert axe(lesson, "[data-looked]") == []
        lesson.set_viewport_size({"width": 360, "height": 740})
        assert lesson.evaluate(SIDEWAYS) <= 0
        assert lesson.evaluate(SMALL) == []
        lesson.set_viewport_size({"width": 1280, "height": 900})
        screen.evaluate("part => delete part.dataset.looked")

    waiting = [activity(lesson, title) for title in (ALL_AGREEMENTS, STRESS, BOTH_KEEP, DEBRIEF)]
    for screen in year_one(lesson):
        look(screen)
    steps = role_down(lesson)
    for screen in islice(steps, 2):  # with the card down, but not yet the role
        look(screen)
        assert [one.get_by_text(WAIT).count() for one in waiting] == [1, 1, 1, 1]
    look(next(steps))
    for one in waiting:  # they follow, and nobody loads the page again
        one.get_by_text(WAIT).wait_for(state="hidden")
    for screen in (*numbers(lesson), *own_words(lesson)):
        look(screen)
    wait_until(lambda: kept(fresh_home).get("one_line", {}).get("done"), 20, "the line was not saved")
    assert {key: kept(fresh_home)[key]["done"] for key in DONE} == dict.fromkeys(DONE, True)


def test_no_agreement_by_keyboard(lesson: Any, fresh_home: Path) -> None:
    """Only Tab, arrows, Space and Enter from the first choice on; the keyboard is never lost."""
    activity(lesson, NEGOTIATE).get_by_role("radio").first.focus()

    def goes_on(button: str, *lands: str, title: str = NEGOTIATE) -> None:
        now = press_by_keys(lesson, button)
        assert now["activity"].endswith(title)
        assert now["words"].startswith(lands), now
        assert lesson.evaluate("document.activeElement.getBoundingClientRect().top") < 900

    take_by_keys(lesson, ("Gardens.", "Springs."))
    tab_to(lesson, "Another partner")
    lesson.keyboard.press("Enter")
    activity(lesson, NEGOTIATE).get_by_text("Who sits opposite you?").wait_for()
    take_by_keys(lesson, ("Quick to meet you", "Deep roots"))
    goes_on("Sit down", "Year 1 of 3")
    goes_on("Ask a question", "What matters most")
    take_by_keys(lesson, ("What matters most", "What worries you?"))
    goes_on("Ask", "Year 1 of 3")
    much = {"summer_release": 30, "payment": 260}  # more than they would say yes to
    take_by_keys(lesson, ("30 million", "30 million"))
    lesson.keyboard.press("Tab")
    assert focus(lesson)["words"] == "No payment"  # a choice is one stop of the Tab key
    take_by_keys(lesson, ("No payment", "260 points"))
    activity(lesson, NEGOTIATE).get_by_text(own_word(read_case("ayna"), "springs", much, words("en"))).wait_for()
    goes_on("Make this offer", "Gardens offers")
    goes_on("Say no, and why", "It is not enough")
    take_by_keys(lesson, ("It is not enough", "A dry year worries us."))
    goes_on("Say no for now", "Year 1 of 3")
    goes_on("Stop without agreement", "Alone we manage")
    take_by_keys(lesson, ("Alone we manage", "We do not dare"))
    goes_on("Stop without agreement", "Stop this year’s talks?")
    goes_on("Yes, stop the talks", "No agreement this year")
    goes_on("Let the year come", "The year is here:")
    take_by_keys(lesson, ("12 million", "30 million"))
    goes_on("Decide", "Year 1:")
    goes_on("Enough for today", "Well talked.")
    tab_to(lesson, "My card lies face down")
    goes_on("My card lies face down", "calm", title=ROLE_DOWN)
    tab_to(lesson, "curious")
    lesson.keyboard.press("Space")
    goes_on("Go on", "What would you tell the other side", title=ROLE_DOWN)
    goes_on("My role is put down", "Thank you.", title=ROLE_DOWN)
    activity(lesson, ALL_AGREEMENTS).get_by_text("You made none of them, for a reason.").wait_for()
    assert kept(fresh_home)["role_down"]["state"]["feelings"] == ["curious"]


@pytest.mark.turn("talks")
def test_talks_go_on_where_the_kernel_was_killed(lesson: Any, server: Server, watch: Any) -> None:
    watch.forgive(*LOST)
    talks = activity(lesson, NEGOTIATE)
    sit_down(talks, "Gardens", "Quick to meet you")
    build(talks)
    press(talks, "Offer this instead")
    stood = talks.inner_text()
    for kernel in server.ask("api/kernels"):
        server.ask(f"api/kernels/{kernel['id']}", method="DELETE")
    lesson.reload()
    ready(lesson)
    talks.get_by_role("heading", name="Year 1 of 3: the talks").wait_for()
    assert talks.inner_text() == stood
    agree(talks)
    live(talks)
    talks.get_by_role("heading", name="Year 1:").wait_for()


@pytest.mark.turn("talks at a phone")
def test_a_phone_keeps_ones_worth_in_sight(lesson: Any) -> None:
    lesson.set_viewport_size({"width": 360, "height": 640})
    talks = activity(lesson, NEGOTIATE)
    sit_down(talks, "Gardens", "Quick to meet you")
    offer, worth = talks.locator(".dk-offer"), talks.locator(".dk-own-word")
    open_list(talks, "Make another offer")
    assert offer.evaluate(HIDDEN) == []
    assert talks.locator(".dk-own-bar").evaluate("bar => getComputedStyle(bar).position") != "sticky"
    build(talks)
    for radio in offer.get_by_role("radio").all():
        radio.scroll_into_view_if_needed()
        box = worth.bounding_box()
        assert 0 <= box["y"] <= 640 - box["height"] + 1
        assert box["height"] < 160
    assert offer.evaluate(HIDDEN) == []
    make = talks.get_by_role("button", name=OFFER)
    make.scroll_into_view_if_needed()
    assert make.bounding_box()["y"] >= worth.bounding_box()["y"] + worth.bounding_box()["height"]
    make.click()
    talks.get_by_text("About your offer").wait_for()


@pytest.mark.turn("talks at a phone")
def test_two_people_never_see_each_others_sheet(lesson: Any) -> None:
    talks = activity(lesson, NEGOTIATE)
    both = {"Springs": secrets("springs"), "Gardens": secrets("gardens")}

    def seen(*sides: str) -> None:
        html = talks.inner_text() + talks.inner_html()
        for side, told in both.items():
            assert any(one in html for one in told) is (side in sides), side

    open_list(talks, "Another partner, or two people")
    take(talks, "Two people at this screen.")
    press(talks, "Sit down at the table")
    seen()
    press(talks, "I am Springs: show my side")
    build(talks)
    seen("Springs")
    press(talks, "Hide what belongs to Springs")
    seen()
    press(talks, "I am Springs: show my side")
    press(talks, "Make this offer")
    seen()
    press(talks, "I am Gardens: show my side")
    seen("Gardens")
    press(talks, "Accept this offer")
    talks.get_by_role("radio").nth(1).check()
    press(talks, "Decide")
    talks.get_by_role("heading", name="Year 1:").wait_for()
    seen()


@pytest.mark.turn("talks")
def test_the_talks_run_right_to_left(page: Any, binder: Server, locales: Path, small_lessons: Path) -> None:
    """In a language without one Latin letter: whatever is left of them was never given to a translator."""
    from pseudo import make_pseudo_lessons, untranslated

    make_pseudo_lessons(locales, small_lessons, "prs")
    for path in binder.home.glob(f"{LESSON}*"):
        path.unlink()
    page.goto(binder.welcome)
    page.goto(f"{binder.base}voila/render/modules/prs/{LESSON}.ipynb?language=prs")
    screens = page.locator(".dk-activity").filter(has=page.locator(".dk-title"))
    screens.nth(12).wait_for(timeout=60_000)
    talks, *after = (screens.nth(n) for n in range(4, 12))

    def look(screen: Any) -> None:
        screen.evaluate("part => part.querySelectorAll('details').forEach(one => { one.open = true; })")
        drawn = screen.locator("svg :is(text, title, desc)").all_text_contents()
        told = " ".join([screen.inner_text(), *drawn])
        assert untranslated(told) == []
        assert LOOSE_SIGN.findall(told) == []
        assert screen.evaluate(ASKEW) == []

    for screen in talks_by_place(talks):
        look(screen)
    for screen in after_by_place(*after):
        look(screen)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.turn("talks")
def test_the_talks_in_jupyterlab(
    page: Any, server: Server, fresh_home: Path, run_all: Callable[[Any], None], axe: Callable[..., list[str]]
) -> None:
    page.goto(server.welcome)
    page.locator("#lesson-11 .open-notebook").click()
    run_all(page)
    ready(page)
    talks = activity(page, NEGOTIATE)
    sit_down(talks, "Gardens", "Quick to meet you")
    assert page.get_by_text(WAIT).count() == 4
    build(talks)
    press(talks, OFFER)
    talks.get_by_text("About your offer").wait_for()
    assert axe(page, ".jp-OutputArea .dk-activity") == []
