"""Three towns and the lines between them: the more walks end high, the wider the line, with the number on it."""

from collections.abc import Mapping
from math import sqrt

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet, text_width
from dastarkhan.pictures.stairs_picture import WIDTH
from dastarkhan.pictures.tokens import colour

_PLACES = ((62.0, 54.0), (278.0, 54.0), (170.0, 196.0))
_HEIGHT, _NODE, _WIDEST = 246.0, 26.0, 15.0


def three_picture(
    towns: Mapping[str, str],
    letters: Mapping[str, str],
    high: Mapping[tuple[str, str], int],
    of: int,
    _: Words,
    *,
    title: str,
    key: str | None = None,
) -> str:
    """Draw three relations.

    Parameters
    ----------
    towns, letters : mapping of str to str
        Names and letters of three towns; the third stands below.
    high : mapping of pairs of str to int
        How many walks of a relation end high.
    of : int
        How many walks there are.
    """
    sheet = Sheet(WIDTH, _HEIGHT, direction=_.direction, mirrored=_.direction == "rtl")
    place = dict(zip(towns, _PLACES, strict=True))
    for (one, other), many in high.items():
        dashes = () if many else (4, 5)
        stroke = 1.6 + (_WIDEST - 1.6) * sqrt(many / of)
        sheet.line([place[one], place[other]], ink=colour("river"), stroke=stroke, dashes=dashes)
    for (one, other), many in high.items():
        x, y = ((a + b) / 2 for a, b in zip(place[one], place[other], strict=True))
        number = _.number(many)
        wide = text_width(number, 15, bold=True) + 16
        sheet.rectangle(x - wide / 2, y - 13, wide, 26, fill=colour("cloth"), edge=colour("ink"), stroke=1.2, round=9)
        sheet.text(x, y + 5.5, number, size=15, bold=True, anchor="middle")
    lowest = max(y for _x, y in place.values())
    for town, (x, y) in place.items():
        sheet.circle(x, y, _NODE, fill=colour("apricot-soft"), edge=colour("ink"), stroke=1.8)
        sheet.text(x, y + 6, letters[town], size=17, bold=True, anchor="middle")
        beside = y + _NODE + 17 if y == lowest else y - _NODE - 8  # where no line passes
        sheet.text(x, beside, towns[town], size=13, bold=True, anchor="middle")
    told = "; ".join(f"{towns[one]} – {towns[other]}: {_.number(many)}" for (one, other), many in high.items())
    return sheet.svg(title=title, description=told, key=key, widest=420)
