"""Who is here: how many pages of a person are open, and since when that is so. Kept in memory and never stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field

GRACE_S = 30.0
"""Who is back after so short a time was not away: a page was loaded again, a phone changed its network."""


@dataclass(slots=True)
class _Here:
    since: float
    pages: int = 0
    elsewhere: set[str] = field(default_factory=set)  # other processes of the same room that say so
    came: float | None = None  # when somebody came who is here, or was here last

    @property
    def here(self) -> bool:
        return self.pages > 0 or bool(self.elsewhere)

    def turned(self, now: float) -> None:
        """Set the time of a coming or going that has just been counted."""
        if not self.here:
            self.since = now
        elif self.came is None or now - self.since > GRACE_S:
            self.since = self.came = now
        else:
            self.since = self.came


class PresenceBook:
    """Who is here and since when."""

    def __init__(self) -> None:
        self._people: dict[str, _Here] = {}

    def came(self, person: str, now: float) -> bool:
        """Count one more open page; tells whether the person was away before."""
        about = self._people.setdefault(person, _Here(since=now))
        before = about.here
        about.pages += 1
        return self._turned(about, before, now)

    def went(self, person: str, now: float) -> bool:
        """Count one page less; tells whether the person is away now."""
        about = self._people.setdefault(person, _Here(since=now))
        before = about.here
        about.pages = max(0, about.pages - 1)
        return self._turned(about, before, now)

    def told_all(self, process: str, people: Iterable[str], now: float) -> bool:
        """Take the whole list of another process; tells whether that changes anything."""
        there = set(people)
        before = {person for person, about in self._people.items() if process in about.elsewhere}
        gone = [self.told(process, person, False, now) for person in before - there]
        came = [self.told(process, person, True, now) for person in there - before]
        return any(gone) or any(came)

    def told(self, process: str, person: str, here: bool, now: float) -> bool:
        """Take the word of another process; tells whether that changes anything."""
        about = self._people.setdefault(person, _Here(since=now))
        before = about.here
        about.elsewhere = about.elsewhere | {process} if here else about.elsewhere - {process}
        return self._turned(about, before, now)

    def _turned(self, about: _Here, before: bool, now: float) -> bool:
        if about.here == before:
            return False
        about.turned(now)
        return True

    def here(self, person: str) -> bool:
        """Tell whether a person is here."""
        about = self._people.get(person)
        return about is not None and about.here

    def pages(self, person: str) -> int:
        """Return how many pages of a person are open at this process."""
        about = self._people.get(person)
        return about.pages if about else 0

    def mine(self) -> tuple[str, ...]:
        """Return who is here by a page of this process."""
        return tuple(person for person, about in self._people.items() if about.pages)

    def since(self, person: str, now: float) -> float:
        """Return when a person came or went; now for somebody never seen, so that everybody has time to come.

        A short break counts as neither: who is back keeps the hour of coming.
        """
        return self._people.setdefault(person, _Here(since=now)).since
