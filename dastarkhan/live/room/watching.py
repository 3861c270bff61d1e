"""Pages that wait for news: each is woken when something it could show has changed, and at most every 50 ms."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

T = TypeVar("T")

GATHER_S = 0.05
"""So long a seat's page waits for more before it is drawn: what happens together is sent together."""

LONGEST_S = 0.02
"""So long a page that could be drawn waits for taps to be answered."""


class Watch:
    """One open page.

    Parameters
    ----------
    topics : tuple of str
        What it shows: ``"room"``, ``"table/3"``.
    gather_s : float, optional
        How long it waits for more before it is drawn.
    """

    def __init__(self, topics: tuple[str, ...], *, gather_s: float = GATHER_S) -> None:
        self.topics, self._gather_s = topics, gather_s
        self._closed = False
        self._news = asyncio.Event()
        self._news.set()  # the first drawing

    def wake(self) -> None:
        """Say that there is something new."""
        self._news.set()

    def close(self) -> None:
        """Say that there will be no news any more."""
        self._closed = True
        self._news.set()

    async def news(self, quiet_s: float) -> AsyncIterator[bool]:
        """Yield True when there is something new, False after so many quiet seconds; end when it is closed."""
        first = True
        while True:
            try:
                await asyncio.wait_for(self._news.wait(), quiet_s)
            except TimeoutError:
                yield False
                continue
            if self._closed:
                return
            if not first:
                await asyncio.sleep(self._gather_s)
            first = False
            self._news.clear()
            yield True


class Easel:
    """Where pages are drawn, one after the other, and only while no tap waits for its answer.

    When there is more to draw than time, pages come later and show more at once; answers do not.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._taps = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @contextmanager
    def tap(self) -> Iterator[None]:
        """Keep the easel free for as long as a tap waits for its answer."""
        self._taps += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._taps -= 1
            if not self._taps:
                self._quiet.set()

    async def draw(self, page: Callable[[], T]) -> T:
        """Draw a page when it is its turn; taps without end hold it up by a moment at most."""
        async with self._turn:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._quiet.wait(), LONGEST_S)
            drawn = page()
            await asyncio.sleep(0)
            return drawn


class Watches:
    """All open pages of this process."""

    def __init__(self) -> None:
        self.easel = Easel()
        self._open: dict[str, set[Watch]] = {}
        self._closed = False

    def add(self, watch: Watch) -> None:
        """Begin to wake a page."""
        if self._closed:
            watch.close()
        for topic in watch.topics:
            self._open.setdefault(topic, set()).add(watch)

    def remove(self, watch: Watch) -> None:
        """Forget a page that was closed."""
        for topic in watch.topics:
            self._open.get(topic, set()).discard(watch)

    def follow(self, watch: Watch, topics: tuple[str, ...]) -> None:
        """Let a page show something else: its person sits at another table now."""
        if topics != watch.topics:
            self.remove(watch)
            watch.topics = topics
            self.add(watch)

    def wake(self, *topics: str) -> None:
        """Wake all pages that show one of these."""
        for topic in topics:
            for watch in tuple(self._open.get(topic, ())):
                watch.wake()

    def wake_all(self) -> None:
        """Wake everybody."""
        self.wake(*self._open)

    def close(self) -> None:
        """End the news of all pages: the server ends, and they come again when it is back."""
        self._closed = True
        for watch in set().union(*self._open.values()):
            watch.close()
