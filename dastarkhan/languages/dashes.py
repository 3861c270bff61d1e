"""Dashes that stay with the word before them: no line of a translation begins with one."""

_NO_BREAK = "\u00a0"


def bound(text: str) -> str:
    """Put a space that does not break before every dash that stands between spaces.

    Translators type an ordinary space; what people read goes through here.

    Examples
    --------
    >>> bound("Модель \u2013 уәж").split(" ")
    ['Модель\\xa0\u2013', 'уәж']
    """
    return text.replace(" \u2014 ", f"{_NO_BREAK}\u2014 ").replace(" \u2013 ", f"{_NO_BREAK}\u2013 ")
