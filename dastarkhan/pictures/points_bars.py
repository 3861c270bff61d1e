"""Two sides' points for one choice, beside what the other choices would give."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook
from dastarkhan.pictures.sheet import Anchor, Sheet, text_width
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

_WIDTH = 320


def points_bars(
    points: "Sequence[Sequence[float]] | np.ndarray[tuple[int, int], np.dtype[np.float64]]",
    choices: Sequence[str],
    looks: Sequence[PartyLook],
    _: Words,
    *,
    title: str,
    chosen: int | None = None,
    total: str = "",
    key: str | None = None,
) -> str:
    """Draw the points of each side for every choice; the reader's own choice stands out.

    Parameters
    ----------
    points
        Shape (n_choices, n_sides); below zero is drawn to the other side of the zero line.
    choices
        What can be chosen, in the reader's words.
    looks
        One look per side.
    chosen
        Index of the reader's choice.
    total
        What the sum of both sides is called; it stands in a column of its own. Without it there is none.
    """
    rows = [[float(value) for value in row] for row in points]
    bar, top = 15, 26
    row_height = bar * len(looks) + 14
    sheet = Sheet(_WIDTH, top + row_height * len(choices) + 4, direction=_.direction, mirrored=_.direction == "rtl")
    label = max(text_width(choice, 13, bold=True) for choice in choices) + 18
    low, high = min(0.0, *map(min, rows)), max(1e-9, *map(max, rows))
    number_room = 40
    left = label + (number_room if low < 0 else 0)
    total_room = text_width(total, 12) + 12 if total else 0.0
    scale = (_WIDTH - left - number_room - total_room) / (high - low)
    zero = left - low * scale
    _heading(sheet, looks, 9 if total else zero if low == 0 else left)
    if total:
        sheet.text(_WIDTH - 9, 17, total, size=12, anchor="end")
    for i, (choice, row) in enumerate(zip(choices, rows, strict=True)):
        y = top + row_height * i
        mine = i == chosen
        if mine:
            ground = {"fill": colour("river-soft"), "edge": colour("river")}
            sheet.rectangle(1, y + 1, _WIDTH - 2, row_height - 2, stroke=2, round=8, **ground)
        sheet.text(9, y + row_height / 2 + 5, choice, bold=mine)
        for j, (look, value) in enumerate(zip(looks, row, strict=True)):
            _row(sheet, (zero, y + 7 + j * bar, bar - 2), value * scale, look, _.number(round(value)), mine)
        if total:
            sheet.text(_WIDTH - 9, y + row_height / 2 + 5, _.number(_sum(row)), bold=mine, anchor="end")
    sheet.line([(zero, top), (zero, top + row_height * len(choices))], ink=colour("ink"), stroke=1.2)
    told = []
    for choice, row in zip(choices, rows, strict=True):
        each = [f"{look.name} {_.number(round(value))}" for look, value in zip(looks, row, strict=True)]
        each += [f"{total} {_.number(_sum(row))}"] if total else []
        told.append(f"{choice}: " + ", ".join(each))
    return sheet.svg(title=title, description="; ".join(told), key=key, widest=520)


def _sum(row: Sequence[float]) -> int:
    """Add up the numbers as they are shown, so that nobody finds a sum that is one off."""
    return sum(round(value) for value in row)


def _heading(sheet: Sheet, looks: Sequence[PartyLook], x: float) -> None:
    """Name the sides once, each with its colour, pattern and letter."""
    for look in looks:
        sheet.rectangle(x, 6, 12, 12, round=3, **look.fill)
        text = f"{look.name} ({look.letter})" if look.letter else look.name
        sheet.text(x + 17, 17, text, size=12)
        x += 17 + text_width(text, 12) + 14


def _row(
    sheet: Sheet, place: tuple[float, float, float], length: float, look: PartyLook, number: str, bold: bool
) -> None:
    zero, y, height = place
    start = zero if length >= 0 else zero + length
    if abs(length) > 0.5:
        sheet.rectangle(start, y, abs(length), height, **look.fill)
    anchor: Anchor = "start" if length >= 0 else "end"
    gap = 5 if length >= 0 else -5
    sheet.text(zero + length + gap, y + height - 2, number, size=12, bold=bold, anchor=anchor)
