"""The look's numbers, read from `tokens.css` when first asked for: there is no second list of colours anywhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

FOLDER = Path(__file__).parent
FONT_FOLDER = FOLDER / "fonts"
STYLE_SHEETS = ("tokens.css", "fonts.css", "widgets.css")

_DECLARATION = re.compile(
    r"--(?P<name>[a-z0-9-]+):\s*(?P<value>(?:\"[^\"]*\"|[^;\"])+);[ \t]*(?:/\*(?P<comment>.*?)\*/)?", re.DOTALL
)
_GROUNDS = re.compile(r"(text|mark) on: ([a-z, -]+)")
_LEAST_CONTRAST = {"text": 4.5, "mark": 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A colour, a ground it may stand on, and the least contrast the two must have (WCAG 2.2, 1.4.3 and 1.4.11)."""

    colour: str
    ground: str
    least_contrast: float


@cache
def _read() -> tuple[tuple[str, str, str], ...]:
    css = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    return tuple((name, value.strip(), comment or "") for name, value, comment in _DECLARATION.findall(css))


@cache
def tokens() -> Mapping[str, str]:
    """Every token of the look by its name without the two dashes.

    >>> tokens()["tap"]
    '48px'
    """
    return MappingProxyType({name: value for name, value, _comment in _read()})


def colour(name: str) -> str:
    """Give the colour of that name as `#rrggbb`; a name that is no colour raises `KeyError`.

    >>> len(colour("cloth"))
    7
    """
    value = tokens()[name]
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise KeyError(f"{name} is a token, but no colour: {value}")
    return value


@cache
def colours() -> Mapping[str, str]:
    """All colours by name, as `#rrggbb`."""
    return MappingProxyType({name: value for name, value in tokens().items() if value.startswith("#")})


@cache
def pairs() -> tuple[Pair, ...]:
    """Give the pairs of colour and ground that the tokens file allows in its comments ("text on: ...")."""
    found = []
    for name, _value, comment in _read():
        for kind, grounds in _GROUNDS.findall(comment):
            for ground in re.split(r",\s*", grounds.strip()):
                found.append(Pair(colour=name, ground=ground.strip(), least_contrast=_LEAST_CONTRAST[kind]))
    return tuple(found)


def edge_tile() -> str:
    """Give one repeat of the cloth's edge as an SVG document, for pictures and paper.

    >>> edge_tile()[:4]
    '<svg'
    """
    found = re.fullmatch(r'url\("data:image/svg\+xml,(.*)"\)', tokens()["edge-tile"])
    if found is None:
        raise ValueError("--edge-tile in tokens.css is no SVG picture")
    return unquote(found.group(1))


def style_sheet(*, fonts: bool = False, font_address: str = "fonts") -> str:
    """Give the whole look as CSS text, for a page or a notebook that cannot link to files.

    Parameters
    ----------
    fonts
        Also the `@font-face` rules; leave out where the page links to `fonts.css` itself.
    font_address
        What stands before the names of the font files in those rules.
    """
    names = [name for name in STYLE_SHEETS if fonts or name != "fonts.css"]
    text = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    return text.replace('url("fonts/', f'url("{font_address}/')
