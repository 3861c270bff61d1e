"""What the kit's own pages have in common: what they may load, and how they are filled."""

from functools import lru_cache

import jinja2

from dastarkhan.jupyter.places import PAGES
from dastarkhan.languages import Words

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """Make the one reader of page templates; a value that was forgotten is an error."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(PAGES), autoescape=True, undefined=jinja2.StrictUndefined)


def drafted(_: Words) -> str:
    """Say that no native reader has checked these words yet, or nothing when one has."""
    if not _.drafted:
        return ""
    return _("A machine drafted these words. No native reader has checked them yet: tell us what sounds wrong.")
