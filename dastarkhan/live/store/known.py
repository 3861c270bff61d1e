"""What is known to be stored, so that most appends need no question to the database.

What is stored never changes, so what is known is never wrong; it may only be too little, when another process has
written. Then a key of the table refuses the new rows, and the writer learns and plans again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dastarkhan.live.store.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An entry that somebody wants to be stored, with its data as text."""

    stream: str
    entry: Entry
    text: str
    after: int


class Verdict(StrEnum):
    """What becomes of a wish."""

    NEW = "new"
    STORED = "stored"  # the same id is there already
    LATE = "late"  # the place is taken by another id
    AHEAD = "ahead"  # the entry before it is missing


@dataclass(slots=True)
class Plan:
    """What to write, and a verdict with a number for every wish, in their order."""

    rows: dict[tuple[str, int], Wish] = field(default_factory=dict)
    verdicts: list[tuple[Verdict, int]] = field(default_factory=list)

    def streams(self, *verdicts: Verdict, wishes: Sequence[Wish]) -> set[str]:
        """Name the streams of the wishes that had one of these verdicts."""
        return {wish.stream for wish, (given, _) in zip(wishes, self.verdicts, strict=True) if given in verdicts}


class Known:
    """Heads of streams and the ids in them.

    Attributes
    ----------
    room : int
        The row of the room.
    mine : dict of str to int
        The newest number in each stream that this process wrote itself.
    """

    def __init__(self) -> None:
        self.room = 0
        self.mine: dict[str, int] = {}
        self._numbers: dict[str, dict[str, int]] = {}

    def forget(self, room: int) -> None:
        """Begin anew with an empty room."""
        self.room = room
        self.mine.clear()
        self._numbers.clear()

    def head(self, stream: str) -> int:
        """Give the newest known number of a stream, 0 for an empty one."""
        return len(self._numbers.get(stream, ()))

    def heads(self) -> dict[str, int]:
        """Give the newest known number of every stream."""
        return {stream: len(ids) for stream, ids in self._numbers.items()}

    def learn(self, places: Iterable[tuple[str, int, str]]) -> None:
        """Take in stream, number and id of stored entries, with no hole up to the newest."""
        for stream, number, id_ in places:
            self._numbers.setdefault(stream, {})[id_] = number

    def learn_read(self, stream: str, entries: Sequence[Entry]) -> None:
        """Take in entries of a stream that were read, so that the next append need not ask who wrote before it."""
        if entries and entries[0].number <= self.head(stream) + 1:  # or there would be a hole
            self.learn((stream, entry.number, entry.id) for entry in entries)

    def plan(self, wishes: Iterable[Wish]) -> Plan:
        """Decide about wishes one after the other, as if each were stored before the next."""
        plan = Plan()
        heads: dict[str, int] = {}
        fresh: dict[tuple[str, str], int] = {}
        for wish in wishes:
            stream, key = wish.stream, (wish.stream, wish.entry.id)
            head = heads.get(stream, self.head(stream))
            if known := fresh.get(key) or self._numbers.get(stream, {}).get(wish.entry.id):
                plan.verdicts.append((Verdict.STORED, known))
            elif wish.after == head:
                fresh[key] = heads[stream] = head + 1
                plan.rows[stream, head + 1] = wish
                plan.verdicts.append((Verdict.NEW, head + 1))
            else:
                plan.verdicts.append((Verdict.LATE if wish.after < head else Verdict.AHEAD, wish.after + 1))
        return plan

    def keep(self, plan: Plan) -> None:
        """Take in what was written."""
        self.learn((stream, number, wish.entry.id) for (stream, number), wish in plan.rows.items())
        for stream, number in plan.rows:
            self.mine[stream] = number
