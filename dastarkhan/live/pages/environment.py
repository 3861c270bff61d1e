"""How every page is made: templates that escape what people typed, words in the reader's language, files to link to."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dastarkhan.languages import LANGUAGES, Words, words
from dastarkhan.languages.catalogs import translated
from dastarkhan.languages.figures import english_in
from dastarkhan.pictures.tokens import FOLDER as LOOK
from simulations.table import Case

LIVE = Path(__file__).parents[1]
STATIC = LIVE / "static"

ASSETS: Mapping[str, Path] = MappingProxyType(
    {
        "tokens.css": LOOK / "tokens.css",  # the look's one list of colours, for phones as for lessons
        **{
            name: STATIC / name
            for name in (
                "live.css",
                "live.js",
                "trainer.css",
                "trainer.js",
                "wall.css",
                "wall.js",
                "htmx.min.js",
                "hx-sse.min.js",
                "LICENSE-htmx.txt",
            )
        },
    }
)
"""What stands under ``static/``: name in the address -> file. Nothing else is served."""


@cache
def environment() -> Environment:
    """Give the templates' environment: everything is escaped, and a name that is missing stops the page."""
    return Environment(
        loader=FileSystemLoader(LIVE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def words_of(lang: str) -> Words:
    """Give the words of the live pages in a language, made once: a room draws many pages."""
    return words(lang, "live")


@lru_cache(maxsize=16_384)
def text_of_case(lang: str, case: Case, key: str) -> str:
    """Give a text of a case, looked up once: a room says the same names at every move."""
    return words_of(lang).case(case, key)


def render(template: str, lang: str, /, **values: Any) -> Markup:
    """Draw a template in a language; it gets its words as ``_`` and what else is given.

    Parameters
    ----------
    template : str
        Name of a file in ``templates/``.
    lang : str
        A code of `LANGUAGES`.
    **values
        What the template shows. Plain text is escaped there; HTML that was drawn before is `Markup`.
    """
    return Markup(environment().get_template(template).render(_=words_of(lang), **values))


Tongue = tuple[str, str, str]
"""A language to choose: code, name in itself, value of the ``lang`` attribute."""


def tongues(codes: tuple[str, ...]) -> tuple[Tongue, ...]:
    """Give languages that people speak."""
    return tuple((code, LANGUAGES[code].name, LANGUAGES[code].html) for code in codes)


def still_english(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages in which the live pages cannot be read yet."""
    return tuple(code for code in codes if not translated(LANGUAGES[code], "live"))


def language_names(codes: tuple[str, ...]) -> tuple[Tongue, ...]:
    """Give languages for a page; one that is still in English says so in itself, for who reads nothing else.

    Examples
    --------
    >>> [name for _, name, _ in language_names(("kk", "en"))]
    ['Қазақша', 'English']
    """
    english = still_english(codes)
    return tuple(
        (code, f"{name} ({english_in(LANGUAGES[code])})" if code in english else name, html)
        for code, name, html in tongues(codes)
    )
