"""News for open pages, as server-sent events: only the parts that have changed, packed against what went before.

A stream is packed as one: a part that is nearly the same as before costs a few hundred bytes, which is what makes
a page of a busy table bearable on a slow network.
"""

import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import StreamingResponse

from dastarkhan.live.room.watching import Watch, Watches

Parts = Mapping[str, str]
Drawn = tuple[int, Parts]
"""How many moves a page shows, and its parts."""
QUIET_S = 15.0
"""After so long without news a word is sent, so that both ends notice a lost connection."""
WINDOW_BITS, MEMORY_LEVEL = 14, 3  # 68 KB for a page; more memory for the same window packs no better
GZIP = 16
KEEP_ALIVE = b":\n\n"


def name_of(drawn: Drawn) -> str:
    """Name a state of a page, so that a page that comes again says what it has."""
    n_moves, parts = drawn
    text = "\0".join(f"{name}\0{html}" for name, html in parts.items())
    return f"{n_moves}.{blake2b(text.encode(), digest_size=8).hexdigest()}"


def event(parts: Parts, id: str) -> bytes:
    """Write parts of a page as one event.

    Parameters
    ----------
    parts : mapping
    id : str
        What a page sends back as ``Last-Event-ID`` when it comes again.
    """
    lines = [f"id: {id}"]
    for name, html in parts.items():
        partial = f'<hx-partial hx-target="#{name}" hx-swap="innerMorph">{html}</hx-partial>'
        lines += [f"data: {line}" for line in partial.splitlines()]
    return ("\n".join(lines) + "\n\n").encode()


def stream(
    request: Request,
    watches: Watches,
    watch: Watch,
    draw: Callable[[], Drawn],
    began: Callable[[], Awaitable[None]],
    ended: Callable[[], Awaitable[None]],
) -> StreamingResponse:
    """Answer with news for as long as a page is open.

    Parameters
    ----------
    request : Request
        ``seen`` in its address, or ``Last-Event-ID``, names what the page shows already.
    watches : Watches
        Of the room; the page is drawn there when it is its turn.
    watch : Watch
    draw : callable
        Gives the page as it is now.
    began, ended : callable
        Called when the page is open, and when it was closed in whatever way.
    """
    packs = "gzip" in request.headers.get("accept-encoding", "")
    seen = request.headers.get("last-event-id") or request.query_params.get("seen", "")
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    if packs:
        headers["content-encoding"] = "gzip"
    pack = _packing() if packs else bytes
    chunks = _chunks(watch, lambda: watches.easel.draw(draw), _Shown(seen), pack, began, ended)
    return StreamingResponse(chunks, media_type="text/event-stream", headers=headers)


async def _chunks(
    watch: Watch,
    draw: Callable[[], Awaitable[Drawn]],
    shown: "_Shown",
    pack: Callable[[bytes], bytes],
    began: Callable[[], Awaitable[None]],
    ended: Callable[[], Awaitable[None]],
) -> AsyncIterator[bytes]:
    try:
        await began()  # also who goes while the page opens has gone
        yield pack(KEEP_ALIVE)
        async for new in watch.news(QUIET_S):
            # Nothing that was drawn gets a name here: it would be held until there is news again.
            if news := pack(shown.bring_up_to(await draw()) if new else KEEP_ALIVE):
                yield news
    finally:
        await ended()


class _Shown:
    """What an open page shows: the name of its state, and of its parts hashes alone, for there are many pages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._hashes: dict[str, int] = {}

    def bring_up_to(self, drawn: Drawn) -> bytes:
        """Return the event that a page lacks; nothing when it lacks nothing."""
        name, hashes = name_of(drawn), {part: hash(html) for part, html in drawn[1].items()}
        changed = {part: html for part, html in drawn[1].items() if self._hashes.get(part) != hashes[part]}
        news = event(changed, name) if changed and name != self._name else b""
        self._name, self._hashes = name, hashes
        return news


def _packing() -> Callable[[bytes], bytes]:
    packer = zlib.compressobj(6, zlib.DEFLATED, WINDOW_BITS + GZIP, MEMORY_LEVEL)
    return lambda chunk: packer.compress(chunk) + packer.flush(zlib.Z_SYNC_FLUSH) if chunk else b""
