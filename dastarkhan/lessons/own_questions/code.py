"""The private code: two letters and two digits that a person makes up, to lay before and after side by side."""

import unicodedata

from dastarkhan.languages import Words

LENGTH = 4


def read_code(text: object) -> str | None:
    """Return the code in capital letters and plain digits; None for anything else.

    Examples
    --------
    >>> read_code(" ab 47 "), read_code("қы۱۲"), read_code("1990"), read_code("anna")
    ('AB47', 'ҚЫ12', None, None)
    """
    signs = [sign for sign in text if not sign.isspace()] if isinstance(text, str) else []
    if len(signs) != LENGTH or not all(sign.isalpha() for sign in signs[:2]):
        return None
    if not all(sign.isdecimal() for sign in signs[2:]):
        return None
    return "".join(signs[:2]).upper() + "".join(str(unicodedata.decimal(sign)) for sign in signs[2:])


def code_said(text: str, _: Words) -> str:
    """What is said to somebody who has just written `text` where a code belongs."""
    if code := read_code(text):
        return _("Your code is {code}.", code=_.isolate(code))
    return _("Two letters, then two digits, please. Without a code is fine too.") if text.strip() else ""
