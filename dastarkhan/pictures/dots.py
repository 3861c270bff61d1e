"""Round dots as strokes without length: a few bytes each instead of a circle's four curves."""

from typing import TYPE_CHECKING, Any

from dastarkhan.pictures.sheet import Point, Sheet
from dastarkhan.pictures.tokens import colour

if TYPE_CHECKING:
    import numpy as np

    Pairs = np.ndarray[tuple[int, int], np.dtype[np.float64]]

_NEXT = 0.01  # pixels; a stroke of no length at all is left out of a picture of pixels


def draw_dot(sheet: Sheet, centre: Point, radius: float, ink: str, *, opacity: float | None = None) -> None:
    """Draw one dot; `ink` is a token."""
    x, y = centre
    sheet.line([(x, y), (x + _NEXT, y)], ink=colour(ink), stroke=2 * radius, opacity=opacity)


def draw_dots(sheet: Sheet, places: "Pairs", ink: str, width: float) -> None:
    """Draw many dots as one path; `places` are pixels of the sheet, shape (n, 2)."""
    if not len(places):
        return
    points = [point for x, y in places.tolist() for point in ((x, y), (x + _NEXT, y))]
    drawn: Any = sheet.shape(points, codes=[1, 2] * len(places), edge=colour(ink), stroke=width)
    drawn.get_path().should_simplify = False  # else hundreds of separate dots are taken for one long line
