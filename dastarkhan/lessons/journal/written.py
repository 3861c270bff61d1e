"""A piece that a person wrote in a lesson, as the journal shows it."""

from dataclasses import dataclass

from dastarkhan.lessons.saved import part


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One text in a person's own words.

    Attributes
    ----------
    ask : str
        What was asked, in the reader's language.
    text : str
        The person's own words, as they stand.
    key : str
        Its name within the activity, which other texts beside it do not change; empty where there is one text.
    nameless : bool
        Whether it was written without a name: it stands in a portfolio only where the person puts it there.
    """

    ask: str
    text: str
    key: str = ""
    nameless: bool = False


def own_words(ask: str, saved: object, key: str = "") -> tuple[Written, ...]:
    """Give the text of a saved reflection, whatever was saved; nothing where nothing is written.

    Examples
    --------
    >>> own_words("What did you see?", {"text": "A heron.", "ticked": [0]}), own_words("And?", {"text": " "})
    ((Written(ask='What did you see?', text='A heron.', key='', nameless=False),), ())
    """
    text = part(saved).get("text")
    return (Written(ask=ask, text=text.strip(), key=key),) if isinstance(text, str) and text.strip() else ()
