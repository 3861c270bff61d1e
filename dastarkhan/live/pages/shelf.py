"""HTML that was drawn before: a room draws the same brief, names and old offers again at every move."""

from collections.abc import Callable, Hashable
from hashlib import blake2b

from markupsafe import Markup

MOST_LETTERS = 4_000_000
"""So much HTML is kept, at most 8 MB; then goes what was not asked for longest."""

_shelf: dict[Hashable, Markup] = {}
_letters = 0


def short(value: object) -> bytes:
    """Return a short name for plain data of any size, to be part of a key."""
    return blake2b(repr(value).encode(), digest_size=16).digest()


def drawn_once(key: tuple[Hashable, ...], draw: Callable[[], Markup]) -> Markup:
    """Return what `draw` draws; at once where it was drawn under the same key before.

    Parameters
    ----------
    key : tuple
        Everything that the piece depends on: language, case, seat, and what of the view it shows. What is left out here
        could show one seat's page to another.
    draw : callable

    Examples
    --------
    >>> drawn_once(("example", "en"), lambda: Markup("<b>one</b>"))
    Markup('<b>one</b>')
    >>> drawn_once(("example", "en"), lambda: Markup("<b>two</b>"))
    Markup('<b>one</b>')
    """
    global _letters
    found = _shelf.pop(key, None)
    if found is None:
        found = draw()
        _letters += len(found)
    _shelf[key] = found  # the newest stands last
    while _letters > MOST_LETTERS:
        _letters -= len(_shelf.pop(next(iter(_shelf))))
    return found


def clear() -> None:
    """Forget everything."""
    global _letters
    _shelf.clear()
    _letters = 0
