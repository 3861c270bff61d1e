"""Ten tea bowls in a row for a share of people, and rows of them to compare; pairs of people as a field of dots."""

from collections.abc import Sequence

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet, wrap
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_ROW, _STEP, _EDGE = 78.0, 32.0, 18.0


def bowls_picture(rows: Sequence[tuple[str, int]], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw rows of ten bowls, the first so many of them full.

    Parameters
    ----------
    rows : sequence of (str, int)
        What a row says, and how many of ten are full.
    """
    height = _ROW * len(rows) + 8
    sheet = Sheet(WIDTH, height, direction=_.direction, mirrored=_.direction == "rtl")
    for number, (name, full) in enumerate(rows):
        top = 22 + _ROW * number
        label = wrap(_("{name}: {n} of 10", name=name, n=_.number(full)), 13, WIDTH - 2 * _EDGE, bold=True)
        sheet.text(_EDGE, top, label[0], size=13, bold=True, ink="ink")
        for place in range(10):
            _bowl(sheet, _EDGE + _STEP * (place + 0.45), top + 24, place < full)
    told = _.listed([_("{name}: {n} of 10", name=name, n=_.number(full)) for name, full in rows])
    return sheet.svg(title=title, description=told, key=key, widest=460)


def _bowl(sheet: Sheet, x: float, y: float, full: bool) -> None:
    wide, deep = 12.5, 15.0
    body = [(x - wide, y - 4), (x + wide, y - 4), (x + wide * 0.5, y + deep), (x - wide * 0.5, y + deep)]
    fill = colour("apricot") if full else colour("cloth")
    sheet.shape(body, fill=fill, edge=colour("ink"), stroke=1.6)
    if full:  # steam, so that a full bowl is known without its colour
        sheet.line([(x - 3, y - 9), (x - 1, y - 13), (x - 3, y - 17)], ink=colour("ink-soft"), stroke=1.2)
        sheet.line([(x + 3, y - 9), (x + 5, y - 13), (x + 3, y - 17)], ink=colour("ink-soft"), stroke=1.2)


def hundred_pairs(full: int, _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a hundred pairs as dots, ten in a row; the first `full` of them are filled."""
    step = (WIDTH - 2 * _EDGE) / 10
    sheet = Sheet(WIDTH, step * 7.4, direction=_.direction, mirrored=_.direction == "rtl")
    for pair in range(100):
        x, y = _EDGE + step * (pair % 10 + 0.5), 14 + step * 0.7 * (pair // 10 + 0.3)
        fill, edge = ("river", "river") if pair < full else ("cloth", "edge")
        sheet.circle(x, y, 7.5, fill=colour(fill), edge=colour(edge), stroke=1.6)
    told = _("{n} of 100 dots are full.", n=_.number(full))
    return sheet.svg(title=title, description=told, key=key, widest=420)
