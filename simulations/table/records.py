"""Records: a whole game as JSON Lines, one line for the head and one for each move."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulations.errors import KitError
from simulations.table.case import Case
from simulations.table.moves import Move
from simulations.table.plain import canonical, in_order, sha256, thaw
from simulations.table.seats import Seat

FORMAT = "dastarkhan-record"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that makes a game: case, seats, seed and moves.

    As text it is JSON Lines in UTF-8. The head holds the whole case and its SHA-256; every line carries a mark made
    from the line and the mark before it, so that a changed, lost or moved line is seen. A record that was cut at the
    end of a line is a shorter game and still lawful.
    """

    case: Case
    seats: tuple[Seat, ...]
    seed: int
    moves: tuple[Move, ...] = ()

    def add(self, move: Move) -> "Record":
        """Return the record with one more move."""
        return replace(self, moves=(*self.moves, move))

    def to_text(self) -> str:
        """Return the record as JSON Lines."""
        lines: list[str] = []
        mark = ""
        for plain in (self._head(), *(move.to_plain() for move in self.moves)):
            mark = _mark(mark, plain)
            lines.append(in_order({**plain, "mark": mark}))
        return "\n".join(lines) + "\n"

    @classmethod
    def from_text(cls, text: str) -> "Record":
        """Read a record back.

        Raises
        ------
        KitError
            ``record.broken_line`` when a line is not what it should be, ``record.version`` when another version of the
            format wrote it, ``record.changed`` when a line or the case was changed afterwards.
        """
        # Not `splitlines`: people's words may hold other signs that it takes for the end of a line.
        lines = text.removesuffix("\n").split("\n")
        plains = [_read_line(line, number) for number, line in enumerate(lines, start=1)]
        _check_head(plains[0])
        mark = ""
        for number, plain in enumerate(plains, start=1):
            given = plain.pop("mark", None)
            mark = _mark(mark, plain)
            if given != mark:
                raise KitError("record.changed", line=number)
        head, *moves = plains
        try:
            case = Case(data=head["case"])
            seats = tuple(Seat(**seat) for seat in head["seats"])
            record = cls(case=case, seats=seats, seed=int(head["seed"]), moves=tuple(Move(**move) for move in moves))
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            raise KitError("record.broken_line", line=1) from fault
        if case.sha256 != head.get("case_sha256"):
            raise KitError("record.changed", line=1)
        return record

    def _head(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "case_sha256": self.case.sha256,
            "case": thaw(self.case.data),
            "seats": [seat.to_plain() for seat in self.seats],
            "seed": self.seed,
        }


def _mark(before: str, plain: Mapping[str, object]) -> str:
    return sha256(before, canonical(plain))[:16]


def _read_line(line: str, number: int) -> dict[str, Any]:
    try:
        plain = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise KitError("record.broken_line", line=number) from fault
    if not isinstance(plain, dict):
        raise KitError("record.broken_line", line=number)
    return plain


def _no_constant(name: str) -> None:
    raise ValueError(name)  # NaN and the infinities are not JSON


def _check_head(head: Mapping[str, Any]) -> None:
    if head.get("format") != FORMAT:
        raise KitError("record.broken_line", line=1)
    if head.get("version") != VERSION:
        raise KitError("record.version", value=head.get("version"), allowed=VERSION)
    if not isinstance(head.get("case"), dict):
        raise KitError("record.broken_line", line=1)
