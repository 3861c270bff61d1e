"""Cases whose private numbers can be told apart wherever they turn up, and the search for them in what was sent."""

import re
import shutil
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from simulations.games.reading import CASES
from simulations.table import Case

FIRST = 741_000
PRIMES = (1901, 1907, 1913, 1931, 1933, 1949, 1951, 1973)
"""Of each side: all its points are multiples of one of these, and so is every sum of them."""


@dataclass(slots=True)
class Marked:
    """A case with marks, and whose they are."""

    file: Path
    of_seat: dict[str, set[int]] = field(default_factory=dict)
    of_side: dict[str, int] = field(default_factory=dict)


def marked(name: str, folder: Path) -> Marked:
    """Write one of the kit's cases anew, with private numbers that occur nowhere else."""
    found = Marked(folder / f"{name}.toml")
    lines, mark, table = [], FIRST, ""
    for line in (CASES / f"{name}.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = line.strip("[]")
        key, equals, value = line.partition(" = ")
        seat = re.fullmatch(r"seats\.(\w+)\.private", table)
        side = re.fullmatch(r"(?:sides\.|injects\.\w+\.private\.)(\w+)(?:\.private)?(?:\.points)?", table)
        if equals and seat and not line.startswith("#"):
            mark += 37
            found.of_seat.setdefault(seat[1], set()).add(mark)
            line = f"{key} = {mark}"
        elif equals and side and "private" in table:
            prime = found.of_side.setdefault(side[1], PRIMES[len(found.of_side)])
            line = f"{key} = " + re.sub(r"\d+", lambda number, prime=prime: str(int(number[0]) * prime), value)
        lines.append(line)
    found.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if (CASES / f"{name}.outcomes.json").exists():
        shutil.copy(CASES / f"{name}.outcomes.json", folder)
    return found


def numbers_in(text: str) -> set[int]:
    """All large numbers of a text, in whatever digits and with whatever stands between thousands."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign for sign in text)
    joined = re.sub(r"(?<=\d)[,.'\u066c\u00a0\u202f\u2009 ](?=\d{3}(?!\d))", "", plain)
    return {int(one) for source in (plain, joined) for one in re.findall(r"(?<![\w.-])\d{5,15}(?!\w)", source)}


def leaks(marks: Marked, case: Case, sent: str, may_know: set[str]) -> set[str]:
    """Name whose private numbers are in a text although its reader may only know those of some seats."""
    numbers = numbers_in(sent)
    sides = {case.seats[seat]["side"] for seat in may_know}
    found = {f"seat {seat}" for seat, own in marks.of_seat.items() if seat not in may_know and own & numbers}
    of_sides = {side: prime for side, prime in marks.of_side.items() if side not in sides}
    return found | {f"side {side}" for side, prime in of_sides.items() if any(one % prime == 0 for one in numbers)}
