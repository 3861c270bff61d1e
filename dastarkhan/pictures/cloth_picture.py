"""What a group brings to its cloth: a bowl for each thing, larger as more people bring it."""

from collections.abc import Mapping
from math import ceil, sqrt

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet, text_width
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
COLUMNS = 3
_ROW, _EDGE, _SIZE = 92.0, 16.0, 12.0
_FILLS = ("river-soft", "apricot-soft", "saffron-soft", "sage-soft")


def cloth_picture(brought: Mapping[str, int], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw the cloth from above; it grows with what lies on it.

    Parameters
    ----------
    brought : mapping of str to int
        What lies there in words, and how many people brought it; nothing lies there at first.
    """
    rows = max(2, ceil(len(brought) / COLUMNS))
    height = rows * _ROW + 2 * _EDGE
    sheet = Sheet(WIDTH, height, direction=_.direction, mirrored=_.direction == "rtl")
    sheet.rectangle(3, 3, WIDTH - 6, height - 6, fill=colour("paper"), edge=colour("river"), stroke=4, round=14)
    sheet.rectangle(10, 10, WIDTH - 20, height - 20, edge=colour("apricot"), stroke=1.5, dashes=(3, 4), round=9)
    column = (WIDTH - 2 * _EDGE) / COLUMNS
    for number, (name, many) in enumerate(brought.items()):
        x = _EDGE + column * (number % COLUMNS + 0.5)
        y = _EDGE + _ROW * (number // COLUMNS) + 36
        _bowl(sheet, x, y, many, _FILLS[number % len(_FILLS)], _)
        for line, text in enumerate(_broken(name, column - 6)):
            sheet.text(x, y + 37 + 14 * line, text, size=_SIZE, ink="ink", anchor="middle")
    told = _.listed([f"{name}: {_.number(many)}" for name, many in brought.items()])
    return sheet.svg(title=title, description=told or _("The cloth is still empty."), key=key, widest=460)


def _bowl(sheet: Sheet, x: float, y: float, many: int, fill: str, _: Words) -> None:
    radius = 13 + 4 * min(sqrt(many), 2.5)
    sheet.circle(x, y, radius, fill=colour(fill), edge=colour("ink"), stroke=1.5)
    sheet.circle(x, y, radius - 4.5, edge=colour("ink"), stroke=0.8)
    sheet.text(x, y + 5, _.number(many), size=13, bold=True, ink="ink", anchor="middle")


def _broken(name: str, room: float) -> list[str]:
    """Break a name into two lines of about one length where one line would be too long."""
    words = name.split()
    if text_width(name, _SIZE) <= room or len(words) == 1:
        return [name]
    half = min(range(1, len(words)), key=lambda cut: _wider(words[:cut], words[cut:]))
    return [" ".join(words[:half]), " ".join(words[half:])]


def _wider(first: list[str], second: list[str]) -> float:
    return max(text_width(" ".join(first), _SIZE), text_width(" ".join(second), _SIZE))
