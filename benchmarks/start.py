"""How long people wait: `python benchmarks/start.py [--runs 3]`, with DASTARKHAN_BROWSER naming Chromium.

Measures, in one run: the command `dastarkhan lab` until its welcome page answers; a click on the lesson until its
first control stands; and the same lesson on the page that Voila makes by itself (its own server and template, the
network closed, as in a room without internet). Prints medians and the ratio of the last two.
"""

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

KIT = Path(__file__).resolve().parents[1]
LESSON = "modules/en/11_shared_river.ipynb"
FIRST_CONTROL = ".widget-radio input, .widget-radio-box input"
CLOSED = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
CLOSED += ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]


@contextmanager
def running(command: list[str], home: str) -> Iterator[subprocess.Popen[str]]:
    """Start a server and end it by its own id."""
    environment = {**os.environ, "DASTARKHAN_HOME": home, "PYTHONPATH": str(KIT)}
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=KIT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def until_control(browser: Any, enter: Any) -> float:
    """Seconds from `enter` to the first control of the lesson, in a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    begin = enter(page)
    page.locator(FIRST_CONTROL).first.wait_for(state="attached", timeout=60_000)
    seconds = time.perf_counter() - begin
    context.close()
    return seconds


def ours(browser: Any) -> tuple[float, float]:
    """Seconds until the welcome page answers, and from the click to the first control."""
    with tempfile.TemporaryDirectory() as home:
        begin = time.perf_counter()
        with running(["dastarkhan", "lab", "--no-browser", "--json"], home) as process:
            welcome = json.loads(process.stdout.readline())["welcome"]  # type: ignore[union-attr]
            stands = time.perf_counter() - begin

            def enter(page: Any) -> float:
                page.goto(welcome)
                page.wait_for_timeout(3000)  # somebody reads the welcome page
                clicked = time.perf_counter()
                page.locator("#lesson-11 .open-page").click(no_wait_after=True)
                return clicked

            return stands, until_control(browser, enter)


def stock(browser: Any) -> float:
    """Seconds from the address to the first control, on Voila's own page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = ["voila", LESSON, "--no-browser", f"--port={port}", "--template=lab", "--Voila.ip=127.0.0.1"]
    with tempfile.TemporaryDirectory() as home, running(command, home):
        until = time.perf_counter() + 60
        while time.perf_counter() < until:
            try:
                urllib.request.urlopen(f"{address}voila/static/voila.js", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)

        def enter(page: Any) -> float:
            begin = time.perf_counter()
            page.goto(address, wait_until="commit")
            return begin

        return until_control(browser, enter)


def main() -> int:
    """Measure in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    browser_path = os.environ.get("DASTARKHAN_BROWSER", "/usr/bin/chromium")
    stands, control, peer = [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=CLOSED)
        for _ in range(runs):
            begin, click = ours(browser)
            stands.append(begin)
            control.append(click)
            peer.append(stock(browser))
        browser.close()
    for name, seconds in (
        ("dastarkhan lab: welcome page stands", stands),
        ("click to the first control", control),
        ("the same lesson on Voila's own page", peer),
    ):
        print(f"{name:<40}{statistics.median(seconds):6.2f} s   ({min(seconds):.2f} to {max(seconds):.2f})")
    ratio = statistics.median(other / own for own, other in zip(control, peer, strict=True))
    print(f"{'ratio':<40}{ratio:6.2f} x")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
