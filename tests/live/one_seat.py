"""The smallest server there is: one seat at a real table, for tests of what the page does in a browser."""

import queue
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from dastarkhan.live.pages.environment import ASSETS
from dastarkhan.live.pages.posted import posted_move
from dastarkhan.live.pages.seat import seat_page, seat_parts
from simulations.table import IllegalMove, Move, next_move, turn
from tests.live.looks_for_pages import Moment, look

CSP = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-ancestors 'self'"
KINDS = {".css": "text/css", ".js": "text/javascript"}


def partials(parts: Mapping[str, str]) -> str:
    """Write parts as one message of the room."""
    return "\n".join(
        f'<hx-partial hx-target="#{name}" hx-swap="innerMorph">{html}</hx-partial>' for name, html in parts.items()
    )


class OneSeat:
    """A table that one person plays through a page; partners play the rest.

    ``posted`` holds what arrived, ``broken`` is a status to answer with instead of taking it (0: hang up),
    ``deaf`` lets nobody listen, ``late`` holds files back for so many seconds.
    """

    def __init__(self, moment: Moment, seat: str, **more: Any) -> None:
        self.moment, self.seat, self.more = moment, seat, more
        self.posted: list[dict[str, str]] = []
        self.broken: int | None = None
        self.deaf = False
        self.late: dict[str, float] = {}
        self.listening: list[queue.Queue[str]] = []
        self.lock = threading.RLock()  # who begins to listen hears all that comes after, and nothing older
        self.sent = seat_parts(self.look)
        room = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self) -> None:
                room.get(self)

            def do_POST(self) -> None:
                room.post(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/table"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def look(self) -> Any:
        return look(self.moment, self.seat, **self.more)

    def get(self, asked: BaseHTTPRequestHandler) -> None:
        name = asked.path.partition("?")[0].rpartition("/")[2]
        if name == "table-events" and self.deaf:
            self._answer(asked, 503, b"", "text/plain")
        elif name == "table-events":
            self._events(asked)
        elif name in ASSETS:
            time.sleep(self.late.get(name, 0))
            self._answer(asked, 200, ASSETS[name].read_bytes(), KINDS["." + name.rpartition(".")[2]])
        elif name == "table":
            self._answer(asked, 200, seat_page(self.look).encode(), "text/html; charset=utf-8")
        else:
            self._answer(asked, 404, b"", "text/plain")

    def _answer(self, asked: BaseHTTPRequestHandler, status: int, body: bytes, kind: str) -> None:
        asked.send_response(status)
        asked.send_header("Content-Type", kind)
        asked.send_header("Content-Security-Policy", CSP)
        asked.end_headers()
        asked.wfile.write(body)

    def _events(self, asked: BaseHTTPRequestHandler) -> None:
        heard: queue.Queue[str] = queue.Queue()
        with self.lock:
            heard.put(partials(seat_parts(self.look)))  # what happened between the page and this moment
            self.listening.append(heard)
        self._answer(asked, 200, b": here\n\n", "text/event-stream")
        while True:
            message = heard.get()
            lines = "".join(f"data: {line}\n" for line in message.split("\n"))
            asked.wfile.write(f"{lines}\n".encode())
            asked.wfile.flush()

    def post(self, asked: BaseHTTPRequestHandler) -> None:
        fields = dict(
            parse_qsl(asked.rfile.read(int(asked.headers["Content-Length"])).decode(), keep_blank_values=True)
        )
        if self.broken is not None:
            if self.broken:
                self._answer(asked, self.broken, b"This is no longer possible.", "text/plain; charset=utf-8")
            return None
        known = [one.get("id") for one in self.posted]
        self.posted.append({"action": asked.path.rpartition("/")[2], **fields})
        if asked.path.endswith("move") and fields["id"] not in known:
            kind, data = posted_move(fields, self.look.lawful)
            try:
                self.apply(Move(id=fields["id"], seat=self.seat, kind=kind, data=data))
            except IllegalMove:
                return self._answer(asked, 409, b"This is no longer possible.", "text/plain; charset=utf-8")
        return self._answer(asked, 204, b"", "text/plain")

    def apply(self, move: Move) -> None:
        self.moment = replace(self.moment, state=self.moment.game.apply(self.moment.state, move))
        self.tell()

    def others_play(self, n_moves: int) -> None:
        """Let partners make so many moves; they never move for the person."""
        for _ in range(n_moves):
            actor = turn(self.moment.game, self.moment.state)
            if actor is None or actor == self.seat:
                return
            self.apply(next_move(self.moment.game, self.moment.state, actor))

    def change(self, **more: Any) -> None:
        self.more |= more
        self.tell()

    def tell(self) -> None:
        """Send the parts that differ, as the room does."""
        with self.lock:
            now = seat_parts(self.look)
            message = partials({name: html for name, html in now.items() if html != self.sent[name]})
            self.sent = now
            for heard in self.listening if message else ():
                heard.put(message)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
