"""A map as a short row of digits, to be read aloud from one device to another without any network.

Every map of a case has a number: how many lines there are, then which of all such sets it is. The last two digits
notice a slip of the tongue, as those of a bank account do.
"""

from itertools import groupby
from math import comb

from dastarkhan.content.conflict_analysis import SIDES, SIGNS, Conflict
from dastarkhan.lessons.conflict_analysis.drawn import Line, Lines, all_pairs, drawn

KINDS = tuple(SIGNS)
CASES = ("sluice", "market")
_PRIME, _GROUP = 97, 4


def code_of(lines: Lines, quarrel: Conflict, side: str) -> str:
    """Return the digits of a map, in groups of four.

    Parameters
    ----------
    lines : tuple of Line
    quarrel : Conflict
    side : str
        Whose map it is.
    """
    places = sorted(_place(one, quarrel) for one in lines)
    total = _places(quarrel)
    value = sum(comb(total, many) for many in range(len(places)))
    value += sum(comb(place, n) for n, place in enumerate(places, start=1))
    value = (value * len(CASES) + CASES.index(quarrel.key)) * len(SIDES) + SIDES.index(side)
    digits = f"{value}{98 - value * 100 % _PRIME:02d}"
    return " ".join("".join(part for _n, part in group) for _row, group in groupby(enumerate(digits), _row_of))


def _row_of(numbered: tuple[int, str]) -> int:
    return numbered[0] // _GROUP


def map_of(code: str, quarrel: Conflict, side: str) -> Lines | None:
    """Return the map of some digits; None when they are no map of this case and this side."""
    digits = "".join(str(int(one)) for one in code if one.isdecimal())
    if len(digits) < 3 or int(digits) % _PRIME != 1 or len(digits) > 80:
        return None
    value, of_side = divmod(int(digits[:-2]), len(SIDES))
    value, of_case = divmod(value, len(CASES))
    if (CASES[of_case], SIDES[of_side]) != (quarrel.key, side):
        return None
    return _lines(value, quarrel)


def _places(quarrel: Conflict) -> int:
    return len(all_pairs(quarrel)) * len(KINDS) * 2


def _place(one: Line, quarrel: Conflict) -> int:
    at = all_pairs(quarrel).index(one.pair) * len(KINDS) + KINDS.index(one.kind)
    return at * 2 + one.guessed


def _lines(value: int, quarrel: Conflict) -> Lines | None:
    total, many = _places(quarrel), 0
    while value >= comb(total, many):
        value -= comb(total, many)
        many += 1
        if many > total:
            return None
    found: Lines = ()
    for n in range(many, 0, -1):
        place = n - 1
        while comb(place + 1, n) <= value:
            place += 1
        value -= comb(place, n)
        pair, kind = divmod(place // 2, len(KINDS))
        one, other = all_pairs(quarrel)[pair]
        found = drawn(found, Line(one=one, other=other, kind=KINDS[kind], guessed=bool(place % 2)))
    return found[::-1]
