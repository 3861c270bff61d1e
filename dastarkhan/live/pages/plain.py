"""A page that says one sentence: what went wrong, or that something is over, and where to go from there."""

from collections.abc import Iterable

from dastarkhan.languages import say
from dastarkhan.live.pages.environment import render
from simulations.errors import KitError


def message_page(lang: str, sentence: str, *, link: str = "") -> str:
    """Return a page with a plain sentence.

    Parameters
    ----------
    lang : str
        A code of the kit's languages.
    sentence : str
        In that language.
    link : str, optional
        A relative address to go on to; ``""``: there is nowhere to go.
    """
    return str(render("plain.html", lang, sentence=sentence, link=link))


def erased_parts(lang: str, parts: Iterable[str]) -> dict[str, str]:
    """Return what an open page still shows when its room was erased: one sentence at the head, and nothing else.

    Examples
    --------
    >>> list(erased_parts("en", ["head", "brief"])), erased_parts("en", ["head", "brief"])["brief"]
    (['head', 'brief'], '')
    """
    sentence = say(KitError("live.erased"), lang)
    return {**dict.fromkeys(parts, ""), "head": str(render("erased.html", lang, sentence=sentence)).strip()}
