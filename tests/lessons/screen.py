"""Use an activity as a person would, without a browser: find what is on the screen, choose, press, read."""

import re
from collections.abc import Iterator
from html import unescape

import ipywidgets


def everything(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """The widget and all that stands in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def words_on(widget: ipywidgets.Widget) -> str:
    """Everything that can be read, without markup."""
    said = []
    for one in everything(widget):
        if isinstance(one, ipywidgets.HTML):
            said.append(unescape(re.sub(r"<[^>]+>", " ", one.value)))
        elif isinstance(one, ipywidgets.RadioButtons):
            said.extend(str(label) for label in one._options_labels)
        elif hasattr(one, "description"):
            said.append(one.description)
    return " ".join(" ".join(said).split())


def buttons(widget: ipywidgets.Widget) -> dict[str, ipywidgets.Button]:
    """The buttons that can be seen, by their words."""
    found = [one for one in everything(widget) if isinstance(one, ipywidgets.Button)]
    return {one.description: one for one in found if one.layout.display != "none"}


def press(widget: ipywidgets.Widget, words: str) -> None:
    """Press the button with these words."""
    button = buttons(widget)[words]
    assert not button.disabled, f"{words!r} cannot be pressed yet"
    button.click()


def radios(widget: ipywidgets.Widget) -> list[ipywidgets.RadioButtons]:
    """The choices on the screen, from the top."""
    return [one for one in everything(widget) if isinstance(one, ipywidgets.RadioButtons)]


def select(widget: ipywidgets.Widget, number: int, value: object) -> None:
    """Choose `value` in the choice `number` of the screen."""
    radios(widget)[number].value = value


def take(widget: ipywidgets.Widget, value: object) -> None:
    """Choose `value` in the first choice that has it."""
    found = (radio for radio in radios(widget) if value in [option for _words, option in radio.options])
    next(found).value = value


def writing(widget: ipywidgets.Widget) -> ipywidgets.Textarea:
    """The field for a sentence of one's own."""
    return next(one for one in everything(widget) if isinstance(one, ipywidgets.Textarea))


def ticks(widget: ipywidgets.Widget) -> list[ipywidgets.Checkbox]:
    """The boxes to tick."""
    return [one for one in everything(widget) if isinstance(one, ipywidgets.Checkbox)]
