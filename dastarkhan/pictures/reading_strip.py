"""The strip under a picture in which a person reads about the mark that is pointed at or has the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from dastarkhan.pictures.sheet import Sheet, pieces, text_width
from dastarkhan.pictures.tokens import colour

_SIZE, _LINE, _PAD = 13.0, 17.0, 12.0
Told = tuple[str, str]
"""A head in bold (may be empty) and the words under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStrip:
    """A strip of `width` pixels from the left edge, `top` pixels down, tall enough for all that is told in it."""

    top: float
    width: float
    height: float

    def rest(self, sheet: Sheet, words: str) -> None:
        """Write what stands there while nothing is pointed at."""
        sheet.rectangle(0, self.top, self.width, self.height, fill=colour("paper"), round=8)
        self._write(sheet, ("", words), ink="ink-soft")

    def tell(self, sheet: Sheet, told: Told) -> None:
        """Inside `Sheet.part`: what is read about this part."""
        with sheet.shown_when_pointed_at("tip"):
            sheet.rectangle(0, self.top, self.width, self.height, fill=colour("saffron-soft"), round=8)
            self._write(sheet, told)

    def _write(self, sheet: Sheet, told: Told, *, ink: str = "ink") -> None:
        unmirrored = sheet.direction == "rtl" and not sheet.mirrored
        x = self.width - _PAD if unmirrored else _PAD
        for i, (line, bold) in enumerate(_lines(told, self.width)):
            y = self.top + 20 + _LINE * i
            sheet.text(x, y, line, size=_SIZE, bold=bold, ink=ink, anchor="end" if unmirrored else "start")


def reading_strip(told: Sequence[Told], rest: str, *, top: float, width: float) -> ReadingStrip:
    """Give a strip that holds the longest of what may be told."""
    most = max(len(_lines(each, width)) for each in (*told, ("", rest)))
    return ReadingStrip(top=top, width=width, height=13 + _LINE * most)


def _lines(told: Told, width: float) -> list[tuple[str, bool]]:
    head, words = told
    room = width - 2 * _PAD
    return [(line, True) for line in _broken(head, room, bold=True)] + [(line, False) for line in _broken(words, room)]


def _broken(text: str, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines by the widths of its words: with new numbers in it only these are measured anew."""
    lines: list[str] = []
    used = 0.0
    space = text_width("n n", _SIZE, bold=bold) - 2 * text_width("n", _SIZE, bold=bold)
    for word in pieces(text):
        width = text_width(word, _SIZE, bold=bold)
        if lines and used + space + width <= room:
            lines[-1] += f" {word}"
            used += space + width
        else:
            lines.append(word)
            used = width
    return lines
