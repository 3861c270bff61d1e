"""Who carries a dry year: what each had claimed, what a rule gives, and what is missing."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dastarkhan.languages import Words
from dastarkhan.pictures.parties import PartyLook, missing_fill
from dastarkhan.pictures.sheet import Sheet, text_width, wrap
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Numbers = Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]]

_WIDTH = 320
_LEAST_SHOWN = 0.05
_SMALL = 11.5


def _bar(
    sheet: Sheet, corner: tuple[float, float], height: float, scale: float, award: float, claim: float, look: PartyLook
) -> None:
    """Draw one claim: the award in the party's pattern, what is missing as stripes, the claim as outline."""
    x, y = corner
    if claim - award > _LEAST_SHOWN:
        sheet.rectangle(x + award * scale, y, (claim - award) * scale, height, **missing_fill())
    if award > _LEAST_SHOWN:
        sheet.rectangle(x, y, award * scale, height, **look.fill)
    sheet.rectangle(x, y, claim * scale, height, edge=colour("ink"), stroke=1.4, round=3)


def _say_missing(sheet: Sheet, text: str, start: float, end: float, y: float, height: float) -> None:
    """Write the shortfall beside the bar, or on a plain ground inside its missing part where that is the only room."""
    width = text_width(text, 13, bold=True)
    if end + 8 + width < _WIDTH:
        sheet.text(end + 7, y + height - 5, text, bold=True, ink="pomegranate")
    elif end - start > width + 14:
        left = (start + end - width) / 2
        sheet.rectangle(left - 5, y, width + 10, height, fill=colour("cloth"), edge=colour("ink"), stroke=1.4)
        sheet.text(left, y + height - 5, text, bold=True, ink="pomegranate")


def sharing_bars(
    claims: "Numbers",
    awards: "Numbers",
    names: Sequence[str],
    looks: Sequence[PartyLook],
    _: Words,
    *,
    title: str,
    key: str | None = None,
) -> str:
    """Draw each claimant's claim, award and shortfall as one bar each, in million m3.

    Parameters
    ----------
    claims, awards
        One number per claimant, shape (n_claimants,).
    names
        Claimants' names in the reader's words.
    looks
        The party each claimant belongs to, from `party_looks`.
    title
        What the picture shows, in the reader's words.
    """
    row, bar = 58, 20
    sheet = Sheet(_WIDTH, row * len(names) + 6, direction=_.direction, mirrored=_.direction == "rtl")
    scale = (_WIDTH - 62) / max(1e-9, *map(float, claims))
    told = []
    rows = zip(names, looks, map(float, claims), map(float, awards), strict=True)
    for i, (name, look, claim, award) in enumerate(rows):
        y = row * i
        of_claim = _("{amount} of {claim}", amount=_.number(award), claim=_.number(claim))
        sheet.text(2, y + 17, f"{name} ({look.letter})" if look.letter else name, bold=True)
        sheet.text(_WIDTH - 2, y + 17, of_claim, ink="ink", anchor="end")
        _bar(sheet, (2, y + 24), bar, scale, award, claim, look)
        if claim - award > _LEAST_SHOWN:
            lacking = _("{amount} less", amount=_.number(claim - award))
            _say_missing(sheet, lacking, 2 + award * scale, 2 + claim * scale, y + 24, bar)
        told.append(f"{name}: {of_claim}")
    return sheet.svg(title=title, description="; ".join(told), key=key, widest=520)


def sharing_compare(
    claims: "Numbers",
    awards: Mapping[str, "Numbers"],
    names: Sequence[str],
    looks: Sequence[PartyLook],
    _: Words,
    *,
    title: str,
    chosen: str | None = None,
    key: str | None = None,
) -> str:
    """Draw several rules side by side as small pictures with the same claimants in the same order.

    Parameters
    ----------
    awards
        What each rule gives, by the rule's title in the reader's words; each of shape (n_claimants,).
    chosen
        The title of the rule the reader chose; it stands on a coloured ground.
    """
    columns, cell, line, top = 2, _WIDTH / 2, 30, 44
    height = top + line * len(names) + 14
    n_rows = -(-len(awards) // columns)
    sheet = Sheet(_WIDTH, n_rows * height, direction=_.direction, mirrored=_.direction == "rtl")
    scale = (cell - 74) / max(1e-9, *map(float, claims))
    told = []
    for i, (rule, given) in enumerate(awards.items()):
        x, y = (i % columns) * cell, (i // columns) * height
        is_chosen = rule == chosen
        fill, edge = (colour("river-soft"), colour("river")) if is_chosen else (colour("cloth"), colour("line"))
        sheet.rectangle(x + 3, y + 3, cell - 6, height - 8, round=8, fill=fill, edge=edge, stroke=1 + is_chosen)
        sheet.lines(x + 12, y + 20, wrap(rule, 12, cell - 24, bold=True)[:2], size=12, bold=True, leading=1.25)
        bars = zip(names, looks, map(float, claims), map(float, given), strict=True)
        for j, (name, look, claim, award) in enumerate(bars):
            base = y + top + line * j
            sheet.text(x + 12, base + 9, wrap(name, _SMALL, cell - 20)[0], size=_SMALL)
            _bar(sheet, (x + 12, base + 13.5), 9, scale, award, claim, look)
            sheet.text(x + cell - 11, base + 21, _.number(award), size=11.5, bold=True, anchor="end")
        amounts = (f"{name} {_.number(float(award))}" for name, award in zip(names, given, strict=True))
        told.append(f"{rule}: " + ", ".join(amounts))
    return sheet.svg(title=title, description="; ".join(told), key=key, widest=560)
