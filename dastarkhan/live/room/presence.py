"""Who is here: how many pages of a person are open, and since when that is so. Kept in memory and never stored."""

from dataclasses import dataclass


@dataclass(slots=True)
class _Here:
    pages: int = 0
    since: float = 0.0
    elsewhere: bool = False  # another process of the same room says so


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

    def told(self, person: str, here: bool, now: float) -> bool:
        """Take the word of another process; tells whether that changes anything."""
        about = self._people.setdefault(person, _Here(since=now))
        before = self.here(person)
        about.elsewhere = here
        if before == self.here(person):
            return False
        about.since = now
        return True

    def here(self, person: str) -> bool:
        """Tell whether a person is here."""
        about = self._people.get(person)
        return about is not None and (about.pages > 0 or about.elsewhere)

    def mine(self) -> tuple[str, ...]:
        """Return who is here by a page of this process."""
        return tuple(person for person, about in self._people.items() if about.pages)

    def since(self, person: str, now: float) -> float:
        """Return when a person came or went; now for somebody never seen, so that everybody has time to come."""
        return self._people.setdefault(person, _Here(since=now)).since
