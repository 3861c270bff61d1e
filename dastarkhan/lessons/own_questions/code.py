"""The private code: two letters and two digits that a person makes up, to lay before and after side by side."""

import unicodedata

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
