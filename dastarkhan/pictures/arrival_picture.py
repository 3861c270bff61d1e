"""What is left of a message from station to station: two runs in beads, or two chances in bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from dastarkhan.languages import Words
from dastarkhan.pictures.beads import Bead, draw_beads, draw_legend, legend
from dastarkhan.pictures.sheet import Sheet, wrap
from dastarkhan.pictures.station_symbols import draw_symbol
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_ROW, _SYMBOL = 34.0, 36.0
_BASE, _TALL = 168.0, 128.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BeadRow:
    """A station: its symbol, and the beads of both runs there."""

    symbol: str
    plain: tuple[Bead, ...]
    back: tuple[Bead, ...]


def two_runs_picture(
    rows: Sequence[BeadRow], heads: tuple[str, str], _: Words, *, title: str, description: str, key: str | None = None
) -> str:
    """Draw two runs beside each other, a row for each station, from the sender down to the receiver."""
    half = (WIDTH - _SYMBOL) / 2
    columns = (_SYMBOL + half / 2, _SYMBOL + 1.5 * half)
    lines = [wrap(head, 13, half - 8, bold=True) for head in heads]
    top = 10 + 17 * max(map(len, lines))
    bottom = top + _ROW * len(rows)
    told = legend(tuple(Bead), _, top=bottom + 4, width=WIDTH)
    sheet = Sheet(WIDTH, bottom + 4 + told.height, direction=_.direction, mirrored=_.direction == "rtl")
    for x, written in zip(columns, lines, strict=True):
        sheet.lines(x, 16, written, size=13, bold=True, anchor="middle")
    for number, row in enumerate(rows):
        y = top + _ROW * (number + 0.5)
        if number % 2 == 0:
            sheet.rectangle(0, y - _ROW / 2, WIDTH, _ROW, fill=colour("paper"), round=6)
        draw_symbol(sheet, row.symbol, (18, y))
        for x, beads in zip(columns, (row.plain, row.back), strict=True):
            draw_beads(sheet, (x, y), beads)
    draw_legend(sheet, told)
    return sheet.svg(title=title, description=description, key=key, widest=460)


def chances_picture(
    symbols: Sequence[str],
    plain: Sequence[float],
    back: Sequence[float],
    words: tuple[str, str],
    _: Words,
    *,
    title: str,
    description: str,
    key: str | None = None,
) -> str:
    """Draw of a hundred pieces how many are as they left, at every station.

    Parameters
    ----------
    symbols : sequence of str
        Of the stations on the way.
    plain, back : sequence of float
        Chances without saying back, and as it is set; the bars of `back` stand beside, where they differ.
    words : tuple of str
        What the two kinds of bars are called.
    """
    both = tuple(plain) != tuple(back)
    lines = [wrap(word, 13, WIDTH / 2 - 30) for word in words]
    foot = _BASE + 42
    below = 17.0 * max(map(len, lines)) + 4 if both else 0.0
    sheet = Sheet(WIDTH, foot + below, direction=_.direction, mirrored=_.direction == "rtl")
    step = WIDTH / len(symbols)
    for share in (0.25, 0.5, 0.75, 1.0):
        y = _BASE - _TALL * share
        sheet.line([(0, y), (WIDTH, y)], ink=colour("line"), stroke=1.0)
    for number, symbol in enumerate(symbols):
        x = step * (number + 0.5)
        wide = min(15.0, step / 2 - 4)
        _bar(sheet, x - (wide + 1 if both else wide / 2), wide, plain[number], solid=False)
        if both:
            _bar(sheet, x + 1, wide, back[number], solid=True)
        draw_symbol(sheet, symbol, (x, _BASE + 20))
    sheet.line([(0, _BASE), (WIDTH, _BASE)], ink=colour("edge"), stroke=1.4)
    _last(sheet, step, plain[-1], back[-1], both, _)
    if both:
        for number, written in enumerate(lines):
            _swatch(sheet, number * WIDTH / 2, foot, solid=bool(number))
            sheet.lines(number * WIDTH / 2 + 24, foot + 13, written, size=13, ink="ink-soft")
    return sheet.svg(title=title, description=description, key=key, widest=460)


def _last(sheet: Sheet, step: float, plain: float, back: float, both: bool, _: Words) -> None:
    """Write the numbers at the receiver: it is they that count."""
    x, wide = WIDTH - step / 2, min(15.0, step / 2 - 4)
    for place, share in ((x - wide / 2 if both else x, plain), *(((x + wide / 2 + 1, back),) if both else ())):
        sheet.text(place, _BASE - _TALL * share - 5, _.number(round(100 * share)), size=13, bold=True, anchor="middle")


def _bar(sheet: Sheet, x: float, wide: float, share: float, *, solid: bool) -> None:
    tall = max(_TALL * share, 1.0)
    if solid:
        sheet.rectangle(x, _BASE - tall, wide, tall, fill=colour("river"))
    else:
        sheet.rectangle(x, _BASE - tall, wide, tall, fill=colour("apricot-soft"), edge=colour("apricot"), stroke=1.6)


def _swatch(sheet: Sheet, x: float, y: float, *, solid: bool) -> None:
    if solid:
        sheet.rectangle(x + 4, y + 3, 12, 12, fill=colour("river"))
    else:
        sheet.rectangle(x + 4, y + 3, 12, 12, fill=colour("apricot-soft"), edge=colour("apricot"), stroke=1.6)
