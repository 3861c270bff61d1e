"""A room served as people start it: the command in a process of its own, on this computer only."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path

PATIENCE_S = 60.0
END_S = 10.0


@dataclass(slots=True, kw_only=True)
class Served:
    """A running room and its links."""

    process: subprocess.Popen[str]
    join: str
    trainer: str
    wall: str
    code: str
    home: Path

    @property
    def base(self) -> str:
        return self.join.partition("?")[0]

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it as Ctrl+C does; kill it when it does not listen."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(END_S)
            except subprocess.TimeoutExpired:
                self.kill()


def start(home: Path, *arguments: str) -> Served:
    """Start a room; what it stores lies under `home`."""
    environment = {**os.environ, "DASTARKHAN_HOME": str(home)}
    command = [sys.executable, "-m", "dastarkhan", "live", "--json", "--only-here", "--no-browser", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, f"the room did not start: {process.wait(END_S)}"
    served = Served(process=process, home=home, **json.loads(line))
    try:
        wait_until_it_answers(served)
    except BaseException:
        served.stop()
        raise
    return served


def wait_until_it_answers(served: Served) -> None:
    for _ in range(int(PATIENCE_S * 10)):
        try:
            urllib.request.urlopen(served.base, timeout=5).read()
            return
        except OSError:  # not there yet, or too busy to answer
            assert served.process.poll() is None, "the room ended"
            with contextlib.suppress(subprocess.TimeoutExpired):
                served.process.wait(0.1)
    raise AssertionError("the room does not answer")


@contextlib.contextmanager
def serving(home: Path, *arguments: str) -> Iterator[Served]:
    """A room for the length of a test."""
    served = start(home, *arguments)
    try:
        yield served
    finally:
        served.stop()


@dataclass(slots=True)
class Browser:
    """Somebody with cookies and no script."""

    base: str
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask(urllib.request.Request(urllib.parse.urljoin(self.base, path), headers=headers))

    def post(self, path: str, fields: dict[str, str], **headers: str) -> tuple[int, str]:
        body = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(urllib.parse.urljoin(self.base, path), body, headers))

    def _ask(self, request: urllib.request.Request) -> tuple[int, str]:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        try:
            with opener.open(request, timeout=PATIENCE_S) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode("utf-8", "replace")
