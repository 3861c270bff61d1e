"""One message on the phone line of lesson 02: what stands at each station, as beads and in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dastarkhan.content.reading_each_other.line_messages import heard
from dastarkhan.content.reading_each_other.line_pieces import LineMessage
from dastarkhan.content.reading_each_other.phone_line import ADDED, CAUGHT, LEFT_OUT, LINE, SLIP
from dastarkhan.pictures.beads import Bead
from simulations.relay import Call, SaysBack, calls_that_say_back, carry

SEED = 79
"""Chosen, and said on the screen: each message's first run is near the mean, and its heart needs saying back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to a piece at one call.

    Attributes
    ----------
    key : str
        The piece; ``"added"`` for what nobody sent.
    way : str
        ``"left_out"``, ``"sharper"``, ``"fitted"`` or ``"added"``.
    before : str
        What it had been; empty for what nobody sent.
    after : str
        What it became; empty when it was left out.
    caught : bool
        Whether it was put right before the call ended.
    """

    key: str
    way: str
    before: str
    after: str
    caught: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRun:
    """A message and the calls that it went through."""

    message: LineMessage
    calls: tuple[Call, ...]

    @property
    def way(self) -> tuple[str, ...]:
        """Everybody on the line, the sender first."""
        return (self.calls[0].giver, *(one.taker for one in self.calls))

    def slips(self, n_calls: int) -> Mapping[str, int]:
        """How often each piece has slipped after so many calls."""
        return Counter(key for one in self.calls[:n_calls] for key in one.slipped)

    def texts(self, n_calls: int) -> Mapping[str, str]:
        """What stands of each piece after so many calls, in the order said; a piece that was left out is missing."""
        return {one.key: one.text for one in heard(self.message, dict(self.slips(n_calls))) if one.text is not None}

    def added(self, n_calls: int) -> tuple[str, ...]:
        """What is heard after so many calls though nobody sent it."""
        return self.message.added[: self.slips(n_calls).get(ADDED, 0)]

    def arrived(self, n_calls: int) -> int:
        """How many pieces are as they left."""
        slips = self.slips(n_calls)
        return sum(not slips.get(one.key) for one in self.message.pieces)

    def changes(self, n_calls: int) -> tuple[Change, ...]:
        """What happened at the call number `n_calls`, counted from 1; nothing for what was gone already."""
        if not n_calls:
            return ()
        call, slips = self.calls[n_calls - 1], self.slips(n_calls - 1)
        found = []
        for key in (*call.slipped, *call.caught):
            change = self._change(key, slips.get(key, 0), key in call.caught)
            if change is not None:
                found.append(change)
        order = [one.key for one in self.message.pieces]
        return tuple(sorted(found, key=lambda one: order.index(one.key) if one.key in order else len(order)))

    def _change(self, key: str, before: int, caught: bool) -> Change | None:
        if key == ADDED:
            new = self.message.added[before : before + 1]
            return Change(key=key, way=ADDED, before="", after=new[0], caught=caught) if new else None
        piece = next(one for one in self.message.pieces if one.key == key)
        steps = (piece.says, *(slip.text for slip in piece.slips), "")
        if before >= len(steps) - 1:
            return None
        way = piece.slips[before].way if before < len(piece.slips) else LEFT_OUT
        return Change(key=key, way=way, before=steps[before], after=steps[before + 1], caught=caught)

    def counted(self) -> Mapping[str, int]:
        """How often each way of slipping happened on the whole line, and went on."""
        every = (one for n in range(1, len(self.calls) + 1) for one in self.changes(n))
        return Counter(one.way for one in every if not one.caught)

    def n_caught(self) -> int:
        """How many slips were put right on the whole line."""
        return sum(one.caught for n in range(1, len(self.calls) + 1) for one in self.changes(n))

    def beads(self, n_calls: int) -> tuple[Bead, ...]:
        """What stands after so many calls, a bead for each piece and for what was added, kept or put right."""
        slips = self.slips(n_calls)
        caught = {one.key for one in self.changes(n_calls) if one.caught}
        beads = [_bead(slips.get(one.key, 0), len(one.slips), one.key in caught) for one in self.message.pieces]
        beads += [Bead.ADDED] * len(self.added(n_calls))
        return (*beads, Bead.CAUGHT) if ADDED in caught else tuple(beads)


def _bead(slips: int, steps: int, caught: bool) -> Bead:
    if caught:
        return Bead.CAUGHT
    if not slips:
        return Bead.WHOLE
    return Bead.CHANGED if slips <= steps else Bead.GONE


def phone_run(message: LineMessage, number: int, says_back: SaysBack) -> PhoneRun:
    """Send a message down the whole line.

    Parameters
    ----------
    message : LineMessage
    number : int
        Which of many runs; 0 is the first. The same pieces slip whether people say back or not.
    says_back : SaysBack
    """
    way = LINE if message.sender == "mill" else LINE[::-1]
    pieces = (*(one.key for one in message.pieces), ADDED)
    rng = np.random.default_rng((SEED, number, *message.key.encode()))
    calls = carry(
        way,
        pieces,
        slip=SLIP,
        caught=CAUGHT,
        says_back=calls_that_say_back(len(way) - 1, says_back),
        rng=rng,
    )
    return PhoneRun(message=message, calls=calls)
