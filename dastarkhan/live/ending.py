"""How a server of a room ends: calmly, also with a hundred open pages."""

import asyncio
import logging
import signal
from collections.abc import Callable
from types import FrameType

ENDS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name))


def at_the_end(close: Callable[[], None]) -> None:
    """Call something in this loop as soon as a person stops the server, before it waits for open pages.

    The server's own handlers stay: they are called first.
    """
    loop = asyncio.get_running_loop()
    for number in ENDS:
        before = signal.getsignal(number)
        if not callable(before):
            continue

        def ends(sig: int, frame: FrameType | None, before: Callable[..., object] = before) -> None:
            before(sig, frame)
            loop.call_soon_threadsafe(close)

        signal.signal(number, ends)


def end_quietly() -> None:
    """Say nothing about pages that were closed because the server ends; faults are still told."""
    logging.getLogger("uvicorn.error").addFilter(_is_a_fault)


def _is_a_fault(record: logging.LogRecord) -> bool:
    ended = record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not ended and "graceful shutdown" not in record.getMessage()
