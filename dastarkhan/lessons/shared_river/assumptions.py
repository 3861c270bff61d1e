"""What a model leaves out, always one tap away from what it shows."""

from html import escape

import ipywidgets

from dastarkhan.lessons.activity import html
from dastarkhan.lessons.lesson import Lesson


def assumptions(lesson: Lesson) -> ipywidgets.HTML:
    """The case's assumptions under a heading that opens, and the sentence that belongs to every model."""
    _ = lesson.words
    keys = sorted((key for key in lesson.case.text if key.startswith("assumptions.")), key=_number)
    said = "".join(f"<li>{escape(lesson.text(key))}</li>" for key in keys)
    closing = escape(_("A model is an argument, not evidence. Change a number and see."))
    heading = escape(_("What this model leaves out"))
    return html(
        f"<details class='dk-more'><summary>{heading}</summary><ul>{said}</ul></details><p><b>{closing}</b></p>"
    )


def _number(key: str) -> int:
    return int(key.rpartition(".")[2])
