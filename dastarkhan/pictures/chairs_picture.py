"""A chair of either bank: a round back on one side of the river, a square one on the other."""

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet
from dastarkhan.pictures.tokens import colour

_SIZE = 56.0


def chair_picture(_: Words, *, is_round: bool, title: str, key: str) -> str:
    """Draw one chair; `is_round` is the shape of its back and seat, so that no colour is needed."""
    sheet = Sheet(_SIZE, _SIZE, direction=_.direction)
    ink, soft = colour("ink"), colour("river-soft" if is_round else "apricot-soft")
    for x in (19, 37):
        sheet.line([(x, 22), (x, 52)], ink=ink, stroke=2.4)
    if is_round:
        sheet.circle(28, 17, 12, fill=soft, edge=ink, stroke=2)
    else:
        sheet.rectangle(16, 5, 24, 24, round=3, fill=soft, edge=ink, stroke=2)
    sheet.rectangle(13, 34, 30, 6, round=3, fill=soft, edge=ink, stroke=2)
    return sheet.svg(title=title, key=key, widest=int(_SIZE))
