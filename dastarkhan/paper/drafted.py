"""The note that a printed page carries while no native reader has checked its words."""

from dastarkhan.languages import Words


def drafted(_: Words) -> str:
    """Give the note, or nothing where a native reader has signed the words.

    Examples
    --------
    >>> from dastarkhan.languages import words
    >>> drafted(words("en"))
    ''
    """
    return _("drafted by machine, not checked yet") if _.drafted else ""
