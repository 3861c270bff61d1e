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
    """

    ask: str
    text: str


def own_words(ask: str, saved: object) -> tuple[Written, ...]:
    """Give the text of a saved reflection, whatever was saved; nothing where nothing is written.

    Examples
    --------
    >>> own_words("What did you see?", {"text": "A heron.", "ticked": [0]}), own_words("And?", {"text": " "})
    ((Written(ask='What did you see?', text='A heron.'),), ())
    """
    text = part(saved).get("text")
    return (Written(ask=ask, text=text.strip()),) if isinstance(text, str) and text.strip() else ()
