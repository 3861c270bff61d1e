"""A page that says one sentence: what went wrong, or that something is over, and where to go from there."""

from dastarkhan.live.pages.environment import render


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
