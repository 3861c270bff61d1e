"""A person's own sentence: kept in their own file, checked by nobody but themselves."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.saved import part, some_of


def clean_reflection(saved: object, checks: int) -> dict[str, Any]:
    """A saved reflection with nothing in it that does not belong there."""
    found = part(saved)
    text = found.get("text")
    return {"text": text if isinstance(text, str) else "", "ticked": some_of(found.get("ticked"), range(checks))}


def reflection(
    ask: str,
    checks: Sequence[str],
    state: Mapping[str, object],
    changed: Callable[[dict[str, object]], None],
) -> ipywidgets.VBox:
    """A field for a sentence of one's own, and questions to check it by oneself or with a friend.

    Parameters
    ----------
    ask : str
        What to write.
    checks : sequence of str
        What the writer, or a friend, may tick.
    state : Mapping
        ``text`` and the numbers ``ticked``, as `clean_reflection` gives them.
    changed : callable
        Called with the new state.
    """
    kept = clean_reflection(state, len(checks))
    field = ipywidgets.Textarea(value=kept["text"], description=ask, continuous_update=False, rows=3)
    field.add_class("dk-own-words")
    boxes = [
        ipywidgets.Checkbox(value=n in kept["ticked"], description=check, indent=False)
        for n, check in enumerate(checks)
    ]

    def tell(_change: object) -> None:
        changed({"text": field.value, "ticked": [n for n, box in enumerate(boxes) if box.value]})

    for widget in (field, *boxes):
        widget.observe(tell, names="value")
    box = ipywidgets.VBox([field, *boxes])
    box.add_class("dk-reflection")
    return box


def note(text: str, *, strong: str = "") -> str:
    """A quiet note as HTML; `strong` opens it."""
    opening = f"<b>{escape(strong)}</b> " if strong else ""
    return f"<p class='dk-note'>{opening}{escape(text)}</p>" if text or strong else ""
