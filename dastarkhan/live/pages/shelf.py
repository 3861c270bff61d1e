"""HTML that was drawn before: a room draws the same brief, names and old offers again at every move."""

from collections.abc import Callable, Hashable

from markupsafe import Markup

MOST = 4096
"""Pieces that are kept; then the oldest goes."""

_shelf: dict[Hashable, Markup] = {}


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
    found = _shelf.get(key)
    if found is None:
        found = draw()
        while len(_shelf) >= MOST:
            _shelf.pop(next(iter(_shelf)), None)
        _shelf[key] = found
    return found
