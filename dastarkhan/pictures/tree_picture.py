"""A tree of a quarrel: branches over the trunk, roots under it, and answers in disguise laid aside at its foot."""

from collections.abc import Mapping, Sequence

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Point, Sheet, wrap
from dastarkhan.pictures.tokens import colour

WIDTH = 340.0
_EDGE, _GAP, _PAD, _SIZE, _LINE = 6.0, 10.0, 8.0, 11.5, 15.0
_ROOM, _TRUNK = 34.0, 190.0
_COLUMNS = 2
Boxes = Sequence[tuple[Point, tuple[str, ...]]]


def tree_picture(
    trunk: str,
    cards: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    _: Words,
    *,
    title: str,
    key: str | None = None,
) -> str:
    """Draw a tree.

    Parameters
    ----------
    trunk : str
        What both sides would sign.
    cards : mapping of str to sequence of str
        Cards under ``"effect"`` (branches), ``"cause"`` (roots) and ``"answer"``.
    names : mapping of str to str
        What each of the three is called.
    """
    wide = (WIDTH - 2 * _EDGE - _GAP) / _COLUMNS
    told = {kind: [wrap(text, _SIZE, wide - 2 * _PAD) for text in texts] for kind, texts in cards.items()}
    middle = wrap(trunk, 13, _TRUNK - 2 * _PAD, bold=True)
    tall = {kind: _tall(each) for kind, each in told.items()}
    trunk_high = 18 * len(middle) + 2 * _PAD
    top = 22 + tall["effect"]
    foot = top + 2 * _ROOM + trunk_high
    aside = foot + tall["cause"] + 12
    sheet = Sheet(WIDTH, aside + 22 + tall["answer"], direction=_.direction, mirrored=_.direction == "rtl")
    _limbs(sheet, told["effect"], top, top + _ROOM, 22, wide)
    _limbs(sheet, told["cause"], foot, foot - _ROOM, foot, wide)
    x = (WIDTH - _TRUNK) / 2
    sheet.rectangle(
        x, top + _ROOM, _TRUNK, trunk_high, round=8, fill=colour("saffron-soft"), edge=colour("ink"), stroke=2.4
    )
    sheet.lines(WIDTH / 2, top + _ROOM + _PAD + 13, middle, leading=18 / 13, size=13, bold=True, anchor="middle")
    _cards(sheet, names["effect"], told["effect"], 14, 22, wide, "sage")
    _cards(sheet, names["cause"], told["cause"], foot - 8, foot, wide, "apricot")
    _cards(sheet, names["answer"], told["answer"], aside + 14, aside + 22, wide, "edge", dashes=(5, 4))
    described = " ".join(f"{names[kind]}: {' '.join(texts)}" for kind, texts in cards.items())
    return sheet.svg(title=title, description=f"{trunk.removesuffix('.')}. {described}", key=key, widest=520)


def _high(lines: Sequence[str]) -> float:
    return _LINE * len(lines) + 2 * _PAD - 3


def _rows(cards: Sequence[tuple[str, ...]]) -> list[Sequence[tuple[str, ...]]]:
    return [cards[start : start + _COLUMNS] for start in range(0, len(cards), _COLUMNS)]


def _tall(cards: Sequence[tuple[str, ...]]) -> float:
    return sum(max(map(_high, row)) + _GAP for row in _rows(cards))


def _placed(cards: Sequence[tuple[str, ...]], top: float, wide: float) -> Boxes:
    found, y = [], top
    for row in _rows(cards):
        for column, card in enumerate(row):
            x = _EDGE + column * (wide + _GAP) if len(row) > 1 else (WIDTH - wide) / 2
            found.append(((x, y), card))
        y += max(map(_high, row)) + _GAP
    return found


def _limbs(sheet: Sheet, cards: Sequence[tuple[str, ...]], near: float, trunk: float, top: float, wide: float) -> None:
    """Draw a bent line from the trunk to every card."""
    for (x, y), card in _placed(cards, top, wide):
        middle = y + _high(card) / 2
        start, bend, end = (WIDTH / 2, trunk), (WIDTH / 2, near), (x + wide / 2, middle)
        sheet.shape([start, bend, bend, end], codes=[1, 4, 4, 4], closed=False, edge=colour("edge"), stroke=5)


def _cards(
    sheet: Sheet,
    name: str,
    cards: Sequence[tuple[str, ...]],
    head: float,
    top: float,
    wide: float,
    edge: str,
    dashes: tuple[float, ...] = (),
) -> None:
    with sheet.words():
        sheet.text(_EDGE + 2, head, name, size=12, bold=True, ink="ink")
    for (x, y), card in _placed(cards, top, wide):
        sheet.rectangle(
            x, y, wide, _high(card), round=8, fill=colour("cloth"), edge=colour(edge), stroke=2, dashes=dashes
        )
        sheet.lines(x + _PAD, y + _PAD + 10, card, leading=_LINE / _SIZE, size=_SIZE, ink="ink")
