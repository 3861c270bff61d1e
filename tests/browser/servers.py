"""Servers as people start them, and small lessons to open there."""

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest

from dastarkhan.languages import LANGUAGES

KIT = Path(__file__).resolve().parents[2]
START_SECONDS = 90.0
STOP_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server: the address of its welcome page, its root address, its token and where work is kept."""

    welcome: str
    base: str
    token: str
    home: Path
    process: subprocess.Popen[str]

    def ask(self, path: str, method: str = "GET") -> Any:
        """Call the server's own interface, such as ``api/kernels``, as its owner."""
        request = urllib.request.Request(f"{self.base}{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None


def languages_of(slug: str) -> list[str]:
    """Languages in which a lesson of the kit stands, English first."""
    return [code for code in dict.fromkeys(("en", *LANGUAGES)) if (KIT / "modules" / code / f"{slug}.ipynb").exists()]


def told(tab: Any) -> str:
    """What a page says in its own language: without lessons and guides that are still in English, and say so."""
    words: str = tab.locator("body").inner_text()
    if tab.locator("html").get_attribute("lang") != "en":
        for english in filter(None, tab.locator(".card [lang=en]").all_inner_texts()):
            words = words.replace(english, " ")
    return words


def environment(home: Path, locales: Path, **more: str) -> dict[str, str]:
    """The machine's environment without what a developer may have set for the kit or for Jupyter."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DASTARKHAN_", "JUPYTER"))}
    own = {"DASTARKHAN_HOME": str(home), "DASTARKHAN_LOCALES": str(locales), "PYTHONPATH": str(KIT)}
    return {**kept, **own, **more}


def end(process: subprocess.Popen[str]) -> None:
    """Ask a server to stop, wait ten seconds, then end that one process."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def first_line(process: subprocess.Popen[str], log: Path) -> str:
    """Read one line of what a process prints, or say why none came."""
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    threading.Thread(target=lambda: lines.put(process.stdout.readline()), daemon=True).start()
    try:
        line = lines.get(timeout=START_SECONDS)
    except queue.Empty:
        line = ""
    if not line.strip():
        end(process)
        pytest.fail(f"the server said nothing; its log:\n{log.read_text(encoding='utf-8')[-3000:]}")
    return line


def answers(server: Server) -> bool:
    try:
        return bool(server.ask("api/status"))
    except OSError:
        return False


def wait_until(true: Callable[[], bool], seconds: float, otherwise: str) -> None:
    """Wait for something that happens outside the browser; a server that cannot answer just now is asked again."""
    until = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError):
            if true():
                return
        if time.monotonic() > until:
            pytest.fail(otherwise)
        time.sleep(0.1)


def somebody_elses(root: Path, place: Path, home: Path, locales: Path) -> Iterator[Server]:
    """Jupyter under a long address, as Binder starts it; it knows the kit by the installed settings alone."""
    from dastarkhan.jupyter.install import install

    install(place)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base, token, log = f"http://127.0.0.1:{port}/user/somebody/", "open-sesame", place / "server.log"
    jupyter = {
        "JUPYTER_CONFIG_PATH": str(place / "etc/jupyter"),
        "JUPYTER_PATH": str(place / "share/jupyter"),
        "JUPYTER_CONFIG_DIR": str(place / "person"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    command = [
        *(sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1"),
        *(f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--ServerApp.base_url=/user/somebody/"),
        *(f"--ServerApp.root_dir={root}", f"--IdentityProvider.token={token}"),
    ]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, cwd=root, env=environment(home, locales, **jupyter), stderr=errors, text=True
        )
    made = Server(welcome=f"{base}dastarkhan/?token={token}", base=base, token=token, home=home, process=process)
    try:
        wait_until(lambda: answers(made), START_SECONDS, f"no answer; see {log}")
        yield made
    finally:
        end(process)


def write_small_lessons(root: Path) -> None:
    """Write lessons that open in a moment: one that works, the same in the pseudo-language, one that fails."""
    for folder, name, cells in (("en", "01_small", SMALL), ("prs", "01_small", SMALL), ("en", "02_broken", BROKEN)):
        notebook = nbformat.v4.new_notebook()
        notebook.metadata.update(
            kernelspec={"name": "python3", "display_name": "Python 3", "language": "python"},
            dastarkhan={"minutes": 20, "gives": ["See a small lesson"]},
        )
        make = {"text": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
        notebook.cells = [make[kind](source) for kind, source in cells]
        path = root / "modules" / folder / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)


SMALL = (
    ("text", "# A small lesson\n\nSome words before the activity.\n\n- one\n- two"),
    (
        "code",
        "# The activity\n"
        "import os\n"
        "import ipywidgets as widgets\n"
        "from IPython.display import display\n"
        'drawing = \'<svg viewBox="0 0 40 20" width="200" role="group" aria-label="Map"><g tabindex="0" class="node" '
        'role="button" aria-label="Glacier"><circle cx="10" cy="10" r="8"/></g></svg>\'\n'
        "count = widgets.HTML('0')\n"
        "count.add_class('count')\n"
        "press = widgets.Button(description='Press')\n"
        "press.on_click(lambda _: setattr(count, 'value', str(int(count.value) + 1)))\n"
        "where = widgets.HTML(os.path.basename(os.getcwd()) + ' ' + os.environ.get('QUERY_STRING', ''))\n"
        "where.add_class('where')\n"
        "rules = widgets.RadioButtons(options=['first', 'second'])\n"
        "dry = widgets.SelectionSlider(options=['30', '60', '90'], description='How dry?')\n"
        "card = widgets.VBox([widgets.HTML(drawing), press, count, where, rules, dry])\n"
        "box = widgets.VBox([card])\n"
        "box.add_class('dk-activity')\n"
        "display(box)",
    ),
    ("text", "## And then\n\nMore words after it."),
    ("code", "# The second activity\ndisplay(widgets.VBox([widgets.HTML('<p class=\"second\">Here too.</p>')]))"),
)
BROKEN = (("text", "# A broken lesson"), ("code", "# This fails\nraise ValueError('secret of the machine')"))
