"""How every page is made: templates that escape what people typed, words in the reader's language, files to link to."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dastarkhan.languages import LANGUAGES, Words, words
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


def language_names(codes: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Give each language as (code, name in itself, value of the ``lang`` attribute), to choose from."""
    return tuple((code, LANGUAGES[code].name, LANGUAGES[code].html) for code in codes)
