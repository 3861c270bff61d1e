"""How much each person carries of the days that they offered: a bar for each, side by colour, pattern and letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook, missing_fill
from dastarkhan.pictures.sheet import Sheet, text_width
from dastarkhan.pictures.tokens import colour

_WIDTH, _ROW, _BAR, _TOP = 340.0, 34.0, 18.0, 28.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadMark:
    """One person: name, the look of the town, days that are taken, and days that were offered."""

    name: str
    look: PartyLook
    days: float
    offered: float


def load_picture(marks: Sequence[LoadMark], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a frame as long as the days offered, filled as far as they are taken; what is too much sticks out, striped.

    Parameters
    ----------
    marks : sequence of LoadMark
        In the order shown.
    """
    sheet = Sheet(_WIDTH, _TOP + _ROW * len(marks) + 4, direction=_.direction, mirrored=_.direction == "rtl")
    label = max(text_width(_named(mark), 13, bold=True) for mark in marks) + 26
    numbers = max(text_width(_told(mark, _), 12) for mark in marks) + 12
    most = max(max(mark.days, mark.offered) for mark in marks)
    scale = (_WIDTH - label - numbers) / most
    _heading(sheet, marks)
    for row, mark in enumerate(marks):
        y = _TOP + row * _ROW
        sheet.text(9, y + 21, _named(mark), bold=True)
        _bar(sheet, mark, (label, y + 8), scale)
        long = max(mark.days, mark.offered) * scale
        sheet.text(label + long + 6, y + 21, _told(mark, _), size=12)
    told = "; ".join(f"{mark.name}: {_told(mark, _)}" for mark in marks)
    return sheet.svg(title=title, description=told, key=key, widest=460)


def _named(mark: LoadMark) -> str:
    return f"{mark.name} ({mark.look.letter})"


def _told(mark: LoadMark, _: Words) -> str:
    return _("{n} of {total} days", n=_.number(mark.days), total=_.number(mark.offered))


def _heading(sheet: Sheet, marks: Sequence[LoadMark]) -> None:
    x = 9.0
    for look in {mark.look.key: mark.look for mark in marks}.values():
        sheet.rectangle(x, 8, 12, 12, round=3, **look.fill)
        text = f"{look.name} ({look.letter})"
        sheet.text(x + 17, 19, text, size=12)
        x += 17 + text_width(text, 12) + 16


def _bar(sheet: Sheet, mark: LoadMark, place: tuple[float, float], scale: float) -> None:
    x, y = place
    within = min(mark.days, mark.offered) * scale
    if within:
        sheet.rectangle(x, y, within, _BAR, **mark.look.fill)
    if mark.days > mark.offered:
        sheet.rectangle(x + within, y, (mark.days - mark.offered) * scale, _BAR, **missing_fill())
    sheet.rectangle(x, y, mark.offered * scale, _BAR, edge=colour("ink"), stroke=1.4)
