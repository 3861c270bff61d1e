"""What is not needed at once, behind a button: unlike `details` in HTML it can hold choices."""

import ipywidgets

from dastarkhan.lessons.activity import button


def fold(show: str, hide: str, *inside: ipywidgets.Widget, opened: bool = False) -> ipywidgets.VBox:
    """A button that shows what stands under it and puts it away again; it keeps the keyboard.

    Parameters
    ----------
    show, hide : str
        What the button says while the rest is put away, and while it lies open.
    *inside : Widget
        What it shows.
    opened : bool, optional
        Whether the rest lies open at first.

    Examples
    --------
    >>> box = fold("Another river", "Close the list", ipywidgets.HTML("Heron"))
    >>> turn, rest = box.children
    >>> turn.click()
    >>> turn.description, rest.layout.display
    ('Close the list', None)
    """
    rest = ipywidgets.VBox(inside)

    def turn() -> None:
        lay(rest.layout.display == "none")

    def lay(open_now: bool) -> None:
        rest.layout.display = None if open_now else "none"
        turner.description = hide if open_now else show

    turner = button(show, turn, css="dk-quiet")
    lay(opened)
    return ipywidgets.VBox([turner, rest])
