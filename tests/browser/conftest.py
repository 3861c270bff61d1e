"""A browser and the servers it visits.

Fixtures for tests of what a person sees: `server` is the kit as a newcomer starts it, `binder` is the same behind
somebody's long address with small lessons of its own, `page` is a tab that fails its test when anything leaves this
computer or an error reaches the console, `axe` lists what bars people with disabilities.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "languages")]

from servers import KIT, Server, end, environment, first_line, somebody_elses, write_small_lessons  # noqa: E402


@dataclass(kw_only=True)
class Watch:
    """What went wrong in a tab. A test that breaks something on purpose forgives the words it expects."""

    faults: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)

    def forgive(self, *words: str) -> None:
        self.forgiven += words

    @property
    def unforgiven(self) -> list[str]:
        return [fault for fault in self.faults if not any(word in fault for word in self.forgiven)]


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Catalogs of the language nobody speaks, under the code of Dari: complete and right to left."""
    from pseudo import make_pseudo

    folder = tmp_path_factory.mktemp("locales")
    make_pseudo(folder, "prs")
    return folder


@pytest.fixture(scope="session")
def server(browser_path: str, tmp_path_factory: pytest.TempPathFactory, locales: Path) -> Iterator[Server]:
    """The kit, started as a newcomer starts it."""
    home = tmp_path_factory.mktemp("home")
    log = home.parent / "server.log"
    command = [sys.executable, "-m", "dastarkhan", "lab", "--no-browser", "--json"]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, cwd=KIT, env=environment(home, locales), stdout=subprocess.PIPE, stderr=errors, text=True
        )
    try:
        welcome = json.loads(first_line(process, log))["welcome"]
        address, _, token = welcome.partition("dastarkhan/?token=")
        yield Server(welcome=welcome, base=address, token=token, home=home, process=process)
    finally:
        end(process)


@pytest.fixture(scope="session")
def small_lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with small lessons: ``01_small`` in English and the pseudo-language, ``02_broken`` in English."""
    root = tmp_path_factory.mktemp("root")
    write_small_lessons(root)
    return root


@pytest.fixture(scope="session")
def binder(
    browser_path: str, tmp_path_factory: pytest.TempPathFactory, locales: Path, small_lessons: Path
) -> Iterator[Server]:
    """Jupyter started by somebody else under a long address; it knows the kit by the installed settings alone."""
    place, home = tmp_path_factory.mktemp("prefix"), tmp_path_factory.mktemp("home")
    yield from somebody_elses(small_lessons, place, home, locales)


@pytest.fixture(scope="session")
def spoken(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The kit's own lessons in all their languages, on a server like `binder`."""
    root = tmp_path_factory.mktemp("root")
    shutil.copytree(KIT / "modules", root / "modules")
    yield from somebody_elses(root, tmp_path_factory.mktemp("prefix"), tmp_path_factory.mktemp("home"), KIT / "locales")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(chromium: Any, watch: Watch) -> Iterator[Any]:
    """A fresh tab, 1280 by 900; ask for ``page.set_viewport_size`` to be a phone."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(30_000)
    tab = context.new_page()

    def told(message: Any) -> None:
        if message.type == "error":
            watch.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def left(request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            watch.faults.append(f"left this computer: {request.url}")

    context.on("request", left)
    tab.on("console", told)
    tab.on("pageerror", lambda error: watch.faults.append(f"error: {error}"))
    yield tab
    context.close()
    assert watch.unforgiven == []


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """List the serious and critical barriers on a page, or in the part of it that a selector names."""
    from axe_playwright_python.sync_playwright import Axe

    def barriers(tab: Any, part: str | None = None) -> list[str]:
        found = Axe().run(tab, context=part).response["violations"]
        return [
            f"{one['id']}: {one['help']} {[node['html'][:120] for node in one['nodes'][:3]]}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]

    return barriers


def emptied(home: Path) -> Path:
    for path in home.iterdir():
        if path.name != "jupyter":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return home


@pytest.fixture
def fresh_home(server: Server) -> Path:
    """The folder for a person's work, emptied: nobody has done anything yet."""
    return emptied(server.home)


@pytest.fixture
def spoken_home(spoken: Server) -> Path:
    """The same on the server with the kit's own lessons."""
    return emptied(spoken.home)


@pytest.fixture
def run_all() -> Callable[[Any], None]:
    """Run every cell of the notebook open in JupyterLab, by its menu, and wait until all are done.

    JupyterLab says "idle" a moment before its connection to the kernel stands, and what is asked in that moment is
    lost. So it is asked up to three times. A code cell that shows nothing has not run: every cell of a lesson shows
    something.
    """
    from playwright.sync_api import TimeoutError as TooLate

    done = "() => !document.querySelector('.jp-CodeCell.jp-mod-noOutputs')"

    def run(tab: Any) -> None:
        tab.wait_for_selector(".jp-Notebook .jp-CodeCell")
        tab.wait_for_selector(".jp-Toolbar-kernelName:has-text('Python')")
        tab.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        for patience in (8_000, 8_000, 60_000):
            tab.click('.lm-MenuBar-itemLabel:text-is("Run")')
            tab.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
            try:
                tab.wait_for_function(done, timeout=patience)
                return
            except TooLate:
                if patience == 60_000:
                    raise

    return run
