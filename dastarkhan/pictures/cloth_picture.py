"""What a group brings to its cloth: a bowl for each thing, larger as more people bring it."""

from collections.abc import Mapping
from math import cos, pi, sin, sqrt

from dastarkhan.languages import Words
from dastarkhan.pictures.sheet import Sheet, text_width
from dastarkhan.pictures.tokens import colour

WIDTH, HEIGHT = 340.0, 340.0
_OUTER, _INNER, _RIM = 108.0, 46.0, 158.0
_FILLS = ("river-soft", "apricot-soft", "saffron-soft", "sage-soft")


def cloth_picture(brought: Mapping[str, int], _: Words, *, title: str, key: str | None = None) -> str:
    """Draw the cloth from above.

    Parameters
    ----------
    brought : mapping of str to int
        What lies there in words, and how many people brought it; nothing lies there at first.
    """
    sheet = Sheet(WIDTH, HEIGHT, direction=_.direction)
    sheet.circle(WIDTH / 2, HEIGHT / 2, _RIM, fill=colour("paper"), edge=colour("river"), stroke=4)
    sheet.circle(WIDTH / 2, HEIGHT / 2, _RIM - 8, edge=colour("apricot"), stroke=1.5, dashes=(3, 4))
    places = _places(len(brought))
    for number, ((name, many), (x, y)) in enumerate(zip(brought.items(), places, strict=True)):
        radius = 17 + 4 * min(sqrt(many), 4)
        sheet.circle(x, y, radius, fill=colour(_FILLS[number % len(_FILLS)]), edge=colour("ink"), stroke=1.5)
        sheet.circle(x, y, radius - 5, edge=colour("ink"), stroke=0.8)
        sheet.text(x, y + 5, _.number(many), size=13, bold=True, ink="ink", anchor="middle")
        _name(sheet, x, y + radius + 13, name)
    told = _.listed(f"{name}: {_.number(many)}" for name, many in brought.items())
    description = told or _("The cloth is still empty.")
    return sheet.svg(title=title, description=description, key=key, widest=460)


def _places(many: int) -> list[tuple[float, float]]:
    """Give so many places: up to seven in a ring, the others in an inner one."""
    outer = min(many, 8)
    inner = many - outer
    rings = [(_OUTER, outer)] + ([(_INNER, inner)] if inner else [])
    return [
        (
            WIDTH / 2 + radius * sin(2 * pi * number / count + (0.4 if radius == _INNER else 0)),
            HEIGHT / 2 - 8 - radius * cos(2 * pi * number / count + (0.4 if radius == _INNER else 0)),
        )
        for radius, count in rings
        for number in range(count)
    ]


def _name(sheet: Sheet, x: float, y: float, name: str) -> None:
    """Write a name under its bowl, in two lines where one would be too long."""
    words = name.split()
    lines = [name]
    if text_width(name, 11) > 92 and len(words) > 1:
        half = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(name) / 2))
        lines = [" ".join(words[:half]), " ".join(words[half:])]
    for number, line in enumerate(lines):
        sheet.text(x, y + 12 * number, line, size=11, ink="ink", anchor="middle")
