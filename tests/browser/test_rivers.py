"""The river is chosen for the whole page: by a link, at the top, with a mouse, with keys, on a phone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from servers import Server, wait_until

from simulations.games import case_names, read_case
from tests.turns import another

pytestmark = pytest.mark.browser

PAGE = "voila/render/modules/en/11_shared_river.ipynb"


def opened(tab: Any, server: Server, river: str) -> Any:
    """The lesson's page by a trainer's link."""
    tab.goto(server.welcome)
    tab.goto(f"{server.base}{PAGE}?language=en&river={river}")
    tab.get_by_role("button", name="Make a copy to take along").wait_for(timeout=60_000)
    return tab.locator(".dk-activity")


def about(river: str) -> str:
    return read_case(river).text["about"]


@pytest.mark.parametrize("river", another(case_names("river")))
def test_a_link_opens_its_river_on_a_phone(page: Any, server: Server, fresh_home: Path, river: str, axe: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    activities = opened(page, server, river)
    activities.nth(2).get_by_text(about(river)).wait_for()
    activities.nth(0).get_by_role("button", name="Another river").click()
    activities.nth(0).get_by_role("radio", name=read_case(river).text["title"]).and_(
        page.locator(":checked")
    ).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []


@pytest.mark.turn("rivers")
def test_the_whole_page_follows_and_the_keyboard_stays(
    page: Any, server: Server, fresh_home: Path, axe: Callable[..., list[str]]
) -> None:
    activities = opened(page, server, "heron")
    top = activities.nth(0)
    top.get_by_role("button", name="Another river").focus()
    page.keyboard.press("Enter")
    top.get_by_role("radio", name="The river Heron").focus()
    page.keyboard.press("ArrowDown")
    for place in (2, 5):  # part 1 and the table
        activities.nth(place).get_by_text("The river Swallow").or_(
            activities.nth(place).get_by_text(about("swallow"))
        ).first.wait_for()
    top.get_by_text("This lesson is about “The river Swallow”.").first.wait_for()
    assert page.evaluate("document.activeElement.type") == "radio"
    assert axe(page) == []


@pytest.mark.turn("rivers")
def test_what_was_done_on_each_river_comes_back(page: Any, server: Server, fresh_home: Path) -> None:
    activities = opened(page, server, "ayna")
    top, meet = activities.nth(0), activities.nth(2)
    meet.get_by_role("radio", name="Willow").check()
    top.get_by_role("button", name="Another river").click()
    top.get_by_role("radio", name="The river Heron").check()
    meet.get_by_role("radio", name="Reed lake").check()
    file = fresh_home / "11_shared_river.json"
    wait_until(lambda: "meet_river.heron" in json.loads(file.read_text("utf-8"))["activities"], 20, "not saved")
    page.reload()
    meet.get_by_role("radio", name="Reed lake").and_(page.locator(":checked")).wait_for(timeout=60_000)
    top.get_by_role("button", name="Another river").click()
    top.get_by_role("radio", name="The river Ayna").check()
    meet.get_by_role("radio", name="Willow").and_(page.locator(":checked")).wait_for()
