"""A piece that a person wrote in a lesson, as the journal shows it."""

from dataclasses import dataclass


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
