"""Guessing a join code is slowed: a few wrong ones a minute from one address, and not many from all together."""

import time
from collections import deque

WINDOW_S = 60.0
FROM_ONE, FROM_ALL = 10, 300


class Guesses:
    """Wrong codes of the last minute; addresses are kept for that minute, in memory, and written nowhere."""

    def __init__(self) -> None:
        self._wrong: deque[tuple[float, str]] = deque()

    def too_many(self, address: str) -> bool:
        """Tell whether this address has to wait."""
        self._forget()
        return len(self._wrong) >= FROM_ALL or sum(one == address for _, one in self._wrong) >= FROM_ONE

    def wrong(self, address: str) -> None:
        """Count a wrong code."""
        self._wrong.append((time.monotonic(), address))

    def _forget(self) -> None:
        since = time.monotonic() - WINDOW_S
        while self._wrong and self._wrong[0][0] < since:
            self._wrong.popleft()
