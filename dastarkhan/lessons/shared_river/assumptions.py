"""What a model leaves out, always one tap away from what it shows."""

from html import escape

import ipywidgets

from dastarkhan.lessons.activity import html
from dastarkhan.lessons.lesson import Lesson


def assumptions(lesson: Lesson) -> ipywidgets.Accordion:
    """The case's assumptions under a heading that opens, and the sentence that belongs to every model."""
    _ = lesson.words
    keys = sorted((key for key in lesson.case.text if key.startswith("assumptions.")), key=_number)
    said = "".join(f"<li>{escape(lesson.text(key))}</li>" for key in keys)
    closing = _("A model is an argument, not evidence. Change a number and see.")
    more = ipywidgets.Accordion(
        children=[html(f"<ul>{said}</ul><p><b>{escape(closing)}</b></p>")],
        titles=(_("What this model leaves out"),),
        selected_index=None,
    )
    more.add_class("dk-more")
    return more


def _number(key: str) -> int:
    return int(key.rpartition(".")[2])
