"""A side's reserve, year by year: what each year brought it, and why a run of dry years uses the reserve up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook, missing_fill
from dastarkhan.pictures.sheet import Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

_WIDTH = 340.0
_LABEL = 98.0  # the year and its weather
_GAIN = (104.0, 218.0)  # what the year brought: from, to
_STORE = (234.0, 304.0)  # the reserve: empty, full; its number stands behind
_BAR, _ROW, _SMALL = 16.0, 38.0, 11.5
_SMALL_LINE = 14.0
_LEFT_TO_RIGHT_MARK = "\u200e"  # keeps the sign before the number in every script


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One year as it is written: `before` and `after` are the reserve, never below zero."""

    name: str
    card: tuple[str, ...]
    gain: float
    before: float
    after: float
    short: float
    missing: tuple[str, ...]

    @property
    def height(self) -> float:
        """Pixels; a year that uses the reserve up has room for words that say so."""
        return self.upper + (17.0 * len(self.missing) + 5 if self.missing else 0)

    @property
    def upper(self) -> float:
        """Pixels of the year itself, without those words."""
        return max(_ROW, 24 + _SMALL_LINE * len(self.card))


def reserve_picture(
    years: Sequence[int],
    gains: Sequence[float],
    reserve: Sequence[float],
    look: PartyLook,
    _: Words,
    *,
    key: str | None = None,
    title: str,
    cards: Sequence[str],
) -> str:
    """Draw a few years of one side under each other, like the pages of an account book.

    Parameters
    ----------
    years
        Numbers of the years, in their order; up to twelve fit a phone.
    gains
        Points that each year brought the side beyond acting alone; below zero: fewer than alone.
    reserve
        Points in the side's reserve at the end of each year; below zero where it did not suffice.
    look
        The side.
    title
        What the picture shows, in the reader's words.
    cards
        What kind of year each was, such as "a dry year".

    Returns
    -------
    str
        SVG text.
    """
    rows = _rows(years, gains, reserve, cards, _)
    gain_head = wrap(_("more or less than alone"), 12, _GAIN[1] - _GAIN[0] + 8, bold=True)
    store_head = wrap(_("reserve left"), 12, _WIDTH - _STORE[0] - 2, bold=True)
    top = 30 + 15.0 * max(len(gain_head), len(store_head))
    height = top + sum(row.height for row in rows) + 4
    sheet = Sheet(_WIDTH, height, direction=_.direction, mirrored=_.direction == "rtl")
    sheet.rectangle(2, 5, 13, 13, round=3, **look.fill)
    sheet.text(21, 16, _("{side}, in points", side=look.name), size=12.5, bold=True)
    sheet.lines(_GAIN[0], 36, gain_head, size=12, leading=15 / 12, bold=True)
    sheet.lines(_STORE[0], 36, store_head, size=12, leading=15 / 12, bold=True)
    scale = _GainScale(rows, _)
    full = max([1.0, *(max(row.before, row.after) for row in rows)])
    y = top
    for row in rows:
        _row(sheet, row, y, scale, full, look, _)
        inset = 5 if row.missing else 0  # the line keeps off the frame and the words of a year that breaks it
        line = [(scale.zero, y + inset), (scale.zero, y + row.upper - inset)]
        sheet.line(line, ink=colour("ink"), stroke=1.4)
        y += row.height
    return sheet.svg(title=title, description=" ".join(_told(row, _) for row in rows), key=key, widest=520)


class _GainScale:
    """Where points beyond acting alone stand; a number has its room across the zero line from its bar."""

    def __init__(self, rows: Sequence[_Row], _: Words) -> None:
        low, high = min(0.0, *(row.gain for row in rows)), max(0.0, *(row.gain for row in rows))
        number = max(text_width(_signed(row.gain, _), 12, bold=True) for row in rows) + 6
        left, right = _GAIN
        room = right - left
        self.per_point = room / max(1.0, high - low)
        below, above = -low * self.per_point, high * self.per_point
        if high > 0 and below < number:
            self.per_point = min((room - number) / high, self.per_point)
            below = number
        elif low < 0 and above < number:
            self.per_point = min((room - number) / -low, self.per_point)
            below = room - number
        self.zero = left + below


