"""The rehearsal as a trainer uses it: the page, the notebook, a phone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from servers import Server, wait_until

pytestmark = pytest.mark.browser

NOTEBOOK = "facilitator_guides/en/11_rehearsal.ipynb"


def group(tab: Any) -> Any:
    """The activity on the screen."""
    found = tab.locator(".dk-activity").filter(has=tab.locator(".dk-people"))
    found.get_by_text("at ease").wait_for(timeout=90_000)
    return found


def chosen(home: Path) -> dict[str, str]:
    try:
        kept = json.loads((home / "11_rehearsal.json").read_text("utf-8"))
    except OSError:
        return {}
    return kept["activities"]["rehearse"]["state"]["chosen"]


def test_a_moment_on_the_page(page: Any, server: Server, fresh_home: Path, axe: Callable[..., list[str]]) -> None:
    page.goto(server.welcome)
    page.goto(f"{server.base}voila/render/{NOTEBOOK}")
    talks = group(page)
    talks.get_by_role("button", name="Open the door").click()
    talks.get_by_text("Nobody answers.").wait_for()
    confirm = talks.get_by_role("button", name="That is what I do")
    assert confirm.is_disabled()
    talks.get_by_role("radio", name="I wait seven breaths.").check()
    confirm.click()
    talks.get_by_text("That helps.").wait_for()
    talks.get_by_text("2 of 6 have spoken").wait_for()
    assert talks.locator(".dk-spoke .dk-said").count() == 2
    assert axe(page, ".dk-activity:has(.dk-people)") == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    boxes = [one.bounding_box() for one in talks.locator(".dk-people li").all()]
    assert len(boxes) == 6
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    wait_until(lambda: chosen(fresh_home) == {"nobody_answers": "wait"}, 20, "the choice was not saved")


def test_the_notebook_goes_on_where_the_page_was(
    page: Any, server: Server, fresh_home: Path, run_all: Callable[[Any], None]
) -> None:
    state = {"at": 0, "chosen": {"nobody_answers": "call_one"}}
    entry = {"revision": 1, "state": state, "done": False, "earlier": []}
    kept = {"schema": 1, "lesson": "11_rehearsal", "activities": {"rehearse": entry}}
    (fresh_home / "11_rehearsal.json").write_text(json.dumps(kept), "utf-8")
    page.goto(server.welcome)
    page.goto(f"{server.base}doc/tree/{NOTEBOOK}")
    run_all(page)
    group(page).get_by_text("That helps less than it seems.").wait_for()
