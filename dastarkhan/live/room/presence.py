"""Who is here: how many pages of a person are open, and since when that is so. Kept in memory and never stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Here:
    pages: int = 0
    since: float = 0.0
    elsewhere: set[str] = field(default_factory=set)  # other processes of the same room that say so


class PresenceBook:
    """Who is here and since when."""

    def __init__(self) -> None:
        self._people: dict[str, _Here] = {}

    def came(self, person: str, now: float) -> bool:
        """Count one more open page; tells whether the person was away before."""
        here = self._people.setdefault(person, _Here(since=now))
        here.pages += 1
        if here.pages > 1 or here.elsewhere:
            return False
        here.since = now
        return True

    def went(self, person: str, now: float) -> bool:
        """Count one page less; tells whether the person is away now."""
        here = self._people.setdefault(person, _Here(since=now))
        here.pages = max(0, here.pages - 1)
        if here.pages or here.elsewhere:
            return False
        here.since = now
        return True

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
        before = self.here(person)
        about.elsewhere = about.elsewhere | {process} if here else about.elsewhere - {process}
        if before == self.here(person):
            return False
        about.since = now
        return True

    def here(self, person: str) -> bool:
        """Tell whether a person is here."""
        about = self._people.get(person)
        return about is not None and (about.pages > 0 or bool(about.elsewhere))

    def pages(self, person: str) -> int:
        """Return how many pages of a person are open at this process."""
        about = self._people.get(person)
        return about.pages if about else 0

    def mine(self) -> tuple[str, ...]:
        """Return who is here by a page of this process."""
        return tuple(person for person, about in self._people.items() if about.pages)

    def since(self, person: str, now: float) -> float:
        """Return when a person came or went; now for somebody never seen, so that everybody has time to come."""
        return self._people.setdefault(person, _Here(since=now)).since
