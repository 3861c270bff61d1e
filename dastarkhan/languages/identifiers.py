"""Two programs that guess a text's language, when they are installed: they come with the test tools, not with the kit.

Neither is right alone. pycld2 gives no answer for many short headings, py3langid always gives one. How often each errs
on real catalogs stands in ``docs/languages.md``.
"""

from collections.abc import Callable
from functools import cache

from dastarkhan.languages.registry import Language

Voter = Callable[[str], str]
_ALSO = {"prs": frozenset({"fa", "prs"})}  # no model tells Dari from the Persian of Iran


@cache
def voters() -> tuple[Voter, ...]:
    """Give the two voters; none at all when one of them is not installed, for one alone errs too often."""
    try:
        import pycld2
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        return ()
    second = LanguageIdentifier.from_model_file(MODEL_FILE)

    def first_vote(text: str) -> str:
        try:
            return str(pycld2.detect(text.encode(), bestEffort=True)[2][0][1])
        except (ValueError, pycld2.error):  # a sign that it cannot read
            return "un"

    def second_vote(text: str) -> str:
        return str(second.classify(text)[0])

    return first_vote, second_vote


def votes_against(text: str, language: Language) -> tuple[str, ...]:
    """Ask the voters whether a text is in a language.

    Parameters
    ----------
    text : str
        Prose, without code and marks; 40 letters or more give a sound answer.
    language : Language
        What it should be in.

    Returns
    -------
    tuple of str
        The codes that they say instead; empty when one of them agrees, or when they are not installed.
    """
    accepted = _ALSO.get(language.code, frozenset({language.code}))
    told = tuple(vote(text) for vote in voters())
    return () if accepted.intersection(told) else told
