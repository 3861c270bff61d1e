"""A quiet clock: a bar that fills by itself in the page, stops for anybody, and ends with a sentence and no sound."""

from collections.abc import Callable
from html import escape
from time import monotonic

from dastarkhan.languages import Words


class Clock:
    """Seconds of one voice. The browser draws them; Python only knows when it was tapped.

    Parameters
    ----------
    now : callable
        Seconds that only grow.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self.now = now
        self._since: float | None = None
        self._used = 0.0

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    @property
    def begun(self) -> bool:
        """Whether it has run for this voice."""
        return self.running or self._used > 0

    @property
    def used(self) -> float:
        """Seconds that have gone by."""
        return self._used + (self.now() - self._since if self._since is not None else 0.0)

    def start(self) -> None:
        """Let it run on."""
        if self._since is None:
            self._since = self.now()

    def stop(self) -> None:
        """Let it rest; what has gone by is kept."""
        self._used, self._since = self.used, None

    def clear(self) -> None:
        """Begin anew, at rest."""
        self._used, self._since = 0.0, None

    def drawn(self, seconds: int, _: Words) -> str:
        """Return the bar, and the sentence that appears when it is full."""
        used = min(self.used, float(seconds))
        # Important, because a page of little motion would take the bar away: it moves less than a minute hand.
        if self.running:
            bar = f"animation:dk-clock-fill {seconds}s linear -{used:.1f}s both !important"
            end = f"visibility:hidden;animation:dk-clock-end 2s ease {max(0.0, seconds - used):.1f}s both !important"
        else:
            bar = f"inline-size:{100 * used / seconds:.0f}%"
            end = "" if used >= seconds else "visibility:hidden"
        told = escape(_("Come to an end, in your own time. One more sentence is fine."))
        return (
            f"<div class='dk-clock' aria-hidden='true'><i style='{bar}'></i></div>"
            f"<p class='dk-small' style='{end}'>{told}</p>"
        )