def _rows(
    years: Sequence[int], gains: Sequence[float], reserve: Sequence[float], cards: Sequence[str], _: Words
) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for year, gain, after, card in zip(years, gains, reserve, cards, strict=True):
        before = rows[-1].after if rows and rows[-1].short == 0 else max(after, after - min(0.0, gain))
        short = max(0.0, -float(after))
        missing = _("The reserve is used up. Missing: {n}", n=round(short))
        row = _Row(
            name=_("Year {n}", n=year),
            card=wrap(card, _SMALL, _LABEL - 8),
            gain=float(gain),
            before=float(before),
            after=max(0.0, float(after)),
            short=short,
            missing=wrap(missing, 13, _WIDTH - 18, bold=True) if short > 0 else (),
        )
        rows.append(row)
    return tuple(rows)


def _row(sheet: Sheet, row: _Row, y: float, scale: _GainScale, full: float, look: PartyLook, _: Words) -> None:
    """Draw one year: its name, what it brought, what is left."""
    if row.short > 0:
        ground = {"fill": colour("pomegranate-soft"), "edge": colour("pomegranate")}
        sheet.rectangle(1, y + 1, _WIDTH - 2, row.height - 3, round=8, stroke=1.6, **ground)
        sheet.lines(8, y + row.upper + 11, row.missing, size=13, leading=17 / 13, bold=True, ink="pomegranate")
    sheet.text(8, y + 16, row.name, size=13, bold=True)
    sheet.lines(8, y + 30, row.card, size=_SMALL, leading=_SMALL_LINE / _SMALL, ink="ink-soft")
    top = y + 9
    _gain(sheet, row, top, scale, look, _)
    _store(sheet, row, top, full, look, _)


def _gain(sheet: Sheet, row: _Row, top: float, scale: _GainScale, look: PartyLook, _: Words) -> None:
    length = row.gain * scale.per_point
    if length > 0.5:
        sheet.rectangle(scale.zero, top, length, _BAR, **look.fill)
    elif length < -0.5:
        sheet.rectangle(scale.zero + length, top, -length, _BAR, stroke=1, **_lost())
    if row.gain > 0:
        sheet.text(scale.zero - 5, top + 12.5, _signed(row.gain, _), size=12, bold=True, anchor="end")
    else:
        ink = "pomegranate" if row.gain < 0 else "ink-soft"
        sheet.text(scale.zero + 5, top + 12.5, _signed(row.gain, _), size=12, bold=True, ink=ink)


def _store(sheet: Sheet, row: _Row, top: float, full: float, look: PartyLook, _: Words) -> None:
    """Draw the reserve as a store that is filled from the start; what this year took from it is striped."""
    left, right = _STORE
    per_point = (right - left) / full
    sheet.rectangle(left, top, right - left, _BAR, fill=colour("cloth"))
    if row.before > row.after:
        sheet.rectangle(left + row.after * per_point, top, (row.before - row.after) * per_point, _BAR, **missing_fill())
    if row.after * per_point > 0.5:
        sheet.rectangle(left, top, row.after * per_point, _BAR, **look.fill)
    sheet.rectangle(left, top, right - left, _BAR, edge=colour("ink"), stroke=1.4, round=3)
    empty = row.after <= 0
    number = _.number(round(row.after))
    sheet.text(right + 5, top + 12.5, number, size=12, bold=True, ink="pomegranate" if empty else "ink")


def _lost() -> dict[str, Any]:
    return {**missing_fill(), "edge": colour("pomegranate")}


def _signed(gain: float, _: Words) -> str:
    """Write a gain with its sign."""
    number = _.number(round(gain))
    return f"{_LEFT_TO_RIGHT_MARK}+{number}" if round(gain) > 0 else number


def _told(row: _Row, _: Words) -> str:
    """Say a year for who does not see it."""
    return _(
        "{year}, {card}: {gain} points beyond acting alone, reserve {left}.",
        year=row.name,
        card=" ".join(row.card),
        gain=_.isolate(_signed(row.gain, _)),
        left=round(row.after),
    )
