"""One walk over nine steps, from the left to the right: what was said at every turn, and where it led."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dastarkhan.languages import Words
from dastarkhan.pictures.reading_strip import reading_strip
from dastarkhan.pictures.sheet import Anchor, Point, Sheet, text_width
from dastarkhan.pictures.stairs_picture import GROUNDS, WIDTH
from dastarkhan.pictures.tokens import colour

Word = Literal["calm", "garbled", "hard"]
_LEFT, _RIGHT, _TOP, _ROW, _STEPS = 26.0, 10.0, 8.0, 19.0, 9
_REACH = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnMark:
    """What was said at one turn.

    Attributes
    ----------
    name, told : str
        What is read about it.
    word : Word
        Calm and heard so, calm and garbled, or hard.
    after : int
        The step on which the walk stands then, 1 to 9.
    """

    name: str
    told: str
    word: Word
    after: int


def walk_picture(
    turns: Sequence[TurnMark], levels: Sequence[str], _: Words, *, title: str, key: str | None = None
) -> str:
    """Draw a walk that begins on step 1.

    A calm word is a circle, a hard one a square, a garbled one a cross in a circle.

    Parameters
    ----------
    turns : sequence of TurnMark
    levels : sequence of str
        The lowest first.
    """
    rest = _("Touch a mark, or press Tab, to read what was sent and what arrived.")
    floor = _TOP + _STEPS * _ROW
    names: dict[Word, str] = {"calm": _("calm"), "garbled": _("calm, but garbled"), "hard": _("hard")}
    legend = _legend(names, floor + 18)
    top = legend[-1][2] + 12
    strip = reading_strip([(turn.name, turn.told) for turn in turns], rest, top=top, width=WIDTH)
    sheet = Sheet(WIDTH, top + strip.height, direction=_.direction, mirrored=_.direction == "rtl")
    places = _places([1, *(turn.after for turn in turns)])
    _ground(sheet, _)
    sheet.line(places, ink=colour("ink-soft"), stroke=2.2)
    _names_of_levels(sheet, levels, places)
    for word, x, y in legend:
        _mark(sheet, (x + 4, y - 4), word)
        sheet.text(x + 15, y, names[word], size=12)
    sheet.circle(*places[0], 3, fill=colour("ink-soft"))
    strip.rest(sheet, rest)
    for turn, place in zip(turns, places[1:], strict=True):
        with sheet.part(f"{turn.name}. {turn.told}"):
            with sheet.shown_when_pointed_at("ring"):
                sheet.circle(*place, _REACH + 4, edge=colour("saffron"), stroke=5)
            _mark(sheet, place, turn.word)
            strip.tell(sheet, (turn.name, turn.told))
    said = _("From step 1: {steps}.", steps=_.listed(_.number(turn.after) for turn in turns))
    return sheet.svg(title=title, description=said, key=key, widest=520)


def plain_walk(after: Sequence[int], now: int, _: Words, *, title: str, key: str | None = None) -> str:
    """Draw a walk without its words, and where it stands now.

    Parameters
    ----------
    after : sequence of int
        The step at the beginning and after every round.
    now : int
        The round up to which it is drawn strongly.
    """
    floor = _TOP + _STEPS * _ROW
    sheet = Sheet(WIDTH, floor + 24, direction=_.direction, mirrored=_.direction == "rtl")
    _ground(sheet, _)
    places = _places(after)
    sheet.line(places, ink=colour("ink-soft"), stroke=1.2, dashes=(3, 4))
    sheet.text(_LEFT, floor + 16, _("round {n}", n=_.number(0)), size=12, ink="ink-soft")
    last = _("round {n}", n=_.number(len(after) - 1))
    sheet.text(WIDTH - _RIGHT, floor + 16, last, size=12, ink="ink-soft", anchor="end")
    if now:
        sheet.line(places[: now + 1], ink=colour("ink"), stroke=2.6)
    sheet.circle(*places[now], 6, fill=colour("saffron"), edge=colour("ink"), stroke=2)
    told = _("From step 1: {steps}.", steps=_.listed(_.number(step) for step in after[1:]))
    return sheet.svg(title=title, description=told, key=key, widest=460)


def _places(after: Sequence[int]) -> list[Point]:
    across = (WIDTH - _LEFT - _RIGHT - 20) / max(len(after) - 1, 1)
    return [(_LEFT + 10 + at * across, _TOP + (_STEPS - step + 0.5) * _ROW) for at, step in enumerate(after)]


def _ground(sheet: Sheet, _: Words) -> None:
    for row in range(_STEPS):
        step = _STEPS - row
        y = _TOP + row * _ROW
        sheet.rectangle(_LEFT, y, WIDTH - _LEFT - _RIGHT, _ROW, fill=colour(GROUNDS[(step - 1) // 3]))
        sheet.line([(_LEFT, y + _ROW), (WIDTH - _RIGHT, y + _ROW)], ink=colour("cloth"), stroke=1.2)
        sheet.text(_LEFT - 7, y + _ROW / 2 + 4.5, _.number(step), size=13, bold=True, anchor="end")


def _names_of_levels(sheet: Sheet, levels: Sequence[str], places: Sequence[Point]) -> None:
    """Write each level's name at the end of its band where fewer marks stand in its way."""
    anchor: Anchor
    for number, level in enumerate(levels):
        y = _TOP + (_STEPS - 3 * number - 3) * _ROW
        wide = text_width(level, 11) + 6 + _REACH
        near = [x for x, at in places if y - _REACH < at < y + _ROW + _REACH]
        left, right = sum(x < _LEFT + wide for x in near), sum(x > WIDTH - _RIGHT - wide for x in near)
        # A walk begins low on the left: there the lowest name stands only where the other end is worse.
        to_left = left < right if number == 0 else left <= right
        x, anchor = (_LEFT + 6, "start") if to_left else (WIDTH - _RIGHT - 6, "end")
        with sheet.words():
            sheet.text(x, y + 13, level, size=11, ink="ink-soft", anchor=anchor)


def _mark(sheet: Sheet, place: Point, word: Word) -> None:
    (x, y), ink = place, colour("ink")
    if word == "hard":
        sheet.rectangle(x - 5.5, y - 5.5, 11, 11, fill=colour("pomegranate"), edge=ink, stroke=1.4)
        return
    sheet.circle(x, y, _REACH, fill=colour("cloth" if word == "garbled" else "river-soft"), edge=ink, stroke=1.6)
    if word == "garbled":
        sheet.line([(x - 4, y - 4), (x + 4, y + 4)], ink=colour("pomegranate"), stroke=2)
        sheet.line([(x - 4, y + 4), (x + 4, y - 4)], ink=colour("pomegranate"), stroke=2)


def _legend(names: Mapping[Word, str], y: float) -> list[tuple[Word, float, float]]:
    """Give the place of each meaning: beside each other, and in a new row where there is no room."""
    rows, x = [], _LEFT + 4
    for word, name in names.items():
        wide = 15 + text_width(name, 12)
        if x > _LEFT + 4 and x + wide > WIDTH:
            x, y = _LEFT + 4, y + 18
        rows.append((word, x, y))
        x += wide + 16
    return rows
