"""The one browser that all tests in a browser share, and tests that take turns."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.turns import another

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Path of Chromium; without one the browser's tests are skipped, but never on the machine that decides."""
    path = os.environ.get("DASTARKHAN_BROWSER", "")
    if path and Path(path).exists():
        return path
    reason = "set DASTARKHAN_BROWSER to the path of Chromium to run the browser's tests"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")  # Playwright's loop must end before other tests run loops of their own
def chromium(browser_path: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, headless=True, args=CHROMIUM)
        yield browser
        browser.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave one test of each group that takes turns; whoever asks for a single test gets it."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        if mark := item.get_closest_marker("turn"):
            groups.setdefault(mark.args[0], []).append(item)
    later = [item for group in groups.values() for item in group if item not in another(group)]
    config.hook.pytest_deselected(items=later)
    items[:] = [item for item in items if item not in later]
